import { button, element } from './element.ts';
import { sizeOf } from './row-mask.ts';
import type { QuickView } from './quick-views.ts';
import { shownNumber } from './shown-number.ts';
import type { ShownTable } from './shown-table.ts';

/** The quick views as buttons, each with its count. `changed` is called when one was pressed. */
export class QuickButtons {
  readonly element: HTMLElement;
  readonly #shown: ShownTable;
  readonly #buttons: readonly { readonly view: QuickView | undefined; readonly button: HTMLButtonElement }[];

  constructor(shown: ShownTable, views: readonly QuickView[], changed: () => void) {
    this.#shown = shown;
    this.#buttons = [undefined, ...views].map((view) => {
      const made = button(view?.name ?? 'All', () => {
        shown.setView(view);
        changed();
      });
      if (view !== undefined) made.title = view.meaning;
      const count = view === undefined ? shown.table.rows : sizeOf(view.mask);
      made.append(' ', element('span', { class: 'count' }, shownNumber(count)));
      return { view, button: made };
    });
    this.element = element(
      'div',
      { class: 'views', role: 'group', 'aria-label': 'Quick views' },
      ...this.#buttons.map((one) => one.button),
    );
    this.refresh();
  }

  /** Shows which view is on. */
  refresh(): void {
    for (const one of this.#buttons) {
      one.button.setAttribute('aria-pressed', String(one.view === this.#shown.view));
    }
  }
}
