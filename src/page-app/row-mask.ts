import type { PageCell } from '../output/page/data.ts';
import { searchedText } from './folded-text.ts';
import type { StoredColumn, StoredTable } from './stored-table.ts';

/** One byte a row: 1 where the row is meant. */
export type RowMask = Uint8Array;

/**
 * The rows whose cell passes a test. Each distinct cell is tested once, with its text in small letters at hand, which is
 * what makes filters quick.
 */
export function rowsWhere(column: StoredColumn, test: (folded: string, value: PageCell) => boolean): RowMask {
  return rowsOf(
    column,
    column.values.map((value, code) => test(column.folded[code] ?? '', value)),
  );
}

/** The rows in whose cell a text stands, without regard to case and accents. */
export function rowsContaining(column: StoredColumn, text: string): RowMask {
  const wanted = searchedText(text);
  return rowsOf(
    column,
    column.searched.map((searched) => searched.includes(wanted)),
  );
}

/** The rows of some of the distinct cells. */
function rowsOf({ codes }: StoredColumn, passed: readonly boolean[]): RowMask {
  const mask = new Uint8Array(codes.length);
  for (const [row, code] of codes.entries()) mask[row] = passed[code] === true ? 1 : 0;
  return mask;
}

/** The rows in which each word of a text stands somewhere, in any column and without regard to case and accents; all for no words. */
export function rowsWithWords(table: StoredTable, text: string): RowMask {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return both(
    words.map((word) =>
      either(
        table.columns.map((column) => rowsContaining(column, word)),
        table.rows,
      ),
    ),
    table.rows,
  );
}

/** The rows of all masks; every row where there is none. */
export function both(masks: readonly RowMask[], rows: number): RowMask {
  const mask = new Uint8Array(rows).fill(1);
  for (const other of masks) for (let row = 0; row < rows; row += 1) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
  return mask;
}

/** The rows of any mask; no row where there is none. */
export function either(masks: readonly RowMask[], rows: number): RowMask {
  const mask = new Uint8Array(rows);
  for (const other of masks) for (let row = 0; row < rows; row += 1) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
  return mask;
}

/** How many rows a mask has. */
export function sizeOf(mask: RowMask): number {
  let size = 0;
  for (const one of mask) size += one;
  return size;
}
