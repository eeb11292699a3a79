import type { WorldRegister } from '../world/world.ts';
import { asText, isKnownAs, known, NOT_APPLICABLE, shownValue, UNKNOWN, type Cell, type Row } from './cells.ts';
import type { Seen } from './run.ts';
import { plain } from './texts.ts';

export type Line = WorldRegister['entries'][number];

/** A right as a report shows it. */
export interface ShownRight {
  /** In the words of `access`. */
  readonly right: string;
  /** Through a group, the group. */
  readonly trustee: string;
  /** SIDs and object IDs of the trustee, as far as the report has them. */
  readonly ids: readonly string[];
}

/** A mailbox as far as a run knows it. */
export interface KnownMailbox {
  /** Addresses and IDs, with the address of the list. */
  readonly names: readonly string[];
  readonly objectId: string | undefined;
  /** In Exchange. */
  readonly guid: string | undefined;
}

/** By what the rights of a mailbox in a report are compared with a register. */
export interface Comparing {
  readonly mailbox: KnownMailbox;
  /** Whether the run has `access`: then one with another address is somebody else. */
  readonly readsTrustees: boolean;
  /** All rights of the mailbox in the report. */
  readonly held: readonly ShownRight[];
}

/** Whether a line is about a right, or may be. */
export type Match = 'yes' | 'maybe' | 'no';

const DAY = 86_400_000;
const RIGHTS =
  /^(?:FullAccess|SendAs|SendOnBehalf|ChangePermission|ChangeOwner|Calendar: (?:freeBusyRead|limitedRead|read|write|delegateWith(?:out)?PrivateEventAccess|custom))$/;
/** They open nothing. */
const LEFT_OUT = ['ReadPermission', 'DeleteItem', 'ExternalAccount'];
const SID = /^S-1-/i;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What rows of each report grant. */
const RIGHT_IN: Readonly<Record<string, (row: Row) => ShownRight | Cell>> = {
  'mailbox-permissions': (row) => {
    const { Right: right = UNKNOWN, Deny: deny = UNKNOWN, Inherited: inherited = UNKNOWN } = row;
    if (isKnownAs(deny, true) || isKnownAs(inherited, true)) return NOT_APPLICABLE;
    if (LEFT_OUT.some((name) => isKnownAs(right, name))) return NOT_APPLICABLE;
    return isKnownAs(deny, false) ? granted(right, row.Trustee, row.TrusteeId) : UNKNOWN;
  },
  'calendar-permissions': ({ Role: role = UNKNOWN, GrantedToAddress: address = UNKNOWN }) => {
    // The entry of everyone inside has no address.
    if (isKnownAs(role, 'none') || isKnownAs(address, null)) return NOT_APPLICABLE;
    return role.is === 'known' ? granted(known(`Calendar: ${asText(role.value)}`), address, undefined) : UNKNOWN;
  },
  access: (row) => {
    const { Right: right = UNKNOWN, Trustee: trustee, Through: through = UNKNOWN } = row;
    if (['Forwarding', 'InboxRule'].includes(asText(shownValue(right)))) return NOT_APPLICABLE;
    if (isKnownAs(row.IsEveryone, true) || isKnownAs(row.IsInherited, true)) return NOT_APPLICABLE;
    if (through.is !== 'known') return UNKNOWN;
    return isKnownAs(through, 'direct')
      ? granted(right, trustee, row.TrusteeId)
      : granted(right, through, row.ThroughId);
  },
};

function granted(right: Cell, trustee: Cell | undefined, ids: Cell | undefined): ShownRight | Cell {
  if (right.is !== 'known' || trustee?.is !== 'known') return UNKNOWN;
  const [name, label] = [asText(right.value), asText(trustee.value)];
  if (!RIGHTS.test(name) || trustee.value === null) return UNKNOWN;
  const shown = ids === undefined ? [] : [shownValue(ids)].flat().map(asText);
  return { right: name, trustee: label, ids: [...shown, label].filter(isId) };
}

function isId(text: string): boolean {
  return SID.test(text) || GUID.test(text);
}

/** The right that a row of a report grants; 'not applicable' and unknown as their cell. */
export function rightIn(report: string, row: Row): ShownRight | Cell {
  return RIGHT_IN[report]?.(row) ?? NOT_APPLICABLE;
}

export function isRight(right: ShownRight | Cell): right is ShownRight {
  return 'trustee' in right;
}

function isUnknown(right: ShownRight | Cell): boolean {
  return !isRight(right) && right.is === 'unknown';
}

/** The rights in rows of a report that are certain. */
export function rightsIn(report: string, rows: readonly Row[]): readonly ShownRight[] {
  return rows.map((row) => rightIn(report, row)).filter(isRight);
}

/** The cell `Registered` of a right. @param now epoch ms: the start of the run */
export function registered(right: ShownRight, register: WorldRegister, comparing: Comparing, now: number): Cell {
  const matching = (wanted: Match): readonly Line[] =>
    register.entries.filter((line) => lineMatch(line, right, comparing) === wanted);
  const states = matching('yes').map((line) => stateOf(line, register, now));
  const best = ['yes', 'due', 'expired'].find((state) => states.includes(state));
  const doubtful = matching('maybe');
  if (best === undefined) return doubtful.length > 0 ? UNKNOWN : known('no');
  // Another line may say that the right is still meant to be.
  const isOpen = best === 'expired' && doubtful.some((line) => stateOf(line, register, now) !== 'expired');
  return isOpen ? UNKNOWN : known(best);
}

/** The lines that say what a right is registered as: none if it is not registered, or that is not known. */
export function decidingLines(
  right: ShownRight,
  register: WorldRegister,
  comparing: Comparing,
  now: number,
): readonly Line[] {
  const state = registered(right, register, comparing, now);
  return register.entries.filter(
    (line) => lineMatch(line, right, comparing) === 'yes' && isKnownAs(state, stateOf(line, register, now)),
  );
}

function stateOf(line: Line, { 'review-every': every }: WorldRegister, now: number): string {
  const { Reason: reason = '', Owner: owner = '', Until: until = '', ReviewedOn: reviewed = '' } = line;
  const today = dayOf(now);
  if (until !== '' && until < today) return 'expired';
  if (reason === '' || owner === '') return 'due';
  if (every === undefined) return 'yes';
  const first = dayOf(now - Number.parseInt(every, 10) * DAY);
  return reviewed >= first && reviewed <= today ? 'yes' : 'due';
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Whether a line is about a right: about its mailbox, its trustee and the right itself. */
export function lineMatch(line: Line, right: ShownRight, { mailbox, readsTrustees, held }: Comparing): Match {
  if (line.Right !== right.right) return 'no';
  const matches = [mailboxMatch(line, mailbox), trusteeMatch(line, right, readsTrustees)];
  if (matches.includes('no')) return 'no';
  if (!matches.includes('maybe')) return 'yes';
  return isOfAnother(line, right, held) ? 'no' : 'maybe';
}

/** An ID decides. One of the two kinds that the run does not know may be that of the mailbox. */
export function mailboxMatch(line: Line, { names, objectId, guid }: KnownMailbox): Match {
  const { MailboxName: name = '', MailboxId: id = '' } = line;
  if (name === '*') return 'yes';
  const isNamed = names.some((one) => isSame(one, name));
  if (id === '') return isNamed ? 'yes' : 'no';
  if ([objectId, guid, ...names].some((one) => one !== undefined && isSame(one, id))) return 'yes';
  if (!isNamed) return 'no';
  return objectId === undefined || guid === undefined ? 'maybe' : 'no';
}

/** An ID decides, if the report has one of its kind. Without, so does the address, unless it may be another one of the trustee. */
function trusteeMatch(line: Line, { trustee, ids }: ShownRight, readsTrustees: boolean): Match {
  const { Trustee: name = '', TrusteeId: written = '' } = line;
  const id = written === '' && isId(name) ? name : written;
  if (id !== '') {
    const ofKind = ids.filter((one) => SID.test(one) === SID.test(id));
    if (ofKind.some((one) => isSame(one, id))) return 'yes';
    return ofKind.length > 0 ? 'no' : 'maybe';
  }
  if (isSame(name, trustee)) return 'yes';
  return readsTrustees ? 'no' : 'maybe';
}

/** Whether a line without an ID is about another trustee: a report has one name for each, and this one has the right too. */
function isOfAnother({ Trustee: name = '', TrusteeId: id = '' }: Line, right: ShownRight, held: readonly ShownRight[]) {
  if (id !== '' || isSame(name, right.trustee)) return false;
  return held.some((other) => other.right === right.right && isSame(other.trustee, name));
}

function isSame(one: string, other: string): boolean {
  return plain(one).toLowerCase() === plain(other).toLowerCase();
}

/** A mailbox with what a run shows of it. */
interface RegisteredMailbox {
  readonly known: KnownMailbox | undefined;
  readonly seen: Pick<Seen, 'reports'>;
}

/** How many lines of a register occur no more: mailboxes that were read do not have the right, and no unknown row may be it. */
export function goneLines(
  { entries }: WorldRegister,
  mailboxes: readonly RegisteredMailbox[],
  readsTrustees: boolean,
): number {
  const isGone = (line: Line): boolean => {
    const report = line.Right?.startsWith('Calendar') === true ? 'calendar-permissions' : 'mailbox-permissions';
    const concerned = mailboxes.flatMap(({ known: mailbox, seen }) =>
      mailbox === undefined || mailboxMatch(line, mailbox) === 'no' ? [] : [{ mailbox, of: seen.reports[report] }],
    );
    const isOpen = ({ mailbox, of }: (typeof concerned)[number]): boolean => {
      const { status, rows = [] } = of ?? {};
      if (status !== 'ok' || mailboxMatch(line, mailbox) === 'maybe') return true;
      const held = rightsIn(report, rows);
      const comparing = { mailbox, readsTrustees, held };
      // A right that is certainly of another line is not one of this trustee under another name.
      const isOfOther = (right: ShownRight): boolean =>
        !isSame(line.Trustee ?? '', right.trustee) &&
        entries.some((other) => lineMatch(other, right, comparing) === 'yes');
      const mayBeHeld = (right: ShownRight): boolean => {
        const match = lineMatch(line, right, comparing);
        return match === 'yes' || (match === 'maybe' && !isOfOther(right));
      };
      return rows.some((row) => isUnknown(rightIn(report, row))) || held.some(mayBeHeld);
    };
    return concerned.length > 0 && !concerned.some(isOpen);
  };
  return entries.filter(isGone).length;
}
