import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareRows, matchColumns } from '../../src/compare/compare.ts';
import { recordsOf } from '../../src/store/csv/csv-record.ts';
import { isSameRecords, type ExpectedCell } from '../../src/compare/same-records.ts';
import type { Json } from '../../src/json.ts';
import { csvRecord } from '../../src/outputs/files/csv.ts';
import type { CsvDelimiter } from '../../src/text/csv.ts';

/** MailboxName, two columns of the report, Status, and a column that is not compared. */
const HEADER = ['MailboxName', 'A', 'B', 'Status', 'Error'];
const EXPECTED: readonly ExpectedCell[] = [undefined, 0, 1, 'ok', undefined];

type Cells = readonly [Json, Json];

function written(rows: readonly Cells[], delimiter: CsvDelimiter, status = 'ok', error = ''): string {
  return rows.map(([a, b]) => csvRecord(['a@x.y', a, b, status, error], delimiter)).join('');
}

// Few texts, so that equal cells and texts that continue in the next cell are likely.
const CHARACTERS = ['a', ',', ';', '"', '\r', '\n', '=', ' '];
const text = fc.string({ unit: fc.constantFrom(...CHARACTERS, '\ud800'), maxLength: 4 });
const rows = rowsOf(cellWith(text));
const wellFormedRows = rowsOf(cellWith(fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 4 })));

function cellWith(texts: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return fc.oneof<fc.Arbitrary<Json>[]>(
    texts,
    fc.constant(null),
    fc.integer({ min: -1, max: 1 }),
    fc.boolean(),
    fc.array(texts, { maxLength: 2 }),
  );
}

function rowsOf(cell: fc.Arbitrary<Json>): fc.Arbitrary<Cells[]> {
  return fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 });
}

/** Rows of which most cells are those of the other rows, so that the same records are likely. */
const similarRows = fc
  .tuple(rows, rows, fc.infiniteStream(fc.nat({ max: 7 })))
  .map(([before, others, numbers]): readonly [before: Cells[], after: Cells[]] => {
    const pick = (cell: Json, other: Json | undefined): Json =>
      numbers.next().value === 0 && other !== undefined ? other : cell;
    const after = before.map(([a, b], at): Cells => [pick(a, others[at]?.[0]), pick(b, others[at]?.[1])]);
    return [before, after];
  });
const delimiters = fc.constantFrom<CsvDelimiter>(',', ';');

describe('the records of a mailbox', () => {
  test('are the same only if a comparison cell by cell finds no change', () => {
    const unknownCells = (): ReadonlySet<number> => new Set();
    const shape = { report: 'r', manyRows: true, unknownCells, ...matchColumns(HEADER, ['A', 'B']) };
    fc.assert(
      fc.property(similarRows, delimiters, ([before, after], delimiter) => {
        // A file in UTF-8 has no unpaired surrogates.
        const records = written(before, delimiter).toWellFormed();
        const now = after.map((cells) => ({ cells }));
        fc.pre(isSameRecords(records, EXPECTED, delimiter, now));
        const key = shape.columns[0];
        expect(compareRows({ ...shape, key, delimiter }, 'a@x.y', recordsOf(records, delimiter), now)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('are the same as the rows that they were written from, whatever is in other columns', () => {
    fc.assert(
      fc.property(wellFormedRows, delimiters, text, (wellFormed, delimiter, error) => {
        const records = written(wellFormed, delimiter, 'ok', error);
        const now = wellFormed.map((cells) => ({ cells }));
        expect(isSameRecords(records, EXPECTED, delimiter, now)).toBe(true);
        expect(isSameRecords(records, EXPECTED, delimiter, now.slice(1))).toBe(false);
        expect(isSameRecords(written(wellFormed, delimiter, 'failed'), EXPECTED, delimiter, now)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('are not the same if a cell is not fully known now', () => {
    const now = [{ cells: [null, null], incomplete: new Set([1]) }];
    expect(isSameRecords(written([[null, null]], ','), EXPECTED, ',', now)).toBe(false);
  });
});
