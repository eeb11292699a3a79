import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../errors.ts';
import { CsvTable } from './csv/csv-table.ts';
import { MailboxNumbers } from './csv/mailbox-numbers.ts';

/** The file with the violations of a run, which the comparison reads besides the reports. */
export const VIOLATIONS_FILE = 'violations.csv';
/** The columns of that file that identify a violation. */
const VIOLATION_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'Verdict'] as const;
/** The column of each report that says whether a mailbox was read. */
export const STATUS_COLUMN = 'Status';

/** Bytes of all its CSVs together: 100,000 mailboxes with 100 folders each are some 1 GiB. */
export const MAX_REPORT_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_MAILBOXES = 1_000_000;

/** Where an earlier report is from. */
export type EarlierSource =
  | {
      readonly kind: 'run';
      readonly number: number;
      /** The web page of the run. */
      readonly url: string;
      /** When the run started. */
      readonly started: Date;
    }
  | { readonly kind: 'path'; readonly path: string };

/** Why an earlier report cannot be used. The message is a sentence. */
export class UnusableReport extends Error {
  override readonly name = 'UnusableReport';
}

/** The CSVs of an earlier report, opened for reading by mailbox. */
export interface EarlierReport {
  readonly mailboxes: MailboxNumbers;
  /** By the report's name. */
  readonly tables: ReadonlyMap<string, CsvTable>;
  /** Undefined if that run had no policy. */
  readonly violations: CsvTable | undefined;
  readonly close: () => void;
}

/**
 * Opens the CSVs of a folder that the names ask for, as far as it has them. Rejects with an `UnusableReport` if one of them
 * is malformed, or if there is none.
 *
 * @param reports names of reports
 */
export async function openEarlierReport(folder: string, reports: readonly string[]): Promise<EarlierReport> {
  const mailboxes = new MailboxNumbers(MAX_MAILBOXES);
  const tables = new Map<string, CsvTable>();
  let violations: CsvTable | undefined;
  const close = (): void => {
    for (const table of tables.values()) table.close();
    violations?.close();
  };
  try {
    const present = new Set(await readdir(folder));
    const wanted = reports.filter((name) => present.has(`${name}.csv`));
    if (wanted.length === 0)
      throw new UnusableReport(`It has none of the files ${reports.map((name) => `${name}.csv`).join(', ')}.`);
    await checkSizes(folder, [
      ...wanted.map((name) => `${name}.csv`),
      ...(present.has(VIOLATIONS_FILE) ? [VIOLATIONS_FILE] : []),
    ]);
    for (const name of wanted) tables.set(name, await openTable(folder, `${name}.csv`, mailboxes, [STATUS_COLUMN]));
    // Violations come last: the order of the mailboxes is that of a report.
    if (present.has(VIOLATIONS_FILE)) {
      violations = await openTable(folder, VIOLATIONS_FILE, mailboxes, VIOLATION_COLUMNS);
    }
    return { mailboxes, tables, violations, close };
  } catch (error) {
    close();
    throw error instanceof UnusableReport ? error : new UnusableReport(`It cannot be read: ${describeError(error)}.`);
  }
}

async function checkSizes(folder: string, files: readonly string[]): Promise<void> {
  let bytes = 0;
  for (const file of files) {
    const found = await stat(path.join(folder, file));
    if (!found.isFile()) throw new UnusableReport(`${file} is not a regular file.`);
    bytes += found.size;
  }
  if (bytes > MAX_REPORT_BYTES) throw new UnusableReport('Its files exceed 2 GiB.');
}

async function openTable(
  folder: string,
  file: string,
  mailboxes: MailboxNumbers,
  required: readonly string[],
): Promise<CsvTable> {
  const place = path.join(folder, file);
  try {
    const table = await CsvTable.open(place, mailboxes);
    const missing = required.find((column) => !table.columns.includes(column));
    if (missing === undefined) return table;
    table.close();
    throw new UnusableReport(`${file} has no column ${missing}.`);
  } catch (error) {
    throw error instanceof UnusableReport ? error : new UnusableReport(`${file} ${describeError(error)}.`);
  }
}
