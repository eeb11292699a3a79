import type { SourcePlace } from '../errors.ts';
import type { Json } from '../json.ts';
import { findingsIn, type ReportVerdict } from '../policy/verdict.ts';
import type { MailboxHighlights } from '../reports/conditions.ts';
import { unitOf, type ReportDefinition, type Unit } from '../reports/definition.ts';
import type { CountedCells, CountedColumn, ReportHighlight } from '../reports/highlight.ts';
import { unreadableRow, type MailboxRows, type Row } from '../reports/rows.ts';
import { isExperimental, reportLabel } from '../reports/table.ts';
import { cellText, shortenedInside, shownText } from '../text/display.ts';

/** Affected mailboxes of a retirement that are listed. */
const MAX_AFFECTED = 1_000;

/** How many rows and mailboxes match a highlight of a report. */
export interface HighlightCount extends ReportHighlight {
  /** Mailboxes with such a row. */
  mailboxes: number;
  /** Rows, without placeholders of mailboxes that have no item. */
  rows: number;
  /** Those of them that violate no rule of the policy by a column of the highlight. */
  unruled: number;
  /** The ids of the rules that the others violate. */
  readonly rules: Set<string>;
  /** Mailboxes that may have such a row. */
  possible: number;
  /** Of a retirement, the first 1,000 of these mailboxes, each with the texts of `columns`. */
  readonly affected: (readonly [address: string, ...texts: readonly string[]])[];
}

/** Mailboxes whose automatic replies are on or scheduled, by the audience outside. */
interface RepliesCount extends NonNullable<CountedCells['replies']> {
  readonly on: ValueCounts;
  readonly scheduled: ValueCounts;
}

/** The rows that have a highlight, by its position among those of the report. */
export function highlightedRows(
  rows: MailboxRows,
  highlights: MailboxHighlights | undefined,
  position: number,
): readonly Row[] {
  return rows.filter((_, row) => highlights?.ofRows[row]?.includes(position) === true);
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
  /** In the order of the definition, also those without matches. */
  readonly highlights: readonly HighlightCount[];
  /** The highlights that are no finding: they follow in the definition. */
  readonly views: readonly HighlightCount[];
  /** The highlights that are retirements: they are the last. */
  readonly retirements: readonly HighlightCount[];
  /** How many there are of what rows are about: mailboxes, rules, grants, folders. */
  items = 0;
  read = 0;
  unreadable = 0;
  readonly #counts: CountedCells;
  /** Position of each column among the cells. */
  readonly #positions: ReadonlyMap<string, number>;
  readonly #values: ReadonlyMap<string, ValueCounts>;
  /** The audiences outside of mailboxes whose automatic replies are always on, and scheduled and not over. */
  readonly #replies = { on: new ValueCounts(), scheduled: new ValueCounts() };
  readonly #blankColumns: BlankColumns;
  /** Mailboxes by size: up to each of the limits, and above. */
  readonly #sizes: number[];

  constructor(report: ReportDefinition) {
    this.name = report.name;
    this.label = reportLabel(report);
    this.isExperimental = isExperimental(report);
    this.manyRows = report.rows !== undefined;
    this.unit = unitOf(report);
    const counts = (report.highlights ?? []).map((highlight) => {
      return { ...highlight, mailboxes: 0, rows: 0, unruled: 0, rules: new Set<string>(), possible: 0, affected: [] };
    });
    this.highlights = counts.filter(({ view, ends }) => view === undefined && ends === undefined);
    this.views = counts.filter(({ view }) => view !== undefined);
    this.retirements = counts.filter(({ ends }) => ends !== undefined);
    this.#blankColumns = new BlankColumns(report);
    this.#counts = report.counts ?? {};
    this.#positions = new Map(Object.keys(report.columns).map((column, index) => [column, index]));
    this.#values = new Map(this.countedColumns.map(({ column }) => [column, new ValueCounts()]));
    this.#sizes = [...(this.#counts.sizes?.limits ?? []), 0].map(() => 0);
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
      this.items += 1;
      this.#count(cells, highlights);
    }
  }

  /** Columns of a report file that were blank in every row. Undefined for built-in reports. */
  get blankNotice(): BlankNotice | undefined {
    return this.#blankColumns.notice();
  }

  /** The columns whose values are counted. */
  get countedColumns(): readonly CountedColumn[] {
    return this.#counts.values ?? [];
  }

  /** The audiences of automatic replies, and the column and the view with them. Undefined without these columns. */
  get replies(): RepliesCount | undefined {
    const { replies } = this.#counts;
    return replies && { ...replies, ...this.#replies };
  }

  /** Mailboxes by their size, as texts. Undefined without the column, or if no size is known. */
  get sizes(): readonly { readonly size: string; readonly mailboxes: number }[] | undefined {
    if (this.#sizes.every((mailboxes) => mailboxes === 0)) return undefined;
    const { limits = [] } = this.#counts.sizes ?? {};
    return this.#sizes.map((mailboxes, index) => {
      const [from, to] = [limits[index - 1], limits[index]];
      const size = from === undefined ? `up to ${to} GB` : to === undefined ? `over ${from} GB` : `${from} to ${to} GB`;
      return { size, mailboxes };
    });
  }

  /** How often each value of a column occurs. Undefined if it is not counted. */
  values(column: string): ValueCounts | undefined {
    return this.#values.get(column);
  }

  #addHighlights(rows: MailboxRows, highlights: MailboxHighlights, verdict: ReportVerdict | undefined): void {
    const all = [...this.highlights, ...this.views, ...this.retirements];
    for (const index of highlights.possible) {
      const counts = all[index];
      if (counts !== undefined) counts.possible += 1;
    }
    if (highlights.ofRows.every((positions) => positions.length === 0)) return;
    const findings = findingsIn(verdict);
    for (const [index, counts] of all.entries()) {
      const matches = highlightedRows(rows, highlights, index);
      if (matches.length === 0) continue;
      const ofHighlight = findings.filter(({ column }) => Object.hasOwn(counts.when, column));
      counts.rows += matches.length;
      for (const match of matches) {
        const ofRow = ofHighlight.filter(({ row }) => row === match);
        for (const { rule } of ofRow) counts.rules.add(rule.id);
        if (ofRow.length === 0) counts.unruled += 1;
      }
      counts.mailboxes += 1;
      if (counts.ends !== undefined && counts.affected.length < MAX_AFFECTED) {
        const [match] = matches;
        const texts = counts.columns.map((column) => cellText(match?.cells[this.#positions.get(column) ?? -1]));
        counts.affected.push([rows[0].mailbox.address, ...texts]);
      }
    }
  }

  #count(cells: readonly Json[], highlights: MailboxHighlights | undefined): void {
    const cell = (column = ''): Json | undefined => cells[this.#positions.get(column) ?? -1];
    for (const [column, values] of this.#values) values.add(cell(column));
    const { sizes, replies } = this.#counts;
    const size = cell(sizes?.column);
    if (sizes !== undefined && typeof size === 'number') {
      const limit = sizes.limits.findIndex((one) => size <= one);
      const index = limit === -1 ? sizes.limits.length : limit;
      this.#sizes[index] = (this.#sizes[index] ?? 0) + 1;
    }
    if (replies === undefined) return;
    const view = this.highlights.length + this.views.findIndex((one) => one.view?.key === replies.view);
    if (highlights?.ofRows[0]?.includes(view) !== true) return;
    const isScheduled = cellText(cell(replies.status)).toLowerCase() === 'scheduled';
    this.#replies[isScheduled ? 'scheduled' : 'on'].add(cell(replies.audience));
  }
}

/** A view of the first report of the run that has it and was read. */
export interface ViewCount {
  readonly report: string;
  readonly counts: HighlightCount;
  readonly view: NonNullable<HighlightCount['view']>;
}

/** How many mailboxes the views of the reports have, each view once. */
export function viewsOf(reports: readonly ReportCounts[]): readonly ViewCount[] {
  const views = new Map<string, ViewCount>();
  for (const { name: report, read, views: all } of reports) {
    for (const counts of read === 0 ? [] : all) {
      const { view } = counts;
      if (view !== undefined && !views.has(view.key)) views.set(view.key, { report, counts, view });
    }
  }
  return [...views.values()];
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
 * between responses. Only the first 500 values are kept, so that memory is bounded; `total` counts the others too.
 */
export class ValueCounts {
  total = 0;
  readonly #values = new Map<string, ValueCount>();

  add(cell: Json | undefined): void {
    this.total += 1;
    const value = cellText(cell);
    const key = shortenedInside(value.toLowerCase(), MAX_KEY_LENGTH);
    const counts = this.#values.get(key);
    if (counts !== undefined) counts.count += 1;
    else if (this.#values.size < MAX_VALUES)
      this.#values.set(key, { value: shortenedInside(value, MAX_VALUE_LENGTH), count: 1 });
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
    this.#blank =
      report.places === undefined ? [] : Object.keys(report.columns).map((name, index) => ({ name, at: index }));
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
