import { count } from '../../text/numbers.ts';
import { button, element } from '../element.ts';
import type { QuickView } from './quick-views.ts';
import { sizeOf } from './rows/row-mask.ts';
import type { ShownTable } from './rows/shown-table.ts';

/** A button for all rows and one for each quick view, with counts. `all`: that of all rows. `onPress` receives the view; undefined: all rows. */
export class QuickButtons {
  readonly element: HTMLElement;
  readonly #shown: ShownTable;
  /** With the views that have the same rows; the first, undefined: all rows. */
  readonly #buttons: readonly {
    readonly same: readonly (QuickView | undefined)[];
    readonly button: HTMLButtonElement;
  }[];

  constructor(
    shown: ShownTable,
    views: readonly QuickView[],
    all: string,
    onPress: (view: QuickView | undefined) => void,
  ) {
    this.#shown = shown;
    this.#buttons = distinct(views, shown.table.rows).map((same) => {
      // "Violates a rule" is the least exact name.
      const view = same.find((one) => one?.key !== 'violating') ?? same[0];
      const made = button(view?.name ?? 'All', () => onPress(view));
      if (view !== undefined) made.title = view.meaning;
      made.append(' ', element('span', { class: 'count' }, view === undefined ? all : count(sizeOf(view.mask))));
      return { same, button: made };
    });
    this.element = element(
      'div',
      { class: 'views', role: 'group', 'aria-label': 'Quick views' },
      ...this.#buttons.map((one) => one.button),
    );
    this.refresh();
  }

  /** Marks the active view. "All" is not active while a filter hides rows. */
  refresh(): void {
    const { view, filtered } = this.#shown;
    for (const one of this.#buttons) {
      const isOn = view === undefined ? !filtered && one.same.includes(undefined) : one.same.includes(view);
      one.button.setAttribute('aria-pressed', String(isOn));
    }
  }

  focus(view: QuickView): void {
    this.#buttons.find((one) => one.same.includes(view))?.button.focus({ preventScroll: true });
  }
}

/** All rows, and the views by their rows: two buttons for the same rows would say one thing twice. Links lead to all views. */
function distinct(views: readonly QuickView[], rows: number): readonly (readonly (QuickView | undefined)[])[] {
  const groups: (QuickView | undefined)[][] = [[undefined]];
  for (const view of views) {
    const same = groups.find(([first]) =>
      first === undefined ? sizeOf(view.mask) === rows : first.mask.every((one, row) => one === view.mask[row]),
    );
    if (same === undefined) groups.push([view]);
    else same.push(view);
  }
  return groups;
}
