import type { PageTable } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { endsPhrase, UNKNOWN_COLUMN } from '../../text/mail-ends.ts';
import { count, counted, listed } from '../../text/numbers.ts';
import { fragmentOf } from '../../text/page-links.ts';
import { ruleSentence } from '../../text/rule-sentence.ts';
import { element } from '../element.ts';
import { mailboxRows, type CellText, type MailboxRow, type ReadTable } from './mailbox-rows.ts';

/** Addresses, steps and rules that are named; the tables have all. */
const MAX_NAMES = 50;
const SENDING = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];

/** The addresses of a mailbox. */
interface OwnAddresses {
  /** The primary address of the mailbox, which its list may name by another one. */
  readonly owner: string;
  readonly rows: readonly MailboxRow[];
  /** The address of the list, if several recipients have it: it has no known owner. */
  readonly shared: readonly MailboxRow[];
}

function addressesOf(table: ReadTable, address: string): OwnAddresses {
  const named = mailboxRows(table, address, 'Address');
  const owner = named.map(({ cell }) => cell('Owner')).find((text) => text !== '') ?? address;
  const shared = named.filter(({ cell }) => cell('Owner') === '');
  return { owner, rows: mailboxRows(table, owner, 'Owner'), shared };
}

/**
 * The addresses of a mailbox, where mail to them ends and its way, and the inbox rules that may send it on.
 *
 * @param rules the rows of the mailbox in the report with inbox rules. Undefined: the page does not have it.
 */
export function addressesSection(
  table: ReadTable,
  address: string,
  rules: readonly MailboxRow[] | undefined,
): { readonly rows: readonly MailboxRow[]; readonly is: string; readonly content: HTMLElement } {
  const { owner, rows, shared } = addressesOf(table, address);
  const byRoute = [...Map.groupBy(rows, routeKey).values()];
  const items = [
    ...byRoute.map(routeItem),
    ...shared.map(({ cell }) => {
      const name = element('strong', {}, visibleLine(cell('Address')));
      return element('li', {}, name, ': whose it is, and where its mail ends, is not known');
    }),
    ...(rows.length + shared.length === 0 ? [element('li', {}, `Not known: ${unreadText(table)}`)] : []),
    ...othersWithoutOwner(table, shared.length),
    ...possibleWays(rules).map((text) => element('li', {}, text)),
  ];
  return { rows, is: owner, content: element('ul', {}, ...items) };
}

function unreadText(table: ReadTable): string {
  const [failed] = mailboxRows(table, '', 'Address');
  if (failed === undefined || failed.cell('Status') === 'ok') return 'the table has no address of this mailbox';
  return `the addresses could not be read. ${visibleLine(`${failed.cell('Status')}. ${failed.cell('Error')}`)}`;
}

/** Addresses of several recipients may also be of this mailbox. */
function othersWithoutOwner(table: ReadTable, shown: number): readonly HTMLElement[] {
  const all = mailboxRows(table, '', 'Owner').filter(({ cell }) => cell('Address') !== '');
  const others = all.length - shown;
  if (others === 0) return [];
  const conditions = [{ column: 'Owner', is: '' }];
  const link = element(
    'a',
    { href: fragmentOf({ report: table.page.name, conditions }) },
    counted(others, 'further address', 'further addresses'),
  );
  return [element('li', {}, 'Not known: whether it has ', link, ', whose owner is not known')];
}

/** Equal for addresses whose mail has the same way. */
function routeKey({ cell, viewCell }: MailboxRow): string {
  const outside = cell('DomainAccepted') === 'no' ? cell('Domain') : '';
  return JSON.stringify([cell('Lands'), cell('Route'), viewCell(UNKNOWN_COLUMN), outside]);
}

function routeItem(rows: readonly MailboxRow[]): HTMLElement {
  const [first] = rows;
  const cell: CellText = first?.cell ?? (() => '');
  const unknown = (first?.viewCell(UNKNOWN_COLUMN) ?? '').split('; ');
  const primaryFirst = [...rows].sort((one, other) => Number(isPrimary(other)) - Number(isPrimary(one)));
  const names = primaryFirst.map((row) => `${visibleLine(row.cell('Address'))}${isPrimary(row) ? ' (primary)' : ''}`);
  const ends = shortened(itemsOf(cell('Lands')));
  const steps = [
    ...shortened(itemsOf(cell('Route'))),
    ...(unknown.includes('Route') ? ['The way of the mail is not known'] : []),
    ...(cell('DomainAccepted') === 'no' ? [`${visibleLine(cell('Domain'))} is no accepted domain of the tenant`] : []),
  ];
  const phrase = endsPhrase(ends, !unknown.includes('Lands'));
  return element(
    'li',
    {},
    element('strong', {}, listed(shortened(names), 'and')),
    phrase === undefined ? ': where mail ends is not known' : `: mail ${phrase}`,
    ...(steps.length === 0 ? [] : [element('ul', {}, ...steps.map((step) => element('li', {}, step)))]),
  );
}

function isPrimary({ cell }: MailboxRow): boolean {
  return cell('Primary') === 'yes';
}

function itemsOf(list: string): readonly string[] {
  return list === '' ? [] : list.split('; ').map(visibleLine);
}

function shortened(texts: readonly string[]): readonly string[] {
  const more = texts.length - MAX_NAMES;
  return more > 0 ? [...texts.slice(0, MAX_NAMES), `${count(more)} more`] : texts;
}

/** What inbox rules may do with the mail, which the way does not have. */
function possibleWays(rules: readonly MailboxRow[] | undefined): readonly string[] {
  const unknown = 'Not known: whether inbox rules of its owner send mail on';
  if (rules === undefined) return [`${unknown}. This page has no inbox rules`];
  if (rules.length === 0 || rules.some(({ cell }) => cell('Status') !== 'ok')) return [unknown];
  const ways = rules.flatMap(({ cell }) => wayOf(cell));
  return shortened(ways);
}

/** A rule that is perhaps enabled and perhaps sends mail on. Graph hides actions of rules that are read-only. */
function wayOf(cell: CellText): readonly string[] {
  if (cell('Enabled') === 'false' || isPlaceholder(cell)) return [];
  const name = visibleLine(cell('RuleName'));
  if (SENDING.some((column) => cell(column) !== '') || cell('ReadOnly') === 'true') {
    return [`Possible: the inbox rule "${name}" ${ruleSentence(cell)}`];
  }
  // The cell is blank only if actions are not known.
  return cell('Hides') === '' ? [`Possible: the inbox rule "${name}", of which it is not known what it does`] : [];
}

/** Whether a row is that of a mailbox without rules. */
function isPlaceholder(cell: CellText): boolean {
  return ['RuleName', 'Sequence', 'Enabled', ...SENDING].every((column) => cell(column) === '');
}

/** The table of a page with addresses of the tenant. */
export function isAddresses({ inView }: PageTable): boolean {
  return inView?.phrase === 'addresses';
}
