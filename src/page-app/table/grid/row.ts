import { fragmentOf } from '../../../text/page-links.ts';
import { visibleLine, withoutId } from '../../../text/display.ts';
import { isNumeric } from '../rows/column-facts.ts';
import { element } from '../../element.ts';
import { cellAt, type StoredColumn } from '../rows/stored-table.ts';

/** Shorter texts fit into the narrowest column. */
const MIN_TITLE_LENGTH = 8;

/**
 * A row of the grid. Its first cell identifies the row and has the button that opens it. `status`: the column that shows
 * whether the mailbox was read; it may be out of view or hidden.
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
      at === 0 ? nameCell(column, text, rowName(columns, row) || `(blank), row ${place + 1}`) : plainCell(column, text),
    );
  }
  markUnreadable(made, columns, String(cellAt(status, row)), status);
  return made;
}

/** Marks the first blank cell of an unreadable mailbox, which the style sheet shows: it is not a value of the cell. */
function markUnreadable(
  row: HTMLTableRowElement,
  columns: readonly StoredColumn[],
  text: string,
  status: StoredColumn | undefined,
): void {
  if (status === undefined || text === '' || text === 'ok') return;
  const cells = [...row.cells];
  const at = cells.findIndex((cell, place) => place > 0 && cell.textContent === '');
  const statusAt = columns.indexOf(status);
  if (statusAt === -1 || at < statusAt) cells[at]?.setAttribute('data-unreadable', `not read: ${visibleLine(text)}`);
}

/** Marks a row that the earlier report does not have. */
export function markNew(row: HTMLTableRowElement): void {
  row.cells[0]?.append(element('span', { class: 'new' }, 'new'));
}

/** The name of a row: its first cell, and the mailbox if that is in another one. */
export function rowName(columns: readonly StoredColumn[], row: number): string {
  const [first, ...others] = columns;
  const mailbox = others.find(({ name }) => name === 'MailboxName');
  return [first, mailbox]
    .map((column) => visibleLine(String(cellAt(column, row))))
    .filter((text) => text !== '')
    .join(', ');
}

/** A cell without a button. Hidden characters and those that change the direction of text are escaped. */
export function plainCell(column: StoredColumn, text: string): HTMLTableCellElement {
  const whole = visibleLine(text);
  const cell = element('td', {}, mailboxName(column, text) ?? visibleLine(withoutId(text)));
  if (whole.length > MIN_TITLE_LENGTH) cell.title = whole;
  if (isNumeric(column)) cell.classList.add('number');
  const state = cellState(column.name, text);
  if (state !== undefined) cell.classList.add(state);
  return cell;
}

function nameCell(column: StoredColumn, text: string, called: string): HTMLTableCellElement {
  const open = element('button', { type: 'button', class: 'open', tabindex: '-1', 'aria-haspopup': 'dialog' });
  open.setAttribute('aria-label', `Open ${called}`);
  open.append(element('span', { 'aria-hidden': 'true' }, '›'));
  // Beside the button, not in it, so that it can be selected and copied.
  const shown = visibleLine(text);
  const name = element('span', { class: 'name' }, mailboxName(column, text) ?? (shown === '' ? '(blank)' : shown));
  const cell = element('th', { scope: 'row', 'aria-label': called }, open, name);
  if (shown !== '') cell.title = shown;
  return cell;
}

/**
 * A link to the view of a mailbox; undefined in other columns. The keyboard reaches it from the row's details, so that each row
 * is one Tab stop.
 */
function mailboxName({ name }: StoredColumn, text: string): HTMLElement | undefined {
  if (name !== 'MailboxName' || text === '') return undefined;
  const href = fragmentOf({ mailbox: text });
  return element('a', { href, class: 'mailbox-name', tabindex: '-1', draggable: 'false' }, visibleLine(text));
}

const VERDICT_STATES: ReadonlyMap<string, string> = new Map([
  ['pass', 'state-good'],
  ['fail', 'state-bad'],
  ['warn', 'state-warn'],
  ['inconclusive', 'state-muted'],
  ['known', 'state-muted'],
  ['exempt', 'state-muted'],
]);

/** The class that colours a status or a verdict; undefined for other cells. */
export function cellState(column: string, text: string): string | undefined {
  if (column === 'Status') return text === '' || text === 'ok' ? undefined : 'state-warn';
  return column === 'Verdict' ? VERDICT_STATES.get(text) : undefined;
}
