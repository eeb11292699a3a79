import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline as pipe } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { describeError, systemErrorCode } from '../errors.ts';
import { isWhole, type Shape, type Shaped } from '../files/json-shape.ts';
import { isNestedDeeper, parseJson, property, type Json } from '../json.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { shardRange } from '../mailboxes/shard.ts';
import { itemPositions } from '../reports/row-identity.ts';
import {
  MAX_FILE_BYTES,
  MAX_LINE_BYTES,
  type RowsEnd,
  type RowsHeader,
  type RowsReport,
  type StoredMailbox,
  type StoredReport,
  type StoredRow,
  type StoredTable,
  type StoredViolation,
} from './rows-file.ts';
import { digestOf } from './rows-header.ts';
import {
  END,
  LIST,
  MAILBOX,
  MAILBOX_LINE,
  REPORT,
  RESULT,
  ROW,
  ROWS_FORMAT,
  ROWS_VERSION,
  RUN,
  TABLE,
  TABLE_LINE,
} from './rows-shape.ts';

/** Bytes of the first line: the whole list, whose files have at most 100 MB. */
const MAX_HEADER_BYTES = 256 * 1024 ** 2;
/** Levels of nesting in a line. A response has at most 200. */
const MAX_NESTING = 300;
const NEWLINE = 0x0a;

/** Why a rows file, or its artifact, cannot be used. The message is a sentence. */
export class UnusableRows extends Error {
  override readonly name = 'UnusableRows';
}

/** The error of unpacking a file to the disk. */
export function unpackingError(error: unknown): unknown {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(systemErrorCode(error));
  return isFull ? new UnusableRows('The disk is full, so that it cannot be unpacked.') : error;
}

/** Reads the first line. Rejects with an `UnusableRows` if the file is no rows file, or one of another version. */
export async function readHeader(file: string): Promise<RowsHeader> {
  const line = await firstLine(file);
  const run = runOf(line);
  return { ...run, list: listOf(shaped(LIST, property(line, 'list')), run) };
}

/** The same with only a digest of the list. Rejects as `readHeader` does, but for the list, which it does not check. */
export async function readRun(file: string): Promise<Omit<RowsHeader, 'list'> & { readonly listDigest: string }> {
  const line = await firstLine(file);
  const run = runOf(line);
  const list = property(line, 'list') ?? null;
  return { ...run, listDigest: digestOf(property(list, 'listed') === undefined ? list : filesPart(list, run)) };
}

/** What is the same in all shards with `mailboxes: all`. */
function filesPart(list: Json, run: Pick<RowsHeader, 'reports'>): unknown {
  const { files, columns, mailboxes, listed } = listOf(shaped(LIST, list), run);
  return { files, columns, mailboxes: mailboxes.slice(0, listed), all: true };
}

async function firstLine(file: string): Promise<Json> {
  for await (const line of linesOf(file)) return parsed(line);
  throw endsEarly();
}

/**
 * Reads the last line, and counts the others. Undefined if the file is cut or damaged, which `readMailboxes` and `readTables` say at the place: what
 * precedes it can be used.
 */
export async function readEnd(
  file: string,
): Promise<{ readonly end: RowsEnd; readonly mailboxes: number } | undefined> {
  let [mailboxes, last] = [0, ''];
  try {
    for await (const line of linesOf(file)) {
      if (isOfMailbox(line)) mailboxes += 1;
      last = line;
    }
    return { end: endOf(parsed(last)), mailboxes };
  } catch (error) {
    if (error instanceof UnusableRows) return undefined;
    throw error;
  }
}

/** SHA-256, in hex, of the unpacked lines. Rejects with an `UnusableRows` if the file cannot be decompressed. */
export async function rowsDigest(file: string): Promise<string> {
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > MAX_FILE_BYTES) throw tooLarge();
        digest.update(chunk);
      }
    });
  } catch (error) {
    throw error instanceof UnusableRows ? error : undecompressed(error);
  }
  return digest.digest('hex');
}

/** Rejects with an `UnusableRows` for a file whose run was cancelled, or whose last line does not count its mailboxes. */
export async function requireWholeRun(file: string): Promise<void> {
  const { end, mailboxes } = (await readEnd(file)) ?? {};
  if (end === undefined) return;
  if (end.cancelled) throw new UnusableRows('Its run was cancelled.');
  const { counts } = end;
  if (counts.mailboxes !== mailboxes || counts.read + counts.unreadable !== mailboxes) {
    throw countsDiffer();
  }
}

/** The mailboxes that a file has, in its order: none without a report about mailboxes. Throws an `UnusableRows` for a position that the list does not have. */
export function mailboxesIn({
  list,
  shard,
  positions,
  reports,
}: Pick<RowsHeader, 'list' | 'shard' | 'positions' | 'reports'>): readonly Mailbox[] {
  if (reports.length === 0) return [];
  if (positions === undefined) {
    const { start, end } = shardRange(list.length, shard ?? { number: 1, of: 1 });
    return list.mailboxes.slice(start, end);
  }
  return positions.map((position) => {
    const mailbox = list.mailboxes[position];
    if (mailbox !== undefined) return mailbox;
    throw malformed();
  });
}

/**
 * Reads the mailboxes, in list order, and checks the whole file. Rejects with an `UnusableRows` if it is cut or damaged, exceeds
 * a limit, or does not have each mailbox of the header's list, after the mailboxes that precede the problem.
 *
 * @param header as `readHeader` returned it
 * @param onEnd receives the last line after the last mailbox
 * @param isWanted whether to return the mailbox of a line. Other lines are not parsed
 */
export async function* readMailboxes(
  file: string,
  header: Pick<RowsHeader, 'list' | 'shard' | 'positions' | 'reports'>,
  onEnd: (end: RowsEnd) => void,
  isWanted: (address: string, line: string) => boolean = () => true,
): AsyncGenerator<{ readonly mailbox: StoredMailbox; readonly line: string }> {
  const expected = mailboxesIn(header);
  let position = 0;
  let isFirst = true;
  let last: RowsEnd | undefined;
  for await (const line of linesOf(file)) {
    if (last !== undefined) throw malformed();
    const address = expected[position]?.address;
    if (isFirst) isFirst = false;
    else if (isOfMailbox(line)) {
      if (address === undefined) throw malformed();
      if (isWanted(address, line)) {
        const mailbox = parseMailbox(line, header.reports);
        if (mailbox.address !== address) throw malformed();
        yield { mailbox, line };
      }
      position += 1;
    } else {
      const other = parsed(line);
      // Lines of tables, and of what later versions add.
      if (property(other, 'counts') === undefined) continue;
      last = endOf(other);
      if (position !== expected.length) throw malformed();
      if (last.counts.mailboxes !== position) throw countsDiffer();
    }
  }
  if (last === undefined) throw endsEarly();
  onEnd(last);
}

/**
 * Reads the tables about the tenant, in the order of the header. Their lines precede the first mailbox, or follow the last one: reads
 * only as far as it must. Rejects with an `UnusableRows` if the file is cut or damaged, or lacks a table.
 */
export async function readTables(
  file: string,
  { tables }: Pick<RowsHeader, 'tables'>,
): Promise<readonly StoredTable[]> {
  const found = new Map<string, OpenTable>();
  if (tables.length > 0) {
    for await (const line of linesOf(file)) {
      if (line.startsWith(TABLE_LINE)) addTableLine(found, line, tables);
      else if (isOfMailbox(line) && found.size === tables.length) break;
    }
  }
  return tables.map(({ name, manyRows }) => {
    const table = found.get(name);
    if (table === undefined) throw malformed();
    const { length } = table.rows;
    // A table that was not read has no row, so that no rule judges one.
    if (table.status === 'ok' ? !manyRows && length !== 1 : length > 0) throw malformed();
    return table;
  });
}

/** A table whose lines are being read. */
interface OpenTable extends StoredTable {
  readonly rows: StoredRow[];
  readonly violations: StoredViolation[];
}

function addTableLine(found: Map<string, OpenTable>, line: string, tables: readonly RowsReport[]): void {
  const { table: name, status, error = '', rows = [], violations = [] } = shaped(TABLE, parsed(line));
  const width = tables.find((table) => table.name === name)?.columns.length;
  if (width === undefined) throw malformed();
  const table = found.get(name) ?? { name, status, error, rows: [], violations: [] };
  found.set(name, table);
  if (status !== table.status || error !== table.error) throw malformed();
  table.rows.push(...rows.map((row) => rowOf(row, width)));
  table.violations.push(...violations);
}

/** Whether a line is that of a mailbox, which is not parsed if nobody wants it. Others are those of tables, and the last one. */
function isOfMailbox(line: string): boolean {
  return line.startsWith(MAILBOX_LINE);
}

/** The lines of a compressed file, without their line ends. */
async function* linesOf(file: string): AsyncGenerator<string, void, void> {
  const gunzip = createGunzip();
  // Errors of the file arrive at the iterator, too.
  pipe(createReadStream(file), gunzip, () => undefined);
  const chunks: AsyncIterable<Buffer> = gunzip;
  let parts: Buffer[] = [];
  let [bytes, length, most] = [0, 0, MAX_HEADER_BYTES];
  const take = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
    if (length > most) throw new UnusableRows('A line in it is too long.');
  };
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) throw tooLarge();
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        take(chunk.subarray(start, end));
        yield Buffer.concat(parts).toString('utf8');
        [parts, length, most, start] = [[], 0, MAX_LINE_BYTES, end + 1];
      }
      if (start < chunk.length) take(chunk.subarray(start));
    }
  } catch (error) {
    if (error instanceof UnusableRows) throw error;
    const isEmpty = bytes === 0 && (await stat(file).catch(() => undefined))?.size === 0;
    if (isEmpty) throw new UnusableRows('Nothing was read: its run ended before the first mailbox.');
    throw undecompressed(error);
  }
  if (length > 0) throw new UnusableRows('It ends inside a line.');
}

function parsed(line: string): Json {
  try {
    const value = parseJson(line);
    if (!isNestedDeeper(value, MAX_NESTING)) return value;
  } catch {
    // The reason would be about a line that people do not see.
  }
  throw malformed();
}

function shaped<T>(shape: Shape<T>, value: Json | undefined): T {
  if (shape(value)) return value;
  throw malformed();
}

function runOf(line: Json): Omit<RowsHeader, 'list'> {
  if (property(line, 'format') !== ROWS_FORMAT) throw new UnusableRows('It is not a rows file of Mailbox Report.');
  const version = property(line, 'version');
  if (version !== ROWS_VERSION) {
    const format = typeof version === 'number' ? `version ${version} of the format` : 'another format';
    throw new UnusableRows(
      `Another version of Mailbox Report wrote it, in ${format}. This version reads version ${ROWS_VERSION}.`,
    );
  }
  const header = shaped(RUN, line);
  const { productVersion, tenant, cloud, shown, run, rules, shard, positions, recent, certificate } = header;
  const { id, attempt, url, started, commit, actor, repository } = run;
  const { policy, baseline, register, catalogues } = header.digests;
  return {
    productVersion,
    tenant,
    cloud,
    shown,
    run: { id, attempt, url, started: new Date(started), commit, actor, repository },
    digests: { policy, baseline, register, catalogues },
    gate: header.gate,
    rules,
    shard,
    positions,
    recent: recent?.map(({ position, created }) => ({ position, created: new Date(created) })),
    certificate: certificate && { notAfter: new Date(certificate.expires), thumbprint: certificate.thumbprint },
    reports: header.reports.map(reportOf),
    tables: (header.tables ?? []).map(reportOf),
    history: (header.history ?? []).map(({ url, started, counts }) => ({ url, started: new Date(started), counts })),
  };
}

function reportOf(report: Shaped<typeof REPORT>): RowsReport {
  const { name, reads, revision, digests, columns, manyRows, item, ignored, limits } = report;
  const isWhole = itemPositions(item, columns) !== undefined;
  if (!isWhole || !columns.every((column) => Object.hasOwn(digests.columns, column))) throw malformed();
  return { name, reads, revision, digests, columns, manyRows, item, ignored, limits };
}

function endOf(line: Json): RowsEnd {
  const { ended, ...end } = shaped(END, line);
  return { ...end, ended: new Date(ended) };
}

/** A run without a report about mailboxes has none in its list. */
function listOf(
  { files, columns, mailboxes: groups, listed, duplicateCount, duplicates }: Shaped<typeof LIST>,
  { reports }: Pick<RowsHeader, 'reports'>,
): MailboxList {
  const mailboxes = groups.flatMap(({ file, addresses, lines = [] }) =>
    addresses.map((address, index): Mailbox =>
      file === undefined ? { address } : { address, file, line: shaped(isWhole, lines[index]) },
    ),
  );
  const list = mailboxList(mailboxes, files, columns ?? []);
  if ((list.length === 0 && reports.length > 0) || list.duplicateCount > 0) throw malformed();
  return { ...list, duplicateCount, duplicates, listed };
}

/** Parses the line of a mailbox. Throws an `UnusableRows`. */
export function parseMailbox(line: string, reports: readonly RowsReport[]): StoredMailbox {
  const { mailbox: address, ids, columns, reports: results } = shaped(MAILBOX, parsed(line));
  if (results.length !== reports.length) throw malformed();
  return { address, ids, columns, reports: results.map((result, index) => resultOf(result, reports[index])) };
}

function resultOf(
  { status, error = '', rows: storedRows = [], violations = [] }: Shaped<typeof RESULT>,
  report: RowsReport | undefined,
): StoredReport {
  const width = report?.columns.length ?? 0;
  const rows = storedRows.map((row) => rowOf(row, width));
  if (report?.manyRows === false && rows.length !== (status === 'ok' ? 1 : 0)) throw malformed();
  const failedRow = rows.find((row) => row.status !== 'ok');
  if (rows.length > 0 && status !== (failedRow?.status ?? 'ok')) throw malformed();
  return { status, error, rows, violations };
}

function rowOf(
  { cells, unknown = [], notApplicable = [], status = 'ok', error = '', id, identity }: Shaped<typeof ROW>,
  width: number,
): StoredRow {
  if (cells.length !== width || [...unknown, ...notApplicable].some((index) => index >= width)) throw malformed();
  const setOf = (positions: readonly number[]) => (positions.length === 0 ? undefined : new Set(positions));
  return { cells, incomplete: setOf(unknown), notApplicable: setOf(notApplicable), status, error, id, identity };
}

function tooLarge(): UnusableRows {
  return new UnusableRows('It exceeds 16 GiB.');
}

function undecompressed(error: unknown): UnusableRows {
  return new UnusableRows(`It cannot be decompressed: ${describeError(error)}.`);
}

function endsEarly(): UnusableRows {
  return new UnusableRows('It ends early.');
}

function countsDiffer(): UnusableRows {
  return new UnusableRows('Its counts do not add up.');
}

function malformed(): UnusableRows {
  return new UnusableRows('It has a malformed line.');
}
