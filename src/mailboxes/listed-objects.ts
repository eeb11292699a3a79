import { isDeepStrictEqual } from 'node:util';
import type { MailboxList } from './mailbox.ts';

/** Finds the positions of addresses in a list. Addresses are compared without case. */
export class ListPositions {
  readonly #positions = new Map<string, number>();

  constructor({ mailboxes }: MailboxList) {
    for (const [at, { address }] of mailboxes.entries()) this.add(address, at);
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

interface Held<T> {
  readonly rank: number;
  readonly values: T[];
  isAmbiguous: boolean;
}

/**
 * What is kept of the objects of a listing, by key: the position of a mailbox in the list, or an ID. Of the values of a key, those
 * with the lowest rank count.
 */
export class ListedObjects<Key, T> {
  readonly #held = new Map<Key, Held<T>>();
  readonly #many: boolean;

  /** @param many whether a key may have several values; otherwise it is ambiguous then */
  constructor(many = false) {
    this.#many = many;
  }

  /** The number of keys. */
  get size(): number {
    return this.#held.size;
  }

  clear(): void {
    this.#held.clear();
  }

  /** Returns whether the key now has the value, or has an equal one. */
  add(key: Key, value: T, rank = 0): boolean {
    const held = this.#held.get(key);
    if (held === undefined || rank < held.rank) {
      this.#held.set(key, { rank, values: [value], isAmbiguous: false });
      return true;
    }
    if (rank > held.rank) return false;
    if (this.#many) {
      held.values.push(value);
      return true;
    }
    if (isDeepStrictEqual(held.values[0], value)) return true;
    // Different accounts, or one that changed between two pages.
    held.isAmbiguous = true;
    return false;
  }

  has(key: Key): boolean {
    return this.#held.has(key);
  }

  /** Whether a key that can have one value has several. */
  isAmbiguous(key: Key): boolean {
    return this.#held.get(key)?.isAmbiguous === true;
  }

  /** The rank of a key's values; undefined if there are none. */
  rankOf(key: Key): number | undefined {
    return this.#held.get(key)?.rank;
  }

  /** All values of a key; of an ambiguous one, the first. */
  allOf(key: Key): readonly T[] {
    return this.#held.get(key)?.values ?? [];
  }

  /** The only value of a key; undefined if there is none, or if it is uncertain which. */
  onlyOf(key: Key): T | undefined {
    const held = this.#held.get(key);
    return held === undefined || held.isAmbiguous || held.values.length > 1 ? undefined : held.values[0];
  }
}
