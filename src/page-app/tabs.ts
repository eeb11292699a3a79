import { element } from './element.ts';

export interface Tab {
  readonly name: string;
  /** The heading of successive tabs. Absent: none. */
  readonly group?: string | undefined;
  /** The number of entries in words. */
  readonly count: string;
  readonly panel: HTMLElement;
}

export interface Tabs {
  readonly element: HTMLElement;
  /** Shows the panel at an index. */
  readonly choose: (at: number) => void;
}

/**
 * Tabs over panels, one of which is visible, and a menu of them, which the style sheet shows instead on narrow screens. The arrow
 * keys, Home and End select. `label`: the accessible name. `chosen` is called with the index when the user chooses another tab.
 */
export function tabs(all: readonly Tab[], label: string, chosen: (at: number) => void): Tabs {
  const buttons = all.map(({ name, count, panel }, at) => {
    const tab = element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${at}`, 'aria-controls': `panel-${at}` },
      `${name} `,
      element('span', { class: 'count' }, count),
    );
    panel.id = `panel-${at}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    return tab;
  });
  const list = element(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': label },
    ...grouped(all, buttons, heading),
  );
  const options = all.map(({ name, count }) => element('option', {}, `${name}: ${count}`));
  const menu = element('select', { class: 'tab-menu', 'aria-label': label }, ...grouped(all, options, optionGroup));
  let shown = 0;
  const choose = (at: number): void => {
    shown = at;
    menu.selectedIndex = at;
    for (const [other, tab] of buttons.entries()) {
      tab.setAttribute('aria-selected', String(other === at));
      tab.tabIndex = other === at ? 0 : -1;
    }
    for (const [other, { panel }] of all.entries()) panel.hidden = other !== at;
  };
  const press = (at: number): void => {
    if (at === shown) return;
    choose(at);
    chosen(at);
  };
  menu.addEventListener('input', () => press(menu.selectedIndex));
  list.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Node ? buttons.findIndex((tab) => tab.contains(target)) : -1;
    if (pressed !== -1) press(pressed);
  });
  list.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((tab) => tab === event.target);
    const next = neighbour(event.key, at, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    press(next);
    buttons[next]?.focus();
  });
  choose(0);
  return { element: element('div', {}, list, menu), choose };
}

type Group = (name: string, members: readonly HTMLElement[]) => readonly HTMLElement[];

/** The elements of tabs, those of each group as one. */
function grouped(all: readonly Tab[], elements: readonly HTMLElement[], group: Group): readonly HTMLElement[] {
  const runs = Map.groupBy(elements.entries(), ([at]) => all[at]?.group ?? '');
  return [...runs].flatMap(([name, entries]) => {
    const members = entries.map(([, one]) => one);
    return name === '' ? members : group(name, members);
  });
}

/** A heading before the tabs, which the names of a tab list do not repeat. */
const heading: Group = (name, members) => [
  element('span', { class: 'tab-group', 'aria-hidden': 'true' }, name),
  ...members,
];

const optionGroup: Group = (label, members) => [element('optgroup', { label }, ...members)];

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
