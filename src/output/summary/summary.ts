import { appendFile } from 'node:fs/promises';
import { RENEWAL_DAYS } from '../../auth/sign-in.ts';
import { describeError, type ErrorCode } from '../../errors.ts';
import type { UnreadableStatus } from '../../graph/outcome.ts';
import { logText } from '../../runner/log.ts';
import { count, counted, duration, MAX_NAMES, someNames } from '../../text/numbers.ts';
import { resultSentence, runCounts, type Detail, type RunSummary } from '../run-summary.ts';
import type { Tally, UnreadableMailbox } from '../tally.ts';
import { REMEDIES } from '../unreadable-hints.ts';
import { comparisonLine, comparisonSection } from './comparison.ts';
import { folded, markdownCode, markdownLink, markdownTable, markdownText } from './markdown.ts';
import { policySection } from './policy.ts';
import { chartSections, settingTables } from './settings.ts';

/** GitHub drops a summary of more than 1 MiB per step; other programs of the step get the rest. */
export const MAX_SUMMARY_BYTES = 900 * 1024;
/** Entries of a list of mailboxes or exemptions. */
const MAX_LISTED = 1_000;

/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant has: lists of mailboxes and exemptions
 * are halved until it fits, and sections that still do not fit are omitted.
 */
export function summaryMarkdown(summary: RunSummary, detail: Detail): string {
  for (let max = MAX_LISTED; max > 0; max = Math.floor(max / 2)) {
    const text = sections(summary, detail, max).join('');
    if (Buffer.byteLength(text) < MAX_SUMMARY_BYTES) return text;
  }
  return fitting(sections(summary, detail, 0));
}

/** Sections that are complete by themselves. Lists have at most `max` entries. */
function sections(summary: RunSummary, detail: Detail, max: number): string[] {
  const { comparison, policy, reports } = summary;
  return [
    heading(summary),
    comparison === undefined ? '' : comparisonLine(comparison),
    counts(summary),
    comparison === undefined ? '' : comparisonSection(comparison, detail, max),
    policy === undefined ? '' : policySection(policy, detail, max),
    certificate(summary),
    warnings(summary),
    unreadableSection(summary.tally, detail, max),
    chartSections(reports),
    settingTables(reports),
    runSection(summary),
    links(summary),
  ];
}

function fitting(all: readonly string[]): string {
  let left = MAX_SUMMARY_BYTES - 1;
  const fits = all.filter((section) => {
    const bytes = Buffer.byteLength(section);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
  return fits.join('');
}

/** The summary of a run that failed before a mailbox was read. */
export function errorSummary(error: {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}): string {
  const { code, message, hint } = error;
  return `## Mailbox Report: error\n\n**${markdownCode(code)}:** ${markdownText(message)}\n\n${markdownText(hint)}\n`;
}

/**
 * Appends Markdown to the job summary of this step, the file GITHUB_STEP_SUMMARY; old servers have none. A failure is only
 * a warning, since the report is complete and the step may have another error to report.
 */
export async function writeStepSummary(
  core: { warning(message: string): void },
  env: Readonly<Record<string, string | undefined>>,
  markdown: string,
): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return;
  try {
    await appendFile(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
  } catch (error) {
    core.warning(logText(`The job summary could not be written: ${describeError(error)}`));
  }
}

function heading(summary: RunSummary): string {
  const { result, cancelled, message, hint, page } = summary;
  const sentence = markdownText(resultSentence(summary));
  return [
    `## Mailbox Report: ${result}${cancelled ? ' (cancelled)' : ''}\n\n`,
    `${message === '' ? sentence : `**${sentence}**`}\n\n`,
    hint === '' ? '' : `${markdownText(hint)}\n\n`,
    page === undefined
      ? ''
      : `**${markdownLink('Open the report page', page.url)}**: every mailbox, to sort, filter and search.\n\n`,
  ].join('');
}

function counts(summary: RunSummary): string {
  const all = runCounts(summary);
  const table = markdownTable(
    all.map(({ name }) => name),
    [all.map(({ number }) => count(number))],
  );
  return table + reportsTable(summary);
}

/** The counts above are enough for one report with a row per mailbox. */
function reportsTable({ reports }: RunSummary): string {
  if (reports.length === 1 && reports.every(({ found, read, isPreview }) => found === read && !isPreview)) return '';
  const rows = reports
    .slice(0, MAX_NAMES)
    .map(({ label, found, read, unreadable }) => [markdownText(label, 100), ...[found, read, unreadable].map(count)]);
  if (reports.length > rows.length) rows.push([`and ${count(reports.length - rows.length)} more`, '', '', '']);
  return markdownTable(['Report', 'Rows', 'Mailboxes read', 'Unreadable'], rows);
}

function certificate({ certificate }: RunSummary): string {
  if (certificate === undefined) return '';
  const { expiresOn, daysLeft, thumbprint } = certificate;
  const left = `${counted(daysLeft, 'day', 'days')} left`;
  const until = `until ${expiresOn.toISOString().slice(0, 10)}`;
  const text = `Certificate ${markdownCode(thumbprint)}: ${left}, ${until}.`;
  // If it ends soon, a warning says what to do.
  return daysLeft > RENEWAL_DAYS ? `${text}\n\n` : `**${text}**\n\n`;
}

function warnings({ warnings }: RunSummary): string {
  const shown = warnings.slice(0, MAX_NAMES).map((warning) => `- Warning: ${markdownText(warning, 500)}\n`);
  if (warnings.length > shown.length) shown.push(`- and ${count(warnings.length - shown.length)} more: see the log\n`);
  return shown.length === 0 ? '' : `${shown.join('')}\n`;
}

/** The unreadable mailboxes by cause, with what to do; at most `max` of a cause are listed. */
function unreadableSection(tally: Tally, detail: Detail, max: number): string {
  const { causes } = tally;
  if (causes.length === 0) return '';
  return `### Mailboxes that could not be read\n\n${causes.map((status) => cause(status, tally, detail, max)).join('')}`;
}

function cause(status: UnreadableStatus, tally: Tally, detail: Detail, max: number): string {
  const total = tally.unreadableBy(status);
  const start = `**${status}: ${counted(total, 'mailbox', 'mailboxes')}.** ${markdownText(REMEDIES[status])}\n\n`;
  if (detail === 'counts') return start;
  const listed = tally.unreadableMailboxes(status).slice(0, max);
  const hidden = total - listed.length;
  const more = hidden === 0 ? '' : `and ${count(hidden)} more: see the CSV\n\n`;
  if (listed.length === 0) return start + more;
  const table = markdownTable(['Mailbox', 'Listed at', 'Error'], listed.map(mailboxRow), false);
  return start + folded(counted(listed.length, 'mailbox', 'mailboxes'), table + more);
}

function mailboxRow({ address, file, line, error }: UnreadableMailbox): string[] {
  return [markdownCode(address), markdownText(`${file}, line ${line}`, 300), markdownText(error)];
}

function runSection({ durationMs, throttling, tally }: RunSummary): string {
  const { waits, waitedMs, refused } = throttling;
  const rate =
    durationMs > 0 && tally.total > 0 ? `, ${count((tally.total * 1000) / durationMs)} mailboxes a second` : '';
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
