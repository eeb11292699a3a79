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
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = linesOf(text);
  for (const { line, removed, added } of inOrder(edits).reverse()) lines.splice(line, removed, ...added);
  return `${lines.join(end)}${end}`;
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

/** The lines of a text without their ends; the end of the last one is no line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function inOrder(edits: readonly LineEdit[]): LineEdit[] {
  return edits.toSorted((a, b) => a.line - b.line);
}
