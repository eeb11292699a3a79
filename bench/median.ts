/** The middle of the numbers, or the mean of the two in the middle. Throws where there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no numbers, no median');
  return (lower + upper) / 2;
}

/** The median of a measurement of runs. */
export function medianOf<Key extends string>(runs: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return median(runs.map((run) => run[key]));
}
