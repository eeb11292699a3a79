import { visibleLine } from '../text/display.ts';
import { hasChoices, isNumeric } from './column-facts.ts';
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
    'aria-label': `Filter ${visibleLine(column.name)}`,
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
  const select = element(
    'select',
    { 'aria-label': `Filter ${visibleLine(column.name)}` },
    element('option', {}, '(any)'),
  );
  const offered = choicesOf(column);
  for (const { text: value, count } of offered) {
    select.append(element('option', {}, `${choiceText(value)} (${shownNumber(count)})`));
  }
  select.addEventListener('input', () => {
    // Before the choices stands that of none.
    const choice = offered[select.selectedIndex - 1];
    changed(choice && { folded: choice.folded, text: choice.text });
  });
  return {
    element: select,
    clear() {
      select.selectedIndex = 0;
    },
  };
}

interface Choice {
  /** In small letters: Graph spells the words of its enumerations in more than one way. */
  readonly folded: string;
  /** As it was spelled first. */
  readonly text: string;
  readonly count: number;
}

/** The values without regard to case: numbers and dates in their order, others the most frequent first. */
function choicesOf(column: StoredColumn): readonly Choice[] {
  const counts = countsOf(column);
  const choices = new Map<string, Choice>();
  for (const [code, value] of column.values.entries()) {
    const folded = column.folded[code] ?? '';
    const { text: first = String(value), count = 0 } = choices.get(folded) ?? {};
    choices.set(folded, { folded, text: first, count: count + (counts[code] ?? 0) });
  }
  const ordered = [...choices.values()];
  if (isNumeric(column)) {
    const number = ({ text: value }: Choice): number => (value === '' ? Infinity : Number(value));
    return ordered.sort((one, other) => (number(one) < number(other) ? -1 : 1));
  }
  if (ordered.every(({ text }) => text === '' || /^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(text))) {
    return ordered.sort((one, other) => (one.text < other.text ? -1 : 1));
  }
  return ordered.sort((one, other) => other.count - one.count);
}

function choiceText(value: string): string {
  if (value === '') return '(blank)';
  return visibleLine(value.length > LONGEST_CHOICE ? `${value.slice(0, LONGEST_CHOICE)}…` : value);
}
