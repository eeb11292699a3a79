import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { findEarlierReport, openReportAt } from '../../src/compare/earlier-report.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { stepEnvironment } from '../../src/run/runner.ts';
import type { JsonObject } from '../../src/json.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { startTenant, type RunOptions } from '../../tenant/tenant.ts';
import { RecordingCore } from '../support/recording-core.ts';
import { rowsFileOf, storedLines, storedRun, type StoredRun } from '../support/rows-file.ts';
import { zipped } from '../support/zip.ts';
import { newFolder } from '../support/new-folder.ts';

const FILE = 'rows.ndjson.gz';
const RUN = {
  tenant: 'contoso.com',
  cloud: 'global',
  reports: ['mailbox-settings'],
  list: { files: ['list.txt'], mailboxes: [] },
};
const STORED: StoredRun = {
  reports: { 'mailbox-settings': { columns: ['TimeZone'] } },
  mailboxes: { 'A@contoso.com': [{ rows: [['UTC']] }], 'b@contoso.com': [{ status: 'not-found' }] },
};
const ROWS = storedRun(STORED);
const PART = rowsFileOf(
  storedLines(ROWS).map((line, at) => (at === 0 ? { ...line, shard: { number: 1, of: 1 } } : line)),
);

const folder = newFolder();

describe('an archive with an earlier report', () => {
  test.each([
    ['is no zip', Buffer.from('text'), /It is no zip/],
    ['is truncated', zipped([[FILE, ROWS]]).subarray(0, 60), /The archive cannot be read/],
    [
      'is of an older version',
      zipped([['mailbox-settings.csv', 'x']]),
      /It has no rows\.ndjson\.gz\. Artifacts of runs of this/,
    ],
    ['has paths that lead elsewhere', zipped([[`../../${FILE}`, ROWS]]), /cannot be read|It has no rows/],
    [
      'has a file twice',
      zipped([
        [FILE, ROWS],
        [FILE, ROWS],
      ]),
      /twice/,
    ],
    [
      'has a line that grows beyond all bounds',
      // A gzip of several members is one file.
      zipped([[FILE, Buffer.concat(new Array<Buffer>(257).fill(gzipSync(Buffer.alloc(1024 ** 2))))]]),
      /A line in it is too long/,
    ],
    ['is malformed', zipped([[FILE, gzipSync('{}\n')]]), /It is not a rows file/],
    ['is of a shard', zipped([[FILE, PART]]), /It has only shard 1 of 1/],
    [
      'is of another tenant',
      zipped([[FILE, storedRun({ ...STORED, tenant: 'fabrikam.com' })]]),
      /of another tenant, fabrikam\.com/,
    ],
    ['is of another cloud', zipped([[FILE, storedRun({ ...STORED, cloud: 'china' })]]), /of another cloud, china/],
    [
      'has other reports',
      zipped([[FILE, storedRun({ ...STORED, reports: { own: { columns: ['A'] } } })]]),
      /no report in common.*mailbox-settings/,
    ],
    [
      'has too many files',
      zipped(Array.from({ length: 1_001 }, (_, at) => [`${at}.csv`, ''] as const)),
      /more than 1000 files/,
    ],
  ])('is not used if it %s', async (_case, bytes, reason) => {
    const home = await mkdtemp(path.join(folder, 'case-'));
    const temp = await mkdtemp(path.join(home, 'temp-'));
    const zip = path.join(home, 'report.zip');
    await writeFile(zip, bytes);
    const found = await openReportAt(zip, 'report.zip', temp, RUN);
    expect(found).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(reason) });
    expect((await readdir(home)).sort()).toEqual(['report.zip', path.basename(temp)]);
    expect(await readdir(temp)).toEqual([]);
  });

  test('gives only the rows file, whatever else it has, and finds mailboxes by their address', async () => {
    const temp = await mkdtemp(path.join(folder, 'temp-'));
    const zip = path.join(folder, 'whole.zip');
    await writeFile(
      zip,
      zipped([
        ['index.js', 'throw 1'],
        [FILE, ROWS],
        [`sub/${FILE}`, 'x'],
        ['folders.csv', 'x'],
      ]),
    );
    const found = await openReportAt(zip, 'whole.zip', temp, RUN);
    if (found.kind !== 'found') throw new Error(found.reason);
    const { report } = found;
    expect(report.find('a@CONTOSO.com')).toMatchObject({
      address: 'A@contoso.com',
      reports: [{ rows: [{ cells: ['UTC'] }] }],
    });
    expect(report.find('b@contoso.com')).toMatchObject({ reports: [{ status: 'not-found', rows: [] }] });
    expect(report.find('c@contoso.com')).toBeUndefined();
    expect((await readdir(report.files.folder)).sort()).toEqual(['rows.ndjson', FILE]);
    await report.close();
    expect(await readdir(temp)).toEqual([]);
  });
});

test.each([
  ['is larger than 1 GiB', { size: 1024 ** 3 + 1 }, /exceeds 1 GiB/],
  ['has no digest', { digest: null }, /no digest/],
])('an artifact that %s is not downloaded', async (_case, reported, reason) => {
  const tenant = await startTenant({ mailboxes: 1, log: true });
  const dispatcher = newDispatcher();
  try {
    const bytes = zipped([[FILE, ROWS]]);
    (await tenant.startRun()).store({ name: 'mailbox-report', bytes, ...reported });
    const { env } = await tenant.startRun();
    const found = await findEarlierReport({
      ...thisMachine(),
      step: stepEnvironment(env),
      token: tenant.githubToken,
      artifactName: 'mailbox-report',
      log: new RecordingCore(),
      tempFolder: folder,
      run: RUN,
      signal: AbortSignal.timeout(10_000),
      dispatcher,
    });
    expect(found).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(reason) });
    expect(tenant.log.filter(({ path: asked }) => asked.endsWith('/zip'))).toEqual([]);
  } finally {
    await dispatcher.destroy();
    await tenant.close();
  }
});

test('a request that GitHub answers with 503 is sent again', async () => {
  const tenant = await startTenant({ mailboxes: 1, log: true });
  const dispatcher = newDispatcher();
  try {
    const { env } = await tenant.startRun();
    tenant.setGithubFaults({
      status: 503,
      message: () => {
        tenant.setGithubFaults({});
        return 'Unavailable';
      },
    });
    const end = await findEarlierReport({
      ...thisMachine(),
      step: stepEnvironment(env),
      token: tenant.githubToken,
      artifactName: 'mailbox-report',
      log: new RecordingCore(),
      tempFolder: folder,
      run: RUN,
      signal: AbortSignal.timeout(10_000),
      dispatcher,
    });
    expect(end).toMatchObject({ kind: 'none', reason: expect.stringMatching(/no earlier run/) });
    const [first, second] = tenant.log.filter(({ path: url }) => url.includes('/actions/runs/'));
    expect(first).toMatchObject({ status: 503 });
    expect(second).toMatchObject({ status: 200, path: first?.path });
  } finally {
    await dispatcher.destroy();
    await tenant.close();
  }
});

test('runs that were cancelled or read less than half are skipped, with the reason', async () => {
  const tenant = await startTenant({ mailboxes: 1 });
  const dispatcher = newDispatcher();
  const temp = await mkdtemp(path.join(folder, 'temp-'));
  const ended = (end: JsonObject): Buffer =>
    zipped([[FILE, rowsFileOf(storedLines(ROWS).map((line) => ('result' in line ? { ...line, ...end } : line)))]]);
  const store = async (bytes: Buffer, options: RunOptions = {}) => {
    const run = await tenant.startRun(options);
    run.store({ name: 'mailbox-report', bytes });
    return run;
  };
  try {
    const whole = await store(ended({ counts: { mailboxes: 2, read: 1, unreadable: 1 } }));
    await store(ended({ cancelled: true, counts: { mailboxes: 2, read: 1, unreadable: 1 } }));
    await store(ended({ counts: { mailboxes: 2, read: 0, unreadable: 2 } }));
    await store(ended({}), { conclusion: 'cancelled' });
    const { env } = await tenant.startRun();
    const found = await findEarlierReport({
      ...thisMachine(),
      step: stepEnvironment(env),
      token: tenant.githubToken,
      artifactName: 'mailbox-report',
      log: new RecordingCore(),
      tempFolder: temp,
      run: RUN,
      signal: AbortSignal.timeout(10_000),
      dispatcher,
    });
    if (found.kind !== 'found') throw new Error(found.reason);
    await found.report.close();
    expect(found.source).toMatchObject({ kind: 'run', url: whole.url });
    expect(found.skipped).toEqual([
      'Run #4 is skipped. It was cancelled.',
      'Run #3 is skipped. It read only 0 of 2 mailboxes.',
      'Run #2 is skipped. It was cancelled, and read 1 of 2 mailboxes.',
    ]);
    expect(await readdir(temp)).toEqual([]);
  } finally {
    await dispatcher.destroy();
    await tenant.close();
  }
});
