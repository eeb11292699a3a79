import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, property } from '../../../../src/json.ts';
import { startTenant, type GithubFaults, type RunOptions, type Tenant } from '../../../../tenant/tenant.ts';
import { startOf } from '../../../history/kept-runs.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { storedRun } from '../../../support/rows-file.ts';
import { zipped } from '../../../support/zip.ts';
import { runProgram } from '../../command-line.ts';

const NOW = Date.parse('2027-01-20T00:00:00Z');
const NAME = 'mailbox-report';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant({ mailboxes: 1, clock: () => NOW, log: true });
  await runOf(1, {}, archive(1, null));
  await runOf(2, {}, archive(2, null), { expiresAt: NOW - 1 });
  await runOf(3, { conclusion: 'cancelled' });
  await runOf(4, { fork: true }, archive(4, 'fork@mail.example'));
  await runOf(5, { event: 'pull_request' }, archive(5, 'request@mail.example'));
  await runOf(6, { branch: 'other' }, archive(6, 'branch@mail.example'));
  await runOf(7, {}, archive(7, 'x@mail.example'), { digest: `sha256:${'0'.repeat(64)}` });
  await runOf(8, { conclusion: 'success' }, archive(8, 'x@mail.example'));
});
afterAll(() => tenant.close());

function archive(day: number, forwarding: string | null): Buffer {
  const mailboxes = { 'a@x.y': [{ rows: [[forwarding]] }] };
  const reports = { 'mailbox-properties': { columns: ['ForwardingSmtpAddress'] } };
  return zipped([['rows.ndjson.gz', storedRun({ reports, mailboxes, started: startOf(day) })]]);
}

async function runOf(day: number, options: RunOptions, bytes?: Buffer, stored: object = {}): Promise<void> {
  const run = await tenant.startRun({ started: Date.parse(startOf(day)), ...options });
  if (bytes !== undefined) run.store({ name: NAME, bytes, ...stored });
}

function history(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const access = { GITHUB_API_URL: tenant.githubUrl, GH_TOKEN: tenant.githubAccountToken, ...env };
  const repository = args.includes('--repository') ? [] : ['--repository', 'contoso/mailboxes'];
  return runProgram(['history', 'a@x.y', ...args, ...repository, '--json'], access, newFolder(), { now: () => NOW });
}

describe('artifacts', () => {
  test('of the default branch are read, and those that are missing are gaps', async () => {
    const { code, stdout, stderr } = await history([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = parseJson(stdout);
    const page = /^https:\/\/github\.com\/contoso\/mailboxes\/actions\/runs\/\d+$/;
    expect(property(answer, 'changes')).toMatchObject([
      {
        after: 'x@mail.example',
        from: { report: expect.stringMatching(page), started: startOf(1) },
        to: { report: expect.stringMatching(page), started: startOf(8) },
      },
    ]);
    expect(property(answer, 'gaps')).toMatchObject([
      { from: { started: startOf(2) }, reason: expect.stringContaining('The artifact has expired.') },
      { from: { started: startOf(3) }, reason: expect.stringContaining('The run has no report (cancelled).') },
      { from: { started: startOf(7) }, reason: expect.stringContaining('does not have the digest') },
    ]);
  });

  test('are kept in the folder by their digest, and downloaded again only if the file is damaged', async () => {
    const folder = path.join(newFolder(), 'kept');
    expect((await history([folder])).code).toBe(0);
    const names = [1, 8].map((day) => nameOf(archive(day, day === 1 ? null : 'x@mail.example')));
    expect((await readdir(folder)).sort()).toEqual(names.sort());
    const before = downloads();
    expect((await history([folder])).stdout).toContain('x@mail.example');
    expect(downloads() - before).toBe(1);
    await writeFile(path.join(folder, names[0] ?? ''), 'damaged');
    expect((await history([folder])).stdout).toContain('x@mail.example');
    expect(downloads() - before).toBe(3);
  });

  test('are read of the repository that a URL names', async () => {
    const { code, stdout } = await history(['--repository', 'https://github.com/contoso/mailboxes']);
    expect(code).toBe(0);
    expect(stdout).toContain('x@mail.example');
  });

  test('are read of the last days only', async () => {
    const { stdout } = await history(['--days', '13']);
    expect(parseJson(stdout)).toMatchObject({ reports: [{ started: startOf(8) }], changes: [] });
  });
});

describe('a run that GitHub does not show', () => {
  test.each([
    [502, [1, 2, 9], []],
    [429, [9], [{ reason: expect.stringMatching(/^2 reports: GitHub does not show the run: /) }]],
  ])('leaves those of other workflows, and is a gap with the reason: HTTP %i', async (status, days, gaps) => {
    const own = await startTenant({ mailboxes: 1, clock: () => NOW });
    const started = (day: number) => ({ started: Date.parse(startOf(day)), conclusion: 'success' });
    const runs = [await own.startRun(started(1)), await own.startRun(started(2))];
    runs.push(await own.startRun({ ...started(9), workflow: 32 }));
    for (const [at, run] of runs.entries()) run.store({ name: NAME, bytes: archive([1, 2, 9][at] ?? 0, `${at}@x.y`) });
    own.setGithubFaults({ altered: [{ request: `/actions/runs/${runs[1]?.id}$`, status }] });
    const { code, stdout } = await history([], { GITHUB_API_URL: own.githubUrl, GH_TOKEN: own.githubAccountToken });
    await own.close();
    const answer = parseJson(stdout);
    expect(code).toBe(0);
    expect(property(answer, 'reports')).toMatchObject(days.map((day) => ({ started: startOf(day) })));
    expect(property(answer, 'gaps')).toMatchObject(gaps);
  });
});

function nameOf(bytes: Buffer): string {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}.zip`;
}

function downloads(): number {
  return tenant.log.filter(({ path: place }) => place.endsWith('/zip')).length;
}

describe('without artifacts', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, GithubFaults, RegExp]>([
    ['of this name', ['--artifact-name', 'other'], {}, {}, /REPORT_UNREADABLE: There is no report to read/],
    ['that the token may list', [], {}, { noPermission: true }, /SETUP_GITHUB: GitHub does not list the artifacts/],
    ['that a token may read', [], { GH_TOKEN: '', PATH: '' }, {}, /SETUP_GITHUB: GitHub does not show the artifacts/],
  ])('%s, ends with 1', async (_, args, env, faults, message) => {
    tenant.setGithubFaults(faults);
    const { code, stderr } = await history(args, env);
    tenant.setGithubFaults({});
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });

  test('from a server that cannot be reached, ends with 1 and names the other way', async () => {
    const { code, stderr } = await history([], { GITHUB_API_URL: 'http://127.0.0.1:1' });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/could not be reached.*or name a folder with reports/s)]);
  });

  test('in no repository that is named, ends with 2', async () => {
    const { code, stderr } = await runProgram(['history', 'a@x.y'], {}, newFolder());
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no folder and no repository/)]);
  });
});
