import { fragmentOf, stateOf, type PageState } from '../outputs/page/fragment.ts';

/** Letters typed into a field change one entry of the browser's history; any other step adds one. */
export type ChangeKind = 'typing' | 'step';

export interface NavigationEvents {
  /** What the page shows now. */
  readonly current: () => PageState;
  /** Shows what a link, the browser's history or the address names. Undefined: what the page shows at first. */
  readonly show: (state: PageState | undefined, cause: 'link' | 'history') => void;
}

/** Keeps what the page shows in the fragment of its address, and follows links to such fragments. */
export class Navigation {
  readonly #events: NavigationEvents;
  #isTyping = false;

  constructor(events: NavigationEvents) {
    this.#events = events;
    window.addEventListener('popstate', () => {
      this.#isTyping = false;
      const state = stateOf(location.hash);
      // After a link to a heading, the address no longer has what the page shows.
      if (state === undefined && location.hash !== '') this.#write(false);
      else this.#events.show(state, 'history');
    });
    document.addEventListener('click', (event) => {
      const state = linkedState(event);
      if (state === undefined) return;
      event.preventDefault();
      if (isSelecting(event)) return;
      this.#events.show(state, 'link');
      this.changed('step');
    });
  }

  /** Call after the user has changed what the page shows. */
  changed(kind: ChangeKind): void {
    const isNew = kind === 'step' || !this.#isTyping;
    this.#isTyping = kind === 'typing';
    this.#write(isNew);
  }

  #write(isNew: boolean): void {
    const fragment = fragmentOf(this.#events.current());
    if (fragment === location.hash) return;
    try {
      if (isNew) history.pushState(undefined, '', fragment);
      else history.replaceState(undefined, '', fragment);
    } catch {
      // Browsers limit how often it changes. The page works without, and the next change writes it.
    }
  }
}

/** Whether the click ends the selection of text in the link, which people copy. */
function isSelecting({ target }: MouseEvent): boolean {
  const selection = document.getSelection();
  return selection?.type === 'Range' && target instanceof Node && selection.containsNode(target, true);
}

/** The state that a plain click on a link asks for: with other keys the browser opens it elsewhere. */
function linkedState(event: MouseEvent): PageState | undefined {
  const { target, button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined;
  const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
  return link === null ? undefined : stateOf(link.getAttribute('href') ?? '');
}
