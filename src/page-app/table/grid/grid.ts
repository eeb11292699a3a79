import { nameWidthInCharacters, widthInCharacters } from '../rows/column-facts.ts';
import { dataRow, markNew } from './row.ts';
import { element } from '../../element.ts';
import { GridHead } from './head.ts';
import type { ShownTable } from '../rows/shown-table.ts';
import { markMatches } from './match-marks.ts';
import type { ChangeKind } from '../../navigation.ts';
import { cellAt, columnOf, searchedText, type StoredColumn } from '../rows/stored-table.ts';
import { MAX_SCROLLED_ROWS, VirtualRows } from './virtual-rows.ts';

const CHARACTER_WIDTH = 7.4;
const CELL_PADDING = 26;
/** The button before the name of a row. */
const OPEN_BUTTON = 18;
const HEADER_ROWS = 2;

interface GridEvents {
  /** A filter or the order has changed. */
  readonly changed: (kind: ChangeKind) => void;
  /** A row was clicked, or Enter was pressed on it. */
  readonly opened: (row: number) => void;
}

/**
 * The table of the shown rows, which scrolls in its own box. One row is reachable with the Tab key (a roving tabindex);
 * the arrow keys, Page Up and Down, Home and End move to other rows.
 */
export class Grid {
  readonly element: HTMLElement;
  readonly head: GridHead;
  readonly #shown: ShownTable;
  readonly #events: GridEvents;
  readonly #widths: ReadonlyMap<StoredColumn, number>;
  readonly #columns = element('colgroup');
  readonly #table: HTMLTableElement;
  readonly #rows: VirtualRows;
  /** Shows whether the mailbox of a row was read. */
  readonly #status: StoredColumn | undefined;
  /** The columns in their current order. */
  #laidOut: readonly StoredColumn[] = [];
  /** Whether it was scrolled to a searched text. */
  #isAtMatch = false;
  /** The place of the row with the roving tabindex. */
  #current = 0;

  constructor(shown: ShownTable, label: string, events: GridEvents) {
    this.#shown = shown;
    this.#events = events;
    this.#widths = new Map(
      shown.table.columns.map((column, at) => {
        const [characters, padding] =
          at === 0
            ? [nameWidthInCharacters(column), CELL_PADDING + OPEN_BUTTON]
            : [widthInCharacters(column), CELL_PADDING];
        return [column, Math.round(characters * CHARACTER_WIDTH + padding)];
      }),
    );
    this.#status = columnOf(shown.table, 'Status');
    this.head = new GridHead(shown, events.changed);
    this.element = element('div', { class: 'grid', role: 'region', 'aria-label': label, tabindex: '0' });
    this.#rows = new VirtualRows(
      this.element,
      (place) => this.#row(place),
      () => {
        this.#keepTabStop();
        markMatches(
          this.#rows.element,
          this.#laidOut.map((column) => shown.wordsOf(column)),
        );
      },
    );
    this.#table = element('table', { 'aria-label': label }, this.#columns, this.head.element, this.#rows.element);
    this.element.append(this.#table);
    this.#rows.element.addEventListener('click', (event) => this.#press(event));
    this.#rows.element.addEventListener('keydown', (event) => this.#move(event));
    this.head.element.addEventListener('focusin', ({ target }) => {
      const cell = target instanceof Element ? target.closest('th, td') : null;
      if (cell instanceof HTMLTableCellElement) this.#scrollHeaderTo(cell);
    });
  }

  /** Call once, when the grid is in the document. */
  start(): void {
    this.#rows.start();
    this.showColumns();
    this.showRows();
  }

  /** Call after the rows or their order have changed: shows the first ones. */
  showRows(): void {
    this.element.scrollTop = 0;
    this.head.showSorting();
    const { arranged } = this.#shown;
    if (arranged.length === this.#laidOut.length && arranged.every((column, at) => column === this.#laidOut[at])) {
      this.#render(0);
      return;
    }
    this.#current = 0;
    this.element.scrollLeft = 0;
    this.showColumns();
  }

  /** Call after columns were hidden, shown or reordered. */
  showColumns(): void {
    const { arranged: columns } = this.#shown;
    this.#laidOut = columns;
    let total = 0;
    this.#columns.replaceChildren(
      ...columns.map((column, at) => {
        const width = this.#widths.get(column) ?? 0;
        const made = element('col');
        // The first column stays in view while scrolling, and must leave space for others.
        made.style.width = at === 0 ? `min(${width}px, 45vw)` : `${width}px`;
        total += width;
        return made;
      }),
    );
    this.#table.style.width = `max(100%, ${total}px)`;
    this.head.showColumns();
    this.head.showSorting();
    // Keeps the focused element out from behind the first column, which stays in view.
    const first = this.head.element.querySelector('th');
    this.element.style.scrollPaddingInlineStart = `${first?.offsetWidth ?? 0}px`;
    this.#render(this.#current);
  }

  /** Scrolls to the column of the first visible row in which a searched text was found, and back when there is none. */
  revealMatch(): void {
    const row = this.#rows.element.querySelector<HTMLTableRowElement>('tr.data');
    const at = row === null ? -1 : this.#columnWithMatch(this.#shown.rows[Number(row.dataset.place)] ?? 0);
    const cell = this.head.element.querySelectorAll('th')[at];
    if (at === 0 || (cell === undefined && this.#isAtMatch)) this.element.scrollLeft = 0;
    else if (cell !== undefined) this.#scrollHeaderTo(cell);
    this.#isAtMatch = cell !== undefined;
  }

  /** The position of the first column that contains a searched text; -1 without one. */
  #columnWithMatch(row: number): number {
    return this.#laidOut.findIndex((column) => {
      const text = searchedText(String(cellAt(column, row)));
      return this.#shown.wordsOf(column).some((word) => text.includes(searchedText(word)));
    });
  }

  /** Focuses the row with the roving tabindex. */
  focusRow(): void {
    if (this.#shown.rows.length > 0) this.#focus(this.#current);
  }

  #render(current: number): void {
    this.#current = current;
    this.#table.setAttribute('aria-rowcount', String(this.#shown.rows.length + HEADER_ROWS));
    this.#rows.show(this.#shown.rows.length);
  }

  #row(place: number): HTMLTableRowElement {
    const row = this.#shown.rows[place] ?? 0;
    const made = dataRow(this.#laidOut, row, place, this.#status);
    if (this.#shown.table.newRows?.has(row) === true) markNew(made);
    if (place === this.#current) this.#setTabStop(made);
    return made;
  }

  #press(event: MouseEvent): void {
    const row = rowOf(event.target);
    if (row === undefined || isLink(event.target) || (!isButton(event.target) && isSelected(row))) return;
    const place = Number(row.dataset.place);
    this.#focus(place);
    this.#events.opened(this.#shown.rows[place] ?? 0);
  }

  #move(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    // Otherwise the browser scrolls to the ends of the table and the row loses the focus.
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    const row = rowOf(event.target);
    const last = Math.min(this.#shown.rows.length, MAX_SCROLLED_ROWS) - 1;
    const target = row && goal(event.key, Number(row.dataset.place), this.#rows.pageLength, last);
    if (target === undefined) return;
    event.preventDefault();
    this.#focus(Math.min(last, Math.max(0, target)));
  }

  #focus(place: number): void {
    const row = this.#rows.reveal(place, this.head.element.offsetHeight);
    if (row === undefined) return;
    for (const stop of this.#tabStops()) stop.tabIndex = -1;
    this.#setTabStop(row);
    buttonOf(row)?.focus({ preventScroll: true });
    scrollIntoWindow(row);
  }

  /** Scrolls until a cell of the header is fully visible: browsers do not, since the header is sticky. */
  #scrollHeaderTo(cell: HTMLTableCellElement): void {
    if (cell.cellIndex === 0) return;
    const names = this.head.element.querySelector('th')?.offsetWidth ?? 0;
    const start = cell.offsetLeft - names;
    const end = cell.offsetLeft + cell.offsetWidth - this.element.clientWidth;
    const { scrollLeft } = this.element;
    if (scrollLeft > start) this.element.scrollLeft = start;
    else if (scrollLeft < end) this.element.scrollLeft = Math.min(start, end);
  }

  /** If the row with the roving tabindex was scrolled out of view, a visible row gets it. */
  #keepTabStop(): void {
    if (this.#tabStops().length > 0) return;
    const rows = [...this.#rows.element.querySelectorAll<HTMLTableRowElement>('tr.data')];
    const middle = rows[Math.floor(rows.length / 2)];
    if (middle !== undefined) this.#setTabStop(middle);
  }

  #tabStops(): NodeListOf<HTMLButtonElement> {
    return this.#rows.element.querySelectorAll<HTMLButtonElement>('button[tabindex="0"]');
  }

  #setTabStop(row: HTMLTableRowElement): void {
    this.#current = Number(row.dataset.place);
    const open = buttonOf(row);
    if (open !== undefined) open.tabIndex = 0;
  }
}

/** The row is visible in the grid, but the grid may be partly outside the window. */
function scrollIntoWindow(row: HTMLTableRowElement): void {
  const { top, bottom } = row.getBoundingClientRect();
  // The bar at the top of the page stays in view.
  const covered = document.querySelector<HTMLElement>('.top')?.offsetHeight ?? 0;
  if (bottom > window.innerHeight) window.scrollBy(0, bottom - window.innerHeight);
  else if (top < covered) window.scrollBy(0, top - covered);
}

function isLink(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a') !== null;
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** Selecting text in a row to copy it does not open the row. */
function isSelected(row: HTMLTableRowElement): boolean {
  const selection = document.getSelection();
  return selection?.type === 'Range' && selection.containsNode(row, true);
}

function goal(key: string, place: number, page: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return place + 1;
    case 'ArrowUp':
      return place - 1;
    case 'PageDown':
      return place + page;
    case 'PageUp':
      return place - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

function rowOf(target: EventTarget | null): HTMLTableRowElement | undefined {
  const row = target instanceof Element ? target.closest('tr.data') : null;
  return row instanceof HTMLTableRowElement ? row : undefined;
}

function buttonOf(row: HTMLTableRowElement): HTMLButtonElement | undefined {
  return row.querySelector('button') ?? undefined;
}
