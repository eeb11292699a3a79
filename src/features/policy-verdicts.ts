import type { Feature } from '../run/feature.ts';
import type { RowsOf } from '../reports/conditions.ts';
import { policyStage, rowsOfTables, tablePolicyStage } from '../run/policy-stage.ts';
import type { Run } from '../run/run.ts';
import type { Block, Tile } from '../run/section.ts';
import { count, counted } from '../text/numbers.ts';
import { findingTrend, type PastRun } from '../totals/past-run.ts';
import { allRuns } from '../totals/run-counts.ts';
import type { PolicySummary, SummaryPart } from '../totals/run-summary.ts';
import type { CountedVerdict } from '../totals/verdict-counts.ts';
import { correction, mostFailedFirst, rulesSection, violatingSection } from './policy-sections.ts';
import { trendBlocks } from './run-trends.ts';

/** Rules with a chart; the rows files have the numbers of all. */
const MAX_RULES = 24;

/** The verdicts of the policy. Undefined without a policy. */
export function policyVerdicts({ judge }: Run): Feature | undefined {
  if (judge === undefined) return undefined;
  let ofTables: RowsOf = () => undefined;
  return {
    ...policyPart,
    tableStage: (result, all) => {
      ofTables = rowsOfTables(all);
      return tablePolicyStage(judge)(result, all);
    },
    stage: policyStage(judge, (name) => ofTables(name)),
  };
}

/** The part of the summary about the rules, and the mailboxes that violate them. */
export const policyPart: SummaryPart = {
  sections: (summary, view) => {
    const { policy, lines } = summary;
    if (policy === undefined) return [];
    const violating = view.detail === 'full' ? violatingSection(policy, lines) : undefined;
    const rules = rulesSection(policy, view.detail);
    const inSummary = view.hasPage ? [...rules.blocks, ...correction(policy, 'summary')] : rules.blocks;
    const onPage = [...rules.blocks, ...correction(policy, 'page'), ...ruleTrends(policy, allRuns(summary))];
    return [
      { section: { ...rules, blocks: inSummary }, summary: 'rules', as: 'untitled' },
      { section: { ...rules, blocks: onPage }, page: 'rules' },
      { section: violating, summary: 'violations', as: 'folded', page: 'violations' },
    ];
  },
  trends: [findingTrend('Violations', 'violations'), findingTrend('Warnings', 'warnings')],
  counts: ({ policy }) => (policy === undefined ? {} : ruleCounts(policy)),
  tiles: ({ policy }) => (policy === undefined ? [] : verdictTiles(policy)),
};

function verdictTiles({ verdicts, baseline }: PolicySummary): readonly Tile[] {
  const tile = (verdict: CountedVerdict, view: string, noun: string): Tile => {
    const [number, findings] = [verdicts.total(verdict), verdicts.findings(verdict)];
    return {
      group: 'Result',
      number,
      unit: [noun, `${noun}s`],
      ...(findings === number ? {} : { note: counted(findings, 'finding', 'findings') }),
      rows: { report: 'violations', view },
    };
  };
  return [
    { ...tile('failed', 'fail', 'violation'), tone: 'bad', evenZero: true },
    { ...tile('warned', 'warn', 'warning'), tone: 'warn' },
    { ...tile('known', 'known', 'known violation'), evenZero: baseline !== undefined },
    tile('exempt', 'exempt', 'exempt violation'),
  ];
}

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
