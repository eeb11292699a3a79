import { shortened, visibleLine } from '../../text/display.ts';

/** Everything that Markdown, HTML or a table row gives a meaning to, wherever in a line it stands. */
const MARKS = /[&<>"`*_{}[\]\\|~^=$!#@]/g;
/** What begins a list, a heading's underline or a rule at the start of a line. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub makes links of bare text: behind the Markdown, so that entities alone do not stop it. */
const LINK_STARTS = /@(?=\S)|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Shows nothing and allows no line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';

const PLAIN_WORD = /[\p{L}\p{M}\p{N}.:!#$%&'*+/\\=?^_{}~@-]+/u.source;
const PLAIN_CODE = new RegExp(`^${PLAIN_WORD}(?: ${PLAIN_WORD})*$`, 'u');

/**
 * Foreign text for GitHub's Markdown, in a paragraph, a list item or a table cell: it shows as what it is, on one line.
 * Marks become character references, which Markdown takes for text and never for structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references); mentions, references and bare links are
 * broken by a character that does not show. Cut at `length` characters.
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

/** An address, a path or another short text, as code: nothing in it is linked, and it can be copied. */
export function markdownCode(text: string): string {
  return PLAIN_CODE.test(text) ? `\`${text}\`` : markdownText(text);
}

/** A link where the address is one of the web's, else its text alone. */
export function markdownLink(text: string, url: string): string {
  const shown = markdownText(text);
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return shown;
  const target = parsed.href.replace(/[^\w:/?=&%.~+,;@-]/g, (mark) =>
    mark === '#' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${shown}](${target})`;
}

/** A table with its blank line behind. Cells are Markdown already; from the second column on they are numbers. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[], numbers = true): string {
  const rule = header.map((_, column) => (numbers && column > 0 ? '---:' : '---'));
  return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}

/** Content behind a line that opens it, both Markdown; the blank lines around it are what makes GitHub read it so. */
export function folded(line: string, content: string): string {
  return `<details><summary>${line}</summary>\n\n${content}</details>\n\n`;
}

function reference(mark: string): string {
  return `&#${mark.charCodeAt(0)};`;
}
