/** A change of whole lines of a text. */
export interface LineEdit {
  /** The first line that it is about, from 0. */
  readonly line: number;
  /** How many lines go, from there on. */
  readonly removed: number;
  /** The lines that come in their place, without their ends. */
  readonly added: readonly string[];
}

/** How many lines around a change are shown. */
const CONTEXT = 2;

/** The text with the changes, which do not overlap. Lines keep the ends that the text has. */
export function applyEdits(text: string, edits: readonly LineEdit[]): string {
  if (edits.length === 0) return text;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = linesOf(text);
  for (const { line, removed, added } of inOrder(edits).reverse()) lines.splice(line, removed, ...added);
  return lines.map((line) => `${line}${end}`).join('');
}

/** The changes with lines around them, a line each: marked with `-` if it goes, `+` if it comes, and a blank if it stays. */
export function diffOf(text: string, edits: readonly LineEdit[]): readonly string[] {
  const marked = linesOf(text).map((line) => ({ mark: ' ', line }));
  for (const { line, removed, added } of inOrder(edits).reverse()) {
    const gone = marked.slice(line, line + removed).map((one) => ({ ...one, mark: '-' }));
    marked.splice(line, removed, ...gone, ...added.map((text) => ({ mark: '+', line: text })));
  }
  const isNear = marked.map((_, at) =>
    marked.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ mark }) => mark !== ' '),
  );
  return marked.flatMap(({ mark, line }, at) => {
    if (isNear[at] === true) return [`${mark} ${line}`.trimEnd()];
    return isNear[at - 1] === true && isNear.includes(true, at) ? ['  ...'] : [];
  });
}

/** The fewest changes that make a text of another one. For texts of some hundred lines. */
export function editsBetween(before: string, after: string): readonly LineEdit[] {
  const [olds, news] = [linesOf(before), linesOf(after)];
  // By position: how many lines the rests have in common.
  const common = Array.from({ length: olds.length + 1 }, () => new Array<number>(news.length + 1).fill(0));
  const at = (old: number, now: number): number => common[old]?.[now] ?? 0;
  for (let old = olds.length - 1; old >= 0; old--) {
    for (let now = news.length - 1; now >= 0; now--) {
      const row = common[old] ?? [];
      row[now] = olds[old] === news[now] ? at(old + 1, now + 1) + 1 : Math.max(at(old + 1, now), at(old, now + 1));
    }
  }
  const edits: LineEdit[] = [];
  let [old, now] = [0, 0];
  while (old < olds.length || now < news.length) {
    if (olds[old] === news[now]) {
      old++;
      now++;
      continue;
    }
    const line = old;
    const added: string[] = [];
    while ((old < olds.length || now < news.length) && olds[old] !== news[now]) {
      if (now >= news.length || (old < olds.length && at(old + 1, now) >= at(old, now + 1))) old++;
      else added.push(news[now++] ?? '');
    }
    edits.push({ line, removed: old - line, added });
  }
  return edits;
}

/** The lines of a text without their ends; the end of the last one is no line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function inOrder(edits: readonly LineEdit[]): LineEdit[] {
  return edits.toSorted((a, b) => a.line - b.line);
}
