import { shortened, visibleLine } from '../text/display.ts';

/** Characters with a meaning in Markdown, HTML or table rows, anywhere in a line. */
const MARKS = /[&<>"`*_{}[\]\\|~^=$!#@]/g;
/** The start of a list, of the underline of a heading or of a thematic break. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub links bare text. It does so after rendering Markdown, so character references do not prevent it. */
const LINK_STARTS = /#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Invisible, without a line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';

/**
 * An address, a mention, or what looks like one, without the punctuation around it. It starts at a boundary, so that a long
 * text takes linear time.
 */
const ADDRESSES = /(?!')(?<=(?:^|[\s<>()[\]`|,;:"])'*)[^\s<>()[\]`|,;:"]*@[^\s<>()[\]`|,;:"]*[^\s<>()[\]`|,;:"'.!?]/gu;
const MAX_CODE_LENGTH = 2_000;

/**
 * Untrusted text for GitHub's Markdown, in a paragraph, a list item or a table cell, on one line. Special characters become
 * character references, which Markdown never reads as structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). Addresses and mentions are code, so that
 * they can be copied and are no links. An invisible character breaks issue references and bare links. Shortened to
 * `length` characters.
 */
export function markdownText(text: string, length = 2_000): string {
  const line = visibleLine(shortened(text, length)).replace(/\s+/g, ' ').trim();
  let markdown = '';
  let end = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESSES)) {
    markdown += escapedText(line.slice(end, index)) + codeSpan(address);
    end = index + address.length;
  }
  markdown += escapedText(line.slice(end));
  return markdown.replace(LINE_START, (mark: string, digits?: string, point?: string) =>
    digits === undefined || point === undefined ? reference(mark) : digits + reference(point),
  );
}

function escapedText(text: string): string {
  return text.replace(LINK_STARTS, (start) => start + WORD_JOINER).replace(MARKS, reference);
}

/**
 * An address, a path or another short text as code, in which GitHub makes no links: what is copied is exactly the text. A
 * table ends a cell at `|`, also in a code span, so such a text is an element with character references instead.
 */
export function markdownCode(text: string): string {
  const line = visibleLine(shortened(text, MAX_CODE_LENGTH));
  if (line.trim() === '') return '';
  return /\||^ | $/.test(line) ? `<code>${escapedText(line)}</code>` : codeSpan(line);
}

/** The fence is longer than each run of backticks in the text. https://spec.commonmark.org/0.31.2/#code-spans */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** A link if the address is http or https, else the text alone. */
export function markdownLink(text: string, url: string): string {
  const shown = markdownText(text);
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return shown;
  const target = parsed.href.replace(/[^\w:/?=&%.~+,;@-]/g, (mark) =>
    mark === '#' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${shown}](${target})`;
}

/** A table and a blank line. Cells are Markdown; `numbers`: all columns but the first are right-aligned. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[], numbers = true): string {
  const rule = header.map((_, column) => (numbers && column > 0 ? '---:' : '---'));
  return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}

/** Content that unfolds from a title line. Both are Markdown; GitHub requires the blank lines around the content. */
export function folded(line: string, content: string): string {
  return `<details><summary>${line}</summary>\n\n${content}</details>\n\n`;
}

function reference(mark: string): string {
  return `&#${mark.charCodeAt(0)};`;
}
