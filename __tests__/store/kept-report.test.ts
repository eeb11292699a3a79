import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { IndexedReport, openNamedReport } from '../../src/store/indexed-report.ts';
import { foreignReason, withKeptReport, type ReportRows } from '../../src/store/kept-report.ts';
import { ReportFiles, withReportFiles, type ReportPlace } from '../../src/store/report-files.ts';
import { newFolder } from '../support/new-folder.ts';
import { rowsFileOf, storedLines, storedRun } from '../support/rows-file.ts';
import { zipped } from '../support/zip.ts';

const FILE = 'rows.ndjson.gz';
const ROWS = storedRun({
  reports: { 'mailbox-settings': { columns: ['TimeZone'] } },
  mailboxes: { 'A@contoso.com': [{ rows: [['UTC']] }], 'b@contoso.com': [{ rows: [['GMT']] }] },
});
const ZIP = zipped([
  [FILE, ROWS],
  ['baseline.csv', 'x'],
  ['other.csv', 'x'],
]);
const OF_ANOTHER_VERSION = rowsFileOf(
  storedLines(ROWS).map((line) => ('format' in line ? { ...line, version: 99 } : line)),
);

const home = newFolder();
let tempFolder: string;
beforeEach(async () => {
  tempFolder = await mkdtemp(path.join(home, 'temp-'));
});

/** A report in each form. */
async function places(rows: Buffer = ROWS, zip: Buffer = zipped([[FILE, rows]])): Promise<readonly ReportPlace[]> {
  const folder = await mkdtemp(path.join(home, 'report-'));
  await writeFile(path.join(folder, FILE), rows);
  await writeFile(path.join(folder, 'report.zip'), zip);
  return [folder, path.join(folder, 'report.zip'), { rowsFile: path.join(folder, FILE) }];
}

async function addressesIn({ mailboxes }: Pick<ReportRows, 'mailboxes'>): Promise<readonly string[]> {
  const addresses: string[] = [];
  for await (const { address } of mailboxes()) addresses.push(address);
  return addresses;
}

describe('a kept report', () => {
  test('is read from a folder, a zip and a rows file alike, and leaves nothing behind', async () => {
    for (const place of await places()) {
      const read = await withKeptReport(place, { tempFolder }, async (rows) => ({
        addresses: await addressesIn(rows),
        end: await rows.end(),
        columns: rows.header.reports.map(({ columns }) => columns),
      }));
      expect(read).toMatchObject({
        addresses: ['A@contoso.com', 'b@contoso.com'],
        end: { counts: { mailboxes: 2 } },
        columns: [['TimeZone']],
      });
      expect(await readdir(tempFolder)).toEqual([]);
    }
  });

  test('has only the files that are asked for, as long as the work lasts', async () => {
    const [, zip = ''] = await places(ROWS, ZIP);
    const options = { tempFolder, names: ['baseline.csv', 'missing.csv'] };
    const names = await withReportFiles(zip, options, async (files) => {
      expect(await readdir(tempFolder)).toEqual([path.basename(files.folder)]);
      expect(files.temp()).toBe(files.folder);
      return readdir(files.folder);
    });
    expect(names.sort()).toEqual(['baseline.csv', FILE]);
    expect(await readdir(tempFolder)).toEqual([]);
  });

  test('leaves nothing behind if the work fails', async () => {
    for (const place of await places()) {
      const work = () => Promise.reject(new Error('the work failed'));
      await expect(withKeptReport(place, { tempFolder }, work)).rejects.toThrow('the work failed');
      expect(await readdir(tempFolder)).toEqual([]);
    }
  });

  test.each([
    ['of another version', OF_ANOTHER_VERSION, /Another version/],
    ['that is cut', ROWS.subarray(0, ROWS.length / 2), /cannot be decompressed|ends/],
  ])('%s is refused, and leaves nothing behind', async (_, rows, reason) => {
    for (const place of await places(rows)) {
      await expect(withKeptReport(place, { tempFolder }, addressesIn)).rejects.toThrow(reason);
      await expect(ReportFiles.open(place, { tempFolder }).then((files) => IndexedReport.open(files))).rejects.toThrow(
        reason,
      );
      expect(await readdir(tempFolder)).toEqual([]);
    }
  });

  test('is found by address while it is open, in any form', async () => {
    for (const place of await places()) {
      const report = await IndexedReport.open(await ReportFiles.open(place, { tempFolder }));
      expect(report.find('a@CONTOSO.com')).toMatchObject({ address: 'A@contoso.com' });
      expect(report.at(1)).toMatchObject({ reports: [{ rows: [{ cells: ['GMT'] }] }] });
      expect(await readdir(tempFolder)).toHaveLength(1);
      await report.close();
      expect(await readdir(tempFolder)).toEqual([]);
    }
  });

  test('of a reason against it is not unpacked', async () => {
    for (const place of await places()) {
      const files = await ReportFiles.open(place, { tempFolder });
      const reasonAgainst = ({ tenant, cloud }: { readonly tenant: string; readonly cloud: string }) =>
        foreignReason({ tenant, cloud }, { tenant: 'fabrikam.com' });
      await expect(IndexedReport.open(files, reasonAgainst)).rejects.toThrow('It is of another tenant, contoso.com.');
      expect(await readdir(tempFolder)).toEqual([]);
    }
  });

  test('that a path names is an error for users if it cannot be used', async () => {
    for (const [place, reason] of [
      ['missing.zip', 'There is no such file or folder.'],
      ['.', `It has no ${FILE}.`],
    ] as const) {
      const error: unknown = await openNamedReport(place, tempFolder, tempFolder).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ code: 'REPORT_UNREADABLE', message: expect.stringContaining(reason) });
    }
  });
});

describe('a report is downloaded', () => {
  function download(files: Readonly<Record<string, Buffer>>, size = 1, matches = true): Promise<ReportFiles> {
    return ReportFiles.download(size, tempFolder, async (folder) => {
      for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
      return matches;
    });
  }

  test('without its archive', async () => {
    const files = await download({ 'a.zip': ZIP });
    expect(await readdir(files.folder)).toEqual([FILE]);
    expect(await readdir(tempFolder)).toHaveLength(1);
    await files.close();
    expect(await readdir(tempFolder)).toEqual([]);
  });

  test.each([
    ['it is too large', { 'a.zip': ZIP }, 1024 ** 3 + 1, true, 'Its archive exceeds 1 GiB.'],
    ['its size is unknown', { 'a.zip': ZIP }, NaN, true, 'Its archive exceeds 1 GiB.'],
    [
      'its digest is another one',
      { 'a.zip': ZIP },
      1,
      false,
      'Its archive does not have the digest that GitHub gives.',
    ],
    ['it is no archive', {}, 1, true, 'It is not one archive.'],
    ['it is two archives', { 'a.zip': ZIP, 'b.zip': ZIP }, 1, true, 'It is not one archive.'],
    ['it is damaged', { 'a.zip': ZIP.subarray(0, 60) }, 1, true, /^The archive cannot be read/],
  ] as const)('unless %s', async (_, files, size, matches, reason) => {
    await expect(download(files, size, matches)).rejects.toThrow(reason);
    expect(await readdir(tempFolder)).toEqual([]);
  });
});

test.each([
  [{ tenant: 'CONTOSO.com', cloud: 'china' }, undefined],
  [{ tenant: 'contoso.com' }, undefined],
  [{ tenant: 'fabrikam.com', cloud: 'china' }, 'It is of another tenant, contoso.com.'],
  [{ tenant: 'contoso.com', cloud: 'global' }, 'It is of another cloud, china.'],
])('a report of contoso.com in China is foreign to %j: %j', (own, reason) => {
  expect(foreignReason({ tenant: 'contoso.com', cloud: 'china' }, own)).toBe(reason);
});
