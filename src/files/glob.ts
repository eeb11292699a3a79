const GLOB_CHARACTERS = /[*?[\]{}]|[!+@]\(/;
const NUMBER_RANGE = /\{(-?\d+)\.\.(-?\d+)(?:\.\.-?\d+)?\}/g;
/** From `A` to `z`, with the characters between. */
const LETTERS = 58;
const LETTER_RANGE = /\{[a-z]\.\.[a-z](?:\.\.-?\d+)?\}/gi;

/** Whether a path can be a glob. */
export function isGlob(path: string): boolean {
  return GLOB_CHARACTERS.test(path);
}

/**
 * An upper bound of the number of patterns that a glob's braces expand to: `{a,b}-{1..9}` gives 18. Node.js expands all of
 * them before it looks for files.
 */
export function braceExpansions(glob: string): number {
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
