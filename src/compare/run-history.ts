import type { Feature } from '../run/feature.ts';
import type { Section, TableRow } from '../run/section.ts';
import { count, counted } from '../text/numbers.ts';
import { storedCounts, type PastRun } from '../totals/run-counts.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { severitiesText } from './change-counts.ts';

type RunCounts = PastRun['counts'];

const COUNTS: readonly {
  readonly name: string;
  readonly of: (counts: RunCounts) => number | undefined;
  readonly text?: (counts: RunCounts) => string | undefined;
}[] = [
  { name: 'Violations', of: ({ violations }) => violations },
  { name: 'Warnings', of: ({ warnings }) => warnings },
  { name: 'New', of: newCount, text: newText },
  { name: 'Resolved', of: ({ resolved }) => resolved },
  { name: 'Not read', of: ({ unreadable }) => unreadable },
];

/** Of rules of any severity. Runs without `newWarnings` counted both in `newViolations`. */
function newCount({ newViolations, newWarnings = 0 }: RunCounts): number | undefined {
  return newViolations === undefined ? undefined : newViolations + newWarnings;
}

function newText({ newViolations: violations, newWarnings: warnings }: RunCounts): string | undefined {
  if (violations === undefined || warnings === undefined) return undefined;
  return severitiesText({ violations, warnings, known: 0 });
}

/** How the counts developed over the last runs. Undefined without an earlier run. */
export function history(runs: readonly PastRun[] = []): Feature | undefined {
  return runs.length === 0
    ? undefined
    : { sections: (summary) => [{ section: historySection(runs, summary), page: 30 }] };
}

function historySection(runs: readonly PastRun[], summary: RunSummary): Section | undefined {
  const [first] = runs;
  if (first === undefined) return undefined;
  const now = storedCounts(summary);
  const rows = COUNTS.flatMap(({ name, of, text }): TableRow[] => {
    const latest = of(now);
    const trend = [...runs.map(({ counts }) => of(counts)), latest];
    const values = trend.filter((value) => value !== undefined);
    if (values.length === 0) return [];
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    const latestText = text?.(now) ?? (latest === undefined ? 'not known' : count(latest));
    return [{ cells: [name, { trend }, latestText, count(lowest), count(highest)] }];
  });
  const all = counted(runs.length + 1, 'run', 'runs');
  const title = 'History';
  const numbers = ['Now', 'Lowest', 'Highest'].map((name) => ({ name, kind: 'number' as const }));
  const columns = [{ name: 'Count' }, { name: `Last ${all}`, kind: 'bars' as const }, ...numbers];
  const note = `${all} since ${first.started.toISOString().slice(0, 10)}`;
  const table = { label: title, columns, rows, unit: ['count', 'counts'] as const };
  return { title, note, folded: `${title}: ${all}`, blocks: [{ table }] };
}
