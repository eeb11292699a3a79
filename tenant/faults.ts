import type { Alteration } from './alterations.ts';
import { isMailboxError, type MailboxError } from './graph-errors.ts';
import { EXCHANGE_FAULTS, ExchangeFaultPlan, type ExchangeFaults } from './exchange/faults.ts';
import {
  addressesOf,
  faultShare,
  meetsRequest,
  type OfMailboxes,
  type RetryAfter,
  type Which,
  type WhichMailboxes,
} from './fault-options.ts';
import type { ListingFaults, ListingName } from './listings.ts';
import type { PageFaults } from './page.ts';
import type { Lag, WriteFault } from './writes.ts';

/** Simulated faults. All are off by default. Random choices depend on the seed of the tenant. */
export interface Faults extends ExchangeFaults {
  /** A share of the items is refused with TooManyRequests, as the application's own limit does. */
  readonly itemThrottle?: { readonly rate: number; readonly retryAfter: RetryAfter };
  /** These mailboxes are over their concurrency limit (ApplicationThrottled) the first `times` times they are asked. */
  readonly mailboxThrottle?: WhichMailboxes & { readonly times: number; readonly retryAfter: RetryAfter };
  /** A share of the items is answered 503 with an empty message. */
  readonly item503?: { readonly rate: number; readonly retryAfter?: RetryAfter };
  /** A share of the items is answered 504. */
  readonly item504?: OfMailboxes & { readonly rate: number; readonly retryAfter?: RetryAfter };
  /** These mailboxes are always throttled (ApplicationThrottled). */
  readonly alwaysThrottled?: { readonly addresses: readonly string[]; readonly retryAfter: RetryAfter };
  /** These mailboxes always have status 503. */
  readonly alwaysUnavailable?: { readonly addresses: readonly string[]; readonly retryAfter?: RetryAfter };
  /** Mailboxes (their addresses) that Graph always answers with an error. */
  readonly mailboxErrors?: Readonly<Partial<Record<MailboxError, readonly string[]>>>;
  /** Whole requests to Graph, batch or single, are refused. */
  readonly batch429?: Which & OfMailboxes & { readonly retryAfter: RetryAfter };
  /** Whole requests to Graph are answered 503. */
  readonly batch503?: Which & OfMailboxes & { readonly retryAfter?: RetryAfter };
  /** A gateway answers 502 or 504 with a page of HTML. */
  readonly gatewayHtml?: Which & OfMailboxes;
  /** A proxy returns 200 with a page of HTML. */
  readonly html200?: Which;
  /** The connection is closed before or during the response. */
  readonly reset?: Which & OfMailboxes;
  /** These requests, or requests for one of these mailboxes, never get a response. */
  readonly hang?: Which | { readonly addresses: readonly string[] };
  /** The body of the response takes this many ms to arrive, in chunks. */
  readonly slowBody?: Which & { readonly ms: number };
  /** A share of the items is missing from the response of the batch. */
  readonly missingAnswers?: { readonly rate: number };
  /** A share of the items has two responses in one batch. */
  readonly duplicateAnswers?: { readonly rate: number };
  /** The JSON of the response is truncated, with a matching length. */
  readonly malformedJson?: Which & OfMailboxes;
  /** This many empty pages precede each page of the collections of these mailboxes, each with a link to the next. */
  readonly emptyPages?: WhichMailboxes & { readonly pages: number };
  /** Pages of the collections of these mailboxes have at most this many items, whatever was asked for. */
  readonly smallPages?: WhichMailboxes & { readonly most: number };
  /** Each page of the collections of these mailboxes, including the last, links to another origin. */
  readonly foreignNextLink?: WhichMailboxes & { readonly origin: string };
  /** Each page of these mailboxes' collections links to itself. */
  readonly loopingPages?: WhichMailboxes;
  /** Requests for the children of a folder of these mailboxes have status 403. */
  readonly childFoldersDenied?: WhichMailboxes;
  /** Requests for a resource of these mailboxes, where they would succeed, are denied (403), or answered as if it did not exist (404). */
  readonly refusedResources?: readonly (WhichMailboxes & {
    /** Such as `mailboxSettings`, or the name of a collection. */
    readonly resource: string;
    readonly status: 403 | 404;
  })[];
  /** What goes wrong with listings of the tenant. */
  readonly listings?: Partial<Readonly<Record<ListingName, ListingFaults>>>;
  /** Graph accepts changes of these mailboxes but does not apply them. */
  readonly lostWrites?: WhichMailboxes;
  /** After a change of these mailboxes, this many reads, and those of this time, still show what was there before. */
  readonly staleReads?: WhichMailboxes & { readonly reads?: number; readonly ms?: number };
  /** Changes fail, in Graph and in Exchange. Of several faults of a mailbox, the first applies until its times are over. */
  readonly writes?: readonly WriteFault[];
  /** The token endpoint refuses (AADSTS90055) the first `times` requests. */
  readonly tokenThrottle?: { readonly times: number; readonly retryAfter: RetryAfter };
  /** The token endpoint answers 503 to the first `times` requests. */
  readonly tokenUnavailable?: { readonly times: number };
  /** After this many checks of tokens, Graph and Exchange refuse all that were issued so far, and perhaps demand claims of new ones. */
  readonly tokensRefused?: { readonly after: number; readonly challenges: boolean };
  /** For the first `times` OIDC tokens, the federated credential is not yet replicated (AADSTS70021). */
  readonly federationPending?: { readonly times: number };
  /** The endpoint for OIDC tokens answers 503 to the first `times` requests. */
  readonly oidcUnavailable?: { readonly times: number };
  /** Responses that differ from those of today. */
  readonly altered?: readonly Alteration[];
}

const ITEM_FAULTS = [
  'itemThrottle',
  'mailboxThrottle',
  'item503',
  'item504',
  'missingAnswers',
  'duplicateAnswers',
] as const satisfies readonly (keyof Faults)[];

const PAGE_FAULTS = [
  'emptyPages',
  'smallPages',
  'foreignNextLink',
  'loopingPages',
  'childFoldersDenied',
] as const satisfies readonly (keyof Faults)[];

/** The name of every fault. */
export const FAULTS: readonly string[] = [
  ...ITEM_FAULTS,
  'alwaysThrottled',
  'alwaysUnavailable',
  'mailboxErrors',
  'batch429',
  'batch503',
  'gatewayHtml',
  'html200',
  'reset',
  'hang',
  'slowBody',
  'malformedJson',
  ...PAGE_FAULTS,
  'refusedResources',
  'listings',
  'lostWrites',
  'staleReads',
  'writes',
  'tokenThrottle',
  'tokenUnavailable',
  'tokensRefused',
  'federationPending',
  'oidcUnavailable',
  'altered',
  ...EXCHANGE_FAULTS,
] satisfies readonly (keyof Faults)[];

export type RequestFault =
  | { readonly kind: '429'; readonly retryAfter: RetryAfter }
  | { readonly kind: '503'; readonly retryAfter: RetryAfter }
  | { readonly kind: 'gateway'; readonly status: 502 | 504 }
  | { readonly kind: 'html200' | 'hang' | 'reset-before' }
  | { readonly kind: 'malformed' | 'reset-within' }
  | { readonly kind: 'slow'; readonly ms: number };

export type ItemFault =
  | { readonly kind: 'throttled' | 'mailbox-throttled'; readonly retryAfter: RetryAfter }
  | { readonly kind: 'unavailable'; readonly status: 503 | 504; readonly retryAfter: RetryAfter }
  | { readonly kind: 'error'; readonly error: MailboxError };

export type TokenFault =
  { readonly kind: 'throttled'; readonly retryAfter: RetryAfter } | { readonly kind: 'unavailable' };

/**
 * Selects the fault of each request. The faults of an item depend on the seed, its address and the number of requests,
 * never on the order in which requests arrive.
 */
export class FaultPlan {
  /** The faults of Exchange's admin API. */
  readonly exchange: ExchangeFaultPlan;
  readonly #faults: Faults;
  readonly #seed: number;
  readonly #always: ReadonlyMap<string, ItemFault>;
  readonly #hanging: ReadonlySet<string>;
  readonly #busy: ReadonlySet<string>;
  readonly #itemFaults: boolean;
  readonly #pageFaults: boolean;
  readonly #asked = new Map<string, number>();
  readonly #listed = new Map<ListingName, number>();
  readonly #expired = new Map<ListingName, number>();
  readonly #written = new Map<string, number>();
  #requests = 0;
  #tokens = 0;
  #checks = 0;
  #federated = 0;
  #oidc = 0;

  constructor(faults: Faults, seed: number) {
    this.exchange = new ExchangeFaultPlan(faults, seed);
    this.#faults = faults;
    this.#seed = seed;
    const always = new Map<string, ItemFault>();
    for (const address of faults.alwaysThrottled?.addresses ?? []) {
      const retryAfter = faults.alwaysThrottled?.retryAfter ?? 'none';
      always.set(address.toLowerCase(), { kind: 'mailbox-throttled', retryAfter });
    }
    for (const address of faults.alwaysUnavailable?.addresses ?? []) {
      const retryAfter = faults.alwaysUnavailable?.retryAfter ?? 'none';
      always.set(address.toLowerCase(), { kind: 'unavailable', status: 503, retryAfter });
    }
    for (const error of Object.keys(faults.mailboxErrors ?? {}).filter(isMailboxError)) {
      for (const address of faults.mailboxErrors?.[error] ?? [])
        always.set(address.toLowerCase(), { kind: 'error', error });
    }
    this.#always = always;
    this.#hanging = addressesOf(faults.hang);
    this.#busy = addressesOf(faults.mailboxThrottle);
    this.#itemFaults = ITEM_FAULTS.some((name) => faults[name] !== undefined);
    this.#pageFaults = PAGE_FAULTS.some((name) => faults[name] !== undefined);
  }

  get alterations(): readonly Alteration[] {
    return this.#faults.altered ?? [];
  }

  /** The fault of the next request to Graph, if any. `mailboxes` are in lower case. */
  nextRequest(mailboxes: readonly string[]): RequestFault | undefined {
    const faults = this.#faults;
    const number = this.#requests++;
    const meets = (
      name: string,
      which: (Which & OfMailboxes) | { readonly addresses: readonly string[] } | undefined,
    ): boolean => {
      if (which === undefined || 'addresses' in which) return false;
      if (which.ofMailboxes === true && !mailboxes.every(isAddress)) return false;
      return meetsRequest(which, number, () => this.#share(name, '', number));
    };
    if (this.#hanging.size > 0 && mailboxes.some((mailbox) => this.#hanging.has(mailbox))) return { kind: 'hang' };
    if (meets('hang', faults.hang)) return { kind: 'hang' };
    if (meets('reset', faults.reset)) {
      return { kind: this.#share('where', '', number) < 0.5 ? 'reset-before' : 'reset-within' };
    }
    if (meets('gatewayHtml', faults.gatewayHtml)) {
      return { kind: 'gateway', status: this.#share('status', '', number) < 0.5 ? 502 : 504 };
    }
    if (meets('html200', faults.html200)) return { kind: 'html200' };
    if (faults.batch429 && meets('batch429', faults.batch429)) {
      return { kind: '429', retryAfter: faults.batch429.retryAfter };
    }
    if (meets('batch503', faults.batch503)) return { kind: '503', retryAfter: faults.batch503?.retryAfter ?? 'none' };
    if (meets('malformedJson', faults.malformedJson)) return { kind: 'malformed' };
    if (faults.slowBody && meets('slowBody', faults.slowBody)) return { kind: 'slow', ms: faults.slowBody.ms };
    return undefined;
  }

  /** The fault of the next read of a mailbox (in lower case), if any. */
  nextItem(mailbox: string): ItemFault | undefined {
    const always = this.#always.get(mailbox);
    if (always !== undefined) return always;
    if (!this.#itemFaults) return undefined;
    const { itemThrottle, mailboxThrottle, item503, item504 } = this.#faults;
    const time = this.#asked.get(mailbox) ?? 0;
    this.#asked.set(mailbox, time + 1);
    const meets = (name: string, rate: number): boolean => this.#share(name, mailbox, time) < rate;
    if (mailboxThrottle !== undefined && time < mailboxThrottle.times) {
      const busy =
        'rate' in mailboxThrottle
          ? this.#share('mailboxThrottle', mailbox, 0) < mailboxThrottle.rate
          : this.#busy.has(mailbox);
      if (busy) return { kind: 'mailbox-throttled', retryAfter: mailboxThrottle.retryAfter };
    }
    if (itemThrottle !== undefined && meets('itemThrottle', itemThrottle.rate)) {
      return { kind: 'throttled', retryAfter: itemThrottle.retryAfter };
    }
    if (item503 !== undefined && meets('item503', item503.rate)) {
      return { kind: 'unavailable', status: 503, retryAfter: item503.retryAfter ?? 'none' };
    }
    if (
      item504 !== undefined &&
      (item504.ofMailboxes !== true || isAddress(mailbox)) &&
      meets('item504', item504.rate)
    ) {
      return { kind: 'unavailable', status: 504, retryAfter: item504.retryAfter ?? 'none' };
    }
    return undefined;
  }

  /** The number of responses to an item in its batch: one without faults. */
  answerTimes(mailbox: string): 0 | 1 | 2 {
    const { missingAnswers, duplicateAnswers } = this.#faults;
    if (missingAnswers === undefined && duplicateAnswers === undefined) return 1;
    const time = this.#asked.get(mailbox) ?? 0;
    if (this.#share('missingAnswers', mailbox, time) < (missingAnswers?.rate ?? 0)) return 0;
    return this.#share('duplicateAnswers', mailbox, time) < (duplicateAnswers?.rate ?? 0) ? 2 : 1;
  }

  /** The faults of the pages of a mailbox (in lower case), if any. They are the same for each page. */
  pages(mailbox: string): PageFaults | undefined {
    if (!this.#pageFaults) return undefined;
    const { emptyPages, smallPages, foreignNextLink, loopingPages, childFoldersDenied } = this.#faults;
    const meets = (name: string, which: WhichMailboxes | undefined): boolean => this.#affects(name, which, mailbox);
    return {
      empties: meets('emptyPages', emptyPages) ? (emptyPages?.pages ?? 0) : 0,
      most: meets('smallPages', smallPages) ? (smallPages?.most ?? Infinity) : Infinity,
      foreign: meets('foreignNextLink', foreignNextLink) ? foreignNextLink?.origin : undefined,
      looping: meets('loopingPages', loopingPages),
      childrenDenied: meets('childFoldersDenied', childFoldersDenied),
    };
  }

  /** The status with which a resource of a mailbox (in lower case) is refused, if it is. */
  refusal(mailbox: string, resource: string): 403 | 404 | undefined {
    const { refusedResources: refused = [] } = this.#faults;
    return refused.find((fault) => fault.resource === resource && this.#affects(resource, fault, mailbox))?.status;
  }

  listing(name: ListingName): ListingFaults {
    return this.#faults.listings?.[name] ?? {};
  }

  /** The seconds of the Retry-After with which the next request for a listing is refused, if it is. */
  nextListing(name: ListingName): number | undefined {
    const { throttled } = this.listing(name);
    const time = this.#listed.get(name) ?? 0;
    this.#listed.set(name, time + 1);
    return throttled !== undefined && time < throttled.times ? throttled.retryAfter : undefined;
  }

  /** Whether the skip token of the next request for a further page of a listing has expired. */
  nextPageExpired(name: ListingName): boolean {
    const time = this.#expired.get(name) ?? 0;
    this.#expired.set(name, time + 1);
    return time < (this.listing(name).expired ?? 0);
  }

  /** Whether a change of a mailbox (in lower case) is accepted but not applied. */
  losesWrite(mailbox: string): boolean {
    return this.#affects('lostWrites', this.#faults.lostWrites, mailbox);
  }

  /** How long reads of a mailbox (in lower case) lag behind a change that is made now (epoch ms). */
  lag(mailbox: string, now: number): Lag {
    const { staleReads } = this.#faults;
    const { reads = 0, ms = 0 } = this.#affects('staleReads', staleReads, mailbox) ? (staleReads ?? {}) : {};
    return { reads, until: now + ms };
  }

  /** The fault of the next change of a mailbox (in lower case), if any. */
  nextWrite(mailbox: string): WriteFault | undefined {
    for (const [at, fault] of (this.#faults.writes ?? []).entries()) {
      if (!this.#affects('writes', fault, mailbox)) continue;
      const key = `${at} ${mailbox}`;
      const time = this.#written.get(key) ?? 0;
      if (time >= (fault.times ?? Infinity)) continue;
      this.#written.set(key, time + 1);
      return fault;
    }
    return undefined;
  }

  #affects(name: string, which: WhichMailboxes | undefined, mailbox: string): boolean {
    if (which === undefined) return false;
    return 'rate' in which ? this.#share(name, mailbox, 0) < which.rate : addressesOf(which).has(mailbox);
  }

  /** The fault of the next request to the token endpoint, if any. */
  nextToken(): TokenFault | undefined {
    const { tokenThrottle, tokenUnavailable } = this.#faults;
    const number = this.#tokens++;
    if (tokenThrottle !== undefined && number < tokenThrottle.times) {
      return { kind: 'throttled', retryAfter: tokenThrottle.retryAfter };
    }
    return number - (tokenThrottle?.times ?? 0) < (tokenUnavailable?.times ?? 0) ? { kind: 'unavailable' } : undefined;
  }

  /** How all tokens are refused from the next check on, if they are. */
  nextCheck(): Faults['tokensRefused'] {
    const { tokensRefused } = this.#faults;
    return this.#checks++ === tokensRefused?.after ? tokensRefused : undefined;
  }

  /** Whether the credential for the next OIDC token is not yet replicated. */
  nextFederated(): boolean {
    return this.#federated++ < (this.#faults.federationPending?.times ?? 0);
  }

  /** Whether the next request for an OIDC token fails. */
  nextOidc(): boolean {
    return this.#oidc++ < (this.#faults.oidcUnavailable?.times ?? 0);
  }

  #share(name: string, mailbox: string, time: number): number {
    return faultShare(this.#seed, name, mailbox, time);
  }
}

/** Groups and listings have other names. */
function isAddress(mailbox: string): boolean {
  return mailbox.includes('@');
}
