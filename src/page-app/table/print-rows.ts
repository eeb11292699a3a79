import { count, counted } from '../../text/numbers.ts';
import type { PageTable } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { widthInCharacters } from './rows/column-facts.ts';
import { plainCell } from './grid/row.ts';
import { element } from '../element.ts';
import { itemsText } from '../page-data.ts';
import type { ShownTable } from './rows/shown-table.ts';
import { cellAt, type StoredColumn } from './rows/stored-table.ts';

/** Some 250 sheets. */
const MAX_PRINTED_ROWS = 5_000;
/** Width of all columns together that fits on a sheet without breaking words. */
const MAX_CHARACTERS = 190;
/** A text of many pages would make the table unreadable. */
const MAX_TEXT_LENGTH = 300;

/**
 * The shown rows for printing: a plain table of the first rows with the columns that fit on a sheet, and what is not printed
 * with the CSV that has it.
 *
 * @param others the other tables of the page
 */
export function printRows(shown: ShownTable, file: string, others: readonly PageTable[]): HTMLElement {
  const { rows } = shown;
  const printed = rows.subarray(0, MAX_PRINTED_ROWS);
  const filled = withContent(shown, printed);
  const columns = onOneSheet(filled);
  const body = element('tbody');
  let cut = 0;
  for (const row of printed) {
    const texts = columns.map((column) => String(cellAt(column, row)));
    cut += texts.filter(isCut).length;
    body.append(element('tr', {}, ...columns.map((column, at) => plainCell(column, printedText(texts[at] ?? '')))));
  }
  const names = columns.map((column) => element('th', { scope: 'col' }, visibleLine(column.name)));
  const table = element('table', {}, widths(columns), element('thead', {}, element('tr', {}, ...names)), body);
  const total = `${count(rows.length)} of ${counted(shown.table.rows, 'row', 'rows')}`;
  const filters = shown.conditions.map((condition) => `; ${condition}`).join('');
  const left = filled.filter((column) => !columns.includes(column)).map(({ name }) => visibleLine(name));
  const more = rows.length - printed.length;
  const omitted = [
    ...(more === 0 ? [] : [counted(more, 'row', 'rows')]),
    ...(left.length === 0 ? [] : [`the ${left.length === 1 ? 'column' : 'columns'} ${left.join(', ')}`]),
    ...(cut === 0 ? [] : [`the end of ${counted(cut, 'text', 'texts')}`]),
  ];
  const tables = others.map((other) => `${other.file} (${itemsText(other)})`);
  const lines = [
    `${file}: ${total}${filters}.`,
    ...(omitted.length === 0 ? [] : [`Not printed, but in ${file}: ${omitted.join('; ')}.`]),
    ...(tables.length === 0 ? [] : [`Other files, which are not printed: ${visibleLine(tables.join(', '))}.`]),
  ];
  return element('div', { class: 'print-rows' }, ...lines.map((line) => element('p', {}, line)), table);
}

/** These columns are printed before others. */
const FIRST: readonly string[] = ['Verdict', 'Violations', 'Status', 'Error'];

/** The shown columns that are not blank in all rows: the first column, then `FIRST`, then the others. */
function withContent(shown: ShownTable, rows: Uint32Array): readonly StoredColumn[] {
  const [name, ...others] = shown.arranged;
  const filled = others.filter((column) => rows.some((row) => cellAt(column, row) !== ''));
  const isFirst = ({ name: column }: StoredColumn): boolean => FIRST.includes(column);
  const all = [...filled.filter(isFirst), ...filled.filter((column) => !isFirst(column))];
  return name === undefined ? all : [name, ...all];
}

function onOneSheet(columns: readonly StoredColumn[]): readonly StoredColumn[] {
  let characters = 0;
  const fit = columns.findIndex((column) => (characters += widthInCharacters(column)) > MAX_CHARACTERS);
  return fit === -1 ? columns : columns.slice(0, Math.max(1, fit));
}

function isCut(text: string): boolean {
  return text.length > MAX_TEXT_LENGTH;
}

function printedText(text: string): string {
  return isCut(text) ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}

/** Fixed shares of the width, since browsers give a column with one long text almost all of it. */
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
