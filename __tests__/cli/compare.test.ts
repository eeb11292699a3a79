import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csvRecord } from '../../src/outputs/files/csv.ts';
import type { CsvDelimiter } from '../../src/text/csv.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { zipped } from '../support/zip.ts';
import { runProgram, type ProgramRun } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compare-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Files = Readonly<Record<string, string>>;

function csv(columns: string, ...rows: readonly (readonly string[])[]): string {
  return csvWith(',', columns, ...rows);
}

function csvWith(delimiter: CsvDelimiter, columns: string, ...rows: readonly (readonly string[])[]): string {
  return [columns.split(','), ...rows].map((cells) => csvRecord(cells, delimiter)).join('');
}

const SETTINGS = 'MailboxName,TimeZone,Language,Status,Error,Verdict,Violations';
const RULES = 'MailboxName,RuleName,Target,Status,Error';
const VIOLATIONS = 'Rule,Severity,Report,MailboxName,Item,Column,Found,Expected,Verdict,Since,Exemption';

function violation(mailbox: string, rule: string, verdict: string, item = ''): string[] {
  return [rule, 'error', 'inbox-rules', mailbox, item, 'Target', 'x@y.z', 'nothing', verdict, '', ''];
}

const EARLIER: Files = {
  'mailbox-settings.csv': csv(
    SETTINGS,
    ['gone@x.y', 'UTC', 'en', 'ok', '', 'pass', ''],
    ['a@x.y', 'UTC', '=cmd', 'ok', '', 'pass', ''],
    ['unread@x.y', '', '', 'throttled', '', 'inconclusive', ''],
  ),
  'inbox-rules.csv': csv(
    RULES,
    ['gone@x.y', '', '', 'ok', ''],
    ['a@x.y', 'One', 'x@y.z', 'ok', ''],
    ['unread@x.y', '', '', 'ok', ''],
  ),
  'violations.csv': csv(VIOLATIONS, violation('a@x.y', 'stays', 'fail', 'One'), violation('a@x.y', 'goes', 'fail')),
  'changes.csv': csv('Change,MailboxName'),
};
const LATER: Files = {
  'mailbox-settings.csv': csv(
    SETTINGS,
    ['A@x.y', 'GMT', '=cmd', 'ok', '', 'fail', 'x'],
    ['unread@x.y', 'UTC', 'de', 'ok', '', 'pass', ''],
    ['new@x.y', 'UTC', 'en', 'ok', '', 'pass', ''],
  ),
  'inbox-rules.csv': csv(
    RULES,
    ['A@x.y', 'One', 'x@y.z', 'ok', ''],
    ['A@x.y', '\u001b[2JTwo', 'z@y.z', 'ok', ''],
    ['unread@x.y', '', '', 'ok', ''],
    ['new@x.y', '', '', 'ok', ''],
  ),
  'violations.csv': csv(VIOLATIONS, violation('A@x.y', 'stays', 'fail', 'One'), violation('A@x.y', 'fresh', 'warn')),
};

async function stored(name: string, files: Files): Promise<string> {
  if (name.endsWith('.zip')) await writeFile(path.join(folder, name), zipped(Object.entries(files)));
  else {
    await rm(path.join(folder, name), { recursive: true, force: true });
    await mkdir(path.join(folder, name));
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, name, file), text);
  }
  return name;
}

async function compared(before: Files, after: Files, ...options: readonly string[]): Promise<ProgramRun> {
  return runProgram(['compare', await stored('a.zip', before), await stored('b', after), ...options], {}, folder);
}

describe('compare', () => {
  test('prints the differences as changes.csv has them, and exits with 1', async () => {
    const { code, stdout, stderr } = await compared(EARLIER, LATER, '--format', 'csv');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(parsedCsv(stdout).map((row) => Object.values(row))).toEqual([
      ['added', 'inbox-rules', 'A@x.y', '\u001b[2JTwo', '', '', 'Target: z@y.z'],
      ['changed', 'mailbox-settings', 'A@x.y', '', 'TimeZone', 'UTC', 'GMT'],
      ['new-violation', 'inbox-rules', 'A@x.y', '', 'Target', '', 'x@y.z'],
      ['resolved', 'inbox-rules', 'A@x.y', '', 'Target', 'x@y.z', ''],
      ['mailbox-added', '', 'new@x.y', '', '', '', ''],
      ['mailbox-removed', '', 'gone@x.y', '', '', '', ''],
    ]);
  });

  test('prints no difference of a mailbox that is unread in the later report', async () => {
    const { stdout } = await compared(LATER, EARLIER, '--format', 'csv');
    expect(parsedCsv(stdout).filter(({ MailboxName }) => MailboxName === 'unread@x.y')).toEqual([]);
    expect(parsedCsv(stdout)).toContainEqual(expect.objectContaining({ Change: 'removed', Item: '\u001b[2JTwo' }));
  });

  test('prints them as text, escaped for a terminal', async () => {
    const { code, stdout } = await compared(EARLIER, LATER);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'added            A@x.y  inbox-rules: "\\u{1b}[2JTwo": "Target: z@y.z"',
      'changed          A@x.y  mailbox-settings: TimeZone: "UTC" -> "GMT"',
      'new-violation    A@x.y  fresh: Target: "x@y.z"',
      'resolved         A@x.y  goes: Target: "x@y.z"',
      'mailbox-added    new@x.y',
      'mailbox-removed  gone@x.y',
      '1 new violation, 1 resolved, 1 mailbox changed, 1 added, 1 removed',
      '',
    ]);
  });

  test.each(['text', 'csv'])('exits with 0 for equal reports, as %s', async (format) => {
    const { code, stdout, stderr } = await compared(EARLIER, EARLIER, '--format', format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd()).toBe(
      format === 'csv'
        ? 'Change,Report,MailboxName,Item,Column,Before,After'
        : '0 new violations, 0 resolved, 0 mailboxes changed',
    );
  });

  test('finds no difference if only the delimiters differ, whatever formulas the cells contain', async () => {
    const text = 'a;=1+1,=2+2';
    const files = (delimiter: CsvDelimiter): Files => ({
      'mailbox-settings.csv': csvWith(delimiter, SETTINGS, ['a@x.y', text, '=3', 'ok', '', 'fail', 'zone']),
      'inbox-rules.csv': csvWith(delimiter, RULES, ['a@x.y', text, text, 'ok', '']),
      'violations.csv': csvWith(delimiter, VIOLATIONS, violation('a@x.y', 'stays', 'fail', text)),
    });
    expect(files(',')).not.toEqual(files(';'));
    const { code, stdout } = await compared(files(','), files(';'));
    expect(stdout).toBe('0 new violations, 0 resolved, 0 mailboxes changed\n');
    expect(code).toBe(0);
    expect(await compared(files(';'), files(','))).toMatchObject({ code, stdout });
  });

  test('finds no difference in cells that are unknown in one of the reports', async () => {
    const rules = 'MailboxName,RuleName,ReadOnly,ForwardTo,ExternalTargets,Status';
    const shown = { 'inbox-rules.csv': csv(rules, ['a@x.y', 'One', 'true', 'x@y.z', 'x@y.z', 'ok']) };
    const hidden = { 'inbox-rules.csv': csv(rules, ['a@x.y', 'One', 'true', '', 'inconclusive', 'ok']) };
    expect(await compared(shown, hidden)).toMatchObject({ code: 0 });
    expect(await compared(hidden, shown)).toMatchObject({ code: 0 });
  });

  test('lists files and columns that only one of the reports has, which give no difference', async () => {
    const other = { 'own.csv': csv('MailboxName,Only,Status', ['a@x.y', '1', 'ok']) };
    const { code, stderr } = await compared(
      { 'own.csv': csv('MailboxName,Status', ['a@x.y', 'ok']), 'violations.csv': EARLIER['violations.csv'] ?? '' },
      { ...other, 'folders.csv': csv('MailboxName,Status', ['a@x.y', 'ok']) },
    );
    expect(code).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'Only one of both reports has folders.csv.',
      'Only one of both reports has violations.csv.',
      'Only one of both runs has the column Only of own.',
      '',
    ]);
  });

  test('matches rows by their first cell in a report of the user if a mailbox has several in one of both', async () => {
    const own = (...items: readonly string[]): Files => ({
      'own.csv': csv('MailboxName,Item,Size,Status', ...items.map((item) => ['a@x.y', item, '1', 'ok'])),
    });
    const { stdout } = await compared(own('one'), own('two', 'one'), '--format', 'csv');
    expect(parsedCsv(stdout)).toEqual([expect.objectContaining({ Change: 'added', Item: 'two', After: 'Size: 1' })]);
    const single = await compared(own('one'), own('two'), '--format', 'csv');
    expect(parsedCsv(single.stdout)).toEqual([
      expect.objectContaining({ Change: 'changed', Column: 'Item', Before: 'one', After: 'two' }),
    ]);
  });

  test.each<[string, Files, string]>([
    ['has no report', { 'changes.csv': '' }, 'The report b cannot be used. It has no CSV of a report.'],
    ['has a malformed CSV', { 'own.csv': 'MailboxName,Status\r\n"a' }, 'own.csv ends inside a quoted cell'],
    ['has other reports', { 'own.csv': 'MailboxName,Status\r\n' }, 'They have no report in common.'],
  ])('exits with 2 if a report %s', async (_case, files, message) => {
    const { code, stdout, stderr } = await compared(EARLIER, files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('error: REPORT_UNREADABLE: ');
    expect(stderr).toContain(message);
  });

  test.each([[[]], [['a.zip']], [['a.zip', 'b', 'c']], [['a.zip', 'b', '--format', 'xml']], [['nowhere', 'a.zip']]])(
    'exits with 2 for the arguments %j',
    async (args) => {
      expect(await runProgram(['compare', ...args], {}, folder)).toMatchObject({ code: 2, stdout: '' });
    },
  );
});
