import { count } from '../../text/numbers.ts';
import type { PageData, PageTable } from '../../outputs/page/data.ts';
import type { PageState } from '../../text/page-links.ts';
import { columnChooser, type ColumnChooser } from './column-chooser.ts';
import { button, element } from '../element.ts';
import { Grid } from './grid/grid.ts';
import type { ChangeKind } from '../navigation.ts';
import { printRows } from './print-rows.ts';
import { QuickButtons } from './quick-buttons.ts';
import { changeViews, FINDING_COLUMNS, findingViews, reportViews, type QuickView } from './quick-views.ts';
import { RowDetails } from './grid/row-details.ts';
import type { ReadTable } from '../mailbox/mailbox-rows.ts';
import { ScriptButtons } from './script-buttons.ts';
import { sizeOf } from './rows/row-mask.ts';
import { ShownTable } from './rows/shown-table.ts';
import type { StoredTable } from './rows/stored-table.ts';
import { applyState, isView, tableState } from './table-state.ts';
import { UnreadCauses } from './unread-causes.ts';
import { exportButtons } from './export-csv.ts';
import { allText, rowsLine } from './rows-line.ts';

interface TableViewEvents {
  /** The user has changed which rows or columns are shown, or their order. */
  readonly changed: (kind: ChangeKind) => void;
  readonly tables: () => readonly ReadTable[];
}

/** A table of the page with its search, quick views, columns, CSV export, rows and details. */
export class TableView {
  readonly element: HTMLElement;
  readonly views: readonly QuickView[];
  readonly #page: PageTable;
  readonly #shown: ShownTable;
  readonly #grid: Grid;
  readonly #buttons: QuickButtons;
  readonly #columns: ColumnChooser;
  readonly #details: RowDetails;
  readonly #changed: (kind: ChangeKind) => void;
  readonly #search: HTMLInputElement;
  readonly #clear: HTMLButtonElement;
  readonly #listOrder: HTMLButtonElement;
  readonly #skip: HTMLButtonElement;
  readonly #line = element('p', { class: 'line', role: 'status', 'aria-live': 'polite' });
  readonly #causes: UnreadCauses;
  readonly #empty: HTMLElement;
  readonly #script: ScriptButtons | undefined;
  /** Shows and hides the rows of mailboxes without an item. */
  #blank: HTMLButtonElement | undefined;
  #printed: HTMLElement | undefined;
  /** Shows a sentence about what the user has just done. */
  readonly #announce = (done: string): void => this.#updateLine(`. ${done}`);

  /** `id`: a prefix for the ids of its elements. */
  constructor(page: PageTable, stored: StoredTable, data: PageData, id: string, { changed, tables }: TableViewEvents) {
    this.#page = page;
    this.#changed = changed;
    this.#shown = new ShownTable(stored, page.findings ? FINDING_COLUMNS : []);
    this.#details = new RowDetails(stored, id, () => changed('step'));
    this.#grid = new Grid(this.#shown, `Rows of ${page.name}`, {
      changed: (kind) => this.#step(kind),
      opened: (row) => {
        this.#details.show(row);
        changed('step');
      },
    });
    this.views = page.findings
      ? findingViews(stored, page.newRows)
      : [...changeViews(page, stored), ...reportViews(page, stored)];
    this.#buttons = new QuickButtons(this.#shown, this.views, allText(page), (view) => {
      if (view === undefined) this.#clearFilters();
      else this.#shown.setView(view);
      this.#step();
    });
    if (page.findings) {
      this.#script = new ScriptButtons(this.#shown, data, tables, this.#announce);
    }
    const { items } = stored;
    if (items !== undefined) this.#buttons.element.append(this.#blankButton(stored.rows - sizeOf(items)));
    this.#causes = new UnreadCauses(this.#shown, data.remedies);
    this.#search = this.#searchField();
    this.#clear = this.#clearButton();
    this.#listOrder = button('Order of the list', () => {
      this.#shown.sort(undefined);
      this.#step();
      // The button disappears, so the focus moves.
      this.#search.focus();
    });
    this.#skip = this.#skipButton();
    this.#empty = element('div', { class: 'empty' }, element('p', {}, 'No row matches.'), this.#clearButton());
    this.#columns = columnChooser(this.#shown, () => {
      this.#showColumns();
      this.#changed('step');
    });
    this.element = element(
      'div',
      { class: 'table-view' },
      element(
        'div',
        { class: 'tools' },
        this.#search,
        this.#buttons.element,
        this.#columns.element,
        exportButtons(this.#shown, page, data, this.#announce),
        this.#skip,
      ),
      element(
        'div',
        { class: 'state' },
        this.#line,
        this.#clear,
        this.#listOrder,
        ...(this.#script === undefined ? [] : [this.#script.element]),
      ),
      this.#causes.element,
      this.#grid.element,
      this.#empty,
      this.#details.element,
    );
  }

  /** Call once, when it is in the document. */
  start(): void {
    this.#grid.start();
    this.#buttons.refresh();
    this.#blank?.setAttribute('aria-pressed', 'false');
    this.#causes.refresh();
    this.#updateLine();
  }

  /** Closes the cells of a row, before another table is shown. */
  closeRow(): void {
    this.#details.show(undefined);
  }

  /** What is shown, for the fragment of the page's address. */
  get state(): PageState {
    return { ...tableState(this.#page.name, this.#shown), row: this.#details.row };
  }

  /** Shows what a state names, and nothing else. */
  show(state: PageState): void {
    applyState(this.#shown, this.views, state);
    this.#search.value = this.#shown.searchText;
    this.#grid.head.showFilters();
    this.#columns.refresh();
    this.#showColumns();
    this.#showRows();
    this.#grid.revealMatch();
    // A modal dialog that is not visible would block the page.
    if (this.element.closest('[hidden]') === null) this.#details.show(state.row);
  }

  /** Focuses the button of the quick view, or else the rows. */
  focus(): void {
    const { view } = this.#shown;
    if (view === undefined) this.#grid.element.focus({ preventScroll: true });
    else this.#buttons.focus(view);
  }

  /** The scroll positions of its rows and columns, in px. */
  get place(): readonly [rows: number, columns: number] {
    const { scrollTop, scrollLeft } = this.#grid.element;
    return [scrollTop, scrollLeft];
  }

  scrollTo(rows: number, columns: number): void {
    this.#grid.element.scrollTo(columns, rows);
  }

  /** Whether it has a quick view with rows that a state names. */
  hasRowsOf(state: PageState): boolean {
    return this.views.some((view) => isView(view, state) && view.mask.includes(1));
  }

  /** Adds rows for printing, until `afterPrint`. `others`: the other tables of the page. */
  beforePrint(others: readonly PageTable[]): void {
    this.afterPrint();
    this.#printed = printRows(this.#shown, this.#page.file, others);
    this.element.append(this.#printed);
  }

  afterPrint(): void {
    this.#printed?.remove();
    this.#printed = undefined;
  }

  /** Shows the rows after the user has changed filters or order. */
  #step(kind: ChangeKind = 'step'): void {
    this.#showRows();
    this.#grid.revealMatch();
    this.#changed(kind);
  }

  #showRows(): void {
    this.#buttons.refresh();
    this.#blank?.setAttribute('aria-pressed', String(this.#shown.showsBlank));
    this.#script?.refresh();
    this.#causes.refresh();
    this.#grid.showRows();
    this.#updateLine();
  }

  #showColumns(): void {
    this.#grid.showColumns();
    this.#updateLine();
  }

  /** Updates the line with the number of rows. `done`: what the user has just done. */
  #updateLine(done = ''): void {
    const { rows, filtered, table, isSortedByHidden } = this.#shown;
    this.#line.textContent = `${rowsLine(this.#shown, this.#page)}${done}`;
    this.#clear.hidden = !filtered;
    this.#listOrder.hidden = !isSortedByHidden;
    this.#skip.hidden = rows.length === 0;
    this.#empty.hidden = rows.length > 0 || table.rows === 0;
  }

  #searchField(): HTMLInputElement {
    const search = element('input', {
      type: 'search',
      class: 'search',
      'aria-label': 'Search all columns',
      placeholder: 'Search all columns',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    search.addEventListener('input', () => {
      this.#shown.search(search.value);
      this.#step('typing');
    });
    return search;
  }

  #blankButton(rows: number): HTMLButtonElement {
    const made = button(`Mailboxes without ${this.#page.unit[1]}`, () => {
      this.#shown.showsBlank = !this.#shown.showsBlank;
      this.#step();
    });
    made.title = `Also shows mailboxes without ${this.#page.unit[1]}, or that could not be read`;
    made.append(' ', element('span', { class: 'count' }, count(rows)));
    this.#blank = made;
    return made;
  }

  #clearButton(): HTMLButtonElement {
    return button('Clear filters', () => {
      this.#clearFilters();
      this.#step();
      // The button disappears, so the focus moves.
      this.#search.focus();
    });
  }

  #clearFilters(): void {
    this.#shown.clear();
    this.#search.value = '';
    this.#grid.head.showFilters();
  }

  /** Skips the names and filters of all columns, which the Tab key would visit first. */
  #skipButton(): HTMLButtonElement {
    const skip = button('Go to the rows', () => this.#grid.focusRow());
    skip.classList.add('skip');
    return skip;
  }
}
