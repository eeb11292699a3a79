import { SpillFile } from '../files/spill-file.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import { parseJson, property, type Json, type JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';

/** How an address of the list found its mailbox. A lower number takes precedence. */
const RANKS = { principal: 1, primary: 2, alias: 3 } as const;

interface Match {
  /** In the list. */
  readonly position: number;
  readonly rank: number;
}

/** An object that an address of the list finds. */
interface Held {
  readonly rank: number;
  /** Its number in the spill file. */
  readonly entry: number;
  /** Undefined if the object has none, and in the listing of mailboxes. */
  readonly id: string | undefined;
  /** Set as long as another object may replace it that is not unlisted then. */
  readonly item: JsonObject | undefined;
  /** Whether the address finds several objects equally well. */
  readonly isAmbiguous: boolean;
}

/** Finds the positions in a list that an object of Exchange is about. */
export class ListPositions {
  readonly #positions = new Map<string, number>();

  constructor(mailboxes: MailboxList) {
    for (const [at, { address }] of mailboxes.mailboxes.entries()) this.add(address, at);
  }

  add(address: string, position: number): void {
    this.#positions.set(address.toLowerCase(), position);
  }

  /** Each position once: by object ID or user principal name, then the primary SMTP address, then any other. */
  matches(item: JsonObject): Match[] {
    const best = new Map<number, Match>();
    for (const { value, rank } of [
      { value: property(item, 'ExternalDirectoryObjectId'), rank: RANKS.principal },
      { value: property(item, 'UserPrincipalName'), rank: RANKS.principal },
      { value: property(item, 'PrimarySmtpAddress'), rank: RANKS.primary },
      ...smtpAddresses(property(item, 'EmailAddresses')).map((value) => ({ value, rank: RANKS.alias })),
    ]) {
      const position = typeof value === 'string' ? this.#positions.get(value.toLowerCase()) : undefined;
      if (position !== undefined && !best.has(position)) best.set(position, { position, rank });
    }
    return [...best.values()];
  }
}

/** Addresses of `EmailAddresses` of the type SMTP, without the type. Others are SIP, X.500 and SharePoint addresses. */
export function smtpAddresses(addresses: Json | undefined): string[] {
  if (!Array.isArray(addresses)) return [];
  return addresses.flatMap((address) =>
    typeof address === 'string' ? (/^smtp:\s*(.+)$/i.exec(address)?.[1] ?? []) : [],
  );
}

/**
 * What identifies a mailbox in the objects of every listing: its object ID, its GUID in the directory, and its name, which
 * is unique within a tenant but may change.
 */
export function mailboxIds(item: JsonObject): string[] {
  return ['ExternalDirectoryObjectId', 'Guid', 'Identity'].flatMap((name) => {
    const value = property(item, name);
    return typeof value === 'string' && value !== '' ? [`${name}:${value.toLowerCase()}`] : [];
  });
}

/** The property that an id is from. */
function kindOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

export interface MatchedObjectsOptions {
  readonly positions: ListPositions;
  /** The properties to hold. */
  readonly hold: readonly string[];
  /** Whether a mailbox may have several objects. */
  readonly many?: boolean;
  /**
   * Called for an object that no address of the list finds, or finds less well than another. Returns its position if the list is
   * extended by it. Undefined: the objects belong to mailboxes of another listing, which have their ids.
   */
  readonly onUnmatched?: (item: JsonObject) => number | undefined;
  /** Called for an object about a mailbox of the list. */
  readonly onMatched?: (item: JsonObject) => void;
  readonly onRestart?: () => void;
}

/** Holds the objects of a listing for the mailboxes of the list, in a spill file. */
export class MatchedObjects implements ListingSink {
  readonly #options: MatchedObjectsOptions;
  readonly #spill = new SpillFile();
  /** The objects that an address of the list finds, by its position. */
  readonly #matched = new Map<number, Held>();
  /** The numbers of the other objects in the spill file, by the ids of their mailbox. Most mailboxes have one object. */
  readonly #others = new Map<string, number | number[]>();
  /** Ids of mailboxes whose objects may not be all, because a page begins or ends among them. */
  readonly #cut = new Set<string>();
  #lastId: string | undefined;
  /** Whether the objects of each mailbox follow one another, so that a listing is cut at one of them. */
  #isGrouped = true;
  #pages = 0;
  #count = 0;

  constructor(options: MatchedObjectsOptions) {
    this.#options = options;
  }

  /** The number of objects listed. */
  get count(): number {
    return this.#count;
  }

  restart(): void {
    this.#matched.clear();
    this.#others.clear();
    this.#cut.clear();
    this.#lastId = undefined;
    this.#isGrouped = true;
    this.#pages = 0;
    this.#count = 0;
    this.#options.onRestart?.();
  }

  add(items: readonly JsonObject[]): void {
    const { many, positions } = this.#options;
    this.#pages += 1;
    this.#count += items.length;
    for (const [at, item] of items.entries()) {
      if (many === true) this.#addOther(item, (at === 0 && this.#pages > 1) || at === items.length - 1);
      else this.#addOne(item, positions.matches(item));
    }
  }

  /** Forgets the objects. */
  close(): void {
    this.#spill.close();
  }

  /** Whether there is an object of a mailbox. */
  has(position: number): boolean {
    return this.#matched.has(position);
  }

  /** Whether several mailboxes have the address at a position equally. */
  isAmbiguous(position: number): boolean {
    return this.#matched.get(position)?.isAmbiguous === true;
  }

  /**
   * The object of a mailbox; undefined if there is none, or if it is uncertain which. `ids`: those of the mailbox, if it is known.
   * They take precedence: an address may be that of several.
   */
  at(position: number, ids: readonly string[] = []): JsonObject | undefined {
    const found = this.#matched.get(position);
    if (found?.id !== undefined && ids.includes(found.id)) return this.#parsed(found.entry);
    const [entry, ...others] = this.#othersOf(ids);
    if (others.length > 0) return undefined;
    if (entry !== undefined) return this.#parsed(entry);
    // An id of a kind that the mailbox does not show says nothing.
    if (found === undefined || found.isAmbiguous) return undefined;
    const kind = found.id === undefined ? undefined : kindOf(found.id);
    return ids.some((id) => kindOf(id) === kind) ? undefined : this.#parsed(found.entry);
  }

  /** The objects of a mailbox, if it may have several; none if they may not be all. */
  allOf(ids: readonly string[]): JsonObject[] {
    if (!this.#isGrouped || ids.some((id) => this.#cut.has(id))) return [];
    return this.#othersOf(ids).map((entry) => this.#parsed(entry));
  }

  /** Adds an object to the positions where it fits better than others. */
  #addOne(item: JsonObject, matches: readonly Match[]): void {
    const { onUnmatched, onMatched } = this.#options;
    const wins = matches.map((match) => this.#wins(item, match));
    if (wins.includes(true)) onMatched?.(item);
    if (onUnmatched === undefined) {
      if (wins.length === 0 || wins.includes(false)) this.#addOther(item);
      return;
    }
    if (wins.includes(true)) return;
    const position = onUnmatched(item);
    // Its own address is in the list then.
    if (position !== undefined && this.#wins(item, { position, rank: RANKS.principal })) onMatched?.(item);
  }

  /** Whether an object is now that of a position. */
  #wins(item: JsonObject, { position, rank }: Match): boolean {
    const { onUnmatched } = this.#options;
    const text = this.#held(item);
    const earlier = this.#matched.get(position);
    if (earlier !== undefined && rank > earlier.rank) return false;
    if (earlier?.rank === rank) {
      if (this.#spill.textAt(earlier.entry) === text) return true;
      this.#matched.set(position, { ...earlier, isAmbiguous: true });
      return false;
    }
    const isMailbox = onUnmatched !== undefined;
    const id = isMailbox ? undefined : mailboxIds(item)[0];
    const isReplaceable = isMailbox && rank !== RANKS.principal;
    const entry = this.#spill.add(text);
    this.#matched.set(position, { rank, entry, id, item: isReplaceable ? item : undefined, isAmbiguous: false });
    if (earlier !== undefined) this.#addLoser(earlier);
    return true;
  }

  /** An object that another has replaced at a position is found by its id, or is not in the list. */
  #addLoser({ id, entry, item }: Held): void {
    if (id !== undefined) this.#addEntry(id, entry);
    if (item === undefined) return;
    const matches = this.#options.positions.matches(item);
    if (!matches.some(({ position }) => this.#matched.get(position)?.item === item)) this.#addOne(item, []);
  }

  #othersOf(ids: readonly string[]): readonly number[] {
    const known = ids.find((id) => this.#others.has(id)) ?? '';
    return [this.#others.get(known) ?? []].flat();
  }

  /** @param isAtEdge whether a page begins or ends with the object */
  #addOther(item: JsonObject, isAtEdge = false): void {
    const ids = mailboxIds(item);
    // A grant that belongs to an unknown mailbox may be a grant of any.
    if (ids.length === 0 && this.#options.many === true) throw new TypeError('An object does not name its mailbox');
    const entry = this.#spill.add(this.#held(item));
    const [first] = ids;
    if (first !== undefined && first !== this.#lastId && this.#others.has(first)) this.#isGrouped = false;
    this.#lastId = first;
    for (const id of ids) {
      if (isAtEdge) this.#cut.add(id);
      this.#addEntry(id, entry);
    }
  }

  #addEntry(id: string, entry: number): void {
    const earlier = this.#others.get(id);
    if (this.#options.many !== true && [earlier ?? []].flat().some((other) => this.#isSame(other, entry))) return;
    if (Array.isArray(earlier)) earlier.push(entry);
    else this.#others.set(id, earlier === undefined ? entry : [earlier, entry]);
  }

  #isSame(one: number, other: number): boolean {
    return one === other || this.#spill.at(one).equals(this.#spill.at(other));
  }

  /** The properties to hold without their names: each value in a list, which is empty if the service has left it out. */
  #held(item: JsonObject): string {
    return JSON.stringify(
      this.#options.hold.map((name) => {
        const value = property(item, name);
        return value === undefined ? [] : [value];
      }),
    );
  }

  #parsed(entry: number): JsonObject {
    const values = parseJson(this.#spill.textAt(entry));
    if (!Array.isArray(values)) throw new TypeError('no list of values');
    const item: JsonObject = {};
    for (const [at, name] of this.#options.hold.entries()) {
      const value = values[at];
      if (Array.isArray(value) && value[0] !== undefined) item[name] = value[0];
    }
    return item;
  }
}
