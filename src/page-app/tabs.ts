import { element } from './element.ts';

export interface Tab {
  readonly name: string;
  /** The number of entries in words. */
  readonly count: string;
  readonly panel: HTMLElement;
}

interface Pair {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
}

export interface Tabs {
  readonly element: HTMLElement;
  /** Shows the panel at an index. */
  choose(at: number): void;
}

/**
 * Tabs over panels, one of which is visible, and a menu of them, which the style sheet shows instead on narrow screens. The arrow
 * keys, Home and End select. `label`: the accessible name. `chosen` is called with the index when the user chooses another tab.
 */
export function tabs(all: readonly Tab[], label: string, chosen: (at: number) => void): Tabs {
  const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': label });
  const pairs = all.map(({ name, count, panel }, at) => {
    const tab = element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${at}`, 'aria-controls': `panel-${at}` },
      `${name} `,
      element('span', { class: 'count' }, count),
    );
    panel.id = `panel-${at}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    return { tab, panel };
  });
  list.append(...pairs.map((pair) => pair.tab));
  const options = all.map(({ name, count }) => element('option', {}, `${name}: ${count}`));
  const menu = element('select', { class: 'tab-menu', 'aria-label': label }, ...options);
  const show = (pair: Pair): void => {
    choose(pairs, pair);
    menu.selectedIndex = pairs.indexOf(pair);
  };
  menu.addEventListener('input', () => press(menu.selectedIndex));
  const press = (at: number): void => {
    const pair = pairs[at];
    if (pair === undefined || pair.tab.getAttribute('aria-selected') === 'true') return;
    show(pair);
    chosen(at);
  };
  list.addEventListener('click', (event) => {
    const { target } = event;
    const pressed = target instanceof Node ? pairs.findIndex((pair) => pair.tab.contains(target)) : -1;
    if (pressed !== -1) press(pressed);
  });
  list.addEventListener('keydown', (event) => {
    const at = pairs.findIndex((pair) => pair.tab === event.target);
    const next = neighbour(event.key, at, pairs.length);
    if (next === undefined) return;
    event.preventDefault();
    press(next);
    pairs[next]?.tab.focus();
  });
  const [first] = pairs;
  if (first !== undefined) show(first);
  return {
    element: element('div', {}, list, menu),
    choose(at) {
      const pair = pairs[at];
      if (pair !== undefined) show(pair);
    },
  };
}

function choose(pairs: readonly Pair[], chosen: Pair): void {
  for (const { tab, panel } of pairs) {
    const isChosen = tab === chosen.tab;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    panel.hidden = !isChosen;
  }
}

/** The index of the tab that a key selects. */
function neighbour(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
