import type { Feature } from '../run/feature.ts';
import type { Section, TableRow } from '../run/section.ts';
import { count, counted } from '../text/numbers.ts';
import { storedCounts, type PastRun } from '../totals/run-counts.ts';
import type { RunSummary } from '../totals/run-summary.ts';

const COUNTS = [
  { key: 'violations', name: 'Violations' },
  { key: 'newViolations', name: 'New violations' },
  { key: 'resolved', name: 'Resolved' },
  { key: 'unreadable', name: 'Unread mailboxes' },
] as const;

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
  const rows = COUNTS.flatMap(({ key, name }): TableRow[] => {
    const latest = now[key];
    const trend = [...runs.map(({ counts }) => counts[key]), latest];
    const values = trend.filter((value) => value !== undefined);
    if (values.length === 0) return [];
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    const latestText = latest === undefined ? 'not known' : count(latest);
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
