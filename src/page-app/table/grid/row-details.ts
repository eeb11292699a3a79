import { fragmentOf } from '../../../text/page-links.ts';
import { visibleLine, visibleLines } from '../../../text/display.ts';
import { localTime } from '../../local-time.ts';
import { rowName } from './row.ts';
import { dialog, element } from '../../element.ts';
import { cellAt, columnOf, type StoredTable } from '../rows/stored-table.ts';

/** The dialog with all cells of a row in full, also those of hidden columns. One for each table. */
export class RowDetails {
  readonly element: HTMLDialogElement;
  readonly #table: StoredTable;
  readonly #title: HTMLHeadingElement;
  readonly #mailbox = element('a', { class: 'to-mailbox' }, 'The mailbox in all reports');
  readonly #cells = element('dl');

  #row: number | undefined;

  /** `id`: a prefix for the ids of its elements. `closed` is called when the user has closed it. */
  constructor(table: StoredTable, id: string, closed: () => void) {
    this.#table = table;
    this.#title = element('h3', { id: `${id}-details` });
    // The view of the mailbox takes the place of this dialog, and returns the focus to the row.
    this.#mailbox.addEventListener('click', () => this.show(undefined));
    const content = element(
      'div',
      { class: 'details-cells', tabindex: '0', role: 'group', 'aria-label': 'All cells' },
      this.#cells,
    );
    this.element = dialog(this.#title, [this.#mailbox], content, 'details');
    this.element.addEventListener('close', () => {
      if (this.#row === undefined) return;
      this.#row = undefined;
      closed();
    });
  }

  /** The row that is open. */
  get row(): number | undefined {
    return this.#row;
  }

  /** Opens a row; undefined closes the dialog. When it closes, the browser restores the focus. */
  show(row: number | undefined): void {
    this.#row = row !== undefined && row < this.#table.rows ? row : undefined;
    if (this.#row === undefined) this.element.close();
    else this.#open(this.#row);
  }

  #open(row: number): void {
    this.#title.textContent = rowName(this.#table.columns, row) || '(blank)';
    const cells = this.#table.columns.map((column) => ({ name: column.name, text: String(cellAt(column, row)) }));
    const blank = cells.filter(({ text }) => text === '').map(({ name }) => name);
    this.#cells.replaceChildren(
      ...cells
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => entry(visibleLine(name), element('dd', {}, visibleLines(text), ...localTime(text)))),
      ...(blank.length === 0
        ? []
        : [entry('(blank)', element('dd', { class: 'blank' }, visibleLine(blank.join(', '))))]),
    );
    const mailbox = String(cellAt(columnOf(this.#table, 'MailboxName'), row));
    this.#mailbox.hidden = mailbox === '';
    this.#mailbox.href = fragmentOf({ mailbox });
    if (!this.element.open) this.element.showModal();
    this.#cells.parentElement?.scrollTo(0, 0);
  }
}

function entry(name: string, value: HTMLElement): HTMLElement {
  return element('div', {}, element('dt', {}, name), value);
}
