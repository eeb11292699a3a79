import type { Json } from '../json.ts';
import { hasUnknownItem, itemPositions, itemText, type ItemPositions } from '../reports/row-identity.ts';
import { cellAt } from '../reports/row-view.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { Cells } from '../text/csv.ts';
import type { RowsReport, StoredRow } from '../store/rows-file.ts';
import { positionIn } from '../store/stored-definition.ts';
import { cellText } from '../text/display.ts';

/** A report of both runs, and how its rows are compared. */
export interface ComparedReport {
  readonly name: string;
  /** Whether a mailbox has several rows. They are matched by what names them, and their order among equal ones. */
  readonly manyRows: boolean;
  /** Columns of both runs by one definition, with the positions of their cells. */
  readonly columns: readonly ComparedColumn[];
  /** What names a row of several now, by the positions of cells in both runs; undefined if a run lacks a column of it. */
  readonly item: { readonly before: ItemPositions; readonly after: ItemPositions } | undefined;
  /** Columns that only one of both runs has. */
  readonly missing: readonly string[];
  /** Columns that both runs have by different definitions. */
  readonly redefined: readonly string[];
}

interface ComparedColumn {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** Not shown as a change: it differs from run to run. */
  readonly ignored: boolean;
  /** Only a change across one of these limits counts. Undefined: any change. */
  readonly limits: readonly number[] | undefined;
  /** Whether the column is part of a row's name, without alternatives. */
  readonly isItem: boolean;
}

/** How the rows of two runs are compared; undefined if they are by different definitions of what a row is. */
export function comparedReport(before: RowsReport, after: RowsReport): ComparedReport | undefined {
  if (before.digests.row !== after.digests.row) return undefined;
  const columns = after.columns
    .map((name, index) => ({
      name,
      before: positionIn(before, name, after.digests),
      after: index,
      ignored: after.ignored.includes(name),
      limits: Object.hasOwn(after.limits, name) ? after.limits[name] : undefined,
      isItem: after.item.includes(name),
    }))
    .filter((column) => column.before !== -1);
  const ofOneRun = [
    ...after.columns.filter((name) => !before.columns.includes(name)),
    ...before.columns.filter((name) => !after.columns.includes(name)),
  ];
  const redefined = after.columns.filter(
    (name) => before.columns.includes(name) && columns.every((column) => column.name !== name),
  );
  const [was, is] = [itemPositions(after.item, before.columns), itemPositions(after.item, after.columns)];
  const isNamedAlike = !after.item.flat().some((name) => redefined.includes(name));
  const item = was && is && is.length > 0 && isNamedAlike ? { before: was, after: is } : undefined;
  return { name: after.name, manyRows: after.manyRows, columns, item, missing: ofOneRun, redefined };
}

/** The text of a row's cell; '' if there is no such column. */
export type TextOf = (column: string) => string;

/**
 * The differences of one mailbox in one report, in the order of the rows now, then of the removed ones. Both runs must have
 * read the mailbox.
 *
 * @param isRepeated whether other changes show that a row was added or removed
 */
export function changedRows(
  report: ComparedReport,
  mailbox: string,
  before: readonly StoredRow[],
  after: readonly StoredRow[],
  isRepeated: (textOf: TextOf) => boolean = () => false,
): Change[] {
  const { name, manyRows, columns, item: itemPair } = report;
  const changes: Change[] = [];
  const addChanged = (item: string, was: StoredRow, is: StoredRow): void => {
    for (const column of columns) {
      const [cellBefore, cellNow] = [was.cells[column.before] ?? null, is.cells[column.after] ?? null];
      if (column.ignored || isSameCell(cellBefore, cellNow)) continue;
      if (hasNoValue(was, column.before) || hasNoValue(is, column.after)) continue;
      if (column.limits !== undefined && isWithin(column.limits, cellBefore, cellNow)) continue;
      changes.push({
        kind: 'changed',
        report: name,
        mailbox,
        item,
        column: column.name,
        before: cellBefore,
        after: cellNow,
      });
    }
  };
  if (!manyRows) {
    const [[was], [is]] = [before, after];
    if (was !== undefined && is !== undefined) addChanged('', was, is);
    return changes;
  }
  if (itemPair === undefined) return changes;
  const isBlank = (row: StoredRow, side: 'before' | 'after'): boolean =>
    columns.every((column) => cellText(row.cells[column[side]]) === '');
  const unmatched = Map.groupBy(
    before.filter((row) => !isBlank(row, 'before')),
    (row) => itemText(itemPair.before, row),
  );
  // A row whose name is not known, such as that of a group with unknown members, may be any row of the other run.
  const isOpen = (rows: readonly StoredRow[], positions: ItemPositions): boolean =>
    rows.some((row) => hasUnknownItem(positions, row));
  const [mayHaveBeen, mayBe] = [isOpen(before, itemPair.before), isOpen(after, itemPair.after)];
  const common = { report: name, mailbox, column: '' };
  const repeats = ({ cells }: StoredRow, side: 'before' | 'after'): boolean =>
    isRepeated((name) => {
      const column = columns.find((one) => one.name === name);
      return column === undefined ? '' : cellText(cells[column[side]]);
    });
  for (const row of after) {
    if (isBlank(row, 'after')) continue;
    const item = itemText(itemPair.after, row);
    const earlier = unmatched.get(item)?.shift();
    if (earlier !== undefined) addChanged(item, earlier, row);
    else if (!mayHaveBeen && !hasUnknownItem(itemPair.after, row) && !repeats(row, 'after'))
      changes.push({ ...common, kind: 'added', item, before: null, after: rowText(report, row, 'after') });
  }
  for (const [item, rows] of mayBe ? [] : unmatched) {
    for (const row of rows) {
      if (hasUnknownItem(itemPair.before, row) || repeats(row, 'before')) continue;
      changes.push({ ...common, kind: 'removed', item, before: rowText(report, row, 'before'), after: null });
    }
  }
  return changes;
}

/** Whether people see the same in two cells: another version of a report may give `null` for an empty list. */
export function isSameCell(one: Json, other: Json): boolean {
  return one === other || cellText(one) === cellText(other);
}

/** Whether two numbers are above the same limits. */
function isWithin(limits: readonly number[], one: Json, other: Json): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return limits.every((limit) => one > limit === other > limit);
}

/** The cells of an added or removed row: `Role: editor; Inherited: false`. Without those of the item. */
function rowText({ columns }: ComparedReport, { cells }: StoredRow, side: 'before' | 'after'): string {
  return columns
    .filter((column) => !column.isItem && !column.ignored)
    .map((column) => ({ name: column.name, text: cellText(cells[column[side]]) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name}: ${text}`)
    .join('; ');
}

/** The header of `changes.csv`. */
export const CHANGE_COLUMNS = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'] as const;

/** The cells of a difference from the earlier report. */
export function changeCells({ kind, report, mailbox, item, column, before, after }: Change): Cells {
  return [kind, report, mailbox, item, column, before, after];
}

/** Whether a cell is unknown, or has no meaning in its row. */
function hasNoValue(row: StoredRow, at: number): boolean {
  return !cellAt(row, at).isKnown || row.notApplicable?.has(at) === true;
}
