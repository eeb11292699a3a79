import type { Json } from '../json.ts';
import { BlankColumns, type BlankNotice } from '../reports/columns.ts';
import {
  columnNames,
  isExchangeReport,
  reportLabel,
  unitOf,
  type ReportDefinition,
  type Unit,
} from '../reports/definition.ts';
import type { RowHighlights } from '../reports/conditions.ts';
import { type MailboxRows, unreadableRow } from '../reports/rows.ts';
import { isAway, isOnOrScheduled } from '../text/automatic-replies.ts';
import { CrossTab, Distribution } from './distribution.ts';

/** Columns whose values are counted in reports that have them. */
const COUNTED_COLUMNS = ['AutomaticReplyStatus', 'AutomaticReplyExternalAudience', 'TimeZone', 'Language'] as const;

export type CountedColumn = (typeof COUNTED_COLUMNS)[number];

/** How often a highlight of a report was found. */
export interface HighlightCount {
  readonly title: string;
  /** The columns to show first, after the mailbox. */
  readonly columns: readonly string[];
  /** Mailboxes with such a row. */
  readonly mailboxes: number;
  /** Rows, without placeholders of mailboxes that have no item. */
  readonly rows: number;
}

/** Counts what the summary and the report page show about one report. Memory is bounded. */
export class ReportCounts {
  readonly name: string;
  /** Whether the report is read from an API that Microsoft does not document. */
  readonly isPreview: boolean;
  /** The name, marked if the report is a preview. */
  readonly label: string;
  /** Whether a mailbox can have several rows. */
  readonly manyRows: boolean;
  /** What a row is. */
  readonly unit: Unit;
  readonly #when: number;
  /** Position of each column among the cells. Empty for a report of many rows per mailbox: these counts are of mailboxes. */
  readonly #positions: ReadonlyMap<string, number>;
  readonly #distributions: ReadonlyMap<string, Distribution>;
  readonly #replies = new CrossTab();
  readonly #blankColumns: BlankColumns;
  readonly #highlights: { -readonly [key in keyof HighlightCount]: HighlightCount[key] }[];
  #found = 0;
  #read = 0;
  #unreadable = 0;
  #away = 0;
  #repliesOn = 0;

  /** `when`: epoch ms; who is away at that time is counted. */
  constructor(report: ReportDefinition, when: number) {
    this.name = report.name;
    this.label = reportLabel(report);
    this.isPreview = isExchangeReport(report);
    this.manyRows = report.rows !== undefined;
    this.unit = unitOf(report);
    this.#when = when;
    this.#highlights = (report.highlights ?? []).map(({ title, columns }) => ({
      ...{ title, columns, mailboxes: 0, rows: 0 },
    }));
    this.#blankColumns = new BlankColumns(report);
    const [, ...columns] = columnNames(report);
    this.#positions = new Map(report.rows === undefined ? columns.map((column, at) => [column, at]) : []);
    this.#distributions = new Map(
      COUNTED_COLUMNS.filter((column) => this.#positions.has(column)).map((column) => [column, new Distribution()]),
    );
  }

  add(rows: MailboxRows, highlights: RowHighlights = []): void {
    this.#addHighlights(highlights);
    if (unreadableRow(rows) !== undefined) {
      this.#unreadable += 1;
      return;
    }
    this.#read += 1;
    this.#blankColumns.add(rows);
    for (const { content, cells } of rows) {
      if (content === 'none') continue;
      this.#found += 1;
      this.#count(cells);
    }
  }

  /** Columns of a report file that were blank in every row. Undefined for built-in reports. */
  get blankNotice(): BlankNotice | undefined {
    return this.#blankColumns.notice();
  }

  /** In the order of the definition, also those that were not found. */
  get highlights(): readonly HighlightCount[] {
    return this.#highlights;
  }

  /** How many items were found: mailboxes, rules, grants, folders. */
  get found(): number {
    return this.#found;
  }

  /** How many mailboxes were read. */
  get read(): number {
    return this.#read;
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  /** Mailboxes by the status of their automatic replies and their external audience. Undefined without these columns. */
  get replies(): CrossTab | undefined {
    return this.#has('AutomaticReplyStatus', 'AutomaticReplyExternalAudience') ? this.#replies : undefined;
  }

  /** How many mailboxes reply automatically at the time. Undefined without the columns, or if no mailbox was read. */
  get away(): number | undefined {
    const has = this.#has('AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd');
    return has && this.#read > 0 ? this.#away : undefined;
  }

  /** How many mailboxes reply automatically, or will. Undefined without the column, or if no mailbox was read. */
  get repliesOn(): number | undefined {
    return this.#has('AutomaticReplyStatus') && this.#read > 0 ? this.#repliesOn : undefined;
  }

  /** Undefined if the report does not have the column. */
  distribution(column: CountedColumn): Distribution | undefined {
    return this.#distributions.get(column);
  }

  #addHighlights(highlights: RowHighlights): void {
    for (const [at, counts] of this.#highlights.entries()) {
      const rows = highlights.filter((found) => found.includes(at)).length;
      counts.rows += rows;
      if (rows > 0) counts.mailboxes += 1;
    }
  }

  #has(...columns: readonly string[]): boolean {
    return columns.every((column) => this.#positions.has(column));
  }

  #count(cells: readonly Json[]): void {
    const cell = (column: string): Json | undefined => cells[this.#positions.get(column) ?? -1];
    for (const [column, distribution] of this.#distributions) distribution.add(cell(column));
    const status = cell('AutomaticReplyStatus');
    if (this.replies !== undefined) this.#replies.add(status, cell('AutomaticReplyExternalAudience'));
    const replies = { status, start: cell('AutomaticReplyStart'), end: cell('AutomaticReplyEnd') };
    if (isAway(replies, this.#when)) this.#away += 1;
    if (isOnOrScheduled(status)) this.#repliesOn += 1;
  }
}

/** The distribution of a column in the first report that has it; undefined if there is none or it is empty. */
export function firstDistribution(reports: readonly ReportCounts[], column: CountedColumn): Distribution | undefined {
  const [distribution] = reports.flatMap((report) => report.distribution(column) ?? []);
  return distribution === undefined || distribution.total === 0 ? undefined : distribution;
}
