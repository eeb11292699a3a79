import { count, counted } from '../../text/numbers.ts';
import type { PageData, PageTable } from '../../outputs/page/data.ts';
import type { PageState } from '../../text/page-links.ts';
import { visibleLine } from '../../text/display.ts';
import { element } from '../element.ts';
import type { ChangeKind } from '../navigation.ts';
import type { ReadTable } from '../mailbox/mailbox-rows.ts';
import { itemsText, readRows } from '../page-data.ts';
import { TableView } from './table-view.ts';
import { tabs, type Tab, type Tabs } from '../tabs.ts';

/** The section with all tables, one of which is visible. */
export class Tables {
  readonly #data: PageData;
  readonly #section: HTMLElement;
  readonly #changed: (kind: ChangeKind) => void;
  readonly #panels: readonly HTMLElement[];
  readonly #chooser: Tabs | undefined;
  /** By the position of the table. */
  readonly #views = new Map<number, TableView>();
  /** By the position of the table. */
  readonly #read = new Map<number, ReadTable>();
  /** States for tables that are still being read, by the position of the table. */
  readonly #waiting = new Map<number, { readonly state: PageState; readonly focus: boolean }>();
  #at = 0;
  /** A link to a quick view that no table has yet. */
  #wanted: PageState | undefined;

  /** Fills a section. `changed` is called when the user has changed what is shown. */
  constructor(section: HTMLElement, data: PageData, changed: (kind: ChangeKind) => void) {
    this.#section = section;
    this.#data = data;
    this.#changed = changed;
    const all = data.tables.map((table): Tab => ({
      name: visibleLine(tabName(table)),
      group: table.group,
      count: itemsText(table),
      panel: element('div', { class: 'tab-panel' }),
    }));
    this.#panels = all.map(({ panel }) => panel);
    for (const child of section.querySelectorAll('.loading, noscript')) child.remove();
    if (all.length > 1) {
      this.#chooser = tabs(all, 'Tables', (at) => {
        this.#at = at;
        changed('step');
      });
      section.append(this.#chooser.element);
    }
    section.append(...this.#panels);
  }

  /** What the visible table shows. */
  get state(): PageState {
    const report = this.#data.tables[this.#at]?.name;
    return this.#waiting.get(this.#at)?.state ?? this.#views.get(this.#at)?.state ?? { report };
  }

  /** The view of the visible table; undefined while its rows are read. */
  get visible(): TableView | undefined {
    return this.#views.get(this.#at);
  }

  /** The tables whose rows were read, in the order of the page. */
  get read(): readonly ReadTable[] {
    return this.#data.tables.flatMap((_, at) => this.#read.get(at) ?? []);
  }

  beforePrint(): void {
    this.visible?.beforePrint(this.#data.tables.filter((_, at) => at !== this.#at));
  }

  afterPrint(): void {
    for (const view of this.#views.values()) view.afterPrint();
  }

  /** Reads the rows of all tables, those of the visible one first. `onRead` is called after each. */
  async load(onRead: () => void): Promise<void> {
    const others = [...this.#data.tables.keys()].filter((at) => at !== this.#at);
    for (const at of [this.#at, ...others]) {
      await this.#fill(at);
      onRead();
    }
    this.#wanted = undefined;
  }

  /**
   * Shows a table as a state describes it; without `report`, the first table with rows of its quick view. `focus`: whether
   * the table is also scrolled to and gets the focus.
   */
  show(state: PageState, focus: boolean): void {
    const at = this.#placeOf(state);
    if (at === undefined) {
      this.#wanted = state;
      return;
    }
    if (at !== this.#at) this.visible?.closeRow();
    this.#at = at;
    this.#chooser?.choose(at);
    const view = this.#views.get(at);
    if (view === undefined) this.#waiting.set(at, { state, focus });
    else view.show(state);
    if (focus) this.#arrive(view);
  }

  /** Goes to the tables. The page may not be high enough for them until the rows are drawn. */
  #arrive(view: TableView | undefined): void {
    this.#section.scrollIntoView();
    view?.focus();
    requestAnimationFrame(() => this.#section.scrollIntoView());
  }

  /** Undefined if no table has the quick view, or none is read yet. */
  #placeOf(state: PageState): number | undefined {
    const { tables } = this.#data;
    if (state.report !== undefined) {
      const named = tables.findIndex(({ name }) => name === state.report);
      return named === -1 ? 0 : named;
    }
    if (state.view === undefined) return this.#at;
    return [...tables.keys()].find((at) => this.#views.get(at)?.hasRowsOf(state) === true);
  }

  /** Shows the rows of a table, or why they cannot be shown. */
  async #fill(at: number): Promise<void> {
    const [table, panel] = [this.#data.tables[at], this.#panels[at]];
    if (table === undefined || panel === undefined) return;
    const loading = element('p', { class: 'loading' }, 'Reading the rows…');
    panel.append(loading);
    try {
      const stored = await readRows(table, at, (rows) => {
        loading.textContent = `${count(rows)} of ${counted(table.rows, 'row', 'rows')}`;
      });
      this.#read.set(at, { page: table, stored });
      const view = new TableView(table, stored, this.#data, `table-${at}`, {
        changed: this.#changed,
        tables: () => this.read,
      });
      const waiting = this.#waiting.get(at);
      this.#waiting.delete(at);
      loading.replaceWith(view.element);
      this.#views.set(at, view);
      view.start();
      if (waiting !== undefined) view.show(waiting.state);
      if (waiting?.focus === true && at === this.#at) this.#arrive(view);
      if (this.#wanted !== undefined && view.hasRowsOf(this.#wanted)) {
        this.show({ ...this.#wanted, report: table.name }, true);
        this.#wanted = undefined;
        this.#changed('step');
      }
    } catch (error) {
      loading.replaceWith(problem(error));
    }
  }
}

function tabName({ name, file, findings, experimental }: PageTable): string {
  if (findings) return file;
  if (experimental) return `${name} (experimental)`;
  return name === 'changes' ? 'Changes' : name;
}

/** The message that takes the place of rows. */
export function problem(error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  return element('p', { class: 'problem', role: 'alert' }, `The rows cannot be shown: ${reason}. The CSVs have them.`);
}
