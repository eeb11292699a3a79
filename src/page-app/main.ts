import { count, counted } from '../text/numbers.ts';
import type { PageData, PageTable } from '../output/page/data.ts';
import { visibleLine } from '../text/display.ts';
import { element } from './element.ts';
import { linkCounts } from './quick-buttons.ts';
import { readPageData, readRows } from './page-data.ts';
import { TableView } from './table-view.ts';
import { tabs, type Tab } from './tabs.ts';

const views = new Map<Element, TableView>();

/** Fills the section `tables`. `main` gets the attribute `data-ready` when it is complete. */
async function start(section: HTMLElement): Promise<void> {
  const data = readPageData();
  const panels = data.tables.map((table): Tab => ({
    name: visibleLine(tabName(table)),
    count: table.findings ? counted(table.rows, 'finding', 'findings') : count(table.rows),
    panel: element('div', { class: 'tab-panel' }),
  }));
  for (const child of section.querySelectorAll('.loading, noscript')) child.remove();
  const chooser = panels.length > 1 ? tabs(panels, 'Tables') : undefined;
  if (chooser !== undefined) section.append(chooser.element);
  section.append(...panels.map(({ panel }) => panel));
  for (const [at, table] of data.tables.entries()) {
    const panel = panels[at]?.panel;
    const view = panel && (await filled(panel, data, table, at));
    if (view === undefined) continue;
    linkCounts(view.views, (quick) => {
      chooser?.choose(at);
      view.show(quick);
      // Focusing alone would leave the rows below the visible part.
      section.scrollIntoView();
    });
  }
}

function tabName({ name, file, findings }: PageTable): string {
  if (findings) return file;
  return name === 'changes' ? 'Changes' : name;
}

/** Undefined if the rows cannot be shown; the panel then has the error. */
async function filled(
  panel: HTMLElement,
  data: PageData,
  table: PageTable,
  at: number,
): Promise<TableView | undefined> {
  const loading = element('p', { class: 'loading' }, 'Reading the rows…');
  panel.append(loading);
  try {
    const stored = await readRows(table, at, (rows) => {
      loading.textContent = `${count(rows)} of ${counted(table.rows, 'row', 'rows')}`;
    });
    const view = new TableView(table, stored, data, `table-${at}`);
    loading.replaceWith(view.element);
    views.set(panel, view);
    view.start();
    return view;
  } catch (error) {
    loading.replaceWith(problem(error));
    return undefined;
  }
}

function problem(error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  return element('p', { class: 'problem', role: 'alert' }, `The rows cannot be shown: ${reason}. The CSVs have them.`);
}

/** Elements that are folded on the screen and opened for printing. */
const unfolded: HTMLDetailsElement[] = [];

window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details.more:not([open])')) {
    details.open = true;
    unfolded.push(details);
  }
  for (const [panel, view] of views) if (panel instanceof HTMLElement && !panel.hidden) view.beforePrint();
});
window.addEventListener('afterprint', () => {
  for (const details of unfolded.splice(0)) details.open = false;
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
