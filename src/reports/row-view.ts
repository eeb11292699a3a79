import type { Json } from '../json.ts';
import { UNKNOWN } from './definition.ts';
import { atLeast, known, NOT_KNOWN, type Known } from './known.ts';
import type { Row } from './rows.ts';

/** The cells of a row, and which of them are not fully known. */
export type RowWithCells = Pick<Row, 'cells' | 'incomplete'>;

/** A row, read by the names of its columns. It is made where a row is judged or shown. */
export interface RowView {
  /** The cell of a column: null if it is blank. Undefined: the report has no such column. */
  readonly cell: (column: string) => Known<Json> | undefined;
}

/** The cell at a position. */
export function cellAt({ cells, incomplete }: RowWithCells, position: number): Known<Json> {
  const cell = cells[position] ?? null;
  if (incomplete?.has(position) !== true) return known(cell);
  return cell === null || cell === UNKNOWN ? NOT_KNOWN : atLeast(cell);
}

/** How rows with these columns are read. */
export function rowViewer(columns: Iterable<string>): (row: RowWithCells) => RowView {
  const positions = new Map(Array.from(columns, (name, position) => [name, position] as const));
  return (row) => ({
    cell: (column) => {
      const position = positions.get(column);
      return position === undefined ? undefined : cellAt(row, position);
    },
  });
}

/** A single row of a report, stored or read. */
export function viewOf(columns: readonly string[], row: RowWithCells): RowView {
  return {
    cell: (column) => {
      const position = columns.indexOf(column);
      return position === -1 ? undefined : cellAt(row, position);
    },
  };
}
