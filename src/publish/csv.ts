import { createWriteStream, mkdirSync, openSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { Row } from '../reports/row.ts';
import { csvHeader, csvRecord } from './csv-record.ts';
import { outputError } from './output-error.ts';

/** Characters that are gathered before the disk is asked to take them. */
const CHUNK = 64 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvOptions {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
}

/**
 * Opens the CSV of a report, making its folder where it is missing, and gives it its header: every column of the report
 * (`columnNames`). A file that stands there is overwritten. Throws the UserError `OUTPUT_UNWRITABLE` at once where the
 * path cannot be written, so that nothing is asked of Graph for a report that has no place to go.
 */
export function openCsv(file: string, columns: readonly string[], { bom }: CsvOptions): CsvFile {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const stream = createWriteStream(file, { fd: openSync(file, 'w') });
    return new CsvFile(file, stream, (bom ? BYTE_ORDER_MARK : '') + csvHeader(columns));
  } catch (error) {
    throw outputError(file, error);
  }
}

/**
 * A CSV that is being written: RFC 4180, CRLF, UTF-8, rows in the order given. Whatever was written before a run is
 * cancelled stands in the file once it is closed.
 */
export class CsvFile {
  readonly path: string;
  readonly #stream: WriteStream;
  /** Not yet handed to the stream. */
  #text: string;
  #failure: Error | undefined;
  #closed: Promise<void> | undefined;

  constructor(file: string, stream: WriteStream, start: string) {
    this.path = file;
    this.#stream = stream;
    this.#text = start;
    stream.on('error', (error) => {
      this.#failure = outputError(file, error);
    });
  }

  /**
   * Adds rows. Where it gives a promise, the disk is behind: wait for it before the next rows, or they pile up in memory.
   * Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE` where the disk failed.
   */
  write(rows: readonly Row[]): void | Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#closed !== undefined) throw new Error(`${this.path} is closed`);
    let text = this.#text;
    for (const row of rows) text += csvRecord(row);
    if (text.length < CHUNK) {
      this.#text = text;
      return;
    }
    this.#text = '';
    if (!this.#stream.write(text)) return this.#drained();
  }

  /** Resolves when all rows stand in the file; a second call gives the same promise. Rejects as `write` does. */
  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  #drained(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.#stream.off('drain', settle).off('close', settle);
        if (this.#failure === undefined) resolve();
        else reject(this.#failure);
      };
      this.#stream.on('drain', settle).on('close', settle);
    });
  }

  async #end(): Promise<void> {
    if (!this.#stream.closed) {
      const closed = new Promise<void>((resolve) => this.#stream.once('close', resolve));
      this.#stream.end(this.#text);
      await closed;
    }
    if (this.#failure !== undefined) throw this.#failure;
  }
}
