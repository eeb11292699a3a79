import { count } from '../../text/numbers.ts';
import { button, element } from '../element.ts';
import type { QuickView } from './quick-views.ts';
import { sizeOf } from './rows/row-mask.ts';
import type { ShownTable } from './rows/shown-table.ts';

/** A button for all rows and one for each quick view, with counts. `all`: that of all rows. `onPress` receives the view; undefined: all rows. */
export class QuickButtons {
  readonly element: HTMLElement;
  readonly #shown: ShownTable;
  readonly #buttons: readonly { readonly view: QuickView | undefined; readonly button: HTMLButtonElement }[];

  constructor(
    shown: ShownTable,
    views: readonly QuickView[],
    all: string,
    onPress: (view: QuickView | undefined) => void,
  ) {
    this.#shown = shown;
    this.#buttons = [undefined, ...views].map((view) => {
      const made = button(view?.name ?? 'All', () => onPress(view));
      if (view !== undefined) made.title = view.meaning;
      made.append(' ', element('span', { class: 'count' }, view === undefined ? all : count(sizeOf(view.mask))));
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

  focus(view: QuickView): void {
    this.#buttons.find((one) => one.view === view)?.button.focus({ preventScroll: true });
  }
}
