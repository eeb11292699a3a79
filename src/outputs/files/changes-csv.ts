import type { Change } from '../../run/change.ts';
import type { Json } from '../../json.ts';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import { CsvFile, type CsvOptions } from './csv.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { FileSink } from '../sink.ts';

/** The header of `changes.csv`. */
export const CHANGE_COLUMNS = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'] as const;

/** Opens a CSV with a row for each difference from the earlier report. Throws as `openTextFile` does. */
export function openChanges(file: string, options: CsvOptions): FileSink {
  return new ChangesCsv(new CsvFile(file, CHANGE_COLUMNS, options));
}

class ChangesCsv implements FileSink {
  readonly #file: CsvFile;
  #isClosed = false;

  constructor(file: CsvFile) {
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  add({ changes = [] }: MailboxResult): void | Promise<void> {
    return this.#file.write(changes.map(changeCells));
  }

  /** Mailboxes that the list no longer has come last. */
  async close(summary?: RunSummary): Promise<void> {
    if (!this.#isClosed) {
      this.#isClosed = true;
      for (const change of summary?.comparison?.removed() ?? []) await this.#file.write([changeCells(change)]);
    }
    await this.#file.close();
  }
}

/** The cells of a change, in the order of the columns. */
export function changeCells({ kind, report, mailbox, item, column, before, after }: Change): readonly Json[] {
  return [kind, report, mailbox, item, column, before, after];
}
