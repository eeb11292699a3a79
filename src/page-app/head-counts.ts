import { button, element } from './element.ts';
import { AWAY, type QuickView } from './quick-views.ts';
import { sizeOf } from './row-mask.ts';
import { shownNumber } from './shown-number.ts';

/**
 * Makes those numbers of the head that a table's quick views have the rows of into buttons; `open` is called with the view
 * of a pressed one. Of several tables with the same view the first that has rows is opened.
 */
export function linkCounts(views: readonly QuickView[], open: (view: QuickView) => void): void {
  const away = views.find(({ name }) => name === AWAY);
  if (away !== undefined) tellAway(away);
  for (const count of document.querySelectorAll<HTMLElement>('.counts li[data-view]')) {
    const view = views.find(({ name }) => name === count.dataset.view);
    if (view === undefined || !view.mask.includes(1) || count.querySelector('button') !== null) continue;
    const press = button('', () => {
      open(view);
    });
    press.title = `Show the rows: ${view.meaning}`;
    press.append(...count.childNodes);
    count.append(press);
  }
}

/** Among the numbers of the head, once: two reports may know. */
function tellAway({ name, mask, meaning }: QuickView): void {
  const counts = document.querySelector('.counts');
  if (counts?.querySelector('.away') !== null) return;
  const number = element('strong', {}, shownNumber(sizeOf(mask)));
  counts.append(element('li', { class: 'away', title: meaning, 'data-view': name }, number, ' away now'));
}
