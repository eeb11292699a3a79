import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { describeError } from '../errors.ts';
import { isNestedDeeper, isObject, parseJson, property, type Json } from '../json.ts';
import { isMailboxId } from '../mailboxes/address.ts';
import { mailboxList, type Duplicate, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { MAX_SHARDS, shardRange, type PositionRange, type Shard } from '../mailboxes/shard.ts';
import type { Finding } from '../policy/verdict.ts';
import type { ItemPart } from '../reports/definition.ts';
import { itemPositions } from '../reports/row-identity.ts';
import type { RowStatus } from '../reports/rows.ts';
import { BY_SEVERITY } from '../run/mailbox-result.ts';
import type { Result } from '../run/result.ts';
import {
  digestOf,
  MAX_FILE_BYTES,
  MAX_LINE_BYTES,
  ROWS_FORMAT,
  ROWS_VERSION,
  type PastRun,
  type RowsCounts,
  type RowsEnd,
  type RowsHeader,
  type RowsReport,
  type StoredMailbox,
  type StoredReport,
  type StoredRow,
  type StoredViolation,
} from './rows-file.ts';

/** Bytes of the first line: the whole list, whose files have at most 100 MB. */
const MAX_HEADER_BYTES = 256 * 1024 ** 2;
/** Levels of nesting in a line. A response has at most 200. */
const MAX_NESTING = 300;
const NEWLINE = 0x0a;

/** Why a rows file, or its artifact, cannot be used. The message is a sentence. */
export class UnusableRows extends Error {
  override readonly name = 'UnusableRows';
}

/** Reads the first line. Rejects with an `UnusableRows` if the file is no rows file, or one of another version. */
export async function readHeader(file: string): Promise<RowsHeader> {
  const line = await firstLine(file);
  return { ...runOf(line), list: listOf(property(line, 'list')) };
}

/** The same with only a digest of the list. Rejects as `readHeader` does, but for the list, which it does not check. */
export async function readRun(file: string): Promise<Omit<RowsHeader, 'list'> & { readonly listDigest: string }> {
  const line = await firstLine(file);
  return { ...runOf(line), listDigest: digestOf(property(line, 'list') ?? null) };
}

async function firstLine(file: string): Promise<Json> {
  for await (const line of linesOf(file)) return parsed(line);
  throw endsEarly();
}

/** The positions in the list whose mailboxes a file has. */
export function rangeOf({ list, shard }: Pick<RowsHeader, 'list' | 'shard'>): PositionRange {
  return shardRange(list.length, shard ?? { number: 1, of: 1 });
}

/**
 * Reads the mailboxes, in list order, and checks the whole file. Rejects with an `UnusableRows` if it is cut or damaged, exceeds
 * a limit, or does not have each mailbox of the header's list, after the mailboxes that precede the problem.
 *
 * @param header as `readHeader` returned it
 * @param onEnd receives the last line after the last mailbox
 */
export async function* readMailboxes(
  file: string,
  header: Pick<RowsHeader, 'list' | 'shard' | 'reports'>,
  onEnd: (end: RowsEnd) => void,
): AsyncGenerator<{ readonly mailbox: StoredMailbox; readonly line: string }> {
  const { start, end } = rangeOf(header);
  let position = start - 1;
  let last: RowsEnd | undefined;
  for await (const line of linesOf(file)) {
    if (last !== undefined) throw malformed();
    if (position >= start && position < end) {
      const mailbox = parseMailbox(line, header.reports);
      if (mailbox.address !== header.list.at(position).address) throw malformed();
      yield { mailbox, line };
    } else if (position === end) {
      last = endOf(parsed(line), end - start);
    }
    position += 1;
  }
  if (last === undefined) throw endsEarly();
  onEnd(last);
}

/** The lines of a compressed file, without their line ends. */
async function* linesOf(file: string): AsyncGenerator<string, void, void> {
  const gunzip = createGunzip();
  // Errors of the file arrive at the iterator, too.
  pipeline(createReadStream(file), gunzip, () => undefined);
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
      if (bytes > MAX_FILE_BYTES) throw new UnusableRows('It exceeds 1 GiB.');
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
    throw new UnusableRows(`It cannot be decompressed: ${describeError(error)}.`);
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

function runOf(line: Json): Omit<RowsHeader, 'list'> {
  if (property(line, 'format') !== ROWS_FORMAT) throw new UnusableRows('It is not a rows file of Mailbox Report.');
  if (property(line, 'version') !== ROWS_VERSION) {
    throw new UnusableRows('Another version of Mailbox Report wrote it.');
  }
  const run = property(line, 'run');
  const shown = property(line, 'shown');
  const shard = property(line, 'shard');
  const certificate = property(line, 'certificate');
  return {
    productVersion: text(line, 'productVersion'),
    tenant: text(line, 'tenant'),
    cloud: text(line, 'cloud'),
    shown: { tenant: text(shown, 'tenant'), cloud: text(shown, 'cloud') },
    run: {
      id: text(run, 'id'),
      attempt: whole(run, 'attempt'),
      url: optionalText(run, 'url'),
      started: time(run, 'started'),
    },
    policy: optionalText(line, 'policy'),
    shard: shard === undefined ? undefined : shardOf(shard),
    certificate:
      certificate === undefined
        ? undefined
        : { notAfter: time(certificate, 'expires'), thumbprint: text(certificate, 'thumbprint') },
    reports: array(line, 'reports').map(reportOf),
    history: optionalArray(line, 'history').map(pastRunOf),
  };
}

function pastRunOf(value: Json): PastRun {
  return {
    url: optionalText(value, 'url'),
    started: time(value, 'started'),
    counts: countsIn(property(value, 'counts')),
  };
}

function listOf(value: Json | undefined): MailboxList {
  const mailboxes = array(value, 'mailboxes').flatMap((group): Mailbox[] => {
    const [file, lines] = [text(group, 'file'), array(group, 'lines')];
    return texts(group, 'addresses').map((address, at) => {
      const line = lines[at];
      return isMailboxId(address) && isWhole(line) ? { address, file, line } : unexpected();
    });
  });
  const columns = property(value, 'columns') === undefined ? [] : texts(value, 'columns');
  const list = mailboxList(mailboxes, texts(value, 'files'), columns);
  if (list.length === 0 || list.duplicateCount > 0) throw malformed();
  const duplicates = array(value, 'duplicates').map(duplicateOf);
  return { ...list, duplicateCount: whole(value, 'duplicateCount'), duplicates };
}

function duplicateOf(value: Json): Duplicate {
  return { mailbox: mailboxOf(property(value, 'mailbox')), firstAt: mailboxOf(property(value, 'firstAt')) };
}

function mailboxOf(value: Json | undefined): Mailbox {
  return { address: text(value, 'address'), file: text(value, 'file'), line: whole(value, 'line') };
}

function shardOf(value: Json): Shard {
  const [number, of] = [whole(value, 'number'), whole(value, 'of')];
  if (number < 1 || number > of || of > MAX_SHARDS) throw malformed();
  return { number, of };
}

function reportOf(value: Json): RowsReport {
  const [name, digest, manyRows] = [text(value, 'name'), text(value, 'digest'), property(value, 'manyRows')];
  if (typeof manyRows !== 'boolean') throw malformed();
  const columns = texts(value, 'columns');
  const item =
    property(value, 'item') === undefined ? firstColumn(columns, manyRows) : array(value, 'item').map(partOf);
  if (itemPositions(item, columns) === undefined) throw malformed();
  return { name, digest, columns, manyRows, item, ignored: texts(value, 'ignored'), limits: limitsOf(value) };
}

/** Older files have none. */
function limitsOf(value: Json): RowsReport['limits'] {
  const limits = property(value, 'limits') ?? {};
  if (!isObject(limits)) throw malformed();
  return Object.fromEntries(
    Object.keys(limits).map((name) => [
      name,
      array(limits, name).map((limit) => {
        if (typeof limit !== 'number') throw malformed();
        return limit;
      }),
    ]),
  );
}

function firstColumn(columns: readonly string[], manyRows: boolean): readonly ItemPart[] {
  return manyRows ? columns.slice(0, 1) : [];
}

function partOf(part: Json): ItemPart {
  if (typeof part === 'string') return part;
  return texts({ part }, 'part');
}

/** Parses the line of a mailbox. Throws an `UnusableRows`. */
export function parseMailbox(line: string, reports: readonly RowsReport[]): StoredMailbox {
  const value = parsed(line);
  const results = array(value, 'reports');
  if (results.length !== reports.length) throw malformed();
  return {
    address: text(value, 'mailbox'),
    columns: property(value, 'columns') === undefined ? undefined : array(value, 'columns').map(textOrNull),
    reports: reports.map((report, at) => resultOf(results[at], report)),
  };
}

function resultOf(value: Json | undefined, { columns, manyRows }: RowsReport): StoredReport {
  const rows = optionalArray(value, 'rows').map((row) => rowOf(row, columns.length));
  const [status, error] = [statusOf(value), optionalText(value, 'error') ?? ''];
  if (!manyRows && rows.length !== (status === 'ok' ? 1 : 0)) throw malformed();
  const unread = rows.find((row) => row.status !== 'ok');
  if (rows.length > 0 && status !== (unread?.status ?? 'ok')) throw malformed();
  return { status, error, rows, violations: optionalArray(value, 'violations').map(violationOf) };
}

function rowOf(value: Json, columns: number): StoredRow {
  const cells = array(value, 'cells');
  const unknown = optionalArray(value, 'unknown').map((at) => (isWhole(at) && at < columns ? at : unexpected()));
  if (cells.length !== columns) throw malformed();
  return {
    cells,
    incomplete: unknown.length === 0 ? undefined : new Set(unknown),
    status: property(value, 'status') === undefined ? 'ok' : statusOf(value),
    error: optionalText(value, 'error') ?? '',
    id: optionalText(value, 'id'),
  };
}

const STATUSES: readonly RowStatus[] = ['ok', ...BY_SEVERITY];

function statusOf(value: Json | undefined): RowStatus {
  return oneOf(STATUSES, property(value, 'status'));
}

const VERDICTS: readonly Finding['verdict'][] = ['fail', 'warn', 'known', 'exempt', 'inconclusive'];

function violationOf(value: Json): StoredViolation {
  return {
    rule: text(value, 'rule'),
    verdict: oneOf(VERDICTS, property(value, 'verdict')),
    item: text(value, 'item'),
    row: optionalText(value, 'row') ?? '',
    column: text(value, 'column'),
    found: property(value, 'found') ?? null,
    since: optionalText(value, 'since'),
  };
}

const RESULTS: readonly Result[] = ['pass', 'violations', 'incomplete', 'error'];

function endOf(line: Json, mailboxes: number): RowsEnd {
  const throttling = property(line, 'throttling');
  const stoppedBy = property(line, 'stoppedBy');
  const waitedMs = property(throttling, 'waitedMs');
  const counts = countsOf(property(line, 'counts'));
  if (counts.mailboxes !== mailboxes || typeof waitedMs !== 'number') throw malformed();
  return {
    counts,
    throttling: { waits: whole(throttling, 'waits'), waitedMs, refused: whole(throttling, 'refused') },
    warnings: texts(line, 'warnings'),
    result: oneOf(RESULTS, property(line, 'result')),
    stoppedBy:
      stoppedBy === undefined ? undefined : { message: text(stoppedBy, 'message'), hint: text(stoppedBy, 'hint') },
    cancelled: property(line, 'cancelled') === true,
  };
}

function countsOf(value: Json | undefined): RowsCounts {
  return {
    ...countsIn(value),
    mailboxes: whole(value, 'mailboxes'),
    read: whole(value, 'read'),
    unreadable: whole(value, 'unreadable'),
  };
}

function countsIn(value: Json | undefined): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(isObject(value) ? value : {}).map((name) => [name, whole(value, name)]));
}

function text(value: Json | undefined, key: string): string {
  return optionalText(value, key) ?? unexpected();
}

function optionalText(value: Json | undefined, key: string): string | undefined {
  const found = property(value, key);
  return found === undefined || typeof found === 'string' ? found : unexpected();
}

function textOrNull(value: Json): string | null {
  return value === null || typeof value === 'string' ? value : unexpected();
}

function texts(value: Json | undefined, key: string): string[] {
  return array(value, key).map((found) => (typeof found === 'string' ? found : unexpected()));
}

function array(value: Json | undefined, key: string): Json[] {
  const found = property(value, key);
  return Array.isArray(found) ? found : unexpected();
}

function optionalArray(value: Json | undefined, key: string): Json[] {
  return property(value, key) === undefined ? [] : array(value, key);
}

function whole(value: Json | undefined, key: string): number {
  const found = property(value, key);
  return isWhole(found) ? found : unexpected();
}

function isWhole(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function time(value: Json | undefined, key: string): Date {
  const found = new Date(text(value, key));
  return Number.isNaN(found.getTime()) ? unexpected() : found;
}

function oneOf<T>(known: readonly T[], value: unknown): T {
  return known.find((one) => one === value) ?? unexpected();
}

function endsEarly(): UnusableRows {
  return new UnusableRows('It ends early.');
}

function malformed(): UnusableRows {
  return new UnusableRows('It has a malformed line.');
}

function unexpected(): never {
  throw malformed();
}
