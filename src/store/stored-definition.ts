import { definitionDigests, type DefinitionDigests } from '../reports/definition-digests.ts';
import type { AnyReport } from '../reports/table.ts';
import { cellAt } from '../reports/row-view.ts';
import type { RowsReport, StoredReport, StoredRow } from './rows-file.ts';

// Which stored cells mean what a definition of today says: those under equal digests. Any other column is as one that the rows lack.

type BoundReport = Pick<RowsReport, 'columns' | 'digests'>;

/** How the rows of a stored report are read by a definition. */
export interface StoredReading {
  /** The columns of the definition that the rows lack, or have by another definition. Their cells are unknown. */
  readonly lacking: readonly string[];
  /** Returns the rows with the columns of the definition. */
  readonly read: (stored: StoredReport) => StoredReport;
}

/** Undefined if the rows are by another definition of what a row is. */
export function readingBy(definition: AnyReport, stored: BoundReport): StoredReading | undefined {
  const digests = definitionDigests(definition);
  if (digests.row !== stored.digests.row) return undefined;
  const names = Object.keys(definition.columns);
  const positions = names.map((name) => positionIn(stored, name, digests));
  const lacking = names.filter((_, at) => positions[at] === -1);
  const isSame = positions.length === stored.columns.length && positions.every((position, at) => position === at);
  if (isSame) return { lacking, read: (one) => one };
  return { lacking, read: (one) => ({ ...one, rows: one.rows.map((row) => rowAt(row, positions)) }) };
}

/** Whether stored rows have all columns of a definition, by the same definition, and no other. */
export function isOfDefinition(stored: BoundReport, definition: AnyReport): boolean {
  const width = Object.keys(definition.columns).length;
  return width === stored.columns.length && readingBy(definition, stored)?.lacking.length === 0;
}

/** The position of the column of that name and definition among stored ones; -1 if there is none. */
export function positionIn({ columns, digests }: BoundReport, name: string, wanted: DefinitionDigests): number {
  return digests.columns[name] === wanted.columns[name] ? columns.indexOf(name) : -1;
}

/** A row with the cells at some positions. A cell at -1 is unknown. */
export function rowAt(row: StoredRow, positions: readonly number[]): StoredRow {
  const { notApplicable } = row;
  const unknown = positionsWhere(positions, (position) => position === -1 || !cellAt(row, position).isKnown);
  return {
    ...row,
    cells: positions.map((position) => row.cells[position] ?? null),
    incomplete: unknown,
    notApplicable: positionsWhere(positions, (position) => notApplicable?.has(position) === true),
  };
}

function positionsWhere(
  positions: readonly number[],
  is: (position: number) => boolean,
): ReadonlySet<number> | undefined {
  const found = positions.flatMap((position, at) => (is(position) ? [at] : []));
  return found.length === 0 ? undefined : new Set(found);
}
