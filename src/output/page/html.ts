import { visibleLine } from '../../text/display.ts';

/** HTML that is safe to write: everything foreign in it was escaped. Only `html` and `trusted` make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | readonly Html[];

/**
 * HTML with values in it: a text shows as what it is, on one line and with nothing hidden, in an element as well as in a
 * quoted attribute. Lists of HTML are joined, and undefined is nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (const [at, part] of parts.entries()) text += partText(part) + (strings[at + 1] ?? '');
  return new Html(text);
}

/** A text of our own that is HTML already, such as a picture that the charting library drew. */
export function trusted(text: string): Html {
  return new Html(text);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function partText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'number') return String(part);
  if (typeof part !== 'string') return part.map(({ text }) => text).join('');
  return visibleLine(part).replace(/[&<>"']/g, (mark) => REFERENCES[mark] ?? mark);
}

/** A link where the address is one of the web's, else its text alone. */
export function link(text: string, url: string): Html {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
    ? html`<a href="${parsed.href}" rel="noreferrer">${text}</a>`
    : html`${text}`;
}

/** A value inside a script element that holds JSON: nothing in it ends the element. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
