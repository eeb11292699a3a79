import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { idsOf } from '../mailboxes/identities.ts';
import { valueOf } from '../reports/known.ts';
import { viewOf } from '../reports/row-view.ts';
import { ADDRESS_COLUMNS } from '../run/policy-stage.ts';
import { ReportFiles, unreadableReport } from './report-files.ts';
import type { RowsEnd, RowsHeader, StoredMailbox, StoredTable } from './rows-file.ts';
import { parseMailbox, readHeader, readMailboxes, readTables, unpackingError, UnusableRows } from './rows-reader.ts';

/** A report whose rows are unpacked on the disk, and found by address. */
export class IndexedReport {
  readonly files: ReportFiles;
  readonly header: RowsHeader;
  readonly end: RowsEnd;
  /** The tables about the tenant, in the order of the header. */
  readonly tables: readonly StoredTable[];
  readonly #fd: number;
  /** Where the line of each mailbox starts, and where the last one ends. */
  readonly #offsets: readonly number[];
  /** Positions in the list by lower-case address. */
  readonly #positions: ReadonlyMap<string, number>;
  /** Positions by the other names of mailboxes, in lower case; undefined before they are needed. Null: of several mailboxes. */
  #named: ReadonlyMap<string, number | null> | undefined;

  private constructor(
    files: ReportFiles,
    header: RowsHeader,
    tables: readonly StoredTable[],
    { end, fd, offsets }: Unpacked,
  ) {
    this.files = files;
    this.header = header;
    this.tables = tables;
    this.end = end;
    this.#fd = fd;
    this.#offsets = offsets;
    this.#positions = new Map(header.list.mailboxes.map(({ address }, index) => [address.toLowerCase(), index]));
  }

  /**
   * Unpacks the rows of a report, and checks all of them. The files are closed with the report, also if it cannot be used: rejects with an
   * `UnusableRows` then.
   *
   * @param reasonAgainst why a report with this header cannot be used, in a sentence; undefined if it can
   */
  static async open(
    files: ReportFiles,
    reasonAgainst: (header: RowsHeader) => string | undefined = () => undefined,
  ): Promise<IndexedReport> {
    try {
      const header = await readHeader(files.rowsFile);
      const { shard } = header;
      const reason =
        shard === undefined
          ? reasonAgainst(header)
          : `It has only shard ${shard.number} of ${shard.of}. The merge action reports on all shards.`;
      if (reason !== undefined) throw new UnusableRows(reason);
      const tables = await readTables(files.rowsFile, header);
      return new IndexedReport(files, header, tables, await unpack(files, header));
    } catch (error) {
      await files.close();
      throw error;
    }
  }

  /** Undefined if the list of the report lacks the address. */
  find(address: string): StoredMailbox | undefined {
    const position = this.#positions.get(address.toLowerCase());
    return position === undefined ? undefined : this.at(position);
  }

  /**
   * The mailbox that the list of the report has by an address, or else the one with these IDs or addresses in its rows. Undefined if there is
   * none, or several.
   *
   * @param names the first one that the report knows decides
   */
  findNamed(...names: readonly string[]): StoredMailbox | undefined {
    const wanted = names.map((name) => name.toLowerCase());
    const position =
      wanted.map((name) => this.#positions.get(name)).find((at) => at !== undefined) ??
      wanted.map((name) => this.#otherNames().get(name)).find((at) => at !== undefined);
    return position === undefined || position === null ? undefined : this.at(position);
  }

  #otherNames(): ReadonlyMap<string, number | null> {
    if (this.#named !== undefined) return this.#named;
    const named = new Map<string, number | null>();
    for (const position of this.header.list.mailboxes.keys()) {
      for (const name of storedNames(this.header, this.at(position)))
        named.set(name, (named.get(name) ?? position) === position ? position : null);
    }
    this.#named = named;
    return named;
  }

  /** The mailbox at a position of the list. */
  at(position: number): StoredMailbox {
    const [start = 0, end = 0] = this.#offsets.slice(position, position + 2);
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(this.#fd, bytes, 0, bytes.length, start);
    return parseMailbox(bytes.toString('utf8'), this.header.reports);
  }

  /** Also closes the files. */
  async close(): Promise<void> {
    closeSync(this.#fd);
    await this.files.close();
  }
}

/** The names of a mailbox that its line has besides its address in the list, in lower case: IDs, and addresses in rows. */
export function storedNames({ reports }: Pick<RowsHeader, 'reports'>, mailbox: StoredMailbox): readonly string[] {
  const addresses = reports.flatMap(({ name, columns }, at) => {
    const column = ADDRESS_COLUMNS[name];
    const [row] = mailbox.reports[at]?.rows ?? [];
    const address = column === undefined || row === undefined ? undefined : valueOf(viewOf(columns, row).cell(column));
    return typeof address === 'string' ? [address.toLowerCase()] : [];
  });
  return [...idsOf(mailbox.ids ?? {}), ...addresses];
}

interface Unpacked {
  readonly end: RowsEnd;
  readonly fd: number;
  readonly offsets: readonly number[];
}

/** Writes the lines of the mailboxes into a file, which is open then. */
async function unpack(files: ReportFiles, header: RowsHeader): Promise<Unpacked> {
  const unpacked = path.join(files.temp(), 'rows.ndjson');
  const offsets = [0];
  let offset = 0;
  let end: RowsEnd | undefined;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const { line } of readMailboxes(files.rowsFile, header, (last) => (end = last))) {
      offset += Buffer.byteLength(line) + 1;
      offsets.push(offset);
      yield `${line}\n`;
    }
  };
  await pipeline(lines, createWriteStream(unpacked, { flags: 'wx' })).catch((error: unknown) => {
    throw unpackingError(error);
  });
  if (end === undefined) throw new Error('a rows file that was read completely has no last line');
  return { end, fd: openSync(unpacked, 'r'), offsets };
}

/** Opens a report that a path names: a folder, or a zip. Rejects with the UserErrors `REPORT_UNREADABLE` and `OUTPUT_UNWRITABLE`. */
export async function openNamedReport(place: string, from: string, tempFolder?: string): Promise<IndexedReport> {
  try {
    return await IndexedReport.open(await ReportFiles.open(path.resolve(from, place), { tempFolder }));
  } catch (error) {
    throw unreadableReport(place, error);
  }
}
