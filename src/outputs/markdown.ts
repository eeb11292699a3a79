import type { CopyText } from '../errors.ts';
import { shortened, visibleLine, visibleLines } from '../text/display.ts';
import { count, counted } from '../text/numbers.ts';
import { piecesOf, type Block, type Cell, type Content, type Piece, type Section, type Table } from '../run/section.ts';

/** Characters with a meaning in Markdown, HTML or table rows, anywhere in a line: no text is put into an attribute. */
const MARKS = /[&<>`*_{}[\]\\|~^=$!#@]/g;
/** The same in the text of a link. */
const LINK_MARKS = /[&<>`*_{}[\]\\|~^=$!@]/g;
/** The start of a list, of the underline of a heading or of a thematic break. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub links bare text. It does so after rendering Markdown, so character references do not prevent it. */
const LINK_STARTS = /#(?=\d)|\bGH-(?=\d)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Invisible, without a line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';

/**
 * A URL, an address, a mention, or what looks like one, without the punctuation around it. An address starts at a boundary, so
 * that a long text takes linear time.
 */
const COPIED =
  /(?:https?|ftp|api):\/\/[^\s<>"'`|()]*[^\s<>"'`|().,;:!?]|(?!')(?<=(?:^|[\s<>()[\]`|,;:"])'*)[^\s<>()[\]`|,;:"]*@[^\s<>()[\]`|,;:"]*[^\s<>()[\]`|,;:"'.!?]/giu;
const MAX_CODE_LENGTH = 2_000;

/**
 * Untrusted text for GitHub's Markdown, in a paragraph, a list item or a table cell, on one line. Special characters become
 * character references, which Markdown never reads as structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). URLs, addresses and mentions are code, so that
 * they can be copied and are no links. An invisible character breaks issue references. Shortened to `length` characters.
 */
export function markdownText(text: string, length = 2_000): string {
  const line = visibleLine(shortened(text, length)).replace(/\s+/g, ' ').trim();
  let markdown = '';
  let end = 0;
  for (const { 0: copied, index } of line.matchAll(COPIED)) {
    markdown += escapedText(line.slice(end, index)) + codeSpan(copied);
    end = index + copied.length;
  }
  markdown += escapedText(line.slice(end));
  return markdown.replace(LINE_START, (mark: string, digits?: string, point?: string) =>
    digits === undefined || point === undefined ? reference(mark) : digits + reference(point),
  );
}

/** The lines of a text, each as `markdownText`, in paragraphs of their own. */
export function markdownLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => markdownText(line))
    .filter((line) => line !== '')
    .join('\n\n');
}

function escapedText(text: string): string {
  return text.replace(LINK_STARTS, (start) => start + WORD_JOINER).replace(MARKS, reference);
}

/** Text of an element, in which GitHub links URLs too. */
function unlinked(text: string): string {
  return escapedText(text.replace(/:(?=\/\/)/g, `:${WORD_JOINER}`));
}

/**
 * An address, a path or another short text as code, in which GitHub makes no links: what is copied is exactly the text. A
 * table ends a cell at `|`, also in a code span, so such a text is an element with character references instead.
 */
export function markdownCode(text: string): string {
  const line = visibleLine(shortened(text, MAX_CODE_LENGTH));
  if (line.trim() === '') return '';
  return /\||^ | $/.test(line) ? `<code>${unlinked(line)}</code>` : codeSpan(line);
}

/** Longer than each run of backticks in the text. https://spec.commonmark.org/0.31.2/#code-spans */
function fenceOf(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map(({ length }) => length + 1)));
}

function codeSpan(text: string): string {
  const fence = fenceOf(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Texts under their labels, each in a code block, which has exactly the text, or as a link. */
export function markdownCopies(texts: readonly CopyText[]): string {
  return texts
    .map(({ label, text, isLink = false }) =>
      isLink ? `${markdownLink(label, text)}\n\n` : `${markdownText(label)}:\n\n${codeBlock(text)}\n\n`,
    )
    .join('');
}

function codeBlock(text: string): string {
  const fence = fenceOf(text, 3);
  return `${fence}\n${visibleLines(text)}\n${fence}`;
}

/** A link if the address is http or https, else the text alone. GitHub looks for no issues and addresses in a link. */
export function markdownLink(text: string, url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return markdownText(text);
  const shown = visibleLine(shortened(text, 2_000)).replace(/\s+/g, ' ').trim().replace(LINK_MARKS, reference);
  const target = parsed.href.replace(/[^\w:/?=&%.~+,;@-]/g, (mark) =>
    mark === '#' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${shown}](${target})`;
}

/** A table and a blank line. Cells are Markdown. `numbers`: positions of columns that are right-aligned. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const rule = header.map((_, column) => (numbers.includes(column) ? '---:' : '---'));
  return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}

/** Content that unfolds from a title line. Both are Markdown; GitHub requires the blank lines around the content. */
export function folded(line: string, content: string): string {
  return `<details><summary>${line}</summary>\n\n${content}</details>\n\n`;
}

/** A section that unfolds from a line. Tables have at most `max` rows. */
export function foldedSection(section: Section, max: number): string {
  return folded(markdownText(section.folded), blocksMarkdown(section.blocks, max, true));
}

/** A section under its title. Tables have at most `max` rows. */
export function openSection({ title, blocks }: Section, max: number): string {
  return `### ${markdownText(title)}\n\n${blocksMarkdown(blocks, max)}`;
}

/** A summary or a comment that is one section. Tables have all their rows. */
export function wholeSection({ title, blocks }: Section): string {
  return `## ${markdownText(title)}\n\n${blocksMarkdown(blocks, Infinity)}`;
}

/** Parts of a section without its title. `isFolded`: whether they are in a fold already; else long tables have one. */
export function blocksMarkdown(blocks: readonly Block[], max: number, isFolded = false): string {
  return blocks.map((block) => blockMarkdown(block, max, isFolded)).join('');
}

function blockMarkdown(block: Block, max: number, isFolded: boolean): string {
  if ('table' in block) return tableMarkdown(block.table, max, isFolded);
  if ('heading' in block) return `**${contentMarkdown(block.heading)}**\n\n`;
  if ('charts' in block) return '';
  if ('folded' in block) {
    const content = blocksMarkdown(block.blocks, max, true);
    return isFolded ? content : folded(markdownText(block.folded), content);
  }
  if ('items' in block) return `${block.items.map((item) => `- ${contentMarkdown(item)}\n`).join('')}\n`;
  return `${contentMarkdown(block.paragraph)}\n\n`;
}

/** `isFolded`: whether the table is in a fold already. Else all but its first rows are. */
export function tableMarkdown(table: Table, max: number, isFolded = true): string {
  const columns = table.columns.flatMap(({ name, kind, only }, at) =>
    only === 'page' || kind === 'bars' ? [] : [{ name, kind, at }],
  );
  const rows = table.rows.slice(0, max).map(({ cells }) => columns.map(({ at }) => cellMarkdown(cells[at] ?? '')));
  const part = (some: readonly (readonly string[])[]): string =>
    markdownTable(
      columns.map(({ name }) => markdownText(name)),
      some,
      columns.flatMap(({ kind }, column) => (kind === 'number' ? [column] : [])),
    );
  const hidden = table.rows.length - rows.length + (table.more ?? 0);
  const where = table.moreIn === undefined ? '' : `: see ${table.moreIn}`;
  const rest = hidden > 0 ? `and ${count(hidden)} more${where}\n\n` : '';
  const open = isFolded ? rows : rows.slice(0, table.open);
  const next = rows.slice(open.length);
  if (next.length === 0) return part(open) + rest;
  return part(open) + folded(`The next ${counted(next.length, ...table.unit)}`, part(next) + rest);
}

function cellMarkdown(cell: Cell): string {
  if (typeof cell === 'object' && 'segments' in cell) return '';
  if (typeof cell === 'object' && 'lines' in cell) return cell.lines.map(contentMarkdown).join('<br>');
  return contentMarkdown(cell);
}

export function contentMarkdown(content: Content): string {
  return piecesOf(content).map(pieceMarkdown).join('');
}

function pieceMarkdown(piece: Piece): string {
  if (typeof piece === 'string') return textPiece(piece);
  if ('code' in piece) return markdownCode(piece.code);
  if ('strong' in piece) return `**${markdownText(piece.strong)}**`;
  if ('note' in piece) return ` (${contentMarkdown(piece.note)})`;
  if ('url' in piece) return markdownLink(piece.link, piece.url);
  if ('mailbox' in piece) return markdownCode(piece.mailbox);
  if ('file' in piece) {
    const place = `${shortened(piece.file, 280)}, line ${piece.line}`;
    return piece.at === undefined ? markdownText(place) : markdownLink(place, piece.at);
  }
  return 'about' in piece ? contentMarkdown(piece.about) : `${piece.sign} `;
}

/** Text between other pieces keeps the spaces around it. A number is not the start of a list. */
function textPiece(text: string): string {
  if (/^\d+(?:[.,]\d+)*%?$/.test(text)) return text;
  const markdown = markdownText(text);
  return markdown === '' ? markdown : `${/^\s/.test(text) ? ' ' : ''}${markdown}${/\s$/.test(text) ? ' ' : ''}`;
}

function reference(mark: string): string {
  return `&#${mark.charCodeAt(0)};`;
}
