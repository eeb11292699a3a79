import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../../src/controls/evidence.ts';
import { parseJson, property } from '../../../../src/json.ts';
import { evidenceOf, type EvidenceValues } from '../../../history/period/evidence-files.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { parsedCsv } from '../../../support/parsed-csv.ts';
import { storedRun } from '../../../support/rows-file.ts';
import { zipped } from '../../../support/zip.ts';
import { runProgram } from '../../command-line.ts';

const NOW = Date.parse('2027-01-20T04:00:00Z');

function startOf(day: number, hour = 5): string {
  return new Date(Date.UTC(2027, 0, day, hour)).toISOString();
}

/** The evidence of a run of a day, whose ID is the day. */
function ofDay(day: number, values: Partial<EvidenceValues> = {}): string {
  return evidenceOf({ started: startOf(day), ...values, run: { id: String(day), ...values.run } });
}

/** A folder with files by their path. */
async function folderWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

async function evidence(folder: string, args: readonly string[] = ['--json'], days: readonly string[] = ['01', '05']) {
  const period = ['--from', `2027-01-${days[0] ?? ''}`, '--to', `2027-01-${days[1] ?? ''}`];
  return runProgram(['evidence', folder, ...period, ...args], {}, folder, { now: () => NOW });
}

async function answerOf(
  files: Readonly<Record<string, string | Buffer>>,
  ...more: [(readonly string[])?, (readonly string[])?]
) {
  const { code, stdout, stderr } = await evidence(await folderWith(files), ...more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return parseJson(stdout);
}

describe('a folder', () => {
  test('is read with its files, zips and reports, wherever they are, and a run counts once', async () => {
    const second = ofDay(2, { results: { '6.1.2': 'not-met', '6.1.3': 'excepted' } });
    const files = {
      'day-1/evidence.json': ofDay(1),
      'kept/2027-01-02-evidence.json': second,
      '3.zip': zipped([['evidence.json', ofDay(3)]]),
      '3-report.zip': zipped([
        ['evidence.json', ofDay(3)],
        ['rows.ndjson.gz', 'not read'],
      ]),
    };
    const answer = await answerOf(files);
    expect(property(answer, 'nights')).toEqual({
      expected: 5,
      run: 3,
      gaps: [4, 5].map((day) => ({
        start: startOf(day, 0),
        end: startOf(day + 1, 0),
        reason: expect.stringContaining('not known'),
      })),
      notes: [],
    });
    const digest = createHash('sha256').update(second).digest('hex');
    expect(property(answer, 'controls')).toMatchObject([
      {
        catalogue: 'cis-m365-7.0.0',
        control: '6.1.2',
        nights: { met: 2, 'not-met': 1 },
        without: 0,
        runs: [
          { run: '1', started: startOf(1), result: 'met', counted: true },
          { run: '2', commit: 'c'.repeat(40), digest: digest, result: 'not-met' },
          {
            run: '3',
            lines: [{ subject: 'mailboxes', population: { listed: 10, concerned: 8, failed: 0, unread: 1 } }],
          },
        ],
      },
      { control: '6.1.3', nights: { excepted: 1 }, without: 2 },
    ]);
    expect(property(answer, 'unused')).toEqual([]);
  });

  test('counts the newest run of a night, and expects none of a night that is not over', async () => {
    const files = {
      'a.evidence.json': ofDay(18, { started: startOf(18, 5), run: { id: '7' } }),
      'b.evidence.json': ofDay(18, { started: startOf(18, 9), run: { id: '8' }, results: { '6.1.2': 'not-met' } }),
    };
    const answer = await answerOf(files, ['--json'], ['18', '31']);
    expect(answer).toMatchObject({
      nights: { expected: 2, run: 1, gaps: [{ start: startOf(19, 0) }] },
      controls: [
        {
          nights: { 'not-met': 1 },
          runs: [
            { run: '7', counted: false },
            { run: '8', counted: true },
          ],
        },
      ],
    });
  });

  test.each<[string, readonly string[], number]>([
    ['each 12 hours', ['--every', '12h'], 14],
    ['each week, without one that the period cuts', ['--every', '5d'], 1],
    // 2027-01-01 is a Friday.
    ['from Monday to Friday', ['--every', 'weekday'], 5],
  ])('expects a run %s', async (_, args, expected) => {
    const answer = await answerOf({ 'evidence.json': ofDay(1) }, [...args, '--json'], ['01', '07']);
    expect(answer).toMatchObject({ nights: { expected, run: 1 } });
  });

  test('shows what changed of that by which runs judge, and the exceptions in force', async () => {
    const exception = { rule: 'rule-6.1.2', items: null, expires: '2027-03-31', reason: 'Migration', owner: 'Adele' };
    const other = { ...exception, rule: 'other', mailboxes: null };
    const files = {
      '1-evidence.json': ofDay(1, { exceptions: [{ ...exception, mailboxes: 2 }, other] }),
      '2-evidence.json': ofDay(2, { exceptions: [{ ...exception, mailboxes: 5 }], policy: 'b'.repeat(64) }),
      '3-evidence.json': ofDay(3, { policy: 'b'.repeat(64), product: '1.3.0', run: { commit: null } }),
    };
    const answer = await answerOf(files);
    expect(property(answer, 'changes')).toMatchObject([
      { what: 'policy', before: 'a'.repeat(64), after: 'b'.repeat(64), from: { run: '1' }, to: { run: '2' } },
      { what: 'product', before: '1.2.3', after: '1.3.0', to: { run: '3', commit: null } },
    ]);
    expect(property(answer, 'exceptions')).toMatchObject([
      {
        rule: 'rule-6.1.2',
        reason: 'Migration',
        owner: 'Adele',
        numbers: [2, 5],
        first: { run: '1' },
        last: { run: '2' },
      },
      { rule: 'other', numbers: [null] },
    ]);
    const { stdout } = await evidence(await folderWith(files), ['--control', '6.1.2']);
    expect(stdout).toMatch(/rule-6\.1\.2 +2027-03-31 +Adele +Migration +2027-01-01 +2027-01-02 +2 to 5/);
    expect(stdout).not.toContain('other');
  });

  test('shows the remediations whose files it has, and what is not known of them', async () => {
    const undo = (day: number, changes: number, more: object = {}) =>
      JSON.stringify({
        format: 'mailbox-report-undo',
        version: 2,
        tenant: '8F2B0C1D-0000-4000-8000-000000000001',
        cloud: 'global',
        repository: 'contoso/mailboxes',
        run: { id: `9${day}`, attempt: 1, url: '' },
        actor: 'eve',
        approvers: ['grady'],
        applied: startOf(day),
        plan: 'p'.repeat(64),
        changes: Array.from({ length: changes }, () => ({})),
        ...more,
      });
    const applied =
      '\uFEFFMailboxName;Title;Status;Error\r\na@x.y;"T;1";applied;\r\nb@x.y;T;failed;no\r\nc@x.y;T;applied;\r\n';
    const answer = await answerOf({
      '1-evidence.json': ofDay(1),
      'fix/applied.csv': applied,
      'fix/undo.json': undo(2, 3),
      'record.zip': zipped([['undo.json', undo(2, 4)]]),
      'killed.zip': zipped([['undo.json', undo(3, 4, { approvers: undefined })]]),
      'late/undo.json': undo(9, 1),
      'other/undo.json': undo(2, 1, { tenant: 'another', run: { id: '1', attempt: 1, url: '' } }),
      'damaged/undo.json': '{}',
    });
    expect(property(answer, 'remediations')).toMatchObject([
      { run: '92', applied: startOf(2), actor: 'eve', approvers: ['grady'], changes: { applied: 2, failed: 1 } },
      { run: '93', approvers: null, changes: null, recorded: 4 },
    ]);
    expect(property(answer, 'unused')).toMatchObject([
      { name: expect.stringContaining('damaged'), reason: expect.stringContaining('undo.json is damaged') },
      { name: expect.stringContaining('other'), reason: 'It is of another tenant, another.' },
    ]);
  });
});

describe('what is no evidence of the period', () => {
  const OTHER = '11111111-0000-4000-8000-000000000001';

  test('is named, and not mixed with the evidence of the tenant', async () => {
    const version = ofDay(4).replace('"version": 1', '"version": 9');
    const stored = { reports: {}, mailboxes: {}, started: startOf(4) };
    const rows = storedRun({ ...stored, tenant: '8f2b0c1d-0000-4000-8000-000000000001' });
    const answer = await answerOf({
      '1-evidence.json': ofDay(1),
      '2-evidence.json': ofDay(2),
      'foreign/evidence.json': ofDay(3, { tenant: OTHER }),
      'fork/evidence.json': ofDay(3, { run: { repository: 'contoso/other' } }),
      'version/evidence.json': version,
      'report/rows.ndjson.gz': rows,
      'foreign-report/rows.ndjson.gz': storedRun({ ...stored, tenant: OTHER }),
      'shard/rows.ndjson.gz': storedRun({ ...stored, shard: { number: 1, of: 2 } }),
      'cut.zip': zipped([['evidence.json', ofDay(3)]]).subarray(0, 40),
      'twice/a-evidence.json': ofDay(5),
      'twice/b-evidence.json': ofDay(5, { results: { '6.1.2': 'not-met' } }),
    });
    expect(property(answer, 'controls')).toMatchObject([{ nights: { met: 2 }, runs: [{ run: '1' }, { run: '2' }] }]);
    const unused = property(answer, 'unused');
    const reasons = Array.isArray(unused) ? unused.map((one) => [property(one, 'name'), property(one, 'reason')]) : [];
    const named = (name: string, reason: RegExp) => [expect.stringContaining(name), expect.stringMatching(reason)];
    expect(reasons).toEqual(
      expect.arrayContaining([
        named('foreign', new RegExp(`^It is of another tenant, ${OTHER}\\.$`)),
        named('foreign-report', new RegExp(`^It is of another tenant, ${OTHER}\\.$`)),
        named('fork', /^It is of another repository, contoso\/other\.$/),
        named('version', /^Its version is "9"\. /),
        named('cut.zip', /^The archive cannot be read/),
        named('a-evidence.json', /^It differs from .*b-evidence\.json, of the same run\.$/),
        named('b-evidence.json', /^It differs from /),
      ]),
    );
    expect(property(property(answer, 'nights'), 'gaps')).toMatchObject([
      { start: startOf(3, 0) },
      {
        start: startOf(4, 0),
        reason: expect.stringMatching(/report.rows\.ndjson\.gz: The report has no evidence\.json/),
      },
      { start: startOf(5, 0) },
    ]);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[], number, RegExp]>([
    [
      'of another time',
      { 'evidence.json': ofDay(9) },
      [],
      1,
      /REPORT_UNREADABLE: There is no evidence of the period\. There is evidence from 2027-01-09/,
    ],
    ['at all', {}, [], 1, /REPORT_UNREADABLE: .* None was found/],
    [
      'that can be read',
      { 'evidence.json': '{}' },
      [],
      1,
      /REPORT_UNREADABLE: .*evidence\.json: It is no evidence\.json/,
    ],
    [
      'about a control',
      { 'evidence.json': ofDay(1) },
      ['--control', '6.1.22'],
      2,
      /INPUT_INVALID: .*"6\.1\.22".*Did you mean "6\.1\.2"/s,
    ],
    ['in an interval', { 'evidence.json': ofDay(1) }, ['--every', '0d'], 2, /--every/],
    ['before its start', { 'evidence.json': ofDay(1) }, ['--to', '2026-12-31'], 2, /--from is after --to/],
  ])('%s, ends with an error', async (_, files, args, code, message) => {
    const run = await evidence(await folderWith(files), args);
    expect(run).toEqual({ code, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('needs both ends, and a folder that is there', async () => {
    const folder = newFolder();
    expect(await runProgram(['evidence', folder, '--from', '2027-01-01'])).toMatchObject({ code: 2, stdout: '' });
    const none = await runProgram(['evidence', 'none', '--from', '2027-01-01', '--to', '2027-01-02'], {}, folder);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/There is no folder "none"/) });
  });
});

describe('hostile texts', () => {
  const HOSTILE = '=cmd|x, <img src=x> [a](javascript:b) | \u001b[31m\u202e ##[error]c\n::error::d';
  const run: Partial<Evidence['run']> = { actor: HOSTILE, url: 'javascript:alert(1)' };
  const exceptions = [{ rule: 'r', mailboxes: 1, items: null, expires: HOSTILE, reason: HOSTILE, owner: HOSTILE }];
  const files = { 'evidence.json': ofDay(1, { run, exceptions, results: { [HOSTILE]: 'met' } }) };

  async function printed(format: string): Promise<string> {
    const { code, stdout } = await evidence(await folderWith(files), ['--format', format]);
    expect({ code, has: stdout.includes('cmd|x') || stdout.includes('cmd&#124;x') }).toEqual({ code: 0, has: true });
    return stdout;
  }

  test.each(['text', 'markdown', 'json'])('are no commands and do not change direction as %s', async (format) => {
    expect(await printed(format)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]|^::|##\[/mu);
  });

  test('are no HTML and no links in Markdown', async () => {
    expect(await printed('markdown')).not.toMatch(/<img|\]\(javascript/);
  });

  test('are no formulas in a CSV', async () => {
    const cells = parsedCsv(await printed('csv')).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});

describe('a format', () => {
  const files = {
    '1-evidence.json': ofDay(1),
    '2-evidence.json': ofDay(2, { policy: 'b'.repeat(64), results: { '6.1.2': 'not-met' } }),
  };

  test('csv has a line for each control and run, each gap and each change', async () => {
    const { stdout } = await evidence(await folderWith(files), ['--format', 'csv'], ['01', '03']);
    expect(parsedCsv(stdout)).toMatchObject([
      {
        Kind: 'control',
        Catalogue: 'cis-m365-7.0.0',
        Control: '6.1.2',
        Started: startOf(1),
        Run: '1',
        Counted: 'yes',
        Result: 'met',
        Tenant: '12',
        Failed: '0',
      },
      {
        Kind: 'control',
        Night: startOf(2, 0),
        Commit: 'c'.repeat(40),
        Digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        Result: 'not-met',
        Failed: '3',
      },
      { Kind: 'gap', Night: startOf(3, 0), Note: expect.stringContaining('not known') },
      {
        Kind: 'policy',
        Started: startOf(2),
        Note: expect.stringMatching(/^policy: a+ -> b+, between .*run 1, commit c+.* and .*run 2/),
      },
    ]);
  });

  test('text says what is missing of a control in its newest run', async () => {
    const results = { '6.2.1': 'met-in-part' } as const;
    const { stdout } = await evidence(await folderWith({ 'evidence.json': ofDay(1, { results }) }), []);
    expect(stdout).toMatch(
      /met-in-part +mailboxes .*\nWhat is missing in the newest run:\n {2}A part of 6\.2\.1 has no rule\.\n/,
    );
  });

  test('markdown has a table of the controls, and one of the runs of each', async () => {
    const { stdout } = await evidence(await folderWith(files), ['--format', 'markdown'], ['01', '03']);
    expect(stdout).toContain('## Evidence of controls from 2027-01-01 to 2027-01-03\n');
    expect(stdout).toContain('3 nights expected, 2 with evidence, 1 without');
    expect(stdout).toContain('| not-met | shipped | met 1, not-met 1 |');
    expect(stdout).toMatch(/\*\*cis-m365-7\.0\.0\/6\.1\.2: Title of 6\.1\.2\*\*\n\n\| Started \|/);
  });
});
