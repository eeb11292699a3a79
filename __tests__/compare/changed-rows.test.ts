import { describe, expect, test } from '@jest/globals';
import { changedRows, comparedReport, type ComparedReport } from '../../src/compare/changed-rows.ts';
import type { Json } from '../../src/json.ts';
import type { RowsReport, StoredRow } from '../../src/store/rows-file.ts';

const COLUMNS = ['Item', 'Target', 'Count'];

function digestsOf(columns: readonly string[]): RowsReport['digests'] {
  return { row: '', columns: Object.fromEntries(columns.map((name) => [name, `of ${name}`])) };
}

/** How a report of two runs is compared. Throws if it is not. */
function comparedReportOf(before: RowsReport, after: RowsReport): ComparedReport {
  const report = comparedReport(before, after);
  if (report === undefined) throw new Error('it is not compared');
  return report;
}

const MANY: RowsReport = {
  name: 'inbox-rules',
  reads: { permission: undefined, endpoint: undefined },
  revision: 1,
  digests: digestsOf(COLUMNS),
  columns: COLUMNS,
  manyRows: true,
  item: ['Item'],
  ignored: [],
  limits: {},
};

function row(cells: readonly Json[], ...unknown: readonly number[]): StoredRow {
  return {
    cells,
    incomplete: unknown.length === 0 ? undefined : new Set(unknown),
    status: 'ok',
    error: '',
    id: undefined,
  };
}

function compared(
  before: readonly StoredRow[],
  after: readonly StoredRow[],
  report: Partial<RowsReport> = {},
): unknown[][] {
  const both = comparedReportOf(MANY, { ...MANY, ...report });
  return changedRows(both, 'a@contoso.com', before, after).map(({ kind, item, column, before: was, after: is }) => [
    kind,
    item,
    column,
    was,
    is,
  ]);
}

describe('the rows of a mailbox', () => {
  test('without a difference that people see give no change', () => {
    expect(compared([row(['=x', ['a', 'b'], -1])], [row(['=x', ['a', 'b'], -1])])).toEqual([]);
    expect(compared([row(['x', null, '1'])], [row(['x', [], 1])])).toEqual([]);
  });

  test('with limits change only across one of them', () => {
    const limits = { Count: [75, 90] };
    const change = (was: Json, is: Json) => compared([row(['x', 'a', was])], [row(['x', 'a', is])], { limits }).length;
    expect([change(10, 75), change(76, 90), change(91, 99)]).toEqual([0, 0, 0]);
    expect([change(75, 75.5), change(90, 91), change(99, 10), change(null, 10)]).toEqual([1, 1, 1, 1]);
  });

  test('are matched by their first cell, and equal ones by their order', () => {
    expect(
      compared(
        [row(['x', 'a', 1]), row(['gone', 'b', 2]), row(['x', 'c', 3])],
        [row(['new', 'd', 4]), row(['x', 'a', 1]), row(['x', 'C', 3])],
      ),
    ).toEqual([
      ['added', 'new', '', null, 'Target: d; Count: 4'],
      ['changed', 'x', 'Target', 'c', 'C'],
      ['removed', 'gone', '', 'Target: b; Count: 2', null],
    ]);
  });

  test('are all added to a mailbox that had none, and all removed from one that has none', () => {
    expect(compared([], [row(['x', 'a', 1])])).toEqual([['added', 'x', '', null, 'Target: a; Count: 1']]);
    expect(compared([row(['x', 'a', 1])], [])).toEqual([['removed', 'x', '', 'Target: a; Count: 1', null]]);
  });

  test('give no change in columns that the report leaves out', () => {
    expect(compared([row(['x', 'a', 1])], [row(['x', 'a', 2])], { ignored: ['Count'] })).toEqual([]);
  });

  test('give no change in cells that are unknown in one of the runs', () => {
    expect(compared([row(['x', 'inconclusive', 1], 1)], [row(['x', 'a', 1])])).toEqual([]);
    expect(compared([row(['x', 'a', 1])], [row(['x', null, 2], 1)])).toEqual([['changed', 'x', 'Count', 1, 2]]);
    // A text that only looks like it.
    expect(compared([row(['x', 'inconclusive', 1])], [row(['x', 'a', 1])])).toHaveLength(1);
    expect(compared([], [row([null, null, null], 0, 1, 2)])).toEqual([]);
  });

  test('are neither added nor removed where it is not known what a row is about', () => {
    const [one, other, open] = [row(['one', 'a', 1]), row(['other', 'a', 1]), row(['group', 'a', 1], 0)];
    // The members of a group were known in one of the runs.
    expect(compared([one, other], [one, open])).toEqual([]);
    expect(compared([one, open], [one, other])).toEqual([]);
    expect(compared([one], [row([null, null, null], 0, 1, 2)])).toEqual([]);
    expect(compared([open], [open])).toEqual([]);
  });

  test('of a report with one row a mailbox are compared cell by cell', () => {
    const one = { ...MANY, manyRows: false };
    const changes = changedRows(
      comparedReportOf(one, one),
      'a@contoso.com',
      [row(['x', 'a', 1])],
      [row(['y', 'a', 2])],
    );
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'changed', item: '', column: 'Item', before: 'x', after: 'y' }),
      expect.objectContaining({ kind: 'changed', item: '', column: 'Count', before: 1, after: 2 }),
    ]);
  });
});

test('columns that only one of the runs has are listed, and not compared', () => {
  const [before, after] = [
    ['Old', 'A'],
    ['A', 'New'],
  ].map((columns) => ({ ...MANY, columns, digests: digestsOf(columns) }));
  const { columns, missing } = comparedReportOf(before ?? MANY, after ?? MANY);
  expect(columns.map(({ name, before, after }) => [name, before, after])).toEqual([['A', 1, 0]]);
  expect(missing).toEqual(['New', 'Old']);
});

describe('by another definition', () => {
  const digests = digestsOf(COLUMNS);

  test('a column is not compared, and the others are', () => {
    const redefined = { ...MANY, digests: { ...digests, columns: { ...digests.columns, Count: 'another' } } };
    expect(comparedReportOf(MANY, redefined)).toMatchObject({ missing: [], redefined: ['Count'] });
    const changes = changedRows(comparedReportOf(MANY, redefined), 'a', [row(['x', 'a', 1])], [row(['x', 'b', 2])]);
    expect(changes.map(({ column }) => column)).toEqual(['Target']);
  });

  test('rows are not matched by what names them', () => {
    const redefined = { ...MANY, digests: { ...digests, columns: { ...digests.columns, Item: 'another' } } };
    expect(changedRows(comparedReportOf(MANY, redefined), 'a', [row(['x', 'a', 1])], [row(['y', 'a', 1])])).toEqual([]);
  });

  test('a report whose rows are others is not compared', () => {
    expect(comparedReport(MANY, { ...MANY, digests: { ...digests, row: 'another' } })).toBeUndefined();
  });
});
