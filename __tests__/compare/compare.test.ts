import { describe, expect, test } from '@jest/globals';
import { compareRows, matchColumns, type ReportShape } from '../../src/compare/compare.ts';
import { unknownCellsOf } from '../../src/compare/unknown-cells.ts';
import type { Json } from '../../src/json.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { MAILBOX_COLUMN, STATUS_COLUMNS, type ReportDefinition } from '../../src/reports/definition.ts';
import type { CsvDelimiter } from '../../src/text/csv.ts';

const COLUMNS = ['Item', 'Target', 'Count'];

function shape(manyRows: boolean, ignore: readonly string[] = [], delimiter: CsvDelimiter = ','): ReportShape {
  const names = ['MailboxName', ...COLUMNS, 'Status', 'Error'];
  const { columns } = matchColumns(names, COLUMNS, ignore);
  const expressions = { Item: 'name', Target: "target || 'inconclusive'", Count: 'count' };
  const unknownCells = unknownCellsOf({ columns: expressions }, names);
  return { report: 'inbox-rules', manyRows, columns, key: columns[0], delimiter, unknownCells };
}

function compared(
  before: readonly (readonly string[])[],
  after: readonly (readonly Json[])[],
  ignore?: readonly string[],
) {
  const rows = before.map((cells) => ['a@contoso.com', ...cells, 'ok', '']);
  return compareRows(
    shape(true, ignore),
    'a@contoso.com',
    rows,
    after.map((cells) => ({ cells })),
  ).map(({ kind, item, column, before: was, after: is }) => [kind, item, column, was, is]);
}

describe('the rows of a mailbox', () => {
  test('without a difference give no change, whatever the types of the cells', () => {
    expect(
      compared(
        [['=x', 'a; b', '-1']].map(([a = '', ...more]) => [`'${a}`, ...more]),
        [['=x', ['a', 'b'], -1]],
      ),
    ).toEqual([]);
    expect(compared([['x', '', 'true']], [['x', null, true]])).toEqual([]);
  });

  test('give no change if formulas were defused', () => {
    const rows = [['a@contoso.com', "a,'=1+1", "a;'=1+1", '1', 'ok', '']];
    const after = [{ cells: ['a,=1+1', 'a;=1+1', 1] }];
    expect(compareRows(shape(true), 'a@contoso.com', rows, after)).toEqual([]);
  });

  test('are matched by their first cell, and equal ones by their order', () => {
    expect(
      compared(
        [
          ['x', 'a', '1'],
          ['gone', 'b', '2'],
          ['x', 'c', '3'],
        ],
        [
          ['new', 'd', 4],
          ['x', 'a', 1],
          ['x', 'C', 3],
        ],
      ),
    ).toEqual([
      ['added', 'new', '', null, 'Target: d; Count: 4'],
      ['changed', 'x', 'Target', 'c', 'C'],
      ['removed', 'gone', '', 'Target: b; Count: 2', null],
    ]);
  });

  test('are all added to a mailbox that had none, and all removed from one that has none', () => {
    expect(compared([['', '', '']], [['x', 'a', 1]])).toEqual([['added', 'x', '', null, 'Target: a; Count: 1']]);
    expect(compared([['x', 'a', '1']], [])).toEqual([['removed', 'x', '', 'Target: a; Count: 1', null]]);
  });

  test('give no change in columns that the report omits', () => {
    expect(compared([['x', 'a', '1']], [['x', 'a', 2]], ['Count'])).toEqual([]);
  });

  test('give no change in cells that are unknown in one of the runs', () => {
    expect(compared([['x', 'inconclusive', '1']], [['x', 'a', 1]])).toEqual([]);
    // A text that only looks like it.
    expect(compared([['x', 'a', 'inconclusive']], [['x', 'a', 1]])).toHaveLength(1);
    const rows = [['a@contoso.com', 'x', 'a', '1', 'ok', '']];
    const after = [{ cells: ['x', null, null], incomplete: new Set([1]) }];
    expect(compareRows(shape(true), 'a@contoso.com', rows, after).map(({ column }) => column)).toEqual(['Count']);
  });

  test('of a report with one row per mailbox are compared cell by cell', () => {
    const rows = [['a@contoso.com', 'x', 'a', '1', 'ok', '']];
    expect(compareRows(shape(false), 'a@contoso.com', rows, [{ cells: ['y', 'a', 2] }])).toEqual([
      expect.objectContaining({ kind: 'changed', item: '', column: 'Item', before: 'x', after: 'y' }),
      expect.objectContaining({ kind: 'changed', item: '', column: 'Count', before: '1', after: 2 }),
    ]);
  });
});

describe('the unknown cells of a record', () => {
  function unknownIn(report: string, cells: Readonly<Record<string, string>>): string[] {
    const definition = builtInReports.get(report);
    if (definition === undefined) throw new Error(`There is no report ${report}`);
    return namesOf(definition, cells);
  }
  function namesOf(definition: ReportDefinition, cells: Readonly<Record<string, string>>): string[] {
    const names = [MAILBOX_COLUMN, ...Object.keys(definition.columns), ...STATUS_COLUMNS];
    const record: Readonly<Record<string, string>> = { [MAILBOX_COLUMN]: 'a@contoso.com', Status: 'ok', ...cells };
    const unknown = unknownCellsOf(definition, names)(names.map((name) => record[name] ?? ''));
    return names.filter((_, at) => unknown.has(at));
  }

  test('are those with the word, and in a read-only inbox rule the blank ones', () => {
    const shown = { RuleName: 'inconclusive', ExternalTargets: 'inconclusive', Hides: 'false' };
    expect(unknownIn('inbox-rules', { ...shown, ReadOnly: 'false' })).toEqual(['ExternalTargets']);
    const hidden = unknownIn('inbox-rules', { ...shown, ReadOnly: 'true' });
    expect(hidden).toEqual(expect.arrayContaining(['ExternalTargets', 'ForwardTo', 'Delete']));
    for (const column of ['RuleName', 'ReadOnly', 'Hides']) expect(hidden).not.toContain(column);
  });

  test('are all of a built-in report if none has a value, but not in a report of the user', () => {
    expect(unknownIn('mailbox-settings', {})).toEqual(
      Object.keys(builtInReports.get('mailbox-settings')?.columns ?? {}),
    );
    expect(unknownIn('mailbox-settings', { TimeZone: 'UTC' })).toEqual([]);
    const request = { path: '', version: 'v1.0' } as const;
    expect(namesOf({ name: 'own', permissions: [], request, columns: { A: 'a' } }, {})).toEqual([]);
  });
});

test('columns that only one of the runs has are listed, and not compared', () => {
  const { columns, missing } = matchColumns(['MailboxName', 'A', 'Old', 'Status', 'Error', 'Verdict'], ['A', 'New']);
  expect(columns.map(({ name, before, after }) => [name, before, after])).toEqual([['A', 1, 0]]);
  expect(missing).toEqual(['New', 'Old']);
});
