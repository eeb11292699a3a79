/** Words by which settings are switched off. */
const OFF: ReadonlySet<string> = new Set(['none', 'never', 'off', 'no', 'false', 'ignore']);

/**
 * The known name that an unknown name most likely stands for, ignoring case; undefined if none is similar, and none is another word for
 * "off".
 */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates];
  const foldedName = name.trim().toLowerCase();
  return (
    similarName(foldedName, names) ?? (OFF.has(foldedName) ? names.find((candidate) => OFF.has(candidate)) : undefined)
  );
}

function similarName(foldedName: string, candidates: readonly string[]): string | undefined {
  // In a short name, one wrong letter is a typo and two are another word.
  const maxEdits = Math.floor((foldedName.length + 1) / 3);
  return nearestName(foldedName, candidates, maxEdits, (folded) => omitsPartOf(foldedName, folded));
}

/**
 * The known name that differs least from a name without case, in at most so many letters; undefined if there is none.
 *
 * @param isNear known names without case that count as one letter away
 */
export function nearestName(
  foldedName: string,
  candidates: Iterable<string>,
  maxEdits: number,
  isNear: (folded: string) => boolean = () => false,
): string | undefined {
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    const folded = candidate.toLowerCase();
    const near = isNear(folded);
    if (!near && Math.abs(candidate.length - foldedName.length) > maxEdits) continue;
    const edits = near ? 1 : editDistance(foldedName, folded);
    if (edits <= maxEdits && edits < (best?.edits ?? Infinity)) best = { name: candidate, edits };
  }
  return best?.name;
}

/** `Did you mean "x"? ` to start a hint with; '' if no known name is similar. */
export function suggestion(name: string, candidates: Iterable<string>): string {
  const meant = didYouMean(name, candidates);
  return meant === undefined ? '' : `Did you mean "${meant}"? `;
}

/** Shorter names match too many others. */
const MIN_LENGTH_WITH_OMISSION = 8;

/** Whether a name is another one without a part of it: `AutomaticReplyAudience` for `AutomaticReplyExternalAudience`. */
function omitsPartOf(name: string, whole: string): boolean {
  if (name.length < MIN_LENGTH_WITH_OMISSION || name.length >= whole.length) return false;
  let start = 0;
  while (start < name.length && name[start] === whole[start]) start += 1;
  return whole.endsWith(name.slice(start));
}

/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours between two texts. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const edits = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(swapped ? Math.min(edits, (beforeLast[column - 2] ?? Infinity) + 1) : edits);
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}
