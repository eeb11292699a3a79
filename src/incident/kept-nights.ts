import { placeOf, type KeptReport, type MissingReport } from '../history/kept-report.ts';
import type { MailboxHistory, TimelineEntry } from '../history/mailbox-history.ts';
import { timeline } from '../history/timeline.ts';
import { mailboxList } from '../mailboxes/mailbox.ts';
import { NOT_READ, known, unknownBecause, type Known, type RowView, type UnknownValue } from '../reports/known.ts';
import { itemPositions, itemText } from '../reports/row-identity.ts';
import { viewOf } from '../reports/row-view.ts';
import { withKeptReport } from '../store/kept-report.ts';
import type { StoredMailbox } from '../store/rows-file.ts';
import { visibleLine } from '../text/display.ts';
import { counted, listed, someNames } from '../text/numbers.ts';

/** Mailboxes that are named. */
const MAX_UNREAD = 5;

/** A report that was kept, with the mailbox. */
export interface Night {
  readonly report: KeptReport;
  readonly mailbox: StoredMailbox;
}

/** What the kept reports say about the mailbox. */
export interface KeptNights {
  /** Where they were looked for, in words, such as `the folder reports`; undefined if nowhere. */
  readonly place: string | undefined;
  /** All reports of the tenant that could be read, the earliest first. */
  readonly reports: readonly KeptReport[];
  /** Those that have the mailbox, the earliest first. */
  readonly nights: readonly Night[];
  /** What changed from one report to the next, the earliest first. */
  readonly entries: readonly TimelineEntry[];
  /** The reports that cannot be used. */
  readonly missing: readonly MissingReport[];
  /** Where temporary files may be. */
  readonly tempFolder: string;
}

/** What kept reports say before the mailbox is read now. */
export interface ReadNights extends Omit<KeptNights, 'entries'> {
  readonly histories: readonly MailboxHistory[];
}

/** No report, because none is named or can be reached. */
export function noNights(missing: readonly MissingReport[]): ReadNights {
  return { place: undefined, reports: [], nights: [], histories: [], missing, tempFolder: '' };
}

/**
 * Reads what kept reports say about a mailbox.
 *
 * @param names all addresses by which a list may name the mailbox
 * @param onReport called before a report is read
 */
export async function readNights(
  place: string,
  { reports, missing }: { readonly reports: readonly KeptReport[]; readonly missing: readonly MissingReport[] },
  names: Iterable<string>,
  tempFolder: string,
  onReport: (report: KeptReport) => void,
): Promise<ReadNights> {
  const nights: Night[] = [];
  const subject = { addresses: [...names], target: undefined };
  const result = await timeline(reports, subject, tempFolder, onReport, (report, mailboxes) => {
    for (const mailbox of mailboxes.values()) nights.push({ report, mailbox });
  });
  return {
    place,
    reports: result.reports,
    nights,
    histories: result.mailboxes,
    missing: [...missing, ...result.damaged],
    tempFolder,
  };
}

/** What changed between kept reports, the earliest first. */
export function keptEntries({ histories }: ReadNights): readonly TimelineEntry[] {
  return histories.flatMap(({ entries }) => entries).toSorted((one, other) => startOf(one.to) - startOf(other.to));
}

/** The kept reports, followed by what the mailbox is now. */
export function withLiveNight(read: ReadNights, live: Night): KeptNights {
  const { histories, ...kept } = read;
  // Lists may have named the mailbox otherwise before: the latest night continues.
  const last = read.nights.at(-1)?.mailbox.address.toLowerCase();
  const history = histories.find(({ names }) => last !== undefined && names.has(last));
  history?.next(live.report, { ...live.report.run, list: mailboxList([]) }, live.mailbox, undefined);
  return { ...kept, entries: keptEntries(read) };
}

function startOf(report: KeptReport | undefined): number {
  return report?.run.run.started.getTime() ?? 0;
}

/** The last night that ended by a time, and has the rows of the mailbox in a report; undefined if there is none. */
export function nightBefore({ nights }: KeptNights, time: Date, report?: string): Night | undefined {
  return nights.findLast((night) => {
    const { ended } = night.report;
    return ended !== undefined && ended <= time && (report === undefined || rowsIn(night, report).isKnown);
  });
}

/** The rows of the mailbox in a report; unknown if the night did not read it. */
export function rowsIn(night: Night | undefined, report: string): Known<readonly RowView[]> {
  if (night === undefined) return NOT_READ;
  const at = night.report.run.reports.findIndex(({ name }) => name === report);
  const [stored, definition] = [night.mailbox.reports[at], night.report.run.reports[at]];
  if (stored === undefined || definition === undefined) return NOT_READ;
  if (stored.status !== 'ok') return unknownBecause('not-read', stored.error);
  return known(stored.rows.map((row) => viewOf(definition.columns, row)));
}

/** What changed in a report of the mailbox since a time: entries of reports that ended before it are left out. */
export function changesIn({ entries }: KeptNights, report: string, since: Date): readonly TimelineEntry[] {
  return entries.filter(
    (entry) =>
      entry.report === report && entry.kind !== 'gap' && entry.kind !== 'present' && (entry.to?.ended ?? since) > since,
  );
}

/** A cell of any mailbox in a kept report. */
export interface KeptCell {
  readonly mailbox: string;
  readonly report: string;
  /** What names the row; '' in a report with one row a mailbox. */
  readonly item: string;
  readonly column: string;
  /** The text that was looked for. */
  readonly text: string;
}

/**
 * The cells of a report that are one of some texts, without regard to case, or lists with one. Reads the whole report once.
 *
 * @param texts in lower case
 */
export async function cellsWith(
  report: KeptReport,
  texts: ReadonlySet<string>,
  tempFolder: string,
): Promise<readonly KeptCell[]> {
  const found: KeptCell[] = [];
  const marks = [...texts].map((text) => JSON.stringify(text).slice(1, -1).toLowerCase());
  const isCandidate = (_: string, line: string): boolean => {
    const lower = line.toLowerCase();
    return marks.some((mark) => lower.includes(mark));
  };
  await withKeptReport(placeOf(report.file), { tempFolder }, async (rows) => {
    for await (const mailbox of rows.mailboxes(isCandidate)) {
      for (const [at, { rows: stored }] of mailbox.reports.entries()) {
        const definition = report.run.reports[at];
        if (definition === undefined) continue;
        const positions = itemPositions(definition.item, definition.columns) ?? [];
        for (const row of stored) {
          const item = definition.manyRows ? itemText(positions, row) : '';
          for (const [column, cell] of row.cells.entries()) {
            const text = [cell].flat().find((one) => typeof one === 'string' && texts.has(one.toLowerCase()));
            if (typeof text !== 'string') continue;
            const name = definition.columns[column] ?? '';
            found.push({ mailbox: mailbox.address, report: definition.name, item, column: name, text });
          }
        }
      }
    }
  });
  return found;
}

/**
 * Which reports of some mailboxes a kept report could read, by `readKey`.
 *
 * @param mailboxes in lower case
 */
export async function readReports(
  report: KeptReport,
  mailboxes: ReadonlySet<string>,
  tempFolder: string,
): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  if (mailboxes.size === 0) return read;
  await withKeptReport(placeOf(report.file), { tempFolder }, async (rows) => {
    for await (const { address, reports } of rows.mailboxes((one) => mailboxes.has(one.toLowerCase()))) {
      for (const [at, { status }] of reports.entries())
        if (status === 'ok') read.add(readKey(address, report.run.reports[at]?.name ?? ''));
    }
  });
  return read;
}

/** A mailbox that was read in part. Quotation marks in texts are escaped, so that none of them is this. */
const UNREAD_PART = /"status":"(?!ok"|not-found")/;

/**
 * Why a kept report does not show everything about other mailboxes in some of its reports: it lacks a report, or could not read
 * mailboxes. A mailbox that does not exist has nothing to show.
 *
 * @param own names of the mailbox that is not another one, in lower case
 */
export async function unshownOf(
  report: KeptReport,
  names: readonly string[],
  own: ReadonlySet<string>,
  tempFolder: string,
): Promise<readonly UnknownValue<never>[]> {
  const has = report.run.reports.map(({ name }) => name);
  const lacked = names.filter((name) => !has.includes(name));
  const positions = names.map((name) => has.indexOf(name)).filter((at) => at !== -1);
  const unread: string[] = [];
  await withKeptReport(placeOf(report.file), { tempFolder }, async (rows) => {
    for await (const { address, reports } of rows.mailboxes((_, line) => UNREAD_PART.test(line))) {
      const isUnread = positions.some((at) => !['ok', 'not-found'].includes(reports[at]?.status ?? ''));
      if (isUnread && !own.has(address.toLowerCase())) unread.push(address);
    }
  });
  const shown = visibleLine(report.name);
  const lacks = `The report ${shown} does not have ${listed(lacked, 'and')} of other mailboxes.`;
  const mailboxes = someNames(unread, visibleLine, MAX_UNREAD);
  return [
    ...(lacked.length === 0 ? [] : [unknownBecause('not-read', lacks)]),
    ...(unread.length === 0
      ? []
      : [unknownBecause('not-read', `The report ${shown} could not read ${mailboxes} completely.`)]),
  ];
}

export function readKey(mailbox: string, report: string): string {
  return JSON.stringify([mailbox.toLowerCase(), report]);
}

/** The nights as a source of an answer: `reports of 29 nights`. */
export function nightsText({ nights }: KeptNights): string {
  return `reports of ${counted(nights.length, 'night', 'nights')}`;
}
