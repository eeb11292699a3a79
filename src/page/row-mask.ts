import type { PageCell } from '../publish/html/page-data.ts';
import { foldedText, withoutAccents } from './folded-text.ts';
import type { StoredColumn, StoredTable } from './stored-table.ts';

/** One byte a row: 1 where the row is meant. */
export type RowMask = Uint8Array;

/**
 * The rows whose cell passes a test. Each distinct cell is tested once, with its text in small letters at hand, and the same
 * without accents, which is what makes filters quick.
 */
export function rowsWhere(
  column: StoredColumn,
  test: (folded: string, value: PageCell, searched: string) => boolean,
): RowMask {
  const passed = Uint8Array.from(column.values, (value, code) =>
    test(column.folded[code] ?? '', value, column.searched[code] ?? '') ? 1 : 0,
  );
  const mask = new Uint8Array(column.codes.length);
  for (const [row, code] of column.codes.entries()) mask[row] = passed[code] ?? 0;
  return mask;
}

/** The rows in which each word of a text stands somewhere, in any column and without regard to case and accents; all for no words. */
export function rowsWithWords(table: StoredTable, text: string): RowMask {
  const words = withoutAccents(foldedText(text))
    .split(/\s+/u)
    .filter((word) => word !== '');
  return both(
    words.map((word) =>
      either(
        table.columns.map((column) => rowsWhere(column, (_folded, _value, searched) => searched.includes(word))),
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
