import { widthInCharacters } from './column-facts.ts';
import { plainCell } from './data-row.ts';
import { element } from './element.ts';
import { rowCount, shownNumber } from './shown-number.ts';
import type { ShownTable } from './shown-table.ts';
import { cellAt, type StoredColumn } from './stored-table.ts';

const MOST_PRINTED = 500;
/** A single text of many pages would tear the table apart. */
const LONGEST_TEXT = 300;

/** The shown rows as they are printed: a plain table of the first ones, and how many more there are. */
export function printRows(shown: ShownTable, file: string): HTMLElement {
  const { columns, rows } = shown;
  const printed = rows.subarray(0, MOST_PRINTED);
  const body = element('tbody');
  for (const row of printed) {
    body.append(element('tr', {}, ...columns.map((column) => plainCell(column, printedText(column, row)))));
  }
  const names = columns.map((column) => element('th', { scope: 'col' }, column.name));
  const table = element('table', {}, widths(columns), element('thead', {}, element('tr', {}, ...names)), body);
  const count = `${shownNumber(rows.length)} of ${rowCount(shown.table.rows)}`;
  const more = rows.length - printed.length;
  const rest = more === 0 ? '' : `; ${rowCount(more)} more ${more === 1 ? 'is' : 'are'} not printed, see ${file}`;
  return element('div', { class: 'print-rows' }, element('p', {}, `${count}${rest}.`), table);
}

function printedText(column: StoredColumn, row: number): string {
  const text = String(cellAt(column, row));
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** Shares of the paper's width: left to the browser, one long text leaves nothing for the other columns. */
function widths(columns: readonly StoredColumn[]): HTMLElement {
  const characters = columns.map(widthInCharacters);
  const all = characters.reduce((sum, width) => sum + width, 0);
  return element(
    'colgroup',
    {},
    ...characters.map((width) => {
      const column = element('col');
      column.style.width = `${(100 * width) / all}%`;
      return column;
    }),
  );
}
