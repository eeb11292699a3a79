import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseJson, property, type JsonObject } from '../../../src/json.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { describeOnPosix } from '../../support/platform.ts';
import { storedRun, type StoredResult, type StoredRun } from '../../support/rows-file.ts';
import { zipped } from '../../support/zip.ts';
import { runProgram, type ProgramRun } from '../command-line.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

type Files = Readonly<Record<string, string | Buffer>>;

function files(run: StoredRun): Files {
  return { 'rows.ndjson.gz': storedRun(run) };
}

const REPORTS = {
  'mailbox-settings': { columns: ['TimeZone', 'Language'] },
  'inbox-rules': { columns: ['RuleName', 'Target'], many: true },
};

function violation(rule: string, verdict: string, item = ''): JsonObject {
  return { rule, verdict, item, column: 'Target', found: 'x@y.z' };
}

const RULES = ['stays', 'goes', 'fresh'];
const EARLIER = files({
  reports: REPORTS,
  hasPolicy: true,
  rules: RULES,
  mailboxes: {
    'gone@x.y': [{ rows: [['UTC', 'en']] }, {}],
    'a@x.y': [
      { rows: [['UTC', '=cmd']] },
      { rows: [['One', 'x@y.z']], violations: [violation('stays', 'fail', 'One'), violation('goes', 'fail')] },
    ],
    'unread@x.y': [{ status: 'throttled' }, {}],
  },
});
const LATER = files({
  reports: REPORTS,
  hasPolicy: true,
  rules: RULES,
  mailboxes: {
    'A@x.y': [
      { rows: [['GMT', '=cmd']] },
      {
        rows: [
          ['One', 'x@y.z'],
          ['\u001b[2JTwo', 'z@y.z'],
        ],
        violations: [violation('stays', 'fail', 'One'), violation('fresh', 'warn')],
      },
    ],
    'unread@x.y': [{ rows: [['UTC', 'de']] }, {}],
    'new@x.y': [{ rows: [['UTC', 'en']] }, {}],
  },
});

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
      ['changed', 'mailbox-settings', 'A@x.y', '', 'TimeZone', 'UTC', 'GMT'],
      ['added', 'inbox-rules', 'A@x.y', '\u001b[2JTwo', '', '', 'Target: z@y.z'],
      ['new-violation', 'inbox-rules', 'A@x.y', '', 'Target', '', 'x@y.z'],
      ['resolved', 'inbox-rules', 'A@x.y', '', 'Target', 'x@y.z', ''],
      ['mailbox-added', '', 'new@x.y', '', '', '', ''],
      ['mailbox-removed', '', 'gone@x.y', '', '', '', ''],
    ]);
  });

  test('prints them as JSON, with the members of history', async () => {
    const { code, stdout } = await compared(EARLIER, LATER, '--json');
    const changes = property(parseJson(stdout), 'changes');
    expect({ code, ok: property(parseJson(stdout), 'ok') }).toEqual({ code: 1, ok: false });
    expect(changes).toHaveLength(6);
    expect(changes).toContainEqual(
      expect.objectContaining({ change: 'changed', mailbox: 'A@x.y', column: 'TimeZone', before: 'UTC', after: 'GMT' }),
    );
    expect(parseJson((await compared(LATER, LATER, '--json')).stdout)).toMatchObject({ ok: true, changes: [] });
  });

  test('prints them as text, escaped for a terminal', async () => {
    const { code, stdout } = await compared(EARLIER, LATER);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'changed          A@x.y  mailbox-settings: TimeZone: "UTC" -> "GMT"',
      'added            A@x.y  inbox-rules: "\\u{1b}[2JTwo": "Target: z@y.z"',
      'new-violation    A@x.y  fresh: Target: "x@y.z"',
      'resolved         A@x.y  goes: Target: "x@y.z"',
      'mailbox-added    new@x.y',
      'mailbox-removed  gone@x.y',
      'new: 0 violations, 1 warning; resolved: 1 violation; 1 mailbox changed, 1 added, 1 removed, 1 not compared',
      '',
    ]);
  });

  test.each(['text', 'csv'])('exits with 0 for equal reports, as %s', async (format) => {
    const { code, stdout, stderr } = await compared(EARLIER, EARLIER, '--format', format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd()).toBe(
      format === 'csv'
        ? 'Change,Report,MailboxName,Item,Column,Before,After'
        : 'new: 0 violations; resolved: 0 violations; 0 mailboxes changed',
    );
  });

  test('finds a violation new once its exemption has ended, and resolved only if the later run knows', async () => {
    const reports = { own: { columns: ['Target'] } };
    const run = (rows: readonly (readonly JsonObject[])[]): Files =>
      files({
        reports,
        hasPolicy: true,
        mailboxes: Object.fromEntries(
          rows.map((violations, at) => [`m${at}@x.y`, [{ rows: [['x@y.z']], violations }]]),
        ),
      });
    const before = run([
      [violation('r', 'exempt')],
      [violation('r', 'fail')],
      [violation('r', 'fail')],
      [violation('r', 'exempt')],
    ]);
    const inconclusive = { ...violation('r', 'inconclusive'), column: '' };
    const after = run([[violation('r', 'fail')], [inconclusive], [violation('r', 'known')], []]);
    const { stdout } = await compared(before, after, '--format', 'csv');
    expect(parsedCsv(stdout).map(({ Change, MailboxName, Before }) => [Change, MailboxName, Before])).toEqual([
      ['new-violation', 'm0@x.y', 'x@y.z'],
    ]);
  });

  test('finds a violation neither new nor resolved if the other run does not know its cell', async () => {
    const reports = { own: { columns: ['Target', 'Other'] }, accounts: { columns: ['Enabled'] } };
    const found = (...columns: readonly string[]): JsonObject[] =>
      columns.map((column) => ({ ...violation('r', 'fail'), column }));
    const own = (violations: readonly JsonObject[], ...unknown: readonly number[]) => ({
      rows: [['x@y.z', 'x']],
      unknown: [unknown],
      violations,
    });
    const inconclusive = { ...violation('r', 'inconclusive'), column: '' };
    const [isRead, isUnread] = [{ rows: [[true]] }, { status: 'throttled' }];
    const partly = files({
      reports,
      hasPolicy: true,
      rules: ['r'],
      mailboxes: {
        // It violates the rule in a known column.
        'one@x.y': [own(found('Target'), 1), isRead],
        'all@x.y': [own([inconclusive], 0), isRead],
        'other@x.y': [own(found('Target')), isUnread],
        'none@x.y': [own([]), isRead],
      },
    });
    const wholly = files({
      reports,
      hasPolicy: true,
      rules: ['r'],
      mailboxes: {
        'one@x.y': [own(found('Target', 'Other')), isRead],
        'all@x.y': [own(found('Target')), isRead],
        'other@x.y': [own(found('Target', 'accounts.Enabled')), isRead],
        'none@x.y': [own(found('Target', 'Other')), isRead],
      },
    });
    const of = async (before: Files, after: Files) =>
      parsedCsv((await compared(before, after, '--format', 'csv')).stdout).map(
        ({ Change, MailboxName, Column }) => `${Change} ${MailboxName} ${Column}`,
      );
    expect(await of(partly, wholly)).toEqual(['new-violation none@x.y Target', 'new-violation none@x.y Other']);
    expect(await of(wholly, partly)).toEqual(['resolved none@x.y Target', 'resolved none@x.y Other']);
  });

  test('finds a violation new in a row that only the later run has, whatever the other one knows of other reports', async () => {
    const run = (names: readonly string[], accounts: StoredResult): Files => {
      const isViolated = accounts.status === undefined;
      const found = names.map((name) => ({ ...violation('r', 'fail', name), column: 'accounts.Enabled' }));
      const own = { rows: names.map((name) => [name]), violations: isViolated ? found : [] };
      return files({
        reports: { own: { columns: ['RuleName'], many: true }, accounts: { columns: ['Enabled'] } },
        hasPolicy: true,
        rules: ['r'],
        mailboxes: { 'a@x.y': [own, accounts] },
      });
    };
    const [before, after] = [run(['One'], { status: 'throttled' }), run(['One', 'Two'], { rows: [[true]] })];
    const { stdout } = await compared(before, after, '--format', 'csv');
    expect(parsedCsv(stdout).map(({ Change, Item }) => `${Change} ${Item}`)).toEqual([
      'added Two',
      'new-violation Two',
    ]);
  });

  test('counts mailboxes that violate a rule whose report only one of both runs has, if it has read it', async () => {
    const run = (name: string, rule: string, isRead = true): Files =>
      files({
        reports: { common: { columns: ['A'] }, [name]: { columns: ['Target'] } },
        hasPolicy: true,
        rules: [rule],
        mailboxes: {
          'a@x.y': [
            { rows: [['1']] },
            isRead ? { rows: [['x@y.z']], violations: [violation(rule, 'fail')] } : { status: 'failed' },
          ],
        },
      });
    const counts = async (before: Files, after: Files) =>
      parsedCsv((await compared(before, after, '--format', 'csv')).stdout).map(
        ({ Change, Item, Before, After }) => `${Change} ${Item} ${Before}${After}`,
      );
    expect(await counts(run('former', 'gone'), run('fresh', 'added'))).toEqual([
      'rule-added added 1',
      'rule-removed gone 1',
    ]);
    // The other run could not read the mailbox.
    expect(await counts(run('own', 'gone', false), run('own', 'added'))).toEqual([
      'rule-added added 0',
      'rule-removed gone 0',
    ]);
    expect(await counts(run('own', 'gone'), run('own', 'added', false))).toEqual([
      'rule-added added 0',
      'rule-removed gone 0',
    ]);
  });

  test('has one line for a rule that only one of both policies has', async () => {
    const run = (rules: readonly string[], verdicts: readonly (readonly JsonObject[])[]): Files =>
      files({
        reports: { own: { columns: ['Target'] } },
        hasPolicy: true,
        rules,
        mailboxes: Object.fromEntries(
          verdicts.map((violations, at) => [`m${at}@x.y`, [{ rows: [['x@y.z']], violations }]]),
        ),
      });
    const before = [
      [violation('stays', 'fail')],
      [violation('gone', 'known')],
      [violation('gone', 'exempt')],
      [violation('gone', 'fail')],
    ];
    const after = [
      [violation('added', 'warn', 'One'), violation('added', 'warn', 'Two')],
      [violation('added', 'known')],
      [violation('added', 'inconclusive')],
      [violation('added', 'warn')],
    ];
    const [earlier, later] = [run(['stays', 'gone'], before), run(['stays', 'added', 'passes'], after)];
    const { stdout } = await compared(earlier, later, '--format', 'csv');
    expect(parsedCsv(stdout).map((row) => Object.values(row))).toEqual([
      ['resolved', 'own', 'm0@x.y', '', 'Target', 'x@y.z', ''],
      ['rule-added', 'own', '', 'added', '', '', '2'],
      ['rule-added', 'own', '', 'passes', '', '', '0'],
      ['rule-removed', 'own', '', 'gone', '', '2', ''],
    ]);
    const text = await compared(earlier, later);
    expect(text.stdout.split('\n').slice(1)).toEqual([
      'rule-added       own: "added": 2 mailboxes',
      'rule-added       own: "passes": 0 mailboxes',
      'rule-removed     own: "gone": 2 mailboxes',
      'new: 0 violations, 2 warnings; resolved: 1 violation; 0 mailboxes changed',
      '',
    ]);
  });

  test('leaves out rights of access that changes of other reports show', async () => {
    const right = (trustee: string, name: string, through = 'direct') => [trustee, name, through];
    const reports = {
      access: { columns: ['Trustee', 'Right', 'Through'], many: true },
      'mailbox-permissions': { columns: ['Item', 'Deny'], many: true },
      'calendar-permissions': { columns: ['Item', 'Role'], many: true },
      'mailbox-properties': { columns: ['ForwardingSmtpAddress'] },
      'inbox-rules': { columns: ['RuleName', 'Enabled'], many: true },
    };
    const run = (...rows: readonly (readonly (readonly (string | boolean)[])[])[]): Files =>
      files({ reports, mailboxes: { 'a@x.y': rows.map((ofReport) => ({ rows: ofReport })) } });
    const before = run([], [], [['ben@x.y', 'read']], [['']], [['Out', false]]);
    const after = run(
      [
        right('ann@x.y', 'FullAccess'),
        right('ann@x.y', 'FullAccess', 'sales@x.y'),
        right('eve@x.y', 'FullAccess'),
        right('ben@x.y', 'Calendar: write'),
        right('out@y.z', 'Forwarding'),
        right('out@y.z', 'InboxRule'),
      ],
      [['Ann@x.y; FullAccess', false]],
      [['ben@x.y', 'write']],
      [['out@y.z']],
      [['Out', true]],
    );
    const ofAccess = async (earlier: Files, later: Files) =>
      parsedCsv((await compared(earlier, later, '--format', 'csv')).stdout)
        .filter(({ Report }) => Report === 'access')
        .map(({ Change, After, Before }) => [Change, `${Before}${After}`]);
    const others = ['Right: FullAccess; Through: sales@x.y', 'Right: FullAccess; Through: direct'];
    expect(await ofAccess(before, after)).toEqual(others.map((text) => ['added', text]));
    expect(await ofAccess(after, before)).toEqual(others.map((text) => ['removed', text]));
  });

  test('lists reports and columns that only one of both has, which give no difference', async () => {
    const mailboxes = { 'a@x.y': [{ rows: [['1']] }, { rows: [['1']] }] };
    const { code, stderr } = await compared(
      files({ reports: { own: { columns: ['Old'] }, gone: { columns: ['A'] } }, mailboxes, hasPolicy: true }),
      files({ reports: { own: { columns: ['New'] }, fresh: { columns: ['A'] } }, mailboxes }),
    );
    expect(code).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'Only one of both runs has the columns New and Old of own.',
      'The earlier report has no rows of fresh, so fresh is not compared.',
      'The later report has no rows of gone, so gone is not compared.',
      'The later run had no policy, so violations are not compared.',
      '',
    ]);
  });

  const mailboxes = { 'a@x.y': [{ rows: [['1']] }] };
  test.each<[string, Files, string]>([
    [
      'has no rows file',
      { 'mailbox-settings.csv': '' },
      'The report b cannot be used. It has no rows.ndjson.gz. Artifacts of runs of this version',
    ],
    ['has other reports', files({ reports: { own: { columns: ['A'] } }, mailboxes }), 'It has no report in common'],
    [
      'is of another tenant',
      files({ reports: { own: { columns: ['A'] } }, mailboxes, tenant: 'fabrikam.com' }),
      'It is of another tenant, contoso.com.',
    ],
  ])('exits with 2 if a report %s', async (_case, other, message) => {
    const { code, stdout, stderr } = await compared(EARLIER, other);
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

describeOnPosix('a named pipe', () => {
  test('instead of a report exits with 2, and is not waited for', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    const { code, stderr } = await runProgram(['compare', 'pipe', await stored('b', LATER)], {}, folder);
    expect(code).toBe(2);
    expect(stderr).toContain('REPORT_UNREADABLE: The report pipe cannot be used. It is neither a folder nor a regular');
  });
});
