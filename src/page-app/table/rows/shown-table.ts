import { visibleLine } from '../../../text/display.ts';
import type { QuickView } from '../quick-views.ts';
import { both, rowsContaining, rowsWhere, rowsWithWords, wordsIn, type RowMask } from './row-mask.ts';
import { csvOrder, sortedOrder, type Direction } from './row-order.ts';
import { foldedText, type StoredColumn, type StoredTable } from './stored-table.ts';

/** The filter of a column: a text that its cells contain, or a value in lower case. */
export type ColumnFilter =
  | { readonly contains: string }
  | { readonly folded: string; /** The spelling that was chosen. */ readonly text?: string };

const STATE_COLUMNS: readonly string[] = ['Status', 'Error', 'Verdict', 'Violations'];

/** The filter for cells that are equal to a text, without regard to case. */
export function exactly(text: string): ColumnFilter {
  return { folded: foldedText(text), text };
}

export interface Sorting {
  readonly column: StoredColumn;
  readonly direction: Direction;
}

/** A table with its filters, order and hidden columns. */
export class ShownTable {
  readonly table: StoredTable;
  readonly #about: readonly string[];
  readonly #hidden = new Set<StoredColumn>();
  readonly #filters = new Map<StoredColumn, { readonly mask: RowMask; readonly filter: ColumnFilter }>();
  #search: { readonly mask: RowMask; readonly text: string } | undefined;
  #view: QuickView | undefined;
  #showsBlank = false;
  #sorting: Sorting | undefined;
  #order: Uint32Array;
  #rows: Uint32Array | undefined;

  /** `about`: the columns that follow the first one unless a quick view is active. */
  constructor(table: StoredTable, about: readonly string[] = []) {
    this.table = table;
    this.#about = about;
    this.#order = csvOrder(table);
  }

  /** The shown columns in the order of the CSV. */
  get columns(): readonly StoredColumn[] {
    return this.table.columns.filter((column) => !this.#hidden.has(column));
  }

  /** The same in the order of the screen: the first one, then those that the quick view or the table is about. */
  get arranged(): readonly StoredColumn[] {
    const { columns } = this;
    const about = this.#view?.about ?? this.#about;
    const rank = (column: StoredColumn, at: number): number => {
      if (at === 0) return -1;
      const place = about.indexOf(column.name);
      return place === -1 ? about.length : place;
    };
    return columns
      .map((column, at) => ({ column, rank: rank(column, at) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ column }) => column);
  }

  /** The text of the search as typed; '' if there is none. */
  get searchText(): string {
    return this.#search?.text ?? '';
  }

  filterOf(column: StoredColumn): ColumnFilter | undefined {
    return this.#filters.get(column)?.filter;
  }

  /** The texts that a cell of a column is searched for: the words of the search, and the text of the column's filter. */
  wordsOf(column: StoredColumn): readonly string[] {
    const filter = this.#filters.get(column)?.filter;
    const words = this.#search === undefined ? [] : wordsIn(this.#search.text);
    return filter !== undefined && 'contains' in filter ? [...words, filter.contains.trim()] : words;
  }

  /** The active filters in words. */
  get conditions(): readonly string[] {
    const conditions = [...this.#filters].map(([column, { filter }]) => conditionText(column, filter));
    if (this.#search !== undefined) conditions.unshift(`with ${this.#search.text.trim()}`);
    return this.#view === undefined ? conditions : [this.#view.name, ...conditions];
  }

  /** The filters of hidden columns in words: nothing else on the screen shows them. */
  get hiddenConditions(): readonly string[] {
    return [...this.#filters]
      .filter(([column]) => this.#hidden.has(column))
      .map(([column, { filter }]) => conditionText(column, filter));
  }

  /** The positions of the shown rows, in the order shown. */
  get rows(): Uint32Array {
    this.#rows ??= this.#shownRows();
    return this.#rows;
  }

  get view(): QuickView | undefined {
    return this.#view;
  }

  get sorting(): Sorting | undefined {
    return this.#sorting;
  }

  /** Whether rows of mailboxes without an item are shown too, which are hidden until the reader asks for them. */
  get showsBlank(): boolean {
    return this.#showsBlank;
  }

  set showsBlank(shows: boolean) {
    this.#showsBlank = shows;
    this.#rows = undefined;
  }

  /** Whether all shown rows are about an item. */
  get hasItemsOnly(): boolean {
    const { items } = this.table;
    return items === undefined || this.rows.every((row) => items[row] === 1);
  }

  /** Whether a filter, the search or a quick view is active. */
  get filtered(): boolean {
    return this.#masks().length > 0;
  }

  /** Whether no header shows the order. */
  get isSortedByHidden(): boolean {
    return this.sorting !== undefined && this.isHidden(this.sorting.column);
  }

  isHidden(column: StoredColumn): boolean {
    return this.#hidden.has(column);
  }

  /** Hides or shows a column; its filter and order stay active. The last shown column cannot be hidden. */
  setHidden(column: StoredColumn, hidden: boolean): void {
    if (!hidden) this.#hidden.delete(column);
    else if (this.columns.length > 1) this.#hidden.add(column);
  }

  /** Shows the rows that contain each word; a text without words shows all. */
  search(text: string): void {
    this.#search = text.trim() === '' ? undefined : { mask: rowsWithWords(this.table, text), text };
    this.#rows = undefined;
  }

  /** Filters by a column, without regard to case; undefined or a blank text shows all. */
  filter(column: StoredColumn, filter: ColumnFilter | undefined): void {
    const mask = filter && filterMask(column, filter);
    if (filter === undefined || mask === undefined) this.#filters.delete(column);
    else this.#filters.set(column, { mask, filter });
    this.#rows = undefined;
  }

  /** Shows the rows of a quick view; undefined shows all. */
  setView(view: QuickView | undefined): void {
    this.#view = view;
    this.#rows = undefined;
  }

  /** Undefined: the order of the list. */
  sort(sorting: Sorting | undefined): void {
    this.#sorting = sorting;
    this.#order = sorting ? sortedOrder(sorting.column, sorting.direction) : csvOrder(this.table);
    this.#rows = undefined;
  }

  /** Clears the search, all filters and the quick view. Order and columns stay. */
  clear(): void {
    this.#search = undefined;
    this.#filters.clear();
    this.#view = undefined;
    this.#rows = undefined;
  }

  /** A quick view has what it says, and a filter of a state or for blank cells is about mailboxes without an item too. */
  #asksForBlank(): boolean {
    return (
      this.#showsBlank ||
      this.#view !== undefined ||
      [...this.#filters].some(
        ([{ name }, { filter }]) => STATE_COLUMNS.includes(name) || ('folded' in filter && filter.folded === ''),
      )
    );
  }

  #masks(): readonly RowMask[] {
    const masks = [...this.#filters.values()].map(({ mask }) => mask);
    if (this.#search !== undefined) masks.push(this.#search.mask);
    if (this.#view !== undefined) masks.push(this.#view.mask);
    return masks;
  }

  #shownRows(): Uint32Array {
    const { items } = this.table;
    const masks = items === undefined || this.#asksForBlank() ? this.#masks() : [...this.#masks(), items];
    if (masks.length === 0) return this.#order;
    const kept = both(masks, this.table.rows);
    return this.#order.filter((row) => kept[row] === 1);
  }
}

function conditionText({ name }: StoredColumn, filter: ColumnFilter): string {
  if ('folded' in filter) return visibleLine(`${name} is ${(filter.text ?? filter.folded) || '(blank)'}`);
  return visibleLine(`${name} contains ${filter.contains.trim()}`);
}

function filterMask(column: StoredColumn, filter: ColumnFilter): RowMask | undefined {
  if ('folded' in filter) return rowsWhere(column, (folded) => folded === filter.folded);
  const text = filter.contains.trim();
  return text === '' ? undefined : rowsContaining(column, text);
}
