import { columnNames, type ReportDefinition } from '../reports/definition.ts';
import type { Json } from '../json.ts';
import { BlankColumns, type BlankNotice } from '../reports/blank-columns.ts';
import { unreadRow, type MailboxRows } from '../reports/row.ts';
import { CrossTab } from './cross-tab.ts';
import { Distribution } from './distribution.ts';
import { isAway, repliesOn } from './replies-now.ts';

/** Who is away, who outside is told so, and how long. */
const REPLIES = [
  'AutomaticReplyStatus',
  'AutomaticReplyExternalAudience',
  'AutomaticReplyStart',
  'AutomaticReplyEnd',
] as const;

/** Counts what the summary tells of one report, as its rows pass. What it holds is bounded, whatever the tenant. */
export class ReportTally {
  readonly name: string;
  #found = 0;
  #read = 0;
  #unread = 0;
  readonly #distributions: readonly { readonly column: string; readonly cell: number; readonly of: Distribution }[];
  readonly #replies: { readonly status: number; readonly audience: number; readonly of: CrossTab } | undefined;
  /** Undefined where the report does not tell who is away. */
  readonly #isAway: ((cells: readonly Json[]) => boolean) | undefined;
  #away = 0;
  readonly #blankColumns: BlankColumns;

  /**
   * `distributed`: the columns whose values are to be counted, where the report has them. They count mailboxes, so a
   * report of many rows a mailbox has none. `when`: epoch ms at which one is away, or is not.
   */
  constructor(report: ReportDefinition, distributed: readonly string[], when: number) {
    this.name = report.name;
    this.#blankColumns = new BlankColumns(report);
    const columns = columnNames(report);
    // The header has the mailbox before the cells.
    this.#distributions = (report.rows === undefined ? distributed : [])
      .map((column) => ({ column, cell: columns.indexOf(column) - 1, of: new Distribution() }))
      .filter(({ cell }) => cell >= 0);
    const [status = -1, audience = -1, start = -1, end = -1] = REPLIES.map((column) => columns.indexOf(column) - 1);
    const has = report.rows === undefined && status >= 0;
    this.#replies = has && audience >= 0 ? { status, audience, of: new CrossTab() } : undefined;
    this.#isAway =
      has && start >= 0 && end >= 0
        ? (cells) => isAway({ status: cells[status], start: cells[start], end: cells[end] }, when)
        : undefined;
  }

  add(rows: MailboxRows): void {
    if (unreadRow(rows) !== undefined) {
      this.#unread += 1;
      return;
    }
    this.#read += 1;
    this.#blankColumns.add(rows);
    for (const { content, cells } of rows) {
      if (content === 'none') continue;
      this.#found += 1;
      for (const { cell, of } of this.#distributions) of.add(cells[cell]);
      if (this.#isAway?.(cells) === true) this.#away += 1;
      if (this.#replies !== undefined) this.#replies.of.add(cells[this.#replies.status], cells[this.#replies.audience]);
    }
  }

  /** Columns of a report file that were blank in every row. Undefined for built-in reports. */
  get blankNotice(): BlankNotice | undefined {
    return this.#blankColumns.notice();
  }

  /** How many things Graph showed: mailboxes, rules, grants, folders. */
  get found(): number {
    return this.#found;
  }

  /** How many mailboxes were read. */
  get read(): number {
    return this.#read;
  }

  get unread(): number {
    return this.#unread;
  }

  /** Automatic replies by state, each by audience outside. Undefined where the report has no such columns. */
  get replies(): CrossTab | undefined {
    return this.#replies?.of;
  }

  /** How many mailboxes reply automatically just then. Undefined where the report does not tell. */
  get away(): number | undefined {
    return this.#isAway === undefined ? undefined : this.#away;
  }

  /** How many mailboxes reply automatically, or will. Undefined where the report does not tell. */
  get repliesOn(): number | undefined {
    const distribution = this.distribution('AutomaticReplyStatus');
    return distribution === undefined ? undefined : repliesOn(distribution);
  }

  /** Undefined where the report has no such column, or it is not counted. */
  distribution(column: string): Distribution | undefined {
    return this.#distributions.find((distribution) => distribution.column === column)?.of;
  }
}
