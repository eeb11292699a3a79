import { glob } from 'node:fs/promises';
import { slashed, type Workspace } from './workspace.ts';

export const MAX_BRACE_EXPANSIONS = 10_000;
export const MAX_MATCHES = 10_000;

/** The files and folders that a glob relative to the root matches, sorted; undefined if it is too broad. */
export async function matchesOf(pattern: string, { root }: Workspace): Promise<readonly string[] | undefined> {
  if (braceExpansions(pattern) > MAX_BRACE_EXPANSIONS) return undefined;
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd: root })) {
    if (matches.push(slashed(match)) > MAX_MATCHES) return undefined;
  }
  return matches.sort();
}

const NUMBER_RANGE = /\{(-?\d+)\.\.(-?\d+)(?:\.\.-?\d+)?\}/g;
/** From `A` to `z`, with the characters between. */
const LETTERS = 58;
const LETTER_RANGE = /\{[a-z]\.\.[a-z](?:\.\.-?\d+)?\}/gi;

/**
 * An upper bound of the number of patterns that a glob's braces expand to: `{a,b}-{1..9}` gives 18. Node.js expands all of
 * them before it looks for files.
 */
function braceExpansions(glob: string): number {
  let expansions = 1;
  const open: number[] = [];
  for (const character of glob) {
    if (character === '{') open.push(1);
    else if (character === ',' && open.length > 0) open.push((open.pop() ?? 0) + 1);
    else if (character === '}') expansions *= open.pop() ?? 1;
  }
  for (const [, from, to] of glob.matchAll(NUMBER_RANGE)) expansions *= Math.abs(Number(to) - Number(from)) + 1;
  const letterRanges = glob.match(LETTER_RANGE)?.length ?? 0;
  return expansions * LETTERS ** letterRanges;
}
