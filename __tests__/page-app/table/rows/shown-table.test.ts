import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PageCell } from '../../../../src/outputs/page/data.ts';
import {
  hasChoices,
  isNumeric,
  nameWidthInCharacters,
  widthInCharacters,
} from '../../../../src/page-app/table/rows/column-facts.ts';
import { changeViews, findingViews, reportViews } from '../../../../src/page-app/table/quick-views.ts';
import { sizeOf } from '../../../../src/page-app/table/rows/row-mask.ts';
import { ShownTable } from '../../../../src/page-app/table/rows/shown-table.ts';
import {
  cellAt,
  countsOf,
  distinctCount,
  TableBuilder,
  type StoredColumn,
  type StoredTable,
} from '../../../../src/page-app/table/rows/stored-table.ts';

function stored(columns: readonly string[], rows: readonly (readonly PageCell[])[]): StoredTable {
  const builder = new TableBuilder(columns, rows.length);
  for (const row of rows) builder.add(row);
  return builder.table();
}

function column(table: StoredTable, name: string): StoredColumn {
  const found = table.columns.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

/** The shown rows' cells of the first column. */
function firstCells(shown: ShownTable): readonly PageCell[] {
  return [...shown.rows].map((row) => cellAt(shown.table.columns[0], row));
}

describe('the table builder', () => {
  test('keeps each cell, and distinguishes numbers from texts with the same digits', () => {
    const table = stored(
      ['A', 'B'],
      [
        ['1', 1],
        [1, '__proto__'],
        ['', 'x'],
      ],
    );
    expect([0, 1, 2].map((row) => table.columns.map((one) => cellAt(one, row)))).toEqual([
      ['1', 1],
      [1, '__proto__'],
      ['', 'x'],
    ]);
    expect([...countsOf(column(table, 'A'))]).toEqual([1, 1, 1]);
    expect(cellAt(undefined, 0)).toBe('');
    expect(cellAt(column(table, 'A'), 9)).toBe('');
  });

  test('counts distinct cells and pairs, and no blank one, such as the mailbox of a change of the policy', () => {
    const table = stored(
      ['Mailbox', 'Rule'],
      [
        ['a', 'x'],
        ['', 'x'],
        ['a', 'y'],
        ['a', 'y'],
        ['b', 'x'],
      ],
    );
    const [mailbox, rule] = [column(table, 'Mailbox'), column(table, 'Rule')];
    const rows = Uint32Array.of(0, 1, 2, 3, 4);
    expect([distinctCount(rows, mailbox), distinctCount(rows, mailbox, rule)]).toEqual([2, 3]);
  });

  test('throws if there are more or fewer rows than announced', () => {
    const builder = new TableBuilder(['A'], 1);
    expect(() => builder.table()).toThrow('there are 0 of 1 rows');
    builder.add(['x']);
    expect(() => {
      builder.add(['y']);
    }).toThrow('there are more than 1 rows');
  });
});

describe('filters', () => {
  test('match a value case-insensitively, and an accented letter in any Unicode form', () => {
    const spelled = stored(['Name'], [['all'], ['ALL'], ['all of it'], ['Rene\u0301'], ['RENÉ']]);
    const shown = new ShownTable(spelled);
    shown.filter(column(spelled, 'Name'), { folded: 'all' });
    expect([...shown.rows]).toEqual([0, 1]);
    shown.clear();
    shown.search('rené');
    expect([...shown.rows]).toEqual([3, 4]);
  });

  test('remain active and are listed when their column is hidden, and the last column cannot be hidden', () => {
    const table = stored(
      ['Name', 'Language'],
      [
        ['Adele', 'de-DE'],
        ['megan', ''],
      ],
    );
    const shown = new ShownTable(table);
    const [name, language] = [column(table, 'Name'), column(table, 'Language')];
    shown.filter(language, { contains: '  ' });
    shown.search(' ');
    expect(shown.filtered).toBe(false);
    shown.filter(language, { contains: 'de' });
    for (const hidden of [language, name]) shown.setHidden(hidden, true);
    expect([shown.columns, [...shown.rows], shown.hiddenConditions]).toEqual([[name], [0], ['Language contains de']]);
  });

  test('match letters without accents, and describe their conditions', () => {
    const spelled = stored(['Name'], [['Müller'], ['Straße 4'], ['İstanbul'], ['Łódź'], ['日本語']]);
    const shown = new ShownTable(spelled);
    for (const [at, text] of ['muller', 'STRASSE', 'istanbul', 'lodz', '日本'].entries()) {
      shown.search(text);
      expect([...shown.rows]).toEqual([at]);
    }
    shown.filter(column(spelled, 'Name'), { contains: ' ł ' });
    expect(shown.conditions).toEqual(['with 日本', 'Name contains ł']);
    shown.clear();
    shown.filter(column(spelled, 'Name'), { folded: '' });
    expect(shown.conditions).toEqual(['Name is (blank)']);
  });
});

describe('sorting', () => {
  test('orders numbers by size before texts, texts by locale, and blanks last in both directions', () => {
    const shown = new ShownTable(stored(['A'], [[''], ['m10'], [10], ['Zoë'], [-2], ['m9'], ['ärger'], [9]]));
    const [only] = shown.columns;
    if (only === undefined) throw new Error('no column');
    shown.sort({ column: only, direction: 'ascending' });
    expect(firstCells(shown)).toEqual([-2, 9, 10, 'ärger', 'm9', 'm10', 'Zoë', '']);
    shown.sort({ column: only, direction: 'descending' });
    expect(firstCells(shown)).toEqual(['Zoë', 'm10', 'm9', 'ärger', 10, 9, -2, '']);
    shown.sort(undefined);
    expect([...shown.rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('of findings is by severity until a column is chosen, with inconclusive ones last', () => {
    const found = stored(
      ['Rule', 'Severity', 'Verdict'],
      [
        ['a', 'error', 'inconclusive'],
        ['b', 'warning', 'warn'],
        ['c', 'error', 'fail'],
        ['d', 'error', 'exempt'],
      ],
    );
    expect(firstCells(new ShownTable(found))).toEqual(['c', 'd', 'b', 'a']);
  });

  test('keeps rows with equal cells in the order of the list, in both directions', () => {
    const table = stored(['A'], [['b'], ['a'], ['b'], ['a']]);
    const shown = new ShownTable(table);
    shown.sort({ column: column(table, 'A'), direction: 'ascending' });
    expect([...shown.rows]).toEqual([1, 3, 0, 2]);
    shown.sort({ column: column(table, 'A'), direction: 'descending' });
    expect([...shown.rows]).toEqual([0, 2, 1, 3]);
  });
});

describe('quick views', () => {
  test('are the highlights that occur, those of the definition, and what every report has', () => {
    const highlight = { title: 'Forwards', columns: ['A'] };
    const views = [{ key: 'away', title: 'Away now', meaning: 'Away', columns: ['A'] }];
    const table = (names: readonly string[], cells: readonly string[]): StoredTable => ({
      ...stored(names, [cells]),
      highlights: [new Uint8Array([1]), new Uint8Array([0]), new Uint8Array([0])],
    });
    const highlights = [
      { ...highlight, rows: 1 },
      { ...highlight, title: 'Never', rows: 0 },
    ];
    const all = reportViews({ highlights, views }, table(['A', 'Status', 'Verdict'], ['x', 'ok', 'pass']));
    expect(all.map(({ key, name, mask }) => [key, name, sizeOf(mask)])).toEqual([
      [undefined, 'Forwards', 1],
      ['away', 'Away now', 0],
      ['violating', 'Violates a rule', 0],
      ['unreadable', 'Not read', 0],
    ]);
    expect(reportViews({ highlights: [], views: [] }, stored(['A'], []))).toEqual([]);
  });

  test('of findings are violations and each verdict that occurs', () => {
    const verdicts = ['exempt', 'fail', 'inconclusive', 'fail'].map((verdict) => [verdict]);
    expect(findingViews(stored(['Verdict'], verdicts), []).map(({ name, mask }) => [name, sizeOf(mask)])).toEqual([
      ['Violates a rule', 2],
      ['Fail', 2],
      ['Exempt', 1],
      ['Inconclusive', 1],
    ]);
    expect(findingViews(stored(['Verdict'], [['exempt']]), []).map(({ name }) => name)).toEqual(['Exempt']);
    expect(findingViews(stored(['Rule'], []), [])).toEqual([]);
  });

  test('of changes are the kinds that occur', () => {
    const table = stored(
      ['Change', 'MailboxName'],
      [
        ['changed', 'a'],
        ['mailbox-added', 'b'],
        ['added', 'c'],
      ],
    );
    expect(changeViews({ name: 'changes' }, table).map(({ name, mask }) => [name, sizeOf(mask)])).toEqual([
      ['Mailboxes changed', 2],
      ['Rows added', 1],
      ['Mailboxes added', 1],
    ]);
    expect(changeViews({ name: 'mailbox-settings' }, table)).toEqual([]);
  });
});

test('columns have a filter type, an alignment and a width', () => {
  const rows = Array.from({ length: 40 }, (_, row) => [`m${row}`, row % 2 === 0 ? row % 30 : '', 'x'.repeat(row * 10)]);
  const table = stored(['Name', 'Number', 'Long'], rows);
  expect(table.columns.map(hasChoices)).toEqual([false, true, false]);
  expect(table.columns.map(isNumeric)).toEqual([false, true, false]);
  expect(table.columns.map(widthInCharacters)).toEqual([8, 9, 34]);
  expect(table.columns.map(nameWidthInCharacters)).toEqual([8, 9, 60]);
  expect(isNumeric(column(stored(['A'], [['']]), 'A'))).toBe(false);
});

const cells = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constantFrom('', 'a', 'A', 'b1', 'b10'),
  fc.string(),
);

test('sorting keeps every row, and filters keep every matching row, for any table', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cells, cells), { maxLength: 60 }),
      fc.constantFrom('ascending', 'descending'),
      fc.constantFrom('', 'a', 'b', '1', ' 0'),
      fc.string({ maxLength: 2 }),
      (rows, direction, contains, words) => {
        const table = stored(['A', 'B'], rows);
        const shown = new ShownTable(table);
        shown.sort({ column: column(table, 'B'), direction });
        expect([...shown.rows].sort((one, other) => one - other)).toEqual([...rows.keys()]);
        shown.filter(column(table, 'A'), { contains });
        shown.search(words);
        const wanted = [...rows.keys()].filter((row) => {
          const texts = (rows[row] ?? []).map((one) => String(one).toLowerCase());
          const inColumn = (texts[0] ?? '').includes(contains.trim().toLowerCase());
          const asked = words.toLowerCase().split(/\s+/u);
          return inColumn && asked.every((word) => texts.some((text) => text.includes(word)));
        });
        expect([...shown.rows].sort((one, other) => one - other)).toEqual(wanted);
        const blanks = [...shown.rows].map((row) => rows[row]?.[1] === '');
        expect(blanks).toEqual([...blanks].sort((one, other) => Number(one) - Number(other)));
      },
    ),
  );
});
