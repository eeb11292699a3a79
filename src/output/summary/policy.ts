import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { Offender, PolicyTally, RuleCounts } from '../../policy/policy-tally.ts';
import { findingText } from '../../policy/verdict.ts';
import { count, counted, someNames } from '../../text/numbers.ts';
import {
  baselineSentence,
  byFailures,
  byUrgency,
  exemptionState,
  type Detail,
  type PolicySummary,
} from '../run-summary.ts';
import { folded, markdownCode, markdownTable, markdownText } from './markdown.ts';

const MAX_RULES = 50;
/** Rules that are shown without unfolding. */
const OPEN_RULES = 10;
const MAX_EXEMPTIONS = 100;
/** Patterns of an exemption. */
const MAX_PATTERNS = 5;
const MAX_TITLE_LENGTH = 200;
/** Offenders that are shown without unfolding. */
const OPEN_OFFENDERS = 5;
/** Findings of an offender; violations.csv has all of them. */
const MAX_FINDINGS = 3;

/**
 * A policy with the counts of its rules, the mailboxes with most violations, and the exemptions. Lists of mailboxes and
 * exemptions have at most `max` entries. Markdown, of bounded length.
 */
export function policySection(
  { file, tally, exemptions, baseline }: PolicySummary,
  detail: Detail,
  max = Infinity,
): string {
  return [
    `### Policy ${markdownText(file, 300)}\n\n`,
    rulesTable(tally.rules),
    baseline === undefined ? '' : `${markdownText(baselineSentence(baseline))}\n\n`,
    detail === 'full' ? offendersSection(tally, max) : '',
    exemptionsTable(exemptions, detail, Math.min(max, MAX_EXEMPTIONS)),
  ].join('');
}

function rulesTable(rules: readonly RuleCounts[]): string {
  if (rules.length <= OPEN_RULES) return rulesRows(rules);
  const sorted = rules.toSorted(byFailures);
  const next = sorted.slice(OPEN_RULES, MAX_RULES);
  const rest = rules.length - OPEN_RULES - next.length;
  const more = rest > 0 ? `and ${count(rest)} more\n\n` : '';
  return (
    rulesRows(sorted.slice(0, OPEN_RULES)) +
    folded(`The next ${counted(next.length, 'rule', 'rules')}`, rulesRows(next) + more)
  );
}

function rulesRows(rules: readonly RuleCounts[]): string {
  const rows = rules.map((counts) => {
    const { rule, passed, failed, warned, known, exempt, inconclusive } = counts;
    const title = rule.title === rule.id ? '' : ` ${markdownText(rule.title, MAX_TITLE_LENGTH)}`;
    return [
      `${ruleMark(counts)} ${markdownCode(rule.id)}${title}${rule.severity === 'warning' ? ' (warning)' : ''}`,
      ...[passed, failed + warned, known, exempt, inconclusive].map(count),
    ];
  });
  return markdownTable(['Rule', 'Passed', 'Failed', 'Known', 'Exempt', 'Inconclusive'], rows);
}

/** A rule without a conclusive verdict, or that applied to no mailbox, has not passed. */
function ruleMark({ passed, failed, warned, known, exempt, inconclusive }: RuleCounts): string {
  if (failed > 0) return '❌';
  if (warned > 0) return '⚠️';
  if (inconclusive > 0) return '❔';
  return passed + known + exempt === 0 ? '➖' : '✅';
}

function offendersSection({ offenders, offenderCount }: PolicyTally, max: number): string {
  if (offenders.length === 0) return '';
  const rows = offenders.slice(0, max).map(offenderRow);
  const next = rows.slice(OPEN_OFFENDERS);
  const rest = offenderCount - rows.length;
  return [
    '### Most violations\n\n',
    rows.length === 0 ? '' : offendersTable(rows.slice(0, OPEN_OFFENDERS)),
    next.length === 0 ? '' : folded(`The next ${counted(next.length, 'mailbox', 'mailboxes')}`, offendersTable(next)),
    rest > 0 ? `and ${counted(rest, 'more mailbox', 'more mailboxes')}: see violations.csv\n\n` : '',
  ].join('');
}

function offendersTable(rows: readonly (readonly string[])[]): string {
  return markdownTable(['Mailbox', 'Listed at', 'Found and expected'], rows, false);
}

function offenderRow({ address, file, line, findings, findingCount }: Offender): string[] {
  const shown = findings
    .slice(0, MAX_FINDINGS)
    .map((finding) => `${markdownCode(finding.rule)}: ${markdownText(findingText(finding))}`);
  if (findingCount > shown.length) shown.push(`and ${count(findingCount - shown.length)} more`);
  return [markdownCode(address), markdownText(`${file}, line ${line}`, 300), shown.join('<br>')];
}

/** Under `counts` without mailboxes, and without the texts of people, which may name some. */
function exemptionsTable(exemptions: readonly ExemptionUse[], detail: Detail, max: number): string {
  if (exemptions.length === 0) return '';
  const header = ['Exemption', 'Last day', 'State', 'Covers', ...(detail === 'full' ? DETAILS : [])];
  const shown = byUrgency(exemptions).slice(0, max);
  const rows = shown.map((use) => exemptionRow(use).slice(0, header.length));
  const rest = exemptions.length - shown.length;
  const more = rest > 0 ? `and ${count(rest)} more\n\n` : '';
  const table = rows.length === 0 ? '' : markdownTable(header, rows, false);
  return folded(exemptionsLine(exemptions), table + more);
}

const DETAILS: readonly string[] = ['Mailboxes', 'Reason', 'Owner'];

function exemptionRow(use: ExemptionUse): string[] {
  const { rule, mailboxes, reason, owner, expires } = use.exemption;
  const { need, urgent } = exemptionState(use);
  const state = [need, urgent === '' ? '' : `**${urgent}**`].filter((part) => part !== '').join(', ');
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
    { number: exemptions.filter(({ expired, need }) => need === 'unused' && !expired).length, state: 'unused' },
  ].filter(({ number }) => number > 0);
  const states = counts.map(({ number, state }) => `${count(number)} ${state}`).join(', ');
  return `Exemptions: ${count(exemptions.length)}${states === '' ? '' : ` (${states})`}`;
}
