import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { element } from '../../element.ts';

/** The height of a row in grid.css. */
const ROW_HEIGHT = 30;
const OVERSCAN = 12;
/** Browsers limit the height of an element to some 17 million pixels. https://bugzilla.mozilla.org/show_bug.cgi?id=373875 */
export const MAX_SCROLLED_ROWS = 500_000;

/**
 * The body of the grid. Only visible rows are elements; a spacer above and one below are as high as the omitted rows.
 */
export class VirtualRows {
  readonly element = element('tbody');
  readonly #scroller: HTMLElement;
  readonly #make: (place: number) => HTMLTableRowElement;
  readonly #rendered: () => void;
  readonly #above = spacer();
  readonly #below = spacer();
  readonly #made = new Map<number, HTMLTableRowElement>();
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>;
  #count = 0;

  /** `make` returns the row at a place; `rendered` is called after the visible rows have changed. */
  constructor(scroller: HTMLElement, make: (place: number) => HTMLTableRowElement, rendered: () => void) {
    this.#scroller = scroller;
    this.#make = make;
    this.#rendered = rendered;
    this.#virtualizer = new Virtualizer(this.#options());
  }

  /** Call once, when the grid is in the document. */
  start(): void {
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** Renders all rows anew; at most the first `MAX_SCROLLED_ROWS`. */
  show(count: number): void {
    this.#count = Math.min(count, MAX_SCROLLED_ROWS);
    this.#made.clear();
    // The same height as before, so that the browser does not scroll back.
    this.#above.style.height = '0';
    this.#below.style.height = `${this.#count * ROW_HEIGHT}px`;
    this.element.replaceChildren(this.#above, this.#below);
    this.#virtualizer.setOptions(this.#options());
    this.#render();
  }

  /** Scrolls until a row is visible below the header, and returns the row. */
  reveal(place: number, headerHeight: number): HTMLTableRowElement | undefined {
    const top = place * ROW_HEIGHT;
    const seen = this.#scroller.clientHeight - headerHeight - ROW_HEIGHT;
    const { scrollTop } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top > scrollTop + seen) this.#scroller.scrollTop = top - seen;
    this.#render();
    return this.#made.get(place);
  }

  /** How many rows Page Down skips. */
  get pageLength(): number {
    return Math.max(1, Math.floor(this.#scroller.clientHeight / ROW_HEIGHT) - 3);
  }

  #options(): Options {
    return {
      count: this.#count,
      getScrollElement: () => this.#scroller,
      estimateSize: () => ROW_HEIGHT,
      overscan: OVERSCAN,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#render(),
    };
  }

  #render(): void {
    // The scroll event arrives only with the next frame.
    this.#virtualizer.scrollOffset = this.#scroller.scrollTop;
    const items = this.#virtualizer.getVirtualItems();
    const first = items[0]?.index ?? 0;
    const last = items.at(-1)?.index ?? -1;
    this.#renderRange(first, last);
    this.#rendered();
  }

  #renderRange(first: number, last: number): void {
    const gone = [...this.#made].filter(([place]) => place < first || place > last);
    // Keeps the keyboard usable after scrolling away from the focused row. Before any row is removed: `focus` measures the
    // page, and would scroll back while it is less high.
    if (gone.some(([, row]) => row.contains(document.activeElement))) this.#scroller.focus({ preventScroll: true });
    for (const [place, row] of gone) {
      row.remove();
      this.#made.delete(place);
    }
    let next: Element = this.#above;
    for (let place = first; place <= last; place += 1) {
      let row = this.#made.get(place);
      if (row === undefined) {
        row = this.#make(place);
        this.#made.set(place, row);
        next.after(row);
      }
      next = row;
    }
    this.#above.style.height = `${first * ROW_HEIGHT}px`;
    this.#below.style.height = `${Math.max(0, this.#count - last - 1) * ROW_HEIGHT}px`;
  }
}

type Options = VirtualizerOptions<HTMLElement, HTMLTableRowElement>;

function spacer(): HTMLTableRowElement {
  return element('tr', { class: 'spacer', 'aria-hidden': 'true' }, element('td'));
}
