import { visibleLine } from '../../text/display.ts';

/** HTML in which all untrusted text is escaped. Created by `html` only. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | readonly Html[];

/**
 * A template tag for HTML. Texts are escaped, for elements and quoted attributes alike, and shown on one line without
 * hidden characters. Lists of HTML are joined, undefined is omitted.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (const [at, part] of parts.entries()) text += partText(part) + (strings[at + 1] ?? '');
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

/** A link if the address is http or https, else the text alone. */
export function link(text: string, url: string): Html {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
    ? html`<a href="${parsed.href}" rel="noreferrer">${text}</a>`
    : html`${text}`;
}

/** JSON for a script element, which nothing in it can end. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
