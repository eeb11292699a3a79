import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeError, UserError } from '../errors.ts';

/** Bytes that are collected before they are written to the disk. */
const CHUNK = 64 * 1024;
/** Bytes that are read at once, since most entries are read in the order in which they were added. */
const READ = 16 * 1024;

/**
 * Entries that wait on the disk until they are needed, since those of a large tenant would take most of the memory. The file has no
 * name, so that nothing is left of it when the process ends.
 */
export class SpillFile {
  #file: number | undefined;
  /** Where each entry starts, and the next one will. */
  readonly #starts = [0];
  /** The bytes that are in the file. */
  #written = 0;
  readonly #chunk = Buffer.allocUnsafe(CHUNK);
  #read = { start: 0, bytes: Buffer.alloc(0) };

  /** Adds an entry and returns its number. The first one has 0. Throws the UserError `OUTPUT_UNWRITABLE`. */
  add(entry: string | Buffer): number {
    const bytes = typeof entry === 'string' ? Buffer.from(entry) : entry;
    const start = this.#end;
    if (start + bytes.length - this.#written > CHUNK) this.#write(this.#chunk.subarray(0, start - this.#written));
    if (bytes.length > CHUNK) this.#write(bytes);
    else bytes.copy(this.#chunk, start - this.#written);
    return this.#starts.push(start + bytes.length) - 2;
  }

  /** The number of entries. */
  get length(): number {
    return this.#starts.length - 1;
  }

  /** The bytes of an entry. */
  at(number: number): Buffer {
    const [start, end] = [this.#starts[number], this.#starts[number + 1]];
    if (start === undefined || end === undefined) throw new RangeError(`no entry ${number}`);
    if (start >= this.#written) return Buffer.from(this.#chunk.subarray(start - this.#written, end - this.#written));
    const { start: first, bytes } = this.#read;
    if (start < first || end > first + bytes.length) this.#readFrom(start, end - start);
    return this.#read.bytes.subarray(start - this.#read.start, end - this.#read.start);
  }

  textAt(number: number): string {
    return this.at(number).toString();
  }

  /** Gives the space on the disk back. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  get #end(): number {
    return this.#starts.at(-1) ?? 0;
  }

  #readFrom(start: number, least: number): void {
    const bytes = Buffer.allocUnsafe(Math.max(least, Math.min(READ, this.#written - start)));
    if (this.#file === undefined || readSync(this.#file, bytes, 0, bytes.length, start) < bytes.length)
      throw new Error('a temporary file was closed or cut');
    this.#read = { start, bytes };
  }

  #write(bytes: Buffer): void {
    try {
      this.#file ??= openUnnamed();
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
      this.#written += bytes.length;
    } catch (error) {
      throw new UserError('OUTPUT_UNWRITABLE', `A temporary file cannot be written: ${describeError(error)}.`, {
        hint: `Make room in ${os.tmpdir()}, or set TMPDIR (on Windows: TEMP) to a folder that has room and that this step may write to.`,
        cause: error,
      });
    }
  }
}

/** A file that only this process has: it is removed while it is open. */
function openUnnamed(): number {
  const name = path.join(os.tmpdir(), `mailbox-report-${randomUUID()}`);
  const file = openSync(name, 'wx+', 0o600);
  unlinkSync(name);
  return file;
}
