import { visibleLine } from '../text/display.ts';
import { cellState } from './cell-state.ts';
import { isNumeric } from './column-facts.ts';
import { element } from './element.ts';
import { cellAt, type StoredColumn } from './stored-table.ts';

/** Shorter texts find room in the narrowest column. */
const SURELY_SEEN = 8;

/**
 * A row of the grid. Its first cell names the row, and has the button that opens it. `status`: the column that tells whether
 * the mailbox was read, which stands far from its name, or nowhere.
 */
export function dataRow(
  columns: readonly StoredColumn[],
  row: number,
  place: number,
  status?: StoredColumn,
): HTMLTableRowElement {
  const made = element('tr', { class: 'data', 'aria-rowindex': String(place + 3) });
  made.dataset.place = String(place);
  for (const [at, column] of columns.entries()) {
    const text = String(cellAt(column, row));
    made.append(
      at === 0 ? nameCell(text, rowName(columns, row) || `(blank), row ${place + 1}`) : plainCell(column, text),
    );
  }
  markUnread(made, columns, String(cellAt(status, row)), status);
  return made;
}

/** What was not read is blank: that it was not stands in the first blank cell, by the style sheet, since it is no text of it. */
function markUnread(
  row: HTMLTableRowElement,
  columns: readonly StoredColumn[],
  said: string,
  status: StoredColumn | undefined,
): void {
  if (status === undefined || said === '' || said === 'ok') return;
  const cells = [...row.cells];
  const at = cells.findIndex((cell, place) => place > 0 && cell.textContent === '');
  const statusAt = columns.indexOf(status);
  if (statusAt === -1 || at < statusAt) cells[at]?.setAttribute('data-unread', `not read: ${visibleLine(said)}`);
}

/** What a row is called: by its first cell, and by the mailbox where that stands elsewhere. */
export function rowName(columns: readonly StoredColumn[], row: number): string {
  const [first, ...others] = columns;
  const mailbox = others.find(({ name }) => name === 'MailboxName');
  return [first, mailbox]
    .map((column) => visibleLine(String(cellAt(column, row))))
    .filter((text) => text !== '')
    .join(', ');
}

/** A cell that is no button. What turns the direction of a text around, or shows nothing, is seen as its number. */
export function plainCell(column: StoredColumn, text: string): HTMLTableCellElement {
  const shown = visibleLine(text);
  const cell = element('td', {}, shown);
  if (shown.length > SURELY_SEEN) cell.title = shown;
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
  const shown = visibleLine(text);
  const name = element('span', { class: 'name' }, shown === '' ? '(blank)' : shown);
  const cell = element('th', { scope: 'row', 'aria-label': called }, open, name);
  if (shown !== '') cell.title = shown;
  return cell;
}
