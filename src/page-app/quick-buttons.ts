import { count } from '../text/numbers.ts';
import { button, element } from './element.ts';
import type { QuickView } from './quick-views.ts';
import { sizeOf } from './row-mask.ts';
import type { ShownTable } from './shown-table.ts';

/** A button for all rows and one for each quick view, with counts. `onPress` receives the view; undefined: all rows. */
export class QuickButtons {
  readonly element: HTMLElement;
  readonly #shown: ShownTable;
  readonly #buttons: readonly { readonly view: QuickView | undefined; readonly button: HTMLButtonElement }[];

  constructor(shown: ShownTable, views: readonly QuickView[], onPress: (view: QuickView | undefined) => void) {
    this.#shown = shown;
    this.#buttons = [undefined, ...views].map((view) => {
      const made = button(view?.name ?? 'All', () => {
        onPress(view);
      });
      if (view !== undefined) made.title = view.meaning;
      const rows = view === undefined ? shown.table.rows : sizeOf(view.mask);
      made.append(' ', element('span', { class: 'count' }, count(rows)));
      return { view, button: made };
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
      const isOn = one.view === undefined ? !filtered : one.view === view;
      one.button.setAttribute('aria-pressed', String(isOn));
    }
  }

  /** Focuses the button of a view. */
  focus(view: QuickView): void {
    this.#buttons.find((one) => one.view === view)?.button.focus();
  }
}

/**
 * Turns the numbers at the top of the page into buttons that open the quick view with their rows. If several tables have
 * the view, the first with rows is opened.
 */
export function linkCounts(views: readonly QuickView[], open: (view: QuickView) => void): void {
  for (const item of document.querySelectorAll<HTMLElement>('.counts li[data-view]')) {
    const view = views.find(({ name }) => name === item.dataset.view);
    if (view === undefined || !view.mask.includes(1) || item.querySelector('button') !== null) continue;
    const press = button('', () => {
      open(view);
    });
    press.title = `Show the rows: ${view.meaning}`;
    press.append(...item.childNodes);
    item.append(press);
  }
}
