import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RunOptions, Tenant, WorkflowRun } from '../../tenant/tenant.ts';
import { UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { sarifSchemaErrors } from '../support/sarif-schema.ts';
import { utcDay } from '../support/utc-day.ts';
import { unzipped, zipped } from '../support/zip.ts';

const { newTenant, run, runPackaged } = inProcessScenarios(UPLOADED);

const ZONES = 'rules: [{ id: zone, expect: { TimeZone: { const: UTC } } }]\n';
const DAY = 86_400_000;

type Inputs = Readonly<Record<string, string>>;

/** Runs the action in a run of the workflow. */
function runIn(tenant: Tenant, workflowRun: WorkflowRun, inputs: Inputs = {}, policy = ZONES): Promise<RunOutcome> {
  const { runtimeToken } = workflowRun;
  return run({ ...tenant, runtimeToken }, optionsOf(tenant, workflowRun, inputs, policy));
}

function optionsOf({ githubToken }: Tenant, { env }: WorkflowRun, inputs: Inputs, policy = ZONES) {
  return {
    files: { 'policy.yml': policy },
    env,
    inputs: {
      policy: 'policy.yml',
      'fail-on': 'never',
      'max-unreadable': '100%',
      'github-token': githubToken,
      ...inputs,
    },
  };
}

/** The tenant of all tests that download artifacts: the client of a process remembers the URL of its first GitHub. */
let shared: Tenant;
/** The artifact of a run of the action. All tenants have the same mailboxes. */
let good: Buffer;
let workflows = 1_000;

/** Runs of a workflow of their own. */
function newWorkflow(): (options?: RunOptions) => Promise<WorkflowRun> {
  const workflow = ++workflows;
  return (options = {}) => shared.startRun({ workflow, ...options });
}

beforeAll(async () => {
  shared = await newTenant({ log: true });
  await runIn(shared, await newWorkflow()(), { compare: 'off' });
  good = shared.artifacts().at(-1)?.bytes ?? Buffer.alloc(0);
});

/** Expects a run that passes and reports no changes. */
function expectNotCompared(result: RunOutcome, reason: RegExp): void {
  expect(result).toMatchObject({ code: 0, errors: [], outputs: { result: 'violations' } });
  expect(result.outputs).not.toHaveProperty('change-count');
  expect(result.outputs).not.toHaveProperty('compared-run-url');
  expect(result.rowsOf('changes')).toEqual([]);
  expect(result.log.match(/Not compared: .*/g) ?? result.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(reason),
  ]);
}

describe('runs of the same workflow', () => {
  test('are each compared with the one before, also if that failed, and carry Since on', async () => {
    const startRun = newWorkflow();
    const first = await startRun({ started: Date.now() - 2 * DAY });
    const before = utcDay();
    const one = await runIn(shared, first, { 'fail-on': 'error' });
    const days = [before, utcDay()];
    expect(one).toMatchObject({ code: 1, outputs: { result: 'violations' } });
    expect(one.log).toContain('Not compared: There is no earlier run on main.');
    const violations = one.rowsOf('violations').filter(({ Verdict }) => Verdict === 'fail');
    expect(violations).not.toEqual([]);
    for (const { Since } of violations) expect(days).toContain(Since);
    const second = await startRun();
    // The same violations fail the step again.
    const options = optionsOf(shared, second, { 'fail-on': 'error' });
    const two = await runPackaged({ ...shared, runtimeToken: second.runtimeToken }, options);
    expect(two).toMatchObject({ code: 1, outputs: { 'violation-count': one.outputs['violation-count'] } });
    expect(two.outputs).toMatchObject({
      'compared-run-url': first.url,
      'new-violation-count': '0',
      'new-warning-count': '0',
      'resolved-count': '0',
      'change-count': '0',
    });
    expect(two.summary).toContain(
      `Compared with [run #1](${first.url}) (2 days ago): new: 0 violations; resolved: 0 violations; 0 mailboxes changed\n`,
    );
    const [group = ''] = /^::group::Earlier report\n[\s\S]*?^::endgroup::$/m.exec(two.stdout) ?? [];
    expect(group).toMatch(/^Artifact "mailbox-report" of run #1$/m);
    const files = unzipped(shared.artifacts().at(-1)?.bytes);
    expect([...files.keys()].sort()).toEqual([
      'baseline.csv',
      'changes.csv',
      'mailbox-settings.csv',
      'policy.yml',
      'rows.ndjson.gz',
      'violations.csv',
    ]);
    // A rule that is added finds new violations.
    const third = await startRun();
    const three = await runIn(
      shared,
      third,
      { formats: 'json, sarif, junit' },
      ZONES.replace(']\n', ', { id: language, expect: { Language: { const: xx } } }]\n'),
    );
    expect(three.outputs['compared-run-url']).toBe(second.url);
    const folder = three.outputs['output-directory'] ?? '';
    const sarif = path.join(folder, 'mailbox-report.sarif');
    const log = await readFile(sarif, 'utf8');
    expect(await sarifSchemaErrors(JSON.parse(log))).toEqual([]);
    const states = log.match(/"baselineState":\s*"(\w+)"/g)?.map((state) => /(\w+)"$/.exec(state)?.[1]);
    expect(new Set(states)).toEqual(new Set(['new', 'unchanged']));
    const junit = await readFile(path.join(folder, 'mailbox-report.junit.xml'), 'utf8');
    expect(junit).toMatch(/<failure message="The language is [^"]*\(new\)"/);
    expect(junit).toMatch(/<failure message="The time zone is [^"]*(?<!\(new\))"/);
    const json: unknown = JSON.parse(await readFile(path.join(folder, 'mailbox-report.json'), 'utf8'));
    expect(json).toMatchObject({ comparison: { run: 2, url: second.url, resolved: 0, removedMailboxes: [] } });
    expect(three.annotations.filter(({ message }) => message.endsWith('(new)'))).not.toEqual([]);
    const found = three.rowsOf('violations').filter(({ Rule, Verdict }) => Rule === 'language' && Verdict === 'fail');
    expect(found.length).toBeGreaterThan(0);
    expect(three.outputs['new-violation-count']).toBe(String(found.length));
    expect(three.rowsOf('changes').map(({ Change, Item, After }) => [Change, Item, After])).toEqual([
      ['rule-added', 'language', String(found.length)],
    ]);
    // The storage would have refused a request with a token; what was downloaded is removed.
    expect(shared.log.filter(({ kind }) => kind === 'blob').every(({ status }) => status < 300)).toBe(true);
    expect(three.printed).not.toContain(shared.githubToken);
    const temp = path.join(path.dirname(three.workspace), 'temp');
    expect((await readdir(temp)).filter((name) => name.startsWith('mailbox-report-earlier'))).toEqual([]);
  });

  test('of pull requests are compared with the default branch, and none with them', async () => {
    const startRun = newWorkflow();
    const main = await startRun();
    main.store({ name: 'mailbox-report', bytes: good });
    const change = await startRun({ event: 'pull_request', branch: 'change' });
    expect((await runIn(shared, change)).outputs['compared-run-url']).toBe(main.url);
    const dispatched = await startRun({ event: 'workflow_dispatch' });
    expect((await runIn(shared, dispatched)).outputs['compared-run-url']).toBe(main.url);
  });

  test('of other branches, workflows, forks and events never count, nor later ones', async () => {
    const tenant = await newTenant();
    const others: readonly RunOptions[] = [
      { branch: 'other' },
      { workflow: 32 },
      { fork: true },
      { fork: 'deleted' },
      // The branch of a pull request can have any name, also that of the default branch.
      { event: 'pull_request' },
      { event: 'workflow_run' },
      { number: 50 },
    ];
    for (const options of others) {
      (await tenant.startRun(options)).store({ name: 'mailbox-report', bytes: good });
    }
    const own = await tenant.startRun({ number: 40 });
    expectNotCompared(await runIn(tenant, own), /There is no earlier run on main/);
  });

  test('fail the step with "required" if there is none before them', async () => {
    const tenant = await newTenant();
    const required = await runIn(tenant, await tenant.startRun(), { compare: 'required' });
    expect(required).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(required.errors.map(({ properties }) => properties.title)).toEqual(['COMPARE_UNAVAILABLE']);
    expect(tenant.counts.batches).toBe(0);
  });

  test('that have no artifact of the name are skipped, and those whose artifact has expired', async () => {
    const startRun = newWorkflow();
    const usable = await startRun();
    usable.store({ name: 'mailbox-report', bytes: good });
    const expired = await startRun();
    expired.store({ name: 'mailbox-report', bytes: good, expiresAt: Date.now() - DAY });
    const foreign = await startRun();
    foreign.store({ name: 'mailbox-report-2', bytes: good });
    const own = await startRun();
    expect((await runIn(shared, own)).outputs['compared-run-url']).toBe(usable.url);
  });
});

describe('an earlier report that cannot be used is said once, and fails nothing with "auto"', () => {
  test('of tables alone are skipped if none of their tables was read', async () => {
    const start = newWorkflow();
    const files = {
      'skus.yml': 'name: skus\nabout: tenant\nrequest: { listing: subscribedSkus }\ncolumns: { Sku: skuPartNumber }\n',
    };
    const inputs = { report: 'skus.yml', mailboxes: undefined, 'github-token': shared.githubToken };
    const ofRun = async (): Promise<RunOutcome> => {
      const { runtimeToken, env } = await start();
      return run({ ...shared, runtimeToken }, { files, env, inputs });
    };
    expect((await ofRun()).outputs.result).toBe('incomplete');
    expect((await ofRun()).log).toContain('It read none of its tables.');
  });

  test('without the permission: in a notice that says how to grant it', async () => {
    const tenant = await newTenant();
    tenant.setGithubFaults({ noPermission: true });
    const result = await runIn(tenant, await tenant.startRun());
    expect(result.code).toBe(0);
    expect(result.annotations.filter(({ level }) => level === 'notice')).toEqual([
      {
        level: 'notice',
        message: expect.stringContaining('Add "actions: read"'),
        properties: { title: 'Not compared' },
      },
    ]);
    // The first date of the violations is unknown.
    expect(new Set(result.rowsOf('violations').map(({ Since }) => Since))).toEqual(new Set(['']));
  });

  test('if GitHub fails', async () => {
    const tenant = await newTenant();
    tenant.setGithubFaults({ status: 503 });
    expectNotCompared(await runIn(tenant, await tenant.startRun()), /GitHub could not be asked/);
  });

  test('if GitHub echoes the token, which is redacted', async () => {
    const tenant = await newTenant();
    tenant.setGithubFaults({ status: 422, message: (authorization) => authorization.replace(/^\w+ /, '') });
    const result = await runIn(tenant, await tenant.startRun());
    expectNotCompared(result, /GitHub could not be asked: \*\*\*/);
    expect(result.printed).not.toContain(tenant.githubToken.slice(0, 20));
  });

  test('if all artifacts have expired', async () => {
    const tenant = await newTenant();
    const earlier = await tenant.startRun();
    earlier.store({ name: 'mailbox-report', bytes: zipped([]), expiresAt: Date.now() - DAY });
    expectNotCompared(await runIn(tenant, await tenant.startRun()), /have expired/);
  });

  test('on GitHub Enterprise Server', async () => {
    const tenant = await newTenant({ log: true });
    const own = await tenant.startRun();
    const env = { ...own.env, GITHUB_SERVER_URL: 'https://github.contoso.com' };
    const result = await runIn(tenant, { ...own, env });
    expect(result.log).toMatch(/Not compared: GitHub Enterprise Server.*path of a report/);
    expect(tenant.log.filter(({ path: asked }) => asked.includes('/actions/'))).toEqual([]);
  });

  const damaged = zipped([['rows.ndjson.gz', 'text']]);
  damaged.writeUInt32LE(1, damaged.indexOf('PK\u0001\u0002', 0, 'latin1') + 16);
  test.each([
    [
      'is of an older version, which is no run in which everything is new',
      zipped([['mailbox-settings.csv', 'MailboxName,Status\r\n']]),
      {},
      /run #1 cannot be used\. It has no rows\.ndjson\.gz\. Artifacts of runs of this version/,
    ],
    ['is damaged', damaged, {}, /The archive is damaged/],
    [
      'has another digest than GitHub gives',
      zipped([['rows.ndjson.gz', 'text']]),
      { digest: `sha256:${'0'.repeat(64)}` },
      /does not have the digest/,
    ],
  ])('if the artifact %s', async (_case, bytes, more, reason) => {
    const startRun = newWorkflow();
    (await startRun()).store({ name: 'mailbox-report', bytes, ...more });
    const result = await runIn(shared, await startRun());
    expectNotCompared(result, reason);
    expect(new Set(result.rowsOf('violations').map(({ Since }) => Since))).toEqual(new Set(['']));
  });
});
