import type { JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { knownCmdlet } from './cmdlets.ts';
import type { Command } from './command.ts';
import { list, objectsOfCommand, type ListOptions } from './listing.ts';
import { ListPositions, mailboxIds } from './mailbox-keys.ts';
import { MatchedListing } from './matched-listing.ts';
import { Recipients } from './recipients.ts';
import { listedRequests, type ExchangeRequest } from './request.ts';
import type { ExchangeRequests } from './requests.ts';
import type { Unlisted } from './unlisted.ts';

export interface ListingsOptions extends ListOptions {
  readonly requests: Pick<ExchangeRequests, 'run' | 'batch'>;
  readonly mailboxes: MailboxList;
  /** What the reports read. */
  readonly reads: readonly ExchangeRequest[];
  /** Receives the mailboxes that the tenant has and the list lacks. Undefined: nobody asks. */
  readonly unlisted?: Unlisted | undefined;
}

interface Started {
  readonly directory: Promise<void>;
  readonly all: Promise<void>;
  readonly recipients: Promise<void>;
}

/** The listing that says which mailboxes the tenant has, and by which addresses. */
const DIRECTORY = 'Get-Mailbox';
const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'];
const TYPE = ['RecipientTypeDetails', 'WhenCreated'];

/**
 * The listings that some reports need, each cmdlet once and all side by side: the mailboxes of the tenant, and the objects
 * of other cmdlets about them.
 */
export class Listings {
  readonly #options: ListingsOptions;
  readonly #positions: ListPositions;
  readonly #listed: readonly Pick<ExchangeRequest, 'cmdlet' | 'select'>[];
  readonly #listings = new Map<string, MatchedListing>();
  readonly #recipients: Recipients;
  readonly #organization = new Map<string, JsonObject>();
  #started: Started | undefined;

  constructor(options: ListingsOptions) {
    this.#options = options;
    this.#positions = new ListPositions(options.mailboxes);
    this.#recipients = new Recipients(options.requests);
    this.#listed = options.reads.flatMap(listedRequests).filter(({ cmdlet }) => knownCmdlet(cmdlet).kind === 'listing');
    for (const cmdlet of new Set([DIRECTORY, ...this.#listed.map((request) => request.cmdlet)]))
      this.#listings.set(cmdlet, this.#open(cmdlet));
  }

  /** Sends the first requests, unless they were sent before. */
  begin(): void {
    this.#start();
  }

  /** Resolves when the mailboxes of the tenant are known. Rejects as `list` does. Begins the listings. */
  get directory(): Promise<void> {
    return this.#start().directory;
  }

  /** Resolves when everything is listed. */
  get all(): Promise<void> {
    return this.#start().all;
  }

  /** The number of objects of each cmdlet. */
  get counts(): readonly (readonly [cmdlet: string, count: number])[] {
    return [...this.#listings].map(([cmdlet, { count }]) => [cmdlet, count]);
  }

  /** Whether Exchange lists the mailbox at a position of the list. */
  has(position: number): boolean {
    return this.#listings.get(DIRECTORY)?.has(position) === true;
  }

  /** The object of a cmdlet about the mailbox at a position; undefined if there is none. */
  objectAt(cmdlet: string, position: number): JsonObject | undefined {
    if (!this.has(position)) return undefined;
    const listing = this.#listings.get(cmdlet);
    const matched = listing?.at(position);
    if (cmdlet === DIRECTORY || matched !== undefined) return matched;
    return listing?.at(position, mailboxIds(this.#mailboxAt(position) ?? {}));
  }

  /** The objects of a cmdlet about the mailbox at a position, if it may have several. */
  objectsAt(cmdlet: string, position: number): readonly JsonObject[] {
    if (knownCmdlet(cmdlet).many !== true) return [this.objectAt(cmdlet, position) ?? []].flat();
    const mailbox = this.#mailboxAt(position);
    return mailbox === undefined ? [] : (this.#listings.get(cmdlet)?.allOf(mailboxIds(mailbox)) ?? []);
  }

  /** The object of the organization that a report reads. */
  organizationOf({ organization }: ExchangeRequest): JsonObject {
    return (organization === undefined ? undefined : this.#organization.get(organization.cmdlet)) ?? {};
  }

  /** Resolves when all recipients are asked for that listed mailboxes name. Rejects as `list` and `batch` do. */
  get recipients(): Promise<void> {
    return this.#start().recipients;
  }

  /**
   * The address of the recipient that an object names in the property that a request resolves; null if it is not known,
   * undefined as long as it is not asked for.
   */
  recipientOf({ resolves }: ExchangeRequest, object: JsonObject): string | null | undefined {
    const name = resolves === undefined ? undefined : object[resolves];
    return typeof name === 'string' && name !== '' ? this.#recipients.addressOf(name) : null;
  }

  #mailboxAt(position: number): JsonObject | undefined {
    return this.#listings.get(DIRECTORY)?.at(position);
  }

  #open(cmdlet: string): MatchedListing {
    const { unlisted } = this.#options;
    const wanted = this.#wanted(cmdlet);
    const ids = this.#listed.some((request) => request.cmdlet !== DIRECTORY) ? IDS : [];
    if (cmdlet !== DIRECTORY) {
      const many = knownCmdlet(cmdlet).many === true;
      return new MatchedListing({ positions: this.#positions, hold: [...new Set(wanted)], many });
    }
    const named = this.#options.reads.flatMap(({ perMailbox, resolves }) =>
      perMailbox === true ? [] : (resolves ?? []),
    );
    return new MatchedListing({
      positions: this.#positions,
      hold: [...new Set([...wanted, ...ids])],
      onUnmatched: (item) => {
        const position = unlisted?.add(item);
        if (position !== undefined) this.#positions.add(unlisted?.addressAt(position) ?? '', position);
        return position;
      },
      onMatched: (item) => {
        for (const name of named) {
          const recipient = item[name];
          if (typeof recipient === 'string') this.#recipients.add(recipient);
        }
      },
      onRestart: () => unlisted?.restart(),
    });
  }

  #start(): Started {
    if (this.#started !== undefined) return this.#started;
    const listings = [...this.#listings].map(
      ([cmdlet, listing]) => [cmdlet, list(this.#command(cmdlet), listing, this.#options)] as const,
    );
    const directory = Promise.resolve(listings.find(([cmdlet]) => cmdlet === DIRECTORY)?.[1]).then(() => {
      if (this.#options.unlisted !== undefined) this.#options.unlisted.isComplete = true;
    });
    const recipients = directory.then(() => this.#recipients.all());
    const all = Promise.all([directory, ...listings.map(([, listing]) => listing), this.#readOrganization()]).then(
      () => undefined,
    );
    // A caller that awaits one gets its rejection; that of the others must not count as unhandled.
    for (const promise of [directory, all, recipients]) promise.catch(() => undefined);
    this.#started = { directory, all, recipients };
    return this.#started;
  }

  #command(cmdlet: string): Command {
    const { unlisted } = this.#options;
    const wanted = this.#wanted(cmdlet);
    const also = cmdlet === DIRECTORY && unlisted !== undefined ? TYPE : [];
    const select = [...new Set([...knownCmdlet(cmdlet).keys, ...wanted, ...also])];
    return { cmdlet, parameters: { ResultSize: 'Unlimited' }, select };
  }

  /** The properties that reports read of a listing. */
  #wanted(cmdlet: string): readonly string[] {
    return this.#listed.filter((request) => request.cmdlet === cmdlet).flatMap(({ select }) => select);
  }

  async #readOrganization(): Promise<void> {
    const requests = this.#options.reads.flatMap(({ organization }) => organization ?? []);
    for (const { cmdlet, select } of new Map(requests.map((request) => [request.cmdlet, request])).values()) {
      const [object = {}] = await objectsOfCommand({ cmdlet, parameters: {}, select }, this.#options);
      this.#organization.set(cmdlet, object);
    }
  }
}
