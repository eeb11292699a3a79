import { shortened, visibleLine } from '../../text/display.ts';

/** Characters with a meaning in Markdown, HTML or table rows, anywhere in a line. */
const MARKS = /[&<>"`*_{}[\]\\|~^=$!#@]/g;
/** The start of a list, of the underline of a heading or of a thematic break. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub links bare text. It does so after rendering Markdown, so character references do not prevent it. */
const LINK_STARTS = /@(?=\S)|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Invisible, without a line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';

const PLAIN_WORD = /[\p{L}\p{M}\p{N}.:!#$%&'*+/\\=?^_{}~@-]+/u.source;
const PLAIN_CODE = new RegExp(`^${PLAIN_WORD}(?: ${PLAIN_WORD})*$`, 'u');

/**
 * Untrusted text for GitHub's Markdown, in a paragraph, a list item or a table cell, on one line. Special characters become
 * character references, which Markdown never reads as structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). An invisible character breaks mentions,
 * issue references and bare links. Shortened to `length` characters.
 */
export function markdownText(text: string, length = 2_000): string {
  return visibleLine(shortened(text, length))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LINK_STARTS, (start) => start + WORD_JOINER)
    .replace(MARKS, reference)
    .replace(LINE_START, (mark: string, digits?: string, end?: string) =>
      digits === undefined || end === undefined ? reference(mark) : digits + reference(end),
    );
}

/** An address, a path or another short text as code, without links. */
export function markdownCode(text: string): string {
  return PLAIN_CODE.test(text) ? `\`${text}\`` : markdownText(text);
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
