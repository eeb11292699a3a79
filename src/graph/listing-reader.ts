import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError, UserError } from '../errors.ts';
import { isGuid, type JsonObject } from '../json.ts';
import type { MailboxIds } from '../mailboxes/identity.ts';
import { ListPositions } from '../mailboxes/listed-objects.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { count, counted, listed } from '../text/numbers.ts';
import { KeyedObjects, MailboxObjects, type ListingKey, type MatchRule } from './graph-objects.ts';
import { isUsageReport, readUsageReport, type UsageReportSource } from './usage-report.ts';
import { readListing, type ListingOptions } from './graph-listing.ts';
import { BLANK_CELLS, type QueryFailure, type QueryResult, type MailboxAnswer } from '../mailboxes/mailbox-answer.ts';

/** A listing of the tenant, and how its object of a mailbox becomes a value. */
export interface ListingQuery<T> extends MatchRule {
  /** Of the report, for people. */
  readonly report: string;
  /** With version and query, percent-encoded, such as `/beta/users?$top=999`. */
  readonly path: string;
  /** What it means that a whole listing lacks a mailbox. */
  readonly absent: 'blank' | 'unknown' | 'not-found';
  readonly beside: readonly BesideQuery[];
  /** Set if the others are useful without this listing. They then also find their objects by the address. */
  readonly optional?: Shown | undefined;
  /** @param beside objects of the other listings, by their names; what is not known is left out */
  readonly read: (objects: readonly JsonObject[], beside: JsonObject, inside: InternalDomains | undefined) => T;
  /** The value of a mailbox that the listing lacks, blank or unknown. */
  readonly lacking: (absent: 'blank' | 'unknown') => T;
}

/** A listing without which a report is useful too: what it shows, and what it needs, for people. */
export interface Shown {
  readonly shows: string;
  readonly needs: string;
  /** What the rows have without it, as a clause. Undefined: cells that are blank, and about which rules are inconclusive. */
  readonly otherwise?: string | undefined;
}

/** A listing with more about the objects of another. The report is useful without it. */
export interface BesideQuery extends Shown, ListingKey {
  readonly name: string;
  readonly path: string;
}

export interface ListingReaderOptions<T> extends ListingOptions {
  readonly mailboxes: MailboxList;
  /** The whole list, of which a shard reads a part: what it finds in a listing does not depend on that part. */
  readonly wholeList: MailboxList;
  /** At least one. */
  readonly queries: readonly ListingQuery<T>[];
  /** What counts as inside, as far as it is known once everything is listed. */
  readonly inside: Promise<InternalDomains | undefined>;
  readonly signal: AbortSignal;
  /** Where the CSVs of usage reports come from; undefined in clouds that have none. */
  readonly usage: UsageReportSource | undefined;
  /** Receives what people should know although it is no error. */
  readonly notice: (message: string) => void;
}

/** The state of one query: `failure` is set if its listing is not whole. */
interface Listed {
  readonly objects: MailboxObjects;
  readonly beside: Map<string, KeyedObjects>;
  failure: QueryFailure | undefined;
  /** Whether only the other listings could be read. */
  isLacking: boolean;
}

type Refused = readonly [Shown, QueryFailure];

const CHUNK = 100;
const CANCELLED: QueryFailure = { status: 'cancelled', error: 'The run was cancelled before this mailbox was read' };
const AMBIGUOUS = 'The listing has several objects for this mailbox';
const NOT_FOUND = 'The listing has no object with this address';

/**
 * Reads reports from listings of the tenant in Graph: all pages of all listings, side by side and from its construction on, and then
 * yields the results in list order. A listing is whole or unknown: if it cannot be read, no mailbox has a result.
 */
export class ListingReader<T> {
  readonly #options: ListingReaderOptions<T>;
  readonly #listed: readonly Listed[];
  readonly #refused: Promise<readonly Refused[]>;
  #finished = 0;
  #isListed = false;
  #stoppedBy: UserError | undefined;

  constructor(options: ListingReaderOptions<T>) {
    this.#options = options;
    const { mailboxes, wholeList } = options;
    const positions = new ListPositions(mailboxes);
    const wholePositions = wholeList === mailboxes ? positions : new ListPositions(wholeList);
    this.#listed = options.queries.map((query) => ({
      objects: new MailboxObjects(positions, query, wholePositions),
      beside: new Map(query.beside.map((other) => [other.name, new KeyedObjects(other)])),
      failure: undefined,
      isLacking: false,
    }));
    this.#refused = this.#listAll();
    // `read` rejects with its error.
    this.#refused.catch(() => undefined);
  }

  /** The number of mailboxes with a result. */
  get finished(): number {
    return this.#finished;
  }

  /** An error that a user can fix, because of which a listing has no result. */
  get stoppedBy(): UserError | undefined {
    return this.#stoppedBy;
  }

  /** What is listed so far, undefined once everything is: `accounts 12,000, mailbox-usage 11,000`. */
  get listing(): string | undefined {
    return this.#isListed ? undefined : this.#counts();
  }

  /** The account at a position, once everything is listed; undefined if no listing of accounts has it. */
  identityAt(position: number): MailboxIds | undefined {
    const ids = this.#options.queries.flatMap(({ path }, number) => {
      const { failure, objects } = this.#stateOf(number);
      const isAccount = resourceOf(path) === 'users' && failure === undefined;
      const isCertain = isAccount && objects.presenceAt(position) === 'objects';
      return isCertain ? objects.objectsAt(position).map(({ id }) => id) : [];
    });
    const account = ids.find(isGuid)?.toLowerCase();
    return account === undefined ? undefined : { account };
  }

  /** Yields the results in chunks, each mailbox once, in list order. Errors of Graph are results. */
  async *read(): AsyncGenerator<readonly MailboxAnswer<T>[], void> {
    const { mailboxes, queries, signal } = this.#options;
    const refused = await this.#refused;
    for (const [at, query] of queries.entries()) this.#settle(query, at);
    const inside = await this.#options.inside;
    this.#isListed = true;
    if (!signal.aborted) {
      this.#noticeRefused(refused);
      for (const [at, query] of queries.entries()) this.#noticeAbsent(query, at);
    }
    for (let at = 0; at < mailboxes.length; at += CHUNK) {
      const size = Math.min(CHUNK, mailboxes.length - at);
      yield Array.from({ length: size }, (_, offset) => ({
        mailbox: mailboxes.at(at + offset),
        results: queries.map((query, number) => this.#resultAt(query, number, at + offset, inside)),
      }));
      this.#finished += size;
      // Timers and responses get their turn.
      await nextTurn();
    }
  }

  async #listAll(): Promise<readonly Refused[]> {
    const refused = await Promise.all(this.#options.queries.map((query, at) => this.#list(query, at)));
    return refused.flat();
  }

  #counts(): string {
    return this.#options.queries
      .map(({ report }, at) => `${report} ${count(this.#listed[at]?.objects.count ?? 0)}`)
      .join(', ');
  }

  /** Returns the listings that cannot be read and are not required, with the reasons. */
  async #list(query: ListingQuery<T>, at: number): Promise<Refused[]> {
    const own = this.#stateOf(at);
    const beside = query.beside.map(async (other): Promise<Refused[]> => {
      const objects = own.beside.get(other.name) ?? new KeyedObjects(other);
      const failure = await readListing(other.path, objects, this.#options);
      if (failure === undefined) return [];
      own.beside.delete(other.name);
      return [[other, failure]];
    });
    own.failure = await this.#readOwn(query, own.objects);
    const concealed = own.failure === undefined && own.objects.isConcealed ? concealedNames(query.report) : undefined;
    if (concealed !== undefined) own.failure = { status: 'failed', error: `${concealed.message} ${concealed.hint}` };
    own.failure ??= this.#unusable(query, own.objects);
    const refused = (await Promise.all(beside)).flat();
    if (own.failure !== undefined && query.optional !== undefined && own.beside.size > 0) {
      const needs = concealed === undefined ? query.optional.needs : 'names that Microsoft 365 does not conceal';
      refused.push([{ ...query.optional, needs }, own.failure]);
      own.objects.restart();
      own.isLacking = true;
      own.failure = undefined;
    } else {
      this.#stoppedBy ??= concealed;
    }
    return refused;
  }

  async #readOwn(
    { path, match: [match = ''] }: ListingQuery<T>,
    objects: MailboxObjects,
  ): Promise<QueryFailure | undefined> {
    const { usage, signal } = this.#options;
    if (!isUsageReport(path)) return readListing(path, objects, this.#options);
    if (usage === undefined) return { status: 'failed', error: 'Microsoft has this report in the global cloud only.' };
    try {
      return await readUsageReport(path, match, objects, usage);
    } catch (error) {
      if (signal.aborted) return CANCELLED;
      // The further lines of Entra ID's messages are ids.
      if (error instanceof UserError) return { status: 'failed', error: error.message.split('\n', 1)[0] ?? '' };
      throw error;
    }
  }

  /** Why nothing in a whole listing can be used. */
  #unusable({ path, match: [match = ''] }: ListingQuery<T>, objects: MailboxObjects): QueryFailure | undefined {
    if (objects.count === 0 || objects.hasNames) return undefined;
    return { status: 'failed', error: `No object of ${resourceOf(path)} has a text under "${match}"` };
  }

  #stateOf(at: number): Listed {
    const state = this.#listed[at];
    if (state === undefined) throw new Error('a query without a listing');
    return state;
  }

  #resultAt(
    query: ListingQuery<T>,
    number: number,
    position: number,
    inside: InternalDomains | undefined,
  ): QueryResult<T> {
    const { failure, objects } = this.#stateOf(number);
    if (failure !== undefined) return failure.status === 'cancelled' ? CANCELLED : failure;
    const kind = objects.presenceAt(position);
    if (kind === 'ambiguous') return { status: 'failed', error: AMBIGUOUS };
    const absent = kind === 'absent' ? this.#absentIn(query, objects) : 'unknown';
    if (kind !== 'objects' && absent === 'not-found') return { status: 'not-found', error: NOT_FOUND };
    try {
      const found = objects.objectsAt(position);
      const others = this.#besideAt(number, position);
      if (kind !== 'objects' && absent !== 'not-found' && others === undefined) {
        return { status: 'ok', value: query.lacking(absent) };
      }
      return { status: 'ok', value: query.read(found, others ?? {}, inside) };
    } catch (error) {
      return { status: 'failed', error: describeError(error) };
    }
  }

  /** Joins the listings of a query. Without an object, the address of a mailbox may name others. */
  #settle({ optional, match: [match = ''] }: ListingQuery<T>, number: number): void {
    const { objects, beside } = this.#stateOf(number);
    const named = this.#options.mailboxes.mailboxes.map(
      ({ address }, position) => objects.objectsAt(position)[0] ?? (optional && { [match]: address }),
    );
    for (const other of beside.values()) other.settle(named);
  }

  /** What the other listings have about a mailbox; undefined if it is nothing. */
  #besideAt(number: number, position: number): JsonObject | undefined {
    const others = [...this.#stateOf(number).beside].flatMap(([name, other]) => {
      const value = other.at(position);
      return value === undefined ? [] : [[name, value] as const];
    });
    return others.length === 0 ? undefined : Object.fromEntries(others);
  }

  /** An object that names no mailbox may be about any, and a property that finds nobody is probably the wrong one. */
  #absentIn({ absent }: ListingQuery<T>, objects: MailboxObjects): ListingQuery<T>['absent'] {
    const isCertain = objects.isNamed && (absent !== 'blank' || objects.count === 0 || objects.hasMatches);
    return isCertain ? absent : 'unknown';
  }

  #noticeRefused(refused: readonly Refused[]): void {
    const [first] = refused;
    if (first === undefined) return;
    const needs = new Set(refused.map(([{ needs: needed }]) => needed));
    const reasons = new Set(refused.map(([, { error }]) => error));
    const lacks = [...Map.groupBy(refused, ([{ otherwise = `these cells ${BLANK_CELLS}` }]) => otherwise)].map(
      ([otherwise, of]) => {
        const shows = of.map(([shown]) => shown.shows);
        return `Graph does not show ${listed(shows, 'and')}: ${otherwise}.`;
      },
    );
    this.#options.notice(
      `${lacks.join(' ')} Needed: ${[...needs].join('; ')}. Graph's answer: ${[...reasons].join('; ')}`,
    );
  }

  #noticeAbsent(query: ListingQuery<T>, number: number): void {
    const { report, path, match } = query;
    const { failure, objects, isLacking } = this.#stateOf(number);
    if (failure !== undefined || isLacking) return;
    const isUnknown = this.#absentIn(query, objects) === 'unknown';
    let unknown = 0;
    for (let position = 0; position < this.#options.mailboxes.length; position++) {
      const kind = objects.presenceAt(position);
      const isAbsent = kind === 'elsewhere' || (kind === 'absent' && isUnknown);
      if (isAbsent && this.#besideAt(number, position) === undefined) unknown += 1;
    }
    if (unknown === 0) return;
    const [verb, whose] = unknown === 1 ? ['is', 'its'] : ['are', 'their'];
    this.#options.notice(
      `${counted(unknown, 'mailbox', 'mailboxes')} of the list ${verb} not in ${resourceOf(path)} by "${match[0] ?? ''}", ` +
        `but perhaps under another address, or too new: ${whose} cells in "${report}" ${BLANK_CELLS}.` +
        (objects.hasMatches ? '' : ' No mailbox was found: check "match".'),
    );
  }
}

/** https://learn.microsoft.com/microsoft-365/admin/activity-reports/activity-reports */
function concealedNames(report: string): UserError {
  return new UserError('NAMES_CONCEALED', `Microsoft 365 conceals the names that the report "${report}" needs.`, {
    hint:
      'In the Microsoft 365 admin center, under Settings > Org settings > Services > Reports, clear "Display concealed ' +
      'user, group, and site names in all reports". It concerns all usage reports of the tenant, and takes some minutes.',
  });
}

function resourceOf(path: string): string {
  const [resource = ''] = path.replace(/^\/[^/]+\//, '').split('?');
  return resource;
}
