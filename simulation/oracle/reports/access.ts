import { asText, isKnownAs, itemsOf, known, shownValue, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, GroupFact, Json, MailboxFacts } from '../facts.ts';
import type { OfMailbox, SeenReport } from '../run.ts';
import { isInside } from './entries.ts';

/** A right, before the group that has it is expanded. */
interface Grant {
  readonly trustee: Cell;
  readonly name: Cell;
  readonly right: Cell;
  /** As the calendar says it. */
  readonly inside: Cell;
  readonly isEveryone: boolean;
  /** SID or object ID of the trustee; null if the other report has none. */
  readonly id: Json;
  readonly isInherited: boolean;
}

/** What the rows of `access` follow from besides the reports that it is made of. */
export interface AccessReading {
  readonly facts: Facts;
  readonly of: MailboxFacts;
  readonly internal: readonly string[];
  /** Whether the run reads a report from Exchange Online: then names are those of groups, or of nobody else. */
  readonly readsExchange: boolean;
}

const RIGHTS = ['FullAccess', 'SendAs', 'SendOnBehalf', 'ChangePermission', 'ChangeOwner'];
/** They open nothing. */
const LEFT_OUT = ['ReadPermission', 'DeleteItem', 'ExternalAccount'];
const TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];
const SOURCES: Readonly<Record<string, (row: Row, reading: AccessReading) => readonly Grant[]>> = {
  'mailbox-permissions': ofPermission,
  'calendar-permissions': ofCalendar,
  'mailbox-properties': ofForwarding,
  'inbox-rules': ofRule,
};

/** What `access` shows of a mailbox: unread if one of its reports is, after the rights of the others. */
export function accessOf(others: Readonly<Record<string, SeenReport>>, reading: AccessReading): OfMailbox {
  const sources = Object.entries(SOURCES).flatMap(([name, grantsIn]) => {
    const report = others[name];
    return report === undefined ? [] : [{ report, grantsIn }];
  });
  const unread = sources.find(({ report }) => report.status !== 'ok')?.report.status;
  const grants = sources.flatMap(({ report, grantsIn }) => report.rows.flatMap((row) => grantsIn(row, reading)));
  const rows = ordered(grants.flatMap((grant) => rowsOf(grant, reading)));
  return unread === undefined ? { statuses: ['ok'], rows } : { statuses: [unread], rows: [], rest: rows };
}

function ofPermission({
  Right: right = UNKNOWN,
  Trustee: trustee = UNKNOWN,
  Deny: deny = UNKNOWN,
  Inherited: inherited = UNKNOWN,
  TrusteeId: id = UNKNOWN,
}: Row): readonly Grant[] {
  const name = asText(shownValue(right));
  if (isKnownAs(deny, true) || LEFT_OUT.includes(name)) return [];
  const isCertain = RIGHTS.includes(name) && isKnownAs(deny, false);
  const own = { id: shownValue(id), isInherited: isKnownAs(inherited, true) };
  return [{ ...grant(trustee, isCertain ? right : doubtful(right)), ...own }];
}

function ofCalendar({
  Role: role = UNKNOWN,
  GrantedToAddress: address = UNKNOWN,
  GrantedTo: name = UNKNOWN,
  InsideOrganization: inside = UNKNOWN,
}: Row): readonly Grant[] {
  if (isKnownAs(role, 'none')) return [];
  const right = role.is === 'known' && role.value !== null ? known(`Calendar: ${asText(role.value)}`) : UNKNOWN;
  const isEveryone = isKnownAs(address, null);
  // A name alone does not say who somebody is.
  const trustee = isEveryone ? name : address.is === 'known' ? address : doubtful(name);
  return [{ trustee, name, right, inside, isEveryone, id: null, isInherited: false }];
}

/** To the address of a recipient, where it is known. */
function ofForwarding(
  { ForwardingAddress: recipient = UNKNOWN, ForwardingSmtpAddress: smtp = UNKNOWN }: Row,
  { of }: AccessReading,
): readonly Grant[] {
  const resolved = of.forwardingAddress;
  const trustee = isNone(recipient) || resolved === undefined ? recipient : known(resolved);
  const isUnresolved = !isNone(recipient) && resolved === undefined;
  return [
    ...(isNone(recipient) ? [] : [grant(isUnresolved ? doubtful(trustee) : trustee, known('Forwarding'))]),
    ...(isNone(smtp) ? [] : [grant(smtp, known('Forwarding'))]),
  ];
}

function isNone(cell: Cell): boolean {
  return isKnownAs(cell, null);
}

function ofRule(row: Row): readonly Grant[] {
  const { Enabled: enabled = UNKNOWN } = row;
  if (isKnownAs(enabled, false)) return [];
  const right = isKnownAs(enabled, true) ? known('InboxRule') : possibly('InboxRule');
  return TARGETS.flatMap((column) => {
    const cell = row[column] ?? UNKNOWN;
    const targets = itemsOf(shownValue(cell));
    // Of a list that may have others, and shows none, nothing is known.
    if (targets.length === 0 && cell.is === 'unknown') return [grant(UNKNOWN, UNKNOWN)];
    return targets.map((target) => grant(hasDomain(target) ? known(target) : possibly(target), right));
  });
}

function grant(trustee: Cell, right: Cell): Grant {
  return { trustee, name: UNKNOWN, right, inside: UNKNOWN, isEveryone: false, id: null, isInherited: false };
}

/** What is shown, and may be otherwise. */
function possibly(value: Json): Cell {
  return { is: 'unknown', shown: value };
}

function doubtful(cell: Cell): Cell {
  return cell.is === 'known' ? possibly(cell.value) : cell;
}

function hasDomain(label: Json): boolean {
  return /^[^/].*@[^@]+$/.test(asText(label));
}

/** A grant to a group is one to each of its members. Rows also have the IDs by which a register knows them. */
function rowsOf(grant: Grant, reading: AccessReading): readonly Row[] {
  const { trustee, name, right, inside, isEveryone, id } = grant;
  const flags = { IsEveryone: known(isEveryone), IsInherited: known(grant.isInherited) };
  const shown = shownValue(trustee);
  if (typeof shown !== 'string')
    return [{ Trustee: UNKNOWN, TrusteeName: name, Right: right, Through: UNKNOWN, Inside: UNKNOWN, ...flags }];
  const group = isEveryone ? undefined : groupOf(shown, reading);
  if (group?.members !== undefined && group.members.length > 0) {
    return group.members.map((member) => ({
      Trustee: trustee.is === 'known' ? known(member.label) : possibly(member.label),
      TrusteeName: member.name === '' ? UNKNOWN : known(member.name),
      Right: right,
      Through: known(group.address),
      Inside: trustee.is === 'known' ? insideOf(member.label, reading, member.isGuest) : UNKNOWN,
      ThroughId: known([id, group.id]),
      ...flags,
    }));
  }
  const label = group?.address ?? shown;
  const isOpen = group !== undefined || (!isEveryone && mayBeGroup(label, reading));
  const isCertain = trustee.is === 'known' && !isOpen;
  return [
    {
      Trustee: isCertain ? known(label) : possibly(label),
      TrusteeName: group === undefined ? name : known(group.name),
      Right: right,
      Through: isOpen ? possibly('direct') : known('direct'),
      Inside: isCertain ? (inside.is === 'known' ? inside : insideOf(label, reading, false)) : UNKNOWN,
      TrusteeId: known(id),
      ...flags,
    },
  ];
}

function groupOf(label: string, { facts, readsExchange }: AccessReading): GroupFact | undefined {
  const is = (text: string): boolean => text.toLowerCase() === label.toLowerCase();
  return facts.groups.find(({ address, name }) => is(address) || (readsExchange && is(name)));
}

/** A name that says nothing of who has it: outside Exchange, and of groups of Microsoft's own servers. */
function mayBeGroup(label: string, { readsExchange }: AccessReading): boolean {
  if (/^S-1-/i.test(label) || hasDomain(label)) return false;
  return !readsExchange || label.includes('\\');
}

function insideOf(label: string, { internal }: AccessReading, isGuest: boolean): Cell {
  if (!hasDomain(label)) return UNKNOWN;
  const isIn = isInside(label, internal);
  return isIn && isGuest ? UNKNOWN : known(isIn);
}

/** By trustee, right and group, each once: the row that is known best. What is unknown comes last. */
function ordered(rows: readonly Row[]): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const other = byKey.get(key);
    byKey.set(key, other === undefined ? row : joined(other, row));
  }
  return [...byKey.values()].sort((one, other) => compared(keyOf(one), keyOf(other)));
}

const BY_REGISTER = ['TrusteeId', 'ThroughId', 'IsEveryone', 'IsInherited'];

/** Of what a register knows a row by, that in which both agree. */
function joined(one: Row, other: Row): Row {
  const row = unknowns(other) < unknowns(one) ? other : one;
  const differing = BY_REGISTER.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !differing.includes(name)));
}

function keyOf(row: Row): readonly (string | null)[] {
  return ['Trustee', 'Right', 'Through'].map((column) => {
    const shown = shownValue(row[column] ?? UNKNOWN);
    return typeof shown === 'string' ? shown.toLowerCase() : null;
  });
}

function unknowns(row: Row): number {
  return Object.values(row).filter(({ is }) => is === 'unknown').length;
}

function compared(one: readonly (string | null)[], other: readonly (string | null)[]): number {
  const at = one.findIndex((text, place) => text !== other[place]);
  const [first, second] = [one[at] ?? null, other[at] ?? null];
  if (at === -1) return 0;
  if (first === null || second === null) return first === null ? 1 : -1;
  return first < second ? -1 : 1;
}
