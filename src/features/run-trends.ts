import type { Block, Column, Content, TableRow } from '../run/section.ts';
import { utcText } from '../text/numbers.ts';
import { countText, type PastRun, type Trend } from '../totals/past-run.ts';

type Counts = PastRun['counts'];

/** A column of the table of runs, beside those of the charts. */
export interface RunColumn {
  readonly name: string;
  readonly of: (counts: Counts) => string;
}

/**
 * A chart of each trend, and a table with the same numbers. A trend that no run knows has none.
 *
 * @param runs the latest last
 * @param fold the line that unfolds the table, or charts and table
 */
export function trendBlocks(
  label: string,
  runs: readonly PastRun[],
  trends: readonly Trend[],
  fold: { readonly line: string; readonly of: 'table' | 'all' },
  others: readonly RunColumn[] = [],
): readonly Block[] {
  const visible = trends.filter(({ of }) => runs.some(({ counts }) => of(counts) !== undefined));
  const charts = visible.map(({ name, of }) => ({
    name,
    points: runs.map(({ started, counts }) => ({ when: started, count: of(counts) })),
  }));
  const table = runsTable(label, runs, [...visible.map(trendColumn), ...others]);
  const { line: folded } = fold;
  if (fold.of === 'all') return [{ folded, blocks: [{ charts }, table] }];
  return [{ charts }, { folded, blocks: [table] }];
}

function trendColumn({ name, of }: Trend): RunColumn {
  return { name, of: (counts) => countText(of(counts)) };
}

/** The runs with their counts, the latest first. */
function runsTable(label: string, runs: readonly PastRun[], columns: readonly RunColumn[]): Block {
  const rows = runs.toReversed().map(({ url, started, counts }): TableRow => {
    const time = utcText(started.getTime());
    const run: Content = url === undefined ? time : { link: time, url };
    return { cells: [run, ...columns.map(({ of }) => of(counts))] };
  });
  const numbers = columns.map(({ name }): Column => ({ name, kind: 'number' }));
  return { table: { label, columns: [{ name: 'Run', kind: 'short' }, ...numbers], rows, unit: ['run', 'runs'] } };
}
