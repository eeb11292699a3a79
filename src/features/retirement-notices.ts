import type { Retirement } from '../reports/highlight.ts';
import { shortened } from '../text/display.ts';
import { count, counted, daysUntil, type EpochMs } from '../text/numbers.ts';
import type { ReportCounts } from '../totals/report-counts.ts';
import type { SummaryPart } from '../totals/run-summary.ts';
import type { Block, Detail, Section } from '../run/section.ts';

const OPEN_ROWS = 5;

/** The retirements of Microsoft, and the mailboxes that they affect. */
export const retirementNotices: SummaryPart = {
  sections: ({ reports, started }, { detail }) => [
    { section: retirementsSection(reports, started, detail), summary: 120, as: 'open', page: 100 },
  ],
};

interface CountedRetirement {
  readonly title: string;
  readonly report: string;
  readonly ends: Retirement;
  readonly affected: number;
  readonly possible: number;
  /** Some of the affected mailboxes. */
  readonly addresses: readonly string[];
}

/**
 * The retirements that are to come, or that affect or may affect a mailbox. Undefined if there is none. With `counts` no mailbox
 * is named.
 *
 * @param now when the run started
 */
export function retirementsSection(
  reports: readonly ReportCounts[],
  now: EpochMs,
  detail: Detail,
): Section | undefined {
  const retirements = reports
    .flatMap(({ name: report, retirements: all }) =>
      all.flatMap(({ title, ends, mailboxes: affected, possible, addresses }): CountedRetirement[] =>
        ends === undefined ? [] : [{ title, report, ends, affected, possible, addresses }],
      ),
    )
    .filter(({ ends, affected, possible }) => affected + possible > 0 || isToCome(ends, now))
    .toSorted((one, other) => one.ends.order - other.ends.order);
  if (retirements.length === 0) return undefined;
  const affecting = retirements.filter(({ affected }) => affected > 0).length;
  return {
    title: 'Retirements',
    folded: `Retirements: ${count(affecting)} with affected mailboxes`,
    blocks: retirements.flatMap((one) => blocksOf(one, now, detail)),
  };
}

function blocksOf(
  { title, report, ends, affected, possible, addresses }: CountedRetirement,
  now: EpochMs,
  detail: Detail,
): Block[] {
  const number = affected === 0 ? 'No mailbox' : counted(affected, 'mailbox', 'mailboxes');
  const isKnown = affected > 0 || possible === 0;
  const word = affected > 0 ? 'more ' : '';
  const sentences = [
    `${dateSentence(ends, now)}.`,
    ...(isKnown ? [`${number} ${ends.phrase}.`] : []),
    ...(possible === 0 ? [] : [`It is unknown for ${counted(possible, `${word}mailbox`, `${word}mailboxes`)}.`]),
  ];
  const table = {
    label: title,
    columns: [{ name: 'Mailbox' }],
    open: OPEN_ROWS,
    more: affected - addresses.length,
    moreIn: `${report}.csv`,
    unit: ['mailbox', 'mailboxes'] as const,
    rows: addresses.map((mailbox) => ({ cells: [{ mailbox }] })),
  };
  return [
    { heading: shortened(title, 200) },
    { paragraph: [`${sentences.join(' ')} `, { link: 'Source', url: ends.source }, `, as of ${ends.asOf}.`] },
    ...(detail === 'full' && addresses.length > 0 ? [{ table }] : []),
  ];
}

/** The next date, else the last: `Basic authentication for SMTP AUTH is off by default in 33 days`. */
function dateSentence({ what, announced, defaultOff, removed }: Retirement, now: EpochMs): string {
  if (defaultOff !== undefined && !isPast(defaultOff, now)) return `${what} is off by default ${when(defaultOff, now)}`;
  if (removed !== undefined)
    return `${what} ${isPast(removed, now) ? `ended ${dated(removed)}` : `ends ${when(removed, now)}`}`;
  if (defaultOff !== undefined) return `${what} has been off by default since ${dayText(defaultOff)}`;
  return announced === undefined ? `${what} will end` : `${what} will end, as announced ${dated(announced)}`;
}

function isToCome({ defaultOff, removed }: Retirement, now: EpochMs): boolean {
  return [defaultOff, removed].some((date) => date !== undefined && !isPast(date, now));
}

/** Whether a day, or the first day of a month, is over. */
function isPast(date: string, now: EpochMs): boolean {
  return daysUntil(date, now) < 0;
}

function when(date: string, now: EpochMs): string {
  if (isMonth(date)) return dated(date);
  const days = daysUntil(date, now);
  return days === 0 ? 'today' : `in ${counted(days, 'day', 'days')}`;
}

function dated(date: string): string {
  return `${isMonth(date) ? 'in' : 'on'} ${dayText(date)}`;
}

function dayText(date: string): string {
  if (!isMonth(date)) return date;
  return new Date(date).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function isMonth(date: string): boolean {
  return date.length === 7;
}
