import { beforeAll, expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { endpointLines } from '../../tenant/endpoints.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { runProgram, type ProgramRun } from '../cli/command-line.ts';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { newFolder } from '../support/new-folder.ts';

const { newTenant, run } = inProcessScenarios(UPLOADED);

const PERMISSION = 'AuditLogsQuery-Exchange.Read.All';
const POLICY =
  'rules: [{ id: no-forward, report: mailbox-properties, expect: { ForwardingSmtpAddress: { const: null } } }]\n';

let tenant: Tenant;
let address: string;
let changedAt: number;

/** Runs the workflow, and uploads the report. */
async function runWorkflow(): Promise<void> {
  const { runtimeToken, env } = await tenant.startRun();
  const inputs = {
    report: 'mailbox-properties\ninbox-rules',
    policy: 'policy.yml',
    'fail-on': 'never',
    'max-unreadable': '100%',
    compare: 'off',
  };
  await run({ ...tenant, runtimeToken }, { files: { 'policy.yml': POLICY }, env, inputs });
}

beforeAll(async () => {
  tenant = await newTenant({ mailboxes: 20, roles: ['MailboxSettings.Read', PERMISSION] });
  address = tenant.addresses.find((one) => tenant.exchangeProperties(one).ForwardingSmtpAddress === null) ?? '';
  await runWorkflow();
  changedAt = Date.now();
  tenant.editExchange(address, { ForwardingSmtpAddress: 'smtp:x@mail.example' });
  const values = { Identity: address, ForwardingSmtpAddress: 'smtp:x@mail.example' };
  const Parameters = Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
  tenant.audit({ time: changedAt, operation: 'Set-Mailbox', actor: 'eve@contoso.com', data: { Parameters } });
  await runWorkflow();
  await runWorkflow();
});

async function history(...args: readonly string[]): Promise<ProgramRun> {
  const env = {
    GITHUB_API_URL: tenant.githubUrl,
    GH_TOKEN: tenant.githubAccountToken,
    TOKEN: await tenant.accessToken('graph'),
  };
  return runProgram(['history', '--repository', 'contoso/mailboxes', '--json', ...args], env, newFolder());
}

test('the history of a mailbox is that of the artifacts of the runs, with who changed it', async () => {
  const audit = ['--audit', '--access-token-env', 'TOKEN', '--endpoints', endpointLines(tenant)];
  const { code, stdout, stderr } = await history(address, ...audit);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Records that name a mailbox by its alias or ID .*\n$/)]);
  const answer = parseJson(stdout);
  const column = 'ForwardingSmtpAddress';
  const record = { at: new Date(changedAt).toISOString(), by: 'eve@contoso.com', operation: 'Set-Mailbox' };
  const place = { report: 'mailbox-properties', mailbox: address, column, before: null, after: 'x@mail.example' };
  expect(property(answer, 'changes')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...place, change: 'changed', rule: 'no-forward', verdict: 'fail', audit: record }),
      expect.objectContaining({
        ...place,
        change: 'new-violation',
        rule: 'no-forward',
        verdict: 'fail',
        audit: record,
      }),
    ]),
  );
  expect(property(answer, 'reports')).toHaveLength(3);
  expect(property(answer, 'gaps')).toEqual([]);
});

test('a target is found in the mailbox that began to send there', async () => {
  const { stdout } = await history('--target', 'X@mail.example');
  const changes = property(parseJson(stdout), 'changes');
  if (!Array.isArray(changes)) throw new Error('there are no changes');
  expect(new Set(changes.map((change) => property(change, 'mailbox')))).toEqual(new Set([address]));
});
