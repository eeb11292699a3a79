import type { Block } from '../run/section.ts';
import { count, counted } from '../text/numbers.ts';
import { findingTrend, type PastRun } from '../totals/past-run.ts';
import type { PolicySummary } from '../totals/run-summary.ts';
import { mostFailedFirst } from './policy-sections.ts';
import { trendBlocks } from './run-trends.ts';

/** Rules with a chart; the rows files have the numbers of all. */
const MAX_RULES = 24;

/** How many mailboxes violate each rule. A rule that could not be decided for any mailbox has no count. */
export function ruleCounts({ verdicts }: PolicySummary): Readonly<Record<string, number>> {
  return Object.fromEntries(
    verdicts.rules.flatMap(({ rule, failed, warned, passed, known, exempt, inconclusive }) => {
      const decided = failed + warned + passed + known + exempt;
      return decided === 0 && inconclusive > 0 ? [] : [[countName(rule.id), failed + warned]];
    }),
  );
}

function countName(rule: string): string {
  return `rule: ${rule}`;
}

/** How often mailboxes violated each rule over the runs, for rules with violations in any of them. */
export function ruleTrends({ verdicts }: PolicySummary, runs: readonly PastRun[]): readonly Block[] {
  if (runs.length < 2) return [];
  const trends = verdicts.rules
    .toSorted(mostFailedFirst)
    .map(({ rule }) => findingTrend(rule.id, countName(rule.id)))
    .filter(({ of }) => runs.some(({ counts }) => (of(counts) ?? 0) > 0));
  if (trends.length === 0) return [];
  const line = `Each rule over ${counted(runs.length, 'run', 'runs')}`;
  const hidden = trends.length - MAX_RULES;
  return [
    ...trendBlocks('Mailboxes that violate each rule', runs, trends.slice(0, MAX_RULES), { line, of: 'all' }),
    ...(hidden > 0 ? [{ paragraph: `${count(hidden)} more rules have no chart.` }] : []),
  ];
}
