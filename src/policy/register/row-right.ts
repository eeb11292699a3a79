import { access, DIRECT } from '../../reports/built-in/access.ts';
import { calendarPermissions } from '../../reports/built-in/calendar-permissions.ts';
import { mailboxPermissions } from '../../reports/built-in/mailbox-permissions.ts';
import type { ReportColumns } from '../../reports/definition.ts';
import { isCertainly, NOT_KNOWN, shownOf, valueOf, type Known, type RowView } from '../../reports/known.ts';
import { isAddress } from '../../mailboxes/address.ts';
import type { Json, JsonObject } from '../../json.ts';
import { CALENDAR_RIGHT, OTHER_RIGHTS, RECEIVING } from '../../text/rights.ts';
import { writtenText } from '../baseline/baseline-entry.ts';
import { NO_ROLE, registeredRight, storedId } from './register-entry.ts';

/** What a row grants, as a register has it. */
export type RowRight =
  /** Nothing that a register has: an entry that denies, is inherited or of everyone, or lets mail be received. */
  { readonly kind: 'not-applicable' } | { readonly kind: 'unknown'; readonly reason: string } | GrantedRight;

export interface GrantedRight {
  readonly kind: 'right';
  /** One of `REGISTERED_RIGHTS`. */
  readonly right: string;
  /** Address, name or SID, as `writtenText` returns it: of a right through a group, that of the group. */
  readonly trustee: string;
  /** Object IDs and SIDs of the trustee, as `storedId` returns them. */
  readonly ids: readonly string[];
}

/** What a row is read from: stored or read. `identity`: as `RowCells` has it. */
export interface RowOfRight {
  readonly view: RowView;
  readonly identity: JsonObject | undefined;
}

const NOT_APPLICABLE: RowRight = { kind: 'not-applicable' };
const SELF_NAME = /^NT AUTHORITY\\SELF$/i;
const SELF_SID = 'S-1-5-10';

/** What rows of each report grant. */
const RIGHT_OF: Readonly<Record<string, (row: RowOfRight) => RowRight>> = {
  [mailboxPermissions.name]: (row) => {
    const [right, deny, inherited] = [cell(row, 'Right'), cell(row, 'Deny'), cell(row, 'Inherited')];
    if (isCertainly(deny, true) || isCertainly(inherited, true)) return NOT_APPLICABLE;
    if (right.isKnown && typeof right.value === 'string' && OTHER_RIGHTS.includes(right.value)) return NOT_APPLICABLE;
    if (!isCertainly(deny, false)) return unknown('whether the entry denies the right is not known');
    return granted(right, cell(row, 'Trustee'), row.identity?.TrusteeId);
  },
  [calendarPermissions.name]: (row) => {
    const [role, address] = [cell(row, 'Role'), cell(row, 'GrantedToAddress')];
    // Only the entries of everyone inside and of everyone outside have no address.
    if (isCertainly(role, NO_ROLE) || isCertainly(address, null)) return NOT_APPLICABLE;
    return granted(withPrefix(role), address, undefined);
  },
  [access.name]: (row) => {
    const [right, trustee, through] = [cell(row, 'Right'), cell(row, 'Trustee'), cell(row, 'Through')];
    const { identity = {} } = row;
    const shownRight = shownOf(right);
    const receives = typeof shownRight === 'string' && RECEIVING.includes(shownRight);
    if (receives || identity.Everyone === true || identity.Inherited === true) return NOT_APPLICABLE;
    if (!through.isKnown) return unknown('the trustee is not known');
    if (through.value !== DIRECT) return granted(right, through, identity.ThroughId);
    // Kept rows of earlier versions do not say which grant is to everyone, who has a name and no address.
    const isOfCalendar = typeof shownRight === 'string' && shownRight.startsWith(CALENDAR_RIGHT);
    const label = valueOf(trustee);
    if (isOfCalendar && typeof label === 'string' && !isAddress(label)) return unknown('the trustee is not known');
    return granted(right, trustee, identity.TrusteeId);
  },
};

/** The reports whose rows are rights that a register has. */
export const REPORTS_OF_RIGHTS: readonly string[] = Object.keys(RIGHT_OF);

/** A report whose rows are compared with a register, if they are rights. */
export function withRegister<Report extends Pick<ReportColumns, 'right' | 'hasRegister'>>(report: Report): Report {
  return report.right === undefined ? report : { ...report, hasRegister: true };
}

/**
 * What a row of a report grants. The row is about an item: it was read, and the mailbox has the entry. Throws for a report that has no
 * rights.
 */
export function rightOfRow(report: string, row: RowOfRight): RowRight {
  const read = Object.hasOwn(RIGHT_OF, report) ? RIGHT_OF[report] : undefined;
  if (read === undefined) throw new Error(`the report ${report} has no rights`);
  return read(row);
}

/** The rights that rows of a report certainly grant. Throws as `rightOfRow` does. */
export function rightsIn(report: string, rows: readonly RowOfRight[]): readonly GrantedRight[] {
  return rows.map((row) => rightOfRow(report, row)).filter((right) => right.kind === 'right');
}

function cell({ view }: RowOfRight, column: string): Known<Json> {
  return view.cell(column) ?? NOT_KNOWN;
}

function withPrefix(role: Known<Json>): Known<Json> {
  return role.isKnown && typeof role.value === 'string' ? { ...role, value: CALENDAR_RIGHT + role.value } : NOT_KNOWN;
}

function unknown(reason: string): RowRight {
  return { kind: 'unknown', reason };
}

function granted(right: Known<Json>, trustee: Known<Json>, identified: Json | undefined): RowRight {
  const [rightText, label] = [valueOf(right), valueOf(trustee)];
  // What a right opens that Microsoft does not document is not known.
  const registered = typeof rightText === 'string' ? registeredRight(rightText) : undefined;
  if (registered === undefined) return unknown('the right is not known');
  // The reader of a register trims its cells.
  const name = typeof label === 'string' ? label.trim() : '';
  if (name === '') return unknown('the trustee is not known');
  const texts = [identified, name].flat().filter((text) => typeof text === 'string');
  const ids = [...new Set(texts.map(storedId))].filter((id) => id !== undefined);
  if (SELF_NAME.test(name) || ids.includes(SELF_SID)) return NOT_APPLICABLE;
  return { kind: 'right', right: registered, trustee: writtenText(name), ids };
}
