import { count, counted } from '../../text/numbers.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { storedCounts } from '../counts.ts';
import type { Section, TableRow } from './section.ts';

const COUNTS = [
  { key: 'violations', name: 'Violations' },
  { key: 'newViolations', name: 'New violations' },
  { key: 'resolved', name: 'Resolved' },
  { key: 'unreadable', name: 'Unread mailboxes' },
] as const;

/** How violations and unread mailboxes developed over the last runs. Undefined without an earlier run. */
export function historySection(summary: RunSummary): Section | undefined {
  const { history = [] } = summary;
  const [first] = history;
  if (first === undefined) return undefined;
  const now = storedCounts(summary);
  const rows = COUNTS.flatMap(({ key, name }): TableRow[] => {
    const latest = now[key];
    const trend = [...history.map(({ counts }) => counts[key]), latest];
    const known = trend.filter((value) => value !== undefined);
    if (known.length === 0) return [];
    const [lowest, highest] = [Math.min(...known), Math.max(...known)];
    const shown = latest === undefined ? 'not known' : count(latest);
    return [{ cells: [name, { trend }, shown, count(lowest), count(highest)] }];
  });
  const runs = counted(history.length + 1, 'run', 'runs');
  const title = 'History';
  const numbers = ['Now', 'Lowest', 'Highest'].map((name) => ({ name, kind: 'number' as const }));
  const columns = [{ name: 'Count' }, { name: `Last ${runs}`, kind: 'bars' as const }, ...numbers];
  const note = `${runs} since ${first.started.toISOString().slice(0, 10)}`;
  const table = { label: title, columns, rows, unit: ['count', 'counts'] as const };
  return { title, note, folded: `${title}: ${runs}`, blocks: [{ table }] };
}
