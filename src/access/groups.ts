import { property, textIn, type Json, type JsonObject } from '../json.ts';
import { readListing, type ListingOptions } from '../graph/graph-listing.ts';
import { known, NOT_KNOWN, type Known } from '../reports/known.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import type { ReadEach } from '../graph/graph-reader.ts';
import { pageItems, type PageCollector, type Query } from '../graph/graph-query.ts';
import { newPageCheck } from '../graph/page-check.ts';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';

/** A group of the tenant with an address. */
export interface Group {
  readonly id: string;
  /** Its primary address; '' if Graph does not say it. */
  readonly address: string;
  /** '' if Graph does not say it. */
  readonly name: string;
  /** Whether only members may see the members, or Graph does not say. */
  readonly isHidden: boolean;
}

export interface Member {
  readonly id: string;
  /** User principal name, of a guest the address. */
  readonly label: string;
  readonly name: Known<string>;
  readonly isGuest: boolean;
}

/** The members of a group and of the groups in it, or why they are not known. */
export type Members = readonly Member[] | (typeof UNEXPANDABLE)[number] | QueryFailure;

/** Of a group. Beyond them, the group stands for its members. */
export const MAX_MEMBERS = 1_000;

/** Without it, Graph lists users among members with their IDs alone. https://learn.microsoft.com/graph/permissions-overview */
export const NAMES_PERMISSION = 'User.ReadBasic.All';

/** Of groups with an address: others are no recipients, so that nothing can be shared with them in Exchange. */
export const GROUPS_PATH =
  '/v1.0/groups?$filter=mailEnabled%20eq%20true&$select=id,displayName,mail,proxyAddresses,visibility&$top=999';
/** Below a group. */
export const MEMBERS_PATH = 'transitiveMembers?$select=id,displayName,mail,userPrincipalName&$top=999';

/** Errors that end a query, as the error of its result. */
const UNEXPANDABLE = ['hidden', 'too-many', 'unnamed', 'unlisted'] as const;

/** The groups of the tenant: one listing, and each group whose members are asked for once. */
export class Groups implements ListingSink {
  readonly #listing: ListingOptions;
  readonly #readEach: ReadEach;
  readonly #groups = new Map<string, Group>();
  /** By address in lower case; null if several groups have it. */
  readonly #addresses = new Map<string, Group | null>();
  readonly #members = new Map<string, Promise<Members>>();
  /** Many groups have the same members. */
  readonly #known = new Map<string, Member>();

  constructor(listing: ListingOptions, readEach: ReadEach) {
    this.#listing = listing;
    this.#readEach = readEach;
  }

  /** Lists the groups. Returns why they are not known; undefined if they are. */
  list(): Promise<QueryFailure | undefined> {
    return readListing(GROUPS_PATH, this, this.#listing);
  }

  get(id: string): Group | undefined {
    return this.#groups.get(id.toLowerCase());
  }

  /** Null if several groups have the address. */
  byAddress(address: string): Group | null | undefined {
    return this.#addresses.get(address.toLowerCase());
  }

  /** The members of groups, in their order. */
  members(groups: readonly Group[]): Promise<Members[]> {
    const resolvers = new Map<string, (members: Members) => void>();
    for (const { id, isHidden } of groups) {
      if (this.#members.has(id)) continue;
      if (isHidden) this.#members.set(id, Promise.resolve('hidden' as const));
      else this.#members.set(id, new Promise((resolve) => resolvers.set(id, resolve)));
    }
    const reading = resolvers.size === 0 ? undefined : this.#read(resolvers);
    const all = Promise.all(groups.map(({ id }) => this.#members.get(id) ?? Promise.resolve<Members>('hidden')));
    return reading === undefined ? all : Promise.all([all, reading]).then(([members]) => members);
  }

  add(items: readonly JsonObject[]): void {
    for (const item of items) {
      const [id, name, address] = [textIn(item, 'id'), textIn(item, 'displayName'), textIn(item, 'mail')];
      if (id === '') throw new TypeError('A group has no id');
      const visibility = property(item, 'visibility');
      // Security groups and distribution lists have none: null.
      const isHidden =
        visibility === undefined ||
        (visibility !== null && textIn(item, 'visibility').toLowerCase() === 'hiddenmembership');
      const group = { id, name, address, isHidden };
      this.#groups.set(id.toLowerCase(), group);
      const proxies = property(item, 'proxyAddresses');
      for (const text of [address, ...(Array.isArray(proxies) ? proxies : [])]) {
        const [, match] = typeof text === 'string' ? (/^(?:smtp:)?([^:]+@[^:]+)$/i.exec(text) ?? []) : [];
        if (match !== undefined) this.#addAddress(match.toLowerCase(), group);
      }
    }
  }

  #addAddress(address: string, group: Group): void {
    const other = this.#addresses.get(address);
    this.#addresses.set(address, other === undefined || other?.id === group.id ? group : null);
  }

  restart(): void {
    this.#groups.clear();
    this.#addresses.clear();
  }

  async #read(resolvers: ReadonlyMap<string, (members: Members) => void>): Promise<void> {
    const query: Query<Members> = {
      version: 'v1.0',
      root: 'groups',
      path: MEMBERS_PATH,
      newCollector: () => this.#collector(),
    };
    for await (const answers of this.#readEach([...resolvers.keys()], query)) {
      for (const { mailbox, results } of answers) {
        const [result] = results;
        if (result !== undefined) resolvers.get(mailbox.address)?.(membersIn(result));
      }
    }
  }

  #collector(): PageCollector<Members> {
    const members = new Map<string, Member>();
    const check = newPageCheck({});
    return {
      onPage: (page, hasMore) => {
        check(page, hasMore);
        for (const item of pageItems(page)) this.#addMember(item, members);
        return [];
      },
      result: () => [...members.values()],
    };
  }

  #addMember(item: Json, members: Map<string, Member>): void {
    const [id, type] = [textIn(item, 'id'), textIn(item, '@odata.type').replace('#microsoft.graph.', '')];
    if (id === '') throw new TypeError('A member has no id');
    // The members of a group in it are in the list themselves, unless they are hidden, which only the listing says.
    if (type === 'group') {
      const nested = this.get(id);
      if (nested === undefined) throw unexpandable('unlisted');
      if (nested.isHidden) throw unexpandable('hidden');
    }
    if (type === 'group' || type === 'device') return;
    const [principal, mail, name] = [
      textIn(item, 'userPrincipalName'),
      textIn(item, 'mail'),
      textIn(item, 'displayName'),
    ];
    const isGuest = /#ext#@/i.test(principal);
    const label = (isGuest ? mail || principal : principal || mail) || (type === 'servicePrincipal' ? name : '');
    if (label === '') throw unexpandable('unnamed');
    const member = this.#known.get(id) ?? { id, label, name: name === '' ? NOT_KNOWN : known(name), isGuest };
    this.#known.set(id, member);
    members.set(id, member);
    if (members.size > MAX_MEMBERS) throw unexpandable('too-many');
  }
}

function unexpandable(kind: (typeof UNEXPANDABLE)[number]): Error {
  return new Error(kind);
}

function membersIn(result: QueryResult<Members>): Members {
  if (result.status === 'ok') return result.value;
  return UNEXPANDABLE.find((kind) => kind === result.error) ?? result;
}
