import { withoutCommands } from '../run/log.ts';
import { piecesOf, type Block, type Cell, type Content, type Piece, type Table } from '../run/section.ts';
import { shortened, visibleLine } from '../text/display.ts';
import { count } from '../text/numbers.ts';
import { terminalText, type Terminal } from './terminal.ts';

const MAX_CELL = 300;

/** The blocks of a section as text for a terminal. Its texts are hostile; the result is escaped. */
export function blocksText(blocks: readonly Block[], style: Terminal['style']): string {
  return blocks.map((block) => blockText(block, style)).join('');
}

function blockText(block: Block, style: Terminal['style']): string {
  if ('table' in block) return tableText(block.table);
  if ('charts' in block) return '';
  if ('folded' in block) return blocksText(block.blocks, style);
  if ('heading' in block) return `${style('bold', contentText(block.heading))}\n`;
  if ('items' in block) return block.items.map((item) => `  ${contentText(item)}\n`).join('');
  return `${contentText(block.paragraph, style)}\n`;
}

/** A table in columns under their names, without columns of bars. */
function tableText({ columns, rows, more = 0, moreIn }: Table): string {
  const visible = columns.flatMap(({ kind, only }, at) => (only === 'page' || kind === 'bars' ? [] : [at]));
  const header = visible.map((at) => columns[at]?.name ?? '');
  const where = moreIn === undefined ? '' : `: see ${moreIn}`;
  return aligned([
    header,
    ...rows.map(({ cells }) => visible.map((at) => cellText(cells[at] ?? ''))),
    ...(more > 0 ? [[`and ${count(more)} more${where}`]] : []),
  ]);
}

function cellText(cell: Cell): string {
  if (typeof cell === 'object' && 'segments' in cell) return '';
  if (typeof cell === 'object' && 'lines' in cell) return cell.lines.map((line) => plainText(line)).join('; ');
  return plainText(cell);
}

/** One line, escaped. */
function contentText(content: Content, style: Terminal['style'] = (_, text) => text): string {
  return piecesOf(content)
    .map((piece) => {
      const text = terminalText(pieceText(piece));
      return typeof piece === 'object' && 'strong' in piece ? style('bold', text) : text;
    })
    .join('')
    .trim();
}

/** Hostile until escaped. */
function plainText(content: Content): string {
  return piecesOf(content).map(pieceText).join('').trim();
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('code' in piece) return piece.code;
  if ('strong' in piece) return piece.strong;
  if ('note' in piece) return ` (${plainText(piece.note)})`;
  if ('url' in piece) return `${piece.link}: ${piece.url}`;
  if ('mailbox' in piece) return piece.mailbox;
  if ('file' in piece) return `${piece.file}, line ${piece.line}`;
  return 'about' in piece ? plainText(piece.about) : '';
}

/** Rows of hostile texts, in columns. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const visibleRows = rows.map((row) => row.map((cell) => shortened(visibleLine(cell), MAX_CELL)));
  // A row of one cell is a sentence.
  const inColumns = visibleRows.filter((row) => row.length > 1);
  const columnCount = inColumns.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = [...Array(columnCount).keys()].map((index) =>
    inColumns.reduce((width, row) => Math.max(width, row[index]?.length ?? 0), 0),
  );
  return visibleRows
    .map((row) => `  ${row.map((cell, index) => cell.padEnd(row.length > 1 ? (widths[index] ?? 0) : 0)).join('  ')}`)
    .map((line) => `${withoutCommands(line.trimEnd())}\n`)
    .join('');
}
