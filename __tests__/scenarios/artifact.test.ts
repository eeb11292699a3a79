import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { newFolder } from '../support/new-folder.ts';
import { property, type Json } from '../../src/json.ts';
import { storedLines } from '../support/rows-file.ts';
import { unzipped } from '../support/zip.ts';

const { newTenant, run, merge, runPackaged } = inProcessScenarios(UPLOADED);

const inputs = { 'max-unreadable': '100%' };
const DAY = 86_400_000;

/** Expects a failed step with one error, and the rows on disk and in the summary. */
async function expectFailedUpload(result: RunOutcome, code: string, message: RegExp): Promise<void> {
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error', 'mailbox-count': '60' } });
  expect(result.errors).toEqual([
    { level: 'error', message: expect.stringMatching(message), properties: { title: code } },
  ]);
  expect(result.rows).toHaveLength(60);
  expect(await readFile(result.outputs['csv-path'] ?? '', 'utf8')).toBe(result.csv);
  expect(result.summary).toMatch(/^## Mailbox Report: error/);
  expect(result.summary).toContain('<summary>Settings: ');
  expect(result.outputs).not.toHaveProperty('artifact-id');
}

function arrayIn(value: Json | undefined, key: string): readonly Json[] {
  const found = property(value, key);
  return Array.isArray(found) ? found : [];
}

describe('the artifact', () => {
  test.concurrent('contains the CSV of csv-path, byte for byte, and the outputs name it', async () => {
    const tenant = await newTenant();
    const { outputs, summary } = await runPackaged(tenant, { inputs });
    const [artifact] = tenant.artifacts();
    expect(tenant.artifacts()).toHaveLength(1);
    expect(artifact?.name).toBe('mailbox-report');
    // The retention of the repository applies.
    expect(artifact?.expiresAt).toBeUndefined();
    const files = unzipped(artifact?.bytes);
    expect([...files.keys()].sort()).toEqual(['mailbox-settings.csv', 'rows.ndjson.gz']);
    expect(files.get('mailbox-settings.csv')).toEqual(await readFile(outputs['csv-path'] ?? ''));
    const url = `https://github.com/contoso/mailboxes/actions/runs/1234567890/artifacts/${artifact?.id ?? ''}`;
    expect(outputs).toMatchObject({
      'artifact-id': String(artifact?.id),
      'artifact-url': url,
      'artifact-digest': createHash('sha256')
        .update(artifact?.bytes ?? '')
        .digest('hex'),
    });
    expect(summary).toContain(`](${url})`);
  });

  test('and the report page are announced for attestations, where the runner asks for them', async () => {
    const tenant = await newTenant();
    const file = path.join(newFolder(), 'artifacts');
    await writeFile(file, '');
    const { outputs } = await run(tenant, { inputs: { ...inputs, formats: 'html' }, env: { GITHUB_ARTIFACTS: file } });
    const page = tenant.artifacts().find(({ name }) => name.endsWith('.html'));
    expect(outputs['report-url']).toBe(outputs['artifact-url']?.replace(/\d+$/, String(page?.id)));
    const [archive, opened, ...more] = (await readFile(file, 'utf8')).split('\n');
    expect(archive).toBe(`mailbox-report@sha256:${outputs['artifact-digest'] ?? ''}`);
    expect(opened).toBe(path.join(outputs['output-directory'] ?? '', 'mailbox-report.html'));
    expect(more).toEqual(['']);
  });

  test('is not announced if its name has a character that fails the step', async () => {
    const tenant = await newTenant();
    const file = path.join(newFolder(), 'artifacts');
    await writeFile(file, '');
    const { code, annotations } = await run(tenant, {
      inputs: { ...inputs, 'artifact-name': 'report=1' },
      env: { GITHUB_ARTIFACTS: file },
    });
    expect([code, await readFile(file, 'utf8')]).toEqual([0, '']);
    expect(annotations.map(({ message }) => message).join()).toContain('"report=1" is not among those to attest');
  });

  test('contains the rows for programs: the run, each mailbox of the list, and the counts', async () => {
    const tenant = await newTenant();
    const policy = 'rules: [{ id: zone, title: T, expect: { TimeZone: { const: none } } }]';
    const { outputs, rows } = await run(tenant, {
      inputs: { ...inputs, policy: 'policy.yml' },
      files: { 'policy.yml': policy },
    });
    const [header, ...mailboxes] = storedLines(unzipped(tenant.artifacts()[0]?.bytes).get('rows.ndjson.gz'));
    const end = mailboxes.pop();
    expect(header).toMatchObject({
      format: 'mailbox-report-rows',
      version: 2,
      tenant: tenant.tenantId,
      cloud: 'global',
      run: {
        id: '1234567890',
        attempt: 1,
        url: 'https://github.com/contoso/mailboxes/actions/runs/1234567890',
        repository: 'contoso/mailboxes',
      },
      digests: { policy: expect.stringMatching(/^[0-9a-f]{64}$/) },
      gate: {
        failOn: 'error',
        maxUnreadable: { kind: expect.any(String), most: expect.any(Number) },
        unlisted: 'ignore',
      },
      reports: [
        {
          name: 'mailbox-settings',
          reads: { permission: 'MailboxSettings.Read', endpoint: 'GET /v1.0/users/{mailbox}/mailboxSettings' },
          revision: 1,
          digests: { row: expect.any(String), columns: { TimeZone: expect.any(String) } },
          manyRows: false,
        },
      ],
    });
    expect(header).not.toHaveProperty('shard');
    expect(mailboxes.map(({ mailbox }) => mailbox)).toEqual(tenant.addresses);
    const stored = mailboxes
      .flatMap(({ reports }) => reports)
      .map((report) => {
        const [violation] = arrayIn(report, 'violations');
        return [property(report, 'status'), property(report, 'error') ?? '', property(violation, 'found') ?? ''];
      });
    expect(stored).toEqual(rows.map(({ Status, Error, TimeZone }) => [Status, Error, TimeZone]));
    expect(end).toMatchObject({
      counts: {
        mailboxes: 60,
        read: Number(outputs['read-count']),
        unreadable: Number(outputs['unreadable-count']),
        violations: Number(outputs['violation-count']),
      },
      throttling: { waits: 0 },
      warnings: [],
      result: outputs.result,
      cancelled: false,
    });
  });

  test('has the requested name and retention', async () => {
    const tenant = await newTenant();
    await run(tenant, {
      inputs: { ...inputs, 'artifact-name': 'Mailboxes of Contoso', 'retention-days': '5' },
    });
    const [artifact] = tenant.artifacts();
    expect(artifact?.name).toBe('Mailboxes of Contoso');
    const days = ((artifact?.expiresAt?.getTime() ?? 0) - (artifact?.createdAt.getTime() ?? 0)) / DAY;
    expect(days).toBeGreaterThan(4.9);
    expect(days).toBeLessThan(5.1);
  });

  test('is not uploaded if its name is empty', async () => {
    const tenant = await newTenant({ log: true });
    const result = await run(tenant, { inputs: { ...inputs, 'artifact-name': '' } });
    expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
    expect(result.outputs).not.toHaveProperty('artifact-id');
    expect(tenant.log.filter(({ kind }) => kind === 'results')).toEqual([]);
    expect(result.summary).toContain(result.outputs['output-directory']);
  });

  test('of an earlier attempt is replaced by the next attempt', async () => {
    let later = 0;
    const tenant = await newTenant({ clock: () => Date.now() + later });
    const first = await run(tenant, { inputs });
    later = 60_000;
    const runtimeToken = await tenant.runtimeTokenFor({ job: 'second-attempt' });
    const second = await run({ ...tenant, runtimeToken }, { inputs, env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(second).toMatchObject({ code: 0, errors: [] });
    expect(second.outputs['artifact-id']).not.toBe(first.outputs['artifact-id']);
    expect(tenant.artifacts().map(({ id }) => String(id))).toEqual([second.outputs['artifact-id']]);
  });
});

test('on GitHub Enterprise Server, a run keeps its files, warns how another step uploads them, and does not fail', async () => {
  const tenant = await newTenant({ log: true });
  const result = await run(tenant, { inputs, env: { GITHUB_SERVER_URL: 'https://github.contoso.com' } });
  expect(result).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass', 'mailbox-count': '60' } });
  const warning = /ARTIFACT_GHES.*github\.contoso\.com.*actions\/upload-artifact@v3-node20.*outputs\.output-directory/s;
  expect(result.annotations.filter(({ message }) => warning.test(message))).toHaveLength(1);
  expect(result.summary).toContain('ARTIFACT');
  const lines = result.printed.split('\n');
  const at = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
  expect(at(/ARTIFACT_GHES/)).toBeLessThan(at(/^Sign in/));
  expect(await readFile(result.outputs['csv-path'] ?? '', 'utf8')).toBe(result.csv);
  expect(result.outputs).not.toHaveProperty('artifact-id');
  expect(tenant.log.filter(({ kind }) => kind === 'results')).toEqual([]);

  const without = { ...inputs, 'artifact-name': '' };
  const quiet = await run(tenant, { inputs: without, env: { GITHUB_SERVER_URL: 'https://github.contoso.com' } });
  expect(quiet.annotations.filter(({ message }) => message.includes('ARTIFACT_GHES'))).toEqual([]);
});

test('on Gitea, a shard keeps its rows and says what joins them, and the merge action fails at once', async () => {
  const tenant = await newTenant({ mailboxes: 3, log: true });
  const env = { GITHUB_SERVER_URL: 'https://gitea.contoso.com' };
  const shard = await run(tenant, { inputs: { ...inputs, shard: '1/2' }, env });
  expect(shard).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass', 'mailbox-count': '1' } });
  expect(shard.printed).toMatch(/ARTIFACT_GHES.*gitea\.contoso\.com.*"mailbox-report merge"/);
  expect(await readdir(shard.outputs['output-directory'] ?? '')).toEqual(['rows.ndjson.gz']);
  const merged = await merge({ tenant, env });
  expect(merged.errors).toMatchObject([{ properties: { title: 'ARTIFACT_GHES' } }]);
  expect(merged.errors[0]?.message).toContain('"mailbox-report merge"');
  expect(tenant.log.filter(({ kind }) => kind === 'results')).toEqual([]);
});

describe('an upload that fails leaves the report on disk and in the summary', () => {
  test('if the action runs twice in one run: the error says to set artifact-name', async () => {
    const tenant = await newTenant();
    const first = await run(tenant, { inputs });
    const runtimeToken = await tenant.runtimeTokenFor({ job: 'another-job' });
    const second = await run({ ...tenant, runtimeToken }, { inputs });
    await expectFailedUpload(second, 'ARTIFACT_NAME_TAKEN', /"mailbox-report".*"artifact-name"/s);
    expect(tenant.artifacts().map(({ id }) => String(id))).toEqual([first.outputs['artifact-id']]);
  });

  test.each([
    ['create', /quota has been hit.*The report is in \/.*Delete artifacts of earlier runs, set "retention-days"/s],
    ['finalize', /could not be uploaded.*The report is in \/.*githubstatus/s],
  ] as const)('if the service fails to %s', async (fail, message) => {
    const tenant = await newTenant({ artifacts: { fail } });
    const result = await run(tenant, { inputs });
    await expectFailedUpload(result, 'ARTIFACT_FAILED', message);
    expect(tenant.artifacts()).toEqual([]);
  });

  test('outside a workflow, without a service for artifacts', async () => {
    const result = await run(await newTenant(), { inputs, env: { ACTIONS_RUNTIME_TOKEN: '' } });
    await expectFailedUpload(result, 'ARTIFACT_UNAVAILABLE', /ACTIONS_RUNTIME_TOKEN/);
  });
});

describe('an upload without a response', () => {
  test('does not keep the process alive after its timeout', async () => {
    const tenant = await newTenant({ artifacts: { hang: 'upload' } });
    const env = { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '1500' };
    const result = await runPackaged(tenant, { inputs, env });
    expect(result).toMatchObject({ code: 1, signal: null, outputs: { result: 'error' } });
    expect(result.errors.map(({ properties }) => properties.title)).toEqual(['ARTIFACT_FAILED']);
  });
});
