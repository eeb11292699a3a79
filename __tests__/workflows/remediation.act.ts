import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { githubCli, writeNpx } from '../examples/step-script.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { grantTo, mailboxesOf } from '../support/mailbox-rights.ts';
import type { WorkflowRun } from './act.ts';
import { downloader, example, exampleRuns, POLICY } from './examples.ts';

// act sometimes loses the last lines of a step that ends at once.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

jest.setTimeout(400_000);

const { folder, newTenant, run } = exampleRuns();

const REMEDIATED = POLICY.replace(
  /\n$/,
  '\n    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }\n',
);
const OWN = { workflow: 5, repository: 'contoso/mailboxes', branch: 'main' };

function textOf(tenant: Tenant, address: string): string {
  return JSON.stringify(tenant.expected(address).settings);
}

/** Runs an example for one tenant. Each job has a folder of its own for its files, below that of the run. */
async function remediation(
  workflow: string,
  nothingEntered: Readonly<Record<string, string>>,
  options: TenantOptions = {},
) {
  const tenant = await newTenant({ roles: ['MailboxSettings.ReadWrite', 'User.Read.All'], ...options });
  const home = await mkdtemp(path.join(folder(), 'files-'));
  const use = { actions: await downloader(home), programs: githubCli(home), event: 'workflow_dispatch' };
  const filesOf = (runName: string, job: string): string => path.join(home, runName, job);
  return {
    tenant,
    home,
    settings: (): readonly string[] => tenant.addresses.map((address) => textOf(tenant, address)),
    filesOf,
    run: (
      runName: string,
      inputs: Readonly<Record<string, string>> = {},
      downloads: Readonly<Record<string, string>> = {},
      variables: Readonly<Record<string, string>> = {},
    ): Promise<WorkflowRun> =>
      run(tenant, workflow, {
        ...use,
        inputs: { 'output-directory': filesOf(runName, '${{ github.job }}') },
        payload: { inputs: { ...nothingEntered, ...inputs }, repository: { default_branch: 'main' } },
        files: { 'policy.yml': REMEDIATED },
        env: { DOWNLOADS: JSON.stringify(downloads), RUNS: JSON.stringify({ 1: OWN, 7: OWN, 8: OWN }) },
        variables: { MAX_CHANGES: '500', ...variables },
      }),
  };
}

test('plans, applies in two waves, plans nothing more, and undoes a wave', async () => {
  const {
    settings,
    filesOf,
    run: use,
  } = await remediation(example('remediate'), { 'undo-run': '', 'undo-artifact': '' });
  const before = settings();
  const changed = (): number => settings().filter((one, at) => one !== before[at]).length;
  const applied = await use('applied');
  expect(applied).toMatchObject({ jobs: { plan: 'success', first: 'success', rest: 'success' } });
  const count = Number(applied.outputs.plan?.['change-count']);
  expect(count).toBeGreaterThan(20);
  expect(applied.outputs.apply).toMatchObject({
    result: 'applied',
    'applied-count': '20',
    'pending-count': String(count - 20),
    'plan-digest': applied.outputs.plan?.['plan-digest'],
  });
  expect(applied.outputs.rest).toMatchObject({ result: 'applied', 'applied-count': String(count - 20) });
  expect(changed()).toBe(count);

  expect((await use('again')).jobs).toEqual({ plan: 'success' });

  const artifact = 'mailbox-remediation-first';
  const undo = { 'undo-run': '7', 'undo-artifact': artifact };
  const undone = await use('undone', undo, { [`7/${artifact}`]: filesOf('applied', 'first') });
  expect(undone.jobs).toEqual({ plan: 'success', first: 'success' });
  expect(changed()).toBe(count - 20);
});

test('goes on after a wave with a stale mailbox, and starts no wave after somebody stopped it', async () => {
  const { tenant, run: use } = await remediation(example('remediate'), { 'undo-run': '', 'undo-artifact': '' });
  const stopped = await use('stopped', {}, {}, { STOP_REMEDIATION: 'yes' });
  expect(stopped.jobs).toEqual({ plan: 'success', first: 'failure' });
  expect(tenant.counts.writes).toBe(0);
  const violating = tenant.addresses.filter((address) => /"externalAudience":"all"/i.test(textOf(tenant, address)));
  const [, second = ''] = violating.toSorted();
  let isEdited = false;
  tenant.watch(({ kind }) => {
    if (kind !== 'write' || isEdited) return;
    isEdited = true;
    tenant.edit(second, { automaticRepliesSetting: { externalAudience: 'none' } });
  });
  const applied = await use('applied');
  expect(applied.jobs).toEqual({ plan: 'success', first: 'failure', rest: 'failure' });
  const left = String(Number(applied.outputs.plan?.['change-count']) - 21);
  expect(applied.outputs.apply).toMatchObject({ 'applied-count': '20', 'failed-count': '1', 'pending-count': left });
  expect(applied.outputs.rest).toMatchObject({ 'applied-count': left, 'failed-count': '1', 'pending-count': '0' });
});

test('by hand plans, applies the plan whose digest is entered, and undoes it', async () => {
  const {
    settings,
    filesOf,
    run: use,
  } = await remediation(example('remediate-by-hand'), {
    'plan-run': '',
    digest: '',
    limit: '',
    'undo-run': '',
    'undo-artifact': '',
  });
  const before = settings();
  const plan = await use('planned');
  expect(plan.jobs).toEqual({ plan: 'success' });
  const digest = plan.outputs.plan?.['plan-digest'] ?? '';
  expect(plan.summary).toContain(digest);
  const downloads = { '7/mailbox-remediation-plan': filesOf('planned', 'plan') };
  const applied = await use('applied', { 'plan-run': '7', digest }, downloads);
  expect(applied.outputs.apply).toMatchObject({ result: 'applied', 'pending-count': '0' });
  expect(settings()).not.toEqual(before);

  const undo = { 'undo-run': '8', 'undo-artifact': 'mailbox-remediation' };
  const record = { '8/mailbox-remediation': filesOf('applied', 'apply') };
  const planned = await use('undo-plan', undo, record);
  const undone = await use(
    'undone',
    { ...undo, 'plan-run': '7', digest: planned.outputs.plan?.['plan-digest'] ?? '' },
    { ...record, '7/mailbox-remediation-plan': filesOf('undo-plan', 'plan') },
  );
  expect(undone.jobs).toEqual({ apply: 'success' });
  expect(settings()).toEqual(before);
});

test('takes away the rights of a person who leaves, sets the reply, and lists what remains', async () => {
  const entered = { person: '', reply: 'I have left.' };
  const options: TenantOptions = {
    mailboxes: 40,
    roles: ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All', 'GroupMember.Read.All'],
    exchange: { directoryRoles: ['Exchange Administrator'] },
  };
  const { tenant, home, run: use } = await remediation(example('leaver'), entered, options);
  writeNpx(home, tenant);
  const [person = '', mailbox = ''] = mailboxesOf(tenant);
  const grant = grantTo(tenant, person, 'FullAccess');
  tenant.setExchangeGrants(mailbox, 'mailbox', [...tenant.exchangeGrants(mailbox, 'mailbox'), grant]);
  const applied = await use('applied', { person });
  // A mailbox is not open to Graph, which the last job says.
  expect(applied).toMatchObject({ jobs: { plan: 'success', apply: 'success', check: 'failure' } });
  expect(applied.summary).toContain(`\`${person}\` loses Full Access to \`${mailbox}\``);
  expect(tenant.grants(mailbox).filter(({ trustee }) => trustee === person)).toEqual([]);
  expect(textOf(tenant, person)).toContain('I have left.');
});
