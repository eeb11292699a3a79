import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parseJson, type Json } from '../../src/json.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { DAY_MS } from '../../src/text/numbers.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { runProgram } from '../cli/command-line.ts';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { newFolder } from '../support/new-folder.ts';

const { credential, newTenant, remediate, run } = inProcessScenarios(UPLOADED);

const RULE = `rules:
  - id: no-forwarding
    report: mailbox-properties
    title: No mailbox forwards mail outside
    severity: warning
    controls: own.yml/1
    expect: { ForwardingSmtpAddress: { const: null } }
    set: { ForwardingSmtpAddress: null }
`;
const EXEMPT = `exemptions:
  - { rule: no-forwarding, mailboxes: ['*'], reason: A move of mail, owner: messaging@contoso.com, expires: 2099-01-31 }
`;
const CATALOGUE = `title: Own
source: own
as-of: 2026-01-01
checked: 2026-01-01
controls:
  - { id: '1', title: Mail stays, parts: [{ subject: mailboxes, covered: whole }] }
  - { id: '2', title: Nothing else, parts: [{ subject: organization, covered: 'no', reason: No report shows it }] }
`;

let tenant: Tenant;
let nights = 0;
const { now: present } = thisMachine();
/** Each night is a day after the one before. */
const clock = (): number => present() + nights * DAY_MS;
const FIRST = new Date(present()).toISOString().slice(0, 10);
const LAST = new Date(present() + 3 * DAY_MS).toISOString().slice(0, 10);
const ids: number[] = [];

/** Runs the workflow with a policy, and uploads the report. */
async function night(policy: string): Promise<void> {
  const { id, runtimeToken, env } = await tenant.startRun({ conclusion: 'success' });
  const inputs = { report: 'mailbox-properties', policy: 'policy.yml', 'fail-on': 'never', 'max-unreadable': '100%' };
  const files = { 'policy.yml': policy, 'own.yml': CATALOGUE };
  const result = await run({ ...tenant, runtimeToken }, { files, env, inputs, runner: { now: clock } });
  expect(result.errors).toEqual([]);
  ids.push(id);
}

/** Plans and applies what the policy sets, in a run of its own. */
async function correct(): Promise<Readonly<Record<string, string>>> {
  const { runtimeToken, env } = await tenant.startRun({ workflow: 32, conclusion: 'success' });
  const inputs = { mailboxes: 'list.txt', policy: 'policy.yml', 'max-unreadable': '100%', 'max-changes': '1000' };
  const files = { 'policy.yml': RULE, 'own.yml': CATALOGUE, 'list.txt': tenant.addresses.join('\n') };
  const step = { tenant: { ...tenant, runtimeToken }, credential: credential(), files, env };
  const planned = await remediate({ ...step, inputs: { ...inputs, mode: 'plan' } }, { now: clock });
  expect(planned.errors).toEqual([]);
  const plan = await readFile(path.join(planned.outputs['output-directory'] ?? '', 'plan.json'), 'utf8');
  const approved = { 'plan-file': 'plan.json', 'plan-digest': planned.outputs['plan-digest'] ?? '' };
  const applied = await remediate(
    { ...step, files: { ...files, 'plan.json': plan }, inputs: { ...inputs, ...approved, mode: 'apply' } },
    { now: clock },
  );
  expect(applied.errors).toEqual([]);
  return applied.outputs;
}

async function evidence(...args: readonly string[]): Promise<Json> {
  const env = { GITHUB_API_URL: tenant.githubUrl, GH_TOKEN: tenant.githubAccountToken };
  const asked = ['evidence', ...args, '--from', FIRST, '--to', LAST, '--json', '--control', '1'];
  const { code, stdout, stderr } = await runProgram(asked, env, newFolder(), { now: clock });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return parseJson(stdout);
}

let appliedCount = '';
beforeAll(async () => {
  tenant = await newTenant({
    mailboxes: 20,
    roles: ['MailboxSettings.ReadWrite', 'User.Read.All'],
    exchange: { directoryRoles: ['Exchange Administrator'] },
    clock,
  });
  for (const address of tenant.addresses) {
    if (Object.keys(tenant.exchangeProperties(address)).length > 0)
      tenant.editExchange(address, { IsExchangeCloudManaged: true, ForwardingSmtpAddress: 'smtp:x@mail.example' });
  }
  await night(RULE);
  await night(RULE);
  nights = 1;
  await night(`${RULE}${EXEMPT}`);
  nights = 2;
  ({ 'applied-count': appliedCount = '' } = await correct());
  nights = 3;
  await night(RULE);
  nights = 4;
});

test('the evidence of the runs of a period is that of their second artifacts', async () => {
  const answer = await evidence('--repository', 'contoso/mailboxes');
  expect(answer).toMatchObject({
    nights: { expected: 4, run: 3, gaps: [{ reason: 'No run of the workflow started.' }] },
    controls: [
      {
        catalogue: 'own.yml',
        control: '1',
        nights: { 'not-met': 1, excepted: 1 },
        runs: [
          { run: String(ids[0]), counted: false, result: 'not-met' },
          { run: String(ids[1]), counted: true, result: 'not-met' },
          { run: String(ids[2]), result: 'excepted' },
          { run: String(ids[3]), result: expect.not.stringMatching('not-met') },
        ],
      },
    ],
    changes: [
      { what: 'policy', to: { run: String(ids[2]) } },
      { what: 'policy', to: { run: String(ids[3]) } },
    ],
    exceptions: [{ rule: 'no-forwarding', owner: 'messaging@contoso.com', reason: 'A move of mail' }],
    remediations: [{ changes: { applied: Number(appliedCount) } }],
    unused: [],
  });
  expect(Number(appliedCount)).toBeGreaterThan(0);
});
