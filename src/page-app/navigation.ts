import { visibleLine } from '../text/display.ts';
import { fragmentOf, stateOf, type PageState } from '../text/page-links.ts';

/** Letters typed into a field change one entry of the browser's history; any other step adds one. */
export type ChangeKind = 'typing' | 'step';

/** Where the reader is: the scroll positions of the window, and of the rows and columns of the visible table, in px. */
type Place = readonly [page: number, rows: number, columns: number];

interface NavigationEvents {
  readonly current: () => PageState;
  /** Shows what a link, the browser's history or the address names. Undefined: what the page shows at first. */
  readonly show: (state: PageState | undefined, cause: 'link' | 'history') => void;
  readonly place: () => Place;
  readonly scrollTo: (place: Place) => void;
}

/**
 * Keeps what the page shows in the fragment of its address, and where the reader was in the browser's history. Follows links
 * to fragments and to sections.
 */
export class Navigation {
  readonly #events: NavigationEvents;
  /** Where the reader was in the entries of the browser's history. */
  readonly #places = new Map<number, Place>();
  #entry = Date.now();
  /** As of the last scrolling: a filter moves the rows before `changed` is called. */
  #place: Place = [0, 0, 0];
  #isTyping = false;
  /** Whether the last step of the reader was a return to a place that the page may not have until all rows are there. */
  #awaitsRows = isSaved(history.state) || sectionOf(stateOf(location.hash)) !== null;

  constructor(events: NavigationEvents) {
    this.#events = events;
    // The browser would scroll before the rows are there.
    history.scrollRestoration = 'manual';
    const scrolled = (): void => {
      const place = events.place();
      // Where the page itself scrolled to is known already.
      if (place.some((position, at) => position !== this.#place[at])) this.#awaitsRows = false;
      this.#place = place;
    };
    for (const input of ['pointerdown', 'keydown', 'wheel', 'click']) {
      document.addEventListener(input, () => (this.#awaitsRows = false), { capture: true, passive: true });
    }
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('popstate', ({ state: saved }: PopStateEvent) => {
      this.#isTyping = false;
      this.#awaitsRows = true;
      this.#places.set(this.#entry, this.#place);
      const state = stateOf(location.hash);
      // After an address with a heading was typed, it no longer has what the page shows.
      if (state === undefined && location.hash !== '') this.#write(false);
      else events.show(state, 'history');
      retitle();
      this.#resume(saved);
      const section = isSaved(saved) ? null : sectionOf(state);
      if (section !== null) goTo(section);
    });
    retitle();
    window.addEventListener('pagehide', () => history.replaceState([this.#entry, ...this.#place], ''));
    document.addEventListener('click', (event) => {
      const fragment = clickedLink(event)?.getAttribute('href') ?? '';
      const state = stateOf(fragment);
      const section = state === undefined ? document.getElementById(fragment.slice(1)) : sectionOf(state);
      if (state === undefined && section === null) return;
      event.preventDefault();
      if (isSelecting(event)) return;
      if (section !== null) {
        const name = section.dataset.section;
        this.#push(name === undefined ? location.hash : fragmentOf({ ...stateOf(location.hash), section: name }));
        goTo(section);
        return;
      }
      events.show(state, 'link');
      this.changed('step');
    });
  }

  /** Whether the page was left or loaded anew, and its reader returns to a place in it. */
  get isReturning(): boolean {
    return isSaved(history.state);
  }

  /** Call when all rows are there. What the reader has done since a return counts more than the place then. */
  restore(): void {
    const section = sectionOf(stateOf(location.hash));
    if (this.#awaitsRows && section !== null && !this.isReturning) goTo(section);
    else if (this.#awaitsRows) this.#resume(history.state);
    this.#awaitsRows = false;
  }

  /** Call after the user has changed what the page shows. */
  changed(kind: ChangeKind): void {
    const isNew = kind === 'step' || !this.#isTyping;
    this.#isTyping = kind === 'typing';
    this.#write(isNew);
  }

  /** Continues with an entry of the history, where the reader was in it. */
  #resume(saved: unknown): void {
    if (!isSaved(saved)) {
      this.#entry += 1;
      return;
    }
    const [entry = 0, page = 0, rows = 0, columns = 0] = saved;
    this.#entry = entry;
    this.#events.scrollTo(this.#places.get(entry) ?? [page, rows, columns]);
    this.#place = this.#events.place();
  }

  #write(isNew: boolean): void {
    const fragment = fragmentOf(this.#events.current());
    if (fragment === location.hash) return;
    if (isNew) this.#push(fragment);
    else changeHistory(() => history.replaceState([this.#entry, ...this.#place], '', fragment));
    retitle();
  }

  #push(fragment = location.hash): void {
    this.#places.set(this.#entry, this.#place);
    changeHistory(() => {
      history.replaceState([this.#entry, ...this.#place], '');
      this.#entry += 1;
      this.#place = this.#events.place();
      history.pushState([this.#entry, ...this.#place], '', fragment);
    });
    retitle();
  }
}

const TITLE = document.title;

/** Names the mailbox or the section of the address in the title, so that tabs of the browser differ. */
function retitle(): void {
  const state = stateOf(location.hash);
  const name = state?.mailbox ?? headingOf(sectionOf(state));
  document.title = name === undefined ? TITLE : `${visibleLine(name)} - Mailbox Report`;
}

/** The section that an address names. Null if it names none. */
function sectionOf(state: PageState | undefined): HTMLElement | null {
  if (state?.section === undefined) return null;
  return document.querySelector<HTMLElement>(`[data-section="${CSS.escape(state.section)}"]`);
}

/** The title of a section, without the small text beside it. */
function headingOf(section: HTMLElement | null): string | undefined {
  const heading = section instanceof HTMLHeadingElement ? section : section?.querySelector('h2');
  return heading?.firstChild?.textContent?.trim();
}

function changeHistory(change: () => void): void {
  try {
    change();
  } catch {
    // Browsers limit how often it changes. The page works without, and the next change writes it.
  }
}

/** Whether an entry of the history has what the page writes into it: the number of the entry, and a `Place`. */
function isSaved(state: unknown): state is readonly number[] {
  return Array.isArray(state) && state.length === 4 && state.every((one) => typeof one === 'number');
}

/** Goes to a section, which may be folded, and focuses it for readers who do not see it. */
function goTo(target: HTMLElement): void {
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

/** Whether the click ends the selection of text in the link, which people copy. */
function isSelecting({ target }: MouseEvent): boolean {
  const selection = document.getSelection();
  return selection?.type === 'Range' && target instanceof Node && selection.containsNode(target, true);
}

/** The link to a place of this page that a plain click is on: with other keys the browser opens it elsewhere. */
function clickedLink(event: MouseEvent): Element | undefined {
  const { target, button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined;
  return target instanceof Element ? (target.closest('a[href^="#"]') ?? undefined) : undefined;
}
