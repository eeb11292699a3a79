import path from 'node:path';
import { findingsOf, type MailboxResult } from '../../run/mailbox-result.ts';
import { violationIdentity, type BaselineIndex } from '../../policy/baseline/baseline.ts';
import {
  BASELINE_COLUMNS,
  baselineKey,
  baselineCells,
  packEntry,
  unpackEntry,
} from '../../policy/baseline/baseline-entry.ts';
import { CsvFile, type CsvOptions } from './csv.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { Sink } from '../sink.ts';
import { SortedTexts } from './sorted-texts.ts';

export interface BaselineCsvOptions extends CsvOptions {
  /** The baseline of the run, which knows after the last mailbox which entries are kept. Undefined without one. */
  readonly baseline: BaselineIndex | undefined;
  /** When the run started, in epoch ms: the date of new entries. */
  readonly started: number;
}

/**
 * `baseline.csv` as it would be now: all violations that are not exempt, and the entries about mailboxes that were not read.
 * Entries keep their date. Rows are sorted, so that equal findings give equal files.
 */
export class BaselineCsv implements Sink {
  readonly #file: string;
  readonly #options: BaselineCsvOptions;
  readonly #addedOn: string;
  readonly #entries: SortedTexts;
  #isWritten = false;

  constructor(file: string, options: BaselineCsvOptions) {
    this.#file = file;
    this.#options = options;
    this.#addedOn = new Date(options.started).toISOString().slice(0, 10);
    this.#entries = new SortedTexts({ folder: path.dirname(file) });
  }

  /** Undefined until the file is written: a part of it would unaccept the rest when committed. */
  get path(): string | undefined {
    return this.#isWritten ? this.#file : undefined;
  }

  async add(result: MailboxResult): Promise<void> {
    for (const finding of findingsOf(result)) {
      if (finding.verdict !== 'fail' && finding.verdict !== 'warn') continue;
      const identity = violationIdentity(finding.rule.id, finding.mailbox.address, finding);
      const added = this.#entries.add(packEntry({ ...identity, addedOn: this.#addedOn }));
      if (added !== undefined) await added;
    }
  }

  async close(summary?: RunSummary): Promise<void> {
    try {
      if (summary !== undefined && !this.#isWritten) await this.#write();
    } finally {
      await this.#entries.discard();
    }
  }

  async #write(): Promise<void> {
    for (const entry of this.#options.baseline?.kept() ?? []) await this.#entries.add(packEntry(entry));
    const file = new CsvFile(this.#file, BASELINE_COLUMNS, this.#options);
    try {
      let last = '';
      for await (const packed of this.#entries.sorted()) {
        const entry = unpackEntry(packed);
        const key = baselineKey(entry);
        // A mailbox can have two inbox rules of one name that violate a rule in the same way.
        if (key === last) continue;
        last = key;
        const written = file.write([baselineCells(entry)]);
        if (written !== undefined) await written;
      }
    } finally {
      await file.close();
    }
    this.#isWritten = true;
  }
}
