import { searchedText, type StoredColumn, type StoredTable } from './stored-table.ts';

/** One byte for each row: 1 if the row is selected. */
export type RowMask = Uint8Array;

/** The rows whose cell passes a test of its text in lower case. Each distinct cell is tested once. */
export function rowsWhere(column: StoredColumn, test: (folded: string) => boolean): RowMask {
  return rowsOf(column, column.folded.map(test));
}

/** The rows whose cell contains a text, without regard to case and accents. */
export function rowsContaining(column: StoredColumn, text: string): RowMask {
  const wanted = searchedText(text);
  return rowsOf(
    column,
    column.searched.map((searched) => searched.includes(wanted)),
  );
}

/** The rows of the distinct cells that passed. */
function rowsOf({ codes }: StoredColumn, passed: readonly boolean[]): RowMask {
  const mask = new Uint8Array(codes.length);
  for (const [row, code] of codes.entries()) mask[row] = passed[code] === true ? 1 : 0;
  return mask;
}

/** The rows that contain each word of a text in some column, without regard to case and accents; all rows for no words. */
export function rowsWithWords(table: StoredTable, text: string): RowMask {
  return both(
    wordsIn(text).map((word) =>
      either(
        table.columns.map((column) => rowsContaining(column, word)),
        table.rows,
      ),
    ),
    table.rows,
  );
}

/** The words of a search. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** The rows of all masks; every row if there are no masks. */
export function both(masks: readonly RowMask[], rows: number): RowMask {
  const mask = new Uint8Array(rows).fill(1);
  for (const other of masks) for (let row = 0; row < rows; row += 1) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
  return mask;
}

/** The rows of any mask; no row if there are no masks. */
function either(masks: readonly RowMask[], rows: number): RowMask {
  const mask = new Uint8Array(rows);
  for (const other of masks) for (let row = 0; row < rows; row += 1) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
  return mask;
}

/** How many rows a mask selects. */
export function sizeOf(mask: RowMask): number {
  let size = 0;
  for (const one of mask) size += one;
  return size;
}
