import { count, counted } from '../../text/numbers.ts';
import type { PageData } from '../../outputs/page/data.ts';
import { fragmentOf, type ColumnCondition } from '../../text/page-links.ts';
import { visibleLine, visibleLines } from '../../text/display.ts';
import { phraseText, shownCell } from '../../text/row-phrase.ts';
import { element } from '../element.ts';
import { localTime } from '../local-time.ts';
import { accessTable, grants, isAccess, openedList, openedTitle, openerItems, openersTitle } from './access-lists.ts';
import { addressesSection, isAddresses } from './addresses-list.ts';
import { applicationItems } from './applications-list.ts';
import { findingsList } from './mailbox-findings.ts';
import {
  hasItem,
  isOneRowEach,
  mailboxRows,
  nameColumn,
  ownColumns,
  type MailboxRow,
  type ReadTable,
} from './mailbox-rows.ts';
import { registrationNotes } from './registration-note.ts';
import { ruleSentence } from '../../text/rule-sentence.ts';
import { ViolationDates } from './violation-dates.ts';

/** Rows that are named in a list; the table has all. */
const MAX_ROWS = 50;
/** Reports with one row a mailbox whose cells are shown without unfolding. If there are more, only those of the first. */
const MAX_OPEN = 2;

/**
 * All that the tables have about a mailbox: findings, who can open it, rules, settings, changes, and links to other rows.
 *
 * @param history says how to see when the mailbox changed. It is with those who can open it, else at the end.
 */
export function mailboxSections(
  address: string,
  tables: readonly ReadTable[],
  { rules, run, tables: ofPage }: Pick<PageData, 'rules' | 'run' | 'tables'>,
  history: readonly HTMLElement[],
): readonly HTMLElement[] {
  const found = tables.map((table) => ({ table, rows: mailboxRows(table, address) }));
  const rowsOf = (name: string): readonly MailboxRow[] =>
    found.find(({ table }) => table.page.name === name)?.rows ?? [];
  const isUnique = (report: string, item: string): boolean =>
    rowsOf(report).filter(({ table, cell }) => cell(nameColumn(table)) === item).length === 1;
  const changes = rowsOf('changes');
  const ofCells = tables.filter((table) => table.page.inView === undefined && isOneRowEach(table));
  const opening = accessTable(tables);
  const hasAccess = opening !== undefined && isAccess(opening);
  const sections = found.flatMap(({ table, rows }): Section[] => {
    const { name, findings, inView } = table.page;
    if (findings || name === 'changes') return [];
    const items = rows.filter(hasItem);
    if (items.length === 0) return [];
    if (inView !== undefined) {
      if (!('title' in inView)) return [];
      const { title, phrase } = inView;
      if (phrase === 'inbox-rule') return [{ rank: 5, title, rows: items, content: rulesList(items) }];
      const content = list(items, (row) => `${phraseText(phrase, row.cell)}${registrationNotes([row])}`);
      // The rights are in the list of who can open it.
      return [{ rank: 6, title, rows: items, content, isFolded: hasAccess || table === opening }];
    }
    if (isOneRowEach(table)) {
      const isFolded = ofCells.length > MAX_OPEN && table !== ofCells[0];
      return [{ rank: 7, title: name, rows: items, content: cellsList(items, changes), isFolded }];
    }
    return [{ rank: 9, title: name, rows: items, content: list(items, firstCell) }];
  });
  const violations = rowsOf('violations');
  const openers = openersSection(found, opening, new ViolationDates(violations, rules), history);
  if (openers !== undefined) sections.push(openers);
  if (violations.length > 0) {
    const content = findingsList(violations, rules, isUnique, run);
    sections.push({ rank: 1, title: 'Findings', rows: violations, content });
  }
  const ofTenant = tables.find(({ page }) => isAddresses(page));
  const rulesTable = ofPage.find(({ inView }) => inView?.phrase === 'inbox-rule');
  if (ofTenant !== undefined && found.some(({ rows }) => rows.length > 0)) {
    const ways = rulesTable === undefined ? undefined : rowsOf(rulesTable.name);
    sections.push({
      rank: 3,
      title: 'Addresses, and where mail to them ends',
      by: 'Owner',
      ...addressesSection(ofTenant, address, ways),
    });
  }
  const opened = opening === undefined ? [] : mailboxRows(opening, address, 'Trustee').filter(grants);
  if (opened.length > 0) {
    sections.push({ rank: 4, title: openedTitle(opened), rows: opened, by: 'Trustee', content: openedList(opened) });
  }
  if (changes.length > 0) {
    sections.push({
      rank: 8,
      title: 'Changes since the earlier report',
      rows: changes,
      content: list(changes, changeText),
    });
  }
  const shown = sections.sort((one, other) => one.rank - other.rank).map((section) => sectionElement(section, address));
  return openers === undefined ? [...shown, ...history] : shown;
}

/** Who can open a mailbox and through what, people and applications. Undefined if the tables name nobody. */
function openersSection(
  found: readonly { readonly table: ReadTable; readonly rows: readonly MailboxRow[] }[],
  opening: ReadTable | undefined,
  dates: ViolationDates,
  history: readonly HTMLElement[],
): Section | undefined {
  const itemsOf = (wanted: (table: ReadTable) => boolean): readonly MailboxRow[] =>
    found.flatMap(({ table, rows }) => (wanted(table) ? rows.filter(hasItem) : []));
  const people = itemsOf((table) => table === opening).filter(grants);
  const applications = itemsOf(({ page }) => page.inView?.phrase === 'applications');
  if (people.length + applications.length === 0) return undefined;
  const title = opening === undefined ? 'Which applications can open it' : openersTitle(people, applications);
  const items = [...openerItems(people, dates.ofRight), ...applicationItems(applications, dates.ofCell)];
  const content = element('div', {}, element('ul', {}, ...items), ...history);
  return { rank: 2, title, rows: [...people, ...applications], content };
}

interface Section {
  readonly rank: number;
  readonly title: string;
  readonly rows: readonly MailboxRow[];
  /** The column that has the address of the mailbox. */
  readonly by?: string;
  /** What it has for the mailbox. Undefined: the address in lists. */
  readonly is?: string;
  readonly content: HTMLElement;
  /** Whether the content unfolds from a line. */
  readonly isFolded?: boolean;
}

function sectionElement(
  { title, rows, by = 'MailboxName', is, content, isFolded = false }: Section,
  address: string,
): HTMLElement {
  const conditions: ColumnCondition[] = [{ column: by, is: is ?? address }];
  const byTable = [...Map.groupBy(rows, ({ table }) => table.page.name)];
  const links = byTable.flatMap(([report, { length }], at) => {
    const text = `${counted(length, 'row', 'rows')}${byTable.length > 1 ? ` of ${visibleLine(report)}` : ''}`;
    return [at === 0 ? '' : ', ', element('a', { href: fragmentOf({ report, conditions }) }, text)];
  });
  return element(
    'section',
    {},
    element('h4', {}, visibleLine(title), ' ', element('span', { class: 'note' }, ...links)),
    isFolded
      ? element(
          'details',
          { class: 'more' },
          element('summary', { 'aria-label': `Show ${visibleLine(title)}` }, 'Show'),
          content,
        )
      : content,
  );
}

function list(rows: readonly MailboxRow[], text: (row: MailboxRow) => string): HTMLElement {
  const more = rows.length - MAX_ROWS;
  return element(
    'ul',
    {},
    ...rows.slice(0, MAX_ROWS).map((row) => element('li', {}, text(row))),
    ...(more > 0 ? [element('li', {}, `and ${count(more)} more`)] : []),
  );
}

function rulesList(rows: readonly MailboxRow[]): HTMLElement {
  const ordered = [...rows].sort((one, other) => Number(one.cell('Sequence')) - Number(other.cell('Sequence')));
  return element(
    'ol',
    { class: 'rules' },
    ...ordered.map(({ cell }) => {
      const name = visibleLine(cell('RuleName')) || '(no name)';
      const states = [cell('Enabled') === 'false' ? 'off' : '', cell('HasError') === 'true' ? 'has an error' : ''];
      const notes = states
        .filter((state) => state !== '')
        .flatMap((state) => [' ', element('span', { class: 'note' }, state)]);
      return element('li', {}, element('strong', {}, name), ...notes, `: ${ruleSentence(cell)}`);
    }),
  );
}

function firstCell({ table, cell }: MailboxRow): string {
  return shownCell(cell(nameColumn(table)));
}

const CHANGES: ReadonlyMap<string, string> = new Map([
  ['new-violation', 'New violation'],
  ['resolved', 'Resolved'],
  ['added', 'Added'],
  ['removed', 'Removed'],
  ['mailbox-added', 'Added to the list'],
  ['mailbox-removed', 'Removed from the list'],
]);

function changeText({ cell }: MailboxRow): string {
  const [kind, item, column] = [cell('Change'), cell('Item'), cell('Column')];
  const what = [cell('Report'), item === '' ? '' : `"${item}"`, column].filter((part) => part !== '').join(', ');
  const values =
    cell('Before') === '' && cell('After') === '' ? '' : `: ${shownCell(cell('Before'))} → ${shownCell(cell('After'))}`;
  const kindText = CHANGES.get(kind);
  return visibleLine([kindText, `${what}${values}`].filter((part) => part !== undefined && part !== '').join(': '));
}

/** The cells of a report with one row a mailbox, with their values in the earlier report if they differ. */
function cellsList(rows: readonly MailboxRow[], changes: readonly MailboxRow[]): HTMLElement {
  const [row] = rows;
  if (row === undefined) return element('dl');
  const { table, cell } = row;
  const before = (column: string): string | undefined =>
    changes
      .find(
        (change) =>
          change.cell('Change') === 'changed' &&
          change.cell('Report') === table.page.name &&
          change.cell('Column') === column,
      )
      ?.cell('Before');
  return element(
    'dl',
    {},
    ...ownColumns(table).flatMap((column) => {
      const [text, was] = [cell(column), before(column)];
      if (text === '' && was === undefined) return [];
      const note = was === undefined ? [] : [' ', element('span', { class: 'note' }, `was ${shownCell(was)}`)];
      return element(
        'div',
        {},
        element('dt', {}, visibleLine(column)),
        element('dd', {}, visibleLines(text), ...note, ...localTime(text)),
      );
    }),
  );
}
