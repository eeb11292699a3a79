import { button, element } from './element.ts';
import { sizeOf } from './row-mask.ts';
import type { QuickView } from './quick-views.ts';
import { shownNumber } from './shown-number.ts';
import type { ShownTable } from './shown-table.ts';

/** The quick views as buttons, each with its count, behind one for all rows. `press` is called with the pressed one. */
export class QuickButtons {
  readonly element: HTMLElement;
  readonly #shown: ShownTable;
  readonly #buttons: readonly { readonly view: QuickView | undefined; readonly button: HTMLButtonElement }[];

  constructor(shown: ShownTable, views: readonly QuickView[], press: (view: QuickView | undefined) => void) {
    this.#shown = shown;
    this.#buttons = [undefined, ...views].map((view) => {
      const made = button(view?.name ?? 'All', () => {
        press(view);
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

  /** Shows which view is on. All rows are not, while anything keeps some out. */
  refresh(): void {
    const { view, filtered } = this.#shown;
    for (const one of this.#buttons) {
      const isOn = one.view === undefined ? !filtered : one.view === view;
      one.button.setAttribute('aria-pressed', String(isOn));
    }
  }

  /** Takes the focus to the button of a view. */
  focus(view: QuickView): void {
    this.#buttons.find((one) => one.view === view)?.button.focus();
  }
}
