import type { ColumnCondition, PageState } from '../../text/page-links.ts';
import type { QuickView } from './quick-views.ts';
import { exactly, type ColumnFilter, type ShownTable } from './rows/shown-table.ts';
import { columnOf } from './rows/stored-table.ts';

/** What is shown of a table, for the fragment of the page's address. */
export function tableState(report: string, shown: ShownTable): PageState {
  const { view, sorting, searchText, table } = shown;
  const conditions = table.columns.flatMap((column): ColumnCondition[] => {
    const filter = shown.filterOf(column);
    if (filter === undefined) return [];
    if ('contains' in filter) return [{ column: column.name, contains: filter.contains.trim() }];
    return [{ column: column.name, is: filter.text ?? filter.folded }];
  });
  const hidden = table.columns.filter((column) => shown.isHidden(column)).map(({ name }) => name);
  return {
    report,
    ...(view === undefined ? {} : { view: view.key, highlight: view.highlight }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(searchText === '' ? {} : { search: searchText }),
    ...(sorting ? { sort: { column: sorting.column.name, descending: sorting.direction === 'descending' } } : {}),
    ...(hidden.length === 0 ? {} : { hidden }),
    ...(shown.showsBlank ? { blank: true } : {}),
  };
}

/** Applies a state to a table, in place of its filters, order and hidden columns. What the table lacks is ignored. */
export function applyState(shown: ShownTable, views: readonly QuickView[], state: PageState): void {
  shown.clear();
  shown.setView(views.find((view) => isView(view, state)));
  for (const condition of state.conditions ?? []) {
    const column = columnOf(shown.table, condition.column);
    if (column !== undefined) shown.filter(column, filterOf(condition));
  }
  shown.search(state.search ?? '');
  shown.showsBlank = state.blank === true;
  const { column: sorted = '', descending = false } = state.sort ?? {};
  const column = columnOf(shown.table, sorted);
  shown.sort(column && { column, direction: descending ? 'descending' : 'ascending' });
  for (const column of shown.table.columns) shown.setHidden(column, false);
  for (const name of state.hidden ?? []) {
    const column = columnOf(shown.table, name);
    if (column !== undefined) shown.setHidden(column, true);
  }
}

/** Whether a state names a quick view. */
export function isView(view: QuickView, state: PageState): boolean {
  if (view.highlight !== undefined) return view.highlight === state.highlight;
  return view.key !== undefined && view.key === state.view;
}

function filterOf(condition: ColumnCondition): ColumnFilter {
  return 'is' in condition ? exactly(condition.is) : { contains: condition.contains };
}
