import { describeError, systemErrorCode, UserError } from '../errors.ts';
import { csvRecord } from '../outputs/files/csv-file.ts';
import type { Cells } from '../text/csv.ts';
import { UnusableRows } from '../store/rows-reader.ts';
import { terminalText, type Terminal } from './terminal.ts';

/** The UserError `REPORT_UNREADABLE` for a downloaded report. `cause`: why it cannot be opened or read. */
export function unreadableReport(report: string, cause: unknown, hint: string): UserError {
  if (systemErrorCode(cause) === 'ENOENT') {
    return new UserError('REPORT_UNREADABLE', `The report ${report} cannot be used. There is no such file or folder.`, {
      hint,
      cause,
    });
  }
  const reason = cause instanceof UnusableRows ? cause.message : `${describeError(cause)}.`;
  return new UserError('REPORT_UNREADABLE', `The report ${report} cannot be used. ${reason}`, { hint, cause });
}

/** Prints a record of a CSV. A terminal would obey the control characters in its cells. */
export function printRecord(cells: Cells, terminal: Terminal): void {
  const text = csvRecord(cells);
  terminal.out(terminal.interactive ? terminalText(text) : text);
}
