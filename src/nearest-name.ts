/** What was likely meant by a name that is none of the known ones; undefined where nothing is near. Case does not count. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.trim().toLowerCase();
  // Of a short name, one wrong letter is a slip, and two make another word.
  const mostEdits = Math.floor((wanted.length + 1) / 3);
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > mostEdits) continue;
    const edits = editDistance(wanted, candidate.toLowerCase());
    if (edits <= mostEdits && edits < (best?.edits ?? Infinity)) best = { name: candidate, edits };
  }
  return best?.name;
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
