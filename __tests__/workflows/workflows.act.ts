import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { build } from 'esbuild';
import { ROOT } from '../../demo/runner.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { newCredential, type TestCredential } from '../support/credential.ts';
import { runWorkflow, type WorkflowRun, type WorkflowUse } from './act.ts';
import { against, example } from './examples.ts';

// act sometimes loses the last lines of a step that ends at once.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

jest.setTimeout(120_000);

let credential: TestCredential;
let folder: string;
const tenants: Tenant[] = [];
beforeAll(async () => {
  credential = await newCredential();
  folder = await mkdtemp(path.join(tmpdir(), 'actions-'));
});
afterEach(async () => {
  await Promise.all(tenants.splice(0).map((tenant) => tenant.close()));
});
afterAll(() => rm(folder, { recursive: true }));

async function newTenant(options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 60, certificates: [credential.certificate], ...options });
  tenants.push(tenant);
  return tenant;
}

function secretsOf({ tenantId, clientId }: Tenant): Readonly<Record<string, string>> {
  const { pfx, password } = credential;
  return { TENANT_ID: tenantId, CLIENT_ID: clientId, PFX: pfx, PFX_PASSWORD: password };
}

/** The list that a tidy repository would have: those that can be read. */
function readable(tenant: Tenant): string {
  const addresses = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
  return `${addresses.join('\n')}\n`;
}

function expectNoSecret(run: WorkflowRun): void {
  const text = JSON.stringify(run);
  expect(text).not.toContain(credential.pfx.slice(0, 60));
  expect(text).not.toContain(credential.password);
}

/** In place of actions/download-artifact, which cannot be fetched. */
async function downloader(): Promise<Readonly<Record<string, string>>> {
  const home = path.join(folder, 'download');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'download-artifact.ts')],
    outfile: path.join(home, 'download.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  const inputs = ['name', 'artifact-ids', 'run-id', 'github-token', 'path'].map(
    (name) => `  ${name}: { description: For a test }\n`,
  );
  await writeFile(
    path.join(home, 'action.yml'),
    `name: Download\ndescription: For a test\ninputs:\n${inputs.join('')}outputs:\n  download-path: { description: Path }\n` +
      'runs: { using: node24, main: download.mjs }\n',
  );
  return { 'actions/download-artifact@v8': home };
}

/** A folder with GitHub's command line, as far as examples use it. */
async function githubCli(home: string): Promise<string> {
  const program = path.join(home, 'bin', 'gh');
  await mkdir(path.dirname(program), { recursive: true });
  await writeFile(program, `#!/bin/sh\nexec node '${path.join(import.meta.dirname, 'gh.ts')}' "$@"\n`, { mode: 0o755 });
  return path.dirname(program);
}

/** The lines in which two texts with as many lines differ. */
function differingLines(one: string, other: string): readonly (readonly [string, string | undefined])[] {
  const lines = other.split('\n');
  expect(lines).toHaveLength(one.split('\n').length);
  return one.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [[line, lines[at]] as const]));
}

const POLICY = `rules:
  - id: replies-stay-inside
    title: Automatic replies reach nobody outside, or contacts only
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
`;
const KEPT = `rules:
  - id: locale
    title: The locale is one
    expect: { Locale: { pattern: '^[a-z]' } }
`;

describe('the scheduled report', () => {
  test('reads, uploads, summarises, and the step behind it uses its outputs', async () => {
    const tenant = await newTenant();
    const list = readable(tenant);
    const run = await runWorkflow({
      workflow: against(tenant, example('scheduled-report')),
      event: 'schedule',
      files: { 'mailboxes.txt': list },
      secrets: secretsOf(tenant),
    });
    const count = list.trimEnd().split('\n').length;
    expect(run.jobs).toEqual({ report: 'success' });
    expect(run.steps['Print the result']).toBe('success');
    expect(run.outputs.report).toMatchObject({
      result: 'pass',
      'mailbox-count': String(count),
      'unreadable-count': '0',
    });
    expect(run.outputs.report?.['artifact-id']).toMatch(/^\d+$/);
    expect(run.log).toContain(`pass: ${count} of ${count} mailboxes read`);
    expect(run.log).toContain('MailboxName,Language,Locale,TimeZone,AutomaticReplyStatus');
    expect(run.summary).toContain('## Mailbox Report: pass');
    expect(run.summary).toContain('Open the report page');
    expectNoSecret(run);
  });

  test('says which secret is missing, and what to do', async () => {
    const tenant = await newTenant();
    const { TENANT_ID, CLIENT_ID } = secretsOf(tenant);
    const run = await runWorkflow({
      workflow: against(tenant, example('scheduled-report')),
      event: 'schedule',
      files: { 'mailboxes.txt': readable(tenant) },
      secrets: { TENANT_ID: TENANT_ID ?? '', CLIENT_ID: CLIENT_ID ?? '' },
    });
    expect(run.jobs).toEqual({ report: 'failure' });
    expect(run.outputs.report).toMatchObject({ result: 'error' });
    expect(run.annotations).toEqual([
      { level: 'error', title: 'EMPTY', message: expect.stringContaining('The input "pfx" is empty.') },
    ]);
    expect(run.summary).toMatch(/fork or Dependabot/);
  });

  test('takes several reports in one step, and the artifact holds their CSVs as they were written', async () => {
    const tenant = await newTenant();
    const run = await runWorkflow({
      workflow: `${against(tenant, example('scheduled-report'), { report: 'mailbox-settings\ninbox-rules' })}
      - uses: actions/download-artifact@v8
        id: download
        with:
          name: mailbox-report
          path: \${{ runner.temp }}/downloaded

      - name: Compare
        env:
          DOWNLOADED: \${{ steps.download.outputs.download-path }}
          WRITTEN: \${{ steps.report.outputs.output-directory }}
        run: |
          for name in mailbox-settings.csv inbox-rules.csv mailbox-report.html; do
            cmp "$DOWNLOADED/$name" "$WRITTEN/$name"
            echo "$name is the same"
          done
`,
      event: 'workflow_dispatch',
      files: {
        'mailboxes.txt': readable(tenant),
      },
      secrets: secretsOf(tenant),
      actions: await downloader(),
    });
    expect(run.jobs).toEqual({ report: 'success' });
    for (const name of ['mailbox-settings.csv', 'inbox-rules.csv', 'mailbox-report.html']) {
      expect(run.log).toContain(`${name} is the same`);
    }
  });

  test('signs in without a secret where the job may ask for an OIDC token', async () => {
    const subject = 'repo:contoso/mailboxes:ref:refs/heads/main';
    const tenant = await newTenant({ certificates: [], federatedCredentials: [{ subject }], oidc: { subject } });
    const run = await runWorkflow({
      workflow: against(tenant, example('scheduled-federated')),
      event: 'schedule',
      files: { 'mailboxes.txt': readable(tenant) },
      variables: { TENANT_ID: tenant.tenantId, CLIENT_ID: tenant.clientId },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
      },
    });
    expect(run.jobs).toEqual({ report: 'success' });
    expect(run.summary).toContain('## Mailbox Report: pass');
    expect(tenant.counts).toMatchObject({ tokens: 1 });
  });
});

describe('shards', () => {
  async function sharded(
    workflow: string,
    files: Readonly<Record<string, string>> = {},
    folders: readonly string[] = [],
  ): Promise<WorkflowRun> {
    const subject = 'repo:contoso/mailboxes:ref:refs/heads/main';
    const roles = ['MailboxSettings.Read', 'Mail.ReadBasic.All'];
    const tenant = await newTenant({ certificates: [], roles, federatedCredentials: [{ subject }], oidc: { subject } });
    const others = Object.entries(files).map(([name, content]) => [name, against(tenant, content)] as const);
    const all: Readonly<Record<string, string>> = Object.fromEntries(others);
    return runWorkflow({
      workflow: workflow.includes('steps:') ? against(tenant, workflow) : workflow,
      event: 'schedule',
      files: { 'mailboxes.txt': readable(tenant), ...all },
      folders,
      variables: { TENANT_ID: tenant.tenantId, CLIENT_ID: tenant.clientId },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
      },
    });
  }

  test('are read by a matrix of jobs, and merged by the last job', async () => {
    const run = await sharded(example('sharded'));
    expect(run.jobs).toEqual({ read: 'success', report: 'success' });
    expect(run.outputs.merge).toMatchObject({ result: 'pass', 'unreadable-count': '0' });
    for (const shard of [1, 2, 3, 4]) expect(run.summary).toContain(`## Mailbox Report: shard ${shard} of 4`);
    expect(run.summary).toContain('## Mailbox Report: pass');
  });

  test('are read and merged by the reusable workflow', async () => {
    const workflow = example('sharded-reusable')
      .replace('mailbox-report/mailbox-report/', './')
      .replace('yml@v1', 'yml');
    const reusable = await readFile(path.join(ROOT, '.github/workflows/report.yml'), 'utf8');
    // act does not know this syntax. The files that it names stand in the repository of the test.
    const local = reusable.replaceAll('uses: $/', 'uses: ./');
    expect(differingLines(reusable, local)).toEqual([
      ['      - uses: $/.github/actions/read-shard', '      - uses: ./.github/actions/read-shard'],
      ['      - uses: $/merge', '      - uses: ./merge'],
    ]);
    const folders = ['dist', 'merge', '.github/actions'];
    const run = await sharded(workflow, { '.github/workflows/report.yml': local }, folders);
    expect(run.outputs.merge).toMatchObject({ result: 'pass', 'unreadable-count': '0' });
    expect(run.summary).toContain('## Mailbox Report: pass');
  });
});

describe('the repository of the action itself', () => {
  test('runs it by its folder', async () => {
    const tenant = await newTenant();
    const workflow = against(tenant, example('scheduled-report')).replace('mailbox-report/mailbox-report@v1', './');
    expect(workflow).toContain('uses: ./\n');
    const run = await runWorkflow({
      workflow,
      event: 'workflow_dispatch',
      files: { 'mailboxes.txt': readable(tenant) },
      folders: ['dist', 'validate', 'action.yml'],
      secrets: secretsOf(tenant),
    });
    expect(run.jobs).toEqual({ report: 'success' });
    expect(run.outputs.report).toMatchObject({ result: 'pass' });
    expectNoSecret(run);
  });
});

describe('the scheduled gate', () => {
  /** In place of GitHub's uploader, which needs GitHub: it takes the same input, and looks that it is a SARIF file. */
  async function uploader(): Promise<string> {
    const home = await mkdtemp(path.join(folder, 'codeql-'));
    await writeFile(
      path.join(home, 'action.yml'),
      'name: None\ndescription: None\nruns: { using: composite, steps: [] }\n',
    );
    await mkdir(path.join(home, 'upload-sarif'));
    await writeFile(
      path.join(home, 'upload-sarif', 'action.yml'),
      `name: Upload SARIF
description: For a test
inputs:
  sarif_file: { description: File }
runs:
  using: composite
  steps:
    - shell: bash
      env: { FILE: '\${{ inputs.sarif_file }}' }
      run: node -e 'const { runs } = JSON.parse(require("fs").readFileSync(process.env.FILE, "utf8")); console.log("SARIF with " + runs[0].results.length + " results")'
`,
    );
    return home;
  }

  async function gate(policy: string, list: (tenant: Tenant) => string): Promise<WorkflowRun> {
    const tenant = await newTenant();
    return runWorkflow({
      workflow: against(tenant, example('scheduled-gate'), { 'max-unreadable': '50%' }),
      event: 'schedule',
      files: { 'mailboxes.txt': list(tenant), 'policy.yml': policy },
      secrets: secretsOf(tenant),
      actions: { 'github/codeql-action@v4': await uploader() },
    });
  }

  test('goes red where a mailbox leaves the policy, and shows it in code scanning', async () => {
    const run = await gate(POLICY, readable);
    expect(run.jobs).toEqual({ gate: 'failure' });
    const violations = Number(run.outputs.report?.['violation-count']);
    expect(violations).toBeGreaterThan(0);
    expect(run.outputs.report).toMatchObject({ result: 'violations' });
    expect(run.steps['Show findings in code scanning']).toBe('success');
    expect(run.log).toContain(`SARIF with ${violations} results`);
    expect(run.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Policy: replies-stay-inside', 'VIOLATIONS']),
    );
  });

  test('is green where all keep it', async () => {
    expect(await gate(KEPT, readable)).toMatchObject({
      jobs: { gate: 'success' },
      outputs: { report: { result: 'pass' } },
    });
  });

  test('has the baseline as soon as the file is committed', async () => {
    const tenant = await newTenant();
    const output = path.join(folder, 'with-baseline');
    const use = async (files: WorkflowUse['files']): Promise<WorkflowRun> =>
      runWorkflow({
        workflow: against(tenant, example('scheduled-gate'), { 'output-directory': output }),
        event: 'schedule',
        files: { 'mailboxes.txt': readable(tenant), 'policy.yml': POLICY, ...files },
        secrets: secretsOf(tenant),
        actions: { 'github/codeql-action@v4': await uploader() },
      });
    const first = await use({});
    expect(first.outputs.report).toMatchObject({ result: 'violations', 'known-count': '0' });
    const second = await use({ 'baseline.csv': await readFile(path.join(output, 'baseline.csv'), 'utf8') });
    expect(second).toMatchObject({ jobs: { gate: 'success' }, outputs: { report: { result: 'pass' } } });
    expect(second.outputs.report?.['known-count']).toBe(first.outputs.report?.['violation-count']);
  });

  test('uploads nothing to code scanning where a mailbox is unreadable', async () => {
    const run = await gate(KEPT, ({ addresses }) => `${addresses.join('\n')}\n`);
    expect(run.outputs.report?.['unreadable-count']).not.toBe('0');
    expect(run.steps).not.toHaveProperty('Show findings in code scanning');
  });
});

describe('the gate with an issue', () => {
  /** Runs the example with a program `gh` that keeps its issues in this folder between runs. */
  async function issueRun(
    tenant: Tenant,
    home: string,
    {
      policy = POLICY,
      baseline,
      named = false,
      ...inputs
    }: { policy?: string; baseline?: string; named?: boolean; compare: string; 'output-directory': string },
  ): Promise<WorkflowRun> {
    const workflow = against(tenant, example('violations-issue'), inputs);
    return runWorkflow({
      workflow: named ? workflow.replace('# CHANGES: ', 'CHANGES: ') : workflow,
      event: 'schedule',
      files: {
        'mailboxes.txt': readable(tenant),
        'policy.yml': policy,
        ...(baseline === undefined ? {} : { 'baseline.csv': baseline }),
      },
      secrets: { ...secretsOf(tenant), GITHUB_TOKEN: 'ghs_test' },
      env: { ISSUES: path.join(home, 'issues.json') },
      programs: await githubCli(home),
    });
  }

  test('opens one issue, comments on changes only, closes it if no violation is left, and reopens it', async () => {
    const tenant = await newTenant();
    const home = await mkdtemp(path.join(folder, 'issue-'));
    const at = (name: string): string => path.join(home, name);
    const issues = async (): Promise<unknown> => JSON.parse(await readFile(at('issues.json'), 'utf8'));

    const first = await issueRun(tenant, home, { compare: 'off', 'output-directory': at('first') });
    expect(first).toMatchObject({ jobs: { gate: 'failure' }, steps: { 'Update the issue': 'success' } });
    const count = Number(first.outputs.report?.['violation-count']);
    expect(count).toBeGreaterThan(0);
    const url = expect.stringMatching(/: https:\/\/github\.com\/contoso\/mailboxes\/actions\/runs\/\d+$/);
    const issue = { number: 1, state: 'OPEN', title: 'Mailboxes violate the policy', labels: ['mailbox-policy'] };
    const opened = { labels: ['mailbox-policy'], issues: [{ ...issue, comments: [url] }] };
    expect(await issues()).toEqual(opened);
    expect(JSON.stringify(await issues())).toContain(`${count} violations, unknown new, unknown resolved`);

    const second = await issueRun(tenant, home, { compare: at('first'), 'output-directory': at('second') });
    expect(second.steps['Update the issue']).toBe('success');
    expect(await issues()).toEqual(opened);

    const [, one = ''] = (await readFile(at('first/violations.csv'), 'utf8')).split('\r\n');
    const [address = ''] = /[^\s",]+@[^\s",]+/.exec(one) ?? [];
    const rows = at('first/rows.ndjson.gz');
    const lines = gunzipSync(await readFile(rows))
      .toString('utf8')
      .split('\n');
    // The address has one violation, which the earlier run then has not found.
    const earlier = lines.map((line) =>
      line.startsWith(`{"mailbox":${JSON.stringify(address)},`)
        ? line.replace(/,"violations":\[\{[^\]]*\}\]/, '')
        : line,
    );
    expect(earlier).not.toEqual(lines);
    await writeFile(rows, gzipSync(earlier.join('\n')));
    await issueRun(tenant, home, { compare: at('first'), 'output-directory': at('third'), named: true });
    expect(await issues()).toMatchObject({
      issues: [{ ...issue, comments: [url, expect.stringContaining(`${count} violations, 1 new, 0 resolved: `)] }],
    });
    expect(JSON.stringify(await issues())).toContain(`\\n\\n    mailbox-settings,${address},`);

    const baseline = await readFile(at('third/baseline.csv'), 'utf8');
    const fourth = await issueRun(tenant, home, {
      ...{ compare: at('third'), 'output-directory': at('fourth'), baseline },
    });
    expect(fourth).toMatchObject({ jobs: { gate: 'success' }, outputs: { report: { 'known-count': String(count) } } });
    const closing = expect.stringContaining('No violations are left: https://github.com/contoso/mailboxes/');
    expect(await issues()).toMatchObject({
      issues: [{ state: 'CLOSED', comments: [url, expect.any(String), closing] }],
    });

    await issueRun(tenant, home, {
      ...{ policy: KEPT, compare: 'off', 'output-directory': at('fifth') },
    });
    await issueRun(tenant, home, { compare: at('fifth'), 'output-directory': at('sixth') });
    const reopening = expect.stringContaining(`${count} violations, ${count} new, 0 resolved: `);
    expect(await issues()).toMatchObject({
      issues: [{ state: 'OPEN', comments: [url, expect.any(String), closing, reopening] }],
    });
  }, 600_000);

  test('says nothing about a run that could not read', async () => {
    const tenant = await newTenant();
    const home = await mkdtemp(path.join(folder, 'issue-'));
    const run = await issueRun(tenant, home, {
      ...{ policy: 'rules: []\n', compare: 'off', 'output-directory': path.join(home, 'out') },
    });
    expect(run.jobs).toEqual({ gate: 'failure' });
    expect(run.steps).not.toHaveProperty('Update the issue');
  });
});

describe('the remediation', () => {
  const REMEDIATED = POLICY.replace(
    /\n$/,
    '\n    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }\n',
  );
  const OWN = { workflow: 5, repository: 'contoso/mailboxes', branch: 'main' };

  /** Runs an example for one tenant. Each job has a folder of its own for its files, below that of the run. */
  async function remediation(workflow: string) {
    const tenant = await newTenant({ roles: ['MailboxSettings.ReadWrite'] });
    const home = await mkdtemp(path.join(folder, 'remediation-'));
    const { pfx, password } = credential;
    const writer = { WRITER_CLIENT_ID: tenant.clientId, WRITER_PFX: pfx, WRITER_PFX_PASSWORD: password };
    const actions = await downloader();
    const programs = await githubCli(home);
    const filesOf = (run: string, job: string): string => path.join(home, run, job);
    return {
      tenant,
      settings: (): readonly unknown[] =>
        tenant.addresses.map((address) => JSON.stringify(tenant.expected(address).settings)),
      filesOf,
      use: async (
        run: string,
        inputs: Readonly<Record<string, string>> = {},
        { downloads = {}, undone = OWN }: { downloads?: Readonly<Record<string, string>>; undone?: object } = {},
      ): Promise<WorkflowRun> => {
        const done = await runWorkflow({
          workflow: against(tenant, workflow, { 'output-directory': filesOf(run, '${{ github.job }}') }),
          event: 'workflow_dispatch',
          payload: { inputs, repository: { default_branch: 'main' } },
          files: { 'mailboxes.txt': readable(tenant), 'policy.yml': REMEDIATED },
          secrets: { ...secretsOf(tenant), ...writer, GITHUB_TOKEN: 'ghs_test' },
          env: { DOWNLOADS: JSON.stringify(downloads), RUNS: JSON.stringify({ 1: OWN, 7: undone, 8: OWN }) },
          variables: { MAX_CHANGES: '500' },
          ...{ actions, programs },
        });
        expectNoSecret(done);
        return done;
      },
    };
  }

  test('plans, applies in two waves, leaves nothing to report, and undoes both', async () => {
    const { tenant, settings, filesOf, use } = await remediation(example('remediate'));
    const before = settings();
    const dispatched = { 'undo-run': '', 'undo-artifact': '' };
    const applied = await use('applied', dispatched);
    expect(applied).toMatchObject({ jobs: { plan: 'success', first: 'success', rest: 'success' } });
    const count = Number(applied.outputs.plan?.['change-count']);
    expect(count).toBeGreaterThan(20);
    expect(applied.outputs.apply).toMatchObject({
      ...{ result: 'applied', 'applied-count': '20', 'pending-count': String(count - 20) },
      'plan-digest': applied.outputs.plan?.['plan-digest'],
    });
    expect(applied.outputs.rest).toMatchObject({ result: 'applied', 'applied-count': String(count - 20) });
    const changed = settings();
    expect(changed).not.toEqual(before);

    const report = await runWorkflow({
      workflow: against(tenant, example('scheduled-report'), { policy: 'policy.yml' }),
      event: 'schedule',
      files: { 'mailboxes.txt': readable(tenant), 'policy.yml': REMEDIATED },
      secrets: secretsOf(tenant),
    });
    expect(report.outputs.report).toMatchObject({ result: 'pass', 'violation-count': '0' });
    const again = await use('again', dispatched);
    expect(again.jobs).toEqual({ plan: 'success' });

    for (const wave of ['rest', 'first']) {
      const artifact = `mailbox-remediation-${wave}`;
      const downloads = { [`7/${artifact}`]: filesOf('applied', wave) };
      const undone = await use(`undo-${wave}`, { 'undo-run': '7', 'undo-artifact': artifact }, { downloads });
      expect(undone.jobs).toMatchObject({ plan: 'success', first: 'success' });
    }
    expect(settings()).toEqual(before);
  }, 400_000);

  test.each([
    ['another workflow', { ...OWN, workflow: 6 }],
    ['a fork', { ...OWN, repository: 'stranger/mailboxes' }],
    ['another branch', { ...OWN, branch: 'change' }],
    ['a tag with the name of the branch', { ...OWN, ahead: 1 }],
  ])('does not undo a run of %s', async (_, undone) => {
    const { tenant, use } = await remediation(example('remediate'));
    const run = await use('undone', { 'undo-run': '7', 'undo-artifact': 'mailbox-remediation-rest' }, { undone });
    expect(run.jobs).toEqual({ plan: 'failure' });
    expect(tenant.counts).toMatchObject({ tokens: 0, writes: 0 });
  });

  test('by hand plans, applies the plan whose digest is entered and no other, and undoes it', async () => {
    const { settings, filesOf, use } = await remediation(example('remediate-by-hand'));
    const before = settings();
    const nothingEntered = { 'plan-run': '', digest: '', limit: '', 'undo-run': '', 'undo-artifact': '' };
    const plan = await use('planned', nothingEntered);
    expect(plan.jobs).toEqual({ plan: 'success' });
    const digest = plan.outputs.plan?.['plan-digest'] ?? '';
    expect(plan.summary).toContain(digest);
    const downloads = { '7/mailbox-remediation-plan': filesOf('planned', 'plan') };
    const other = digest.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    const refused = await use('other', { ...nothingEntered, 'plan-run': '7', digest: other }, { downloads });
    expect(refused.jobs).toEqual({ apply: 'failure' });
    expect(settings()).toEqual(before);

    const entered = { ...nothingEntered, 'plan-run': '7', digest };
    const first = await use('first', { ...entered, limit: '20' }, { downloads });
    expect(first.outputs.apply).toMatchObject({ result: 'applied', 'applied-count': '20' });
    const rest = await use('rest', entered, { downloads });
    expect(rest.outputs.apply).toMatchObject({ result: 'applied', 'pending-count': '0' });

    for (const wave of ['rest', 'first']) {
      const undo = { ...nothingEntered, 'undo-run': '8', 'undo-artifact': 'mailbox-remediation' };
      const record = { '8/mailbox-remediation': filesOf(wave, 'apply') };
      const planned = await use(`undo-plan-${wave}`, undo, { downloads: record });
      const undone = await use(
        `undone-${wave}`,
        { ...undo, 'plan-run': '7', digest: planned.outputs.plan?.['plan-digest'] ?? '' },
        { downloads: { ...record, '7/mailbox-remediation-plan': filesOf(`undo-plan-${wave}`, 'plan') } },
      );
      expect(undone.jobs).toEqual({ apply: 'success' });
    }
    expect(settings()).toEqual(before);
  }, 400_000);
});

describe('a pull request', () => {
  const REPORT =
    'name: master-categories\nrequest: { path: outlook/masterCategories }\nrows: value\ncolumns: { Category: displayName }\n';
  const from = (repository: string) => ({
    pull_request: { number: 7, head: { ref: 'change', repo: { full_name: repository } }, base: { ref: 'main' } },
  });

  async function checked(files: WorkflowUse['files']): Promise<WorkflowRun> {
    const usual = {
      'mailboxes.txt': 'adele@contoso.com\n',
      'reports/master-categories.yml': REPORT,
      'policy.yml': POLICY,
    };
    return runWorkflow({
      workflow: example('validate'),
      event: 'pull_request',
      payload: from('fork/mailboxes'),
      files: { ...usual, ...files },
    });
  }

  test('is checked without secrets and network', async () => {
    const run = await checked({});
    expect(run).toMatchObject({ jobs: { validate: 'success' }, annotations: [] });
  });

  test('that breaks list and policy is marked where it does', async () => {
    const run = await checked({
      'mailboxes.txt': 'adele@@contoso.com\n',
      'policy.yml': POLICY.replace('enum', 'enums'),
    });
    expect(run.jobs).toEqual({ validate: 'failure' });
    expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(
      expect.arrayContaining(['error ADDRESS_MALFORMED', 'error POLICY_FILE']),
    );
  });

  test('of a fork is only checked, and one of the repository shows what it would mean without going red', async () => {
    const tenant = await newTenant();
    const use = (repository: string): WorkflowUse => ({
      workflow: against(tenant, example('pull-request')),
      event: 'pull_request',
      payload: from(repository),
      files: { 'mailboxes.txt': `${tenant.addresses.join('\n')}\n`, 'policy.yml': POLICY },
      secrets: secretsOf(tenant),
    });
    const ofFork = await runWorkflow(use('fork/mailboxes'));
    expect(ofFork.jobs).toEqual({ validate: 'success' });
    const own = await runWorkflow(use('contoso/mailboxes'));
    expect(own.jobs).toEqual({ validate: 'success', preview: 'success' });
    expect(own.annotations.map(({ title }) => title)).toContain('VIOLATIONS');
  });
});
