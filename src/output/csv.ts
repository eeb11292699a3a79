import type { RowVerdict } from '../policy/verdict.ts';
import type { Row } from '../reports/row.ts';
import { csvHeader, csvRecord } from './csv-record.ts';
import { openTextFile, type TextFile } from './text-file.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
}

/**
 * Opens the CSV of a report and gives it its header: every column of the report (`columnNames`), and those of a policy
 * where there is one. Throws as `openTextFile` does.
 */
export function openCsv(file: string, columns: readonly string[], options: CsvOptions): CsvFile {
  return new CsvFile(openCsvText(file, columns, options));
}

/** Opens a text file that starts as a CSV does. Throws as `openTextFile` does. */
export function openCsvText(file: string, columns: readonly string[], { bom }: CsvOptions): TextFile {
  return openTextFile(file, (bom ? BYTE_ORDER_MARK : '') + csvHeader(columns));
}

/** The CSV of a report that is being written: RFC 4180, CRLF, UTF-8, rows in the order given. */
export class CsvFile {
  readonly #file: TextFile;

  constructor(file: TextFile) {
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  /**
   * Adds rows. With a policy, `verdicts` has one for each of them, or is `none` where no rule is about the report. Gives
   * a promise, throws and rejects as `TextFile.write` does.
   */
  write(rows: readonly Row[], verdicts?: readonly RowVerdict[] | 'none'): void | Promise<void> {
    let text = '';
    let at = 0;
    for (const row of rows) {
      text += csvRecord(row, typeof verdicts === 'object' ? (verdicts[at] ?? 'none') : verdicts);
      at += 1;
    }
    return this.#file.write(text);
  }

  /** Resolves when all rows stand in the file; a second call gives the same promise. Rejects as `write` does. */
  close(): Promise<void> {
    return this.#file.close();
  }
}
