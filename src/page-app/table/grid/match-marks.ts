import { searchedText } from '../rows/stored-table.ts';

/**
 * The marked texts of all tables, which the style sheet shows as `::highlight(match)`. Undefined in browsers without the CSS
 * Custom Highlight API, such as Firefox before 140.
 */
const marks = typeof Highlight === 'undefined' ? undefined : new Highlight();
if (marks !== undefined) CSS.highlights.set('match', marks);

/** Replaces the marks in some rows. `words`: the searched texts of each column, in the order of the cells. */
export function markMatches(body: HTMLTableSectionElement, words: readonly (readonly string[])[]): void {
  if (marks === undefined) return;
  for (const mark of marks) {
    if (!mark.startContainer.isConnected || body.contains(mark.startContainer)) marks.delete(mark);
  }
  if (words.every(({ length }) => length === 0)) return;
  for (const { cells } of body.rows) {
    for (const [at, cell] of [...cells].entries())
      for (const word of words[at] ?? []) markWord(cell, searchedText(word));
  }
}

function markWord(cell: HTMLTableCellElement, word: string): void {
  const node = document.createTreeWalker(cell.querySelector('.name') ?? cell, NodeFilter.SHOW_TEXT).nextNode();
  const text = node?.nodeValue ?? '';
  const searched = searchedText(text);
  if (node === null || word === '' || !searched.includes(word)) return;
  const places = placesOf(text);
  // Letters that combine only with their neighbours, as in Hangul, have no places.
  if (places.length !== searched.length + 1) return;
  for (let at = searched.indexOf(word); at !== -1; at = searched.indexOf(word, at + word.length)) {
    const [startOffset = 0, endOffset = 0] = [places[at], places[at + word.length]];
    marks?.add(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
  }
}

/** The place of each character of the searched text, in which a letter may have another length, and that of the end. */
function placesOf(text: string): readonly number[] {
  const places = [...text.matchAll(/\P{M}?\p{M}*/gu)].flatMap(({ 0: letter, index }) =>
    Array.from({ length: searchedText(letter).length }, () => index),
  );
  return [...places, text.length];
}
