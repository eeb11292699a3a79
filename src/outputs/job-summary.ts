import { appendFile } from 'node:fs/promises';
import { RENEWAL_DAYS } from '../auth/sign-in.ts';
import { describeError, type ErrorCode } from '../errors.ts';
import type { UnreadableStatus } from '../graph/outcome.ts';
import { logText } from '../run/log.ts';
import { count, counted, duration, MAX_NAMES, someNames } from '../text/numbers.ts';
import {
  baselineSentence,
  previewText,
  resultSentence,
  runCounts,
  type Detail,
  type RunSummary,
} from '../totals/run-summary.ts';
import type { MailboxCounts, UnreadableMailbox } from '../totals/mailbox-counts.ts';
import { REMEDIES } from '../totals/unreadable-hints.ts';
import { comparisonLine, comparisonSection } from './summary/comparison.ts';
import { findingsTable } from './summary/findings.ts';
import { folded, markdownCode, markdownLink, markdownTable, markdownText } from './markdown.ts';
import { exemptionsTable, offendersSection } from './summary/policy.ts';
import { settingTables } from './summary/settings.ts';

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
  const { comparison, policy, reports, mailboxes } = summary;
  return [
    heading(summary),
    comparison === undefined ? '' : comparisonLine(comparison),
    links(summary),
    previewLine(summary),
    findingsTable(summary),
    policy === undefined || detail === 'counts' ? '' : offendersSection(policy.verdicts, max),
    unreadableSection(mailboxes),
    urgentCertificate(summary),
    detail === 'counts' ? '' : unreadableLists(mailboxes, max),
    comparison === undefined ? '' : comparisonSection(comparison, detail, max),
    policy === undefined ? '' : exemptionsTable(policy.exemptions, detail, max),
    warnings(summary),
    settingTables(reports),
    runSection(summary),
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
 * Appends Markdown to the job summary of this step. A failure is only a warning, since the report is complete and the step
 * may have another error to report. `file`: '' if the server has no job summaries.
 */
export async function writeStepSummary(
  core: { warning(message: string): void },
  file: string,
  markdown: string,
): Promise<void> {
  if (file === '') return;
  try {
    await appendFile(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
  } catch (error) {
    core.warning(logText(`The job summary could not be written: ${describeError(error)}`));
  }
}

function heading(summary: RunSummary): string {
  const { result, cancelled, message, hint } = summary;
  const sentence = markdownText(resultSentence(summary));
  return [
    `## Mailbox Report: ${result}${cancelled ? ' (cancelled)' : ''}\n\n`,
    `${message === '' ? sentence : `**${sentence}**`}\n\n`,
    hint === '' ? '' : `${markdownText(hint)}\n\n`,
  ].join('');
}

function links({ page, artifact, place }: RunSummary): string {
  const all =
    artifact === undefined
      ? `Nothing was uploaded. On the runner: ${markdownCode(place)}`
      : `All files: ${markdownLink(artifact.name, artifact.url)}`;
  return page === undefined ? `${all}\n\n` : `**${markdownLink('Open the report page', page.url)}**. ${all}\n\n`;
}

function previewLine({ reports }: RunSummary): string {
  const text = previewText(reports);
  return text === undefined ? '' : `**Preview:** ${markdownText(text)}\n\n`;
}

function counts(summary: RunSummary): string {
  const all = runCounts(summary);
  const table = markdownTable(
    all.map(([name]) => name),
    [all.map(([, number]) => count(number))],
  );
  return table + reportsTable(summary);
}

/** The counts above are enough for one report with a row per mailbox. */
function reportsTable({ reports }: RunSummary): string {
  if (reports.length === 1 && reports.every(({ found, read, isPreview }) => found === read && !isPreview)) return '';
  const rows = reports
    .slice(0, MAX_NAMES)
    .map(({ label, found, unit, read, unreadable }) => [
      markdownText(label, 100),
      markdownText(counted(found, unit.singular, unit.plural), 100),
      ...[read, unreadable].map(count),
    ]);
  if (reports.length > rows.length) rows.push([`and ${count(reports.length - rows.length)} more`, '', '', '']);
  return markdownTable(['Report', 'Rows', 'Mailboxes read', 'Unreadable'], rows);
}

function certificateText({ certificate }: RunSummary): string {
  if (certificate === undefined) return '';
  const { expiresOn, daysLeft, thumbprint } = certificate;
  const left = `${counted(daysLeft, 'day', 'days')} left`;
  return `Certificate ${markdownCode(thumbprint)}: ${left}, until ${expiresOn.toISOString().slice(0, 10)}.`;
}

/** A warning says what to do. */
function urgentCertificate(summary: RunSummary): string {
  const { certificate } = summary;
  return certificate === undefined || certificate.daysLeft > RENEWAL_DAYS ? '' : `**${certificateText(summary)}**\n\n`;
}

function warnings({ warnings: all }: RunSummary): string {
  if (all.length === 0) return '';
  const shown = all.slice(0, MAX_NAMES).map((warning) => `- ${markdownText(warning, 500)}\n`);
  if (all.length > shown.length) shown.push(`- and ${count(all.length - shown.length)} more: see the log\n`);
  return folded(`Warnings: ${count(all.length)}`, `${shown.join('')}\n`);
}

/** How many mailboxes could not be read, by cause, with what to do. */
function unreadableSection(mailboxes: MailboxCounts): string {
  const { causes } = mailboxes;
  if (causes.length === 0) return '';
  const rows = causes.map((status) => [
    markdownCode(status),
    counted(mailboxes.unreadableBy(status), 'mailbox', 'mailboxes'),
    markdownText(REMEDIES[status]),
  ]);
  return `### Mailboxes that could not be read\n\n${markdownTable(['Cause', 'Found', 'What to do'], rows, false)}`;
}

/** The unreadable mailboxes in a fold for each cause, at most `max` of them. */
function unreadableLists(mailboxes: MailboxCounts, max: number): string {
  return mailboxes.causes.map((status) => unreadableList(status, mailboxes, max)).join('');
}

function unreadableList(status: UnreadableStatus, mailboxes: MailboxCounts, max: number): string {
  const total = mailboxes.unreadableBy(status);
  const listed = mailboxes.unreadableMailboxes(status).slice(0, max);
  const hidden = total - listed.length;
  const more = hidden === 0 ? '' : `and ${count(hidden)} more: see the CSV\n\n`;
  const table = markdownTable(['Mailbox', 'Listed at', 'Error'], listed.map(mailboxRow), false);
  return folded(`${status}: ${counted(total, 'mailbox', 'mailboxes')}`, (listed.length === 0 ? '' : table) + more);
}

function mailboxRow({ address, file, line, error }: UnreadableMailbox): string[] {
  return [markdownCode(address), markdownText(`${file}, line ${line}`, 300), markdownText(error)];
}

/** Counts, duration, throttling, certificate and what was read, in a fold. */
function runSection(summary: RunSummary): string {
  const { durationMs, throttling, mailboxes } = summary;
  const { waits, waitedMs, refused } = throttling;
  const rate =
    durationMs > 0 && mailboxes.total > 0 ? `, ${count((mailboxes.total * 1000) / durationMs)} mailboxes a second` : '';
  const throttled =
    waits === 0 && refused === 0
      ? 'No throttling.'
      : `Throttling: ${counted(waits, 'wait', 'waits')}, ${duration(waitedMs)} in all; ${counted(refused, 'request', 'requests')} refused.`;
  const sentences = `${throttled} ${certificateText(summary)}`.trim();
  return folded(
    `Run: ${counted(mailboxes.total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}${rate}`,
    `${counts(summary)}${sentences}\n\n${runList(summary)}\n`,
  );
}

function runList({ listFiles, reports, policy, runUrl }: RunSummary): string {
  const shown = (name: string): string => markdownText(name, 300);
  const names = reports.map(({ name }) => name);
  const baseline = policy?.baseline === undefined ? '' : `. ${markdownText(baselineSentence(policy.baseline))}`;
  return [
    `- Reports: ${someNames(names, shown)}\n`,
    listFiles.length === 0 ? '' : `- Mailbox lists: ${someNames(listFiles, shown)}\n`,
    policy === undefined ? '' : `- Policy: ${shown(policy.file)}${baseline}\n`,
    runUrl === undefined ? '' : `- ${markdownLink('This run', runUrl)}\n`,
  ].join('');
}
