import type { Story } from './stories/story.ts';

/** Runs at most, so that making a seed small takes some minutes. */
const MOST_RUNS = 80;

/** A seed with as little of its world as still fails. */
export interface SmallestForm {
  /** What is left out. */
  readonly without: readonly string[];
  readonly failures: readonly string[];
}

/** Leaves out one part after another, and keeps each out without which the seed still fails. */
export async function smallestForm(story: Story, seed: number, without: readonly string[]): Promise<SmallestForm> {
  const failuresOf = (parts: readonly string[]): Promise<readonly string[]> =>
    story.failures(seed, parts).catch((error: unknown) => [String(error)]);
  let small: SmallestForm = { without, failures: await failuresOf(without) };
  const tried = new Set<string>();
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    const part = story.parts(seed, small.without).find((each) => !tried.has(each) && !small.without.includes(each));
    if (part === undefined) return small;
    tried.add(part);
    const smaller = [...small.without, part];
    const failures = await failuresOf(smaller);
    if (failures.length > 0) small = { without: smaller, failures };
  }
  return small;
}
