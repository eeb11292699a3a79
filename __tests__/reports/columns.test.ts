import { describe, expect, test } from '@jest/globals';
import { requireValue } from '../../src/errors.ts';
import type { Json } from '../../src/json.ts';
import { wrongTypeFinder } from '../../src/reports/columns.ts';
import { BlankColumns } from '../../src/totals/report-counts.ts';
import { mailboxSettings } from '../../src/reports/built-in/mailbox-settings.ts';
import type { ExchangeReport } from '../../src/reports/definition.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { rowsOf } from '../../src/reports/rows.ts';
import { collectedRows } from './collected-rows.ts';
import { mailboxReport } from '../support/mailbox-report.ts';

const FILE = `name: own
request: { path: things }
rows: value
columns:
  A: a
  B: b
`;

function noticeFor(responses: readonly (readonly (readonly Json[])[])[]): string | undefined {
  const report = mailboxReport(requireValue(parseReportFile(FILE, 'own.yml')));
  const columns = new BlankColumns(report);
  for (const [line, rows] of responses.entries()) {
    const mailbox = { address: `m${line}@x.y`, file: 'list.txt', line };
    const value = rows.map((cells) => ({ cells, incomplete: undefined }));
    columns.add(rowsOf(mailbox, { status: 'ok', value }, report));
  }
  const notice = columns.notice();
  return notice === undefined ? undefined : `${notice.place.line} ${notice.message}`;
}

describe('a report of the user', () => {
  test('has a notice of the columns that are blank in every row', () => {
    expect(noticeFor([[[1, null]], [], [[2, []]]])).toBe('6 Column "B" of the report "own" is blank in every row.');
    expect(noticeFor([[[null, null]]])).toBe('5 Columns "A", "B" of the report "own" are blank in every row.');
  });

  test('has a notice of rows that no response contains', () => {
    expect(noticeFor([[], []])).toBe('3 "rows" of the report "own" found nothing in the responses of 2 mailboxes.');
  });

  test('has no notice if every column has a value in some row, or if no mailbox was read', () => {
    expect(noticeFor([[[1, null]], [[null, 0]]])).toBeUndefined();
    expect(noticeFor([])).toBeUndefined();
  });
});

describe('a report of the user with types', () => {
  const report = requireValue(
    parseReportFile(
      `${FILE}  C: c\n  D: d\ntypes:\n  A: { type: string }\n  B: { enum: [1, two] }\n  C: { type: array, items: { type: string } }\n`,
      'own.yml',
    ),
  );

  test('shows a value of another type, which is unknown', () => {
    const rows = [
      { a: 'x', b: 1, c: ['y'], d: {} },
      { a: ['x'], b: true, c: ['y', 2], d: ['x'] },
      { a: null, b: 'three', c: null, d: 1 },
    ];
    expect(collectedRows(mailboxReport(report), { value: rows }).map(({ incomplete }) => incomplete)).toEqual([
      [],
      ['A', 'B', 'C'],
      [],
    ]);
  });

  test.each<[Json[], number[], string | undefined]>([
    [['x', 1, ['y'], {}], [], undefined],
    [[['x'], 1, [], null], [], 'A'],
    [[['x'], 1, [], null], [0], undefined],
    [['x', false, [], null], [], 'B'],
    [['x', 1, [null], null], [], 'C'],
    [['x', 1, 'y', null], [0, 1], 'C'],
  ])('finds the stored cell that it cannot have read: %j', (cells, unknown, column) => {
    const incomplete = unknown.length === 0 ? undefined : new Set(unknown);
    expect(wrongTypeFinder(report)({ cells, incomplete })).toBe(column);
  });
});

test('a built-in report has no notice', () => {
  const columns = new BlankColumns(mailboxSettings);
  const mailbox = { address: 'a@x.y', file: 'list.txt', line: 1 };
  columns.add(rowsOf(mailbox, { status: 'ok', value: [] }, mailboxSettings));
  expect(columns.notice()).toBeUndefined();
});

describe('a report of Exchange Online that reads objects as a whole', () => {
  const report = (column: string, rows?: string): ExchangeReport => ({
    name: 'own',
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: { cmdlet: 'Get-InboxRule', select: ['Name', 'ForwardTo'], perMailbox: true },
    rows: rows ?? 'value',
    columns: { A: column },
  });

  test.each([
    'values(@)',
    'length(keys(@))',
    '*',
    'to_string(@)',
    '$.ForwardTo',
    String.raw`"\u0046orwardTo"`,
    '@ | [ForwardTo]',
  ])('has an unknown cell of %s if a property is left out', (column) => {
    const [whole] = collectedRows(report(column), { value: [{ Name: 'a', ForwardTo: null }] });
    const [part] = collectedRows(report(column), { value: [{ Name: 'a' }] });
    expect([whole?.incomplete, part?.incomplete]).toEqual([[], ['A']]);
  });

  test('has a known cell of another property', () => {
    const [row] = collectedRows(report('@.Name'), { value: [{ Name: 'a' }] });
    expect(row).toEqual({ cells: { A: 'a' }, incomplete: [] });
  });

  test('fails if a property is left out on which it depends which objects are rows', () => {
    const rows = "value[?contains(values(@), 'a')]";
    expect(() => collectedRows(report('Name', rows), { value: [{ Name: 'a' }] })).toThrow(
      /reads what the service did not say/,
    );
    expect(collectedRows(report('Name', rows), { value: [{ Name: 'a', ForwardTo: null }] })).toHaveLength(1);
  });
});
