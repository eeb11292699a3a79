import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObject, parseJson, property, type Json } from '../../../src/json.ts';
import { openJsonReport, type JsonReportOptions } from '../../../src/outputs/files/json-report.ts';
import type { MailboxResult, Change } from '../../../src/run/mailbox-result.ts';
import type { RunSummary } from '../../../src/totals/run-summary.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import type { Row } from '../../../src/reports/rows.ts';
import { VerdictCounts } from '../../../src/totals/verdict-counts.ts';
import { ReportCounts } from '../../../src/totals/report-counts.ts';
import { MailboxCounts } from '../../../src/totals/mailbox-counts.ts';
import { anyCodePoint } from '../../support/code-point.ts';
import {
  exemptionOf,
  findingOf,
  mailboxResultOf,
  policyOf,
  REPORT,
  ruleOf,
  usedExemption,
  verdictOf,
} from '../mailbox-results.ts';
import { marks, readRow, unreadableRow } from '../rows.ts';
import { anyJson } from '../../support/any-json.ts';
import { newFolder } from '../../support/new-folder.ts';
import { runSummary } from '../../support/run-summary.ts';

const folder = newFolder();

const OPTIONS: JsonReportOptions = {
  reports: [REPORT],
  lists: ['mailboxes.txt'],
  started: Date.parse('2026-11-25T15:30:00Z'),
};

async function written(
  results: Iterable<MailboxResult>,
  options: JsonReportOptions = OPTIONS,
  summary?: RunSummary,
): Promise<Json> {
  const file = openJsonReport(path.join(folder, 'report.json'), options);
  for (const mailbox of results) await file.add(mailbox);
  await file.close(summary);
  await file.close();
  return parseJson(await readFile(file.path, 'utf8'));
}

/** The facts of a finished run. Only the counts are written. */
function summaryOf(changed: Partial<RunSummary>): RunSummary {
  const counts = new MailboxCounts();
  for (const line of [1, 2]) counts.add(readRow(`m${line}@b.c`, ['UTC'], line));
  counts.add(unreadableRow('c@b.c', 'not-found', '', 3));
  const maxUnreadable = '2%';
  return runSummary({
    result: 'incomplete',
    message: 'Why.',
    maxUnreadable,
    mailboxes: counts,
    duplicateCount: 4,
    ...changed,
  });
}

describe('a JSON report', () => {
  test('ends with the counts of the policy, its rules and the use of its exemptions', async () => {
    const zone = ruleOf('zone');
    const counts = new VerdictCounts(policyOf(zone));
    const exemption = exemptionOf(zone, 'Board', 'messaging@contoso.com', '2027-01-31');
    counts.add(mailboxResultOf('a@b.c', [verdictOf(zone, [findingOf(zone, 'a@b.c')])]).reports);
    const exemptions =
      exemption === undefined ? [] : [{ ...usedExemption(exemption), covered: 2, missed: 1, daysLeft: 5 }];
    const json = await written(
      [],
      OPTIONS,
      summaryOf({ policy: { file: 'policy.yml', verdicts: counts, exemptions } }),
    );
    expect(json).toMatchObject({
      counts: { violations: 1, warnings: 0, known: 0, exempt: 0, inconclusive: 0 },
      rules: [{ id: 'zone', passed: 0, failed: 1, warned: 0, known: 0, exempt: 0, inconclusive: 0 }],
      exemptions: [
        { rule: 'zone', expires: '2027-01-31', state: 'in-use', daysLeft: 5, endsSoon: false, covered: 2, missed: 1 },
      ],
    });
  });

  test('has null for an unknown cell and names its column, and counts highlights with their unit', async () => {
    const definition: ReportDefinition = {
      ...REPORT,
      name: 'things',
      rows: 'value',
      unit: 'thing',
      columns: { 'A"': 'a', B: 'b', C: 'c' },
      highlights: [{ title: 'Known', when: { C: { const: 'inconclusive' } }, columns: [] }],
    };
    const known = readRow('a@b.c', [1, [], 'inconclusive']);
    const unknown = { ...readRow('a@b.c', ['inconclusive', 'cut…', 'x']), incomplete: new Set([0, 1]) };
    const rows = [known, unknown] as const;
    const counts = new ReportCounts(definition);
    counts.add(rows, marks([0], []));
    const report = { definition, rows, verdict: undefined };
    const json = await written(
      [{ mailbox: known.mailbox, status: 'ok', error: '', reports: [report] }],
      { ...OPTIONS, reports: [definition] },
      summaryOf({ reports: [counts] }),
    );
    expect(json).toMatchObject({
      mailboxes: [
        {
          reports: {
            things: {
              rows: [
                { 'A"': 1, B: [], C: 'inconclusive' },
                { 'A"': null, B: 'cut…', C: 'x', Inconclusive: ['A"', 'B'] },
              ],
            },
          },
        },
      ],
      highlights: [{ report: 'things', title: 'Known', unit: 'thing', mailboxes: 1, rows: 1 }],
    });
  });

  test('has reports, policy, mailboxes with rows and findings, and counts', async () => {
    const zone = ruleOf('zone', { help: 'https://example.com' });
    const exemption = exemptionOf(zone, 'Board', 'messaging@contoso.com', '2027-01-31');
    const policy = { ...policyOf(zone), exemptions: exemption === undefined ? [] : [exemption] };
    const failed = findingOf(zone, 'a@b.c', { found: ['GMT'], item: 'One' });
    const json = await written(
      [
        mailboxResultOf('a@b.c', [verdictOf(zone, [failed])], readRow('a@b.c', [['GMT']], 3)),
        mailboxResultOf(
          'b@b.c',
          [verdictOf(zone, [findingOf(zone, 'b@b.c', { verdict: 'exempt', exemption })])],
          readRow('b@b.c', ['GMT'], 4),
        ),
        mailboxResultOf(
          'c@b.c',
          [verdictOf(zone, [], 'inconclusive')],
          unreadableRow('c@b.c', 'not-found', 'ErrorInvalidUser: c', 5),
        ),
      ],
      { ...OPTIONS, policy },
      summaryOf({ warnings: [] }),
    );
    expect(json).toEqual({
      version: 1,
      started: '2026-11-25T15:30:00.000Z',
      lists: ['mailboxes.txt'],
      reports: [{ name: 'mailbox-settings', permission: 'MailboxSettings.Read', columns: ['TimeZone'] }],
      policy: {
        file: 'policy.yml',
        rules: [
          {
            id: 'zone',
            report: 'mailbox-settings',
            title: 'Title of zone',
            severity: 'error',
            when: {},
            expect: { TimeZone: { const: 'UTC' } },
            help: 'https://example.com',
          },
        ],
        exemptions: [
          {
            rule: 'zone',
            mailboxes: ['*@contoso.com', 'info@contoso.com'],
            reason: 'Board',
            owner: 'messaging@contoso.com',
            expires: '2027-01-31',
          },
        ],
      },
      mailboxes: [
        {
          mailbox: 'a@b.c',
          file: 'mailboxes.txt',
          line: 3,
          status: 'ok',
          reports: {
            'mailbox-settings': {
              status: 'ok',
              verdict: 'fail',
              rows: [{ TimeZone: ['GMT'], Verdict: 'fail', Violations: ['zone'] }],
            },
          },
          findings: [
            {
              rule: 'zone',
              severity: 'error',
              verdict: 'fail',
              report: 'mailbox-settings',
              item: 'One',
              column: 'TimeZone',
              found: ['GMT'],
              expected: 'UTC',
              message: 'TimeZone of "One" is GMT, expected UTC',
            },
          ],
        },
        {
          mailbox: 'b@b.c',
          file: 'mailboxes.txt',
          line: 4,
          status: 'ok',
          reports: {
            'mailbox-settings': {
              status: 'ok',
              verdict: 'exempt',
              rows: [{ TimeZone: 'GMT', Verdict: 'exempt', Violations: ['zone'] }],
            },
          },
          findings: [
            {
              rule: 'zone',
              severity: 'error',
              verdict: 'exempt',
              report: 'mailbox-settings',
              column: 'TimeZone',
              found: 'GMT',
              expected: 'UTC',
              message: 'TimeZone is GMT, expected UTC',
              exemption: { reason: 'Board', owner: 'messaging@contoso.com', expires: '2027-01-31' },
            },
          ],
        },
        {
          mailbox: 'c@b.c',
          file: 'mailboxes.txt',
          line: 5,
          status: 'not-found',
          error: 'ErrorInvalidUser: c',
          reports: {
            'mailbox-settings': {
              status: 'not-found',
              error: 'ErrorInvalidUser: c',
              verdict: 'inconclusive',
              rows: [],
            },
          },
          findings: [],
        },
      ],
      result: 'incomplete',
      message: 'Why.',
      maxUnreadable: '2%',
      failOn: 'error',
      counts: { mailboxes: 3, read: 2, unreadable: 1, repeated: 4 },
      highlights: [],
    });
  });

  test('has what changed in a mailbox, without parts that do not apply', async () => {
    const zone = ruleOf('zone');
    const change = { mailbox: 'a@b.c', report: REPORT.name, item: '', column: '', before: null, after: null };
    const changes: readonly Change[] = [
      { ...change, kind: 'mailbox-added', report: '' },
      { ...change, kind: 'added', item: 'One' },
      { ...change, kind: 'changed', column: 'TimeZone', before: 'UTC', after: 'GMT' },
      { ...change, kind: 'new-violation', column: 'TimeZone', after: 'GMT', rule: zone.id },
    ];
    const report = REPORT.name;
    expect(await written([{ ...mailboxResultOf('a@b.c', []), changes }])).toHaveProperty('mailboxes[0].changes', [
      { change: 'mailbox-added' },
      { change: 'added', report, item: 'One', before: null, after: null },
      { change: 'changed', report, column: 'TimeZone', before: 'UTC', after: 'GMT' },
      { change: 'new-violation', report, column: 'TimeZone', before: null, after: 'GMT', rule: 'zone' },
    ]);
  });

  test('is complete without mailboxes and without a policy', async () => {
    expect(await written([])).toMatchObject({ version: 1, mailboxes: [] });
  });

  test('parses to the same rows, whatever text they contain', async () => {
    const text = fc.oneof(
      fc.string({ unit: anyCodePoint }),
      fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\uD800') }),
    );
    const column = fc
      .oneof(text, fc.constantFrom('__proto__', 'constructor', 'toString', 'rows'))
      .map((name) => `${name} `);
    const cell: fc.Arbitrary<Json> = fc.oneof(
      text,
      anyJson.map((value) => parseJson(JSON.stringify(value))),
    );
    const mailboxes = fc.uniqueArray(column, { minLength: 1, maxLength: 5 }).chain((columns) =>
      fc.tuple(
        fc.constant(columns),
        fc.array(
          fc.record({
            address: text,
            error: text,
            rows: fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { minLength: 1 }),
          }),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(mailboxes, text, async ([columns, found], name) => {
        const definition: ReportDefinition = {
          ...REPORT,
          name: `${name} `,
          columns: Object.fromEntries(columns.map((each) => [each, 'x'])),
        };
        const results = found.map(({ address, error, rows }): MailboxResult => {
          const [first = readRow(address, []), ...more] = rows.map((cells): Row => readRow(address, cells));
          const mailbox = first.mailbox;
          const report = { definition, rows: [first, ...more] as const, verdict: undefined };
          return { mailbox, status: 'ok', error, reports: [report] };
        });
        const json = await written(results, { ...OPTIONS, reports: [definition] });
        const back = isObject(json) && Array.isArray(json.mailboxes) ? json.mailboxes.filter(isObject) : [];
        expect(
          back.map(({ mailbox, error = '', reports }) => ({
            address: mailbox,
            error,
            rows: isObject(reports) ? rowsIn(reports[definition.name], columns) : [],
          })),
        ).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  function rowsIn(report: Json | undefined, columns: readonly string[]): unknown[] {
    const rows = isObject(report) && Array.isArray(report.rows) ? report.rows.filter(isObject) : [];
    return rows.map((row) => {
      expect(Object.keys(row)).toEqual(columns);
      return columns.map((column) => property(row, column));
    });
  }
});
