import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseJson, property } from '../../../../src/json.ts';
import { keptFolder, startOf, type KeptRuns } from '../../../history/kept-runs.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { parsedCsv } from '../../../support/parsed-csv.ts';
import { storedRun } from '../../../support/rows-file.ts';
import { zipped } from '../../../support/zip.ts';
import { runProgram } from '../../command-line.ts';

const REPORTS = { 'mailbox-properties': { columns: ['ForwardingSmtpAddress', 'DisplayName'] } };
const COMMON = { reports: REPORTS, hasPolicy: true };

function run(forwarding: string | null, name = 'Adele', mailbox = 'a@x.y') {
  return { mailboxes: { [mailbox]: [{ rows: [[forwarding, name]] }] } };
}

const FORWARDS: KeptRuns = {
  1: run(null),
  2: { mailboxes: { 'a@x.y': [{ status: 'throttled' }] } },
  3: run('x@mail.example', '=\u001b[2J\u202e"cmd"'),
};

function history(folder: string, ...args: readonly string[]) {
  return runProgram(['history', ...args], {}, folder);
}

describe('history', () => {
  test('prints changes and gaps of a mailbox as text, escaped for a terminal', async () => {
    const folder = await keptFolder(FORWARDS, COMMON);
    const { code, stdout, stderr } = await history(newFolder(), 'A@x.y', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll(folder, '').split('\n')).toEqual([
      'a@x.y',
      '2027-01-02 01:00  gap              not read: mailbox-properties: throttled',
      '2027-01-01 01:00 to 2027-01-03 01:00  changed          mailbox-properties: ForwardingSmtpAddress: "x@mail.example"',
      String.raw`2027-01-01 01:00 to 2027-01-03 01:00  changed          mailbox-properties: DisplayName: "Adele" -> "=\u{1b}[2J\u{202e}"cmd""`,
      '2 entries in 3 reports. Times are in UTC.',
      `2027-01-01 01:00  ${path.join('/', 'run-99', 'rows.ndjson.gz')}`,
      `2027-01-03 01:00  ${path.join('/', 'run-97', 'rows.ndjson.gz')}`,
      '',
    ]);
  });

  test('prints them as CSV, without formulas', async () => {
    const folder = await keptFolder(FORWARDS, COMMON);
    const { stdout } = await history(path.dirname(folder), 'a@x.y', path.basename(folder), '--format', 'csv');
    expect(parsedCsv(stdout)).toMatchObject([
      { Change: 'gap', MailboxName: 'a@x.y', From: startOf(2), To: startOf(2) },
      {
        Change: 'changed',
        Column: 'ForwardingSmtpAddress',
        Before: '',
        After: 'x@mail.example',
        From: startOf(1),
        To: startOf(3),
      },
      { Change: 'changed', Column: 'DisplayName', After: `'=\u001b[2J\u202e"cmd"` },
    ]);
    const [, { FromReport, ToReport } = {}] = parsedCsv(stdout);
    expect([FromReport, ToReport].map((name = '') => path.basename(path.dirname(name)))).toEqual(['run-99', 'run-97']);
  });

  test.each([['--json'], ['--format', 'json']])('prints them as JSON with %s', async (...format) => {
    const folder = await keptFolder(FORWARDS, COMMON);
    const { stdout } = await history(folder, 'a@x.y', '.', ...format);
    expect(parseJson(stdout)).toMatchObject({
      ok: true,
      reports: [{ started: startOf(1) }, { started: startOf(2) }, { started: startOf(3) }],
      changes: [
        {
          change: 'changed',
          mailbox: 'a@x.y',
          before: null,
          after: 'x@mail.example',
          from: { report: path.join('run-99', 'rows.ndjson.gz'), started: startOf(1) },
          to: { report: path.join('run-97', 'rows.ndjson.gz'), started: startOf(3) },
        },
        { column: 'DisplayName' },
      ],
      gaps: [{ mailbox: 'a@x.y', from: { started: startOf(2) }, reason: 'not read: mailbox-properties: throttled' }],
    });
    expect(stdout).not.toMatch(/\p{Cf}/u);
    expect(stdout).not.toContain('\u001b');
  });

  test('finds a target in all mailboxes without an address', async () => {
    const folder = await keptFolder(FORWARDS, COMMON);
    const { stdout } = await history(folder, '.', '--target', 'mail.example', '--format', 'csv');
    expect(parsedCsv(stdout).map(({ Change, Column }) => [Change, Column])).toEqual([
      ['gap', ''],
      ['changed', 'ForwardingSmtpAddress'],
    ]);
    expect((await history(folder, '.', '--target', 'other.example')).stdout).toBe(
      '0 entries in 3 reports. Times are in UTC.\n',
    );
  });

  test('reads zips and rows files, each run once, of the last days', async () => {
    const folder = newFolder();
    const stored = (day: number) => storedRun({ ...COMMON, ...run(`x${day}@y.z`), started: startOf(day) });
    await writeFile(path.join(folder, 'a.zip'), zipped([['rows.ndjson.gz', stored(3)]]));
    await writeFile(path.join(folder, '2027-01-03.ndjson.gz'), stored(3));
    await writeFile(path.join(folder, 'later.ndjson.gz'), stored(4));
    await writeFile(path.join(folder, 'older.ndjson.gz'), stored(1));
    const now = Date.parse(startOf(5));
    const args = ['history', 'a@x.y', folder, '--days', '2', '--json'];
    const { stdout } = await runProgram(args, {}, folder, { now: () => now });
    expect(parseJson(stdout)).toMatchObject({ reports: [{ started: startOf(3) }, { started: startOf(4) }], gaps: [] });
  });
});

describe('reports that cannot be used', () => {
  test('are gaps with the reason, and the others are read', async () => {
    const folder = await keptFolder(
      {
        1: run(null),
        2: { ...run(null), tenant: 'other.example' },
        3: { ...run(null), shard: { number: 1, of: 2 } },
        4: run('x@y.z'),
        5: run('x@y.z'),
        6: run('x@y.z'),
      },
      COMMON,
    );
    const file = (day: number): string => path.join(folder, `run-${100 - day}`, 'rows.ndjson.gz');
    await writeFile(file(5), (await readFile(file(5))).subarray(0, -12));
    await writeFile(file(6), 'not gzip');
    const { code, stdout } = await history(folder, 'a@x.y', '.', '--json');
    expect(code).toBe(0);
    const answer = parseJson(stdout);
    expect(property(answer, 'changes')).toMatchObject([{ from: { started: startOf(1) }, to: { started: startOf(4) } }]);
    expect(property(answer, 'gaps')).toMatchObject([
      { from: { started: startOf(2) }, reason: expect.stringContaining('of another tenant, other.example') },
      { from: { started: startOf(3) }, reason: expect.stringContaining('only shard 1 of 2') },
      { from: { started: startOf(5) }, reason: expect.stringContaining('cannot be decompressed') },
      { from: { started: null }, reason: expect.stringMatching(/run-94.*cannot be decompressed/) },
    ]);
  });

  test('are an error if there is no other one', async () => {
    const folder = newFolder();
    await writeFile(path.join(folder, 'a.zip'), 'no zip');
    const { code, stderr } = await history(folder, 'a@x.y', '.');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/REPORT_UNREADABLE.*a\.zip: It is no zip/)]);
  });
});

test('an argument with @ that is a path is the folder', async () => {
  const home = newFolder();
  await cp(await keptFolder(FORWARDS, COMMON), path.join(home, 'kept@2027'), { recursive: true });
  const { code, stdout } = await history(home, 'kept@2027', '--target', 'mail.example');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^a@x\.y\n/)]);
  expect((await history(home, 'kept@2027', 'a@x.y')).stdout).toMatch(/^a@x\.y\n/);
});

describe('exits with 2', () => {
  test.each([
    ['without a subject', ['.']],
    ['for a folder that does not exist', ['a@x.y', 'none']],
    ['for an invalid address', ['adele', '.']],
    ['for an invalid target', ['.', '--target', 'a b']],
    ['for a mailbox that no report has', ['b@x.y', '.']],
    ['for invalid days', ['a@x.y', '.', '--days', '0']],
  ])('%s', async (_, args) => {
    const { code, stdout } = await history(await keptFolder(FORWARDS, COMMON), ...args);
    expect([code, stdout]).toEqual([2, '']);
  });
});
