import type { SourcePlace } from '../errors.ts';
import type { Json } from '../json.ts';
import { findingsIn, type ReportVerdict } from '../policy/verdict.ts';
import type { MailboxHighlights } from '../reports/conditions.ts';
import {
  isExchangeReport,
  reportLabel,
  unitOf,
  type ReportDefinition,
  type ReportHighlight,
  type Unit,
} from '../reports/definition.ts';
import { unreadableRow, type MailboxRows, type Row } from '../reports/rows.ts';
import { isOnOrScheduled, replyState } from '../text/automatic-replies.ts';
import { cellText, shortenedInside, shownText } from '../text/display.ts';
import type { EpochMs } from '../text/numbers.ts';

/** Columns whose values are counted in reports that have them. */
const COUNTED_COLUMNS = [
  ...(['AutomaticReplyStatus', 'AutomaticReplyExternalAudience', 'TimeZone', 'Language'] as const),
  ...(['UserPurpose', 'RecipientTypeDetails'] as const),
] as const;

/** The limits of sizes that are counted, in GB: the last is the quota of most licenses. */
const SIZES = [1, 10, 50, 100] as const;

/** Affected mailboxes of a retirement that are listed. */
const MAX_ADDRESSES = 1_000;

export type CountedColumn = (typeof COUNTED_COLUMNS)[number];

/** How often a highlight of a report was found. */
export interface HighlightCount extends ReportHighlight {
  /** Mailboxes with such a row. */
  mailboxes: number;
  /** Rows, without placeholders of mailboxes that have no item. */
  rows: number;
  /** Those of them that violate no rule of the policy by a column of the highlight. */
  unruled: number;
  /** Mailboxes that may have such a row. */
  possible: number;
  /** Of a retirement, the first 1,000 of these mailboxes. */
  readonly addresses: string[];
}

/** The rows that have a highlight, by its position among those of the report. */
export function highlightedRows(
  rows: MailboxRows,
  highlights: MailboxHighlights | undefined,
  at: number,
): readonly Row[] {
  return rows.filter((_, row) => highlights?.ofRows[row]?.includes(at) === true);
}

/** Counts what the summary and the report page show about one report. Memory is bounded. */
export class ReportCounts {
  readonly name: string;
  /** Whether the report is read from an API that Microsoft does not document. */
  readonly isExperimental: boolean;
  /** The name, marked if the report is experimental. */
  readonly label: string;
  /** Whether a mailbox can have several rows. */
  readonly manyRows: boolean;
  readonly unit: Unit;
  /** In the order of the definition, also those that were not found. */
  readonly highlights: readonly HighlightCount[];
  /** The other highlights of the definition: they follow, and are retirements. */
  readonly retirements: readonly HighlightCount[];
  /** How many items were found: mailboxes, rules, grants, folders. */
  found = 0;
  read = 0;
  unreadable = 0;
  readonly #when: EpochMs;
  /** Position of each column among the cells. Empty for a report of many rows per mailbox: these counts are of mailboxes. */
  readonly #positions: ReadonlyMap<string, number>;
  readonly #values: ReadonlyMap<string, ValueCounts>;
  /** The audiences outside of mailboxes whose automatic replies are always on, and scheduled and not over. */
  readonly #replies = { on: new ValueCounts(), scheduled: new ValueCounts() };
  readonly #blankColumns: BlankColumns;
  /** Mailboxes by `UsedGB`: up to each of `SIZES`, and above. */
  readonly #sizes = SIZES.map(() => 0).concat(0);
  #away = 0;

  /** Who is away at the time `when` is counted. */
  constructor(report: ReportDefinition, when: EpochMs) {
    this.name = report.name;
    this.label = reportLabel(report);
    this.isExperimental = isExchangeReport(report);
    this.manyRows = report.rows !== undefined;
    this.unit = unitOf(report);
    const counts = (report.highlights ?? []).map((highlight) => {
      return { ...highlight, mailboxes: 0, rows: 0, unruled: 0, possible: 0, addresses: [] };
    });
    this.highlights = counts.filter(({ ends }) => ends === undefined);
    this.retirements = counts.filter(({ ends }) => ends !== undefined);
    this.#when = when;
    this.#blankColumns = new BlankColumns(report);
    const columns = this.manyRows ? [] : Object.keys(report.columns);
    this.#positions = new Map(columns.map((column, at) => [column, at]));
    const counted = COUNTED_COLUMNS.filter((column) => this.#positions.has(column));
    this.#values = new Map(counted.map((column) => [column, new ValueCounts()]));
  }

  add(rows: MailboxRows, highlights?: MailboxHighlights, verdict?: ReportVerdict): void {
    if (highlights !== undefined) this.#addHighlights(rows, highlights, verdict);
    if (unreadableRow(rows) !== undefined) {
      this.unreadable += 1;
      return;
    }
    this.read += 1;
    this.#blankColumns.add(rows);
    for (const { content, cells } of rows) {
      if (content === 'none') continue;
      this.found += 1;
      if (!this.manyRows) this.#count(cells);
    }
  }

  /** Columns of a report file that were blank in every row. Undefined for built-in reports. */
  get blankNotice(): BlankNotice | undefined {
    return this.#blankColumns.notice();
  }

  /** The audiences of automatic replies. Undefined without these columns. */
  get replies(): { readonly on: ValueCounts; readonly scheduled: ValueCounts } | undefined {
    return this.#has('AutomaticReplyStatus', 'AutomaticReplyExternalAudience') ? this.#replies : undefined;
  }

  /** How many mailboxes reply automatically at the time. Undefined without the columns, or if no mailbox was read. */
  get away(): number | undefined {
    const has =
      this.#has('AutomaticReplyActive') ||
      this.#has('AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd');
    return has && this.read > 0 ? this.#away : undefined;
  }

  /** How many mailboxes reply automatically, or will at a later time. Undefined without the column, or if no mailbox was read. */
  get repliesOn(): number | undefined {
    const { on, scheduled } = this.#replies;
    return this.#has('AutomaticReplyStatus') && this.read > 0 ? on.total + scheduled.total : undefined;
  }

  /** Mailboxes by their size, as texts. Undefined without the column, or if no size is known. */
  get sizes(): readonly { readonly size: string; readonly mailboxes: number }[] | undefined {
    if (this.#sizes.every((mailboxes) => mailboxes === 0)) return undefined;
    const [least, most] = [SIZES[0], SIZES[SIZES.length - 1] ?? 0];
    return this.#sizes.map((mailboxes, at) => {
      const [from, to] = [SIZES[at - 1], SIZES[at]];
      const size =
        from === undefined ? `up to ${least} GB` : to === undefined ? `over ${most} GB` : `${from} to ${to} GB`;
      return { size, mailboxes };
    });
  }

  /** How often each value of a column occurs. Undefined if the report does not have the column. */
  values(column: CountedColumn): ValueCounts | undefined {
    return this.#values.get(column);
  }

  #addHighlights(rows: MailboxRows, highlights: MailboxHighlights, verdict: ReportVerdict | undefined): void {
    const all = [...this.highlights, ...this.retirements];
    for (const at of highlights.possible) {
      const counts = all[at];
      if (counts !== undefined) counts.possible += 1;
    }
    if (highlights.ofRows.every((positions) => positions.length === 0)) return;
    const findings = findingsIn(verdict);
    for (const [at, counts] of all.entries()) {
      const matches = highlightedRows(rows, highlights, at);
      if (matches.length === 0) continue;
      const ruled = new Set(findings.filter(({ column }) => Object.hasOwn(counts.when, column)).map(({ row }) => row));
      counts.rows += matches.length;
      counts.unruled += matches.filter((row) => !ruled.has(row)).length;
      counts.mailboxes += 1;
      if (counts.ends !== undefined && counts.addresses.length < MAX_ADDRESSES) {
        counts.addresses.push(rows[0].mailbox.address);
      }
    }
  }

  #has(...columns: readonly string[]): boolean {
    return columns.every((column) => this.#positions.has(column));
  }

  #count(cells: readonly Json[]): void {
    const cell = (column: string): Json | undefined => cells[this.#positions.get(column) ?? -1];
    for (const [column, values] of this.#values) values.add(cell(column));
    const used = cell('UsedGB');
    if (typeof used === 'number') {
      const limit = SIZES.findIndex((size) => used <= size);
      const at = limit === -1 ? SIZES.length : limit;
      this.#sizes[at] = (this.#sizes[at] ?? 0) + 1;
    }
    const status = cell('AutomaticReplyStatus');
    const replies = { status, start: cell('AutomaticReplyStart'), end: cell('AutomaticReplyEnd') };
    if (isOnOrScheduled(replies, this.#when)) {
      const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
      this.#replies[isScheduled ? 'scheduled' : 'on'].add(cell('AutomaticReplyExternalAudience'));
    }
    const isAway = this.#has('AutomaticReplyActive')
      ? cell('AutomaticReplyActive') === 'yes'
      : replyState(replies, this.#when) === 'active';
    if (isAway) this.#away += 1;
  }
}

/** Further distinct values of a column are counted together. */
const MAX_VALUES = 500;
const MAX_VALUE_LENGTH = 100;
/** Longer values are one value if they begin and end alike. */
const MAX_KEY_LENGTH = 1_000;

interface ValueCount {
  /** As it was spelled first, shortened to 100 characters; blank if the mailbox has no value. Hostile until escaped. */
  readonly value: string;
  count: number;
}

/**
 * How often each value of a column occurs. Values compare without case, since the case of Graph's enumerations varies
 * between responses. Memory is bounded whatever the tenant has.
 */
export class ValueCounts {
  total = 0;
  /** Cells whose value is not among `values`, since these are limited. */
  other = 0;
  readonly #values = new Map<string, ValueCount>();

  add(cell: Json | undefined): void {
    this.total += 1;
    const value = cellText(cell);
    const key = shortenedInside(value.toLowerCase(), MAX_KEY_LENGTH);
    const counts = this.#values.get(key);
    if (counts !== undefined) counts.count += 1;
    else if (this.#values.size >= MAX_VALUES) this.other += 1;
    else this.#values.set(key, { value: shortenedInside(value, MAX_VALUE_LENGTH), count: 1 });
  }

  /** The most frequent first; equally frequent ones in alphabetical order. */
  get values(): readonly ValueCount[] {
    return [...this.#values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}

/** What a report of the user did not find in any response, probably by mistake. */
interface BlankNotice {
  readonly message: string;
  readonly place: SourcePlace;
}

/** Finds the columns of a report file that are blank in every row, and `rows` that finds nothing, as the rows pass. */
export class BlankColumns {
  readonly #report: ReportDefinition;
  /** Columns that were blank so far, with their positions. Empty for built-in reports. */
  #blank: readonly { readonly name: string; readonly at: number }[];
  #mailboxes = 0;
  #items = 0;

  constructor(report: ReportDefinition) {
    this.#report = report;
    this.#blank = report.places === undefined ? [] : Object.keys(report.columns).map((name, at) => ({ name, at }));
  }

  add(rows: MailboxRows): void {
    if (this.#blank.length === 0 || unreadableRow(rows) !== undefined) return;
    this.#mailboxes += 1;
    for (const { content, cells } of rows) {
      if (content === 'none') continue;
      this.#items += 1;
      if (this.#blank.some(({ at }) => !hasNoValue(cells[at]))) {
        this.#blank = this.#blank.filter(({ at }) => hasNoValue(cells[at]));
      }
    }
  }

  /** Undefined for built-in reports, if no mailbox was read, and if every column has a value. */
  notice(): BlankNotice | undefined {
    const { name, places } = this.#report;
    const [first, ...others] = this.#blank;
    if (places === undefined || first === undefined || this.#mailboxes === 0) return undefined;
    if (this.#items === 0) {
      const message = `"rows" of the report "${name}" found nothing in the responses of ${this.#mailboxes} mailboxes.`;
      return { message, place: places.rows };
    }
    const names = [first, ...others].map((column) => shownText(column.name)).join(', ');
    const message = `${others.length === 0 ? 'Column' : 'Columns'} ${names} of the report "${name}" ${others.length === 0 ? 'is' : 'are'} blank in every row.`;
    return { message, place: places.columns.get(first.name) ?? places.rows };
  }
}

function hasNoValue(cell: unknown): boolean {
  return cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
}
