import type { UnreadableStatus, QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { ReportColumns, ReportDefinition } from './definition.ts';
import { isCertainly } from './known.ts';
import type { Registration } from './registration.ts';
import { cellAt, viewOf } from './row-view.ts';

export type RowStatus = 'ok' | UnreadableStatus;

/** `item`: the row is about something that Graph returned. `none`: the mailbox has no such item or could not be read. */
export type RowContent = 'item' | 'none';

/** The cells of one row, in the order of the report's columns. */
export interface RowCells {
  readonly cells: readonly Json[];
  /**
   * Positions of cells whose value is not fully known: Graph does not show it, or it exceeds a limit. Rules about them are
   * inconclusive. Undefined if there are none.
   */
  readonly incomplete: ReadonlySet<number> | undefined;
  /** The object of the service, if the report keeps it and the row is about one. */
  readonly object?: Json;
  /** The id by which other rows of the mailbox name it, as inbox rules name folders. Not a cell. */
  readonly id?: string | undefined;
  /** The members of `ReportDefinition.identity` that the service said. Not cells. */
  readonly identity?: JsonObject | undefined;
  /** Why the rows below the row could not be read. */
  readonly failure?: { readonly status: UnreadableStatus; readonly error: string };
}

/** One row of a report of any kind, as rules read it. Cells keep their JSON types. */
export interface AnyRow
  extends Pick<RowCells, 'cells' | 'object' | 'id' | 'identity'>, Partial<Pick<RowCells, 'incomplete'>> {
  /** Positions of cells that have no meaning in the row: blank, and not unknown. Undefined if there are none. */
  readonly notApplicable?: ReadonlySet<number> | undefined;
  /** Undefined in a table about the tenant. */
  readonly mailbox?: Mailbox | undefined;
  /** What the register of the policy says about it. Undefined: the row was not compared with a register. */
  readonly registration?: Registration | undefined;
  readonly status: RowStatus;
  /**
   * Graph's code and message for what could not be read, else ''. In a table, also of a row that was read: what else was not. Hostile
   * text until escaped.
   */
  readonly error: string;
  readonly content: RowContent;
}

/** One row of a report about mailboxes. */
export interface Row extends AnyRow {
  readonly mailbox: Mailbox;
}

/** One row of a table about the tenant. */
export interface TableRow extends AnyRow {
  readonly mailbox?: undefined;
}

/** The rows of one mailbox in a report: at least one, so that every report lists every mailbox. */
export type MailboxRows = readonly [Row, ...Row[]];

/** Converts a query result to rows. A mailbox without items, or one that could not be read, has one blank row. */
export function rowsOf(mailbox: Mailbox, result: QueryResult<RowCells[]>, definition: ReportDefinition): MailboxRows {
  if (result.status !== 'ok') return [blankRow(mailbox, definition, result)];
  const [first, ...others] = result.value.map(({ failure, ...row }): Row => {
    return { mailbox, status: 'ok', error: '', ...failure, content: 'item', ...applicable(row, definition) };
  });
  return first === undefined ? [blankRow(mailbox, definition, { status: 'ok', error: '' })] : [first, ...others];
}

/** What was found for a table. */
export interface TableAnswer {
  readonly result: QueryResult<readonly RowCells[]>;
  /** What was not read although rows were, for people; '' if nothing. Hostile text until escaped. */
  readonly gaps: string;
}

/** The rows of a table: none if it is empty, and one blank row that says why if it was not read. */
export function tableRowsOf({ result, gaps }: TableAnswer, { columns }: ReportColumns): readonly TableRow[] {
  if (result.status === 'ok') {
    return result.value.map((row): TableRow => ({ ...row, status: 'ok', error: gaps, content: 'item' }));
  }
  const { status, error } = result;
  return [{ status, error, content: 'none', cells: Object.keys(columns).map(() => null) }];
}

/** A row of which nothing is known, for those that a service may have left out. */
export function unknownRow({ columns }: ReportColumns): RowCells {
  const positions = [...Object.keys(columns).keys()];
  return { cells: positions.map(() => null), incomplete: new Set(positions) };
}

/** What a row shows, read or kept. */
export type ShownRow = Pick<Row, 'cells' | 'incomplete' | 'object' | 'id' | 'identity' | 'status' | 'error'>;

/** A row as its reader returned it. */
export function cellsOf({ cells, incomplete, object, id, identity, status, error }: ShownRow): RowCells {
  return {
    cells,
    incomplete,
    ...(object === undefined ? {} : { object }),
    id,
    identity,
    ...(status === 'ok' ? {} : { failure: { status, error } }),
  };
}

/**
 * A row that could not be read, or not with all rows below it; undefined if there is none. The mailbox then counts as unreadable in
 * the report, and its other rows are kept.
 */
export function unreadableRow(rows: MailboxRows): Row | undefined {
  return rows.find(({ status }) => status !== 'ok');
}

/** The rows of a mailbox with the cells that its reports take from others, as far as those are in the run and were read. */
export function withTakenCells(
  rows: MailboxRows,
  { columns, takes = {} }: ReportDefinition,
  rowsOfReport: (name: string) => readonly [ReportDefinition, MailboxRows] | undefined,
): MailboxRows {
  const [first, ...others] = rows;
  if (first.content === 'none') return rows;
  const cells = [...first.cells];
  const incomplete = new Set(first.incomplete);
  for (const [name, { report, column, isById = false }] of Object.entries(takes)) {
    const [other, otherRows = []] = rowsOfReport(report) ?? [];
    const to = Object.keys(columns).indexOf(name);
    const id = cells[to] ?? null;
    if (isById && id === null) continue;
    const from = Object.keys(other?.columns ?? {}).indexOf(column);
    // Rows of shards have the cell instead of the ID already.
    const row = isById ? otherRows.find((one) => one.id === id || one.cells[from] === id) : otherRows[0];
    const taken = row?.content === 'item' ? cellAt(row, from) : undefined;
    if (taken?.isKnown === true) {
      cells[to] = taken.value;
      incomplete.delete(to);
    } else if (isById) {
      cells[to] = null;
      incomplete.add(to);
    }
  }
  return [{ ...first, cells, incomplete: incomplete.size === 0 ? undefined : incomplete }, ...others];
}

/** The cells of a row, without those that have no meaning in it. */
function applicable(
  row: Omit<RowCells, 'failure'>,
  { columns, notApplicable }: ReportDefinition,
): Omit<RowCells, 'failure'> & Pick<Row, 'notApplicable'> {
  if (notApplicable === undefined) return row;
  const names = Object.keys(columns);
  const { cell: cellOf } = viewOf(names, row);
  const positions = Object.entries(notApplicable).flatMap(([name, { column, is }]) =>
    isCertainly(cellOf(column), is) ? [names.indexOf(name)] : [],
  );
  if (positions.length === 0) return row;
  const incomplete = [...(row.incomplete ?? [])].filter((at) => !positions.includes(at));
  return {
    ...row,
    cells: row.cells.map((cell, at) => (positions.includes(at) ? null : cell)),
    incomplete: incomplete.length === 0 ? undefined : new Set(incomplete),
    notApplicable: new Set(positions),
  };
}

function blankRow(
  mailbox: Mailbox,
  { columns }: ReportDefinition,
  { status, error }: Pick<Row, 'status' | 'error'>,
): Row {
  return { mailbox, status, error, content: 'none', cells: Object.keys(columns).map(() => null) };
}
