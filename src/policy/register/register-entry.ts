import path from 'node:path';
import type { SourcePlace } from '../../errors.ts';
import { isGuid } from '../../json.ts';
import { ROLES } from '../../reports/built-in/calendar-permissions.ts';
import type { CsvFormat } from '../../text/csv.ts';
import { CALENDAR_RIGHT, MAILBOX_RIGHTS } from '../../text/rights.ts';

/** The columns of a register, in the order in which a new file has them. */
export const REGISTER_COLUMNS = [
  'MailboxName',
  'MailboxId',
  'Trustee',
  'TrusteeId',
  'Right',
  'Reason',
  'Owner',
  'Until',
  'ReviewedOn',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];
/** Columns that every file has, and whose cells are not blank. */
export const REQUIRED_COLUMNS: readonly RegisterColumn[] = ['MailboxName', 'Trustee', 'Right'];

/** The cell `MailboxName` of a right to every mailbox. */
export const EVERY_MAILBOX = '*';

/** A role on a calendar that opens nothing. */
export const NO_ROLE = 'none';

/** The rights that a register can have, in the spelling of the report `access`. */
export const REGISTERED_RIGHTS: readonly string[] = [
  ...MAILBOX_RIGHTS,
  ...ROLES.filter((role) => role !== NO_ROLE).map((role) => CALENDAR_RIGHT + role),
];

/** A right that is meant to be: a line of a register. Cells are as `writtenText` returns them, without blanks around them, '' if blank. */
export interface RegisterEntry {
  /** An address, an object ID, or `EVERY_MAILBOX`. */
  readonly mailbox: string;
  /** The object ID of the account of the mailbox, or its GUID in Exchange; in lower case. */
  readonly mailboxId: string;
  /** An address, a name or a SID: of a right through a group, that of the group. */
  readonly trustee: string;
  /** An object ID in lower case, or a SID in upper case. */
  readonly trusteeId: string;
  /** One of `REGISTERED_RIGHTS`. */
  readonly right: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which the right is meant to be, `2027-01-31`, in UTC. */
  readonly until: string;
  /** The day of the last review, in UTC. */
  readonly reviewedOn: string;
  /** The cells of all other columns of its file, in their order. */
  readonly further: readonly (readonly [column: string, cell: string])[];
}

/** An entry with its place. */
export interface PlacedEntry extends RegisterEntry {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A committed file of a register. */
export interface RegisterFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  /** In the order of the file. None if the file has a header alone, as that of an owner without rights may. */
  readonly entries: readonly PlacedEntry[];
  /** The header as written, with the columns that a register does not know. */
  readonly columns: readonly string[];
  readonly format: CsvFormat;
}

/** The rights that are meant to be. */
export interface Register {
  /** At least one, sorted by path, with at least one entry. */
  readonly files: readonly RegisterFile[];
  /** After how many days a right must be reviewed again. Undefined: there is no interval. */
  readonly reviewEveryDays: number | undefined;
}

/** What a policy says about its register. */
export interface NamedRegister {
  /** A path or a glob, relative to the folder of the policy file. */
  readonly files: string;
  readonly reviewEveryDays: number | undefined;
  /** Of the path in the policy file. */
  readonly place: Required<SourcePlace>;
}

/** The path or glob of a register, relative to the workspace unless it is absolute. `policy`: the path of the policy file. */
export function registerPath(files: string, policy: string): string {
  const written = files.replaceAll('\\', '/');
  const isAbsolute = path.posix.isAbsolute(written) || path.win32.isAbsolute(written);
  return isAbsolute ? written : path.posix.join(path.posix.dirname(policy), written);
}

/** The registered spelling of a right, without regard to case and to white space after the colon; undefined if there is none. */
export function registeredRight(text: string): string | undefined {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/\s*:\s*/, ': ');
  return REGISTERED_RIGHTS.find((right) => right.toLowerCase() === folded);
}

const SID = /^S-1-\d+(?:-\d+)+$/i;

/** Whether a text is a security identifier. https://learn.microsoft.com/windows/win32/secauthz/sid-components */
export function isSid(text: string): boolean {
  return SID.test(text);
}

/** An object ID or a SID as entries have it; undefined for another text. */
export function storedId(text: string): string | undefined {
  if (isSid(text)) return text.toUpperCase();
  return isGuid(text) ? text.toLowerCase() : undefined;
}

/** The names of an entry as one string: mailbox, trustee and right, without case. Two entries may share it if their IDs differ. */
export function registerKey({ mailbox, trustee, right }: Pick<RegisterEntry, 'mailbox' | 'trustee' | 'right'>): string {
  return [mailbox, trustee, right].join('\0').toLowerCase();
}

/** Whether two entries with the same names are about the same right: none of their IDs says that somebody else is meant. */
export function isSameRight(one: RegisterEntry, other: RegisterEntry): boolean {
  const differ = (first: string, second: string): boolean => first !== '' && second !== '' && first !== second;
  return !differ(one.mailboxId, other.mailboxId) && !differ(one.trusteeId, other.trusteeId);
}

/** The entries in the order in which a register has them: by mailbox, trustee, right and IDs. */
export function sortedEntries<Entry extends RegisterEntry>(entries: Iterable<Entry>): readonly Entry[] {
  const keyed = Array.from(entries, (entry) => ({ entry, key: sortKey(entry) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ entry }) => entry);
}

function sortKey(entry: RegisterEntry): string {
  return [registerKey(entry), entry.mailboxId, entry.trusteeId].join('\0');
}

/** The column that a cell of a header means, without regard to case; undefined if it is none of a register. */
export function columnNamed(header: string): RegisterColumn | undefined {
  const folded = header.trim().toLowerCase();
  return REGISTER_COLUMNS.find((column) => column.toLowerCase() === folded);
}

/**
 * The cells of an entry in the order of a header. Columns that it does not have are blank.
 *
 * @param columns the header of the file that the entry is from, or is added to
 */
export function entryCells(entry: RegisterEntry, columns: readonly string[]): readonly string[] {
  const further = entry.further[Symbol.iterator]();
  return columns.map((header) => {
    const column = columnNamed(header);
    return column === undefined ? (further.next().value?.[1] ?? '') : cellOf(entry, column);
  });
}

function cellOf(entry: RegisterEntry, column: RegisterColumn): string {
  const cells: Readonly<Record<RegisterColumn, string>> = {
    MailboxName: entry.mailbox,
    MailboxId: entry.mailboxId,
    Trustee: entry.trustee,
    TrusteeId: entry.trusteeId,
    Right: entry.right,
    Reason: entry.reason,
    Owner: entry.owner,
    Until: entry.until,
    ReviewedOn: entry.reviewedOn,
  };
  return cells[column];
}
