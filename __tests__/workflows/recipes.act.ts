import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parseJson } from '../../src/json.ts';
import { startTenant, type Tenant } from '../../tenant/tenant.ts';
import { jobsOf, textIn } from '../docs/workflow-files.ts';
import { runWorkflow, type WorkflowRun, type WorkflowUse } from './act.ts';
import { against, example } from './examples.ts';
import { startReceiver, type Receiver } from './receiver.ts';

jest.setTimeout(120_000);

const SUBJECT = 'repo:contoso/mailboxes:ref:refs/heads/main';
const POLICY = `rules:
  - id: replies-stay-inside
    title: Automatic replies reach nobody outside, or contacts only
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
`;

let folder: string;
let tenant: Tenant;
let list: readonly string[];
const receivers: Receiver[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recipes-'));
  tenant = await startTenant({
    mailboxes: 40,
    federatedCredentials: [{ subject: SUBJECT }],
    oidc: { subject: SUBJECT },
  });
  list = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
});
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});
afterAll(async () => {
  await tenant.close();
  await rm(folder, { recursive: true, force: true });
});

async function newReceiver(respond: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const receiver = await startReceiver(respond);
  receivers.push(receiver);
  return receiver;
}

/** Runs an example, with values of its environment replaced, for a list with violations of the policy. */
async function recipe(
  workflow: string,
  replaced: Readonly<Record<string, string>> = {},
  more: Partial<WorkflowUse> & { readonly mailboxes?: readonly string[] } = {},
): Promise<WorkflowRun> {
  const { mailboxes = list, variables, ...use } = more;
  const text = Object.entries(replaced).reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, () => to);
    },
    against(tenant, workflow),
  );
  return runWorkflow({
    workflow: text,
    event: 'schedule',
    files: { 'mailboxes.txt': `${mailboxes.join('\n')}\n`, 'policy.yml': POLICY },
    variables: { TENANT_ID: tenant.tenantId, CLIENT_ID: tenant.clientId, ...variables },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    },
    ...use,
  });
}

test('the artifact is attested by its digest, also if mailboxes violate the policy', async () => {
  const attest = path.join(folder, 'attest');
  await mkdir(attest);
  await writeFile(
    path.join(attest, 'action.yml'),
    `name: Attest
description: For a test
inputs:
  subject-name: { description: Name }
  subject-digest: { description: Digest }
runs:
  using: composite
  steps:
    - shell: bash
      env: { NAME: '\${{ inputs.subject-name }}', DIGEST: '\${{ inputs.subject-digest }}' }
      run: echo "attested $NAME $DIGEST"
`,
  );
  const workflow = example('attested-report');
  const [, used = ''] = /uses: (actions\/attest@[0-9a-f]{40}) /.exec(workflow) ?? [];
  const run = await recipe(workflow, {}, { actions: { [used]: attest } });
  expect(run).toMatchObject({ jobs: { report: 'failure' }, steps: { 'Attest the artifact': 'success' } });
  const digest = run.outputs.report?.['artifact-digest'] ?? '';
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(run.log).toContain(`attested mailbox-report.zip sha256:${digest}\n`);
});

test('the result is posted to Teams as an Adaptive Card, and the log does not contain the URL', async () => {
  const teams = await newReceiver(() => [202]);
  const run = await recipe(
    example('report-to-teams'),
    {},
    { secrets: { TEAMS_WORKFLOW_URL: `${teams.origin}/workflows/abc?sig=very-secret` } },
  );
  expect(run).toMatchObject({ jobs: { report: 'failure' }, steps: { 'Post to Teams': 'success' } });
  const [posted, ...others] = teams.requests;
  expect(others).toEqual([]);
  expect(posted).toMatchObject({ method: 'POST', path: '/workflows/abc?sig=very-secret' });
  expect(posted?.headers).toMatchObject({ 'content-type': 'application/json' });
  const violations = run.outputs.report?.['violation-count'] ?? '';
  const card = parseJson(posted?.body.toString() ?? '');
  expect(card).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
  });
  const text = JSON.stringify(card);
  expect(text).toContain('"text":"Mailbox Report: violations"');
  expect(text).toContain(`{"title":"Mailboxes read","value":"${list.length} of ${list.length}"}`);
  expect(text).toContain(`{"title":"Violations","value":"${violations}"},{"title":"New violations","value":"unknown"}`);
  expect(text).toMatch(/"url":"https:\/\/github\.com\/contoso\/mailboxes\/actions\/runs\/\d+"/);
  expect(JSON.stringify(run)).not.toContain('very-secret');
});

describe('the mail', () => {
  const variables = { MAIL_FROM: 'reports@contoso.com', MAIL_TO: 'it@contoso.com, audit@contoso.com' };

  test('has the CSV attached, and is sent from one mailbox without a secret', async () => {
    const graph = await newReceiver(() => [202]);
    const output = path.join(folder, 'mailed');
    const workflow = against(tenant, example('report-by-mail'), { 'output-directory': output });
    const run = await recipe(
      workflow,
      {
        'https://login.microsoftonline.com': tenant.authorityHost,
        'https://graph.microsoft.com/v1.0': `${graph.origin}/v1.0`,
        'https://graph.microsoft.com/.default': `${tenant.graphUrl}/.default`,
      },
      { variables: { ...variables, MAIL_CLIENT_ID: tenant.clientId } },
    );
    expect(run).toMatchObject({ jobs: { report: 'success' }, steps: { 'Send the CSV': 'success' } });
    expect(graph.requests.map(({ method, path: at }) => `${method} ${at}`)).toEqual([
      'POST /v1.0/users/reports%40contoso.com/sendMail',
    ]);
    const csv = await readFile(path.join(output, 'mailbox-settings.csv'));
    expect(parseJson(graph.requests[0]?.body.toString() ?? '')).toEqual({
      message: {
        subject: 'Mailbox report: pass',
        body: { contentType: 'text', content: expect.stringContaining(`${list.length} of ${list.length} mailboxes`) },
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
    expect(JSON.stringify(run)).not.toContain(token);
  });

  /** Runs the script of the step alone. */
  async function mailScript(graph: Receiver, csv: Buffer): Promise<{ readonly code: number; readonly stdout: string }> {
    const steps = jobsOf('examples/workflows/report-by-mail.yml').flatMap((job) => job.steps);
    const step = steps.find(({ name }) => name === 'Send the CSV');
    const script = path.join(folder, 'mail.cjs');
    const file = path.join(folder, 'large.csv');
    await writeFile(script, step === undefined ? 'process.exit(9)' : textIn(step, 'run'));
    await writeFile(file, csv);
    const env = {
      ...{ TENANT_ID: tenant.tenantId, MAIL_CLIENT_ID: tenant.clientId, ...variables, SUBJECT: 'Report', TEXT: 'Text' },
      ...{ LOGIN: tenant.authorityHost, GRAPH: graph.origin, SCOPE: `${tenant.graphUrl}/.default`, CSV: file },
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [script], { env }, (_error, stdout) => {
        resolve({ code: child.exitCode ?? -1, stdout });
      });
    });
  }

  test('has a CSV of more than 3 MB uploaded in parts, without the token', async () => {
    const csv = Buffer.alloc(7_000_000, 'MailboxName,Language\r\n');
    const graph = await newReceiver(({ method, path: at }, origin) => {
      if (at.endsWith('/messages')) return [201, { id: 'A/B=' }];
      if (at.endsWith('/createUploadSession')) return [201, { uploadUrl: `${origin}/upload?auth=1` }];
      return [method === 'PUT' ? 200 : 202];
    });
    expect(await mailScript(graph, csv)).toEqual({ code: 0, stdout: '' });
    const draft = '/users/reports%40contoso.com/messages/A%2FB%3D';
    const sent = graph.requests.map(({ method, path: at }) => `${method} ${at}`);
    expect(sent.filter((one) => !one.startsWith('PUT '))).toEqual([
      'POST /users/reports%40contoso.com/messages',
      `POST ${draft}/attachments/createUploadSession`,
      `POST ${draft}/send`,
    ]);
    expect(sent.at(-1)).toBe(`POST ${draft}/send`);
    const session = parseJson(graph.requests[1]?.body.toString() ?? '');
    expect(session).toEqual({ AttachmentItem: { attachmentType: 'file', name: 'large.csv', size: csv.length } });

    const parts = graph.requests.filter(({ method }) => method === 'PUT');
    expect(parts.map(({ headers }) => headers.authorization)).toEqual(parts.map(() => undefined));
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(Buffer.concat(parts.map(({ body }) => body)))).toBe(digest(csv));
    // Graph: parts of less than 4 MB, all but the last a multiple of 320 KiB.
    const sizes = parts.map(({ body }) => body.length);
    expect(sizes.slice(0, -1).filter((size) => size % 327_680 !== 0 || size >= 4_000_000)).toEqual([]);
    expect(parts.map(({ headers }) => headers['content-range'])).toEqual(ranges(sizes, csv.length));
  });

  test('fails with the code of Graph, and without its text', async () => {
    const error = { code: 'ErrorAccessDenied', message: 'x\n::set-env name=A::b' };
    const graph = await newReceiver((): readonly [number, unknown] => [403, { error }]);
    const { code, stdout } = await mailScript(graph, Buffer.from('MailboxName\r\n'));
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `::error title=Mail::POST ${graph.origin}: 403 ErrorAccessDenied\n`,
    });
  });

  function ranges(sizes: readonly number[], all: number): string[] {
    let at = 0;
    return sizes.map((size) => {
      const first = at;
      at += size;
      return `bytes ${first}-${at - 1}/${all}`;
    });
  }
});

test('the CSVs are committed to a branch of their own, once per change', async () => {
  const remote = path.join(folder, 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['--git-dir', remote, ...args], { encoding: 'utf8' }).trim();
  const commit = (mailboxes: readonly string[]): Promise<WorkflowRun> =>
    recipe(
      example('report-history'),
      { '${{ github.server_url }}/${{ github.repository }}.git': remote },
      { mailboxes, secrets: { GITHUB_TOKEN: 'ghs_test' } },
    );

  const first = await commit(list);
  expect(first.steps['Commit the CSVs']).toBe('success');
  const log = () => git('log', '--format=%s', 'mailbox-history').split('\n');
  expect(log()).toEqual([`violations: ${list.length} mailboxes`]);
  const files = git('ls-tree', '--name-only', 'mailbox-history').split('\n');
  expect(files).toEqual(['baseline.csv', 'mailbox-settings.csv', 'violations.csv']);

  const second = await commit(list);
  expect(second.steps['Commit the CSVs']).toBe('success');
  expect(second.log).toContain('Nothing has changed');
  expect(log()).toHaveLength(1);

  await commit(list.slice(1));
  expect(log()).toEqual([`violations: ${list.length - 1} mailboxes`, `violations: ${list.length} mailboxes`]);
  const removed = git('diff', '--numstat', 'mailbox-history~1', 'mailbox-history', '--', 'mailbox-settings.csv');
  expect(removed).toBe('0\t1\tmailbox-settings.csv');
});
