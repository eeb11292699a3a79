/**
 * Own code instead of a Map: the texts and entries of a Map take four times the memory, and a text would have to be made of
 * each record that is scanned.
 */
import { randomInt } from 'node:crypto';
import { readBackText } from '../../text/csv.ts';

const FIRST_SLOTS = 1_024;
/** 32-bit FNV-1a. https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
const PRIME = 0x01000193;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const NOT_ASCII = 0x80;

/** The mailboxes of an earlier report, numbered from 0 in the order of their first occurrence. All its tables share them. */
export class MailboxNumbers {
  readonly #most: number;
  /** Random, so that a report cannot be made of addresses with the same hash. */
  readonly #seed = randomInt(2 ** 32);
  #size = 0;
  /** Open addressing: a number plus 1 at the place of its hash or after it, 0 where there is none. */
  #slots = new Int32Array(FIRST_SLOTS);
  /** By number. */
  #hashes = new Int32Array(FIRST_SLOTS / 2);
  /** The lower-case addresses in UTF-8, one after another, and where each ends. */
  #names = Buffer.alloc(FIRST_SLOTS * 16);
  #ends = new Uint32Array(FIRST_SLOTS / 2);
  /** The address that is looked for, lower-case. */
  #name = Buffer.alloc(1_024);
  #length = 0;

  /** `most`: how many mailboxes there may be; more are a RangeError. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  /** Undefined if the earlier report does not have the mailbox. */
  get(address: string): number | undefined {
    // As the cell of a CSV, which has an address that a spreadsheet would evaluate with an apostrophe.
    this.#setText(readBackText(address));
    const number = (this.#slots[this.#slot(this.#hash())] ?? 0) - 1;
    return number === -1 ? undefined : number;
  }

  /** The number of a mailbox, as the bytes of its cell in UTF-8. */
  number(cell: Buffer): number {
    this.#setBytes(cell);
    const hash = this.#hash();
    const slot = this.#slot(hash);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    if (this.#size >= this.#most) throw new RangeError(`more than ${this.#most} mailboxes`);
    const number = this.#append(hash);
    this.#slots[slot] = number + 1;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return number;
  }

  *numbers(): Generator<number, void, void> {
    for (let number = 0; number < this.#size; number += 1) yield number;
  }

  #setText(text: string): void {
    const lower = text.toLowerCase();
    if (lower.length * 3 > this.#name.length) this.#name = Buffer.alloc(lower.length * 3);
    this.#length = this.#name.write(lower);
  }

  #setBytes(cell: Buffer): void {
    if (cell.length > this.#name.length) this.#name = Buffer.alloc(cell.length);
    for (let at = 0; at < cell.length; at += 1) {
      const byte = cell[at] ?? 0;
      if (byte >= NOT_ASCII) {
        this.#setText(cell.toString());
        return;
      }
      this.#name[at] = byte >= CAPITAL_A && byte <= CAPITAL_Z ? byte + 0x20 : byte;
    }
    this.#length = cell.length;
  }

  #hash(): number {
    let hash = this.#seed;
    for (let at = 0; at < this.#length; at += 1) hash = Math.imul(hash ^ (this.#name[at] ?? 0), PRIME);
    return hash ^ (hash >>> 15);
  }

  /** The slot of the address, or the free one where it belongs. */
  #slot(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1 || (this.#hashes[number] === hash && this.#isName(number))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isName(number: number): boolean {
    const start = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - start !== this.#length) return false;
    for (let at = 0; at < this.#length; at += 1) {
      if (this.#names[start + at] !== this.#name[at]) return false;
    }
    return true;
  }

  #append(hash: number): number {
    const number = this.#size;
    const start = this.#ends[number - 1] ?? 0;
    const end = start + this.#length;
    if (end > this.#names.length) {
      const larger = Buffer.alloc(Math.max(end, this.#names.length * 2));
      larger.set(this.#names);
      this.#names = larger;
    }
    this.#names.set(this.#name.subarray(0, this.#length), start);
    this.#ends[number] = end;
    this.#hashes[number] = hash;
    this.#size += 1;
    return number;
  }

  #grow(): void {
    const slots = this.#slots.length * 2;
    const hashes = new Int32Array(slots / 2);
    const ends = new Uint32Array(slots / 2);
    hashes.set(this.#hashes);
    ends.set(this.#ends);
    [this.#hashes, this.#ends, this.#slots] = [hashes, ends, new Int32Array(slots)];
    for (let number = 0; number < this.#size; number += 1) {
      let slot = (hashes[number] ?? 0) & (slots - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (slots - 1);
      this.#slots[slot] = number + 1;
    }
  }
}
