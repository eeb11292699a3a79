import { appendFile } from 'node:fs/promises';
import { copyInOrder, describeError, withoutCode, type UserError } from '../errors.ts';
import type { Shard } from '../mailboxes/shard.ts';
import { logText } from '../run/log.ts';
import type { RunResult } from '../run/result.ts';
import { count, counted, duration } from '../text/numbers.ts';
import type { MailboxCounts } from '../totals/mailbox-counts.ts';
import type { CertificateSummary, RunSummary } from '../totals/run-summary.ts';
import {
  blocksMarkdown,
  contentMarkdown,
  folded,
  foldedSection,
  markdownCode,
  markdownCopies,
  markdownLines,
  markdownLink,
  markdownText,
  openSection,
  tableMarkdown,
} from './markdown.ts';
import {
  certificateText,
  isExpiring,
  experimentalText,
  reportsTable,
  resultSentence,
  resultText,
  runCounts,
  runFacts,
} from './sections/run.ts';
import { placedSections } from './sections/placed-sections.ts';
import { SUMMARY_PLACES, type Detail, type PlacedSection, type Section } from '../run/section.ts';

/** GitHub drops a summary of more than 1 MiB per step; other programs of the step get the rest. */
export const MAX_SUMMARY_BYTES = 900 * 1024;
/** Rows of a table. The page and the CSVs have the others. */
const MAX_ROWS = 20;

/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant has: sections that do not fit are omitted.
 */
export function summaryMarkdown(summary: RunSummary, detail: Detail): string {
  let left = MAX_SUMMARY_BYTES - 1;
  const fits = partsOf(summary, detail).filter((part) => {
    const bytes = Buffer.byteLength(part);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
  return fits.join('');
}

/** Parts that are complete by themselves. */
function partsOf(summary: RunSummary, detail: Detail): readonly string[] {
  const sections = placedSections(summary, { detail, hasPage: summary.page !== undefined }).flatMap(
    ({ section, summary: at, as = 'open' }) =>
      section === undefined || at === undefined ? [] : [{ at, text: RENDERERS[as](section) }],
  );
  const others = [
    { at: 'result', text: heading(summary) },
    { at: 'links', text: links(summary) },
    { at: 'experimental', text: experimentalLine(summary) },
    { at: 'certificate', text: urgentCertificate(summary) },
    { at: 'run', text: runSection(summary) },
  ];
  const all = [...others, ...sections];
  return SUMMARY_PLACES.flatMap((place) => all.filter(({ at }) => at === place).map(({ text }) => text));
}

const RENDERERS: Readonly<Record<NonNullable<PlacedSection['as']>, (section: Section) => string>> = {
  untitled: (section) => blocksMarkdown(section.blocks, MAX_ROWS),
  open: (section) => openSection(section, MAX_ROWS),
  folded: (section) => (section.blocks.length === 0 ? '' : foldedSection(section, MAX_ROWS)),
};

/** The summary of a run that failed before a mailbox was read. */
export function errorSummary(error: UserError): string {
  const what = `**${markdownCode(error.code)}:** ${markdownText(withoutCode(error))}`;
  return `## Mailbox Report: error\n\n${what}\n\n${adviceMarkdown(error)}`;
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
    core.warning(logText(`The summary could not be written: ${describeError(error)}`));
  }
}

/** The job summary of a shard in GitHub's Markdown. It names no mailbox: the merge action's does. */
export function shardSummary({
  shard: { number, of },
  result: { result, reason },
  mailboxes,
}: {
  readonly shard: Shard;
  readonly result: RunResult;
  readonly mailboxes: MailboxCounts;
}): string {
  return [
    `## Mailbox Report: shard ${number} of ${of}${result === 'pass' ? '' : `, ${result}`}\n\n`,
    reason === undefined ? '' : `**${markdownText(reason.message)}**\n\n${adviceMarkdown(reason)}`,
    `${count(mailboxes.read)} of ${counted(mailboxes.total, 'mailbox', 'mailboxes')} read`,
    mailboxes.unreadable === 0 ? '' : `; not read: ${mailboxes.causesText}`,
    '. The merge action reports on all shards.\n',
  ].join('');
}

function heading(summary: RunSummary): string {
  const { message } = summary;
  const sentence = markdownText(resultSentence(summary));
  return [
    `## Mailbox Report: ${resultText(summary)}\n\n`,
    `${message === '' ? sentence : `**${sentence}**`}\n\n`,
    adviceMarkdown(summary),
  ].join('');
}

/** The hint, and the texts to copy. */
function adviceMarkdown({ hint, copy = [] }: Pick<RunSummary, 'hint' | 'copy'>): string {
  const [first, others] = copyInOrder(copy);
  return markdownCopies(first) + (hint === '' ? '' : `${markdownLines(hint)}\n\n`) + markdownCopies(others);
}

function links({ page, artifact, place }: RunSummary): string {
  const all =
    artifact === undefined
      ? `Files: ${markdownCode(place)}`
      : `All files: ${markdownLink(artifact.name, artifact.url)}`;
  return page === undefined ? `${all}\n\n` : `**${markdownLink('Open the report page', page.url)}**. ${all}\n\n`;
}

function experimentalLine(summary: RunSummary): string {
  const text = experimentalText(summary);
  return text === undefined ? '' : `**Experimental:** ${markdownText(text)}\n\n`;
}

function certificateSentence(certificate: CertificateSummary): string {
  return `Certificate ${markdownCode(certificate.thumbprint)}: ${certificateText(certificate)}.`;
}

/** A warning says what to do. */
function urgentCertificate({ certificate }: RunSummary): string {
  return certificate !== undefined && isExpiring(certificate) ? `**${certificateSentence(certificate)}**\n\n` : '';
}

/** Counts, duration, throttling, certificate and what was read, in a fold. */
function runSection(summary: RunSummary): string {
  const { durationMs, throttling, mailboxes, certificate, reports } = summary;
  const { waits, waitedMs, refused } = throttling;
  const isMeasured = durationMs > 0 && mailboxes.total > 0;
  const rate = isMeasured ? `, ${count((mailboxes.total * 1000) / durationMs)} mailboxes a second` : '';
  const throttled =
    waits === 0 && refused === 0
      ? 'No throttling.'
      : `Throttling: ${counted(waits, 'wait', 'waits')}, ${duration(waitedMs)} in all; ${counted(refused, 'request', 'requests')} refused.`;
  const ofReports = reportsTable(reports, summary.tables);
  const tables = [runCounts(summary), ofReports].filter((table) => table !== undefined);
  const facts = runFacts(summary).filter(([name]) => ofReports === undefined || name !== 'Reports');
  return folded(
    `Run: ${counted(mailboxes.total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}${rate}`,
    [
      ...tables.map((table) => tableMarkdown(table, MAX_ROWS)),
      `${throttled}${certificate === undefined ? '' : ` ${certificateSentence(certificate)}`}\n\n`,
      ...facts.map(([name, value]) => `- ${name}: ${contentMarkdown(value)}\n`),
      '\n',
    ].join(''),
  );
}
