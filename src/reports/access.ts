import type { QueryFailure, QueryResult } from '../graph/query.ts';
import type { Json } from '../json.ts';
import { domainOf } from '../mailboxes/address.ts';
import { CALENDAR_RIGHT, DIRECT } from './built-in/access.ts';
import { UNKNOWN, type ReportDefinition } from './definition.ts';
import type { RowCells } from './rows.ts';

/** A right on a mailbox, as a row of another report has it. */
export interface Grant {
  /** Address, name or SID; null if it is not known. */
  readonly trustee: string | null;
  /** Null: not known. */
  readonly name: string | null;
  /** Null: not known. */
  readonly right: string | null;
  /** What may be another, or not granted at all. */
  readonly doubts: readonly ('trustee' | 'right')[];
  /** What the service says; undefined if it does not. */
  readonly inside: boolean | undefined;
  /** Whether the trustee is everybody inside, rather than somebody or a group. */
  readonly isEveryone: boolean;
}

/** Somebody with access. */
export interface Person {
  /** Address, name or SID. */
  readonly label: string;
  /** Null: not known. */
  readonly name: string | null;
}

/** Who is behind the trustee of a grant. */
export interface Trustee extends Person {
  /** Null: it cannot be found out who they are, or whether there are any. Undefined: no group. */
  readonly members?: readonly Person[] | null | undefined;
}

/** What rows of `access` need to know about trustees. */
export interface Trustees {
  /** Who is behind the trustee of a grant. */
  readonly find: (trustee: string) => Trustee;
  /** Whether an address is inside; undefined if it is not known. */
  readonly isInside: (label: string) => boolean | undefined;
}

/** Beyond them, the groups of a mailbox are not expanded: a line of the rows file has at most 1 MiB. */
export const MAX_ROWS = 2_000;

const MAILBOX_RIGHTS: readonly Json[] = ['FullAccess', 'SendAs', 'SendOnBehalf'];
const FORWARDINGS = ['ForwardingAddress', 'ForwardingSmtpAddress'];
const RULE_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];

const NO_GRANT: Grant = { trustee: null, name: null, right: null, doubts: [], inside: undefined, isEveryone: false };

/** The value of a row's cell: null if it is blank, undefined if it is not known. */
type Cell = (column: string) => Json | undefined;

/** What a row of each source grants. */
const SOURCES: Readonly<Record<string, (cell: Cell) => readonly Grant[]>> = {
  'mailbox-permissions': (cell) => {
    const [right, deny, trustee] = [cell('Right'), cell('Deny'), cell('Trustee')];
    if (right === undefined) return [NO_GRANT];
    if (deny === true || typeof right !== 'string' || !MAILBOX_RIGHTS.includes(right)) return [];
    return [{ ...NO_GRANT, trustee: text(trustee), right, doubts: deny === false ? [] : ['right'] }];
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
        // Only the grant to everybody has no address.
        isEveryone: address === null,
      },
    ];
  },
  'mailbox-properties': (cell) => FORWARDINGS.flatMap((column) => targets('Forwarding', cell(column))),
  'inbox-rules': (cell) => {
    const enabled = cell('Enabled');
    if (enabled === false) return [];
    const found = RULE_TARGETS.flatMap((column) => targets('InboxRule', cell(column))).map((grant): Grant => {
      // The name of a recipient without an address says little.
      return grant.trustee === null || domainOf(grant.trustee) !== undefined
        ? grant
        : { ...grant, doubts: ['trustee'] };
    });
    return enabled === true ? found : found.map((grant) => ({ ...grant, doubts: [...grant.doubts, 'right'] }));
  },
};

function targets(right: string, cell: Json | undefined): readonly Grant[] {
  if (cell === undefined) return [NO_GRANT];
  return [cell].flat().flatMap((target) => {
    const trustee = text(target);
    return trustee === null ? [] : [{ ...NO_GRANT, trustee, right }];
  });
}

function text(cell: Json | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

function truth(cell: Json | undefined): boolean | undefined {
  return typeof cell === 'boolean' ? cell : undefined;
}

/** A report of the run that has grants, and the place of its result. */
export interface GrantSource {
  readonly definition: ReportDefinition;
  /** Among the results of a mailbox. */
  readonly at: number;
}

/** What the sources say about one mailbox, and why one of them does not. */
export interface MailboxGrants {
  readonly grants: readonly Grant[];
  readonly failure: QueryFailure | undefined;
}

/** The grants of one mailbox, in the order of the sources. A list that may lack something has a further grant without trustee. */
export function grantsOf(sources: readonly GrantSource[], results: readonly QueryResult<RowCells[]>[]): MailboxGrants {
  const grants: Grant[] = [];
  let failure: QueryFailure | undefined;
  for (const { definition, at } of sources) {
    const result = results[at] ?? { status: 'failed', error: 'No result' };
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
    const at = columns.indexOf(column);
    const cell = cells[at] ?? null;
    // Only a list can be known in part.
    return incomplete?.has(at) === true && (cell === UNKNOWN || !Array.isArray(cell)) ? undefined : cell;
  };
}

interface AccessRow {
  /** In the order of the columns. */
  readonly cells: RowCells['cells'];
  readonly unknown: ReadonlySet<number>;
}

/** Positions of columns. */
const [TRUSTEE, NAME, RIGHT, THROUGH, INSIDE] = [0, 1, 2, 3, 4];

/** The rows of one mailbox in the report `access`, sorted by trustee, right and group; why the mailbox is unread. */
export function accessRows({ grants, failure }: MailboxGrants, trustees: Trustees): QueryResult<RowCells[]> {
  if (failure !== undefined && grants.length === 0) return failure;
  const found = new Map<string, AccessRow>();
  const add = (row: AccessRow): void => {
    const key = JSON.stringify([row.cells[TRUSTEE], row.cells[RIGHT], row.cells[THROUGH]]).toLowerCase();
    const other = found.get(key);
    // Of two grants of the same, the certain one counts.
    if (other === undefined || row.unknown.size < other.unknown.size) found.set(key, row);
  };
  for (const grant of grants) {
    const { trustee: named, isEveryone } = grant;
    const trustee = named === null || isEveryone ? undefined : trustees.find(named);
    const members = trustee?.members ?? [];
    if (members.length === 0 || found.size + members.length > MAX_ROWS) {
      const isOpen = trustee?.members === null || members.length > 0;
      add(rowOf(grant, { trustee, isOpen }, trustees));
      continue;
    }
    for (const member of members) {
      add(rowOf(grant, { trustee: member, group: trustee?.label, isOpen: false }, trustees));
    }
  }
  const rows = [...found.values()]
    .sort((one, other) => compare(one, other))
    .map(({ cells, unknown }): RowCells => {
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
  const own = group === undefined ? grant : undefined;
  const name = trustee?.name ?? own?.name ?? null;
  const isUncertain = isOpen || label === null || doubts.includes('trustee');
  const inside = isUncertain ? undefined : (own?.inside ?? (isEveryone ? true : isInside(label)));
  const unknown = [
    ...(isUncertain ? [TRUSTEE] : []),
    ...(name === null ? [NAME] : []),
    ...(right === null || doubts.includes('right') ? [RIGHT] : []),
    // Behind a group are others than it.
    ...(isOpen || label === null ? [THROUGH] : []),
    ...(inside === undefined ? [INSIDE] : []),
  ];
  return { cells: [label, name, right, group ?? DIRECT, inside ?? null], unknown: new Set(unknown) };
}

function compare(one: AccessRow, other: AccessRow): number {
  for (const at of [TRUSTEE, RIGHT, THROUGH]) {
    const [first = null, second = null] = [one, other].map(({ cells }) => text(cells[at])?.toLowerCase());
    if (first === second) continue;
    // What is not known comes last.
    if (first === null) return 1;
    return second === null || first < second ? -1 : 1;
  }
  return 0;
}
