import type { PolicyJudge } from '../policy/judge.ts';
import type { RegisteredMailbox, RegisterIndex } from '../policy/register/register.ts';
import { rightsIn, type GrantedRight, type RowOfRight } from '../policy/register/row-right.ts';
import { access } from '../reports/built-in/access.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { rowViewer } from '../reports/row-view.ts';
import type { AnyRow, Row } from '../reports/rows.ts';
import type { MailboxResult, ReportResult } from './mailbox-result.ts';

/** By what a row is compared with a register. */
interface Comparison {
  readonly register: RegisterIndex;
  readonly mailbox: RegisteredMailbox;
  readonly readsTrustees: boolean;
  /** All rights of the mailbox in the report. */
  readonly held: readonly GrantedRight[];
}

/** A report of a mailbox whose rows say what the register of the policy has about them. `names`: those of the mailbox that the run read. */
export function registeredReport(
  report: ReportResult,
  judge: PolicyJudge,
  result: MailboxResult,
  names: readonly string[],
): ReportResult {
  const { register } = judge;
  const { definition, rows } = report;
  if (register === undefined || definition.hasRegister !== true) return report;
  const mailbox = registeredMailbox(result, judge, names);
  const held = rightsIn(definition.name, rowsOfRights(definition, rows));
  const reads = readsTrustees(result.reports.map((one) => one.definition));
  const compare = registeredRows(definition, { register, mailbox, readsTrustees: reads, held });
  const [first, ...others] = rows;
  return { ...report, rows: [compare(first), ...others.map(compare)] };
}

/** Adds to rows of a report what a register says about them. */
export function registeredRows(definition: ReportDefinition, comparison: Comparison): (row: Row) => Row {
  const { register, mailbox, readsTrustees: reads, held } = comparison;
  const rightOf = rightReader(definition);
  return (row) => {
    if (!isRight(row)) return row;
    return { ...row, registration: register.registrationOf(definition.name, rightOf(row), mailbox, reads, held) };
  };
}

/** A mailbox by all that is known of it. `names`: those that the run read. */
export function registeredMailbox(
  { mailbox: { address }, ids = {} }: MailboxResult,
  { namesOf }: PolicyJudge,
  names: readonly string[],
): RegisteredMailbox {
  return { names: [...new Set([address, ...namesOf(address), ...names])], ids };
}

/** Whether a run reads who is behind trustees, of which `access` is made. */
export function readsTrustees(reports: readonly Pick<ReportDefinition, 'name'>[]): boolean {
  return reports.some(({ name }) => name === access.name);
}

/** The rows of a report that a register can have. */
export function rowsOfRights(definition: ReportDefinition, rows: readonly AnyRow[]): readonly RowOfRight[] {
  return rows.filter(isRight).map(rightReader(definition));
}

function isRight({ status, content }: AnyRow): boolean {
  return status === 'ok' && content === 'item';
}

function rightReader({ columns }: ReportDefinition): (row: AnyRow) => RowOfRight {
  const viewed = rowViewer(Object.keys(columns));
  return (row) => ({ view: viewed(row), identity: row.identity });
}
