import { visibleLine } from '../../text/display.ts';
import { button, closeOnEscape, element, onLeave } from '../element.ts';
import type { ShownTable } from './rows/shown-table.ts';

/** A list of columns with a checkbox for each. */
export interface ColumnChooser {
  readonly element: HTMLDetailsElement;
  /** Call after columns were hidden or shown elsewhere. */
  refresh(): void;
}

/** `changed` is called when the user has hidden or shown columns. */
export function columnChooser(shown: ShownTable, changed: () => void): ColumnChooser {
  const boxes = shown.table.columns.map((column) => {
    const box = element('input', { type: 'checkbox' });
    box.checked = true;
    box.addEventListener('change', () => {
      shown.setHidden(column, !box.checked);
      refresh();
      changed();
    });
    return { column, box };
  });
  const refresh = (): void => {
    const onlyOne = shown.columns.length === 1;
    for (const { column, box } of boxes) {
      box.checked = !shown.isHidden(column);
      box.disabled = onlyOne && box.checked;
    }
  };
  refresh();
  const hideAll = (hidden: boolean): void => {
    for (const { column } of boxes) shown.setHidden(column, hidden && column !== boxes[0]?.column);
    refresh();
    changed();
  };
  const all = button('Show all', () => hideAll(false));
  const none = button('Hide all', () => hideAll(true));
  none.title = 'All but the first';
  const details = element(
    'details',
    { class: 'columns' },
    element('summary', {}, 'Columns'),
    element(
      'fieldset',
      {},
      element('legend', {}, 'Shown columns'),
      element('div', { class: 'all' }, all, none),
      ...boxes.map(({ column, box }) => element('label', {}, box, visibleLine(column.name))),
    ),
  );
  closeOnEscape(details);
  onLeave(details, () => {
    details.open = false;
  });
  return { element: details, refresh };
}
