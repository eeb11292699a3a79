/**
 * Random access to the rows of a mailbox in a CSV that is too large to hold. Own code: csv-parse gives records, but not
 * where they are, and takes longer for 100,000 mailboxes than a run may be slower by.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { CsvDelimiter } from '../text/csv.ts';
import type { MailboxNumbers } from './mailbox-numbers.ts';

const BLOCK_BYTES = 256 * 1024;
/** All rows of one mailbox. */
const MAX_ROWS_BYTES = 64 * 1024 * 1024;
const MAX_COLUMNS = 1_000;
const MAX_NAME_LENGTH = 1_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A CSV of an earlier report cannot be used. The message completes "<file> ...". */
export class MalformedCsv extends Error {
  override readonly name = 'MalformedCsv';
}

/** Where the rows of each mailbox are. */
interface Groups {
  /** Byte offsets by the mailbox's number; -1 if the table does not have it. */
  readonly starts: number[];
  readonly ends: number[];
}

/** A CSV on disk whose rows are found by mailbox. Memory: some 16 bytes a mailbox. */
export class CsvTable {
  readonly columns: readonly string[];
  readonly delimiter: CsvDelimiter;
  /** Whether a mailbox has several rows. */
  readonly hasManyRows: boolean;
  readonly #fd: number;
  readonly #groups: Groups;
  #block: Buffer = Buffer.alloc(0);
  #blockStart = 0;

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
    const scanned = await scan(file, mailboxes);
    return new CsvTable(openSync(file, 'r'), scanned);
  }

  /** The rows of a mailbox in their order, cells in the order of the columns; undefined if it has none. */
  rowsOf(mailbox: number): readonly (readonly string[])[] | undefined {
    const start = this.#groups.starts[mailbox];
    const end = this.#groups.ends[mailbox];
    if (start === undefined || end === undefined || start < 0) return undefined;
    return recordsOf(this.#text(start, end), this.delimiter);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Reads ahead, since the rows are in the order of the list; rows elsewhere are read alone. */
  #text(start: number, end: number): string {
    const isNext = start >= this.#blockStart && start <= this.#blockStart + this.#block.length;
    if (start < this.#blockStart || end > this.#blockStart + this.#block.length) {
      if (!isNext && this.#block.length > 0) return this.#read(start, end - start).toString('utf8');
      this.#block = this.#read(start, Math.max(BLOCK_BYTES, end - start));
      this.#blockStart = start;
    }
    return this.#block.toString('utf8', start - this.#blockStart, end - this.#blockStart);
  }

  #read(start: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(length);
    const read = readSync(this.#fd, buffer, 0, length, start);
    return buffer.subarray(0, read);
  }
}

interface Scanned {
  readonly columns: readonly string[];
  readonly delimiter: CsvDelimiter;
  readonly hasManyRows: boolean;
  readonly groups: Groups;
}

/** The positions of a quote in a cell. https://www.rfc-editor.org/rfc/rfc4180 */
type QuoteState = 'start' | 'plain' | 'quoted' | 'closed';

/** Reads a CSV once, block by block. */
async function scan(file: string, mailboxes: MailboxNumbers): Promise<Scanned> {
  const records = new RecordScanner(mailboxes);
  const handle = await open(file, 'r');
  try {
    let pending: Buffer = Buffer.alloc(0);
    let offset = 0;
    for (;;) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(4 * BLOCK_BYTES), 0, 4 * BLOCK_BYTES);
      if (bytesRead === 0) break;
      const block = Buffer.concat([pending, buffer.subarray(0, bytesRead)]);
      const used = records.add(block, offset, pending.length);
      pending = block.subarray(used);
      offset += used;
      if (pending.length > MAX_ROWS_BYTES) throw new MalformedCsv('has a record that is too large');
    }
    if (pending.length > 0) records.end(pending, offset);
    return records.result();
  } finally {
    await handle.close();
  }
}

class RecordScanner {
  readonly #mailboxes: MailboxNumbers;
  readonly #groups: Groups = { starts: [], ends: [] };
  #header:
    { readonly columns: readonly string[]; readonly delimiter: CsvDelimiter; readonly mailbox: number } | undefined;
  #state: QuoteState = 'start';
  #delimiter = -1;
  #cells = 1;
  #last = -1;
  #hasManyRows = false;

  constructor(mailboxes: MailboxNumbers) {
    this.#mailboxes = mailboxes;
  }

  /** Takes the complete records of a block; returns how many bytes they have. `from`: what was scanned before. */
  add(block: Buffer, offset: number, from: number): number {
    let start = 0;
    let state = this.#state;
    for (let at = from; at < block.length; at += 1) {
      const byte = block[at];
      if (state === 'quoted') {
        if (byte === QUOTE) state = 'closed';
      } else if (byte === LINE_FEED) {
        this.#record(block, start, at + 1, offset);
        start = at + 1;
        state = 'start';
      } else if (byte === QUOTE) {
        // A quote after a closing one is an escaped quote; one inside a plain cell is malformed.
        if (state === 'plain' && !isByteOrderMark(block, at, offset)) throw new MalformedCsv('has a stray quote');
        state = 'quoted';
      } else if (byte === this.#delimiter || (this.#header === undefined && (byte === COMMA || byte === SEMICOLON))) {
        this.#cells += 1;
        state = 'start';
      } else if (state === 'closed') {
        if (byte !== CARRIAGE_RETURN) throw new MalformedCsv('has text after a closing quote');
      } else state = 'plain';
    }
    this.#state = state;
    return start;
  }

  /** The last record, if no line end follows it. */
  end(rest: Buffer, offset: number): void {
    if (this.#state === 'quoted') throw new MalformedCsv('ends inside a quoted cell');
    this.#record(rest, 0, rest.length, offset);
  }

  result(): Scanned {
    if (this.#header === undefined) throw new MalformedCsv('is empty');
    return { ...this.#header, hasManyRows: this.#hasManyRows, groups: this.#groups };
  }

  #record(block: Buffer, start: number, end: number, offset: number): void {
    const cells = this.#cells;
    this.#cells = 1;
    if (this.#header === undefined) {
      this.#header = headerOf(block.toString('utf8', start, end));
      this.#delimiter = this.#header.delimiter.charCodeAt(0);
      return;
    }
    const { columns, delimiter, mailbox } = this.#header;
    if (cells !== columns.length)
      throw new MalformedCsv(`has a record with ${cells} cells and ${columns.length} columns`);
    const name = mailbox === 0 ? firstCell(block, start, end, this.#delimiter) : undefined;
    this.#addRow(name ?? cellsOf(lineOf(block.toString('utf8', start, end)), delimiter)[mailbox] ?? '', {
      start: start + offset,
      end: end + offset,
    });
  }

  #addRow(name: string, { start, end }: { readonly start: number; readonly end: number }): void {
    const { starts, ends } = this.#groups;
    if (name === '' || name.length > MAX_NAME_LENGTH) throw new MalformedCsv('has a record without a mailbox');
    const number = this.#mailboxes.number(name);
    if (number !== this.#last) {
      while (starts.length <= number) {
        starts.push(-1);
        ends.push(-1);
      }
      if ((starts[number] ?? -1) >= 0) throw new MalformedCsv('does not have the rows of each mailbox together');
      starts[number] = start;
      this.#last = number;
    } else this.#hasManyRows = true;
    ends[number] = end;
    if (end - (starts[number] ?? 0) > MAX_ROWS_BYTES) throw new MalformedCsv('has too many rows of one mailbox');
  }
}

/** Undefined for a quoted cell. */
function firstCell(block: Buffer, start: number, end: number, delimiter: number): string | undefined {
  if (block[start] === QUOTE) return undefined;
  let at = start;
  while (at < end && block[at] !== delimiter && block[at] !== CARRIAGE_RETURN && block[at] !== LINE_FEED) at += 1;
  return block.toString('utf8', start, at);
}

/** A quote right after the byte order mark starts the first cell. */
function isByteOrderMark(block: Buffer, at: number, offset: number): boolean {
  return offset === 0 && at === 3 && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
}

function headerOf(text: string): {
  readonly columns: readonly string[];
  readonly delimiter: CsvDelimiter;
  readonly mailbox: number;
} {
  const line = lineOf(text.replace(/^\uFEFF/, ''));
  const delimiter = /^[^,]*;/.test(line) ? ';' : ',';
  const columns = cellsOf(line, delimiter);
  const mailbox = columns.indexOf('MailboxName');
  if (mailbox === -1) throw new MalformedCsv('has no column MailboxName');
  if (columns.length > MAX_COLUMNS) throw new MalformedCsv('has too many columns');
  if (new Set(columns).size < columns.length) throw new MalformedCsv('has a column twice');
  return { columns, delimiter, mailbox };
}

function lineOf(record: string): string {
  return record.replace(/\r?\n$/, '');
}

/** The cells of one record without its line end. The record must be well-formed. */
function cellsOf(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      let end = at + 1;
      while (end < record.length && (record[end] !== '"' || record[end + 1] === '"'))
        end += record[end] === '"' ? 2 : 1;
      cells.push(record.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const end = record.indexOf(delimiter, at);
      cells.push(record.slice(at, end === -1 ? undefined : end));
      at = end === -1 ? record.length : end;
    }
    if (at >= record.length) return cells;
    at += delimiter.length;
  }
}

/** The records of a text that the scanner accepted. */
function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  if (!text.includes('"')) {
    for (const line of text.split('\n')) {
      if (line !== '') records.push((line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
    }
    return records;
  }
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) quoted = !quoted;
    else if (character === LINE_FEED && !quoted) {
      records.push(cellsOf(lineOf(text.slice(start, at + 1)), delimiter));
      start = at + 1;
    }
  }
  if (start < text.length) records.push(cellsOf(text.slice(start), delimiter));
  return records;
}
