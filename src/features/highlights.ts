import type { ReportDefinition } from '../reports/definition.ts';
import type { Feature } from '../run/feature.ts';
import { rowsByReport } from '../run/mailbox-result.ts';
import type { Stage } from '../run/pipeline.ts';
import type { Run } from '../run/run.ts';
import type { Piece, Section, Tile } from '../run/section.ts';
import { shortened } from '../text/display.ts';
import { count, counted, type EpochMs } from '../text/numbers.ts';
import { highlightsOf, NOTHING_FOUND, type ListedHighlight } from '../totals/highlight-list.ts';
import type { PolicySummary, SummaryPart } from '../totals/run-summary.ts';
import type { RuleCounts } from '../totals/verdict-counts.ts';

const MAX_MISSING = 100;

/** The highlights of the reports: rows that people look for. They need no policy and never fail the step. */
export async function highlights({ reports, started }: Run): Promise<Feature> {
  return { ...highlightPart, stage: await highlightStage(reports, started) };
}

/** The part of the summary about the highlights. It leaves out those that a rule of the policy repeats. */
export const highlightPart: SummaryPart = {
  sections: ({ reports }) => {
    const { unruled, missing } = highlightsOf(reports);
    return [
      { section: unruled.length === 0 ? undefined : highlightsSection(unruled), summary: 'highlights', as: 'untitled' },
      { section: missing.length === 0 ? undefined : missingSection(missing), summary: 'nothing-found', as: 'folded' },
    ];
  },
  tiles: ({ reports, policy }) => highlightsOf(reports).all.map((one) => tileOf(one, policy)),
};

/** Adds to each row the highlights of its report. Undefined if no report has any. */
export async function highlightStage(reports: readonly ReportDefinition[], now: EpochMs): Promise<Stage | undefined> {
  if (reports.every(({ highlights: list = [] }) => list.length === 0)) return undefined;
  const { compileHighlights } = await import('../reports/conditions.ts');
  const compiled = new Map(reports.map((report) => [report, compileHighlights(report, now, reports)]));
  return (result) => {
    const rowsOf = rowsByReport(result.reports);
    return {
      ...result,
      reports: result.reports.map((report) => ({
        ...report,
        highlights: compiled.get(report.definition)?.(report.rows, rowsOf),
      })),
    };
  };
}

/** How many rows match each highlight. */
export function highlightsSection(list: readonly ListedHighlight[]): Section {
  const rows = list.map(({ title, mailboxes, items }) => {
    const number = counted(mailboxes, 'mailbox', 'mailboxes');
    return { cells: [shortened(title, 200), items === '' ? number : `${number}, ${shortened(items, 100)}`] };
  });
  const columns = [{ name: 'Highlight' }, { name: 'Found' }];
  const table = { label: 'Highlights', columns, rows, unit: ['highlight', 'highlights'] as const };
  return { title: 'Highlights', folded: `Highlights: ${count(list.length)}`, blocks: [{ table }] };
}

/** The highlights that no mailbox has. */
function missingSection(titles: readonly string[]): Section {
  const pieces = titles.slice(0, MAX_MISSING).flatMap((title): Piece[] => ['; ', shortened(title, 200)]);
  const folded = `${NOTHING_FOUND}: ${count(titles.length)}`;
  return { title: NOTHING_FOUND, folded, blocks: [{ paragraph: [...pieces.slice(1), '.'] }] };
}

function tileOf(
  { title, topic, counted: unit, mailboxes, items, report, at, rules }: ListedHighlight,
  policy: PolicySummary | undefined,
): Tile {
  const ofRules = (policy?.verdicts.rules ?? []).filter(({ rule }) => rules.includes(rule.id));
  const note = [items, ...ofRules.map(ruleText)].filter((part) => part !== '').join('; ');
  return {
    group: topic ?? 'Other',
    number: mailboxes,
    tone: ofRules.some(({ failed }) => failed > 0) ? 'bad' : 'warn',
    unit: unit ?? [`mailbox: ${title}`, `mailboxes: ${title}`],
    ...(note === '' ? {} : { note }),
    rows: { report, highlight: at },
  };
}

/** What a rule found, in numbers of mailboxes: `rule no-pop: 4 failed, 1 exempt`. */
function ruleText({ rule, failed, warned, known, exempt }: RuleCounts): string {
  const results = Object.entries({ failed, warned, known, exempt }).filter(([, number]) => number > 0);
  return `rule ${rule.id}: ${results.map(([result, number]) => `${count(number)} ${result}`).join(', ')}`;
}
