import { itemPositions, itemText } from '../reports/row-identity.ts';
import { cellAt } from '../reports/row-view.ts';
import type { RowsReport, StoredMailbox, StoredViolation } from '../store/rows-file.ts';

/** A mailbox of one of two runs, with the definitions of its reports in their order. */
export interface MailboxOfRun {
  readonly mailbox: StoredMailbox;
  readonly reports: readonly RowsReport[];
}

/**
 * Whether a run that lacks a violation of the other run shows that the mailbox does not have it: the rule is inconclusive for no row of this name,
 * and the cell of each is known. A row that violates a rule in one column says nothing of its unknown ones.
 *
 * @param report the rule's, which the run has read
 * @param others the reports of the other run, whose columns a rule may name
 */
export function showsNone(
  { mailbox, reports }: MailboxOfRun,
  report: string,
  { rule, item, column }: StoredViolation,
  others: readonly RowsReport[],
): boolean {
  const at = placeOf(reports, report);
  const [definition, own] = [reports[at], mailbox.reports[at]];
  if (definition === undefined || own === undefined) return false;
  const isInconclusive = own.violations.some(
    (other) => other.verdict === 'inconclusive' && other.rule === rule && other.item === item,
  );
  if (isInconclusive) return false;
  const positions = itemPositions(definition.item, definition.columns) ?? [];
  const rows = own.rows.filter((row) => itemText(positions, row) === item);
  const position = definition.columns.indexOf(column);
  if (position !== -1) return rows.every((row) => cellAt(row, position).isKnown);
  // Without the row, the mailbox cannot violate the rule, whatever other reports say of it.
  return rows.length === 0 || isKnownElsewhere(column, { mailbox, reports }, others);
}

/** Whether the cell of a column is known that is the mailbox's address, of the list, or of another report: `accounts.Licenses`. */
function isKnownElsewhere(column: string, { mailbox, reports }: MailboxOfRun, others: readonly RowsReport[]): boolean {
  const dot = column.indexOf('.');
  const name = column.slice(0, Math.max(0, dot));
  if (placeOf([...reports, ...others], name) === -1) return true;
  const at = placeOf(reports, name);
  const position = reports[at]?.columns.indexOf(column.slice(dot + 1)) ?? -1;
  const row = mailbox.reports[at]?.rows[0];
  return row !== undefined && position !== -1 && cellAt(row, position).isKnown;
}

function placeOf(reports: readonly RowsReport[], name: string): number {
  return reports.findIndex((report) => report.name === name);
}
