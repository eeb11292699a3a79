import { visibleLine, withoutId } from './display.ts';

/** A row in words: texts, and cells in between. */
export type RowPhrase = readonly PhrasePart[];

type PhrasePart =
  | string
  | {
      readonly cell: string;
      /** What the cell says, by its text. Undefined: the text itself, and `blank` for none. */
      readonly says?: Readonly<Record<string, string>>;
      /** Whether the cell is in brackets, and left out if it is blank or was said before. */
      readonly isAside?: boolean;
    };

/** The phrase of a row. Hidden characters are escaped. */
export function phraseText(phrase: RowPhrase, cell: (column: string) => string): string {
  const earlierTexts = new Set(['']);
  const parts = phrase.map((part) => {
    if (typeof part === 'string') return part;
    const text = cell(part.cell);
    if (part.says !== undefined) return Object.hasOwn(part.says, text) ? part.says[text] : '';
    if (part.isAside === true) return earlierTexts.has(text) ? '' : ` (${visibleLine(text)})`;
    earlierTexts.add(text);
    return shownCell(text);
  });
  return parts.join('');
}

/** A cell on one line, `blank` if it is. */
export function shownCell(text: string): string {
  return text === '' ? 'blank' : visibleLine(withoutId(text));
}
