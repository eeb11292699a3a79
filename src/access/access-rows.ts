import { isDeepStrictEqual } from 'node:util';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { textIn, type Json, type JsonObject } from '../json.ts';
import { domainOf } from '../mailboxes/address.ts';
import { DIRECT } from '../reports/built-in/access.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { atLeast, isCertainly, known, NOT_KNOWN, shownOf, type Known } from '../reports/known.ts';
import { rowWith, viewOf } from '../reports/row-view.ts';
import type { RowCells } from '../reports/rows.ts';
import type { Change } from '../run/mailbox-result.ts';
import { CALENDAR_RIGHT, MAILBOX_RIGHTS, OTHER_RIGHTS } from '../text/rights.ts';

/** A right on a mailbox, as a row of another report has it. */
export interface Grant {
  /** Address, name or SID. Somebody else may be meant by a name that is shown and not known. */
  readonly trustee: Known<string>;
  readonly name: Known<string>;
  /** A right that is shown and not known may not be granted at all. */
  readonly right: Known<string>;
  /** Whether the service says that the trustee is inside. */
  readonly inside: Known<boolean>;
  /** Whether the grant is to all people inside, not to a person or a group. */
  readonly isEveryone: boolean;
  /** The SID or the object ID of the trustee, as the other row has it; undefined if it has none. */
  readonly id?: string | undefined;
  /** Whether it is known that the mailbox does not have the grant itself. */
  readonly isInherited?: boolean;
}

/** A person, or a group that is not expanded. */
export interface Person {
  /** Address, name or SID. */
  readonly label: string;
  readonly name: Known<string>;
  /** The object ID; undefined if it is not known. */
  readonly id?: string | undefined;
  /** Whether the account is that of a guest, whose address may be any. */
  readonly isGuest?: boolean;
}

/** The person or the group that a grant names. */
export interface Trustee extends Person {
  /** Not known: the members, or whether it is a group. Undefined: no group. */
  readonly members?: Known<readonly Person[]> | undefined;
}

/** What rows of `access` need to know about trustees. */
export interface Trustees {
  readonly find: (trustee: string) => Trustee;
  /** Whether an address is inside. */
  readonly isInside: (label: string) => Known<boolean>;
}

/** Beyond this number, the groups of a mailbox are not expanded: a line of the rows file has at most 1 MiB. */
export const MAX_ROWS = 2_000;

/** Columns of `mailbox-properties` with targets. */
const FORWARDINGS: readonly string[] = ['ForwardingAddress', 'ForwardingSmtpAddress'];
const RULE_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];

const UNKNOWN_GRANT: Grant = {
  trustee: NOT_KNOWN,
  name: NOT_KNOWN,
  right: NOT_KNOWN,
  inside: NOT_KNOWN,
  isEveryone: false,
};

type Cell = (column: string) => Known<Json>;

/** What a row of each source grants. */
const SOURCES: Readonly<Record<string, (cell: Cell, identity: JsonObject) => readonly Grant[]>> = {
  'mailbox-permissions': (cell, identity) => {
    const [right, deny] = [cell('Right'), cell('Deny')];
    if (!right.isKnown) return [UNKNOWN_GRANT];
    const name = right.value;
    if (isCertainly(deny, true) || typeof name !== 'string' || OTHER_RIGHTS.includes(name)) return [];
    // What a right opens that is not documented is not known.
    const isDocumented = MAILBOX_RIGHTS.includes(name);
    const granted = !isDocumented ? NOT_KNOWN : isCertainly(deny, false) ? known(name) : atLeast(name);
    const id = textIn(identity, 'TrusteeId') || undefined;
    const isInherited = isCertainly(cell('Inherited'), true);
    return [{ ...UNKNOWN_GRANT, trustee: textOf(cell('Trustee')), right: granted, id, isInherited }];
  },
  'calendar-permissions': (cell) => {
    const [role, address, name] = [cell('Role'), cell('GrantedToAddress'), textOf(cell('GrantedTo'))];
    if (isCertainly(role, 'none')) return [];
    const [roleText, addressText] = [textOf(role), textOf(address)];
    return [
      {
        // A name alone does not identify somebody whose address is not known.
        trustee: addressText.isKnown ? addressText : address.isKnown ? name : doubtful(name),
        name,
        right: roleText.isKnown ? known(CALENDAR_RIGHT + roleText.value) : NOT_KNOWN,
        inside: truth(cell('InsideOrganization')),
        // Only the grant to all people inside has no address.
        isEveryone: isCertainly(address, null),
      },
    ];
  },
  'mailbox-properties': (cell) => FORWARDINGS.flatMap((column) => targets('Forwarding', cell(column))),
  'inbox-rules': (cell) => {
    const enabled = cell('Enabled');
    if (isCertainly(enabled, false)) return [];
    const grants = RULE_TARGETS.flatMap((column) => targets('InboxRule', cell(column))).map((grant): Grant => {
      const { trustee } = grant;
      // The name of a recipient without an address does not identify the recipient.
      const isIdentified = trustee.isKnown && domainOf(trustee.value) !== undefined;
      return isIdentified ? grant : { ...grant, trustee: doubtful(trustee) };
    });
    return isCertainly(enabled, true) ? grants : grants.map((grant) => ({ ...grant, right: doubtful(grant.right) }));
  },
};

/** Of a list that is known in part, those that it shows. */
function targets(right: string, cell: Known<Json>): readonly Grant[] {
  const shown = shownOf(cell);
  // A list that shows nothing, and may have something: that of a read-only rule.
  if (!cell.isKnown && (!Array.isArray(shown) || shown.length === 0)) return [UNKNOWN_GRANT];
  return [shown ?? null].flat().flatMap((target) => {
    const trustee = textOf(known(target));
    return trustee.isKnown ? [{ ...UNKNOWN_GRANT, trustee, right: known(right) }] : [];
  });
}

/** A text that is not blank. */
function textOf(cell: Known<Json>): Known<string> {
  return cell.isKnown && typeof cell.value === 'string' && cell.value !== '' ? known(cell.value) : NOT_KNOWN;
}

function truth(cell: Known<Json>): Known<boolean> {
  return cell.isKnown && typeof cell.value === 'boolean' ? known(cell.value) : NOT_KNOWN;
}

/** What is shown, but may be otherwise. */
function doubtful<T>(one: Known<T>): Known<T> {
  return one.isKnown ? atLeast(one.value) : one;
}

function foldedText(cell: Json | undefined): string | null {
  return typeof cell === 'string' ? cell.toLowerCase() : null;
}

/** A report of the run that has grants, and the place of its result. */
export interface GrantSource {
  readonly definition: ReportDefinition;
  /** Among the results of a mailbox. */
  readonly index: number;
}

/** The grants of one mailbox, and why the first unreadable source has none. */
export interface MailboxGrants {
  readonly grants: readonly Grant[];
  readonly failure: QueryFailure | undefined;
}

/** The grants of one mailbox, in the order of the sources. A list that may lack something has a further grant without trustee. */
export function grantsOf(sources: readonly GrantSource[], results: readonly QueryResult<RowCells[]>[]): MailboxGrants {
  const grants: Grant[] = [];
  let failure: QueryFailure | undefined;
  for (const { definition, index } of sources) {
    const result = results[index] ?? { status: 'failed', error: 'No result' };
    if (result.status !== 'ok') {
      failure ??= failureOf(definition, result);
      continue;
    }
    const columns = Object.keys(definition.columns);
    for (const row of result.value) {
      if (row.failure !== undefined) failure ??= failureOf(definition, row.failure);
      const { cell } = viewOf(columns, row);
      grants.push(...(SOURCES[definition.name]?.((column) => cell(column) ?? NOT_KNOWN, row.identity ?? {}) ?? []));
    }
  }
  return { grants, failure };
}

function failureOf({ name }: ReportDefinition, { status, error }: QueryFailure): QueryFailure {
  return { status, error: `${name}: ${error}` };
}

/** In the order of the columns. */
type AccessRow = Pick<RowCells, 'cells' | 'incomplete' | 'identity'>;

/** Trustee, right and group in lower case, by which rows are sorted; null if it is not known. */
type SortKey = readonly (string | null)[];

/** Positions of columns that identify a row. */
const [TRUSTEE, RIGHT, THROUGH] = [0, 2, 3];

/** The rows of one mailbox in the report `access`, sorted by trustee, right and group; why the mailbox is unread. */
export function accessRows({ grants, failure }: MailboxGrants, trustees: Trustees): QueryResult<RowCells[]> {
  if (failure !== undefined && grants.length === 0) return failure;
  const rowsByKey = new Map<string, { readonly sortKey: SortKey; readonly row: AccessRow }>();
  const add = (row: AccessRow): void => {
    const sortKey = [TRUSTEE, RIGHT, THROUGH].map((position) => foldedText(row.cells[position]));
    const key = JSON.stringify(sortKey);
    const other = rowsByKey.get(key)?.row;
    rowsByKey.set(key, { sortKey, row: other === undefined ? row : joined(other, row) });
  };
  for (const grant of grants) {
    const { trustee: named, isEveryone } = grant;
    const label = shownOf(named);
    const trustee = label === undefined || isEveryone ? undefined : trustees.find(label);
    const members = trustee?.members?.isKnown === true ? trustee.members.value : [];
    if (members.length === 0 || rowsByKey.size + members.length > MAX_ROWS) {
      const isOpen = trustee?.members?.isKnown === false || members.length > 0;
      add(rowOf(grant, { trustee, isOpen }, trustees));
      continue;
    }
    for (const member of members) {
      add(rowOf(grant, { trustee: member, group: trustee, isOpen: false }, trustees));
    }
  }
  const rows = [...rowsByKey.values()]
    .sort((one, other) => compare(one.sortKey, other.sortKey))
    .map(({ row }): RowCells => row);
  if (failure === undefined) return { status: 'ok', value: rows };
  return { status: 'ok', value: [...rows, { ...NOTHING_KNOWN, failure }] };
}

function unknownCells({ incomplete }: AccessRow): number {
  return incomplete?.size ?? 0;
}

/** The row of two grants of the same: that of the certain one, with what identifies both. */
function joined(one: AccessRow, other: AccessRow): AccessRow {
  const row = unknownCells(other) < unknownCells(one) ? other : one;
  const { identity = {} } = other;
  const shared = Object.entries(one.identity ?? {}).filter(([name, value]) => isDeepStrictEqual(identity[name], value));
  return { ...row, identity: shared.length === 0 ? undefined : Object.fromEntries(shared) };
}

const NOTHING_KNOWN = rowWith([NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN]);

/**
 * @param group through which the trustee has the right
 * @param isOpen whether the trustee is, or may be, a group whose members are not known
 */
function rowOf(
  grant: Grant,
  {
    trustee,
    group,
    isOpen,
  }: { readonly trustee: Person | undefined; readonly group?: Person | undefined; readonly isOpen: boolean },
  { isInside }: Trustees,
): AccessRow {
  const { right, isEveryone } = grant;
  const label = trustee?.label ?? shownOf(grant.trustee);
  if (label === undefined && shownOf(right) === undefined) return NOTHING_KNOWN;
  const directGrant = group === undefined ? grant : undefined;
  const way = group?.label ?? DIRECT;
  // An address inside does not make a guest a person inside.
  const byAddress = (address: string): Known<boolean> =>
    trustee?.isGuest === true && isCertainly(isInside(address), true) ? NOT_KNOWN : isInside(address);
  const isUncertain = isOpen || label === undefined || !grant.trustee.isKnown;
  const row = rowWith([
    isUncertain ? { isKnown: false, shown: label } : known(label),
    trustee?.name.isKnown === true ? trustee.name : (directGrant?.name ?? NOT_KNOWN),
    right,
    // The members of a group have the right through it.
    isOpen || label === undefined ? atLeast(way) : known(way),
    isUncertain ? NOT_KNOWN : insideOf(directGrant, isEveryone ? known(true) : byAddress(label)),
  ]);
  return { ...row, identity: identityOf(grant, trustee, group) };
}

/** Who has a right, and through which group, by IDs: a text, or a list of several. */
function identityOf(
  { id, isInherited = false, isEveryone }: Grant,
  trustee: Person | undefined,
  group: Person | undefined,
): JsonObject | undefined {
  const members: (readonly [string, Json])[] = [];
  const add = (name: string, ids: readonly (string | undefined)[]): void => {
    const [first, ...others] = ids.filter((one) => one !== undefined);
    if (first !== undefined) members.push([name, others.length === 0 ? first : [first, ...others]]);
  };
  add('TrusteeId', group === undefined ? [id, trustee?.id] : [trustee?.id]);
  if (group !== undefined) add('ThroughId', [id, group.id]);
  if (isInherited) members.push(['Inherited', true]);
  if (isEveryone) members.push(['Everyone', true]);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** What the service says about the trustee of a grant, else what the domain of the address says. */
function insideOf(grant: Grant | undefined, byDomain: Known<boolean>): Known<boolean> {
  return grant?.inside.isKnown === true ? grant.inside : byDomain;
}

function compare(one: SortKey, other: SortKey): number {
  for (const [index, first] of one.entries()) {
    const second = other[index] ?? null;
    if (first === second) continue;
    // Unknown cells come last.
    if (first === null) return 1;
    return second === null || first < second ? -1 : 1;
  }
  return 0;
}

/**
 * Whether changes of a mailbox in other reports show that a row of `access` was added or removed. They do not show a right through a
 * group, whose members may have changed.
 */
export function repeatsChange(changes: readonly Change[], textOf: (column: string) => string): boolean {
  return textOf('Through') === DIRECT && changes.some((change) => showsRight(change, textOf));
}

/** Whether a change of a report from which `access` is made shows that somebody has got or lost a right. */
function showsRight({ report, item, column }: Change, textOf: (column: string) => string): boolean {
  const [trustee, right] = [textOf('Trustee'), textOf('Right')];
  switch (report) {
    case 'mailbox-permissions':
      return isSameText(item, `${trustee}; ${right}`);
    case 'calendar-permissions':
      return right.startsWith(CALENDAR_RIGHT) && isSameText(item, trustee);
    case 'mailbox-properties':
      return right === 'Forwarding' && FORWARDINGS.includes(column);
    case 'inbox-rules':
      return right === 'InboxRule';
    default:
      return false;
  }
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
