import { count } from '../../text/numbers.ts';
import { button, element } from '../element.ts';
import type { QuickView } from './quick-views.ts';
import { sizeOf } from './rows/row-mask.ts';
import type { ShownTable } from './rows/shown-table.ts';

/** A button for all rows and one for each quick view, with counts. `all`: that of all rows. `onPress` receives the view; undefined: all rows. */
export class QuickButtons {
  readonly element: HTMLElement;
  readonly #shown: ShownTable;
  /** Undefined: all rows. */
  readonly #buttons: readonly { readonly view: QuickView | undefined; readonly button: HTMLButtonElement }[];

  constructor(
    shown: ShownTable,
    views: readonly QuickView[],
    all: string,
    onPress: (view: QuickView | undefined) => void,
  ) {
    this.#shown = shown;
    this.#buttons = [undefined, ...views.filter((view) => !this.#hasAllRows(view))].map((view) => {
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
      const isOn =
        one.view === undefined ? !filtered || (view !== undefined && this.#hasAllRows(view)) : one.view === view;
      one.button.setAttribute('aria-pressed', String(isOn));
    }
  }

  focus(view: QuickView): void {
    const { button } = this.#buttons.find((one) => one.view === view) ?? this.#buttons[0] ?? {};
    button?.focus({ preventScroll: true });
  }

  /** Such a view has no button of its own, and links to it press that of all rows. */
  #hasAllRows({ mask }: QuickView): boolean {
    return sizeOf(mask) === this.#shown.table.rows;
  }
}
