import { open } from 'node:fs/promises';
import { MAILBOX_COLUMN } from '../../reports/definition.ts';
import type { CsvDelimiter } from '../../text/csv.ts';
import { cellsOf, lineOf, MalformedCsv, unquoted } from './csv-record.ts';
import type { MailboxNumbers } from './mailbox-numbers.ts';

/** Bytes that are read at once. */
const BLOCK_BYTES = 1024 * 1024;
/** All rows of one mailbox. */
const MAX_ROWS_BYTES = 64 * 1024 * 1024;
const MAX_COLUMNS = 1_000;
const MAX_NAME_BYTES = 1_000;
const FIRST_MAILBOXES = 1_024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where the rows of each mailbox are, by its number. */
export interface Groups {
  /** Byte offset of the first row plus 1; 0, or too short, if the table does not have the mailbox. */
  readonly starts: Uint32Array;
  /** Byte offset after the last row. */
  readonly ends: Uint32Array;
}

/** A CSV that was checked. */
export interface Scanned {
  readonly columns: readonly string[];
  readonly delimiter: CsvDelimiter;
  readonly hasManyRows: boolean;
  readonly groups: Groups;
}

/** The positions of a quote in a cell. https://www.rfc-editor.org/rfc/rfc4180 */
type QuoteState = 'start' | 'plain' | 'quoted' | 'closed';

/**
 * Reads a CSV of at most 4 GiB once, block by block. Rejects with a `MalformedCsv`, or a RangeError for too many mailboxes.
 */
export async function scanCsv(file: string, mailboxes: MailboxNumbers): Promise<Scanned> {
  const records = new RecordScanner(mailboxes);
  const handle = await open(file, 'r');
  try {
    // One buffer, since blocks become garbage faster than V8 collects it.
    let block = Buffer.allocUnsafe(BLOCK_BYTES);
    let held = 0;
    let offset = 0;
    for (;;) {
      if (held > MAX_ROWS_BYTES) throw new MalformedCsv('has a record that is too large');
      if (held === block.length) block = Buffer.concat([block], block.length * 2);
      const { bytesRead } = await handle.read(block, held, block.length - held);
      if (bytesRead === 0) break;
      const end = held + bytesRead;
      const used = records.add(block.subarray(0, end), offset, held);
      block.copyWithin(0, used, end);
      held = end - used;
      offset += used;
    }
    if (held > 0) records.end(block.subarray(0, held), offset);
    return records.result();
  } finally {
    await handle.close();
  }
}

class RecordScanner {
  readonly #mailboxes: MailboxNumbers;
  #starts = new Uint32Array(FIRST_MAILBOXES);
  #ends = new Uint32Array(FIRST_MAILBOXES);
  #header: { readonly columns: readonly string[]; readonly delimiter: CsvDelimiter } | undefined;
  /** Position of the cell with the mailbox. */
  #mailbox = -1;
  /** By byte, 1 for those that end a plain cell or are not allowed in it. Both delimiters until the header is known. */
  readonly #special = specialBytes([COMMA, SEMICOLON]);
  #state: QuoteState = 'start';
  /** Of the record that is scanned: the position of the cell, and where that with the mailbox starts and ends in it. */
  #cell = 0;
  #nameStart = 0;
  #nameEnd = 0;
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
      if (state === 'quoted') {
        const quote = block.indexOf(QUOTE, at);
        at = quote === -1 ? block.length : quote;
        if (quote !== -1) state = 'closed';
        continue;
      }
      const byte = block[at] ?? 0;
      if (byte === LINE_FEED) {
        this.#record(block, start, at, at + 1, offset);
        start = at + 1;
        state = 'start';
      } else if (byte === QUOTE) {
        // A quote after a closing one is an escaped quote; one inside a plain cell is malformed.
        if (state === 'plain' && !isByteOrderMark(block, at, offset)) throw new MalformedCsv('has a stray quote');
        state = 'quoted';
      } else if (this.#special[byte] === 1) {
        this.#endCell(at - start);
        state = 'start';
      } else if (state === 'closed') {
        if (byte !== CARRIAGE_RETURN) throw new MalformedCsv('has text after a closing quote');
      } else {
        state = 'plain';
        at = endOfPlain(block, at, this.#special) - 1;
      }
    }
    this.#state = state;
    return start;
  }

  /** `at`: position of the delimiter in the record. */
  #endCell(at: number): void {
    if (this.#cell === this.#mailbox) this.#nameEnd = at;
    this.#cell += 1;
    if (this.#cell === this.#mailbox) this.#nameStart = at + 1;
  }

  /** The last record, if no line end follows it. */
  end(rest: Buffer, offset: number): void {
    if (this.#state === 'quoted') throw new MalformedCsv('ends inside a quoted cell');
    this.#record(rest, 0, rest.length, rest.length, offset);
  }

  result(): Scanned {
    if (this.#header === undefined) throw new MalformedCsv('is empty');
    const groups = { starts: this.#starts, ends: this.#ends };
    return { ...this.#header, hasManyRows: this.#hasManyRows, groups };
  }

  /** `lineFeed`: where its line ends; `end`: where the next one starts. */
  #record(block: Buffer, start: number, lineFeed: number, end: number, offset: number): void {
    const cells = this.#cell + 1;
    if (this.#cell === this.#mailbox)
      this.#nameEnd = lineFeed - (block[lineFeed - 1] === CARRIAGE_RETURN ? 1 : 0) - start;
    const [nameStart, nameEnd] = [start + this.#nameStart, start + this.#nameEnd];
    this.#cell = 0;
    this.#nameStart = 0;
    if (this.#header === undefined) {
      this.#header = headerOf(block.toString('utf8', start, end));
      this.#mailbox = this.#header.columns.indexOf(MAILBOX_COLUMN);
      this.#special.set(specialBytes([this.#header.delimiter.charCodeAt(0)]));
      return;
    }
    const { columns } = this.#header;
    if (cells !== columns.length)
      throw new MalformedCsv(`has a record with ${cells} cells and ${columns.length} columns`);
    this.#addRow(this.#numberOf(block, nameStart, nameEnd), start + offset, end + offset);
  }

  #numberOf(block: Buffer, start: number, end: number): number {
    const isQuoted = block[start] === QUOTE;
    const name = isQuoted ? Buffer.from(unquoted(block.toString('utf8', start, end))) : block.subarray(start, end);
    if (name.length === 0 || name.length > MAX_NAME_BYTES) throw new MalformedCsv('has a record without a mailbox');
    return this.#mailboxes.number(name);
  }

  #addRow(number: number, start: number, end: number): void {
    if (number !== this.#last) {
      while (this.#starts.length <= number) {
        this.#starts = doubled(this.#starts);
        this.#ends = doubled(this.#ends);
      }
      if (this.#starts[number] !== 0) throw new MalformedCsv('does not have the rows of each mailbox together');
      this.#starts[number] = start + 1;
      this.#last = number;
    } else this.#hasManyRows = true;
    this.#ends[number] = end;
    if (end - (this.#starts[number] ?? 0) >= MAX_ROWS_BYTES) throw new MalformedCsv('has too many rows of one mailbox');
  }
}

function specialBytes(delimiters: readonly number[]): Uint8Array {
  const special = new Uint8Array(256);
  for (const byte of [QUOTE, LINE_FEED, ...delimiters]) special[byte] = 1;
  return special;
}

/** A loop of its own, since it passes over nearly all bytes. */
function endOfPlain(block: Buffer, from: number, special: Uint8Array): number {
  let at = from;
  while (at < block.length && special[block[at] ?? 0] === 0) at += 1;
  return at;
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A quote right after the byte order mark starts the first cell. */
function isByteOrderMark(block: Buffer, at: number, offset: number): boolean {
  return offset === 0 && at === 3 && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
}

function headerOf(text: string): { readonly columns: readonly string[]; readonly delimiter: CsvDelimiter } {
  const line = lineOf(text.replace(/^\uFEFF/, ''));
  const delimiter = /^[^,]*;/.test(line) ? ';' : ',';
  const columns = cellsOf(line, delimiter);
  if (!columns.includes(MAILBOX_COLUMN)) throw new MalformedCsv(`has no column ${MAILBOX_COLUMN}`);
  if (columns.length > MAX_COLUMNS) throw new MalformedCsv('has too many columns');
  if (new Set(columns).size < columns.length) throw new MalformedCsv('has a column twice');
  return { columns, delimiter };
}
