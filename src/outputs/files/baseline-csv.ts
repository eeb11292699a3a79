import {
  BASELINE_COLUMNS,
  baselineCells,
  sortedEntries,
  violationIdentity,
} from '../../policy/baseline/baseline-entry.ts';
import type { BaselineEntry } from '../../policy/baseline/baseline-entry.ts';
import type { BaselineIndex } from '../../policy/baseline/baseline.ts';
import { addressOf } from '../../policy/subject.ts';
import { findingsOf, type MailboxResult } from '../../run/mailbox-result.ts';
import type { Finding } from '../../policy/verdict.ts';
import { tableFindings, type TableResult } from '../../run/table-result.ts';
import type { EpochMs } from '../../text/numbers.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { Sink } from '../../run/sink.ts';
import type { CsvFormat } from '../../text/csv.ts';
import { CsvFile } from './csv-file.ts';

/**
 * `baseline.csv` as it would be now: all violations that are not exempt, and the entries about mailboxes that were not read.
 * Entries keep their date. Rows are sorted, so that equal findings give equal files.
 */
export class BaselineCsv implements Sink {
  readonly #file: string;
  readonly #csv: CsvFormat;
  readonly #baseline: BaselineIndex | undefined;
  readonly #addedOn: string;
  readonly #entries: BaselineEntry[] = [];
  #isWritten = false;

  /**
   * @param baseline that of the run, which knows after the last mailbox which entries are kept
   * @param started when the run started: the date of new entries
   */
  constructor(file: string, csv: CsvFormat, baseline: BaselineIndex | undefined, started: EpochMs) {
    this.#file = file;
    this.#csv = csv;
    this.#baseline = baseline;
    this.#addedOn = new Date(started).toISOString().slice(0, 10);
  }

  /** Undefined until the file is written: a part of it would unaccept the rest when committed. */
  get path(): string | undefined {
    return this.#isWritten ? this.#file : undefined;
  }

  addTable(result: TableResult): void {
    this.#addAll(tableFindings(result));
  }

  add(result: MailboxResult): void {
    this.#addAll(findingsOf(result));
  }

  #addAll(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (finding.verdict !== 'fail' && finding.verdict !== 'warn') continue;
      const violation = { ...finding, row: finding.rowDigest };
      const identity = violationIdentity(finding.rule.id, addressOf(finding.subject), violation);
      this.#entries.push({ ...identity, addedOn: this.#addedOn });
    }
  }

  async close(summary?: RunSummary): Promise<void> {
    if (summary === undefined || this.#isWritten) return;
    const file = new CsvFile(this.#file, BASELINE_COLUMNS, this.#csv);
    try {
      // A mailbox can have two inbox rules of one name that violate a rule in the same way.
      for (const entry of sortedEntries([...(this.#baseline?.kept() ?? []), ...this.#entries])) {
        await file.write([baselineCells(entry)]);
      }
    } finally {
      await file.close();
    }
    this.#isWritten = true;
  }
}
