import { visibleLine } from '../../../text/display.ts';
import { hasChoices, isNumeric } from '../rows/column-facts.ts';
import { button, element } from '../../element.ts';
import { filterField, type FilterField } from '../filter-field.ts';
import type { Sorting, ShownTable } from '../rows/shown-table.ts';
import type { StoredColumn } from '../rows/stored-table.ts';
import type { ChangeKind } from '../../navigation.ts';

/** The header of the grid: a row of names, which are buttons to sort, and a row of filters. */
export class GridHead {
  readonly element = element('thead');
  readonly #shown: ShownTable;
  readonly #changed: (kind: ChangeKind) => void;
  readonly #names = new Map<StoredColumn, HTMLTableCellElement>();
  readonly #filters = new Map<StoredColumn, FilterField>();

  /** `changed` is called when a filter or the order has changed. */
  constructor(shown: ShownTable, changed: (kind: ChangeKind) => void) {
    this.#shown = shown;
    this.#changed = changed;
    for (const column of shown.table.columns) {
      this.#names.set(column, this.#name(column));
      this.#filters.set(column, this.#filter(column));
    }
  }

  /** Rebuilds the header. Not at every change: a field that is moved in the document loses the focus. */
  showColumns(): void {
    const names = element('tr', { 'aria-rowindex': '1' });
    const filters = element('tr', { 'aria-rowindex': '2', class: 'filters' });
    for (const column of this.#shown.arranged) {
      const name = this.#names.get(column);
      const filter = this.#filters.get(column);
      if (name === undefined || filter === undefined) continue;
      names.append(name);
      filters.append(element('td', {}, filter.element));
    }
    this.element.replaceChildren(names, filters);
  }

  /** Marks the column by which the rows are sorted. */
  showSorting(): void {
    const { sorting } = this.#shown;
    for (const [column, name] of this.#names) {
      if (sorting?.column === column) name.setAttribute('aria-sort', sorting.direction);
      else name.removeAttribute('aria-sort');
    }
  }

  /** Shows the filters of all columns, also of hidden ones, after they were changed elsewhere. */
  showFilters(): void {
    for (const [column, field] of this.#filters) field.show(this.#shown.filterOf(column));
  }

  #name(column: StoredColumn): HTMLTableCellElement {
    const name = visibleLine(column.name);
    const sort = button(
      name,
      () => {
        this.#shown.sort(nextSorting(this.#shown.sorting, column));
        this.#changed('step');
      },
      { title: `Sort by ${name}` },
    );
    return element('th', isNumeric(column) ? { scope: 'col', class: 'number' } : { scope: 'col' }, sort);
  }

  #filter(column: StoredColumn): FilterField {
    return filterField(column, (filter) => {
      this.#shown.filter(column, filter);
      this.#changed(hasChoices(column) ? 'step' : 'typing');
    });
  }
}

/** Ascending, then descending, then the order of the list. */
function nextSorting(sorting: Sorting | undefined, column: StoredColumn): Sorting | undefined {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
