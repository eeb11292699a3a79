/**
 * Random access to the rows of a mailbox in a CSV that is too large to hold. Own code: csv-parse gives records, but not
 * where they are, and takes longer for 100,000 mailboxes than a run may be slower by.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { CsvDelimiter } from '../../text/csv.ts';
import { recordsOf } from './csv-record.ts';
import { scanCsv, type Scanned } from './csv-scanner.ts';
import type { MailboxNumbers } from './mailbox-numbers.ts';

const BLOCK_BYTES = 256 * 1024;

/** A CSV on disk whose rows are found by mailbox. Memory: some 12 bytes a mailbox. */
export class CsvTable {
  readonly columns: readonly string[];
  readonly delimiter: CsvDelimiter;
  /** Whether a mailbox has several rows. */
  readonly hasManyRows: boolean;
  readonly #fd: number;
  readonly #groups: Scanned['groups'];
  #block: Buffer | undefined;
  #blockStart = 0;
  #blockLength = 0;
  /** Where the rows that were read last end. */
  #next = 0;

  private constructor(fd: number, scanned: Scanned) {
    this.#fd = fd;
    this.columns = scanned.columns;
    this.delimiter = scanned.delimiter;
    this.hasManyRows = scanned.hasManyRows;
    this.#groups = scanned.groups;
  }

  /**
   * Opens a CSV and checks all of it. Rejects with a `MalformedCsv` if it is no CSV, lacks the column `MailboxName`, or
   * does not have the rows of a mailbox together.
   */
  static async open(file: string, mailboxes: MailboxNumbers): Promise<CsvTable> {
    const scanned = await scanCsv(file, mailboxes);
    return new CsvTable(openSync(file, 'r'), scanned);
  }

  /** The rows of a mailbox in their order, cells in the order of the columns; undefined if it has none. */
  rowsOf(mailbox: number): readonly (readonly string[])[] | undefined {
    const text = this.textOf(mailbox);
    return text === undefined ? undefined : recordsOf(text, this.delimiter);
  }

  /** The records of a mailbox as they are in the file; undefined if it has none. */
  textOf(mailbox: number): string | undefined {
    const start = this.#groups.starts[mailbox] ?? 0;
    return start === 0 ? undefined : this.#text(start - 1, this.#groups.ends[mailbox] ?? 0);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Reads ahead if the rows follow those before, as they do in the order of the list. */
  #text(start: number, end: number): string {
    const isNext = start === this.#next;
    this.#next = end;
    if (start < this.#blockStart || end > this.#blockStart + this.#blockLength) {
      if (!isNext || end - start > BLOCK_BYTES) {
        const alone = Buffer.allocUnsafe(end - start);
        return alone.toString('utf8', 0, readSync(this.#fd, alone, 0, alone.length, start));
      }
      this.#block ??= Buffer.allocUnsafe(BLOCK_BYTES);
      this.#blockLength = readSync(this.#fd, this.#block, 0, BLOCK_BYTES, start);
      this.#blockStart = start;
    }
    return this.#block?.toString('utf8', start - this.#blockStart, end - this.#blockStart) ?? '';
  }
}
