import { count } from '../../text/numbers.ts';
import { visibleLine } from '../../text/display.ts';
import { hasChoices, isNumeric } from './rows/column-facts.ts';
import { element } from '../element.ts';
import { exactly, type ColumnFilter } from './rows/shown-table.ts';
import { countsOf, type StoredColumn } from './rows/stored-table.ts';

/** The input that filters a column. */
export interface FilterField {
  readonly element: HTMLElement;
  /** Shows a filter that was not chosen here; undefined: none. */
  show(filter: ColumnFilter | undefined): void;
}

const MAX_CHOICE_LENGTH = 60;

/**
 * A list of values if a column has few, else a text field, in which `=` before the text requires the whole cell. `changed`
 * receives the filter.
 */
export function filterField(column: StoredColumn, changed: (filter: ColumnFilter | undefined) => void): FilterField {
  return hasChoices(column) ? choices(column, changed) : text(column, changed);
}

function text(column: StoredColumn, changed: (filter: ColumnFilter) => void): FilterField {
  const input = element('input', {
    type: 'search',
    'aria-label': `Filter ${visibleLine(column.name)}`,
    placeholder: 'contains…',
    title: 'Cells that contain this text; =text for cells that are equal to it',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () =>
    changed(input.value.startsWith('=') ? exactly(input.value.slice(1)) : { contains: input.value }),
  );
  return {
    element: input,
    show(filter) {
      input.value = filter === undefined ? '' : shownFilter(filter);
    },
  };
}

function choices(column: StoredColumn, changed: (filter: ColumnFilter | undefined) => void): FilterField {
  const select = element(
    'select',
    { 'aria-label': `Filter ${visibleLine(column.name)}` },
    element('option', {}, '(any)'),
  );
  const offered = choicesOf(column);
  for (const { text: value, rows } of offered) {
    select.append(element('option', {}, `${choiceText(value)} (${count(rows)})`));
  }
  select.addEventListener('input', () => {
    // The first option is "any".
    select.querySelector('[data-other]:not(:checked)')?.remove();
    const choice = offered[select.selectedIndex - 1];
    changed(choice && { folded: choice.folded, text: choice.text });
  });
  return {
    element: select,
    show(filter) {
      // Filters that the list does not offer come from the page's address.
      select.querySelector('[data-other]')?.remove();
      const at = offered.findIndex(
        ({ folded }) => filter !== undefined && 'folded' in filter && filter.folded === folded,
      );
      if (filter !== undefined && at === -1) {
        select.append(element('option', { 'data-other': '' }, choiceText(shownFilter(filter))));
      }
      select.selectedIndex = filter !== undefined && at === -1 ? offered.length + 1 : at + 1;
    },
  };
}

function shownFilter(filter: ColumnFilter): string {
  return 'contains' in filter ? filter.contains : `=${filter.text ?? filter.folded}`;
}

interface Choice {
  /** In lower case: the case of Graph's enumerations varies between responses. */
  readonly folded: string;
  /** The first spelling. */
  readonly text: string;
  readonly rows: number;
}

/** The values without regard to case: numbers and dates in order, others by frequency. */
function choicesOf(column: StoredColumn): readonly Choice[] {
  const counts = countsOf(column);
  const choices = new Map<string, Choice>();
  for (const [code, value] of column.values.entries()) {
    const folded = column.folded[code] ?? '';
    const { text: first = String(value), rows = 0 } = choices.get(folded) ?? {};
    choices.set(folded, { folded, text: first, rows: rows + (counts[code] ?? 0) });
  }
  const ordered = [...choices.values()];
  if (isNumeric(column)) {
    const number = ({ text: value }: Choice): number => (value === '' ? Infinity : Number(value));
    return ordered.sort((one, other) => (number(one) < number(other) ? -1 : 1));
  }
  if (ordered.every(({ text }) => text === '' || /^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(text))) {
    return ordered.sort((one, other) => (one.text < other.text ? -1 : 1));
  }
  return ordered.sort((one, other) => other.rows - one.rows);
}

function choiceText(value: string): string {
  if (value === '') return '(blank)';
  return visibleLine(value.length > MAX_CHOICE_LENGTH ? `${value.slice(0, MAX_CHOICE_LENGTH)}…` : value);
}
