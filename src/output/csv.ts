import path from 'node:path';
import type { Json } from '../json.ts';
import type { MailboxResult, ReportResult } from '../mailbox-result.ts';
import { columnNames, VERDICT_COLUMNS, type ReportDefinition } from '../reports/definition.ts';
import { csvRecord } from '../text/csv.ts';
import type { FileSink } from './sink.ts';
import { openTextFile, type TextFile } from './text-file.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
}

export interface ReportCsvOptions extends CsvOptions {
  readonly folder: string;
  /** Whether the run has a policy, which adds columns. */
  readonly judged: boolean;
}

/** Creates a CSV (RFC 4180, CRLF, UTF-8) with its header. Throws as `openTextFile` does. */
export function openCsv(file: string, columns: readonly string[], { bom }: CsvOptions): TextFile {
  return openTextFile(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns));
}

/** The CSV of a report: every mailbox of the list, in its order. */
export class ReportCsv implements FileSink {
  readonly #report: ReportDefinition;
  readonly #judged: boolean;
  readonly #file: TextFile;

  /** Creates the file. Throws as `openTextFile` does. */
  constructor(report: ReportDefinition, { folder, judged, ...options }: ReportCsvOptions) {
    this.#report = report;
    this.#judged = judged;
    this.#file = openCsv(path.join(folder, `${report.name}.csv`), reportColumns(report, judged), options);
  }

  get path(): string {
    return this.#file.path;
  }

  add({ reports }: MailboxResult): void | Promise<void> {
    const report = reports.find(({ definition }) => definition === this.#report);
    if (report === undefined) throw new Error(`no rows of the report ${this.#report.name}`);
    return this.#file.write(reportRecords(report, this.#judged).map(csvRecord).join(''));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The header of a report: its columns, and those of a verdict if the run has a policy. */
export function reportColumns(report: ReportDefinition, judged: boolean): readonly string[] {
  return [...columnNames(report), ...(judged ? VERDICT_COLUMNS : [])];
}

/**
 * The rows of a mailbox as the cells of records: address, the report's columns, status, error. If the run has a policy, the
 * verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 */
export function reportRecords(
  { rows, verdict }: Pick<ReportResult, 'rows' | 'verdict'>,
  judged: boolean,
): readonly (readonly Json[])[] {
  return rows.map(({ mailbox, cells, status, error }, at) => {
    const record = [mailbox.address, ...cells, status, error];
    if (!judged) return record;
    const row = verdict?.rows[at];
    return row === undefined ? [...record, '', ''] : [...record, row.verdict, row.violations.join('; ')];
  });
}
