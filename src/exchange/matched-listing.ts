import { parseJson, type JsonObject } from '../json.ts';
import type { ListingSink } from './listing.ts';
import { mailboxIds, type ListPositions } from './mailbox-keys.ts';

/** Objects that many mailboxes have in common, such as the protocols that are on, are held once. */
const MAX_SHARED = 5_000;

export interface MatchedListingOptions {
  readonly positions: ListPositions;
  /** The properties to hold. */
  readonly hold: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many?: boolean;
  /** Called for an object that matches no address of the list. Returns its position if the list is extended by it. */
  readonly onUnmatched?: (item: JsonObject) => number | undefined;
  readonly onRestart?: () => void;
}

/**
 * Holds the objects of a listing for the mailboxes of the list, as compact texts: some hundred bytes a mailbox, whereas the
 * parsed objects of 100,000 mailboxes would take more than 200 MB.
 */
export class MatchedListing implements ListingSink {
  readonly #options: MatchedListingOptions;
  /** By position. */
  #texts: (string | undefined)[] = [];
  #ranks: (number | undefined)[] = [];
  /** By the ids of their mailbox: objects that no address of the list finds. */
  #others = new Map<string, string>();
  #shared = new Map<string, string>();
  #count = 0;

  constructor(options: MatchedListingOptions) {
    this.#options = options;
  }

  /** The number of objects listed. */
  get count(): number {
    return this.#count;
  }

  restart(): void {
    this.#texts = [];
    this.#ranks = [];
    this.#others = new Map();
    this.#shared = new Map();
    this.#count = 0;
    this.#options.onRestart?.();
  }

  add(items: readonly JsonObject[]): void {
    const { positions, onUnmatched, many } = this.#options;
    this.#count += items.length;
    for (const item of items) {
      const text = this.#pack(item);
      const matches = many === true ? [] : positions.matches(item);
      for (const { position, rank } of matches) {
        if (rank >= (this.#ranks[position] ?? Infinity)) continue;
        this.#texts[position] = text;
        this.#ranks[position] = rank;
      }
      if (matches.length > 0) continue;
      if (onUnmatched === undefined) this.#addOther(item, text);
      else {
        const position = onUnmatched(item);
        if (position !== undefined) this.#texts[position] = text;
      }
    }
  }

  /** The object of a mailbox; undefined if there is none. `ids`: those of the mailbox, if it is known. */
  at(position: number, ids: readonly string[] = []): JsonObject | undefined {
    const text = this.#texts[position] ?? this.#othersOf(ids);
    return text === undefined ? undefined : this.#unpack(text)[0];
  }

  /** The objects of a mailbox, if it may have several. */
  allOf(ids: readonly string[]): JsonObject[] {
    const text = this.#othersOf(ids);
    return text === undefined ? [] : this.#unpack(text);
  }

  #othersOf(ids: readonly string[]): string | undefined {
    const id = ids.find((candidate) => this.#others.has(candidate));
    return id === undefined ? undefined : this.#others.get(id);
  }

  #addOther(item: JsonObject, text: string): void {
    const ids = mailboxIds(item);
    // A grant that belongs to an unknown mailbox may be a grant of any.
    if (ids.length === 0 && this.#options.many === true) throw new TypeError('An object does not name its mailbox');
    for (const id of ids) {
      const earlier = this.#others.get(id);
      if (earlier === undefined) this.#others.set(id, text);
      else if (this.#options.many === true) this.#others.set(id, `${earlier}\n${text}`);
    }
  }

  /** An array with a part for each property: a list of its value, or 0 if the service has left it out. */
  #pack(item: JsonObject): string {
    const text = JSON.stringify(this.#options.hold.map((name) => (Object.hasOwn(item, name) ? [item[name]] : 0)));
    const earlier = this.#shared.get(text);
    if (earlier !== undefined) return earlier;
    if (this.#shared.size < MAX_SHARED) this.#shared.set(text, text);
    return text;
  }

  #unpack(text: string): JsonObject[] {
    return text.split('\n').map((line) => {
      const parts = parseJson(line);
      if (!Array.isArray(parts)) throw new TypeError('no packed object');
      const item: JsonObject = {};
      for (const [at, name] of this.#options.hold.entries()) {
        const part = parts[at];
        if (Array.isArray(part)) item[name] = part[0] ?? null;
      }
      return item;
    });
  }
}
