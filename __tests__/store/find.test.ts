import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findEarlierReport, openReportAt } from '../../src/store/find.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { stepEnvironment } from '../../src/run/runner.ts';
import { startTenant } from '../../tenant/tenant.ts';
import { RecordingCore } from '../support/recording-core.ts';
import { zipped } from '../support/zip.ts';

const SETTINGS = 'MailboxName,TimeZone,Status\r\na@contoso.com,UTC,ok\r\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earlier-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('an archive with an earlier report', () => {
  test.each([
    ['is no zip', Buffer.from('text'), /The archive cannot be read/],
    ['is truncated', zipped([['mailbox-settings.csv', SETTINGS]]).subarray(0, 60), /The archive cannot be read/],
    ['is of another program', zipped([['coverage.html', 'x']]), /none of the files mailbox-settings\.csv/],
    [
      'has paths that lead elsewhere',
      zipped([['../../mailbox-settings.csv', SETTINGS]]),
      /cannot be read|none of the files/,
    ],
    [
      'has a file twice',
      zipped([
        ['mailbox-settings.csv', SETTINGS],
        ['mailbox-settings.csv', SETTINGS],
      ]),
      /twice/,
    ],
    [
      'has a file that grows beyond all bounds',
      zipped([['mailbox-settings.csv', `MailboxName,Status\r\n"${'a'.repeat(70 * 1024 * 1024)}`]]),
      /a record that is too large/,
    ],
    ['is malformed', zipped([['mailbox-settings.csv', 'MailboxName,Status\r\na,ok,x\r\n']]), /3 cells and 2 columns/],
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
    const found = await openReportAt(zip, { shown: 'report.zip', temp, reports: ['mailbox-settings'] });
    expect(found).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(reason) });
    expect((await readdir(home)).sort()).toEqual(['report.zip', path.basename(temp)]);
    expect((await readdir(temp)).filter((name) => name !== 'mailbox-settings.csv')).toEqual([]);
  });

  test('gives only the files that are compared, whatever else it has', async () => {
    const temp = await mkdtemp(path.join(folder, 'temp-'));
    const zip = path.join(folder, 'whole.zip');
    await writeFile(
      zip,
      zipped([
        ['index.js', 'throw 1'],
        ['mailbox-settings.csv', SETTINGS],
        ['sub/violations.csv', 'x'],
        ['folders.csv', 'x'],
      ]),
    );
    const found = await openReportAt(zip, { shown: 'whole.zip', temp, reports: ['mailbox-settings'] });
    expect(found).toMatchObject({ kind: 'found', report: { mailboxes: { size: 1 }, violations: undefined } });
    if (found.kind === 'found') found.report.close();
    expect(await readdir(temp)).toEqual(['mailbox-settings.csv']);
  });
});

test.each([
  ['is larger than 1 GiB', { size: 1024 ** 3 + 1 }, /exceeds 1 GiB/],
  ['has no digest', { digest: null }, /no digest/],
])('an artifact that %s is not downloaded', async (_case, reported, reason) => {
  const tenant = await startTenant({ mailboxes: 1 });
  const dispatcher = newDispatcher();
  try {
    const bytes = zipped([['mailbox-settings.csv', SETTINGS]]);
    (await tenant.startRun()).store({ name: 'mailbox-report', bytes, ...reported });
    const { env } = await tenant.startRun();
    const found = await findEarlierReport({
      ...{
        step: stepEnvironment(env),
        token: tenant.githubToken,
        artifactName: 'mailbox-report',
        log: new RecordingCore(),
      },
      ...{ temp: folder, reports: ['mailbox-settings'], signal: AbortSignal.timeout(10_000), dispatcher },
      loadClient: () => Promise.reject(new Error('there is no need for a client')),
    });
    expect(found).toMatchObject({ kind: 'unavailable', cause: 'unusable', reason: expect.stringMatching(reason) });
  } finally {
    await dispatcher.destroy();
    await tenant.close();
  }
});
