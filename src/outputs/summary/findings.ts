import type { RuleCounts } from '../../totals/verdict-counts.ts';
import { count, counted } from '../../text/numbers.ts';
import type { HighlightCount, ReportCounts } from '../../totals/report-counts.ts';
import { byFailures, type RunSummary } from '../../totals/run-summary.ts';
import { folded, markdownCode, markdownTable, markdownText } from '../markdown.ts';

const MAX_RULES = 50;
/** Rules that are shown without unfolding. */
const OPEN_RULES = 10;
const MAX_HIGHLIGHTS = 100;
const MAX_TITLE_LENGTH = 200;

/**
 * The rules of the policy and the highlights of the reports, each with its counts and their units. Rules with failures come
 * first. Highlights that were not found are in a line below. Markdown, of bounded length.
 */
export function findingsTable({ policy, reports }: Pick<RunSummary, 'policy' | 'reports'>): string {
  const rules = policy?.verdicts.rules ?? [];
  const sorted = rules.length > OPEN_RULES ? rules.toSorted(byFailures) : rules;
  const next = sorted.slice(OPEN_RULES, MAX_RULES);
  const rest = rules.length - OPEN_RULES - next.length;
  const highlights = countedHighlights(reports).slice(0, MAX_HIGHLIGHTS);
  const found = highlights.filter(({ rows }) => rows > 0);
  const none = highlights.filter(({ rows }) => rows === 0).map(({ title }) => markdownText(title, MAX_TITLE_LENGTH));
  const open = [...sorted.slice(0, OPEN_RULES).map(ruleRow), ...found.map(highlightRow)];
  return [
    open.length === 0 ? '' : findings(open, policy === undefined ? 'Highlight' : 'Rule or highlight'),
    none.length === 0 ? '' : `Not found: ${none.join('; ')}.\n\n`,
    next.length === 0
      ? ''
      : folded(
          `The next ${counted(next.length, 'rule', 'rules')}`,
          findings(next.map(ruleRow), 'Rule') + (rest > 0 ? `and ${count(rest)} more\n\n` : ''),
        ),
  ].join('');
}

function findings(rows: readonly (readonly string[])[], kind: string): string {
  return markdownTable([kind, 'Found'], rows, false);
}

function ruleRow(counts: RuleCounts): string[] {
  const { rule, passed, failed, warned, known, exempt, inconclusive } = counts;
  const title = rule.title === rule.id ? '' : ` ${markdownText(rule.title, MAX_TITLE_LENGTH)}`;
  const broken = failed + warned;
  const others = Object.entries({ passed, known, exempt, inconclusive }).filter(([, mailboxes]) => mailboxes > 0);
  const states = [
    ...(broken === 0 ? [] : [`**${counted(broken, 'mailbox fails', 'mailboxes fail')}**`]),
    ...others.map(([state, mailboxes]) => `${count(mailboxes)} ${state}`),
  ];
  const severity = rule.severity === 'warning' ? ' (warning)' : '';
  return [
    `${ruleMark(counts)} ${markdownCode(rule.id)}${title}${severity}`,
    states.length === 0 ? 'applies to no mailbox' : states.join(', '),
  ];
}

/** A rule without a conclusive verdict, or that applied to no mailbox, has not passed. */
function ruleMark({ passed, failed, warned, known, exempt, inconclusive }: RuleCounts): string {
  if (failed > 0) return '❌';
  if (warned > 0) return '⚠️';
  if (inconclusive > 0) return '❔';
  return passed + known + exempt === 0 ? '➖' : '✅';
}

interface CountedHighlight extends HighlightCount {
  /** `190 inbox rules`; '' if a row is a mailbox. */
  readonly items: string;
}

/**
 * The highlights of reports that were read. Two reports may have the same one, such as replies without an end: it is shown
 * once if the counts are equal.
 */
function countedHighlights(reports: readonly ReportCounts[]): readonly CountedHighlight[] {
  const found = new Map<string, CountedHighlight>();
  for (const { read, unit, manyRows, highlights } of reports) {
    for (const highlight of highlights) {
      const { title, mailboxes, rows } = highlight;
      if (read === 0 && rows === 0) continue;
      const items = manyRows ? counted(rows, unit.singular, unit.plural) : '';
      const key = JSON.stringify([title, mailboxes, items]);
      if (!found.has(key)) found.set(key, { ...highlight, items });
    }
  }
  return [...found.values()];
}

function highlightRow({ title, mailboxes, items }: CountedHighlight): string[] {
  const names = [counted(mailboxes, 'mailbox', 'mailboxes'), ...(items === '' ? [] : [markdownText(items, 100)])];
  return [markdownText(title, MAX_TITLE_LENGTH), names.join(', ')];
}
