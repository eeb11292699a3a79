import { fragmentOf } from '../../text/page-links.ts';
import { visibleLine } from '../../text/display.ts';
import { count, listed } from '../../text/numbers.ts';
import { accessTitle, rightRank, rightText } from '../../text/rights.ts';
import { element } from '../element.ts';
import { mailboxPosition, type MailboxRow, type ReadTable } from './mailbox-rows.ts';
import { registrationNotes } from './registration-note.ts';
import { sinceNote } from './violation-dates.ts';

/** Columns of a report with a row for each right, which has groups as they are. */
const GRANT = ['Trustee', 'Right', 'Deny'];
/** Names in a list; the table has all. */
const MAX_NAMES = 50;

/** Whether a table has the report `access`, which has groups expanded. */
export function isAccess({ page: { inView } }: ReadTable): boolean {
  return inView?.phrase === 'access';
}

/** The report of the page that says what people can open. Undefined without one. */
export function accessTable(tables: readonly ReadTable[]): ReadTable | undefined {
  return tables.find(isAccess) ?? tables.find(({ page: { columns } }) => GRANT.every((name) => columns.includes(name)));
}

/**
 * Who can open a mailbox: an item for each right with the people, through groups too. Those who get mail of it come last.
 *
 * @param sinceOf the day of a violation by a right; '' if there is none
 */
export function openerItems(rows: readonly MailboxRow[], sinceOf: (row: MailboxRow) => string): readonly HTMLElement[] {
  const byRight = Map.groupBy(rows, ({ cell }) => cell('Right'));
  const rights = [...byRight].sort(([one], [other]) => rightRank(one) - rightRank(other));
  return rights.map(([right, some]) =>
    element('li', {}, element('strong', {}, rightText(right)), ': ', ...people(some, sinceOf).flatMap(joined)),
  );
}

/** A person is named once, with all ways to the right. */
function people(
  rows: readonly MailboxRow[],
  sinceOf: (row: MailboxRow) => string,
): readonly (readonly (HTMLElement | string)[])[] {
  const byTrustee = Map.groupBy(rows, ({ cell }) => cell('Trustee'));
  const names = [...byTrustee].slice(0, MAX_NAMES).map(([trustee, some]): readonly (HTMLElement | string)[] => {
    const [first] = some;
    const name = first?.cell('TrusteeName') ?? '';
    const person = first === undefined || trustee === '' ? 'somebody who is not known' : trusteeLink(trustee, first);
    const outside = first?.cell('Inside') === 'false' ? ', outside' : '';
    const since = first === undefined ? '' : sinceNote(sinceOf(first));
    const notes = `${waysText(some)}${registrationNotes(some)}${since}`;
    return [person, `${name === '' ? '' : ` (${visibleLine(name)})`}${outside}${notes}`];
  });
  const more = byTrustee.size - names.length;
  return more > 0 ? [...names, [`${count(more)} more`]] : names;
}

function trusteeLink(trustee: string, { table }: MailboxRow): HTMLElement | string {
  return mailboxPosition(table.stored, trustee) === undefined ? visibleLine(trustee) : mailboxLink(trustee);
}

function mailboxLink(address: string): HTMLElement {
  return element('a', { href: fragmentOf({ mailbox: address }) }, visibleLine(address));
}

/** ` through sales@contoso.com`; '' if there is no group. */
function waysText(rows: readonly MailboxRow[]): string {
  const ways = [...new Set(rows.map(({ cell }) => cell('Through')))].filter((way) => way !== '');
  if (ways.every((way) => way === 'direct')) return '';
  const groups = ways.filter((way) => way !== 'direct').map(visibleLine);
  return ` ${ways.length > groups.length ? 'directly and ' : ''}through ${listed(groups, 'and')}`;
}

function joined(parts: readonly (HTMLElement | string)[], at: number): readonly (HTMLElement | string)[] {
  return at === 0 ? parts : ['; ', ...parts];
}

/** What somebody can open: for each mailbox the rights, and through which group. */
export function openedList(rows: readonly MailboxRow[]): HTMLElement {
  const byMailbox = Map.groupBy(rows, ({ cell }) => cell('MailboxName'));
  const more = byMailbox.size - MAX_NAMES;
  return element(
    'ul',
    {},
    ...[...byMailbox].slice(0, MAX_NAMES).map(([address, some]) => {
      const rights = [...Map.groupBy(some, ({ cell }) => cell('Right'))]
        .sort(([one], [other]) => rightRank(one) - rightRank(other))
        .map(([right, ofRight]) => `${rightText(right)}${waysText(ofRight)}`);
      return element('li', {}, mailboxLink(address), `: ${rights.join('; ')}`);
    }),
    ...(more > 0 ? [element('li', {}, `and ${count(more)} more`)] : []),
  );
}

/** Whether a row certainly gives a right. */
export function grants({ cell, table }: MailboxRow): boolean {
  return isAccess(table) || cell('Deny') === 'false';
}

/** @param applications the rows about applications, which open the mailbox */
export function openersTitle(rows: readonly MailboxRow[], applications: readonly MailboxRow[]): string {
  const rights = [...rightsOf(rows), ...applications.map(() => '')];
  return accessTitle(rights, 'Who can open it', 'Who gets its mail', 'Who can open it, or gets its mail');
}

export function openedTitle(rows: readonly MailboxRow[]): string {
  return accessTitle(rightsOf(rows), 'Can open', 'Gets mail of', 'Can open, or gets mail of');
}

function rightsOf(rows: readonly MailboxRow[]): readonly string[] {
  return rows.map(({ cell }) => cell('Right'));
}
