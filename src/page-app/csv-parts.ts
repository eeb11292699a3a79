import { csvHeader, csvLine } from '../output/csv-record.ts';
import { cellAt, type StoredColumn } from './stored-table.ts';

const ROWS_A_PART = 1_000;

/** The CSV of some columns and rows, in parts between which the browser can breathe: the header, then rows. */
export function* csvParts(columns: readonly StoredColumn[], rows: Uint32Array): Generator<string, void, void> {
  yield csvHeader(columns.map((column) => column.name));
  for (let start = 0; start < rows.length; start += ROWS_A_PART) {
    let part = '';
    for (const row of rows.subarray(start, start + ROWS_A_PART)) {
      part += csvLine(columns.map((column) => cellAt(column, row)));
    }
    yield part;
  }
}

/** A cell as the CSV has it, formulas defused, but without quotes around it. */
export function defused(column: StoredColumn, row: number): string {
  const field = csvLine([cellAt(column, row)]).slice(0, -'\r\n'.length);
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}
