import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, jest, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { githubApi, githubCli, writeNpx } from '../examples/step-script.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { storedRun } from '../support/rows-file.ts';
import { zipped } from '../support/zip.ts';
import type { WorkflowRun, WorkflowUse } from './act.ts';
import { downloader, example, exampleRuns, uploader } from './examples.ts';

// act sometimes loses the last lines of a step that ends at once.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

jest.setTimeout(400_000);

const { folder, newTenant, run } = exampleRuns();

const HEADER = 'MailboxName,Trustee,Right,Reason,Owner,ReviewedOn';
const FILES: Readonly<Record<string, string>> = {
  'policy.yml': 'rules: []\nregister: { files: grants/*.csv, review-every: 180d }\n',
  'grants/sales team.csv': `${HEADER}\nsales@contoso.com,bob@contoso.com,FullAccess,invoices,cfo@contoso.com,\n`,
  'grants/many.csv': [
    HEADER,
    ...Array.from({ length: 900 }, (_, at) => `m${at}@contoso.com,bob@contoso.com,SendAs,for the team,it@contoso.com,`),
    '',
  ].join('\n'),
  'grants/none.csv': `${HEADER}\n`,
};
const BRANCH = /^access-review\/grants\/(many|sales%20team)-\d{4}-\d{2}-\d{2}$/;

let tenant: Tenant;
beforeEach(async () => {
  tenant = await newTenant({ mailboxes: 2 });
  tenant.pushCommit('main', FILES);
  const rows = storedRun({
    started: '2026-01-31T00:00:00.000Z',
    reports: { 'mailbox-permissions': { columns: ['Right', 'Trustee', 'Inherited', 'Deny'], many: true } },
    mailboxes: { 'sales@contoso.com': [{ rows: [['FullAccess', 'bob@contoso.com', false, false]] }] },
  });
  const bytes = zipped([['rows.ndjson.gz', rows]]);
  (await tenant.startRun()).store({ name: 'mailbox-report', bytes });
  (await tenant.startRun({ fork: true })).store({ name: 'mailbox-report', bytes: Buffer.from('of a fork') });
});

/** Runs the example in a repository with these files, as GitHub does once a quarter. */
async function review(
  repository: Readonly<Record<string, string | boolean>> = {},
  {
    files = FILES,
    variables = {},
    event = 'schedule',
  }: Partial<Pick<WorkflowUse, 'files' | 'variables' | 'event'>> = {},
): Promise<WorkflowRun> {
  const home = await mkdtemp(path.join(folder(), 'review-'));
  writeNpx(home, tenant);
  const [download, upload, app] = await Promise.all(
    ['download-', 'upload-', 'app-'].map((name) => mkdtemp(path.join(home, name))),
  );
  return run(tenant, example('access-review'), {
    event,
    payload: { repository: { default_branch: 'main', fork: false, ...repository } },
    files,
    secrets: { GITHUB_TOKEN: tenant.githubToken },
    variables,
    programs: githubApi(home, tenant),
    actions: {
      ...(await downloader(download ?? home)),
      ...(await uploader(upload ?? home)),
      ...(await appToken(app ?? home)),
    },
  });
}

/** In place of actions/create-github-app-token, which cannot be fetched. */
async function appToken(home: string): Promise<Readonly<Record<string, string>>> {
  const inputs = ['client-id', 'private-key', 'permission-contents', 'permission-pull-requests'];
  await writeFile(
    path.join(home, 'action.yml'),
    `name: App\ndescription: For a test\ninputs:\n${inputs.map((name) => `  ${name}: { description: x }\n`).join('')}` +
      'outputs:\n  token: { description: x, value: "${{ steps.token.outputs.token }}" }\nruns:\n  using: composite\n  steps:\n' +
      `    - { id: token, shell: bash, run: 'echo "token=${tenant.githubAppToken}" >> "$GITHUB_OUTPUT"' }\n`,
  );
  return { 'actions/create-github-app-token@v3': home };
}

test('asks the owner of each file by a branch and a pull request, once, and leaves the default branch alone', async () => {
  const first = await review();
  expect(first.jobs).toEqual({ review: 'success', ask: 'success' });
  const pulls = tenant.pullRequests();
  expect(pulls).toHaveLength(2);
  for (const { head, base, body } of pulls) {
    expect([head, base]).toEqual([expect.stringMatching(BRANCH), 'main']);
    const url = `https://github.com/contoso/mailboxes/blob/${head.replace('%', '%25')}/grants/`;
    expect(body).toContain(`[The file](${url}`);
    expect(body).toContain('Start the checks');
    expect(body.length).toBeLessThan(60_000);
  }
  const [many, sales] = pulls;
  expect(many?.body).toContain('The page is too long for a pull request.');
  expect(sales?.body).toContain('| `sales@contoso.com` | `bob@contoso.com` | Full access | invoices |');
  expect(sales?.body).toContain('2026-01-31 or earlier');
  const today = new Date().toISOString().slice(0, 10);
  const reviewed = Object.entries(FILES).map(([name, text]) => [name, text.replaceAll(/,$/gm, `,${today}`)] as const);
  const after = Object.fromEntries(reviewed);
  expect(tenant.filesOf(sales?.head ?? '')).toEqual({
    ...FILES,
    'grants/sales team.csv': after['grants/sales team.csv'],
  });
  expect(tenant.filesOf(many?.head ?? '')).toEqual({ ...FILES, 'grants/many.csv': after['grants/many.csv'] });
  expect(tenant.filesOf('main')).toEqual(FILES);

  const second = await review();
  expect(second.jobs).toEqual({ review: 'success', ask: 'success' });
  expect(tenant.pullRequests()).toEqual(pulls);
  // Merged, nothing is due.
  for (const { number } of pulls) tenant.mergePullRequest(number);
  expect(tenant.filesOf('main')).toEqual(after);
  expect((await review({}, { files: after })).jobs).toEqual({ review: 'success' });
});

test('is refused in a fork, and from another branch', async () => {
  for (const repository of [{ fork: true }, { default_branch: 'release' }]) {
    const refused = await review(repository, { event: 'workflow_dispatch' });
    expect(refused.jobs).toEqual({ review: 'failure' });
    expect(refused.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('not of a fork') }]);
  }
  expect(tenant.pullRequests()).toEqual([]);
});

test('says which setting or permission is missing, and goes on when it is there', async () => {
  const messagesOf = ({ annotations }: WorkflowRun): readonly string[] => annotations.map(({ message }) => message);
  tenant.setGithubFaults({ noContentsWrite: true });
  const unpermitted = await review();
  expect(unpermitted.jobs).toEqual({ review: 'success', ask: 'failure' });
  expect(messagesOf(unpermitted)).toContain('grants/many.csv: The token lacks contents: write or pull-requests: write');
  tenant.setGithubFaults({ noPullRequestsByActions: true });
  const unset = await review();
  expect(unset.jobs).toEqual({ review: 'success', ask: 'failure' });
  expect(messagesOf(unset).join()).toContain('Allow GitHub Actions to create pull requests in Settings');
  tenant.setGithubFaults({});
  expect((await review()).jobs).toEqual({ review: 'success', ask: 'success' });
  expect(tenant.pullRequests()).toHaveLength(2);
});

test('overwrites no file that somebody has changed since the review began', async () => {
  const changed = { ...FILES, 'grants/sales team.csv': `${HEADER}\n` };
  tenant.pushCommit('main', changed);
  const { jobs, annotations } = await review();
  expect(jobs).toEqual({ review: 'success', ask: 'failure' });
  expect(annotations.map(({ message }) => message)).toEqual([
    expect.stringContaining('grants/sales team.csv: Somebody has changed the file meanwhile.'),
  ]);
  const [many, ...others] = tenant.pullRequests();
  expect(others).toEqual([]);
  expect(tenant.filesOf(many?.head ?? '')?.['grants/sales team.csv']).toBe(`${HEADER}\n`);
});

test('of a GitHub App needs no setting, and its checks start by themselves', async () => {
  tenant.setGithubFaults({ noPullRequestsByActions: true });
  const { jobs } = await review({}, { variables: { REVIEW_APP_CLIENT_ID: 'Iv1.8a61f9b3a7aba766' } });
  expect(jobs).toEqual({ review: 'success', ask: 'success' });
  const pulls = tenant.pullRequests();
  expect(pulls.map(({ user }) => user)).toEqual(['mailbox-review[bot]', 'mailbox-review[bot]']);
  expect(pulls.filter(({ body }) => body.includes('Start the checks'))).toEqual([]);
});

test('ends in a plan that takes away the right whose line the owner deleted', async () => {
  tenant = await newTenant({
    mailboxes: 12,
    roles: ['MailboxSettings.Read', 'User.Read.All'],
    exchange: { directoryRoles: ['Exchange Administrator'] },
  });
  for (const address of mailboxesOf(tenant)) setRights(tenant, address);
  const [mailbox = '', kept = '', deleted = ''] = mailboxesOf(tenant);
  setRights(tenant, mailbox, [grantTo(tenant, kept, 'FullAccess'), grantTo(tenant, deleted, 'FullAccess')]);
  const line = (person: string): string => `${mailbox},${person},FullAccess,for the team,cfo@contoso.com,`;
  const policy =
    'register: { files: grants/*.csv, review-every: 180d }\nrules:\n  - id: right-registered\n    report: mailbox-permissions\n' +
    "    title: Registered\n    expect: { Registered: { enum: ['yes', due] } }\n    set: remove\n";
  const files = { 'policy.yml': policy, 'grants/team.csv': `${HEADER}\n${line(kept)}\n${line(deleted)}\n` };
  tenant.pushCommit('main', files);
  expect((await review({}, { files })).jobs).toEqual({ review: 'success', ask: 'success' });

  const [pull] = tenant.pullRequests();
  if (pull === undefined) throw new Error('no pull request');
  const answer = tenant.filesOf(pull.head)?.['grants/team.csv'] ?? '';
  const left = answer.replace(new RegExp(`^.*,${deleted},.*\n`, 'm'), '');
  tenant.pushCommit(pull.head, { ...files, 'grants/team.csv': left });
  tenant.mergePullRequest(pull.number);
  const merged = tenant.filesOf('main') ?? {};
  expect(merged).toEqual({ ...files, 'grants/team.csv': left });

  const home = await mkdtemp(path.join(folder(), 'plan-'));
  const download = await downloader(home);
  const planOf = (register: Readonly<Record<string, string>>): Promise<WorkflowRun> =>
    run(tenant, example('remediate-by-hand'), {
      event: 'schedule',
      payload: { repository: { default_branch: 'main' } },
      files: register,
      variables: { MAX_CHANGES: '50' },
      actions: download,
      programs: githubCli(home),
    });
  expect((await planOf(files)).outputs.plan).toMatchObject({ 'change-count': '0' });
  const plan = await planOf(merged);
  expect(plan.outputs.plan).toMatchObject({ result: 'planned', 'change-count': '1' });
  expect(plan.summary).toContain(`\`${deleted}\` loses Full Access to \`${mailbox}\``);
});
