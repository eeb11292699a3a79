import { parseJson, property, type JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { ListingSink } from './listing.ts';

/** How an address of the list found its mailbox. A lower number takes precedence. */
const RANKS = { principal: 1, primary: 2, alias: 3, unmatched: 4 } as const;

interface Match {
  /** In the list. */
  readonly position: number;
  readonly rank: number;
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

  /** By object ID or user principal name, then the primary SMTP address, then any other. */
  matches(item: JsonObject): Match[] {
    return [
      { value: property(item, 'ExternalDirectoryObjectId'), rank: RANKS.principal },
      { value: property(item, 'UserPrincipalName'), rank: RANKS.principal },
      { value: property(item, 'PrimarySmtpAddress'), rank: RANKS.primary },
      ...smtpAddresses(item).map((value) => ({ value, rank: RANKS.alias })),
    ].flatMap(({ value, rank }) => {
      const position = typeof value === 'string' ? this.#positions.get(value.toLowerCase()) : undefined;
      return position === undefined ? [] : [{ position, rank }];
    });
  }
}

/** `EmailAddresses` of the type SMTP, without the type. Others are SIP, X.500 and SharePoint addresses. */
function smtpAddresses(item: JsonObject): string[] {
  const addresses = property(item, 'EmailAddresses');
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
    return typeof value === 'string' && value !== ''
      ? [`${name === 'Identity' ? 'name' : 'id'}:${value.toLowerCase()}`]
      : [];
  });
}

export interface MatchedObjectsOptions {
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

/** Holds the objects of a listing for the mailboxes of the list, as JSON: parsed objects take several times the memory. */
export class MatchedObjects implements ListingSink {
  readonly #options: MatchedObjectsOptions;
  /** The objects that an address of the list finds, by its position. */
  readonly #matched = new Map<number, { readonly rank: number; readonly text: string }>();
  /** The other objects, by the ids of their mailbox. */
  readonly #others = new Map<string, string[]>();
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
    return this.#matched.has(position);
  }

  /** The object of a mailbox; undefined if there is none. `ids`: those of the mailbox, if it is known. */
  at(position: number, ids: readonly string[] = []): JsonObject | undefined {
    const text = this.#matched.get(position)?.text ?? this.#othersOf(ids)[0];
    return text === undefined ? undefined : this.#parsed(text);
  }

  /** The objects of a mailbox, if it may have several. */
  allOf(ids: readonly string[]): JsonObject[] {
    return this.#othersOf(ids).map((text) => this.#parsed(text));
  }

  #matches(item: JsonObject): readonly Match[] {
    const { positions, onUnmatched, many } = this.#options;
    const matches = many === true ? [] : positions.matches(item);
    if (matches.length > 0) return matches;
    const position = onUnmatched?.(item);
    return position === undefined ? [] : [{ position, rank: RANKS.unmatched }];
  }

  #addMatched(matches: readonly Match[], item: JsonObject): void {
    const text = this.#held(item);
    for (const { position, rank } of matches) {
      const earlier = this.#matched.get(position);
      if (earlier === undefined || rank < earlier.rank) this.#matched.set(position, { rank, text });
    }
  }

  #othersOf(ids: readonly string[]): readonly string[] {
    const known = ids.find((id) => this.#others.has(id)) ?? '';
    return this.#others.get(known) ?? [];
  }

  #addOther(item: JsonObject): void {
    const ids = mailboxIds(item);
    // A grant that belongs to an unknown mailbox may be a grant of any.
    if (ids.length === 0 && this.#options.many === true) throw new TypeError('An object does not name its mailbox');
    const text = this.#held(item);
    for (const id of ids) {
      const earlier = this.#others.get(id);
      if (earlier === undefined) this.#others.set(id, [text]);
      else if (this.#options.many === true) earlier.push(text);
    }
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

  #parsed(text: string): JsonObject {
    const values = parseJson(text);
    if (!Array.isArray(values)) throw new TypeError('no list of values');
    const item: JsonObject = {};
    for (const [at, name] of this.#options.hold.entries()) {
      const value = values[at];
      if (Array.isArray(value) && value[0] !== undefined) item[name] = value[0];
    }
    return item;
  }
}
