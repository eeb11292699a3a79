import type { HtmlToTextOptions } from 'html-to-text';

/** More than an automatic reply can have; what stands beyond it is left out. */
const LONGEST = 128 * 1024;

const TAG = /<(?:\/?[a-z][a-z0-9]*[\s/>]|!)/i;
/** `<adele@contoso.com>`, as people write addresses: no tag, though a parser takes it for one. */
const ADDRESS = /<(?=[^\s<>@]+@[^\s<>@]+>)/g;
const A_LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const CELL = { suffix: ' ' };

const options: HtmlToTextOptions = {
  wordwrap: false,
  // Browsers show what stands around the body too.
  baseElements: { selectors: [] },
  limits: { maxInputLength: LONGEST, maxDepth: 100, maxChildNodes: 10_000, ellipsis: '…' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['img', 'title'].map((selector) => ({ selector, format: 'skip' })),
    ...['table', 'tr'].map((selector) => ({ selector, format: 'block', options: A_LINE })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: CELL })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
  ],
};

interface Converters {
  readonly ofHtml: (html: string) => string;
  readonly ofText: (html: string) => string;
}

let converters: Converters | undefined;

/** Loads what `plainText` needs, which takes a while; most reports do without. */
export async function loadPlainText(): Promise<void> {
  const { compile } = await import('html-to-text');
  converters ??= { ofHtml: compile(options), ofText: compile({ ...options, preserveNewlines: true }) };
}

/**
 * HTML as plain text, for reading: lines end in `\n`, a row of a table is a line, there are no pictures, and what a link
 * leads to stands behind it only where its text is another. A message without any tag keeps the lines that it has. Whoever
 * owns the mailbox wrote the HTML, so its length, depth and breadth are bounded. `loadPlainText` comes first.
 */
export function plainText(html: string): string {
  if (converters === undefined) throw new Error('plainText comes behind loadPlainText');
  const { ofHtml, ofText } = converters;
  const written = html.slice(0, LONGEST).replaceAll(/\r\n?/g, '\n');
  const hasTags = TAG.test(written);
  const escaped = written.replaceAll(hasTags ? ADDRESS : '<', '&lt;');
  // Cut again, since the library would print a warning.
  const text = (hasTags ? ofHtml : ofText)(escaped.slice(0, LONGEST));
  const lines = text.replaceAll('\u00a0', ' ').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
