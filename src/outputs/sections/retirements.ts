import type { Retirement } from '../../reports/retirements.ts';
import { shortened } from '../../text/display.ts';
import { count, counted, daysUntil, type EpochMs } from '../../text/numbers.ts';
import type { FoundRetirement } from '../../totals/retirement-counts.ts';
import type { Detail, RunSummary } from '../../totals/run-summary.ts';
import type { Block, Section } from './section.ts';

const OPEN_ROWS = 5;

/**
 * The retirements that are to come, or that affect or may affect a mailbox. Undefined if there is none. With `counts` no mailbox
 * is named.
 */
export function retirementsSection(
  { found, started }: NonNullable<RunSummary['retirements']>,
  detail: Detail,
): Section | undefined {
  const shown = found.filter(
    ({ retirement, affected, unknown }) => affected + unknown > 0 || isToCome(retirement, started),
  );
  if (shown.length === 0) return undefined;
  const affecting = shown.filter(({ affected }) => affected > 0).length;
  return {
    title: 'Retirements',
    folded: `Retirements: ${count(affecting)} with affected mailboxes`,
    blocks: shown.flatMap((one) => blocksOf(one, started, detail)),
  };
}

function blocksOf(
  { retirement, affected, unknown, mailboxes }: FoundRetirement,
  now: EpochMs,
  detail: Detail,
): Block[] {
  const { title, source, asOf, detect } = retirement;
  const number = affected === 0 ? 'No mailbox' : counted(affected, 'mailbox', 'mailboxes');
  const phrase = detect.found === 'are affected' && affected < 2 ? 'is affected' : detect.found;
  const isKnown = affected > 0 || unknown === 0;
  const more = affected > 0 ? 'more ' : '';
  const sentences = [
    `${dateSentence(retirement, now)}.`,
    ...(isKnown ? [`${number} ${phrase}.`] : []),
    ...(unknown === 0 ? [] : [`It is unknown for ${counted(unknown, `${more}mailbox`, `${more}mailboxes`)}.`]),
  ];
  const table = {
    label: title,
    columns: [{ name: 'Mailbox' }],
    open: OPEN_ROWS,
    more: affected - mailboxes.length,
    moreIn: `${detect.report}.csv`,
    unit: ['mailbox', 'mailboxes'] as const,
    rows: mailboxes.map((mailbox) => ({ cells: [{ mailbox }] })),
  };
  return [
    { heading: shortened(title, 200) },
    { paragraph: [`${sentences.join(' ')} `, { link: 'Source', url: source }, `, as of ${asOf}.`] },
    ...(detail === 'full' && mailboxes.length > 0 ? [{ table }] : []),
  ];
}

/** The next date, else the last: `Basic authentication for SMTP AUTH is off by default in 33 days`. */
function dateSentence({ what, dates: { announced, defaultOff, removed } }: Retirement, now: EpochMs): string {
  if (defaultOff !== undefined && !isPast(defaultOff, now)) return `${what} is off by default ${when(defaultOff, now)}`;
  if (removed !== undefined)
    return `${what} ${isPast(removed, now) ? `ended ${dated(removed)}` : `ends ${when(removed, now)}`}`;
  if (defaultOff !== undefined) return `${what} has been off by default since ${dayText(defaultOff)}`;
  return announced === undefined ? `${what} will end` : `${what} will end, as announced ${dated(announced)}`;
}

function isToCome({ dates: { defaultOff, removed } }: Retirement, now: EpochMs): boolean {
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
