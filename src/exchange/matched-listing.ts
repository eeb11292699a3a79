import { parseJson, type Json, type JsonObject } from '../json.ts';
import type { ListingSink } from './listing.ts';
import { mailboxIds, type ListPositions, type Match } from './mailbox-keys.ts';
import { PackedTexts } from './packed-texts.ts';

/** The first values of a property are held once, since most have few, such as true and false. */
const MAX_SHARED = 100;

export interface MatchedListingOptions {
  readonly positions: ListPositions;
  /** The properties to hold. */
  readonly hold: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many?: boolean;
  /** Called for an object that matches no address of the list. Returns its position if the list is extended by it. */
  readonly onUnmatched?: (item: JsonObject) => number | undefined;
  /** Called for an object about a mailbox of the list. */
  readonly onMatched?: (item: JsonObject) => void;
  readonly onRestart?: () => void;
}

/**
 * Holds the objects of a listing for the mailboxes of the list, as compact texts: 200 bytes a mailbox at most as a rule, whereas the
 * parsed objects of 100,000 mailboxes would take more than 200 MB.
 */
export class MatchedListing implements ListingSink {
  readonly #options: MatchedListingOptions;
  #texts = new PackedTexts();
  /** By position: the number of the text, and how it matches. */
  #matched: (number | undefined)[] = [];
  #ranks: (number | undefined)[] = [];
  /** Numbers of texts by the ids of their mailbox: objects that no address of the list finds. */
  #others = new Map<string, number[]>();
  /** Values that mailboxes have in common, from 1, and their numbers for each property. */
  readonly #values: Json[] = [0];
  readonly #numbers = new Map<string, Map<Json, number>>();
  #count = 0;

  constructor(options: MatchedListingOptions) {
    this.#options = options;
  }

  /** The number of objects listed. */
  get count(): number {
    return this.#count;
  }

  restart(): void {
    this.#texts = new PackedTexts();
    this.#matched = [];
    this.#ranks = [];
    this.#others = new Map();
    this.#count = 0;
    this.#options.onRestart?.();
  }

  add(items: readonly JsonObject[]): void {
    const { onUnmatched, onMatched } = this.#options;
    this.#count += items.length;
    for (const item of items) {
      const matches = this.#matches(item);
      if (matches.length > 0) {
        this.#addMatched(matches, item);
        onMatched?.(item);
      } else if (onUnmatched === undefined) this.#addOther(item);
    }
  }

  /** Whether there is an object of a mailbox. */
  has(position: number): boolean {
    return this.#matched[position] !== undefined;
  }

  /** The object of a mailbox; undefined if there is none. `ids`: those of the mailbox, if it is known. */
  at(position: number, ids: readonly string[] = []): JsonObject | undefined {
    const text = this.#matched[position] ?? this.#othersOf(ids)?.[0];
    return text === undefined ? undefined : this.#unpack(text);
  }

  /** The objects of a mailbox, if it may have several. */
  allOf(ids: readonly string[]): JsonObject[] {
    return (this.#othersOf(ids) ?? []).map((text) => this.#unpack(text));
  }

  #matches(item: JsonObject): readonly Match[] {
    const { positions, onUnmatched, many } = this.#options;
    const matches = many === true ? [] : positions.matches(item);
    if (matches.length > 0) return matches;
    const position = onUnmatched?.(item);
    return position === undefined ? [] : [{ position, rank: Infinity }];
  }

  #addMatched(matches: readonly Match[], item: JsonObject): void {
    let text: number | undefined;
    for (const { position, rank } of matches) {
      if (rank >= (this.#ranks[position] ?? Infinity) && this.has(position)) continue;
      // Without gaps, which would make a slow table of the array.
      while (this.#matched.length < position) {
        this.#matched.push(undefined);
        this.#ranks.push(undefined);
      }
      text ??= this.#pack(item);
      this.#matched[position] = text;
      this.#ranks[position] = rank;
    }
  }

  #othersOf(ids: readonly string[]): readonly number[] | undefined {
    const id = ids.find((candidate) => this.#others.has(candidate));
    return id === undefined ? undefined : this.#others.get(id);
  }

  #addOther(item: JsonObject): void {
    const ids = mailboxIds(item);
    // A grant that belongs to an unknown mailbox may be a grant of any.
    if (ids.length === 0 && this.#options.many === true) throw new TypeError('An object does not name its mailbox');
    const text = this.#pack(item);
    for (const id of ids) {
      const earlier = this.#others.get(id);
      if (earlier === undefined) this.#others.set(id, [text]);
      else if (this.#options.many === true) earlier.push(text);
    }
  }

  /** The number of a text: an array with a part for each property. */
  #pack(item: JsonObject): number {
    return this.#texts.add(JSON.stringify(this.#options.hold.map((name) => this.#part(item, name))));
  }

  /** 0 if the service has left out the property, the number of a value, or a list of the value. */
  #part(item: JsonObject, name: string): number | [Json] {
    if (!Object.hasOwn(item, name)) return 0;
    const value = item[name] ?? null;
    if (typeof value === 'object' && value !== null) return [value];
    const numbers = this.#numbers.get(name) ?? new Map<Json, number>();
    this.#numbers.set(name, numbers);
    const earlier = numbers.get(value);
    if (earlier !== undefined) return earlier;
    if (numbers.size === MAX_SHARED) return [value];
    const number = this.#values.push(value) - 1;
    numbers.set(value, number);
    return number;
  }

  #unpack(text: number): JsonObject {
    const parts = parseJson(this.#texts.at(text));
    if (!Array.isArray(parts)) throw new TypeError('no packed object');
    const item: JsonObject = {};
    for (const [at, name] of this.#options.hold.entries()) {
      const part = parts[at];
      if (Array.isArray(part)) item[name] = part[0] ?? null;
      else if (typeof part === 'number' && part > 0) item[name] = this.#values[part] ?? null;
    }
    return item;
  }
}
