import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson } from '../../src/json.ts';
import { startTenant, type Tenant } from '../../tenant/tenant.ts';
import { describeOnPosix } from '../support/platform.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { githubCli, newRemote, runScript, scriptOf, scriptsOf } from './step-script.ts';
import { newFolder } from '../support/new-folder.ts';

const RUN = 'https://github.com/contoso/mailboxes/actions/runs/12';

describeOnPosix('the script of a step', () => {
  const root = newFolder();

  function newHome(): string {
    const home = mkdtempSync(path.join(root, 'home-'));
    githubCli(home);
    return home;
  }

  test('comments on an issue only if violations changed, closes it if none is left, and reopens it', async () => {
    const home = newHome();
    const [issuesFile, findings] = [path.join(home, 'issues.json'), path.join(home, 'mailbox-report.json')];
    const finding = { verdict: 'fail', message: 'The time zone is "a,b"\n# <img> @all', novelty: 'new' };
    const mailboxes = [
      {
        mailbox: 'a@contoso.com',
        findings: [finding, { ...finding, novelty: 'unchanged' }, { ...finding, verdict: 'exempt' }],
      },
      { mailbox: 'b@contoso.com', findings: [{ ...finding, novelty: 'unchanged' }] },
      { mailbox: 'c@contoso.com', findings: [{ ...finding, verdict: 'warn', message: 'x'.repeat(600) }] },
    ];
    writeFileSync(
      findings,
      `{"version":1,"mailboxes":[\n${mailboxes.map((one) => JSON.stringify(one)).join(',\n')}\n],"result":"violations"}\n`,
    );
    const repository = { GH_REPO: 'contoso/mailboxes', LABEL: 'mailbox-policy', REPORT: RUN };
    const github = { ...repository, GH_TOKEN: 'ghs_test', ISSUES: issuesFile };
    const script = scriptOf('violations-issue', 'Update the issue');
    const update = async (outputs: Readonly<Record<string, string>>): Promise<unknown> => {
      const usual = { RESULT: 'violations', COUNT: '3', NEW: '0', WARNINGS: '0', RESOLVED: '0' };
      expect(await runScript(script, { home, env: { ...github, ...usual, ...outputs } })).toEqual({
        code: 0,
        stdout: '',
      });
      return parseJson(readFileSync(issuesFile, 'utf8'));
    };

    const opened = `3 violations, unknown new; unknown new warnings; unknown resolved: ${RUN}`;
    const issue = { number: 1, title: 'Mailboxes violate the policy', labels: ['mailbox-policy'] };
    const only = (state: string, ...comments: readonly string[]) => ({
      labels: ['mailbox-policy'],
      issues: [{ ...issue, state, comments }],
    });
    expect(await update({ NEW: '', WARNINGS: '', RESOLVED: '' })).toEqual(only('OPEN', opened));
    expect(await update({})).toEqual(only('OPEN', opened));
    const commented =
      `4 violations, 0 new; 1 new warnings; 0 resolved: ${RUN}\n\n` +
      `    a@contoso.com: The time zone is "a,b" # <img> @all\n    c@contoso.com: ${'x'.repeat(481)}`;
    expect(await update({ COUNT: '4', WARNINGS: '1', FINDINGS: findings })).toEqual(only('OPEN', opened, commented));
    const closing = `No violations are left: ${RUN}`;
    expect(await update({ RESULT: 'pass', COUNT: '0', RESOLVED: '4' })).toMatchObject({
      issues: [{ state: 'CLOSED', comments: [opened, expect.any(String), closing] }],
    });
    expect(await update({ RESULT: 'pass', COUNT: '0' })).toMatchObject({ issues: [{ state: 'CLOSED' }] });
    expect(await update({ COUNT: '2', NEW: '2' })).toMatchObject({
      issues: [
        {
          state: 'OPEN',
          comments: [opened, expect.any(String), closing, `2 violations, 2 new; 0 new warnings; 0 resolved: ${RUN}`],
        },
      ],
    });
  });

  test('keeps one comment of a pull request, among those of others', async () => {
    const home = newHome();
    const [file, rehearsal] = [path.join(home, 'repository.json'), path.join(home, 'rehearsal.md')];
    const mark = '<!-- mailbox-report rehearsal -->';
    const others = [
      { id: 1, user: { type: 'User' }, body: `${mark}\nof a person` },
      { id: 2, user: { type: 'Bot' }, body: 'of another bot' },
    ];
    writeFileSync(file, JSON.stringify({ labels: [], issues: [], comments: others }));
    const env = { GH_REPO: 'contoso/mailboxes', GH_TOKEN: 'ghs_test', ISSUES: file, NUMBER: '7', FILE: rehearsal };
    for (const text of ['one', 'two']) {
      writeFileSync(rehearsal, `${mark}\n${text}`);
      expect(await runScript(scriptOf('pull-request', 'Comment'), { home, env })).toEqual({ code: 0, stdout: '' });
      expect(parseJson(readFileSync(file, 'utf8'))).toMatchObject({
        comments: [...others, { body: `${mark}\n${text}` }],
      });
    }
  });

  describe('of the attested report', () => {
    const step = (name: string) => scriptOf('attested-report', name);
    const DIGEST = createHash('sha256').update('zip').digest('hex');

    test('signs the evidence and a list of digests, which sha256sum takes, by the key and without a service', async () => {
      const home = newHome();
      // Notes the key and the digest of the file in place of a signature.
      const cosign = `#!/bin/bash
if [ "$1 $2 $3" = 'signing-config create --out' ]; then echo none > "$4"; exit; fi
[ "$1 $2 $3 $4 $5 $7" = 'sign-blob --yes --key env://COSIGN_PRIVATE_KEY --signing-config --bundle' ] && grep -q none "$6"
echo "$COSIGN_PRIVATE_KEY $(sha256sum < "$9")" > "$8"
`;
      writeFileSync(path.join(home, 'bin', 'cosign'), cosign, { mode: 0o755 });
      writeFileSync(path.join(home, 'evidence.json'), 'evidence');
      writeFileSync(path.join(home, 'mailbox-report.zip'), 'zip');
      const env = { EVIDENCE: path.join(home, 'evidence.json'), DIGEST, RUNNER_TEMP: home, COSIGN_PRIVATE_KEY: 'key' };
      const scripts = [step('Collect what is signed'), `cd '${home}/signatures'`, step('Sign with the key')];
      const check = 'cp ../mailbox-report.zip . && sha256sum --check SHA256SUMS';
      const script = [`cd '${home}'`, ...scripts, check].join('\n');
      const { code, stdout } = await runScript(script, { home, env });
      expect({ code, stdout }).toEqual({ code: 0, stdout: 'evidence.json: OK\nmailbox-report.zip: OK\n' });
      const signatures = path.join(home, 'signatures');
      for (const name of ['evidence.json', 'SHA256SUMS']) {
        const digest = createHash('sha256')
          .update(readFileSync(path.join(signatures, name)))
          .digest('hex');
        expect(readFileSync(path.join(signatures, `${name}.sigstore.json`), 'utf8')).toBe(`key ${digest}  -\n`);
      }
    });

    test('says how to check each way of signing, and no other', async () => {
      const home = newHome();
      const said = async (env: Readonly<Record<string, string>>): Promise<string> => {
        const summary = path.join(mkdtempSync(path.join(home, 'summary-')), 'summary.md');
        const github = { GITHUB_REPOSITORY: 'contoso/mailboxes', GITHUB_REF: 'refs/heads/main', ARTIFACT: '7' };
        const ref = { GITHUB_WORKFLOW_REF: 'contoso/mailboxes/.github/workflows/attested-report.yml@refs/heads/main' };
        const all = { ...github, ...ref, GITHUB_STEP_SUMMARY: summary, ...env };
        expect(await runScript(step('Say how to check'), { home, env: all })).toEqual({ code: 0, stdout: '' });
        return readFileSync(summary, 'utf8');
      };
      const byKey = await said({ HAS_KEY: 'true', ATTESTED: '' });
      expect(byKey).toContain(
        'gh api repos/contoso/mailboxes/actions/artifacts/7/zip > mailbox-report.zip\nsha256sum --check SHA256SUMS\n' +
          'cosign verify-blob --key cosign.pub --insecure-ignore-tlog --bundle evidence.json.sigstore.json evidence.json\n',
      );
      expect(byKey).not.toContain('gh attestation');
      const byGitHub = await said({ HAS_KEY: 'false', ATTESTED: 'true' });
      expect(byGitHub).toContain(
        'gh attestation verify evidence.json --repo contoso/mailboxes --predicate-type https://slsa.dev/provenance/v1 \\\n' +
          '  --signer-workflow contoso/mailboxes/.github/workflows/attested-report.yml --source-ref refs/heads/main\n',
      );
      expect(byGitHub).not.toContain('cosign');
    });

    test('fails without evidence, and without a way to sign', async () => {
      const home = newHome();
      const env = { EVIDENCE: path.join(home, 'evidence.json'), DIGEST };
      const none = await runScript(step('Collect what is signed'), { home, env });
      expect(none).toEqual({ code: 1, stdout: expect.stringMatching(/^::error::There is no evidence\.json: /) });
      const unsigned = await runScript(step('Require a way to sign'), { home, env: {} });
      expect(unsigned).toEqual({ code: 1, stdout: expect.stringMatching(/^::error::Nothing would be signed: /) });
    });
  });

  const own = { workflow: 5, repository: 'contoso/mailboxes', branch: 'main' };

  const name = 'Check that earlier runs are of this workflow, on the default branch';

  test('checks the runs of undo file and plan by the same script', () => {
    const script = scriptOf('remediate', name);
    expect(scriptsOf('remediate-by-hand', name)).toEqual([script, script]);
  });

  test.each([
    ['accepts a run of its own', own, 0],
    ['accepts a run of the schedule', { ...own, event: 'schedule' }, 0],
    ['refuses a run of a pull request', { ...own, event: 'pull_request_target' }, 1],
    ['refuses a run of another workflow', { ...own, workflow: 6 }, 1],
    ['refuses a run of a fork', { ...own, repository: 'stranger/mailboxes' }, 1],
    ['refuses a run of another branch', { ...own, branch: 'change' }, 1],
    ['refuses a run of a tag with the name of the branch', { ...own, ahead: 1 }, 1],
    ['refuses a run that does not exist', undefined, 1],
  ])('%s', async (_, earlier, expected) => {
    expect(await checked({ 7: earlier }, { UNDO_RUN: '7' })).toBe(expected);
  });

  test.each(['7', '8 --jq'])('refuses the run %s of a plan, although that of the undo file is its own', async (run) => {
    expect(await checked({ 7: { ...own, workflow: 6 }, 8: own }, { UNDO_RUN: '8', PLAN_RUN: run })).toBe(1);
  });

  async function checked(runs: object, env: Readonly<Record<string, string>>): Promise<number> {
    const repository = { GITHUB_REPOSITORY: 'contoso/mailboxes', GITHUB_RUN_ID: '1', BRANCH: 'main' };
    const github = { GH_TOKEN: 'ghs_test', RUNS: JSON.stringify({ 1: own, ...runs }) };
    const script = scriptOf('remediate', name);
    return (await runScript(script, { home: newHome(), env: { ...repository, ...github, ...env } })).code;
  }

  describe('that keeps rows', () => {
    async function keep(home: string, name: string, env: Readonly<Record<string, string>>): Promise<number> {
      const rows = path.join(home, 'rows.ndjson.gz');
      writeFileSync(rows, `rows of ${name}`);
      const place = { REMOTE: path.join(home, 'remote.git'), BRANCH: 'mailbox-history', ROWS: rows, NAME: name };
      const texts = { SUMMARY: `pass: ${name}`, RUN };
      const script = scriptOf('report-history', 'Keep the rows');
      return (await runScript(script, { home, env: { ...place, ...texts, KEY: path.join(home, 'key.asc'), ...env } }))
        .code;
    }

    test('adds those of each run to the branch of a private repository', async () => {
      const home = newHome();
      const git = newRemote(path.join(home, 'remote.git'));
      for (const name of ['7-1', '8-1']) expect(await keep(home, name, { PRIVATE: 'true' })).toBe(0);
      expect(git('log', '--format=%s', 'mailbox-history').split('\n')).toEqual(['pass: 8-1', 'pass: 7-1']);
      const names = git('ls-tree', '-r', '--name-only', 'mailbox-history').split('\n');
      expect(names).toEqual(['rows/7-1.ndjson.gz', 'rows/8-1.ndjson.gz']);
      expect(git('show', 'mailbox-history:rows/7-1.ndjson.gz')).toBe('rows of 7-1');
    });

    test.each(['false', ''])('keeps none without a key if the repository may be public (%j)', async (isPrivate) => {
      const home = newHome();
      const git = newRemote(path.join(home, 'remote.git'));
      expect(await keep(home, '7-1', { PRIVATE: isPrivate })).toBe(1);
      expect(git('branch', '--list')).toBe('');
    });

    const describeWithGpg = spawnSync('gpg', ['--version']).status === 0 ? describe : describe.skip;
    describeWithGpg('with a key that is committed', () => {
      test('encrypts them', async () => {
        const home = newHome();
        const git = newRemote(path.join(home, 'remote.git'));
        const keys = path.join(home, 'keys');
        mkdirSync(keys, { mode: 0o700 });
        const gpg = (...args: readonly string[]): string =>
          execFileSync('gpg', ['--homedir', keys, '--batch', '--quiet', ...args], { encoding: 'utf8' });
        gpg('--passphrase', '', '--quick-generate-key', 'history@contoso.com', 'default', 'default', 'never');
        writeFileSync(path.join(home, 'key.asc'), gpg('--armor', '--export'));
        expect(await keep(home, '7-1', { PRIVATE: 'false' })).toBe(0);
        git('--work-tree', home, 'checkout', '--quiet', 'mailbox-history', '--', 'rows');
        const [file = ''] = readdirSync(path.join(home, 'rows'));
        expect(file).toBe('7-1.ndjson.gz.gpg');
        gpg('--decrypt-files', path.join(home, 'rows', file));
        expect(readFileSync(path.join(home, 'rows', '7-1.ndjson.gz'), 'utf8')).toBe('rows of 7-1');
      });
    });
  });

  describe('that sends mail', () => {
    let tenant: Tenant;
    beforeAll(async () => {
      const subject = 'repo:contoso/mailboxes:ref:refs/heads/main';
      tenant = await startTenant({ mailboxes: 1, federatedCredentials: [{ subject }], oidc: { subject } });
    });
    afterAll(() => tenant.close());

    async function sendMail(csv: Buffer, respond: Parameters<typeof startReceiver>[0]) {
      const home = newHome();
      const graph: Receiver = await startReceiver(respond);
      const file = path.join(home, 'large.csv');
      writeFileSync(file, csv);
      const env = {
        TENANT_ID: tenant.tenantId,
        MAIL_CLIENT_ID: tenant.clientId,
        SUBJECT: 'Report',
        TEXT: 'Text',
        MAIL_FROM: 'reports@contoso.com',
        MAIL_TO: 'it@contoso.com',
        LOGIN: tenant.authorityHost,
        GRAPH: graph.origin,
        SCOPE: `${tenant.graphUrl}/.default`,
        CSV: file,
        ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
      };
      const result = await runScript(scriptOf('report-by-mail', 'Send the CSV'), { home, env, shell: 'node' });
      await graph.close();
      return { ...result, graph };
    }

    test('uploads a CSV of more than 3 MB in parts, without the token', async () => {
      const csv = Buffer.alloc(7_000_000, 'MailboxName,Language\r\n');
      const { code, stdout, graph } = await sendMail(csv, ({ method, path: at }, origin) => {
        if (at.endsWith('/messages')) return [201, { id: 'A/B=' }];
        if (at.endsWith('/createUploadSession')) return [201, { uploadUrl: `${origin}/upload?auth=1` }];
        return [method === 'PUT' ? 200 : 202];
      });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
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
      const { code, stdout, graph } = await sendMail(Buffer.from('MailboxName\r\n'), () => [403, { error }]);
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
});
