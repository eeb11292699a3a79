import type { Json } from '../json.ts';
import type { RowVerdict } from '../policy/verdict.ts';
import type { Row } from '../reports/row.ts';
import { csvRecord } from '../text/csv.ts';
import { openTextFile, type TextFile } from './text-file.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
}

/**
 * Opens the CSV of a report and writes its header: every column of the report (`columnNames`), and with a policy those of
 * the verdict. Throws as `openTextFile` does.
 */
export function openCsv(file: string, columns: readonly string[], options: CsvOptions): CsvFile {
  return new CsvFile(openCsvText(file, columns, options));
}

/** Opens a text file that starts with the header of a CSV. Throws as `openTextFile` does. */
export function openCsvText(file: string, columns: readonly string[], { bom }: CsvOptions): TextFile {
  return openTextFile(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns));
}

/** The CSV of a report: RFC 4180, CRLF, UTF-8, rows in the order given. */
export class CsvFile {
  readonly #file: TextFile;

  constructor(file: TextFile) {
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  /**
   * Writes rows. With a policy, `verdicts` has one for each of them, or is `none` if no rule is about the report. Returns
   * a promise, throws and rejects as `TextFile.write` does.
   */
  write(rows: readonly Row[], verdicts?: readonly RowVerdict[] | 'none'): void | Promise<void> {
    let text = '';
    for (const [at, row] of rows.entries()) {
      text += csvRecord(rowCells(row, typeof verdicts === 'object' ? (verdicts[at] ?? 'none') : verdicts));
    }
    return this.#file.write(text);
  }

  /** Resolves when the file has all rows; a second call returns the same promise. Rejects as `write` does. */
  close(): Promise<void> {
    return this.#file.close();
  }
}

/**
 * The cells of a report's row: mailbox, the report's columns, status, error. With a policy, the verdict and the ids of the
 * violated rules follow; both are blank, for `none`, if no rule is about the report.
 */
export function rowCells({ mailbox, cells, status, error }: Row, verdict?: RowVerdict | 'none'): readonly Json[] {
  const row = [mailbox.address, ...cells, status, error];
  if (verdict === undefined) return row;
  return verdict === 'none' ? [...row, '', ''] : [...row, verdict.verdict, verdict.violations.join('; ')];
}
