import { hasChoices } from './column-facts.ts';
import { element } from './element.ts';
import { shownNumber } from './shown-number.ts';
import type { ColumnFilter } from './shown-table.ts';
import { countsOf, type StoredColumn } from './stored-table.ts';

/** The field by which a column is filtered. */
export interface FilterField {
  readonly element: HTMLElement;
  clear(): void;
}

const LONGEST_CHOICE = 60;

/** A list of values where a column has few, else a field for a text; `changed` is called with what is asked for. */
export function filterField(column: StoredColumn, changed: (filter: ColumnFilter | undefined) => void): FilterField {
  return hasChoices(column) ? choices(column, changed) : text(column, changed);
}

function text(column: StoredColumn, changed: (filter: ColumnFilter) => void): FilterField {
  const input = element('input', {
    type: 'search',
    'aria-label': `Filter ${column.name}`,
    placeholder: 'contains…',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () => {
    changed({ contains: input.value });
  });
  return {
    element: input,
    clear() {
      input.value = '';
    },
  };
}

function choices(column: StoredColumn, changed: (filter: ColumnFilter | undefined) => void): FilterField {
  const select = element('select', { 'aria-label': `Filter ${column.name}` }, element('option', { value: '' }, 'all'));
  const counts = countsOf(column);
  const codes = [...counts.keys()].sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0));
  for (const code of codes) {
    select.append(
      element('option', { value: String(code) }, `${choiceText(column, code)} (${shownNumber(counts[code] ?? 0)})`),
    );
  }
  select.addEventListener('input', () => {
    changed(select.value === '' ? undefined : { code: Number(select.value) });
  });
  return {
    element: select,
    clear() {
      select.value = '';
    },
  };
}

function choiceText(column: StoredColumn, code: number): string {
  const value = String(column.values[code] ?? '');
  if (value === '') return '(blank)';
  return value.length > LONGEST_CHOICE ? `${value.slice(0, LONGEST_CHOICE)}…` : value;
}
