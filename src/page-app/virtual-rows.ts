import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { element } from './element.ts';

/** As high as page.css makes a row. */
const ROW_HEIGHT = 30;
const OVERSCAN = 12;
/** Browsers draw no element higher than some 17 million pixels: https://bugzilla.mozilla.org/show_bug.cgi?id=373875 */
export const MOST_SCROLLED = 500_000;

/**
 * The body of the grid: of all rows only those are elements that can be seen, between two rows as high as what is left
 * out above and below.
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

  /** `make` gives the row at a place, `rendered` is called when other rows are elements than before. */
  constructor(scroller: HTMLElement, make: (place: number) => HTMLTableRowElement, rendered: () => void) {
    this.#scroller = scroller;
    this.#make = make;
    this.#rendered = rendered;
    this.#virtualizer = new Virtualizer(this.#options());
  }

  /** To be called once, when the grid stands in the page. */
  start(): void {
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** Makes all rows anew; of more than `MOST_SCROLLED`, the first. */
  show(count: number): void {
    this.#count = Math.min(count, MOST_SCROLLED);
    this.#made.clear();
    // As high as before, so that the browser does not scroll back.
    this.#above.style.height = '0';
    this.#below.style.height = `${this.#count * ROW_HEIGHT}px`;
    this.element.replaceChildren(this.#above, this.#below);
    this.#virtualizer.setOptions(this.#options());
    this.#render();
  }

  /** Scrolls as far as is needed for a row to be seen below the header, and gives the row. */
  reveal(place: number, headerHeight: number): HTMLTableRowElement | undefined {
    const top = place * ROW_HEIGHT;
    const seen = this.#scroller.clientHeight - headerHeight - ROW_HEIGHT;
    const { scrollTop } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top > scrollTop + seen) this.#scroller.scrollTop = top - seen;
    this.#render();
    return this.#made.get(place);
  }

  /** How many rows a press of Page Down passes. */
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
      onChange: () => {
        this.#render();
      },
    };
  }

  #render(): void {
    // The scroll event, by which the virtualizer learns of it, comes only with the next frame.
    this.#virtualizer.scrollOffset = this.#scroller.scrollTop;
    const items = this.#virtualizer.getVirtualItems();
    const first = items[0]?.index ?? 0;
    const last = items.at(-1)?.index ?? -1;
    this.#renderRange(first, last);
    this.#rendered();
  }

  #renderRange(first: number, last: number): void {
    const gone = [...this.#made].filter(([place]) => place < first || place > last);
    // Who scrolls away from the row with the focus can still go on by keys. Before anything is taken out: the browser
    // measures the page for it, and would scroll back in one that is lower for a moment.
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
