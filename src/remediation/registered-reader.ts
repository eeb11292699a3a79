import type { Identities } from '../mailboxes/identities.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { rightsIn } from '../policy/register/row-right.ts';
import type { Row } from '../reports/rows.ts';
import { registeredRows, rowsOfRights } from '../run/registered-rows.ts';
import type { RowReader } from './row-reader.ts';

/** The rows of a report in a mailbox; undefined if they were not read. */
export type HeldRows = (address: string, report: string) => readonly Row[] | undefined;

/**
 * The reader whose rows say what the register of the policy has about them, as those of a run that reads no more than a plan.
 *
 * @param heldRows says which other rights a mailbox has. Without them, more is unknown
 */
export function withRegistrations(
  readRow: RowReader,
  { register }: PolicyJudge,
  identities: Identities,
  heldRows: HeldRows,
): RowReader {
  if (register === undefined) return readRow;
  return (report, mailbox, resource) => {
    const row = readRow(report, mailbox, resource);
    if (row === undefined || report.hasRegister !== true) return row;
    const { address } = mailbox;
    const { account, guid } = identities.of(address) ?? {};
    const held = rightsIn(report.name, rowsOfRights(report, heldRows(address, report.name) ?? [row]));
    const known = { names: identities.namesOf(address), ids: { account, guid } };
    return registeredRows(report, { register, mailbox: known, readsTrustees: false, held })(row);
  };
}
