import type { HtmlToTextOptions } from 'html-to-text';
import { isRecord } from '../../json.ts';

/** Longer than an automatic reply can be. */
const MAX_LENGTH = 128 * 1024;
/** The library converts elements recursively, and 30,000 in one element would take seconds. */
const MAX_DEPTH = 100;
const MAX_CHILDREN = 10_000;
/** Marks where the library leaves out elements, to tell it from an ellipsis that somebody wrote. A private-use character. */
const CUT = '\ue0c7';

const TAG = /<(?:\/?[a-z][a-z0-9]*[\s/>]|!)/i;
/** `<adele@contoso.com>`, as people write addresses. A parser would read it as a tag. */
const ADDRESS = /<(?=[^\s<>@]+@[^\s<>@]+>)/g;
/** A comment whose text Outlook shows. What `<!--[if !mso]><!-->` encloses is outside of comments. */
const CONDITIONAL = /^\s*\[if\b[^\]>]*\]>(?!\s*<!$)([^]*?)(?:<!\[endif\]\s*)?$/i;
/** Documents within documents, in the attribute `srcdoc`. */
const MAX_DOCUMENTS = 3;
const A_LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const CELL = { suffix: ' ' };

const options: HtmlToTextOptions = {
  wordwrap: false,
  // Browsers show text outside the body too.
  baseElements: { selectors: [] },
  limits: { maxInputLength: MAX_LENGTH, maxDepth: MAX_DEPTH, maxChildNodes: MAX_CHILDREN, ellipsis: CUT },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['img', 'title'].map((selector) => ({ selector, format: 'skip' })),
    ...['table', 'tr'].map((selector) => ({ selector, format: 'block', options: A_LINE })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: CELL })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'iframe', format: 'innerDocument' },
  ],
  formatters: {
    innerDocument: (element, walk, builder) => {
      builder.openBlock(A_LINE);
      const attributes: unknown = element.attribs;
      const html = isRecord(attributes) ? attributes.srcdoc : undefined;
      if (typeof html === 'string') builder.addLiteral(innerText(html));
      walk(element.children, builder);
      builder.closeBlock(A_LINE);
    },
  },
};

let openDocuments = 0;

/** The text of a document in an attribute. */
function innerText(html: string): string {
  if (openDocuments >= MAX_DOCUMENTS) return CUT;
  openDocuments += 1;
  try {
    return converters?.ofHtml(withConditions(html).replaceAll(ADDRESS, '&lt;')) ?? '';
  } finally {
    openDocuments -= 1;
  }
}

/** Makes each conditional comment a document of its own: tags that it opens must not hide the text behind it. */
function withConditions(html: string): string {
  let text = '';
  let copied = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', copied)) {
    const ending = html.indexOf('-->', start + 4);
    const end = ending < 0 ? html.length : ending;
    const [comment, condition = ''] = CONDITIONAL.exec(html.slice(start + 4, end)) ?? [];
    const inner = condition.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    text += html.slice(copied, start);
    copied = Math.min(end + 3, html.length);
    if (comment === undefined) text += html.slice(start, copied);
    else text += `<iframe srcdoc="${inner.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"></iframe>`;
  }
  return text + html.slice(copied);
}

interface Converters {
  readonly ofHtml: (html: string) => string;
  readonly ofText: (html: string) => string;
}

let converters: Converters | undefined;

/** Loads the library that `plainText` needs. Loading takes time, and most reports do not need it. */
export async function loadPlainText(): Promise<void> {
  const library = await import('html-to-text');
  converters ??= {
    ofHtml: library.compile(options),
    ofText: library.compile({ ...options, preserveNewlines: true }),
  };
}

interface PlainText {
  readonly text: string;
  /** False if a limit was exceeded: an ellipsis marks where the text is cut. */
  readonly complete: boolean;
}

/**
 * Converts HTML to readable text: lines end in `\n`, each table row is a line, images are left out, and a link's address
 * follows it in brackets if its text is another. A message without tags keeps its line breaks. The owner of the mailbox
 * wrote the HTML, so its length and depth are limited. Call `loadPlainText` first.
 */
export function plainText(html: string): PlainText {
  if (converters === undefined) throw new Error('call loadPlainText before plainText');
  const { ofHtml, ofText } = converters;
  const cut = html.slice(0, MAX_LENGTH).replaceAll(/\r\n?/g, '\n').replaceAll(CUT, '\ufffd');
  const visible = withConditions(cut);
  const hasTags = TAG.test(visible);
  const escaped = visible.replaceAll(hasTags ? ADDRESS : '<', '&lt;');
  // Escaping can exceed the limit again, and the library would print a warning.
  const input = escaped.slice(0, MAX_LENGTH);
  const isLong = html.length > MAX_LENGTH || escaped.length > MAX_LENGTH;
  const text = tidy((hasTags ? ofHtml : ofText)(input));
  return { text: text.replaceAll(CUT, '…') + (isLong ? '…' : ''), complete: !isLong && !text.includes(CUT) };
}

function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
