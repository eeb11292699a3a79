import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { Json } from '../json.ts';
import { domainOf } from '../mailboxes/address.ts';
import { CALENDAR_RIGHT, DIRECT } from '../reports/built-in/access.ts';
import { UNKNOWN, type ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import type { Change } from '../run/mailbox-result.ts';
import { MAILBOX_RIGHTS } from '../text/rights.ts';

/** A right on a mailbox, as a row of another report has it. */
export interface Grant {
  /** Address, name or SID; null if it is not known. */
  readonly trustee: string | null;
  /** Null: not known. */
  readonly name: string | null;
  /** Null: not known. */
  readonly right: string | null;
  /** Parts of the grant that may differ from what is shown, or may not be granted at all. */
  readonly doubts: readonly ('trustee' | 'right')[];
  /** Whether the service says that the trustee is inside; undefined if it does not say. */
  readonly inside: boolean | undefined;
  /** Whether the grant is to all people inside, not to a person or a group. */
  readonly isEveryone: boolean;
}

/** A person, or a group that is not expanded. */
export interface Person {
  /** Address, name or SID. */
  readonly label: string;
  /** Null: not known. */
  readonly name: string | null;
}

/** The person or the group that a grant names. */
export interface Trustee extends Person {
  /** Null: the members, or whether it is a group, are not known. Undefined: no group. */
  readonly members?: readonly Person[] | null | undefined;
}

/** What rows of `access` need to know about trustees. */
export interface Trustees {
  readonly find: (trustee: string) => Trustee;
  /** Whether an address is inside; undefined if it is not known. */
  readonly isInside: (label: string) => boolean | undefined;
}

/** Beyond this number, the groups of a mailbox are not expanded: a line of the rows file has at most 1 MiB. */
export const MAX_ROWS = 2_000;

/** Columns of `mailbox-properties` with targets. */
const FORWARDINGS: readonly string[] = ['ForwardingAddress', 'ForwardingSmtpAddress'];
const RULE_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];

const UNKNOWN_GRANT: Grant = {
  trustee: null,
  name: null,
  right: null,
  doubts: [],
  inside: undefined,
  isEveryone: false,
};

/** The value of a row's cell: null if it is blank, undefined if it is not known. */
type Cell = (column: string) => Json | undefined;

/** What a row of each source grants. */
const SOURCES: Readonly<Record<string, (cell: Cell) => readonly Grant[]>> = {
  'mailbox-permissions': (cell) => {
    const [right, deny, trustee] = [cell('Right'), cell('Deny'), cell('Trustee')];
    if (right === undefined) return [UNKNOWN_GRANT];
    if (deny === true || typeof right !== 'string' || !MAILBOX_RIGHTS.includes(right)) return [];
    return [{ ...UNKNOWN_GRANT, trustee: text(trustee), right, doubts: deny === false ? [] : ['right'] }];
  },
  'calendar-permissions': (cell) => {
    const [role, address, name] = [cell('Role'), cell('GrantedToAddress'), text(cell('GrantedTo'))];
    if (role === 'none') return [];
    return [
      {
        trustee: text(address) ?? name,
        name,
        right: typeof role === 'string' ? CALENDAR_RIGHT + role : null,
        doubts: address === undefined ? ['trustee'] : [],
        inside: truth(cell('InsideOrganization')),
        // Only the grant to all people inside has no address.
        isEveryone: address === null,
      },
    ];
  },
  'mailbox-properties': (cell) => FORWARDINGS.flatMap((column) => targets('Forwarding', cell(column))),
  'inbox-rules': (cell) => {
    const enabled = cell('Enabled');
    if (enabled === false) return [];
    const grants = RULE_TARGETS.flatMap((column) => targets('InboxRule', cell(column))).map((grant): Grant => {
      // The name of a recipient without an address does not identify the recipient.
      return grant.trustee === null || domainOf(grant.trustee) !== undefined
        ? grant
        : { ...grant, doubts: ['trustee'] };
    });
    return enabled === true ? grants : grants.map((grant) => ({ ...grant, doubts: [...grant.doubts, 'right'] }));
  },
};

function targets(right: string, cell: Json | undefined): readonly Grant[] {
  if (cell === undefined) return [UNKNOWN_GRANT];
  return [cell].flat().flatMap((target) => {
    const trustee = text(target);
    return trustee === null ? [] : [{ ...UNKNOWN_GRANT, trustee, right }];
  });
}

function text(cell: Json | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

function foldedText(cell: Json | undefined): string | null {
  return typeof cell === 'string' ? cell.toLowerCase() : null;
}

function truth(cell: Json | undefined): boolean | undefined {
  return typeof cell === 'boolean' ? cell : undefined;
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
    for (const { cells, incomplete, failure: cause } of result.value) {
      if (cause !== undefined) failure ??= failureOf(definition, cause);
      grants.push(...(SOURCES[definition.name]?.(cellReader(columns, cells, incomplete)) ?? []));
    }
  }
  return { grants, failure };
}

function failureOf({ name }: ReportDefinition, { status, error }: QueryFailure): QueryFailure {
  return { status, error: `${name}: ${error}` };
}

function cellReader(columns: readonly string[], cells: RowCells['cells'], incomplete: RowCells['incomplete']): Cell {
  return (column) => {
    const index = columns.indexOf(column);
    const cell = cells[index] ?? null;
    // Only a list can be known in part.
    return incomplete?.has(index) === true && (cell === UNKNOWN || !Array.isArray(cell)) ? undefined : cell;
  };
}

interface AccessRow {
  /** In the order of the columns. */
  readonly cells: RowCells['cells'];
  readonly unknown: ReadonlySet<number>;
}

/** Trustee, right and group in lower case, by which rows are sorted; null if it is not known. */
type SortKey = readonly (string | null)[];

/** Positions of columns. */
const [TRUSTEE, NAME, RIGHT, THROUGH, INSIDE] = [0, 1, 2, 3, 4];

/** The rows of one mailbox in the report `access`, sorted by trustee, right and group; why the mailbox is unread. */
export function accessRows({ grants, failure }: MailboxGrants, trustees: Trustees): QueryResult<RowCells[]> {
  if (failure !== undefined && grants.length === 0) return failure;
  const rowsByKey = new Map<string, { readonly sortKey: SortKey; readonly row: AccessRow }>();
  const add = (row: AccessRow): void => {
    const sortKey = [TRUSTEE, RIGHT, THROUGH].map((position) => foldedText(row.cells[position]));
    const key = JSON.stringify(sortKey);
    const other = rowsByKey.get(key)?.row;
    // Of two grants of the same, the certain one counts.
    if (other === undefined || row.unknown.size < other.unknown.size) rowsByKey.set(key, { sortKey, row });
  };
  for (const grant of grants) {
    const { trustee: label, isEveryone } = grant;
    const trustee = label === null || isEveryone ? undefined : trustees.find(label);
    const members = trustee?.members ?? [];
    if (members.length === 0 || rowsByKey.size + members.length > MAX_ROWS) {
      const isOpen = trustee?.members === null || members.length > 0;
      add(rowOf(grant, { trustee, isOpen }, trustees));
      continue;
    }
    for (const member of members) {
      add(rowOf(grant, { trustee: member, group: trustee?.label, isOpen: false }, trustees));
    }
  }
  const rows = [...rowsByKey.values()]
    .sort((one, other) => compare(one.sortKey, other.sortKey))
    .map(({ row: { cells, unknown } }): RowCells => {
      return { cells, incomplete: unknown.size === 0 ? undefined : unknown };
    });
  if (failure === undefined) return { status: 'ok', value: rows };
  return { status: 'ok', value: [...rows, { cells: ALL_BLANK, incomplete: ALL, failure }] };
}

const ALL_BLANK = [null, null, null, null, null];
const ALL: ReadonlySet<number> = new Set([TRUSTEE, NAME, RIGHT, THROUGH, INSIDE]);

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
  }: { readonly trustee: Person | undefined; readonly group?: string | undefined; readonly isOpen: boolean },
  { isInside }: Trustees,
): AccessRow {
  const { right, doubts, isEveryone } = grant;
  const label = trustee?.label ?? grant.trustee;
  if (label === null && right === null) return { cells: ALL_BLANK, unknown: ALL };
  const directGrant = group === undefined ? grant : undefined;
  const name = trustee?.name ?? directGrant?.name ?? null;
  const isUncertain = isOpen || label === null || doubts.includes('trustee');
  const inside = isUncertain ? undefined : (directGrant?.inside ?? (isEveryone ? true : isInside(label)));
  const unknown = [
    ...(isUncertain ? [TRUSTEE] : []),
    ...(name === null ? [NAME] : []),
    ...(right === null || doubts.includes('right') ? [RIGHT] : []),
    // The members of a group have the right through it.
    ...(isOpen || label === null ? [THROUGH] : []),
    ...(inside === undefined ? [INSIDE] : []),
  ];
  return { cells: [label, name, right, group ?? DIRECT, inside ?? null], unknown: new Set(unknown) };
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
