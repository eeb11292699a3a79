import type { RunCost } from './measured-run.ts';
import { median, medianOf } from './median.ts';

/**
 * Runs every variant once a round, in another order each round, so that changes in the speed of the machine meet all of
 * them alike. Returns the runs of each variant, by round.
 */
export async function shuffledRounds<Name extends string, Run>(
  rounds: number,
  variants: Readonly<Record<Name, () => Promise<Run>>>,
): Promise<Readonly<Record<Name, readonly Run[]>>>;
export async function shuffledRounds(
  rounds: number,
  variants: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const runs: Record<string, unknown[]> = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of shuffled(Object.entries(variants))) runs[name]?.push(await run());
  }
  return runs;
}

/** The median over the rounds of a measurement of one variant divided by that of another. */
export function medianRatio<Run, Other>(
  runs: readonly Run[],
  others: readonly Other[],
  of: (run: Run | Other) => number,
): number {
  return median(runs.flatMap((run, round) => (others[round] === undefined ? [] : of(run) / of(others[round]))));
}

/** The median over the rounds of the wall time of one variant divided by that of the slower of two others. */
export function ratioToSlower(runs: readonly RunCost[], one: readonly RunCost[], other: readonly RunCost[]): number {
  const slower = medianOf(one, 'wallMs') > medianOf(other, 'wallMs') ? one : other;
  return medianRatio(runs, slower, ({ wallMs }) => wallMs);
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
