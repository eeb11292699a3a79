import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { csvRecord } from '../../../src/outputs/files/csv-file.ts';
import { parseJson, type JsonObject } from '../../../src/json.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { storedRun, type StoredResult } from '../../support/rows-file.ts';
import { zipped } from '../../support/zip.ts';
import { runProgram } from '../command-line.ts';
import { newFolder } from '../../support/new-folder.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

type Rows = readonly (readonly string[])[];

function csv(columns: string, rows: Rows, delimiter: ',' | ';' = ','): string {
  return [columns.split(','), ...rows].map((cells) => csvRecord(cells, delimiter)).join('');
}

/** Rule, mailbox, item, column, found, row, day. */
function baseline(rows: Rows): string {
  return csv('Rule,MailboxName,Item,Column,Found,Row,AddedOn', rows);
}

const OLD = '2025-01-01';
const NEW = '2026-11-26';
const STILL = ['zone', 'still@x.y', '', 'TimeZone', 'GMT', '', OLD];
const GONE = ['zone', 'gone@x.y', '', 'TimeZone', 'GMT', '', OLD];
const CHANGED = ['forward', 'changed@x.y', 'Rule 1', 'ExternalTargets', 'a@z.z', '', OLD];
const UNREAD = ['zone', 'unread@x.y', '', 'TimeZone', 'GMT', '', OLD];
const UNREAD_RULES = ['forward', 'part@x.y', 'Rule 1', 'ExternalTargets', 'a@z.z', '', OLD];
const READ_SETTINGS = ['zone', 'part@x.y', '', 'TimeZone', 'GMT', '', OLD];
const MISSING = ['zone', 'missing@x.y', '', 'TimeZone', 'GMT', '', OLD];
const EXEMPT = ['zone', 'exempt@x.y', '', 'TimeZone', 'GMT', '', OLD];
const DOUBTFUL = ['forward', 'doubtful@x.y', 'Rule 1', 'ExternalTargets', 'a@z.z', '', OLD];
const COMMITTED = [CHANGED, DOUBTFUL, UNREAD_RULES, EXEMPT, GONE, MISSING, READ_SETTINGS, STILL, UNREAD];

const ADDED = ['forward', 'changed@x.y', 'Rule 1', 'ExternalTargets', 'b@z.z', '', NEW];

/** Address, status, time zone, status of the rules, target of the rule, verdict of the violation if there is one. */
const MAILBOXES: Readonly<Record<string, readonly StoredResult[]>> = {
  'still@x.y': [settings('GMT', 'fail'), rules('')],
  'gone@x.y': [settings('UTC'), rules('')],
  'changed@x.y': [settings('UTC'), rules('b@z.z', { item: 'Rule 1', verdict: 'fail' })],
  'unread@x.y': [{ status: 'not-found' }, { status: 'not-found' }],
  'part@x.y': [settings('UTC'), { status: 'access-denied' }],
  'exempt@x.y': [settings('GMT', 'exempt'), rules('')],
  'doubtful@x.y': [settings('UTC'), rules('', { item: 'Rule 2', verdict: 'inconclusive', column: '' })],
};

function settings(zone: string, verdict?: string): StoredResult {
  const violation = { rule: 'zone', verdict: verdict ?? '', column: 'TimeZone', found: zone };
  return { rows: [[zone]], violations: verdict === undefined ? [] : [violation] };
}

function rules(target: string, violation?: JsonObject): StoredResult {
  const common = { rule: 'forward', column: 'ExternalTargets', found: target };
  return { rows: [['Rule 1', target]], violations: violation === undefined ? [] : [{ ...common, ...violation }] };
}

/** The files of a run that was made without the committed baseline. */
function reportFiles(): Record<string, string | Buffer> {
  const reports = {
    'mailbox-settings': { columns: ['TimeZone'] },
    'inbox-rules': { columns: ['RuleName', 'ExternalTargets'], many: true },
  };
  return {
    'rows.ndjson.gz': storedRun({ reports, mailboxes: MAILBOXES, hasPolicy: true }),
    'changes.csv': csv('Change,MailboxName', []),
    'baseline.csv': baseline([ADDED, [...STILL.slice(0, 5), '', NEW]]),
    'mailbox-report.html': '<p>',
  };
}

function rowsFile(): Buffer {
  return Buffer.from(reportFiles()['rows.ndjson.gz'] ?? '');
}

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}

function writeReport(files = reportFiles()): Promise<void> {
  return write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`report/${name}`, text])));
}

function committed(file = 'baseline.csv'): Promise<string> {
  return readFile(path.join(folder, file), 'utf8');
}

function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return runProgram(['baseline', ...args], {}, folder);
}

const PRUNED = [DOUBTFUL, UNREAD_RULES, EXEMPT, MISSING, STILL, UNREAD];

describe('baseline prune', () => {
  test('removes only entries that no longer occur among mailboxes that were read', async () => {
    await writeReport();
    await write({ 'baseline.csv': baseline(COMMITTED) });
    expect(await run('prune', 'report')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'baseline.csv: 3 entries removed, 6 kept\n',
    });
    expect(await committed()).toBe(baseline(PRUNED));
    expect(await run('prune', 'report')).toMatchObject({ stdout: 'baseline.csv: 0 entries removed, 6 kept\n' });
  });

  test('removes entries about rows of a table that was read and no longer violate', async () => {
    const apps = ['apps', '', 'Backup; 1', 'AppId', '1', '', OLD];
    const gone = ['apps', '', 'Old; 2', 'AppId', '2', '', OLD];
    const unread = ['zone', '', 'x', 'Other', 'GMT', '', OLD];
    const reports = { 'mailbox-settings': { columns: ['TimeZone'] } };
    const kept = storedRun({
      reports,
      mailboxes: { 'a@x.y': [settings('UTC')] },
      hasPolicy: true,
      applications: [['Backup', '1']],
    });
    await writeReport({ ...reportFiles(), 'rows.ndjson.gz': kept, 'baseline.csv': baseline([apps]) });
    await write({ 'baseline.csv': baseline([apps, gone, unread]) });
    expect(await run('prune', 'report')).toMatchObject({ code: 0, stdout: 'baseline.csv: 1 entry removed, 2 kept\n' });
    expect(await committed()).toBe(baseline([apps, unread]));
  });

  test('requires a committed baseline', async () => {
    await writeReport();
    const { code, stderr } = await run('prune', 'report', '--baseline', 'known.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('BASELINE_FILE: There is no baseline known.csv in the current folder.');
    expect(stderr).toContain('Set --baseline to its path');
    expect(await readdir(folder)).toEqual(['report']);
  });
});

describe('baseline update', () => {
  test('also adds the violations of the report, sorted, and keeps dates', async () => {
    await write({ 'report.zip': zipped(Object.entries(reportFiles())) });
    await write({ 'baseline.csv': baseline(COMMITTED.toReversed()) });
    expect(await run('update', 'report.zip')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'baseline.csv: 1 entry added, 3 removed, 6 kept\n',
    });
    expect(await committed()).toBe(baseline([ADDED, ...PRUNED]));
    const again = await run('update', 'report.zip', '--json');
    expect([again.code, parseJson(again.stdout)]).toEqual([
      0,
      { ok: true, baseline: 'baseline.csv', added: 0, removed: 0, kept: 7 },
    ]);
  });

  test('replaces a file that does not say which rows are accepted, which prune refuses', async () => {
    await writeReport(reportFiles());
    const outdated = csv('Rule,MailboxName,Item,Column,Found,AddedOn', [['zone', 'a@x.y', '', 'TimeZone', 'GMT', OLD]]);
    await write({ 'baseline.csv': outdated });
    const refused = await run('prune', 'report');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('mailbox-report baseline update') });
    expect(await committed()).toBe(outdated);
    expect(await run('update', 'report')).toMatchObject({ code: 0 });
    expect(await committed()).toBe(await committed('report/baseline.csv'));
  });

  test('creates the file as the run wrote it', async () => {
    const first = `\uFEFF${csv('Rule,MailboxName,Item,Column,Found,Row,AddedOn', [['zone', 'a@x.y', '', 'TimeZone', '=a;\n+b', '', NEW]], ';')}`;
    await writeReport({ ...reportFiles(), 'baseline.csv': first.replace('=a', "'=a") });
    expect(await run('update', 'report', '--baseline', 'known.csv')).toMatchObject({
      stdout: 'known.csv: 1 entry added, 0 removed, 0 kept\n',
    });
    const written = await committed('known.csv');
    expect(written.startsWith('\uFEFFRule;MailboxName;')).toBe(true);
    expect(parsedCsv(written)).toEqual(parsedCsv(await committed('report/baseline.csv')));
    expect(await run('update', 'report', '--baseline', 'known.csv')).toMatchObject({
      stdout: 'known.csv: 0 entries added, 0 removed, 1 kept\n',
    });
    expect(await committed('known.csv')).toBe(written);
  });

  test('refuses a committed file with mistakes, and leaves it', async () => {
    await writeReport();
    await write({ 'baseline.csv': 'Rule,MailboxName\r\n' });
    const { code, stderr } = await run('update', 'report');
    expect(code).toBe(1);
    expect(stderr).toContain('BASELINE_FILE: baseline.csv, line 1: The columns are not');
    expect(await committed()).toBe('Rule,MailboxName\r\n');
  });

  test('refuses a file outside the current folder', async () => {
    await writeReport();
    const { code, stderr } = await run('update', 'report', '--baseline', '../baseline.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('is outside the current folder.');
  });

  test.each<[string, Record<string, string | Buffer>, string]>([
    ['is missing', {}, 'There is no such file or folder'],
    ['has no baseline', { 'report.zip': zipped([['rows.ndjson.gz', rowsFile()]]) }, 'It has no baseline.csv'],
    [
      'has a baseline with mistakes',
      { 'report.zip': zipped(Object.entries({ ...reportFiles(), 'baseline.csv': 'x' })) },
      'report.zip/baseline.csv, line 1: The columns are not',
    ],
  ])('fails if the report %s', async (_, files, message) => {
    await write({ ...files, 'baseline.csv': baseline(COMMITTED) });
    const { code, stdout, stderr } = await run('update', 'report.zip');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error: REPORT_UNREADABLE: The report report.zip cannot be used.');
    expect(stderr).toContain(message);
    expect(await committed()).toBe(baseline(COMMITTED));
  });
});

test.each([[[]], [['update']], [['prune', 'report', 'more']], [['remove', 'report']], [['update', 'report', '--all']]])(
  'baseline with the arguments %j is a wrong call',
  async (args) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '' });
  },
);
