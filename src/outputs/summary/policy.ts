import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { VerdictCounts } from '../../totals/verdict-counts.ts';
import type { Offender } from '../../totals/shown-findings.ts';
import { findingText } from '../../policy/verdict.ts';
import { count, counted, someNames } from '../../text/numbers.ts';
import { byUrgency, exemptionState, type Detail } from '../../totals/run-summary.ts';
import { folded, markdownCode, markdownTable, markdownText } from '../markdown.ts';

const MAX_EXEMPTIONS = 100;
/** Patterns of an exemption. */
const MAX_PATTERNS = 5;
const MAX_OFFENDERS = 10;
/** Findings of an offender; violations.csv has all of them. */
const MAX_FINDINGS = 3;

/** The mailboxes with most violations: at most ten, and at most `max`. Markdown, of bounded length. */
export function offendersSection({ offenders, offenderCount }: VerdictCounts, max = Infinity): string {
  if (offenders.length === 0) return '';
  const rows = offenders.slice(0, Math.min(max, MAX_OFFENDERS)).map(offenderRow);
  const rest = offenderCount - rows.length;
  return [
    '### Most violations\n\n',
    rows.length === 0 ? '' : markdownTable(['Mailbox', 'Listed at', 'Found and expected'], rows, false),
    rest > 0 ? `and ${counted(rest, 'more mailbox', 'more mailboxes')}: see violations.csv\n\n` : '',
  ].join('');
}

function offenderRow({ address, file, line, findings, findingCount }: Offender): string[] {
  const shown = findings
    .slice(0, MAX_FINDINGS)
    .map((finding) => `${markdownCode(finding.rule)}: ${markdownText(findingText(finding))}`);
  if (findingCount > shown.length) shown.push(`and ${count(findingCount - shown.length)} more`);
  return [markdownCode(address), markdownText(`${file}, line ${line}`, 300), shown.join('<br>')];
}

/**
 * The exemptions in a fold, at most `max`. Under `counts` without mailboxes, and without the texts of people, which may name
 * some. Markdown, of bounded length.
 */
export function exemptionsTable(exemptions: readonly ExemptionUse[], detail: Detail, max = Infinity): string {
  if (exemptions.length === 0) return '';
  const header = ['Exemption', 'Last day', 'State', 'Covers', ...(detail === 'full' ? DETAILS : [])];
  const shown = byUrgency(exemptions).slice(0, Math.min(max, MAX_EXEMPTIONS));
  const rows = shown.map((use) => exemptionRow(use).slice(0, header.length));
  const rest = exemptions.length - shown.length;
  const more = rest > 0 ? `and ${count(rest)} more\n\n` : '';
  const table = rows.length === 0 ? '' : markdownTable(header, rows, false);
  return folded(exemptionsLine(exemptions), table + more);
}

const DETAILS: readonly string[] = ['Mailboxes', 'Reason', 'Owner'];

function exemptionRow(use: ExemptionUse): string[] {
  const { rule, mailboxes, reason, owner, expires } = use.exemption;
  const { usage, urgent } = exemptionState(use);
  const state = [usage, urgent === '' ? '' : `**${urgent}**`].filter((part) => part !== '').join(', ');
  const patterns = mailboxes.map(({ pattern }) => pattern);
  return [
    ...[markdownCode(rule), expires, state, count(use.covered)],
    ...[someNames(patterns, markdownCode, MAX_PATTERNS), markdownText(reason, 200), markdownText(owner, 100)],
  ];
}

/** Counts the exemptions that need a decision, so that they are seen without unfolding. */
function exemptionsLine(exemptions: readonly ExemptionUse[]): string {
  const counts = [
    { number: exemptions.filter(({ expired }) => expired).length, state: 'expired' },
    { number: exemptions.filter(({ endsSoon }) => endsSoon).length, state: 'ending soon' },
    { number: exemptions.filter(({ expired, usage }) => usage === 'unused' && !expired).length, state: 'unused' },
  ].filter(({ number }) => number > 0);
  const states = counts.map(({ number, state }) => `${count(number)} ${state}`).join(', ');
  return `Exemptions: ${count(exemptions.length)}${states === '' ? '' : ` (${states})`}`;
}
