import { cellState } from './cell-state.ts';
import { isNumeric } from './column-facts.ts';
import { element } from './element.ts';
import { cellAt, type StoredColumn } from './stored-table.ts';

/** Shorter texts find room in the narrowest column. */
const SURELY_SEEN = 8;

/** A row of the grid. Its first cell names the row, and has the button that opens it. */
export function dataRow(columns: readonly StoredColumn[], row: number, place: number): HTMLTableRowElement {
  const made = element('tr', { class: 'data', 'aria-rowindex': String(place + 3) });
  made.dataset.place = String(place);
  for (const [at, column] of columns.entries()) {
    const text = String(cellAt(column, row));
    made.append(at === 0 ? nameCell(text, place) : plainCell(column, text));
  }
  return made;
}

/** A cell that is no button. */
export function plainCell(column: StoredColumn, text: string): HTMLTableCellElement {
  const cell = element('td', {}, text);
  if (text.length > SURELY_SEEN) cell.title = text;
  if (isNumeric(column)) cell.classList.add('number');
  const state = cellState(column.name, text);
  if (state !== undefined) cell.classList.add(state);
  return cell;
}

function nameCell(text: string, place: number): HTMLTableCellElement {
  const open = element('button', { type: 'button', class: 'open', tabindex: '-1', 'aria-haspopup': 'dialog' });
  open.setAttribute('aria-label', text === '' ? `(blank), row ${place + 1}` : text);
  open.append(element('span', { 'aria-hidden': 'true' }, '›'));
  // Beside the button, not in it, so that it can be marked and copied.
  const name = element('span', { class: 'name' }, text === '' ? '(blank)' : text);
  if (text !== '') name.title = text;
  return element('th', { scope: 'row' }, open, name);
}
