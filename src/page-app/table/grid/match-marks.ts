import type { ShownTable } from '../rows/shown-table.ts';
import { searchedText, type StoredColumn } from '../rows/stored-table.ts';

/** The name of the marks in the style sheet: `::highlight(match)`. */
const NAME = 'match';

/**
 * Marks the searched texts in the visible rows, without changing the elements. Browsers without the CSS Custom Highlight API
 * (Firefox before 140) show no marks. https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API
 */
export class MatchMarks {
  readonly #shown: ShownTable;
  #ranges: readonly AbstractRange[] = [];

  constructor(shown: ShownTable) {
    this.#shown = shown;
  }

  /** Replaces the marks by those of the rows. `columns`: of their cells, in order. */
  show(rows: Iterable<HTMLTableRowElement>, columns: readonly StoredColumn[]): void {
    const marks = registeredMarks();
    if (marks === undefined) return;
    for (const range of this.#ranges) marks.delete(range);
    const searched = columns.map((column) => this.#wordsOf(column));
    if (searched.every((words) => words.length === 0)) {
      this.#ranges = [];
      return;
    }
    this.#ranges = [...rows].flatMap((row) =>
      [...row.cells].flatMap((cell, at) => rangesIn(textNode(cell), searched[at] ?? [])),
    );
    for (const range of this.#ranges) marks.add(range);
  }

  /** The position of the first cell of a row that contains a searched text. */
  firstMatch(row: HTMLTableRowElement, columns: readonly StoredColumn[]): number | undefined {
    const at = [...row.cells].findIndex((cell, place) => {
      const column = columns[place];
      const text = textNode(cell)?.data ?? '';
      return column !== undefined && matchesIn(text, this.#wordsOf(column)).length > 0;
    });
    return at === -1 ? undefined : at;
  }

  #wordsOf(column: StoredColumn): readonly string[] {
    return this.#shown.wordsOf(column).map(searchedText);
  }
}

function registeredMarks(): Highlight | undefined {
  if (typeof Highlight === 'undefined') return undefined;
  const known = CSS.highlights.get(NAME);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(NAME, made);
  return made;
}

function textNode(cell: HTMLTableCellElement): Text | undefined {
  const walker = document.createTreeWalker(cell.querySelector('.name') ?? cell, NodeFilter.SHOW_TEXT);
  const node = walker.nextNode();
  return node instanceof Text ? node : undefined;
}

function rangesIn(node: Text | undefined, words: readonly string[]): readonly AbstractRange[] {
  if (node === undefined || words.length === 0) return [];
  return matchesIn(node.data, words).map(
    ({ start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}

interface Match {
  readonly start: number;
  readonly end: number;
}

/** Where a text contains some words. `words`: folded as by `searchedText`, not blank. */
function matchesIn(text: string, words: readonly string[]): readonly Match[] {
  const folded = searchedText(text);
  const found = words.filter((word) => word !== '' && folded.includes(word));
  if (found.length === 0) return [];
  const places = placesOf(text, folded);
  return found.flatMap((word) => {
    const matches: Match[] = [];
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const [start, end] = [places(at), places(at + word.length)];
      if (start !== undefined && end !== undefined) matches.push({ start, end });
    }
    return matches;
  });
}

/** Maps positions in a folded text to those in the text: a folded letter may have another length. */
function placesOf(text: string, folded: string): (at: number) => number | undefined {
  if (!/[^\0-\x7f]/.test(text)) return (at) => at;
  const places: number[] = [];
  let joined = '';
  for (const { 0: letter, index } of text.matchAll(/\P{M}?\p{M}*/gu)) {
    const part = searchedText(letter);
    places.push(...Array.from({ length: part.length }, () => index));
    joined += part;
  }
  places.push(text.length);
  // Letters that combine only with their neighbours, as in Hangul, give another text.
  return (at) => (joined === folded ? places[at] : undefined);
}
