import { trendBlocks, type RunColumn } from '../features/run-trends.ts';
import type { Feature } from '../run/feature.ts';
import type { Section } from '../run/section.ts';
import { counted } from '../text/numbers.ts';
import { countText, type PastRun, type Trend } from '../totals/past-run.ts';
import { allRuns } from '../totals/run-counts.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { severitiesText } from './change-counts.ts';

const NOT_READ: Trend = { name: 'Not read', of: ({ unreadable }) => unreadable };

const CHANGES: readonly RunColumn[] = [
  { name: 'New', of: newText },
  { name: 'Resolved', of: ({ resolved }) => countText(resolved) },
];

/** Runs without `newWarnings` counted those of any severity in `newViolations`. */
function newText({ newViolations: violations, newWarnings: warnings }: PastRun['counts']): string {
  if (violations === undefined || warnings === undefined) return countText(violations);
  return severitiesText({ violations, warnings, known: 0 });
}

/** How the counts developed over the last runs. */
export const history: Feature = {
  sections: (summary) => [{ section: historySection(summary), page: 'history' }],
};

/** Undefined without an earlier run. */
function historySection(summary: RunSummary): Section | undefined {
  const [first] = summary.history;
  if (first === undefined) return undefined;
  const runs = allRuns(summary);
  const all = counted(runs.length, 'run', 'runs');
  const trends = [...summary.parts.flatMap((part) => part.trends ?? []), NOT_READ];
  const title = 'History';
  return {
    title,
    note: `${all} since ${first.started.toISOString().slice(0, 10)}`,
    folded: `${title}: ${all}`,
    blocks: trendBlocks(title, runs, trends, { line: `Numbers of ${all}`, of: 'table' }, CHANGES),
  };
}
