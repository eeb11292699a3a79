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
    made.append(
      at === 0 ? nameCell(text, rowName(columns, row) || `(blank), row ${place + 1}`) : plainCell(column, text),
    );
  }
  return made;
}

/** What a row is called: by its first cell, and by the mailbox where that stands elsewhere. */
export function rowName(columns: readonly StoredColumn[], row: number): string {
  const [first, ...others] = columns;
  const mailbox = others.find(({ name }) => name === 'MailboxName');
  return [first, mailbox]
    .map((column) => String(cellAt(column, row)))
    .filter((text) => text !== '')
    .join(', ');
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

function nameCell(text: string, called: string): HTMLTableCellElement {
  const open = element('button', { type: 'button', class: 'open', tabindex: '-1', 'aria-haspopup': 'dialog' });
  open.setAttribute('aria-label', `Open ${called}`);
  open.append(element('span', { 'aria-hidden': 'true' }, '›'));
  // Beside the button, not in it, so that it can be marked and copied.
  const name = element('span', { class: 'name' }, text === '' ? '(blank)' : text);
  if (text !== '') name.title = text;
  return element('th', { scope: 'row', 'aria-label': called }, open, name);
}
