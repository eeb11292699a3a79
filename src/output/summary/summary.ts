import type { ErrorCode } from '../../errors.ts';
import { RENEWAL_DAYS } from '../../auth/sign-in.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from './markdown.ts';
import { count, counted, duration } from '../../text/numbers.ts';
import { resultSentence } from '../result-sentence.ts';
import { MOST_NAMES, someNames } from '../some-names.ts';
import { chartSections } from './charts.ts';
import { distributionSections } from './distributions.ts';
import type { Detail, RunSummary } from './facts.ts';
import { policySection } from './policy.ts';
import { unreadSection } from './unread.ts';

/** GitHub drops a summary of more than 1 MiB a step; the rest is left to what others write in the same step. */
export const MOST_SUMMARY_BYTES = 900 * 1024;
const MOST_LISTED = 1_000;

/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant: lists of mailboxes and exemptions are
 * halved until it fits, and say how many more there are. Where even that is too much, sections that do not fit are left
 * out.
 */
export function summaryMarkdown(facts: RunSummary, detail: Detail): string {
  for (let most = MOST_LISTED; most > 0; most = Math.floor(most / 2)) {
    const summary = sections(facts, detail, most).join('');
    if (Buffer.byteLength(summary) < MOST_SUMMARY_BYTES) return summary;
  }
  return fitting(sections(facts, detail, 0));
}

/** Each is complete by itself. Lists have at most `most` entries. */
function sections(facts: RunSummary, detail: Detail, most: number): string[] {
  const { policy, reports } = facts;
  return [
    heading(facts),
    counts(facts),
    policy === undefined ? '' : policySection(policy, detail, most),
    certificate(facts),
    warnings(facts),
    unreadSection(facts.tally, detail, most),
    chartSections(reports),
    distributionSections(reports),
    circumstances(facts),
    links(facts),
  ];
}

/** In their order, those that there is still room for. */
function fitting(all: readonly string[]): string {
  let left = MOST_SUMMARY_BYTES - 1;
  const fits = all.filter((section) => {
    const bytes = Buffer.byteLength(section);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
  return fits.join('');
}

/** The summary where nothing could be read: what is wrong, and what to change. */
export function errorSummary(error: {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}): string {
  const { code, message, hint } = error;
  return `## Mailbox Report: error\n\n**${markdownCode(code)}:** ${markdownText(message)}\n\n${markdownText(hint)}\n`;
}

function heading(facts: RunSummary): string {
  const { result, cancelled, message, hint, page } = facts;
  const sentence = markdownText(resultSentence(facts));
  return [
    `## Mailbox Report: ${result}${cancelled ? ' (cancelled)' : ''}\n\n`,
    `${message === '' ? sentence : `**${sentence}**`}\n\n`,
    hint === '' ? '' : `${markdownText(hint)}\n\n`,
    page === undefined
      ? ''
      : `**${markdownLink('Open the report page', page.url)}**: every mailbox, to sort, filter and search.\n\n`,
  ].join('');
}

function counts(facts: RunSummary): string {
  const { mailboxCount, readCount, unreadCount, duplicateCount, reports, policy } = facts;
  const [away] = reports.flatMap((report) => report.away ?? []);
  const [on] = reports.flatMap((report) => report.repliesOn ?? []);
  const told: readonly [heading: string, number: number | undefined][] = [
    ['Mailboxes', mailboxCount],
    ['Read', readCount],
    ['Not read', unreadCount],
    ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
    ['Away now', readCount === 0 ? undefined : away],
    ['Replies on or scheduled', readCount === 0 ? undefined : on],
    ['Violations', policy?.tally.violationCount],
    ['Warnings', policy?.tally.warningCount],
    ['Exempt', policy?.tally.exemptCount],
  ];
  const known = told.flatMap(([heading, number]) => (number === undefined ? [] : [[heading, count(number)] as const]));
  const table = markdownTable(
    known.map(([heading]) => heading),
    [known.map(([, number]) => number)],
  );
  return table + reportsTable(facts);
}

/** One report of a row a mailbox is told by the counts above. */
function reportsTable({ reports }: RunSummary): string {
  if (reports.length === 1 && reports.every(({ found, read }) => found === read)) return '';
  const rows = reports
    .slice(0, MOST_NAMES)
    .map(({ name, found, read, unread }) => [markdownText(name, 100), ...[found, read, unread].map(count)]);
  if (reports.length > rows.length) rows.push([`and ${count(reports.length - rows.length)} more`, '', '', '']);
  return markdownTable(['Report', 'Rows', 'Mailboxes read', 'Not read'], rows);
}

function certificate({ certificate }: RunSummary): string {
  if (certificate === undefined) return '';
  const { expiresOn, daysLeft, thumbprint } = certificate;
  const left = `${counted(daysLeft, 'day', 'days')} left`;
  const until = `until ${expiresOn.toISOString().slice(0, 10)}`;
  // What to do about one that ends soon stands in the warning.
  const told = `Certificate ${markdownCode(thumbprint)}: ${left}, ${until}.`;
  return daysLeft > RENEWAL_DAYS ? `${told}\n\n` : `**${told}**\n\n`;
}

function warnings({ warnings }: RunSummary): string {
  const shown = warnings.slice(0, MOST_NAMES).map((warning) => `- Warning: ${markdownText(warning, 500)}\n`);
  if (warnings.length > shown.length) shown.push(`- and ${count(warnings.length - shown.length)} more: see the log\n`);
  return shown.length === 0 ? '' : `${shown.join('')}\n`;
}

function circumstances({ durationMs, throttling, readCount, unreadCount }: RunSummary): string {
  const { waits, waitedMs, refused } = throttling;
  const asked = readCount + unreadCount;
  const rate = durationMs > 0 && asked > 0 ? `, ${count((asked * 1000) / durationMs)} mailboxes a second` : '';
  const throttled =
    waits === 0 && refused === 0
      ? 'No throttling.'
      : `Throttling: ${counted(waits, 'wait', 'waits')}, ${duration(waitedMs)} in all; ${counted(refused, 'request', 'requests')} refused.`;
  return `### Run\n\n${duration(durationMs)}${rate}. ${throttled}\n\n`;
}

function links({ artifact, place, listFiles, reports, runUrl }: RunSummary): string {
  const shown = (name: string): string => markdownText(name, 300);
  const names = reports.map(({ name }) => name);
  return [
    artifact === undefined
      ? `- Nothing was uploaded. On the runner: ${markdownCode(place)}\n`
      : `- Artifact: ${markdownLink(artifact.name, artifact.url)}\n`,
    `- Reports: ${someNames(names, shown)}\n`,
    `- Mailbox lists: ${someNames(listFiles, shown)}\n`,
    runUrl === undefined ? '' : `- ${markdownLink('This run', runUrl)}\n`,
  ].join('');
}
