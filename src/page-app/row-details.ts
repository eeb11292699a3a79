import { visibleLine, visibleLines } from '../text/display.ts';
import { rowName } from './data-row.ts';
import { button, element } from './element.ts';
import { cellAt, type StoredTable } from './stored-table.ts';

/** The dialog that shows a row with all its cells in full, those of hidden columns too. One for each table. */
export class RowDetails {
  readonly element: HTMLDialogElement;
  readonly #table: StoredTable;
  readonly #title: HTMLHeadingElement;
  readonly #cells = element('dl');

  /** `id`: a prefix for the ids of its elements. */
  constructor(table: StoredTable, id: string) {
    this.#table = table;
    this.#title = element('h3', { id: `${id}-details` });
    const close = button('Close', () => {
      this.element.close();
    });
    this.element = element(
      'dialog',
      { class: 'details', 'aria-labelledby': `${id}-details` },
      element('div', { class: 'details-head' }, this.#title, close),
      element('div', { class: 'details-cells', tabindex: '0', role: 'group', 'aria-label': 'All cells' }, this.#cells),
    );
    this.element.addEventListener('click', (event) => {
      // The backdrop belongs to the dialog itself; all that is seen of it lies in its children.
      // The second press of two is meant for the row.
      if (event.target === this.element && event.detail < 2) this.element.close();
    });
  }

  /** When it closes, the browser gives the focus back to what had it. */
  open(row: number): void {
    this.#title.textContent = rowName(this.#table.columns, row) || '(blank)';
    const cells = this.#table.columns.map((column) => ({ name: column.name, text: String(cellAt(column, row)) }));
    const blank = cells.filter(({ text }) => text === '').map(({ name }) => name);
    this.#cells.replaceChildren(
      ...cells
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => entry(visibleLine(name), element('dd', {}, visibleLines(text)))),
      ...(blank.length === 0
        ? []
        : [entry('(blank)', element('dd', { class: 'blank' }, visibleLine(blank.join(', '))))]),
    );
    this.element.showModal();
    this.#cells.parentElement?.scrollTo(0, 0);
  }
}

function entry(name: string, value: HTMLElement): HTMLElement {
  return element('div', {}, element('dt', {}, name), value);
}
