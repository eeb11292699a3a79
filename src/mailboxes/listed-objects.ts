import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json } from '../json.ts';
import type { MailboxList } from './mailbox.ts';

/** Finds the positions of addresses in a list. Addresses are compared without case. */
export class ListPositions {
  readonly #positions = new Map<string, number>();

  constructor({ mailboxes }: MailboxList) {
    for (const [index, { address }] of mailboxes.entries()) this.add(address, index);
  }

  add(address: string, position: number): void {
    this.#positions.set(address.toLowerCase(), position);
  }

  of(address: string): number | undefined {
    return this.#positions.get(address.toLowerCase());
  }

  /**
   * The positions that an object names, each with the lowest rank of the names that lead to it.
   *
   * @param names by rank: the most certain first
   */
  ranksOf(names: readonly (readonly string[])[]): ReadonlyMap<number, number> {
    const ranks = new Map<number, number>();
    for (const [rank, addresses] of names.entries()) {
      for (const address of addresses) {
        const position = this.of(address);
        if (position !== undefined && !ranks.has(position)) ranks.set(position, rank);
      }
    }
    return ranks;
  }
}

/**
 * What is kept of the objects of a listing, by key: the position of a mailbox in the list, or an ID. Of the values of a key, those
 * with the lowest rank count. Nearly every key has one value of rank 0, so exceptions are kept apart.
 */
export class ListedObjects<Key, T> {
  readonly #first: Values<Key, T>;
  readonly #others = new Map<Key, T[]>();
  readonly #ranks = new Map<Key, number>();
  readonly #ambiguous = new Set<Key>();
  readonly #many: boolean;

  /**
   * @param many whether a key may have several values; otherwise it is ambiguous then
   * @param first an empty collection
   */
  constructor(many = false, first: Values<Key, T> = new Map<Key, T>()) {
    this.#many = many;
    this.#first = first;
  }

  /** The number of keys. */
  get size(): number {
    return this.#first.size;
  }

  get keys(): Iterable<Key> {
    return this.#first.keys();
  }

  clear(): void {
    for (const part of [this.#first, this.#others, this.#ranks, this.#ambiguous]) part.clear();
  }

  /** Returns whether the key now has the value, or has an equal one. */
  add(key: Key, value: T, rank = 0): boolean {
    const earlier = this.rankOf(key);
    if (earlier === undefined || rank < earlier) {
      this.#first.set(key, value);
      if (rank > 0) this.#ranks.set(key, rank);
      else if (earlier !== undefined) this.#ranks.delete(key);
      if (earlier === undefined) return true;
      this.#others.delete(key);
      this.#ambiguous.delete(key);
      return true;
    }
    if (rank > earlier) return false;
    if (this.#many) {
      const rest = this.#others.get(key);
      if (rest === undefined) this.#others.set(key, [value]);
      else rest.push(value);
      return true;
    }
    if (isDeepStrictEqual(this.#first.get(key), value)) return true;
    // Different accounts, or one that changed between two pages.
    this.#ambiguous.add(key);
    return false;
  }

  has(key: Key): boolean {
    return this.#first.has(key);
  }

  /** Whether a key that can have one value has several. */
  isAmbiguous(key: Key): boolean {
    return this.#ambiguous.has(key);
  }

  /** The rank of a key's values; undefined if there are none. */
  rankOf(key: Key): number | undefined {
    return this.has(key) ? (this.#ranks.get(key) ?? 0) : undefined;
  }

  /** All values of a key; of an ambiguous one, the first. */
  allOf(key: Key): readonly T[] {
    const first = this.#first.get(key);
    return first === undefined ? [] : [first, ...(this.#others.get(key) ?? [])];
  }

  /** The only value of a key; undefined if there is none, or if it is uncertain which. */
  onlyOf(key: Key): T | undefined {
    const first = this.#first.get(key);
    return first === undefined || this.isAmbiguous(key) || this.#others.has(key) ? undefined : first;
  }
}

interface Values<Key, T> extends Pick<Map<Key, T>, 'size' | 'get' | 'has' | 'keys' | 'clear'> {
  set(key: Key, value: T): void;
}

/** Values by positions of a list, nearly all of which have one. A `Map` takes four times the memory. */
export class ByPosition<T extends object> implements Values<number, T> {
  #values: (T | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(position: number): T | undefined {
    return this.#values[position];
  }

  has(position: number): boolean {
    return this.#values[position] !== undefined;
  }

  set(position: number, value: T): void {
    if (!this.has(position)) this.#size += 1;
    // V8 keeps an array without gaps dense.
    while (this.#values.length < position) this.#values.push(undefined);
    this.#values[position] = value;
  }

  *keys(): MapIterator<number> {
    for (const position of this.#values.keys()) if (this.has(position)) yield position;
  }

  clear(): void {
    [this.#values, this.#size] = [[], 0];
  }
}

/** Most texts beyond it are names and IDs, which only one object has. */
const MAX_TEXTS = 10_000;

/** Each answer has its own copies of texts that many objects have, such as types, dates and IDs of licenses. What is kept shares them. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The value, with its texts replaced by equal ones. Objects and arrays are changed in place. */
  of<T extends Json>(value: T): T;
  of(value: Json): Json {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) for (const [at, item] of value.entries()) value[at] = this.of(item);
    else if (isObject(value)) for (const [name, item] of Object.entries(value)) value[name] = this.of(item);
    return value;
  }

  #text(text: string): string {
    const earlier = this.#texts.get(text);
    if (earlier === undefined && this.#texts.size < MAX_TEXTS) this.#texts.set(text, text);
    return earlier ?? text;
  }
}
