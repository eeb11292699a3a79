import { readListing, type ListingOptions } from '../graph/graph-listing.ts';
import { nextPage, pageItems, type PageCollector, type Query } from '../graph/graph-query.ts';
import type { ReadEach } from '../graph/graph-reader.ts';
import { newPageCheck } from '../graph/page-check.ts';
import { property, textIn, type Json, type JsonObject } from '../json.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';

/** Of groups with an address. Microsoft 365 groups have a mailbox of their own. */
export const MAIL_GROUPS_PATH =
  '/v1.0/groups?$filter=mailEnabled%20eq%20true&$select=id,groupTypes,visibility&$top=999';
/** Below a group. Users have their ID alone without a permission to read them. Members beyond the first page are not read. */
export const DIRECT_MEMBERS_PATH = 'members?$select=id,displayName,mail&$top=999';
/** The members of a group itself, as Graph names them. */
export interface GroupMembers {
  /** Object IDs in lower case. */
  readonly ids: readonly string[];
  /** By the ID of a contact, its address outside; '' of an account that Graph says to have no address. */
  readonly mails: ReadonlyMap<string, string>;
  /** Whether these are all. */
  readonly isWhole: boolean;
}

const NONE_KNOWN: GroupMembers = { ids: [], mails: new Map(), isWhole: false };
/** Whether there is a link is all that counts. */
const ANY_ROOT = 'https://graph.microsoft.com/v1.0';
/** Members that get no mail. */
const WITHOUT_MAIL = new Set(['device', 'servicePrincipal']);

/** The members of the distribution and security groups of the tenant, each of themselves alone. */
export class MemberLists implements ListingSink {
  readonly #listing: ListingOptions;
  readonly #readEach: ReadEach;
  /** The groups to read, as Graph writes their IDs. */
  #groups: string[] = [];
  /** By ID in lower case. */
  readonly #members = new Map<string, GroupMembers>();
  /** Many groups have the same members. */
  readonly #ids = new Map<string, string>();
  #failure: QueryFailure | undefined;

  constructor(listing: ListingOptions, readEach: ReadEach) {
    this.#listing = listing;
    this.#readEach = readEach;
  }

  /** Why the members of a group could not be read; undefined if all could. */
  get failure(): QueryFailure | undefined {
    return this.#failure;
  }

  /** Lists the groups, and reads their members. Returns why the groups are not known; undefined if they are. */
  async read(): Promise<QueryFailure | undefined> {
    const failure = await readListing(MAIL_GROUPS_PATH, this, this.#listing);
    if (failure !== undefined) return failure;
    const query: Query<GroupMembers> = {
      version: 'v1.0',
      root: 'groups',
      path: DIRECT_MEMBERS_PATH,
      firstPageOnly: true,
      newCollector: () => this.#collector(),
    };
    for await (const answers of this.#readEach(this.#groups, query)) {
      for (const { mailbox, results } of answers) {
        const [result] = results;
        if (result?.status === 'ok') this.#members.set(mailbox.address.toLowerCase(), result.value);
        else this.#failure ??= result;
      }
    }
    return undefined;
  }

  /** @param id in lower case. Hidden members are not known. */
  of(id: string): GroupMembers {
    return this.#members.get(id) ?? NONE_KNOWN;
  }

  add(items: readonly JsonObject[]): void {
    for (const item of items) {
      const id = textIn(item, 'id');
      if (id === '') throw new TypeError('A group has no id');
      const [types, visibility] = [property(item, 'groupTypes'), property(item, 'visibility')];
      // Graph leaves hidden members out without a word.
      const isHidden = visibility === undefined || textIn(item, 'visibility').toLowerCase() === 'hiddenmembership';
      const isUnified = Array.isArray(types) && types.includes('Unified');
      if (!isHidden && !isUnified) this.#groups.push(id);
    }
  }

  restart(): void {
    this.#groups = [];
  }

  #collector(): PageCollector<GroupMembers> {
    const ids = new Set<string>();
    const mails = new Map<string, string>();
    let isWhole = true;
    const check = newPageCheck({ firstPageOnly: true });
    return {
      onPage: (page) => {
        const hasMore = nextPage(page, ANY_ROOT).kind !== 'none';
        check(page, hasMore);
        for (const item of pageItems(page)) this.#addMember(item, ids, mails);
        if (hasMore) isWhole = false;
        return [];
      },
      result: () => ({ ids: [...ids], mails, isWhole }),
    };
  }

  #addMember(item: Json, ids: Set<string>, mails: Map<string, string>): void {
    const written = textIn(item, 'id').toLowerCase();
    if (written === '') throw new TypeError('A member has no id');
    const type = textIn(item, '@odata.type').replace('#microsoft.graph.', '');
    if (WITHOUT_MAIL.has(type)) return;
    const id = this.#ids.get(written) ?? written;
    this.#ids.set(id, id);
    ids.add(id);
    const mail = textIn(item, 'mail');
    if (type === 'orgContact' && mail !== '') mails.set(id, mail);
    // Graph shows nulls instead of all properties of users that it may not show.
    if (type === 'user' && textIn(item, 'displayName') !== '' && property(item, 'mail') === null) mails.set(id, '');
  }
}
