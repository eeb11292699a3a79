import path from 'node:path';
import type { Json } from '../../json.ts';
import type { MailboxResult, ReportResult } from '../../run/mailbox-result.ts';
import { columnNames, VERDICT_COLUMNS, type ReportDefinition } from '../../reports/definition.ts';
import { csvRecord, type CsvDelimiter } from '../../text/csv.ts';
import type { FileSink } from '../sink.ts';
import { openTextFile, type TextFile } from './text-file.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
  readonly delimiter: CsvDelimiter;
}

export interface ReportCsvOptions extends CsvOptions {
  readonly folder: string;
  /** Whether the run has a policy, which adds columns. */
  readonly hasVerdicts: boolean;
}

/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
export class CsvFile {
  readonly #file: TextFile;
  readonly #delimiter: CsvDelimiter;

  /** Creates the file with its header. Throws as `openTextFile` does. */
  constructor(file: string, columns: readonly string[], { bom, delimiter }: CsvOptions) {
    this.#file = openTextFile(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns, delimiter));
    this.#delimiter = delimiter;
  }

  get path(): string {
    return this.#file.path;
  }

  write(records: readonly (readonly Json[])[]): void | Promise<void> {
    if (records.length === 0) return;
    return this.#file.write(records.map((cells) => csvRecord(cells, this.#delimiter)).join(''));
  }

  /** Writes the records so far to the disk. */
  flush(): Promise<void> {
    return this.#file.flush();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The CSV of a report: every mailbox of the list, in its order. */
export class ReportCsv implements FileSink {
  readonly #report: ReportDefinition;
  readonly #hasVerdicts: boolean;
  readonly #file: CsvFile;

  /** Creates the file. Throws as `openTextFile` does. */
  constructor(report: ReportDefinition, { folder, hasVerdicts, ...options }: ReportCsvOptions) {
    this.#report = report;
    this.#hasVerdicts = hasVerdicts;
    this.#file = new CsvFile(path.join(folder, `${report.name}.csv`), reportColumns(report, hasVerdicts), options);
  }

  get path(): string {
    return this.#file.path;
  }

  add({ reports }: MailboxResult): void | Promise<void> {
    const report = reports.find(({ definition }) => definition === this.#report);
    if (report === undefined) throw new Error(`no rows of the report ${this.#report.name}`);
    return this.#file.write(reportRecords(report, this.#hasVerdicts));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The header of a report: its columns, and those of a verdict if the run has a policy. */
export function reportColumns(report: ReportDefinition, hasVerdicts: boolean): readonly string[] {
  return [...columnNames(report), ...(hasVerdicts ? VERDICT_COLUMNS : [])];
}

/**
 * The rows of a mailbox as the cells of records: address, the report's columns, status, error. If the run has a policy, the
 * verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 */
export function reportRecords(
  { rows, verdict }: Pick<ReportResult, 'rows' | 'verdict'>,
  hasVerdicts: boolean,
): readonly (readonly Json[])[] {
  return rows.map(({ mailbox, cells, status, error }, at) => {
    const record = [mailbox.address, ...cells, status, error];
    if (!hasVerdicts) return record;
    const row = verdict?.rows[at];
    return row === undefined ? [...record, '', ''] : [...record, row.verdict, row.violations.join('; ')];
  });
}
