import { isAddress } from '../mailboxes/address.ts';
import type { Retirement } from '../reports/highlight.ts';
import { shortened } from '../text/display.ts';
import { count, counted, daysUntil, type EpochMs } from '../text/numbers.ts';
import type { HighlightCount, ReportCounts } from '../totals/report-counts.ts';
import type { SummaryPart } from '../totals/run-summary.ts';
import type { Block, Content, Section } from '../run/section.ts';

const OPEN_ROWS = 5;
/** Mailboxes are named if they are fewer than one in so many. */
const MIN_SHARE = 10;

/** The retirements of Microsoft, and the mailboxes that they affect. */
export const retirementNotices: SummaryPart = {
  sections: ({ reports, started }) => [
    { section: retirementsSection(reports, started, false), summary: 'retirements', as: 'open' },
    { section: retirementsSection(reports, started, true), page: 'retirements' },
  ],
};

interface CountedRetirement {
  readonly report: ReportCounts;
  readonly ends: Retirement;
  readonly counts: HighlightCount;
}

/**
 * The retirements that are to come, or that affect or may affect a mailbox, each in a line. Undefined if there is none.
 *
 * @param now when the run started
 * @param isPage whether mailboxes may be named
 */
export function retirementsSection(
  reports: readonly ReportCounts[],
  now: EpochMs,
  isPage: boolean,
): Section | undefined {
  const retirements = reports
    .flatMap((report) =>
      report.retirements.flatMap((counts): CountedRetirement[] =>
        counts.ends === undefined ? [] : [{ report, ends: counts.ends, counts }],
      ),
    )
    .filter(({ ends, counts: { mailboxes, possible } }) => mailboxes + possible > 0 || isToCome(ends, now))
    .toSorted((one, other) => one.ends.order - other.ends.order);
  if (retirements.length === 0) return undefined;
  const affecting = retirements.filter(({ counts }) => counts.mailboxes > 0).length;
  const lines = retirements.map((one) => ({ one, line: lineOf(one, now) }));
  return {
    title: 'Retirements',
    folded: `Retirements: ${count(affecting)} with affected mailboxes`,
    blocks: isPage
      ? lines.flatMap(({ one, line }): Block[] => [{ paragraph: line }, ...namesIn(one)])
      : [{ items: lines.map(({ line }) => line) }],
  };
}

/** What ends when, and how many mailboxes are affected. */
function lineOf({ report, ends, counts }: CountedRetirement, now: EpochMs): Content {
  const { title, mailboxes, possible } = counts;
  const number = mailboxes === 0 ? 'No mailbox' : counted(mailboxes, 'mailbox', 'mailboxes');
  const about = `${number} ${ends.phrase}`;
  const word = mailboxes > 0 ? 'more ' : '';
  const isCertain = mailboxes > 0 || possible === 0;
  return [
    { strong: shortened(title, 200) },
    `: ${dateSentence(ends, now)}. `,
    ...(isCertain ? [{ about, rows: { report: report.name, view: ends.view } }, '. '] : []),
    ...(possible === 0 ? [] : [`It is unknown for ${counted(possible, `${word}mailbox`, `${word}mailboxes`)}. `]),
    { link: 'Source', url: ends.source },
    `, as of ${ends.asOf}.`,
  ];
}

/** The affected mailboxes, if they are few, with the cells in which they differ, and with other addresses than those of the list. */
function namesIn({ report, counts: { title, mailboxes, affected, columns } }: CountedRetirement): readonly Block[] {
  if (mailboxes === 0 || mailboxes * MIN_SHARE >= report.read + report.unreadable) return [];
  const differing = columns.flatMap((name, at) => {
    const texts = affected.map(([, ...cells]) => cells[at] ?? '');
    const hasOther = affected.some(([mailbox], row) => isOtherAddress(texts[row] ?? '', mailbox));
    return hasOther || new Set(texts).size > 1 ? [{ name, texts }] : [];
  });
  const table = {
    label: title,
    columns: [{ name: 'Mailbox' }, ...differing.map(({ name }) => ({ name }))],
    open: OPEN_ROWS,
    more: mailboxes - affected.length,
    unit: ['mailbox', 'mailboxes'] as const,
    rows: affected.map(([mailbox], at) => ({
      cells: [{ mailbox }, ...differing.map(({ texts }) => shortened(texts[at] ?? '', 200))],
    })),
  };
  return [{ table }];
}

function isOtherAddress(text: string, mailbox: string): boolean {
  return isAddress(text) && text.toLowerCase() !== mailbox.toLowerCase();
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
