import type { Json } from '../../json.ts';
import type { Finding } from '../../policy/verdict.ts';
import { CsvFile, type CsvOptions } from './csv.ts';
import { findingsOf, type MailboxResult } from '../../run/mailbox-result.ts';
import { type FileSink } from '../sink.ts';

/** The header of `violations.csv`. */
export const VIOLATION_COLUMNS = [
  'Rule',
  'Severity',
  'Report',
  'MailboxName',
  // Which of the mailbox's rows: the inbox rule, the folder.
  'Item',
  'Column',
  'Found',
  'Expected',
  'Verdict',
  'Since',
  'Exemption',
] as const;

/** Opens a CSV with a row for each finding, written as the reports' CSVs are. Throws as `openTextFile` does. */
export function openViolations(file: string, options: CsvOptions): FileSink {
  return new ViolationsCsv(new CsvFile(file, VIOLATION_COLUMNS, options));
}

class ViolationsCsv implements FileSink {
  readonly #file: CsvFile;

  constructor(file: CsvFile) {
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  add(result: MailboxResult): void | Promise<void> {
    return this.#file.write(findingsOf(result).map(violationCells));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The cells of a finding, in the order of the columns. */
export function violationCells({
  rule,
  mailbox,
  item,
  column,
  found,
  expected,
  verdict,
  since,
  exemption,
}: Finding): readonly Json[] {
  const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
  const { id, severity, report } = rule;
  return [id, severity, report, mailbox.address, item, column, found, expected, verdict, since ?? '', why];
}
