import { stringify } from 'csv-stringify/sync';
import type { Json } from '../../json.ts';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import { defusedText, type CsvDelimiter } from '../../text/csv.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { FileSink } from '../sink.ts';
import { createTextFile, type TextFile } from './text-file.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Also at semicolons and tabs, at which Excel and LibreOffice split in some locales. */
const QUOTED = /[",;\t\r\n]/;

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
  readonly delimiter: CsvDelimiter;
}

/** The cells of a record, in the order of the columns. */
export type Cells = readonly Json[];

/** Records that are held until they are written together: the library prepares its options for each call. */
const MAX_HELD = 50;

/** Records of RFC 4180 with their CRLF, except for another delimiter. Formulas are defused. */
export function csvRecords(records: readonly Cells[], delimiter: CsvDelimiter = ','): string {
  const texts = records.map((cells) => cells.map(defusedText));
  return stringify(texts, { delimiter, record_delimiter: '\r\n', quoted_match: QUOTED });
}

/** A record as `csvRecords` writes it. */
export function csvRecord(cells: Cells, delimiter?: CsvDelimiter): string {
  return csvRecords([cells], delimiter);
}

/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
export class CsvFile {
  readonly #file: TextFile;
  readonly #delimiter: CsvDelimiter;
  #held: Cells[] = [];

  /** Creates the file with its header. Throws as `createTextFile` does. */
  constructor(file: string, columns: readonly string[], { bom, delimiter }: CsvOptions) {
    this.#file = createTextFile(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns, delimiter));
    this.#delimiter = delimiter;
  }

  get path(): string {
    return this.#file.path;
  }

  write(records: readonly Cells[]): void | Promise<void> {
    for (const record of records) this.#held.push(record);
    if (this.#held.length >= MAX_HELD) return this.#file.write(this.#heldText());
  }

  /** Appends the records in another file. */
  async append(file: string): Promise<void> {
    await this.#file.write(this.#heldText());
    await this.#file.append(file);
  }

  /** Writes the records so far to the disk. */
  async flush(): Promise<void> {
    await this.#file.write(this.#heldText());
    await this.#file.flush();
  }

  close(): Promise<void> {
    return this.#file.close(this.#heldText());
  }

  #heldText(): string {
    return csvRecords(this.#held.splice(0), this.#delimiter);
  }
}

/**
 * Creates a CSV with the records of each mailbox, in the order of the list. Throws as `createTextFile` does.
 *
 * @param rowsOf the records of a mailbox
 * @param lastRows records after those of the last mailbox, once the run has a result
 */
export function csvSink(
  path: string,
  columns: readonly string[],
  rowsOf: (result: MailboxResult) => readonly Cells[],
  { lastRows, ...options }: CsvOptions & { readonly lastRows?: (summary: RunSummary) => Iterable<Cells> },
): FileSink {
  const file = new CsvFile(path, columns, options);
  let isComplete = false;
  return {
    path,
    add: (result) => file.write(rowsOf(result)),
    close: async (summary) => {
      if (summary !== undefined && !isComplete) {
        isComplete = true;
        for (const cells of lastRows?.(summary) ?? []) await file.write([cells]);
      }
      await file.close();
    },
  };
}
