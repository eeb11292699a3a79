import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ROOT } from '../../demo/runner.ts';
import { starterPolicy } from '../../src/cli/commands/setup/starter-policy.ts';
import { parseJson } from '../../src/json.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { codeBlocks } from '../docs/markdown.ts';
import { textOf } from '../docs/repository.ts';
import { startReceiver, type Receiver } from '../examples/receiver.ts';
import { UNREADABLE, USUAL_TENANT } from '../support/usual-tenant.ts';
import { githubCli, newRemote } from '../examples/step-script.ts';
import { runWorkflow, type WorkflowRun, type WorkflowUse } from './act.ts';
import { against, CONFIG, example, exampleRuns, POLICY, standIn } from './examples.ts';

// act sometimes loses the last lines of a step that ends at once.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

jest.setTimeout(120_000);

const { folder, newTenant, readable, run } = exampleRuns();

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant({ roles: ['MailboxSettings.Read', 'Mail.ReadBasic.All'] });
});

/** A tenant whose mailboxes can all be read. */
function tenantToRead(): Promise<Tenant> {
  const roles = ['MailboxSettings.Read', 'User.Read.All'];
  return newTenant({ mailboxes: 30, habits: { ...FRIENDLY, kinds: [['shared', 10]] }, roles });
}

/** The lines in which two texts with as many lines differ. */
function differingLines(one: string, other: string): readonly (readonly [string, string | undefined])[] {
  const lines = other.split('\n');
  expect(lines).toHaveLength(one.split('\n').length);
  return one.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [[line, lines[at]] as const]));
}

/** Runs with a server that keeps the requests to it. */
async function withReceiver(act: (receiver: Receiver) => Promise<void>): Promise<void> {
  const receiver = await startReceiver(() => [202]);
  try {
    await act(receiver);
  } finally {
    await receiver.close();
  }
}

test('the scheduled report reads, uploads, summarises, and the next step uses its outputs', async () => {
  const all = await tenantToRead();
  const report = await run(all, example('scheduled-report'));
  const count = readable(all).length;
  expect(report).toMatchObject({ jobs: { report: 'success' }, steps: { 'Print the result': 'success' } });
  expect(report.outputs.report).toMatchObject({
    result: 'pass',
    'mailbox-count': String(count),
    'unreadable-count': '0',
    'artifact-id': expect.stringMatching(/^\d+$/),
  });
  expect(report.log).toContain(`pass: ${count} of ${count} mailboxes read`);
  expect(report.log).toContain('MailboxName,Language,Locale,TimeZone,AutomaticReplyStatus');
  expect(report.summary).toContain('## Mailbox Report: pass');
  expect(report.summary).toContain('Open the report page');
});

test('the workflow of setup reads all mailboxes without a list or a secret, and succeeds if one cannot be read', async () => {
  const all = await newTenant({ ...USUAL_TENANT, roles: ['MailboxSettings.Read', 'User.Read.All'] });
  const policy = starterPolicy(['mailbox-settings', 'inbox-rules']);
  const [config = ''] = codeBlocks(textOf('README.md'), 'yaml').filter((block) => block.startsWith('mailboxes: all'));
  const files = { 'policy.yml': policy ?? '', 'mailbox-report.yml': config };
  const report = await run(all, example('scheduled-federated'), { files });
  expect(report.jobs).toEqual({ report: 'success' });
  expect(report.summary).toContain('## Mailbox Report: pass');
  expect(report.log).toContain(`Read ${40 - UNREADABLE} of 40 mailboxes`);
});

describe('shards', () => {
  const FOLDERS = { 'mailbox-report.yml': 'mailboxes: mailboxes.txt\nreport: folders\n' };

  test('are read by a matrix of jobs, and merged by the last job', async () => {
    const sharded = await run(tenant, example('sharded'), { files: FOLDERS });
    expect(sharded.jobs).toEqual({ read: 'success', report: 'success' });
    expect(sharded.outputs.merge).toMatchObject({ result: 'pass', 'unreadable-count': '0' });
    for (const shard of [1, 2, 3, 4]) expect(sharded.summary).toContain(`## Mailbox Report: shard ${shard} of 4`);
    expect(sharded.summary).toContain('## Mailbox Report: pass');
  });

  /** The reusable workflow for a tenant. act does not know this syntax: the files that it names stand in the repository of the test. */
  async function reusable(): Promise<Pick<WorkflowUse, 'files'> & { readonly folders: readonly string[] }> {
    const file = await readFile(path.join(ROOT, '.github/workflows/report.yml'), 'utf8');
    const local = file.replaceAll('uses: $/', 'uses: ./');
    expect(differingLines(file, local)).toEqual([
      ['      - uses: $/.github/actions/read-shard', '      - uses: ./.github/actions/read-shard'],
      ['      - uses: $/merge', '      - uses: ./merge'],
    ]);
    return {
      files: { '.github/workflows/report.yml': against(tenant, local) },
      folders: ['dist', 'merge', '.github/actions'],
    };
  }

  const WORKFLOW = example('sharded-reusable').replace('mailbox-report/mailbox-report/', './').replace('yml@v1', 'yml');

  test('are read and merged by the reusable workflow', async () => {
    const { files, folders } = await reusable();
    const sharded = await run(tenant, WORKFLOW, { files: { ...files, ...FOLDERS }, folders });
    expect(sharded.outputs.merge).toMatchObject({ result: 'pass', 'unreadable-count': '0' });
    expect(sharded.summary).toContain('## Mailbox Report: pass');
  });

  test('are read as the file of "config" says where the workflow sets nothing, on runners with several labels', async () => {
    const { files, folders } = await reusable();
    const own = {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      credential: 'federated',
      mailboxes: 'own.txt',
      report: ['mailbox-settings', 'inbox-rules'],
    };
    const workflow = WORKFLOW.replace(
      /with: \{.*\}/,
      `with: { config: own.yml, runner: '["azure", "ubuntu-latest"]' }`,
    );
    const list = readable(tenant).slice(0, 8).join('\n');
    const sharded = await run(tenant, workflow, {
      files: { ...files, 'own.yml': JSON.stringify(own), 'own.txt': list },
      folders,
    });
    expect(sharded.outputs.merge).toMatchObject({ result: 'pass', 'mailbox-count': '8', 'read-count': '8' });
    expect(sharded.log).toContain('report: mailbox-settings, inbox-rules');
  });
});

test('the gate fails if a mailbox violates the policy, and shows it in code scanning', async () => {
  // In place of GitHub's uploader, which needs GitHub: it takes the same input, and looks that it is a SARIF file.
  const home = path.join(folder(), 'codeql');
  const count = 'JSON.parse(require("fs").readFileSync(process.env.SARIF_FILE, "utf8")).runs[0].results.length';
  await standIn(home, [], 'true');
  await standIn(path.join(home, 'upload-sarif'), ['sarif_file'], `node -p '"SARIF with " + ${count} + " results"'`);
  const gate = await run(tenant, example('scheduled-gate'), { actions: { 'github/codeql-action@v4': home } });
  const violations = Number(gate.outputs.report?.['violation-count']);
  expect(violations).toBeGreaterThan(0);
  expect(gate).toMatchObject({
    jobs: { gate: 'failure' },
    outputs: { report: { result: 'violations' } },
    steps: { 'Show findings in code scanning': 'success' },
  });
  expect(gate.log).toContain(`SARIF with ${violations} results`);
  expect(gate.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Policy: replies-stay-inside', 'VIOLATIONS']),
  );
});

test('the gate with an issue opens it, and closes it once a committed baseline accepts the violations', async () => {
  const issuesFile = path.join(folder(), 'issues.json');
  const output = path.join(folder(), 'gate');
  const gate = (files: WorkflowUse['files']): Promise<WorkflowRun> =>
    run(tenant, example('violations-issue'), {
      inputs: { compare: 'off', 'output-directory': output },
      env: { ISSUES: issuesFile },
      programs: githubCli(folder()),
      files,
    });
  const issues = async (): Promise<unknown> => JSON.parse(await readFile(issuesFile, 'utf8'));

  const first = await gate({});
  expect(first).toMatchObject({ jobs: { gate: 'failure' }, steps: { 'Update the issue': 'success' } });
  const count = first.outputs.report?.['violation-count'] ?? '';
  const url = 'https://github.com/contoso/mailboxes/actions/runs/';
  const opened = expect.stringContaining(
    `${count} violations, unknown new; unknown new warnings; unknown resolved: ${url}`,
  );
  expect(await issues()).toMatchObject({ issues: [{ state: 'OPEN', comments: [opened] }] });

  const baseline = await readFile(path.join(output, 'baseline.csv'), 'utf8');
  const second = await gate({ 'baseline.csv': baseline, 'mailbox-report.yml': `${CONFIG}baseline: baseline.csv\n` });
  expect(second).toMatchObject({ jobs: { gate: 'success' }, outputs: { report: { 'known-count': count } } });
  const closing = expect.stringContaining(`No violations are left: ${url}`);
  expect(await issues()).toMatchObject({ issues: [{ state: 'CLOSED', comments: [opened, closing] }] });
}, 240_000);

describe('a pull request', () => {
  const of = (repository: string) => ({
    event: 'pull_request',
    payload: {
      repository: { visibility: 'private' },
      pull_request: {
        number: 7,
        head: { ref: 'change', repo: { id: repository === 'contoso/mailboxes' ? 1 : 2, full_name: repository } },
        base: { ref: 'main', sha: '0'.repeat(40), repo: { id: 1 } },
      },
    },
  });

  test('that breaks list and policy is marked, without secrets and network', async () => {
    const checked = await runWorkflow({
      workflow: example('validate'),
      ...of('fork/mailboxes'),
      files: {
        'mailboxes.txt': 'adele@@contoso.com\n',
        'policy.yml': POLICY.replace('enum', 'enums'),
        'mailbox-report.yml': CONFIG,
      },
    });
    expect(checked.jobs).toEqual({ validate: 'failure' });
    expect(checked.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(
      expect.arrayContaining(['error ADDRESS_MALFORMED', 'error POLICY_FILE']),
    );
  });

  test('of a fork is only checked, and one of the repository gets a comment', async () => {
    const file = path.join(folder(), 'comments.json');
    const use = { env: { ISSUES: file }, programs: githubCli(folder()) };
    // Without a token, GitHub is not asked for a report.
    const workflow = example('pull-request').replace('rehearse: auto', "rehearse: auto\n          github-token: ''");
    const ofFork = await run(tenant, workflow, { ...of('fork/mailboxes'), ...use });
    expect(ofFork.jobs).toEqual({ validate: 'success' });
    expect(ofFork.summary).toContain('not rehearsed');
    expect(ofFork.steps).not.toHaveProperty('Comment');
    const own = await run(tenant, workflow, { ...of('contoso/mailboxes'), ...use });
    expect(own).toMatchObject({ jobs: { validate: 'success' }, steps: { Comment: 'success' } });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      comments: [{ body: expect.stringContaining('Mailbox Report') }],
    });
  });
});

describe('the attested report', () => {
  const workflow = example('attested-report');
  const policy = `${POLICY}    controls: own.yml/1\n`;
  const catalogue =
    'title: Own\nsource: own\nas-of: 2026-01-01\nchecked: 2026-01-01\n' +
    'controls: [{ id: "1", title: Replies, parts: [{ subject: mailboxes, covered: whole }] }]\n';
  const files = { 'policy.yml': policy, 'own.yml': catalogue };

  /** Stand-ins for the actions that cannot be fetched, by what the workflow names. */
  async function actions(): Promise<Readonly<Record<string, string>>> {
    const standIns = {
      'actions/attest': await standIn(
        path.join(folder(), 'attest'),
        ['subject-checksums'],
        'sed "s/^/attested /" "$SUBJECT_CHECKSUMS"',
      ),
      'actions/upload-artifact': await standIn(
        path.join(folder(), 'upload'),
        ['name', 'path', 'if-no-files-found'],
        'true',
      ),
      'sigstore/cosign-installer': await standIn(
        path.join(folder(), 'cosign'),
        ['cosign-release'],
        'mkdir -p "$RUNNER_TEMP/cosign" && printf \'#!/bin/sh\\necho "signed $*"\\n\' > "$RUNNER_TEMP/cosign/cosign"' +
          ' && chmod +x "$RUNNER_TEMP/cosign/cosign" && echo "$RUNNER_TEMP/cosign" >> "$GITHUB_PATH"',
      ),
    };
    return Object.fromEntries(
      Object.entries(standIns).map(([name, place]) => {
        const [, used = ''] = new RegExp(`uses: (${name}@[0-9a-f]{40}) `).exec(workflow) ?? [];
        return [used, place];
      }),
    );
  }

  test('is signed by a key and attested by its digest, also if mailboxes violate the policy', async () => {
    const secrets = { COSIGN_PRIVATE_KEY: 'key', COSIGN_PASSWORD: 'password' };
    const use = { actions: await actions(), files, secrets, variables: { ATTEST: 'true' } };
    const report = await run(tenant, workflow, use);
    expect(report).toMatchObject({
      jobs: { report: 'failure' },
      steps: { 'Sign with the key': 'success', 'Attest the evidence and the artifact': 'success' },
    });
    const digest = report.outputs.report?.['artifact-digest'] ?? '';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(report.log).toContain(`attested ${digest}  mailbox-report.zip\n`);
    expect(report.log).toMatch(/attested [0-9a-f]{64} {2}evidence\.json\n/);
    expect(report.log).toContain('--bundle evidence.json.sigstore.json evidence.json\n');
  });

  test('reads nothing without a way to sign', async () => {
    const report = await run(tenant, workflow, { actions: await actions(), files });
    expect(report).toMatchObject({ jobs: { report: 'failure' }, steps: { 'Require a way to sign': 'failure' } });
    expect(report.outputs.report).toBeUndefined();
  });
});

test('the result is posted to Teams as an Adaptive Card, and the log does not contain the URL', () =>
  withReceiver(async (teams) => {
    const report = await run(tenant, example('report-to-teams'), {
      secrets: { TEAMS_WORKFLOW_URL: `${teams.origin}/workflows/abc?sig=very-secret` },
    });
    expect(report).toMatchObject({ jobs: { report: 'failure' }, steps: { 'Post to Teams': 'success' } });
    expect(teams.requests).toMatchObject([
      {
        method: 'POST',
        path: '/workflows/abc?sig=very-secret',
        headers: { 'content-type': 'application/json' },
      },
    ]);
    const card = parseJson(teams.requests[0]?.body.toString() ?? '');
    expect(card).toMatchObject({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
    });
    const text = JSON.stringify(card);
    const [count, violations] = [readable(tenant).length, report.outputs.report?.['violation-count']];
    expect(text).toContain('"text":"Mailbox Report: violations"');
    expect(text).toContain(`{"title":"Mailboxes read","value":"${count} of ${count}"}`);
    expect(text).toContain(
      `{"title":"Violations","value":"${violations}"},{"title":"New violations","value":"unknown"},{"title":"New warnings","value":"unknown"}`,
    );
    expect(text).toMatch(/"url":"https:\/\/github\.com\/contoso\/mailboxes\/actions\/runs\/\d+\/artifacts\/\d+"/);
    expect(JSON.stringify(report)).not.toContain('very-secret');
  }));

test('the mail has the CSV attached, and is sent from one mailbox without a secret', () =>
  withReceiver(async (graph) => {
    const output = path.join(folder(), 'mailed');
    const hosts = {
      'https://login.microsoftonline.com': tenant.authorityHost,
      'https://graph.microsoft.com/v1.0': `${graph.origin}/v1.0`,
      'https://graph.microsoft.com/.default': `${tenant.graphUrl}/.default`,
    };
    let workflow = example('report-by-mail');
    for (const [host, ours] of Object.entries(hosts)) workflow = workflow.replace(host, ours);
    const mail = { MAIL_FROM: 'reports@contoso.com', MAIL_TO: 'it@contoso.com, audit@contoso.com' };
    const report = await run(tenant, workflow, {
      inputs: { 'output-directory': output },
      variables: { ...mail, MAIL_CLIENT_ID: tenant.clientId },
      files: { 'mailbox-report.yml': 'mailboxes: mailboxes.txt\n' },
    });
    expect(report).toMatchObject({ jobs: { report: 'success' }, steps: { 'Send the CSV': 'success' } });
    expect(graph.requests).toMatchObject([{ method: 'POST', path: '/v1.0/users/reports%40contoso.com/sendMail' }]);
    const count = readable(tenant).length;
    const csv = await readFile(path.join(output, 'mailbox-settings.csv'));
    expect(parseJson(graph.requests[0]?.body.toString() ?? '')).toEqual({
      message: {
        subject: 'Mailbox report: pass',
        body: { contentType: 'text', content: expect.stringContaining(`${count} of ${count} mailboxes`) },
        toRecipients: [
          { emailAddress: { address: 'it@contoso.com' } },
          { emailAddress: { address: 'audit@contoso.com' } },
        ],
        attachments: [
          {
            '@odata.type': '#microsoft.graph.fileAttachment',
            name: 'mailbox-settings.csv',
            contentType: 'text/csv',
            contentBytes: csv.toString('base64'),
          },
        ],
      },
    });
    const token = String(graph.requests[0]?.headers.authorization).replace('Bearer ', '');
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(report)).not.toContain(token);
  }));

test('the rows are kept on a branch of their own', async () => {
  const remote = path.join(folder(), 'remote.git');
  const git = newRemote(remote);
  const workflow = example('report-history')
    .replace('${{ github.server_url }}/${{ github.repository }}.git', remote)
    .replace('${{ github.event.repository.private }}', "'true'");
  const report = await run(tenant, workflow);
  expect(report.steps['Keep the rows']).toBe('success');
  expect(git('log', '--format=%s', 'mailbox-history')).toBe(`violations: ${readable(tenant).length} mailboxes`);
  expect(git('ls-tree', '-r', '--name-only', 'mailbox-history')).toMatch(/^rows\/\d+-\d+\.ndjson\.gz$/);
});
