import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import {
  endLine,
  failedMailbox,
  headerLine,
  mailboxLine,
  MAX_FILE_BYTES,
  MAX_LINE_BYTES,
  storedMailbox,
  type RowsEnd,
  type RowsHeader,
  type StoredMailbox,
} from '../../store/rows-file.ts';
import { mailboxesIn } from '../../store/rows-reader.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { FileSink } from '../../run/sink.ts';
import type { Source } from '../../run/source.ts';
import { storedCounts } from '../../totals/run-counts.ts';
import { outputError } from '../../files/temp-folder.ts';
import { createFile } from './text-file.ts';
import { CHUNK_BYTES, Utf8Chunk } from './utf8-chunk.ts';

/** Writes `rows.ndjson.gz`. A mailbox beyond the limits of the file is written as failed, with the reason. */
export class RowsSink implements FileSink {
  readonly path: string;
  /** A compressed chunk fits into one chunk of output: a second would wait until the main thread is idle. */
  readonly #gzip: Gzip = createGzip({ chunkSize: CHUNK_BYTES });
  readonly #stream: WriteStream;
  readonly #written: Promise<void>;
  /** Not yet compressed. */
  readonly #chunk = new Utf8Chunk();
  /** Resolves when the chunk before is compressed. The next is collected meanwhile. */
  #compressed = Promise.resolve();
  /** Bytes that lines with rows may still use: without those that the remaining mailboxes need if they fail. */
  #bytesLeft: number;
  readonly #bytesOfReports: number;
  readonly #applications: Source['applications'];
  #failure: Error | undefined;

  /** Creates the file. `applications`: the rows about those of the tenant. Throws the UserError `OUTPUT_UNWRITABLE`. */
  constructor(file: string, header: RowsHeader, applications?: Source['applications']) {
    this.path = file;
    this.#applications = applications;
    this.#stream = createFile(file);
    this.#written = finished(this.#gzip.pipe(this.#stream));
    const fail = (error: Error): void => {
      this.#failure ??= outputError(file, error);
      // Ends a wait for room.
      this.#gzip.destroy();
    };
    this.#stream.on('error', fail);
    this.#written.catch(fail);
    const first = headerLine(header);
    this.#put(first);
    const firstBytes = Buffer.byteLength(first);
    const empty = {
      address: '',
      reports: header.reports.map(() => ({ status: 'ok', error: '', rows: [], violations: [] }) as const),
    };
    this.#bytesOfReports = Buffer.byteLength(failedLine(empty, FILE_IS_FULL));
    // The header has the addresses, too.
    this.#bytesLeft =
      MAX_FILE_BYTES - MAX_LINE_BYTES - 2 * firstBytes - mailboxesIn(header).length * this.#bytesOfReports;
  }

  /** Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
  add(result: MailboxResult): void | Promise<void> {
    const mailbox = storedMailbox(result);
    const line = mailboxLine(mailbox);
    const bytes = Buffer.byteLength(line);
    if (bytes > MAX_LINE_BYTES) return this.#write(failedLine(mailbox, LINE_IS_TOO_LONG));
    if (bytes > this.#bytesLeft) return this.#write(failedLine(mailbox, FILE_IS_FULL));
    this.#bytesLeft -= bytes - this.#bytesOfReports;
    return this.#write(line);
  }

  /** Without a summary, releases an incomplete file. A completed one stays as it is. */
  async close(summary?: RunSummary): Promise<void> {
    if (summary !== undefined) {
      const { throttling, warnings, result, stoppedBy, cancelled } = summary;
      const end = { counts: storedCounts(summary), throttling, warnings, result, stoppedBy, cancelled };
      return this.finish({ ...end, applications: this.#applications?.() });
    }
    this.#gzip.destroy();
    this.#stream.destroy();
  }

  /** Completes the file. Rejects as `add` does. */
  async finish(end: RowsEnd): Promise<void> {
    this.#throwFailure();
    this.#put(endLine(end));
    this.#gzip.end(this.#chunk.take());
    try {
      await this.#written;
    } catch (error) {
      throw this.#failure ?? outputError(this.path, error);
    }
  }

  #write(line: string): void | Promise<void> {
    this.#throwFailure();
    if (!this.#chunk.add(line)) return this.#compress(line);
  }

  /** Compresses the chunk, and begins the next one with a line. */
  async #compress(line: string): Promise<void> {
    await this.#compressed;
    this.#throwFailure();
    this.#compressed = new Promise<void>((resolve) => {
      const settle = (): void => {
        this.#gzip.off('close', settle);
        resolve();
      };
      this.#gzip.on('close', settle).write(this.#chunk.take(), settle);
    });
    this.#put(line);
  }

  /** Adds a line, also one that is longer than a chunk. */
  #put(line: string): void {
    if (this.#chunk.add(line)) return;
    this.#gzip.write(this.#chunk.take());
    if (!this.#chunk.add(line)) this.#gzip.write(line);
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

function failedLine(mailbox: StoredMailbox, error: string): string {
  return mailboxLine(failedMailbox(mailbox, error));
}

const LINE_IS_TOO_LONG = 'The rows of the mailbox exceed 1 MiB, the limit of rows.ndjson.gz';
const FILE_IS_FULL = 'The rows of all mailboxes exceed 16 GiB, the limit of rows.ndjson.gz';
