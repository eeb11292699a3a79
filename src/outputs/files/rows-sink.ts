import { createHash } from 'node:crypto';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import {
  endLine,
  failedMailbox,
  mailboxLine,
  MAX_FILE_BYTES,
  MAX_LINE_BYTES,
  storedMailbox,
  storedTable,
  tableLines,
  type RowsEnd,
  type RowsHeader,
  type StoredMailbox,
  type StoredReport,
  type StoredTable,
} from '../../store/rows-file.ts';
import { headerLine } from '../../store/rows-header.ts';
import { mailboxesIn } from '../../store/rows-reader.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { FileSink } from '../../run/sink.ts';
import type { TableResult } from '../../run/table-result.ts';
import { storedCounts } from '../../totals/run-counts.ts';
import { outputError } from '../../files/temp-folder.ts';
import { createFile } from './text-file.ts';
import { CHUNK_BYTES, ChunkedText } from './chunked-text.ts';

/** Writes `rows.ndjson.gz`. A mailbox beyond the limits of the file is written as failed, with the reason. */
export class RowsSink implements FileSink {
  readonly path: string;
  /** A compressed chunk fits into one chunk of output: a second would wait until the main thread is idle. */
  readonly #gzip: Gzip = createGzip({ chunkSize: CHUNK_BYTES });
  readonly #lines: ChunkedText;
  readonly #stream: WriteStream;
  readonly #written: Promise<void>;
  /** Bytes that lines with rows may still use: without those that the remaining mailboxes need if they fail. */
  #bytesLeft: number;
  readonly #bytesOfReports: number;
  readonly #rowsOfTables = new Map<string, number>();
  readonly #hash = createHash('sha256');
  #digest = '';
  #failure: Error | undefined;

  /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. */
  constructor(file: string, header: RowsHeader) {
    this.path = file;
    this.#stream = createFile(file);
    this.#written = finished(this.#gzip.pipe(this.#stream));
    const fail = (error: Error): void => {
      this.#failure ??= outputError(file, error);
      // Ends a wait for room.
      this.#gzip.destroy();
    };
    this.#stream.on('error', fail);
    this.#written.catch(fail);
    this.#lines = new ChunkedText(this.#gzip, fail);
    const first = headerLine(header);
    void this.#add(first);
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

  /** SHA-256, in hex, of all lines; '' until the file is complete. */
  get digest(): string {
    return this.#digest;
  }

  /** A table beyond the limits is written as failed, with the reason. Rejects as `add` does. */
  async addTable(result: TableResult): Promise<void> {
    const table = storedTable(result);
    const bytes = bytesOf(table);
    const problem = bytes === undefined ? TABLE_LINE_IS_TOO_LONG : bytes > this.#bytesLeft ? FILE_IS_FULL : undefined;
    this.#bytesLeft -= problem === undefined ? (bytes ?? 0) : 0;
    const failed = { ...table, status: 'failed', error: problem ?? '', rows: [], violations: [] } as const;
    const written = problem === undefined ? table : failed;
    this.#rowsOfTables.set(table.name, written.rows.length);
    for (const line of tableLines(written)) await this.#write(line ?? '');
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
      const { started, durationMs, throttling, warnings, result, stoppedBy, cancelled, parts } = summary;
      const ended = new Date(started + durationMs);
      const controls = parts.map((part) => part.controls?.()).find((one) => one !== undefined);
      const counts = storedCounts(summary);
      return this.finish({ counts, ended, controls, throttling, warnings, result, stoppedBy, cancelled });
    }
    this.#gzip.destroy();
    this.#stream.destroy();
  }

  /** Completes the file. Rejects as `add` does. */
  async finish(end: Omit<RowsEnd, 'tables'>): Promise<void> {
    this.#throwFailure();
    const counts = [...this.#rowsOfTables].map(([name, rows]) => [name, { rows }] as const);
    const tables = counts.length === 0 ? undefined : Object.fromEntries(counts);
    void this.#add(endLine({ ...end, tables }));
    this.#digest = this.#hash.digest('hex');
    void this.#lines.flush();
    this.#gzip.end();
    try {
      await this.#written;
    } catch (error) {
      throw this.#failure ?? outputError(this.path, error);
    }
  }

  #write(line: string): void | Promise<void> {
    this.#throwFailure();
    const passed = this.#add(line);
    if (passed !== undefined) return this.#unlessFailed(passed);
  }

  #add(line: string): void | Promise<void> {
    this.#hash.update(line);
    return this.#lines.write(line);
  }

  async #unlessFailed(passed: Promise<void>): Promise<void> {
    await passed;
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/** Bytes of the lines of a table; undefined if one of its rows does not fit into a line. */
function bytesOf(table: StoredTable): number | undefined {
  let bytes = 0;
  for (const line of tableLines(table)) {
    if (line === undefined) return undefined;
    bytes += Buffer.byteLength(line);
  }
  return bytes;
}

function failedLine(mailbox: StoredMailbox, error: string): string {
  return mailboxLine(failedMailbox(mailbox, error));
}

/** Whether a stored result is not what the run found, but what it wrote beyond the limits of the file. */
export function isBeyondLimits({ status, error }: Pick<StoredReport, 'status' | 'error'>): boolean {
  return status === 'failed' && [LINE_IS_TOO_LONG, TABLE_LINE_IS_TOO_LONG, FILE_IS_FULL].includes(error);
}

const TABLE_LINE_IS_TOO_LONG = 'A row of the table exceeds 300 KiB, the limit of rows.ndjson.gz';
const LINE_IS_TOO_LONG = 'The rows of the mailbox exceed 1 MiB, the limit of rows.ndjson.gz';
const FILE_IS_FULL = 'The rows of the run exceed 16 GiB, the limit of rows.ndjson.gz';
