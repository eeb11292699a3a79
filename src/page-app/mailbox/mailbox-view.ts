import { listLineUrl } from '../../text/page-links.ts';
import type { PageData } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { someNames } from '../../text/numbers.ts';
import { dialog, element } from '../element.ts';
import { readRows } from '../page-data.ts';
import { cellAt, type StoredTable } from '../table/rows/stored-table.ts';
import { mailboxPosition, mailboxRows, type MailboxRow, type ReadTable } from './mailbox-rows.ts';
import { mailboxSections } from './mailbox-sections.ts';

interface MailboxViewEvents {
  readonly tables: () => readonly ReadTable[];
  /** The user has closed the view. */
  readonly closed: () => void;
}

/** The dialog with everything that the page has about one mailbox. */
export class MailboxView {
  readonly #element: HTMLDialogElement;
  readonly #title = element('h3', { id: 'mailbox-title' });
  readonly #content = element('div', {
    class: 'mailbox-content',
    tabindex: '0',
    role: 'group',
    'aria-label': 'All reports',
  });
  readonly #data: PageData;
  readonly #events: MailboxViewEvents;
  #address: string | undefined;
  /** The places of the mailboxes in their lists, which are not in the CSVs. */
  #places: StoredTable | undefined;
  #loading: Promise<void> | undefined;

  constructor(data: PageData, events: MailboxViewEvents) {
    this.#data = data;
    this.#events = events;
    this.#element = dialog(this.#title, [], this.#content, 'details mailbox');
    this.#element.addEventListener('close', () => {
      if (this.#address === undefined) return;
      this.#address = undefined;
      events.closed();
    });
    document.body.append(this.#element);
  }

  /** The mailbox whose view is open. */
  get address(): string | undefined {
    return this.#address;
  }

  /** Opens the view of a mailbox; undefined closes it. When it closes, the browser restores the focus. */
  show(address: string | undefined): void {
    if (address === this.#address) return;
    this.#address = address;
    if (address === undefined) {
      this.#element.close();
      return;
    }
    this.refresh();
    if (!this.#element.open) this.#element.showModal();
    this.#content.scrollTo(0, 0);
    this.#loading ??= this.#loadPlaces();
    this.#loading.then(
      () => this.refresh(),
      () => {
        // Without them, the place in the list is not named.
      },
    );
  }

  /** Call when more rows were read. */
  refresh(): void {
    const address = this.#address;
    if (address === undefined) return;
    const tables = this.#events.tables();
    const rows = tables.flatMap((table) => mailboxRows(table, address));
    this.#title.textContent = visibleLine(rows[0]?.cell('MailboxName') ?? address);
    const isComplete = tables.length === this.#data.tables.length;
    const history = historyCommand(this.#data.history, rows[0]?.cell('MailboxName') ?? '');
    const sections = mailboxSections(address, tables, this.#data, history);
    this.#content.replaceChildren(
      ...(isComplete ? [] : [element('p', { class: 'loading' }, 'Reading the rows…')]),
      ...(isComplete && rows.length === 0 ? [element('p', {}, 'This page has no mailbox with this address.')] : []),
      ...listedValues(rows),
      ...this.#placeOf(address, tables),
      ...problems(rows),
      ...sections,
    );
  }

  async #loadPlaces(): Promise<void> {
    const { tables, places } = this.#data;
    this.#places = await readRows(places, tables.length, () => undefined);
  }

  #placeOf(address: string, [first]: readonly ReadTable[]): readonly HTMLElement[] {
    // The first report has the order of the lists.
    const position = first && mailboxPosition(first.stored, address);
    const place = position === undefined ? undefined : this.#places && listPlace(this.#places, position);
    if (place === undefined) return [];
    const { file, line } = place;
    if (file === '') return [element('p', { class: 'note' }, 'Read because of ', element('code', {}, 'all'))];
    const { source } = this.#data;
    const text = `${visibleLine(file)}, line ${line}`;
    const shown =
      source === undefined ? text : element('a', { href: listLineUrl(source, file, line), rel: 'noreferrer' }, text);
    return [element('p', { class: 'note' }, 'Listed at ', shown)];
  }
}

/** The values of the mailbox in the columns of its list. */
function listedValues(rows: readonly MailboxRow[]): readonly HTMLElement[] {
  const row = rows.find(({ table: { page } }) => page.listed !== undefined && page.listed.length > 0);
  const names = row?.table.page.listed?.filter((name) => row.cell(name) !== '') ?? [];
  const texts = names.map((name) => visibleLine(`${name}: ${row?.cell(name) ?? ''}`));
  return texts.length === 0 ? [] : [element('p', { class: 'note' }, texts.join(' · '))];
}

/** The command that prints when the mailbox changed. Nothing for a blank address, or one that a shell could expand. */
function historyCommand(history: string, address: string): readonly HTMLElement[] {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._+@'-]*$/u.test(address)) return [];
  const argument = address.includes("'") ? `"${address}"` : address;
  const command = element('code', {}, `${history} ${argument}`);
  return [element('p', { class: 'command' }, 'When it changed, at a terminal: ', command)];
}

/** Why the mailbox could not be read: each cause once, with the reports that have it. */
function problems(rows: readonly MailboxRow[]): readonly HTMLElement[] {
  const unread = rows.filter(({ cell }) => cell('Status') !== '' && cell('Status') !== 'ok');
  if (unread.length === 0) return [];
  const byCause = Map.groupBy(unread, ({ cell }) => `${cell('Status')}. ${cell('Error')}`);
  const texts = [...byCause].map(([cause, some]) => {
    const names = new Set(some.map(({ table }) => table.page.name));
    return visibleLine(`${someNames([...names], String)}: ${cause}`);
  });
  return [element('ul', { class: 'unreadable' }, ...texts.map((text) => element('li', {}, text)))];
}

/**
 * Where the lists have a mailbox. The file is '' if none has it.
 *
 * @param places the rows of `PagePlaces`
 * @param position that of the mailbox in the lists
 */
function listPlace({ columns, rows }: StoredTable, position: number): { file: string; line: number } | undefined {
  const [files, lines, counts] = columns;
  let left = position;
  for (let row = 0; row < rows; row += 1) {
    const length = Number(cellAt(counts, row));
    if (left < length) return { file: String(cellAt(files, row)), line: Number(cellAt(lines, row)) + left };
    left -= length;
  }
  return undefined;
}
