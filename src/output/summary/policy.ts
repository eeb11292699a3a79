import type { ExemptionUse, Need } from '../../policy/exemptions.ts';
import type { Offender, PolicyTally, RuleCounts } from '../../policy/policy-tally.ts';
import { findingText } from '../../policy/verdict.ts';
import { folded, markdownCode, markdownTable, markdownText } from './markdown.ts';
import { someNames } from '../some-names.ts';
import { count, counted } from '../../text/numbers.ts';
import type { Detail, PolicyFacts } from './facts.ts';

const MOST_RULES = 50;
/** How many rules stand open; the others fold. */
const OPEN_RULES = 10;
const MOST_EXEMPTIONS = 100;
const MOST_PATTERNS = 5;
const LONGEST_TITLE = 200;
/** How many offenders stand open; the others fold. */
const OPEN_OFFENDERS = 5;
/** Of one mailbox; violations.csv has them all. */
const MOST_FINDINGS = 3;

/**
 * What came of a policy: its rules, the mailboxes with most violations, and its exemptions. Mailboxes and exemptions are
 * `most` at most, where that is less than there is room for otherwise. Markdown, bounded whatever the tenant.
 */
export function policySection(
  { file, tally, exemptions }: PolicyFacts,
  detail: Detail,
  most = Number.POSITIVE_INFINITY,
): string {
  return [
    `### Policy ${markdownText(file, 300)}\n\n`,
    rulesTable(tally.rules),
    detail === 'full' ? offenders(tally, most) : '',
    exemptionsTable(exemptions, detail, Math.min(most, MOST_EXEMPTIONS)),
  ].join('');
}

/** Of many, those that most mailboxes break stand open. */
function rulesTable(rules: readonly RuleCounts[]): string {
  if (rules.length <= OPEN_RULES) return rulesRows(rules);
  const sorted = rules.toSorted(worstFirst);
  const next = sorted.slice(OPEN_RULES, MOST_RULES);
  const rest = rules.length - OPEN_RULES - next.length;
  const more = rest > 0 ? `and ${count(rest)} more\n\n` : '';
  return (
    rulesRows(sorted.slice(0, OPEN_RULES)) +
    folded(`The next ${counted(next.length, 'rule', 'rules')}`, rulesRows(next) + more)
  );
}

function rulesRows(rules: readonly RuleCounts[]): string {
  const rows = rules.map(({ rule, passed, failed, warned, exempt, inconclusive }) => [
    `${mark({ passed, failed, warned, exempt, inconclusive })} ${markdownCode(rule.id)}` +
      (rule.title === rule.id ? '' : ` ${markdownText(rule.title, LONGEST_TITLE)}`) +
      (rule.severity === 'warning' ? ' (warning)' : ''),
    ...[passed, failed + warned, exempt, inconclusive].map(count),
  ]);
  return markdownTable(['Rule', 'Passed', 'Failed', 'Exempt', 'Inconclusive'], rows);
}

/** Orders rules: those that most mailboxes break first, then those of which most is not known. */
export function worstFirst(one: RuleCounts, other: RuleCounts): number {
  return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}

/** Of what is not known, nothing passed; and neither of a rule that concerns nobody. */
function mark({ passed, failed, warned, exempt, inconclusive }: Omit<RuleCounts, 'rule'>): string {
  if (failed > 0) return '❌';
  if (warned > 0) return '⚠️';
  if (inconclusive > 0) return '❔';
  return passed + exempt === 0 ? '➖' : '✅';
}

function offenders({ offenders: all, offenderCount }: PolicyTally, most: number): string {
  if (all.length === 0) return '';
  const rows = all.slice(0, most).map(offenderRow);
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
  const told = findings
    .slice(0, MOST_FINDINGS)
    .map((finding) => `${markdownCode(finding.rule)}: ${markdownText(findingText(finding))}`);
  if (findingCount > told.length) told.push(`and ${count(findingCount - told.length)} more`);
  return [markdownCode(address), markdownText(`${file}, line ${line}`, 300), told.join('<br>')];
}

/** Whether an exemption is needed, in words. */
export const NEEDS: Readonly<Record<Need, string>> = { 'in-use': 'in use', unused: 'unused', unknown: 'not known' };

function stateOf({ expired, endsSoon, daysLeft, need }: ExemptionUse): string {
  if (expired) return '**expired**';
  return endsSoon ? `${NEEDS[need]}, **${counted(daysLeft, 'day', 'days')} left**` : NEEDS[need];
}

/** Those of which somebody has to do something come first; of each kind, in the policy's order. */
export function mostUrgentFirst(exemptions: readonly ExemptionUse[]): readonly ExemptionUse[] {
  return exemptions.toSorted((one, other) => urgency(one) - urgency(other));
}

function urgency({ expired, endsSoon, need }: ExemptionUse): number {
  if (expired) return 0;
  if (endsSoon) return 1;
  return need === 'unused' ? 2 : 3;
}

/** Under `counts` neither mailboxes nor what people wrote of them. */
function exemptionsTable(exemptions: readonly ExemptionUse[], detail: Detail, most: number): string {
  if (exemptions.length === 0) return '';
  const header = ['Exemption', 'Last day', 'State', 'Covers'];
  const shown = mostUrgentFirst(exemptions).slice(0, most);
  const rows = shown.map((use) => {
    const { rule, mailboxes, reason, owner, expires } = use.exemption;
    const row = [markdownCode(rule), expires, stateOf(use), count(use.covered)];
    if (detail === 'counts') return row;
    const patterns = mailboxes.map(({ pattern }) => pattern);
    return [
      ...row,
      someNames(patterns, markdownCode, MOST_PATTERNS),
      markdownText(reason, 200),
      markdownText(owner, 100),
    ];
  });
  const rest = exemptions.length - shown.length;
  const more = rest > 0 ? `and ${count(rest)} more\n\n` : '';
  const full = detail === 'full' ? ['Mailboxes', 'Reason', 'Owner'] : [];
  const table = rows.length === 0 ? '' : markdownTable([...header, ...full], rows, false);
  return folded(exemptionsLine(exemptions), table + more);
}

/** What somebody has to do something about is told without opening it. */
function exemptionsLine(exemptions: readonly ExemptionUse[]): string {
  const told = [
    { number: exemptions.filter(({ expired }) => expired).length, state: 'expired' },
    { number: exemptions.filter(({ endsSoon }) => endsSoon).length, state: 'ending soon' },
    { number: exemptions.filter(({ expired, need }) => need === 'unused' && !expired).length, state: 'unused' },
  ].filter(({ number }) => number > 0);
  const states = told.map(({ number, state }) => `${count(number)} ${state}`).join(', ');
  return `Exemptions: ${count(exemptions.length)}${states === '' ? '' : ` (${states})`}`;
}
