import type { PageData } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { button, element } from '../element.ts';
import type { ListPlaces } from '../list-places.ts';
import { mailboxRows, type MailboxRow, type ReadTable } from './mailbox-rows.ts';
import { mailboxSections } from './mailbox-sections.ts';

export interface MailboxViewEvents {
  /** The tables whose rows were read. */
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
  readonly #places: ListPlaces;
  readonly #events: MailboxViewEvents;
  #address: string | undefined;

  constructor(data: PageData, places: ListPlaces, events: MailboxViewEvents) {
    this.#data = data;
    this.#places = places;
    this.#events = events;
    const close = button('Close', () => {
      this.#element.close();
    });
    this.#element = element(
      'dialog',
      { class: 'details mailbox', 'aria-labelledby': this.#title.id },
      element('div', { class: 'details-head' }, this.#title, close),
      this.#content,
    );
    this.#element.addEventListener('click', (event) => {
      // A click on the backdrop has the dialog itself as its target.
      if (event.target === this.#element && event.detail < 2) this.#element.close();
    });
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
    this.#places.load().then(
      () => {
        this.refresh();
      },
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
    const sections = mailboxSections(address, tables, this.#data);
    this.#content.replaceChildren(
      ...(isComplete ? [] : [element('p', { class: 'loading' }, 'Reading the rows…')]),
      ...(isComplete && rows.length === 0 ? [element('p', {}, 'This page has no mailbox with this address.')] : []),
      ...listedValues(rows),
      ...this.#placeOf(address, tables),
      ...problems(rows),
      ...sections,
    );
  }

  #placeOf(address: string, tables: readonly ReadTable[]): readonly HTMLElement[] {
    const place = tables[0] && this.#places.placeOf(tables[0], address);
    if (place === undefined) return [];
    const text = `${visibleLine(place.file)}, line ${place.line}`;
    const shown = place.url === undefined ? text : element('a', { href: place.url, rel: 'noreferrer' }, text);
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

/** Why the mailbox could not be read, by report. */
function problems(rows: readonly MailboxRow[]): readonly HTMLElement[] {
  const unread = rows.filter(({ cell }) => cell('Status') !== '' && cell('Status') !== 'ok');
  if (unread.length === 0) return [];
  const texts = unread.map(({ table, cell }) => visibleLine(`${table.page.name}: ${cell('Status')}. ${cell('Error')}`));
  return [element('ul', { class: 'unreadable' }, ...[...new Set(texts)].map((text) => element('li', {}, text)))];
}
