import type { CsvFormat } from '../text/csv.ts';
import type { PastRun } from '../totals/past-run.ts';
import type { SummaryPart } from '../totals/run-summary.ts';
import type { MailboxResult } from './mailbox-result.ts';
import type { Stage } from './pipeline.ts';
import type { Run } from './run.ts';
import type { RunTable, Sink } from './sink.ts';
import type { TableResult, TableStage } from './table-result.ts';

/** What a run does with the rows besides writing them. Everything is optional: `actions/features.ts` lists all features. */
export interface Feature extends SummaryPart {
  /** Adds to each mailbox. */
  readonly stage?: Stage | undefined;
  /** Adds to each table about the tenant. */
  readonly tableStage?: TableStage | undefined;
  /** Counts a table about the tenant after all stages. Tables precede the mailboxes. */
  addTable?(result: TableResult): void;
  /** Counts a mailbox after all stages. */
  add?(result: MailboxResult): void;
  /** Files with tables that the page shows too. */
  readonly tables?: readonly RunTable[] | undefined;
  /** Other files, in a folder. Throws the UserError `OUTPUT_UNWRITABLE`. */
  sinks?(folder: string, csv: CsvFormat): Iterable<Sink>;
  /**
   * Files about the rows file, which is complete when they are closed. `rows`: SHA-256, in hex, of its lines. Throws as `sinks`
   * does.
   */
  sinksAfterRows?(folder: string, rows: () => string): Iterable<Sink>;
  /** The runs before this one, for the rows file. */
  readonly history?: readonly PastRun[] | undefined;
  /** After the last mailbox: logs, warns and sets outputs. */
  conclude?(run: Run): void;
  close?(): Promise<void>;
}
