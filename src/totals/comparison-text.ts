import type { EarlierSource } from '../store/earlier-report.ts';
import { count, counted } from '../text/numbers.ts';
import type { ComparisonSummary } from './run-summary.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The earlier report: `run #41`, or its path. Hostile text until escaped. */
export function sourceText(source: EarlierSource): string {
  return source.kind === 'run' ? `run #${source.number}` : source.path;
}

/** The age of the earlier run in a parenthesis: ` (2 days ago)`; '' if unknown. */
export function ageText({ ageMs }: Pick<ComparisonSummary, 'ageMs'>): string {
  if (ageMs === undefined) return '';
  if (ageMs >= DAY) return ` (${counted(Math.floor(ageMs / DAY), 'day', 'days')} ago)`;
  if (ageMs >= HOUR) return ` (${counted(Math.floor(ageMs / HOUR), 'hour', 'hours')} ago)`;
  return ` (${counted(Math.max(0, Math.floor(ageMs / MINUTE)), 'minute', 'minutes')} ago)`;
}

/** What differs, in numbers: `3 new violations, 2 resolved, 14 mailboxes changed`. */
export function differenceText({
  counts,
  comparesViolations,
}: Pick<ComparisonSummary, 'counts' | 'comparesViolations'>): string {
  const { newViolationCount, resolvedCount, changedMailboxes, addedMailboxes, removedMailboxes } = counts;
  return [
    ...(comparesViolations
      ? [counted(newViolationCount, 'new violation', 'new violations'), `${count(resolvedCount)} resolved`]
      : []),
    `${counted(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
    ...(addedMailboxes === 0 ? [] : [`${count(addedMailboxes)} added`]),
    ...(removedMailboxes === 0 ? [] : [`${count(removedMailboxes)} removed`]),
  ].join(', ');
}
