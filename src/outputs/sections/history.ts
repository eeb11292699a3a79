import { count, counted } from '../../text/numbers.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { Section, TableRow } from './section.ts';

type Count = 'violations' | 'newViolations' | 'resolved' | 'unreadable';

const NAMES: Readonly<Record<Count, string>> = {
  ...{
    violations: 'Violations',
    newViolations: 'New violations',
    resolved: 'Resolved',
    unreadable: 'Unread mailboxes',
  },
};

/** How violations and unread mailboxes developed over the last runs. Undefined without an earlier one. */
export function historySection(summary: RunSummary): Section | undefined {
  const { history = [] } = summary;
  const [first] = history;
  if (first === undefined) return undefined;
  const now = countsOf(summary);
  const names: readonly Count[] = ['violations', 'newViolations', 'resolved', 'unreadable'];
  const rows = names.flatMap((name): TableRow[] => {
    const trend = [...history.map(({ counts }) => counts[name]), now[name]];
    const known = trend.filter((value) => value !== undefined);
    if (known.length === 0) return [];
    const [lowest, highest] = [Math.min(...known), Math.max(...known)];
    const latest = now[name];
    const shown = latest === undefined ? 'not known' : count(latest);
    return [{ cells: [NAMES[name], { trend }, shown, count(lowest), count(highest)] }];
  });
  const runs = counted(history.length + 1, 'run', 'runs');
  const title = 'History';
  const numbers = ['Now', 'Lowest', 'Highest'].map((name) => ({ name, kind: 'number' as const }));
  const columns = [{ name: 'Count' }, { name: `Last ${runs}`, kind: 'bars' as const }, ...numbers];
  const note = `${runs} since ${first.started.toISOString().slice(0, 10)}`;
  const table = { label: title, columns, rows, unit: ['count', 'counts'] as const };
  return { title, note, folded: `${title}: ${runs}`, blocks: [{ table }] };
}

function countsOf({ policy, comparison, mailboxes }: RunSummary): Readonly<Record<Count, number | undefined>> {
  const compared = comparison?.comparesViolations === true ? comparison.counts : undefined;
  return {
    violations: policy?.verdicts.total('failed'),
    newViolations: compared?.newViolationCount,
    resolved: compared?.resolvedCount,
    unreadable: mailboxes.unreadable,
  };
}
