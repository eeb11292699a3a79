import { property, type Json, type JsonObject } from '../json.ts';
import { ByPosition, ListedObjects, SharedTexts, type ListPositions } from '../mailboxes/listed-objects.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';

/** A part of an object. */
export type PartOf = (item: JsonObject) => JsonObject;

export interface MatchRule {
  /** The properties that name the mailbox of an object, the most certain first. */
  readonly match: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many: boolean;
  /** The part of an object that is needed later. Undefined: all of it. */
  readonly pick?: PartOf | undefined;
  /** Properties of objects to leave out, such as those of deleted users. */
  readonly without?: Readonly<Record<string, Json>> | undefined;
}

/** What a whole listing says about a mailbox. `elsewhere`: it has another address there. */
export type Presence = 'objects' | 'ambiguous' | 'elsewhere' | 'absent';

/** Other properties with addresses or IDs of a mailbox. */
const ADDRESSES = ['userPrincipalName', 'mail', 'proxyAddresses', 'primarySmtpAddress', 'emailAddress', 'id', 'userId'];
/** `displayConcealedNames`: the names of usage reports are MD5 hashes. https://learn.microsoft.com/microsoft-365/admin/activity-reports/activity-reports */
const HASH = /^[0-9a-f]{32}$/i;

function whole(item: JsonObject): JsonObject {
  return item;
}

/** The objects of a listing for the mailboxes of the list. */
export class MailboxObjects implements ListingSink {
  readonly #rule: MatchRule;
  readonly #positions: ListPositions;
  readonly #wholePositions: ListPositions;
  readonly #objects: ListedObjects<number, JsonObject>;
  readonly #elsewhere = new Set<number>();
  readonly #texts = new SharedTexts();
  /** Objects that name a mailbox, and of them those with a hash for a name. */
  #withName = 0;
  #withHash = 0;
  #count = 0;
  #hasMatches = false;

  /** @param wholePositions those of the whole list, of which a shard reads a part */
  constructor(positions: ListPositions, rule: MatchRule, wholePositions = positions) {
    this.#positions = positions;
    this.#wholePositions = wholePositions;
    this.#rule = rule;
    this.#objects = new ListedObjects(rule.many, new ByPosition());
  }

  /** The number of objects listed. */
  get count(): number {
    return this.#count;
  }

  /** Whether an object names its mailbox. */
  get hasNames(): boolean {
    return this.#withName > 0;
  }

  /** Whether every object names its mailbox. One that does not may be about any. */
  get isNamed(): boolean {
    return this.#withName === this.#count;
  }

  /** Whether Microsoft conceals the names. */
  get isConcealed(): boolean {
    return this.#withHash > 0 && this.#withHash === this.#withName && !this.hasMatches;
  }

  /** Whether an object is of a mailbox of the whole list. */
  get hasMatches(): boolean {
    return this.#hasMatches;
  }

  restart(): void {
    this.#objects.clear();
    this.#elsewhere.clear();
    [this.#withName, this.#withHash, this.#count, this.#hasMatches] = [0, 0, 0, false];
  }

  add(items: readonly JsonObject[]): void {
    const { without = {} } = this.#rule;
    for (const item of items) {
      if (Object.entries(without).some(([name, value]) => item[name] === value)) continue;
      this.#count += 1;
      this.#add(item);
    }
  }

  presenceAt(position: number): Presence {
    if (this.#objects.isAmbiguous(position)) return 'ambiguous';
    if (this.#objects.has(position)) return 'objects';
    return this.#elsewhere.has(position) ? 'elsewhere' : 'absent';
  }

  objectsAt(position: number): readonly JsonObject[] {
    return this.#objects.allOf(position);
  }

  #add(item: JsonObject): void {
    const { match, pick = whole } = this.#rule;
    const names = match.map((name) => namesIn(item, name));
    const first = names[0]?.[0];
    if (first !== undefined) this.#withName += 1;
    if (first !== undefined && HASH.test(first)) this.#withHash += 1;
    const ranks = this.#positions.ranksOf(names);
    this.#hasMatches ||= ranks.size > 0 || this.#wholePositions.ranksOf(names).size > 0;
    if (ranks.size > 0) {
      const part = this.#texts.of(pick(item));
      for (const [position, rank] of ranks) this.#objects.add(position, part, rank);
    }
    for (const name of ADDRESSES) {
      if (match.includes(name)) continue;
      for (const address of namesIn(item, name)) {
        const position = this.#positions.of(address);
        if (position !== undefined && !ranks.has(position)) this.#elsewhere.add(position);
      }
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

/** How the objects of a listing are found. */
export interface ListingKey {
  /** The property that both listings have; undefined: all objects are needed for each mailbox. */
  readonly key: string | undefined;
  readonly pick?: PartOf | undefined;
  readonly tally?: Tally | undefined;
}

/** Objects that others name by a key, such as the sign-ins of an account by its ID. */
export class KeyedObjects implements ListingSink {
  readonly #key: string | undefined;
  readonly #tally: Tally | undefined;
  readonly #pick: PartOf;
  readonly #objects = new ListedObjects<string, JsonObject>();
  readonly #tallies = new Map<string, Map<string, Tallied>>();
  readonly #texts = new SharedTexts();
  #all: JsonObject[] = [];
  /** The objects of mailboxes, once everything is listed. */
  #settled: readonly (Json | undefined)[] = [];

  constructor({ key, pick = whole, tally }: ListingKey) {
    this.#key = key;
    this.#pick = pick;
    this.#tally = tally;
  }

  restart(): void {
    this.#objects.clear();
    this.#tallies.clear();
    this.#all = [];
  }

  add(items: readonly JsonObject[]): void {
    if (this.#key === undefined) {
      this.#all.push(...items);
      return;
    }
    for (const item of items) {
      const key = namesIn(item, this.#key)[0]?.toLowerCase();
      if (key === undefined) continue;
      if (this.#tally === undefined) this.#objects.add(key, this.#texts.of(this.#pick(item)));
      else this.#count(key, item, this.#tally);
    }
  }

  /**
   * Joins the objects to those of mailboxes, by position. Releases the others, and the IDs, which use more memory than the
   * objects.
   */
  settle(objects: readonly (JsonObject | undefined)[]): void {
    this.#settled = objects.map((object) => object && this.#beside(object));
    this.#objects.clear();
    this.#tallies.clear();
  }

  /** The object of a mailbox, or all objects; undefined if it is not known which. */
  at(position: number): Json | undefined {
    return this.#settled[position];
  }

  #beside(object: JsonObject): Json | undefined {
    if (this.#key === undefined) return this.#all;
    const key = namesIn(object, this.#key)[0]?.toLowerCase() ?? '';
    if (this.#tally === undefined) return this.#objects.onlyOf(key);
    const groups = this.#tallies.get(key);
    return groups && Object.fromEntries([...groups].map(([group, tally]) => [group, { ...tally }]));
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
