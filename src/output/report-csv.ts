import path from 'node:path';
import { columnNames, VERDICT_COLUMNS, type ReportDefinition } from '../reports/definition.ts';
import { openCsv, type CsvFile, type CsvOptions } from './csv.ts';
import type { MailboxResult } from '../mailbox-result.ts';
import type { Sink } from './sink.ts';

export interface ReportCsvOptions extends CsvOptions {
  readonly folder: string;
  /** Whether the run has a policy, which adds columns. */
  readonly judged: boolean;
}

/** The CSV of a report: every mailbox of the list, in its order. */
export class ReportCsv implements Sink {
  readonly #report: ReportDefinition;
  readonly #judged: boolean;
  readonly #file: CsvFile;

  /** Opens the file and writes its header. Throws the UserError `OUTPUT_UNWRITABLE`. */
  constructor(report: ReportDefinition, { folder, judged, ...options }: ReportCsvOptions) {
    const columns = [...columnNames(report), ...(judged ? VERDICT_COLUMNS : [])];
    this.#report = report;
    this.#judged = judged;
    this.#file = openCsv(path.join(folder, `${report.name}.csv`), columns, options);
  }

  get path(): string {
    return this.#file.path;
  }

  add({ reports }: MailboxResult): void | Promise<void> {
    const report = reports.find(({ definition }) => definition === this.#report);
    if (report === undefined) throw new Error(`no rows of the report ${this.#report.name}`);
    return this.#file.write(report.rows, this.#judged ? (report.verdict?.rows ?? 'none') : undefined);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
