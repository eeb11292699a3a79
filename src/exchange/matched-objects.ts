import { property, type Json, type JsonObject } from '../json.ts';
import { ByPosition, ListedObjects, type ListPositions } from '../mailboxes/listed-objects.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';

/** The rank of an object that a position has by its object ID or user principal name, see `namesOf`. */
const PRINCIPAL = 0;

/** The names by which the list may have a mailbox: object ID or user principal name, then the primary SMTP address, then any other. */
function namesOf(item: JsonObject): string[][] {
  const textsIn = (...names: string[]): string[] =>
    names.flatMap((name) => {
      const value = property(item, name);
      return typeof value === 'string' ? [value] : [];
    });
  return [
    textsIn('ExternalDirectoryObjectId', 'UserPrincipalName'),
    textsIn('PrimarySmtpAddress'),
    smtpAddresses(property(item, 'EmailAddresses')),
  ];
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
export function mailboxIds(item: JsonObject): ObjectIds {
  return ID_KINDS.map((name) => {
    const value = property(item, name);
    return typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined;
  });
}

const ID_KINDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'] as const;

/** By kind, in lower case; undefined if the object does not have it. */
export type ObjectIds = readonly (string | undefined)[];

export interface MatchedMailboxesOptions<T> {
  readonly positions: ListPositions;
  /** What to keep of an object. */
  readonly keep: (item: JsonObject) => T;
  /**
   * Called for a mailbox that no address of the list finds, or finds less well than another. Returns its position if the list is
   * extended by it.
   */
  readonly onUnmatched: (item: JsonObject) => number | undefined;
  /** Called for a mailbox of the list. */
  readonly onMatched?: (item: JsonObject) => void;
  readonly onRestart?: () => void;
}

interface MatchedMailbox<T> {
  readonly value: T;
  /** Set as long as another mailbox may replace it that is not unlisted then. */
  readonly item: JsonObject | undefined;
}

/** The mailboxes of the tenant, at the positions of the list that they are. */
export class MatchedMailboxes<T> implements ListingSink {
  readonly #options: MatchedMailboxesOptions<T>;
  readonly #mailboxes = new ListedObjects(false, new ByPosition<MatchedMailbox<T>>());
  #count = 0;

  constructor(options: MatchedMailboxesOptions<T>) {
    this.#options = options;
  }

  /** The number of mailboxes listed. */
  get count(): number {
    return this.#count;
  }

  restart(): void {
    this.#mailboxes.clear();
    this.#count = 0;
    this.#options.onRestart?.();
  }

  add(items: readonly JsonObject[]): void {
    this.#count += items.length;
    for (const item of items) this.#add(item, this.#options.positions.ranksOf(namesOf(item)));
  }

  /** The positions with mailboxes. */
  get positions(): Iterable<number> {
    return this.#mailboxes.keys;
  }

  /** Whether there is a mailbox for a position of the list. */
  has(position: number): boolean {
    return this.#mailboxes.has(position);
  }

  /** Whether several mailboxes have the address at a position equally. */
  isAmbiguous(position: number): boolean {
    return this.#mailboxes.isAmbiguous(position);
  }

  /** The mailbox at a position; undefined if there is none, or if it is uncertain which. */
  at(position: number): T | undefined {
    return this.#mailboxes.onlyOf(position)?.value;
  }

  /** Adds a mailbox to the positions where it fits better than others. */
  #add(item: JsonObject, ranks: ReadonlyMap<number, number>): void {
    const { keep, onUnmatched, onMatched } = this.#options;
    const value = keep(item);
    const isAtAny = [...ranks].map(([position, rank]) => this.#addAt(position, { value, item }, rank)).includes(true);
    const position = isAtAny ? undefined : onUnmatched(item);
    // Its own address is in the list then.
    if (isAtAny || (position !== undefined && this.#addAt(position, { value, item }, PRINCIPAL))) onMatched?.(item);
  }

  /** Whether a mailbox is now that of a position. */
  #addAt(position: number, { value, item }: MatchedMailbox<T>, rank: number): boolean {
    const [earlier] = this.#mailboxes.allOf(position);
    const isBetter = rank < (this.#mailboxes.rankOf(position) ?? -1);
    const isAdded = this.#mailboxes.add(position, { value, item: rank === PRINCIPAL ? undefined : item }, rank);
    if (isBetter && earlier?.item !== undefined) this.#addReplaced(earlier.item);
    return isAdded;
  }

  /** A mailbox that another has replaced at a position may have others. Else it is not in the list. */
  #addReplaced(item: JsonObject): void {
    const ranks = this.#options.positions.ranksOf(namesOf(item));
    const isElsewhere = [...ranks.keys()].some((at) => this.#mailboxes.allOf(at)[0]?.item === item);
    if (!isElsewhere) this.#add(item, new Map());
  }
}

/** The objects of another listing about the mailboxes of the tenant. */
export class MatchedObjects<T> implements ListingSink {
  readonly #positions: ListPositions;
  readonly #keep: (item: JsonObject) => T;
  readonly #many: boolean;
  /** By kind of ID. */
  readonly #byId: readonly ListedObjects<string, T>[];
  /** Objects and their ids, by the position of an address. */
  readonly #byAddress = new ListedObjects<number, { readonly value: T; readonly ids: ObjectIds }>();
  /** By kind, the ids of mailboxes whose objects may not be all, because a page begins or ends among them. */
  readonly #cut = ID_KINDS.map(() => new Set<string>());
  #lastIds: ObjectIds = [];
  /** Whether the objects of each mailbox follow one another, so that a listing is cut at one of them. */
  #isGrouped = true;
  /** Whether the next object begins a page that is not the first. */
  #beginsPage = false;
  #count = 0;

  /**
   * @param keep what to keep of an object
   * @param many whether a mailbox may have several objects
   */
  constructor(positions: ListPositions, keep: (item: JsonObject) => T, many = false) {
    this.#positions = positions;
    this.#keep = keep;
    this.#many = many;
    this.#byId = ID_KINDS.map(() => new ListedObjects(many));
  }

  /** The number of objects listed. */
  get count(): number {
    return this.#count;
  }

  restart(): void {
    this.clear();
    this.#count = 0;
  }

  /** Releases the objects, and keeps their number. */
  clear(): void {
    for (const part of [...this.#byId, this.#byAddress, ...this.#cut]) part.clear();
    this.#lastIds = [];
    this.#isGrouped = true;
    this.#beginsPage = false;
  }

  add(items: readonly JsonObject[]): void {
    const [keep, many, positions] = [this.#keep, this.#many, this.#positions];
    this.#count += items.length;
    for (const item of items) {
      const ids = mailboxIds(item);
      if (many) this.#group(ids);
      const value = keep(item);
      for (const [kind, id] of ids.entries()) if (id !== undefined) this.#byId[kind]?.add(id, value);
      if (many) continue;
      for (const [position, rank] of positions.ranksOf(namesOf(item)))
        this.#byAddress.add(position, { value, ids }, rank);
    }
  }

  /**
   * The object of a mailbox; undefined if there is none, or if it is uncertain which.
   *
   * @param ids those of the mailbox. They take precedence: an address may be that of several
   */
  at(position: number, ids: ObjectIds): T | undefined {
    for (const [kind, id = ''] of ids.entries()) {
      const value = this.#byId[kind]?.onlyOf(id);
      if (value !== undefined || this.#byId[kind]?.has(id) === true) return value;
    }
    const match = this.#byAddress.onlyOf(position);
    // An id of a kind that the mailbox does not have says nothing.
    const hasOther = ids.some((id, kind) => id !== undefined && match?.ids[kind] !== undefined);
    return hasOther ? undefined : match?.value;
  }

  /** The objects of a mailbox, if it may have several; none if they may not be all. */
  allOf(ids: ObjectIds): readonly T[] {
    if (!this.#isGrouped || ids.some((id = '', kind) => this.#cut[kind]?.has(id) === true)) return [];
    const own = ids.findIndex((id = '', kind) => this.#byId[kind]?.has(id) === true);
    return this.#byId[own]?.allOf(ids[own] ?? '') ?? [];
  }

  endPage(): void {
    this.#cutAt(this.#lastIds);
    this.#beginsPage = true;
  }

  #group(ids: ObjectIds): void {
    const kind = ids.findIndex((id) => id !== undefined);
    const first = ids[kind];
    // A grant that belongs to an unknown mailbox may be a grant of any.
    if (first === undefined) throw new TypeError('An object does not name its mailbox');
    if (first !== this.#lastIds[kind] && this.#byId[kind]?.has(first) === true) this.#isGrouped = false;
    this.#lastIds = ids;
    if (this.#beginsPage) this.#cutAt(ids);
    this.#beginsPage = false;
  }

  #cutAt(ids: ObjectIds): void {
    for (const [kind, id] of ids.entries()) if (id !== undefined) this.#cut[kind]?.add(id);
  }
}
