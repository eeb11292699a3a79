import type { Cells } from '../text/csv.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import type { MailboxResult } from './mailbox-result.ts';
import type { TableResult } from './table-result.ts';

/** A file that receives every table about the tenant and then every mailbox of a run. It decides nothing. */
export interface Sink {
  /** The file that is uploaded; undefined if there is none to upload. */
  readonly path: string | undefined;
  /**
   * Receives a table. If it returns a promise, await it. Throws, or rejects, as `add` does. Undefined: it needs none.
   */
  addTable?(result: TableResult): void | Promise<void>;
  /**
   * If it returns a promise, await it before the next mailbox, since the disk is slower than the source. Throws, or rejects
   * with, the UserError `OUTPUT_UNWRITABLE`.
   */
  add(result: MailboxResult): void | Promise<void>;
  /**
   * Completes the file, also after a cancelled run. `summary` is undefined if the run failed before it had a result. A
   * call without a summary after that has no effect. Rejects as `add` does.
   */
  close(summary?: RunSummary): Promise<void>;
}

/** A sink whose file exists from the start. */
export interface FileSink extends Sink {
  readonly path: string;
}

/** A CSV file that is a table of the report page, too. */
export interface RunTable {
  /** The name of the file without `.csv`. No report can have it. */
  readonly name: string;
  readonly columns: readonly string[];
  /** What a row is, for counts. */
  readonly unit: readonly [singular: string, plural: string];
  readonly rowsOf: (result: MailboxResult) => readonly Cells[];
  /** Of a table about the tenant. By default none. */
  readonly rowsOfTable?: ((result: TableResult) => Iterable<Cells>) | undefined;
  /** Rows after those of the last mailbox, once the run has a result. */
  readonly lastRows: () => Iterable<Cells>;
}
