import type { Json } from '../json.ts';
import { cellText } from '../text/display.ts';
import { UNKNOWN } from './definition.ts';
import { atLeast, known, NOT_KNOWN, shownOf, type Known, type RowView } from './known.ts';

/** The cells of a row, and the positions of those that are not fully known. */
export interface RowWithCells {
  readonly cells: readonly Json[];
  readonly incomplete?: ReadonlySet<number> | undefined;
}

/** The cell at a position. */
export function cellAt({ cells, incomplete }: RowWithCells, position: number): Known<Json> {
  const cell = cells[position] ?? null;
  if (incomplete?.has(position) !== true) return known(cell);
  return cell === null || cell === UNKNOWN ? NOT_KNOWN : atLeast(cell);
}

/** A cell as text, as much as the service shows; '' if it shows nothing, or there is no such column. */
export function shownText(cell: Known<Json> | undefined): string {
  return cellText(shownOf(cell));
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

/** A row with these values, in the order of its columns. */
export function rowWith(values: readonly Known<Json>[]): Required<RowWithCells> {
  const unknown = values.flatMap(({ isKnown }, position) => (isKnown ? [] : [position]));
  return {
    cells: values.map((value) => shownOf(value) ?? null),
    incomplete: unknown.length === 0 ? undefined : new Set(unknown),
  };
}
