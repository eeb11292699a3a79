import { visibleLine } from '../text/display.ts';
import { widthInCharacters } from './column-facts.ts';
import { plainCell } from './data-row.ts';
import { element } from './element.ts';
import { rowCount, shownNumber } from './shown-number.ts';
import type { ShownTable } from './shown-table.ts';
import { cellAt, type StoredColumn } from './stored-table.ts';

const MOST_PRINTED = 500;
/** Of all columns together, which is what a sheet is wide without words being torn apart. */
const MOST_CHARACTERS = 190;
/** A single text of many pages would tear the table apart. */
const LONGEST_TEXT = 300;

/**
 * The shown rows as they are printed: a plain table of the first ones, with as many of the shown columns as a sheet has
 * room for, and how much more there is.
 */
export function printRows(shown: ShownTable, file: string): HTMLElement {
  const { rows } = shown;
  const printed = rows.subarray(0, MOST_PRINTED);
  const filled = withContent(shown, printed);
  const columns = onOneSheet(filled);
  const body = element('tbody');
  for (const row of printed) {
    body.append(element('tr', {}, ...columns.map((column) => plainCell(column, printedText(column, row)))));
  }
  const names = columns.map((column) => element('th', { scope: 'col' }, visibleLine(column.name)));
  const table = element('table', {}, widths(columns), element('thead', {}, element('tr', {}, ...names)), body);
  const count = `${shownNumber(rows.length)} of ${rowCount(shown.table.rows)}`;
  const more = rows.length - printed.length;
  const rest = more === 0 ? '' : `; ${rowCount(more)} more ${more === 1 ? 'is' : 'are'} not printed, see ${file}`;
  const left = filled.length - columns.length;
  const aside = left === 0 ? '' : ` Printed are ${columns.length} of ${filled.length} columns.`;
  const filters = shown.conditions.map((condition) => `; ${condition}`).join('');
  const told = `${file}: ${count}${filters}${rest}.${aside}`;
  return element('div', { class: 'print-rows' }, element('p', {}, told), table);
}

/** What came of a row finds room on the sheet whatever else does not. */
const FIRST: readonly string[] = ['Verdict', 'Violations', 'Status', 'Error'];

/** The shown columns in which any of the rows has something: the first, then what came of the rows, then the others. */
function withContent(shown: ShownTable, rows: Uint32Array): readonly StoredColumn[] {
  const [name, ...others] = shown.arranged;
  const filled = others.filter((column) => rows.some((row) => cellAt(column, row) !== ''));
  const isFirst = ({ name: column }: StoredColumn): boolean => FIRST.includes(column);
  const all = [...filled.filter(isFirst), ...filled.filter((column) => !isFirst(column))];
  return name === undefined ? all : [name, ...all];
}

function onOneSheet(columns: readonly StoredColumn[]): readonly StoredColumn[] {
  let characters = 0;
  const fit = columns.findIndex((column) => (characters += widthInCharacters(column)) > MOST_CHARACTERS);
  return fit === -1 ? columns : columns.slice(0, Math.max(1, fit));
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
