import { SpillFile } from '../files/spill-file.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';

export interface ListedObjectsOptions {
  /** The position of each address of the list, in lower case. */
  readonly positions: ReadonlyMap<string, number>;
  /** The properties that name the mailbox of an object, the most certain first. */
  readonly match: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many: boolean;
  /** The part of an object that is needed later. Undefined: all of it. */
  readonly pick?: PartOf | undefined;
  /** Properties of objects to leave out, such as those of deleted users. */
  readonly without?: Readonly<Record<string, Json>> | undefined;
}

/**
 * What a whole listing says about a mailbox. `ambiguous`: several objects are about it, and it can have one. `elsewhere`: it has
 * another address there.
 */
export type Found = 'objects' | 'ambiguous' | 'elsewhere' | 'absent';

/** A part of an object. */
export type PartOf = (item: JsonObject) => JsonObject;

function whole(item: JsonObject): JsonObject {
  return item;
}

interface Held {
  /** The position of the property in `match`. */
  readonly rank: number;
  /** The numbers of its objects in the spill file. */
  readonly entries: number[];
  isAmbiguous: boolean;
}

/** Other properties with addresses or IDs of a mailbox. */
const ADDRESSES = ['userPrincipalName', 'mail', 'proxyAddresses', 'primarySmtpAddress', 'emailAddress', 'id', 'userId'];
/** `displayConcealedNames`: the names of usage reports are MD5 hashes. https://learn.microsoft.com/microsoft-365/admin/activity-reports/activity-reports */
const HASH = /^[0-9a-f]{32}$/i;

/** The positions of a list's addresses. */
export function positionsOf(list: MailboxList): ReadonlyMap<string, number> {
  return new Map(list.mailboxes.map(({ address }, at) => [address.toLowerCase(), at]));
}

/** Holds the objects of a listing for the mailboxes of the list, in a spill file. Addresses are compared without case. */
export class ListedObjects implements ListingSink {
  readonly #options: ListedObjectsOptions;
  readonly #held = new Map<number, Held>();
  readonly #spill = new SpillFile();
  readonly #elsewhere = new Set<number>();
  /** Objects that name a mailbox, and of them those with a hash for a name. */
  #named = 0;
  #hashed = 0;
  #count = 0;

  constructor(options: ListedObjectsOptions) {
    this.#options = options;
  }

  /** The number of objects listed. */
  get count(): number {
    return this.#count;
  }

  /** Whether an object names its mailbox. */
  get hasNames(): boolean {
    return this.#named > 0;
  }

  /** Whether every object names its mailbox. One that does not may be about any. */
  get isNamed(): boolean {
    return this.#named === this.#count;
  }

  /** Whether Microsoft conceals the names. */
  get isConcealed(): boolean {
    return this.#hashed > 0 && this.#hashed === this.#named && this.#held.size === 0;
  }

  get hasMatches(): boolean {
    return this.#held.size > 0;
  }

  restart(): void {
    this.#held.clear();
    this.#elsewhere.clear();
    [this.#named, this.#hashed, this.#count] = [0, 0, 0];
  }

  add(items: readonly JsonObject[]): void {
    const { without = {} } = this.#options;
    for (const item of items) {
      if (Object.entries(without).some(([name, value]) => item[name] === value)) continue;
      this.#count += 1;
      this.#add(item);
    }
  }

  /** Forgets the objects. */
  close(): void {
    this.#spill.close();
  }

  kindAt(position: number): Found {
    const held = this.#held.get(position);
    if (held === undefined) return this.#elsewhere.has(position) ? 'elsewhere' : 'absent';
    return held.isAmbiguous ? 'ambiguous' : 'objects';
  }

  objectsAt(position: number): JsonObject[] {
    return this.#held.get(position)?.entries.map((entry) => parsed(this.#spill, entry)) ?? [];
  }

  #add(item: JsonObject): void {
    const { match, positions } = this.#options;
    const [first] = namesIn(item, match[0] ?? '');
    if (first !== undefined) this.#named += 1;
    if (first !== undefined && HASH.test(first)) this.#hashed += 1;
    const found = new Map<number, number>();
    for (const [rank, name] of match.entries()) {
      for (const address of namesIn(item, name)) {
        const position = positions.get(address.toLowerCase());
        if (position !== undefined && !found.has(position)) found.set(position, rank);
      }
    }
    for (const [position, rank] of found) this.#hold(position, rank, item);
    for (const name of ADDRESSES) {
      if (match.includes(name)) continue;
      for (const address of namesIn(item, name)) {
        const position = positions.get(address.toLowerCase());
        if (position !== undefined && !found.has(position)) this.#elsewhere.add(position);
      }
    }
  }

  #hold(position: number, rank: number, item: JsonObject): void {
    const earlier = this.#held.get(position);
    if (earlier !== undefined && earlier.rank < rank) return;
    const { pick = whole } = this.#options;
    const text = JSON.stringify(pick(item));
    if (earlier === undefined || earlier.rank > rank) {
      this.#held.set(position, { rank, entries: [this.#spill.add(text)], isAmbiguous: false });
    } else if (this.#options.many) {
      earlier.entries.push(this.#spill.add(text));
    } else if (this.#spill.textAt(earlier.entries[0] ?? 0) !== text) {
      // Different accounts, or one that changed between two pages.
      earlier.isAmbiguous = true;
    }
  }
}

/** How the objects of a key, such as millions of sign-ins, become one: `{ [group]: { count, latest } }`. */
export interface Tally {
  /** The property whose values are the groups. */
  readonly by: string;
  /** The property with a time in ISO 8601. */
  readonly latest: string;
}

interface Tallied {
  readonly count: number;
  readonly latest: string | null;
}

export interface KeyedOptions {
  /** The property that both listings have; undefined: all objects are needed for each mailbox. */
  readonly key: string | undefined;
  readonly pick?: PartOf | undefined;
  readonly tally?: Tally | undefined;
}

/** Objects that others name by a key, such as the sign-ins of an account by its ID. */
export class KeyedObjects implements ListingSink {
  readonly #key: string;
  readonly #tally: Tally | undefined;
  readonly #spill = new SpillFile();
  /** The numbers of objects in the spill file. Null: several have the key. */
  readonly #entries = new Map<string, number | null>();
  readonly #tallies = new Map<string, Map<string, Tallied>>();
  #all: JsonObject[] = [];
  readonly #keepsAll: boolean;
  readonly #pick: PartOf;

  constructor({ key, pick = whole, tally }: KeyedOptions) {
    this.#pick = pick;
    this.#key = key ?? '';
    this.#tally = tally;
    this.#keepsAll = key === undefined;
  }

  restart(): void {
    this.#entries.clear();
    this.#tallies.clear();
    this.#all = [];
  }

  add(items: readonly JsonObject[]): void {
    if (this.#keepsAll) {
      this.#all.push(...items);
      return;
    }
    for (const item of items) {
      const [key] = namesIn(item, this.#key);
      if (key === undefined) continue;
      if (this.#tally !== undefined) {
        this.#count(key.toLowerCase(), item, this.#tally);
        continue;
      }
      const [text, folded] = [JSON.stringify(this.#pick(item)), key.toLowerCase()];
      const earlier = this.#entries.get(folded);
      if (earlier === undefined) this.#entries.set(folded, this.#spill.add(text));
      else if (earlier !== null && this.#spill.textAt(earlier) !== text) this.#entries.set(folded, null);
    }
  }

  /** Forgets the objects. */
  close(): void {
    this.#spill.close();
  }

  /** The object beside another, or all objects; undefined if it is not known which. */
  beside(object: JsonObject): Json | undefined {
    if (this.#keepsAll) return this.#all;
    const [key = ''] = namesIn(object, this.#key);
    if (this.#tally !== undefined) {
      const groups = this.#tallies.get(key.toLowerCase());
      return groups && Object.fromEntries([...groups].map(([group, tally]) => [group, { ...tally }]));
    }
    const entry = this.#entries.get(key.toLowerCase());
    return entry === undefined || entry === null ? undefined : parsed(this.#spill, entry);
  }

  /** A time that is missing makes the latest one unknown. */
  #count(key: string, item: JsonObject, { by, latest: property }: Tally): void {
    const [group] = namesIn(item, by);
    if (group === undefined) return;
    const groups = this.#tallies.get(key) ?? new Map<string, Tallied>();
    this.#tallies.set(key, groups);
    const [time = null] = namesIn(item, property);
    const { count, latest } = groups.get(group) ?? { count: 0, latest: time };
    const isKnown = time !== null && latest !== null;
    groups.set(group, { count: count + 1, latest: isKnown ? (time > latest ? time : latest) : null });
  }
}

/** The texts of a property: addresses of `proxyAddresses` without `smtp:`. */
function namesIn(item: JsonObject, name: string): string[] {
  const value = property(item, name);
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part) => (typeof part === 'string' ? (/^(?:smtp:)?([^:]+)$/i.exec(part)?.[1] ?? []) : []));
}

function parsed(spill: SpillFile, entry: number): JsonObject {
  const value = parseJson(spill.textAt(entry));
  if (!isObject(value)) throw new TypeError('no object was held');
  return value;
}
