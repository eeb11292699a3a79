import type { UserError } from '../errors.ts';
import { isGuid, property, type JsonObject } from '../json.ts';
import { ListPositions, SharedTexts } from '../mailboxes/listed-objects.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Unlisted } from '../mailboxes/unlisted.ts';
import { knownCmdlet } from './cmdlets.ts';
import type { Command } from './command.ts';
import type { CommandRunner } from './command-runner.ts';
import { ambiguousNotice, repeatedNotice, unknownNotice } from './directory-notices.ts';
import { list, type ListOptions } from './exchange-listing.ts';
import type { MailboxIds } from '../mailboxes/identity.ts';
import { mailboxIds, MatchedMailboxes, MatchedObjects, type ObjectIds } from './matched-objects.ts';
import {
  listedRequests,
  type BesideRequest,
  type ExchangeQuery,
  type ExchangeRequest,
  type ListedCells,
} from './exchange-query.ts';
import { Organization } from './organization.ts';
import { Recipients } from './recipients.ts';
import { Refusals } from './refusals.ts';

export interface DirectoryOptions extends ListOptions {
  readonly runner: Pick<CommandRunner, 'run' | 'batch'>;
  readonly mailboxes: MailboxList;
  readonly queries: readonly ListedQuery[];
  /** Whether to list the accepted domains. */
  readonly listsDomains: boolean;
  /** Receives the mailboxes that the tenant has and the list lacks. */
  readonly unlisted?: Unlisted | undefined;
  readonly tap?: MailboxTap | undefined;
}

/** Receives every mailbox of the tenant, whatever the list. */
export interface MailboxTap {
  readonly sink: ListingSink;
  /** The properties that it reads. */
  readonly select: readonly string[];
}

/** What a query reads, whatever it makes of it. */
export type ListedQuery = Omit<ExchangeQuery<unknown>, 'read'>;

/** What is kept of a listed object. */
interface KeptObject {
  readonly part: JsonObject;
  /** The cells of each query of the listing. */
  readonly cells: readonly (ListedCells | undefined)[];
}

interface KeptMailbox extends KeptObject {
  readonly ids: ObjectIds;
}

/** The cmdlet that lists which mailboxes the tenant has, and by which addresses. */
export const MAILBOXES = 'Get-Mailbox';
const UNLISTED = ['RecipientTypeDetails', 'WhenCreated'];
/** Different objects of a cmdlet that mailboxes share. Most mailboxes have the same protocols, and rights of their owner only. */
const MAX_KNOWN = 1_000;

/**
 * What Exchange Online lists of the tenant: its mailboxes, and the objects of other cmdlets about them. Lists each cmdlet
 * once and all side by side, from its construction on.
 */
export class Directory {
  /** Resolves when the mailboxes of the tenant are known. Rejects as `list` does. */
  readonly mailboxes: Promise<void>;
  /** What the tenant has as a whole, read side by side with the listings. */
  readonly organization: Organization;
  /** Resolves when everything is listed. Rejects as `list` does. */
  readonly all: Promise<void>;
  /** Resolves when all recipients are asked for that listed mailboxes name. Rejects as `list` and `CommandRunner.batch` do. */
  readonly recipients: Promise<void>;
  readonly #options: DirectoryOptions;
  readonly #positions: ListPositions;
  readonly #requests: readonly BesideRequest[];
  /** The queries that list a cmdlet, by its name. */
  readonly #queries: ReadonlyMap<string, readonly ListedQuery[]>;
  readonly #mailboxes: MatchedMailboxes<KeptMailbox>;
  /** Of the other cmdlets, until everything is listed. */
  readonly #objects: ReadonlyMap<string, MatchedObjects<KeptObject>>;
  /** By cmdlet, what is kept of each mailbox by its position, once everything is listed: an object, or all of several. */
  readonly #settled = new Map<string, readonly (KeptObject | readonly KeptObject[] | undefined)[]>();
  readonly #addresses: Recipients;
  readonly #refusals = new Refusals();

  constructor(options: DirectoryOptions) {
    const { mailboxes, queries, unlisted } = options;
    this.#options = options;
    this.#positions = new ListPositions(mailboxes);
    this.#addresses = new Recipients(options);
    this.#requests = queries
      .flatMap(({ request }) => listedRequests(request))
      .filter(({ cmdlet }) => knownCmdlet(cmdlet).kind === 'listing');
    this.#queries = Map.groupBy(
      queries.filter(({ request }) => request.perMailbox !== true),
      ({ request }) => request.cmdlet,
    );
    const others = new Set(this.#requests.map(({ cmdlet }) => cmdlet).filter((cmdlet) => cmdlet !== MAILBOXES));
    this.#mailboxes = this.#newMailboxes();
    this.#objects = new Map([...others].map((cmdlet) => [cmdlet, this.#newObjects(cmdlet)]));
    this.mailboxes = this.#list(MAILBOXES, bothOf(this.#mailboxes, options.tap?.sink)).then(() => {
      if (unlisted !== undefined) unlisted.isComplete = true;
    });
    const listings = [...this.#objects].map(([cmdlet, objects]) => this.#list(cmdlet, objects));
    this.recipients = this.mailboxes.then(() => this.#addresses.all());
    const requests = queries.map(({ request }) => request);
    this.organization = new Organization({ ...options, requests, refusals: this.#refusals });
    this.all = Promise.all([this.mailboxes, ...listings, this.organization.all]).then(() => {
      this.#settle();
      for (const notice of this.#notices()) if (notice !== undefined) options.notice?.(notice);
    });
    // A caller that awaits one gets its rejection; that of the others must not count as unhandled.
    for (const promise of [this.mailboxes, this.all, this.recipients]) promise.catch(() => undefined);
  }

  /** The number of objects of each cmdlet that lists. */
  get counts(): readonly (readonly [cmdlet: string, count: number])[] {
    const listings = [[MAILBOXES, this.#mailboxes] as const, ...this.#objects];
    return listings.flatMap(([cmdlet, { count }]) =>
      this.#refusals.of(cmdlet) !== undefined ? [] : [[cmdlet, count] as const],
    );
  }

  /** Whether Exchange lists the mailbox at a position of the list. */
  has(position: number): boolean {
    return this.#mailboxes.has(position);
  }

  /** What identifies the mailbox at a position; undefined if Exchange lists none, or it is uncertain which. */
  idsAt(position: number): ObjectIds | undefined {
    return this.#mailboxes.at(position)?.ids;
  }

  /** The same, as far as it is no name, which may change. Call it once everything is listed. */
  identityAt(position: number): MailboxIds | undefined {
    const [account, guid] = (this.idsAt(position) ?? []).map((id) => (isGuid(id) ? id : undefined));
    return account === undefined && guid === undefined ? undefined : { account, guid };
  }

  /** Whether several mailboxes of Exchange have the address at a position equally. */
  isAmbiguous(position: number): boolean {
    return this.#mailboxes.isAmbiguous(position);
  }

  /** Why the application may not run a cmdlet about the tenant, or list its mailboxes; undefined if it may. */
  refusalOf(cmdlet: string): UserError | undefined {
    return this.#refusals.of(MAILBOXES) ?? this.#refusals.of(cmdlet);
  }

  /** The objects of a cmdlet about the mailbox at a position, once everything is listed. */
  objectsAt(cmdlet: string, position: number): readonly JsonObject[] {
    return this.#keptAt(cmdlet, position).map(({ part }) => part);
  }

  /** The object of the mailbox at a position that a query reads, with its cells; undefined if there is none. */
  listedAt(
    query: ListedQuery,
    position: number,
  ): { readonly object: JsonObject; readonly cells: ListedCells | undefined } | undefined {
    const { cmdlet } = query.request;
    const [kept] = this.#keptAt(cmdlet, position);
    return kept && { object: kept.part, cells: kept.cells[this.#queriesOf(cmdlet).indexOf(query)] };
  }

  /**
   * The address of the recipient that an object names in the property that a request resolves; null if it is not known,
   * undefined as long as it is not asked for.
   */
  recipientOf({ resolves }: ExchangeRequest, object: JsonObject): string | null | undefined {
    const name = resolves === undefined ? undefined : object[resolves];
    return typeof name === 'string' && name !== '' ? this.#addresses.addressOf(name) : null;
  }

  /** The object ID of the same recipient; null if it is not known. */
  recipientIdOf({ resolves }: ExchangeRequest, object: JsonObject): string | null {
    const name = resolves === undefined ? undefined : object[resolves];
    return typeof name === 'string' ? (this.#addresses.idOf(name) ?? null) : null;
  }

  /** The address of a recipient that a listed mailbox names; null if it is not known, undefined if none names it. */
  addressOf(name: string): string | null | undefined {
    return this.#addresses.addressOf(name);
  }

  #keptAt(cmdlet: string, position: number): readonly KeptObject[] {
    const mailbox = this.#mailboxes.at(position);
    if (mailbox === undefined) return [];
    if (cmdlet === MAILBOXES) return [mailbox];
    return [this.#settled.get(cmdlet)?.[position] ?? []].flat();
  }

  /** Keeps the objects of each mailbox by its position. Releases the others, and the IDs, which use more memory than the objects. */
  #settle(): void {
    // In their order, so that V8 keeps the arrays dense.
    const positions = [...this.#mailboxes.positions].sort((one, other) => one - other);
    for (const [cmdlet, objects] of this.#objects) {
      const isMany = knownCmdlet(cmdlet).many === true;
      const settled: (KeptObject | readonly KeptObject[] | undefined)[] = [];
      for (const position of positions) {
        const ids = this.idsAt(position);
        if (ids === undefined) continue;
        settled[position] = isMany ? objects.allOf(ids) : objects.at(position, ids);
      }
      this.#settled.set(cmdlet, settled);
      objects.clear();
    }
  }

  /** The queries that list a cmdlet, in the order of their cells. */
  #queriesOf(cmdlet: string): readonly ListedQuery[] {
    return this.#queries.get(cmdlet) ?? [];
  }

  /** What to keep of the objects of a cmdlet: what queries need once everything is listed, and the cells that they make before. */
  #keeping(cmdlet: string): (item: JsonObject) => KeptObject {
    const queries = this.#queriesOf(cmdlet);
    const beside = this.#options.queries
      .flatMap(({ request }) => Object.values(request.beside ?? {}))
      .filter((request) => request.cmdlet === cmdlet);
    const names = new Set([
      ...queries.flatMap(({ request, listed }) =>
        [...(listed?.keeps ?? request.select), request.resolves ?? []].flat(),
      ),
      ...beside.flatMap(({ select }) => select),
    ]);
    const texts = new SharedTexts();
    const keep = (item: JsonObject): KeptObject => {
      const own = texts.of(item);
      return { part: partOf(own, names), cells: queries.map(({ listed }) => listed?.begin(own)) };
    };
    // Each mailbox has addresses of its own.
    if (cmdlet === MAILBOXES) return keep;
    const read = new Set([...names, ...this.#selected(cmdlet)]);
    const known = new Map<string, KeptObject>();
    return (item) => {
      const key = JSON.stringify(partOf(item, read));
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const kept = keep(item);
      if (known.size < MAX_KNOWN) known.set(key, kept);
      return kept;
    };
  }

  #newObjects(cmdlet: string): MatchedObjects<KeptObject> {
    return new MatchedObjects(this.#positions, this.#keeping(cmdlet), knownCmdlet(cmdlet).many);
  }

  #newMailboxes(): MatchedMailboxes<KeptMailbox> {
    const { unlisted } = this.#options;
    const positions = this.#positions;
    const resolved = this.#queriesOf(MAILBOXES).flatMap(({ request }) => request.resolves ?? []);
    const keep = this.#keeping(MAILBOXES);
    return new MatchedMailboxes({
      positions,
      keep: (item) => ({ ...keep(item), ids: mailboxIds(item) }),
      onUnmatched: (item) => {
        const position = unlisted?.add(item);
        if (position !== undefined) positions.add(unlisted?.addressAt(position) ?? '', position);
        return position;
      },
      onMatched: (item) => {
        for (const name of resolved) {
          const recipient = item[name];
          if (typeof recipient === 'string') this.#addresses.add(recipient);
        }
      },
      onRestart: () => unlisted?.restart(),
    });
  }

  #command(cmdlet: string): Command {
    const { unlisted, tap } = this.#options;
    const also = cmdlet === MAILBOXES ? [...(unlisted === undefined ? [] : UNLISTED), ...(tap?.select ?? [])] : [];
    const select = [...new Set([...knownCmdlet(cmdlet).keys, ...this.#selected(cmdlet), ...also])];
    return { cmdlet, parameters: { ResultSize: 'Unlimited' }, select };
  }

  /** The properties that reports read of a listing. */
  #selected(cmdlet: string): readonly string[] {
    return [...new Set(this.#requests.filter((request) => request.cmdlet === cmdlet).flatMap(({ select }) => select))];
  }

  async #list(cmdlet: string, objects: ListingSink): Promise<void> {
    const listAll = (): Promise<void> => list(this.#command(cmdlet), objects, this.#options);
    // Without the mailboxes of the tenant, nothing can say which of them the list lacks.
    if (cmdlet === MAILBOXES && this.#options.unlisted !== undefined) await listAll();
    else await this.#refusals.unlessRefused(cmdlet, listAll);
  }

  /** What people should know once everything is listed. */
  #notices(): readonly (string | undefined)[] {
    const optional = this.#requests.filter(({ isOptional }) => isOptional === true).map(({ cmdlet }) => cmdlet);
    const refused = this.#refusals.among(new Set([...optional, ...this.organization.cmdlets]));
    return [
      // Without the list of mailboxes nothing is read, whatever else is refused.
      this.#refusals.of(MAILBOXES) === undefined ? unknownNotice(refused) : undefined,
      ambiguousNotice(this.organization.ambiguous),
      repeatedNotice(this.#options.mailboxes, (position) => this.idsAt(position)?.find((id) => id !== undefined)),
    ];
  }
}

/** A sink that passes everything to two. */
function bothOf(first: ListingSink, second: ListingSink | undefined): ListingSink {
  if (second === undefined) return first;
  return {
    add: (items) => {
      second.add(items);
      first.add(items);
    },
    endPage: () => {
      second.endPage?.();
      first.endPage?.();
    },
    restart: () => {
      second.restart();
      first.restart();
    },
  };
}

/** Those of some properties that an object has. */
function partOf(item: JsonObject, names: Iterable<string>): JsonObject {
  const part: JsonObject = {};
  for (const name of names) {
    const value = property(item, name);
    if (value !== undefined) part[name] = value;
  }
  return part;
}
