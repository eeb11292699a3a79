import type { PageData, PageTable } from '../publish/html/page-data.ts';
import { element } from './element.ts';
import { AWAY, type QuickView } from './quick-views.ts';
import { readPageData } from './read-page-data.ts';
import { readRows } from './read-rows.ts';
import { sizeOf } from './row-mask.ts';
import { findingCount, rowCount, shownNumber } from './shown-number.ts';
import { TableView } from './table-view.ts';
import { tabs, type Tab } from './tabs.ts';

const views = new Map<Element, TableView>();

/** Fills the section `tables`; `main` is `data-ready` when everything stands there. */
async function start(section: HTMLElement): Promise<void> {
  const data = readPageData();
  const panels = data.tables.map((table): Tab => ({
    name: table.findings ? table.file : table.name,
    count: table.findings ? findingCount(table.rows) : shownNumber(table.rows),
    panel: element('div', { class: 'tab-panel' }),
  }));
  for (const child of section.querySelectorAll('.loading, noscript')) child.remove();
  if (panels.length > 1) section.append(tabs(panels, 'Tables'));
  section.append(...panels.map(({ panel }) => panel));
  for (const [at, table] of data.tables.entries()) {
    const panel = panels[at]?.panel;
    if (panel !== undefined) await fill(panel, data, table, at);
  }
}

async function fill(panel: HTMLElement, data: PageData, table: PageTable, at: number): Promise<void> {
  const loading = element('p', { class: 'loading' }, 'Reading the rows…');
  panel.append(loading);
  try {
    const stored = await readRows(table, at, (rows) => {
      loading.textContent = `${shownNumber(rows)} of ${rowCount(table.rows)}`;
    });
    const view = new TableView(table, stored, data, `table-${at}`);
    loading.replaceWith(view.element);
    views.set(panel, view);
    view.start();
    const away = view.views.find(({ name }) => name === AWAY);
    if (away !== undefined) tellAway(away);
  } catch (error) {
    loading.replaceWith(problem(error));
  }
}

/** Among the numbers of the head, once: two reports may know. */
function tellAway({ mask, meaning }: QuickView): void {
  const counts = document.querySelector('.counts');
  if (counts?.querySelector('.away') !== null) return;
  const number = element('strong', {}, shownNumber(sizeOf(mask)));
  counts.append(element('li', { class: 'away', title: meaning }, number, ' away now'));
}

function problem(error: unknown): HTMLElement {
  const why = error instanceof Error ? error.message : String(error);
  return element('p', { class: 'problem', role: 'alert' }, `The rows cannot be shown: ${why}. The CSVs have them.`);
}

window.addEventListener('beforeprint', () => {
  for (const [panel, view] of views) if (panel instanceof HTMLElement && !panel.hidden) view.beforePrint();
});
window.addEventListener('afterprint', () => {
  for (const view of views.values()) view.afterPrint();
});

const section = document.getElementById('tables');
if (section !== null) {
  start(section)
    .catch((error: unknown) => {
      section.append(problem(error));
    })
    .finally(() => {
      document.querySelector('main')?.setAttribute('data-ready', 'true');
    });
}
