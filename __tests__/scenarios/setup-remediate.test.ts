import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { request } from 'undici';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { ISSUER_OF_GITHUB } from '../../tenant/oidc.ts';
import type { RunJob, Tenant, WorkflowRun } from '../../tenant/tenant.ts';
import { checkout } from '../cli/commands/setup/left-behind.ts';
import { setup } from '../cli/commands/setup/setup-run.ts';
import { runRemediate, type ActionRun } from '../support/action-run.ts';
import { newFolder } from '../support/new-folder.ts';
import { scenarios } from '../support/scenario.ts';

const { credential, newTenant } = scenarios();

const SCOPES = ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'];
const administrator = { scopes: [...SCOPES, 'User.Read'] };

/** What a person adds to the policy of setup: a setting of Graph besides one of Exchange Online. */
const RULE = `
  - id: iso-dates
    expect: { DateFormat: { const: yyyy-MM-dd } }
    set: { dateFormat: yyyy-MM-dd }
`;

/** What the step of remediation in a job passes to the action. Expressions of runs are those of `values`, else blank. */
function inputsOf(
  { tenant, folder, file }: Made,
  job: string,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const workflow: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
  const jobs = isRecord(workflow) ? workflow.jobs : undefined;
  const found = isRecord(jobs) ? jobs[job] : undefined;
  const steps: readonly unknown[] = isRecord(found) && Array.isArray(found.steps) ? found.steps : [];
  const step = steps.at(-1);
  const inputs = isRecord(step) && isRecord(step.with) ? step.with : {};
  const known = {
    ...Object.fromEntries(Object.entries(tenant.variables()).map(([name, value]) => [`vars.${name}`, value])),
    ...values,
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => known[expression] ?? ''),
    ]),
  );
}

interface Made {
  readonly tenant: Tenant;
  readonly folder: string;
  /** The workflow. */
  readonly file: string;
  /** What setup printed. */
  readonly printed: string;
}

/** A tenant in which setup has made a report, and what changes mailboxes. */
async function remediating(plan: 'enterprise' | 'team', file: string): Promise<Made> {
  const tenant = await newTenant({
    mailboxes: 12,
    habits: { ...FRIENDLY, kinds: [['shared', 10]] },
    certificates: [],
    oidc: { issuer: ISSUER_OF_GITHUB },
    repository: { plan },
  });
  const folder = newFolder();
  const report = ['--report', 'mailbox-settings', 'client-access'];
  const made = await setup(tenant, folder, ['--repository', 'contoso/mailboxes', '--yes', ...report], {
    administrator,
  });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  appendFileSync(path.join(folder, 'policy.yml'), RULE);
  const remediated = await setup(tenant, folder, ['--remediate', '--yes'], { administrator });
  expect(remediated).toMatchObject({ code: 0, stderr: '' });
  return { tenant, folder, file, printed: remediated.stdout };
}

/** Runs the step of remediation in a job that has started. */
function runJob(
  made: Made,
  name: string,
  job: RunJob,
  values: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  expect(job.state).toBe('started');
  const { tenant, folder } = made;
  const inputs = { pfx: '', 'pfx-password': '', ...inputsOf(made, name, values) };
  return runRemediate({
    tenant,
    credential: credential(),
    inputs,
    files: { ...checkout(folder), ...files },
    env: job.env,
  });
}

function planIn({ outputs }: ActionRun): string {
  return readFileSync(path.join(outputs['output-directory'] ?? '', 'plan.json'), 'utf8');
}

/** Carries out the command of `gh` that setup printed for the approval. */
async function approve({ tenant, printed }: Made, run: WorkflowRun): Promise<number> {
  const [, below = '', fields = ''] = /gh api (repos\S+) --method POST (.*)$/m.exec(printed) ?? [];
  const [, id] = /environment_ids\[\]=(\d+)/.exec(fields) ?? [];
  const [, state] = /state=(\w+)/.exec(fields) ?? [];
  const { statusCode, body } = await request(`${tenant.githubUrl}/${below.replace('RUN_ID', String(run.id))}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tenant.githubAccountToken}`, 'user-agent': 'gh' },
    body: JSON.stringify({ environment_ids: [Number(id)], state, comment: 'reviewed' }),
  });
  await body.dump();
  return statusCode;
}

test('what setup has made plans, waits for the reviewer, and changes mailboxes', async () => {
  const made = await remediating('enterprise', '.github/workflows/remediate.yml');
  const run = await made.tenant.startRun({ event: 'workflow_dispatch' });
  const plan = await runJob(made, 'plan', run.job());
  expect(plan).toMatchObject({ code: 0, outputs: { result: 'planned' } });
  expect(run.job('remediation').state).toBe('waiting');
  // The application that writes is of no use to another job.
  const values = { 'needs.plan.outputs.digest': plan.outputs['plan-digest'] ?? '' };
  const apply = { ...values, "inputs.undo-run && 'undo' || 'apply'": 'apply' };
  const files = { 'plan/plan.json': planIn(plan) };
  const early = await runJob(made, 'first', run.job(), apply, files);
  expect(early.errors.map(({ properties }) => properties.title)).toEqual(['AADSTS700213']);
  expect(made.tenant.counts.writes).toBe(0);

  expect(await approve(made, run)).toBe(200);
  const applied = await runJob(made, 'first', run.job('remediation'), apply, files);
  expect(applied).toMatchObject({ code: 0, errors: [], outputs: { result: 'applied', 'failed-count': '0' } });
  expect(applied.rowsOf('applied').map(({ Status }) => Status)).toContain('applied');
  expect(new Set(plan.rowsOf('plan').map(({ Rule }) => Rule))).toEqual(new Set(['smtp-auth-off', 'iso-dates']));
});

test('without GitHub Enterprise it plans, and changes mailboxes when somebody enters the digest', async () => {
  const made = await remediating('team', '.github/workflows/remediate-by-hand.yml');
  const planning = await made.tenant.startRun({ event: 'workflow_dispatch' });
  const plan = await runJob(made, 'plan', planning.job());
  expect(plan).toMatchObject({ code: 0, outputs: { result: 'planned' } });
  const run = await made.tenant.startRun({ event: 'workflow_dispatch' });
  const values = {
    'inputs.digest': plan.outputs['plan-digest'] ?? '',
    "inputs.undo-run && 'undo' || 'apply'": 'apply',
    'inputs.limit': '20',
  };
  const applied = await runJob(made, 'apply', run.job(), values, { 'plan/plan.json': planIn(plan) });
  expect(applied).toMatchObject({ code: 0, errors: [], outputs: { result: 'applied', 'failed-count': '0' } });
});
