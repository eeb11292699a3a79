/** What was likely meant by a name that is none of the known ones; undefined where nothing is near. Case does not count. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.trim().toLowerCase();
  // Of a short name, one wrong letter is a slip, and two make another word.
  const mostEdits = Math.floor((wanted.length + 1) / 3);
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    const folded = candidate.toLowerCase();
    const leftOut = hasLeftOut(wanted, folded);
    if (!leftOut && Math.abs(candidate.length - wanted.length) > mostEdits) continue;
    const edits = leftOut ? 1 : editDistance(wanted, folded);
    if (edits <= mostEdits && edits < (best?.edits ?? Infinity)) best = { name: candidate, edits };
  }
  return best?.name;
}

/** Below it, too many names hold all letters of a word in their order. */
const SHORTEST_WITH_GAPS = 8;

/** Whether a name is another with a part of it left out, as `AutomaticReplyAudience` is. */
function hasLeftOut(name: string, whole: string): boolean {
  if (name.length < SHORTEST_WITH_GAPS || name.length >= whole.length) return false;
  let start = 0;
  while (start < name.length && name[start] === whole[start]) start += 1;
  return whole.endsWith(name.slice(start));
}

/** How many characters to insert, delete, replace or swap with their neighbour to make one text of the other. */
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
