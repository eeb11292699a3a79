import { createHash } from 'node:crypto';
import type { UnreadableStatus } from '../../graph/outcome.ts';
import type { QueryResult } from '../../graph/query.ts';
import { isObject, property, type Json } from '../../json.ts';
import { isMailboxId } from '../../mailboxes/address.ts';
import { MAX_LIST_BYTES } from '../../mailboxes/list-file.ts';
import { mailboxList, type Duplicate, type Mailbox, type MailboxList } from '../../mailboxes/mailbox.ts';
import { MAX_SHARDS } from '../../mailboxes/shard.ts';
import type { RowCells } from '../../reports/rows.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { checkSize } from '../../reports/expressions/evaluation.ts';
import type { GzipLines } from './gzip-lines.ts';
import {
  SHARD_FORMAT,
  SHARD_VERSION,
  type ShardCertificate,
  type ShardHeader,
  type ShardReport,
  type ShardRun,
} from './header.ts';
import { MAX_WARNINGS, type ShardEnd } from './lines.ts';
import { UnusableShard } from './unusable.ts';
import { array, digest, integer, isInteger, malformed, parsed, text, tuple, unexpected } from './values.ts';

// Everything in an artifact is hostile: any job of the run can upload one.

const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const MAX_LIST_LINE_BYTES = 4 * 1024;
const MAX_END_BYTES = 1024 * 1024;
/** All lines of a mailbox. The reader allows 64 Mi characters of responses, and the paths of folders repeat their parents. */
const MAX_MAILBOX_BYTES = 256 * 1024 * 1024;
const MAX_FILES = 100_000;
const MAX_REPORTS = 1_000;
const MAX_NUMBER = 1_000_000_000;

/** Reads the first line of a shard file. Rejects with an `UnusableShard`. */
export async function readHeader(lines: GzipLines): Promise<ShardHeader> {
  const header = parsed(await lines.next(MAX_HEADER_BYTES));
  if (property(header, 'format') !== SHARD_FORMAT) throw new UnusableShard('It is not the file of a shard.');
  if (property(header, 'version') !== SHARD_VERSION) {
    throw new UnusableShard('Another version of the action wrote it.');
  }
  const of = integer(header, 'of', 1, MAX_SHARDS);
  const list = property(header, 'list');
  const run: ShardRun = {
    of,
    listDigest: digest(list, 'digest'),
    listLength: integer(list, 'length', 1, MAX_LIST_BYTES),
    listFiles: array(list, 'files', MAX_FILES).map((file) => text(file)),
    duplicateCount: integer(list, 'duplicateCount', 0, MAX_LIST_BYTES),
    duplicates: array(list, 'duplicates', 10).map(duplicateOf),
    reports: array(header, 'reports', MAX_REPORTS).map(reportOf),
    cloud: text(property(header, 'cloud')),
    tenant: text(property(header, 'tenant')),
  };
  return {
    number: integer(header, 'shard', 1, of),
    run,
    started: text(property(header, 'started')),
    attempt: integer(header, 'attempt', 1, MAX_NUMBER),
    certificate: certificateOf(property(header, 'certificate')),
  };
}

/** Reads the list, which follows the header. Rejects with an `UnusableShard` if it is not the list of the header. */
export async function readList(lines: GzipLines, run: ShardRun): Promise<MailboxList> {
  const { listLength, listFiles, listDigest, duplicateCount, duplicates } = run;
  const hash = createHash('sha256');
  const mailboxes: Mailbox[] = [];
  let characters = 0;
  let lastFile = 0;
  for (let position = 0; position < listLength; position += 1) {
    const line = await lines.next(MAX_LIST_LINE_BYTES);
    hash.update(`${line ?? ''}\n`);
    const [address, number, fileNumber] = tuple(parsed(line), 3);
    const file = typeof fileNumber === 'number' && fileNumber >= lastFile ? listFiles[fileNumber] : undefined;
    if (typeof address !== 'string' || !isMailboxId(address) || !isInteger(number, 1, MAX_NUMBER)) throw malformed();
    characters += address.length;
    // The mailboxes of a file follow one another.
    if (file === undefined || typeof fileNumber !== 'number' || characters > MAX_LIST_BYTES) throw malformed();
    lastFile = fileNumber;
    mailboxes.push({ address, file, line: number });
  }
  if (hash.digest('hex') !== listDigest) throw new UnusableShard('Its mailbox list does not match its digest.');
  const list = mailboxList(mailboxes, listFiles);
  if (list.duplicateCount > 0) throw new UnusableShard('Its mailbox list repeats an address.');
  return { ...list, duplicateCount, duplicates };
}

/** Reads the results of the mailbox at a position, one for each report. Rejects with an `UnusableShard`. */
export async function readMailbox(
  lines: GzipLines,
  position: number,
  reports: readonly ReportDefinition[],
): Promise<QueryResult<RowCells[]>[]> {
  let bytesLeft = MAX_MAILBOX_BYTES;
  const next = async (): Promise<Json> => {
    const line = await lines.next(bytesLeft);
    bytesLeft -= line?.length ?? 0;
    return parsed(line);
  };
  const [at, ...counts] = tuple(await next(), reports.length + 1);
  if (at !== position) throw malformed();
  const results: QueryResult<RowCells[]>[] = [];
  for (const [number, report] of reports.entries()) {
    const found = counts[number];
    if (typeof found !== 'number') {
      results.push(failureOf(found));
      continue;
    }
    const rowsExpected = report.rows === undefined ? isInteger(found, 1, 1) : isInteger(found, 0, MAX_NUMBER);
    if (!rowsExpected) throw malformed();
    const columns = Object.keys(report.columns).length;
    const value: RowCells[] = [];
    while (value.length < found) value.push(rowOf(await next(), columns));
    results.push({ status: 'ok', value });
  }
  return results;
}

/** Reads the last line, and the end of the file. Rejects with an `UnusableShard`. */
export async function readEnd(lines: GzipLines): Promise<ShardEnd> {
  const line = parsed(await lines.next(MAX_END_BYTES));
  const end = property(line, 'end');
  if (!isObject(end)) throw malformed();
  const throttling = property(end, 'throttling');
  const stoppedBy = property(end, 'stoppedBy');
  const warnings = array(end, 'warnings', MAX_WARNINGS).map((warning) => text(warning));
  const waited = property(throttling, 'waitedMs');
  // Also checks the checksum of the compressed file.
  if ((await lines.next(0)) !== undefined || typeof waited !== 'number' || waited < 0) throw malformed();
  return {
    throttling: {
      waits: integer(throttling, 'waits', 0, MAX_NUMBER),
      waitedMs: waited,
      refused: integer(throttling, 'refused', 0, Number.MAX_SAFE_INTEGER),
    },
    warnings,
    stoppedBy:
      stoppedBy === undefined
        ? undefined
        : { message: text(property(stoppedBy, 'message')), hint: text(property(stoppedBy, 'hint')) },
  };
}

function rowOf(line: Json, columns: number): RowCells {
  if (!Array.isArray(line) || line.length > 4) throw malformed();
  const [cells, positions = [], failure = null, id] = line;
  if (!Array.isArray(cells) || cells.length !== columns || !Array.isArray(positions)) throw malformed();
  for (const cell of cells) checkCell(cell);
  const incomplete = positions.map((position) => (isInteger(position, 0, columns - 1) ? position : unexpected()));
  return {
    cells,
    incomplete: incomplete.length === 0 ? undefined : new Set(incomplete),
    ...(failure === null ? {} : { failure: failureOf(failure) }),
    ...(typeof id === 'string' ? { id } : {}),
  };
}

/** Deep nesting would overflow the stack later. */
function checkCell(cell: Json): void {
  if (typeof cell !== 'object') return;
  try {
    checkSize(cell);
  } catch {
    throw malformed();
  }
}

const UNREADABLE: Readonly<Record<UnreadableStatus, true>> = {
  'not-found': true,
  'no-mailbox': true,
  'access-denied': true,
  throttled: true,
  failed: true,
  cancelled: true,
};

function isUnreadableStatus(status: Json | undefined): status is UnreadableStatus {
  return typeof status === 'string' && Object.hasOwn(UNREADABLE, status);
}

function failureOf(value: Json | undefined): { readonly status: UnreadableStatus; readonly error: string } {
  const [status, error] = tuple(value, 2);
  if (!isUnreadableStatus(status) || typeof error !== 'string') throw malformed();
  return { status, error };
}

function duplicateOf(value: Json): Duplicate {
  const [mailbox, firstAt] = tuple(value, 2);
  return { mailbox: mailboxOf(mailbox), firstAt: mailboxOf(firstAt) };
}

function mailboxOf(value: Json | undefined): Mailbox {
  const [address, file] = [text(property(value, 'address')), text(property(value, 'file'))];
  return { address, file, line: integer(value, 'line', 1, MAX_NUMBER) };
}

function reportOf(value: Json): ShardReport {
  return { name: text(property(value, 'name')), digest: digest(value, 'digest') };
}

function certificateOf(value: Json | undefined): ShardCertificate | undefined {
  if (value === undefined) return undefined;
  const thumbprint = property(value, 'thumbprint');
  const notAfter = new Date(text(property(value, 'expires')));
  if (typeof thumbprint !== 'string' || !/^[0-9A-F]{40}$/.test(thumbprint) || Number.isNaN(notAfter.getTime())) {
    throw malformed();
  }
  return { notAfter, thumbprint };
}
