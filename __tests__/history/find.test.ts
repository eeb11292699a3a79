import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openReportAt } from '../../src/history/find.ts';
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
});
