import type { Json } from '../json.ts';
import { isOwnColumn } from '../reports/definition.ts';
import { readBackText, type CsvDelimiter } from '../text/csv.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { UnknownCells } from './unknown-cells.ts';

/** A row as it is compared: the cells that both runs have. */
export interface ComparedRow {
  readonly cells: readonly Json[];
  /** Positions of cells whose value is not fully known. */
  readonly incomplete?: ReadonlySet<number> | undefined;
}

/** How the rows of a report are compared. */
export interface ReportShape {
  readonly report: string;
  /** Whether a mailbox has several rows. They are matched by their first cell, and its order among equal ones. */
  readonly manyRows: boolean;
  /** Columns of both runs, with the positions of their cells. */
  readonly columns: readonly ComparedColumn[];
  /** The column that names a row of several; undefined if a run lacks it. */
  readonly key: ComparedColumn | undefined;
  /** That of the earlier CSV: formulas are defused differently. */
  readonly delimiter: CsvDelimiter;
  /** In the records of the earlier CSV. */
  readonly unknownCells: UnknownCells;
}

export interface ComparedColumn {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** Compared, but not shown as a change: it differs from run to run. */
  readonly ignored: boolean;
}

/** The columns of two runs that are compared, and those that only one of them has. */
export interface ColumnMatch {
  readonly columns: readonly ComparedColumn[];
  readonly missing: readonly string[];
}

/** `ignore`: columns that the report's definition leaves out. */
export function matchColumns(
  before: readonly string[],
  after: readonly string[],
  ignore: readonly string[] = [],
): ColumnMatch {
  const columns = after
    .filter((name) => isOwnColumn(name) && before.includes(name))
    .map((name) => ({
      name,
      before: before.indexOf(name),
      after: after.indexOf(name),
      ignored: ignore.includes(name),
    }));
  const missing = [
    ...after.filter((name) => isOwnColumn(name) && !before.includes(name)),
    ...before.filter((name) => isOwnColumn(name) && !after.includes(name)),
  ];
  return { columns, missing };
}

/**
 * The differences of one mailbox in one report, in the order of the rows now, then of the removed ones. Both runs must have
 * read the mailbox. A blank row stands for a mailbox without items.
 */
export function compareRows(
  shape: ReportShape,
  mailbox: string,
  before: readonly (readonly string[])[],
  after: readonly ComparedRow[],
): Change[] {
  const { key, manyRows, columns, delimiter } = shape;
  const changes: Change[] = [];
  if (!manyRows) {
    const [earlier] = before;
    const [row] = after;
    if (earlier !== undefined && row !== undefined) addChanged(changes, shape, { mailbox, item: '' }, earlier, row);
    return changes;
  }
  if (key === undefined) return changes;
  const unmatched = byItem(shape, before, key);
  for (const row of after) {
    if (columns.every((column) => isText('', row.cells[column.after] ?? null, delimiter))) continue;
    const item = readBackText(row.cells[key.after] ?? null, delimiter);
    const earlier = unmatched.get(item)?.shift();
    if (earlier !== undefined) addChanged(changes, shape, { mailbox, item }, earlier, row);
    else {
      const whole = rowText(shape, (column) => row.cells[column.after] ?? null);
      changes.push({ kind: 'added', report: shape.report, mailbox, item, column: '', before: null, after: whole });
    }
  }
  for (const [item, rows] of unmatched) {
    for (const cells of rows) {
      const whole = rowText(shape, (column) => cells[column.before] ?? '');
      changes.push({ kind: 'removed', report: shape.report, mailbox, item, column: '', before: whole, after: null });
    }
  }
  return changes;
}

/** Rows by their first cell, each kind in its order. */
function byItem(
  { columns }: ReportShape,
  rows: readonly (readonly string[])[],
  key: ComparedColumn,
): Map<string, (readonly string[])[]> {
  const items = new Map<string, (readonly string[])[]>();
  for (const cells of rows) {
    if (columns.every(({ before }) => (cells[before] ?? '') === '')) continue;
    const item = cells[key.before] ?? '';
    const same = items.get(item);
    if (same === undefined) items.set(item, [cells]);
    else same.push(cells);
  }
  return items;
}

function addChanged(
  changes: Change[],
  { report, columns, delimiter, unknownCells }: ReportShape,
  { mailbox, item }: { readonly mailbox: string; readonly item: string },
  earlier: readonly string[],
  { cells, incomplete }: ComparedRow,
): void {
  const unknown = unknownCells(earlier);
  for (const { name, before, after, ignored } of columns) {
    const was = earlier[before] ?? '';
    const is = cells[after] ?? null;
    if (ignored || isText(was, is, delimiter) || unknown.has(before) || incomplete?.has(after) === true) continue;
    changes.push({ kind: 'changed', report, mailbox, item, column: name, before: was, after: is });
  }
}

/** Whether a cell reads back from a CSV with this delimiter as the text. */
export function isText(text: string, cell: Json, delimiter: CsvDelimiter): boolean {
  return cell === text || (cell === null ? text === '' : readBackText(cell, delimiter) === text);
}

/** The cells of an added or removed row: `Role: editor; Inherited: false`. The first cell is the item. */
function rowText({ columns, key, delimiter }: ReportShape, cell: (column: ComparedColumn) => Json): string {
  return columns
    .filter((column) => column !== key && !column.ignored)
    .map((column) => ({ name: column.name, text: readBackText(cell(column), delimiter) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name}: ${text}`)
    .join('; ');
}
