import { describeError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { mailboxUrl } from './batch.ts';
import type { UnreadableStatus, QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { NextPage, OnError, OnPage, PageCollector, Query } from './graph-query.ts';

/**
 * Outlook accepts 4 concurrent requests per application and mailbox, in one batch or across batches.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
export const MAX_CONCURRENT_REQUESTS = 4;
/**
 * Pages that one query may read from one mailbox. Outlook accepts no more requests to a mailbox in ten minutes, and
 * links to next pages may never end.
 */
export const MAX_REQUESTS = 10_000;

/** One request to a mailbox. */
export interface PendingRequest<T> {
  readonly task: MailboxTask<T>;
  readonly state: QueryState<T>;
  /** Below `/users/{mailbox}/`; a next page's path starts with `/` and is relative to the version. */
  readonly path: string;
  /** Undefined for the first page of the query: the collector does not exist yet. */
  readonly onPage: OnPage | undefined;
  /** Undefined if the query fails with the request. */
  readonly onError: OnError | undefined;
  /** How often it failed, apart from faults. */
  refusals: number;
  /** How often it had no usable response: connection resets, gateway errors. */
  faults: number;
  /** Whether it is sent in a batch of its own, because Graph rejected a whole batch that contained it. */
  alone: boolean;
}

/** The progress of one query for one mailbox. */
interface QueryState<T> {
  readonly query: Query<T>;
  collector: PageCollector<T> | undefined;
  /** Requests without a response. */
  openRequests: number;
  pagesRead: number;
  /** Paths of the pages that next links led to, with the first page. Undefined if there is one page. */
  knownPages: Set<string> | undefined;
  result: QueryResult<T> | undefined;
}

/** The state of one mailbox while it is read: its queries, their pending requests, and their results. */
export class MailboxTask<T> {
  readonly position: number;
  /** Characters of the responses that this mailbox's results may hold. */
  heldCharacters = 0;
  /** Epoch ms before which no request may be sent, because the mailbox asked for a wait. */
  notBefore = -Infinity;
  /** Ms of all waits that Graph has asked for. Waits of several requests at the same time count once. */
  waited = 0;
  #waitedUntil = -Infinity;
  /** Epoch ms of the first fault since the last success. */
  failingSince: number | undefined;
  /** The error of the last request, if Graph says that the mailbox cannot be read now. */
  fault: string | undefined;
  readonly #states: readonly QueryState<T>[];
  #waiting: PendingRequest<T>[] = [];
  #inFlight = 0;

  /** @param position position of the mailbox in the list */
  constructor(position: number, queries: readonly Query<T>[]) {
    this.position = position;
    this.#states = queries.map((query) => ({
      query,
      collector: undefined,
      openRequests: 0,
      pagesRead: 0,
      knownPages: undefined,
      result: undefined,
    }));
    for (const state of this.#states) this.#add(state, { path: state.query.path });
  }

  /** Whether every query has a result. */
  get isDone(): boolean {
    return this.#states.every(({ result }) => result !== undefined);
  }

  /** The result of each query; `fallback` for a query without one. */
  results(fallback: QueryResult<T>): QueryResult<T>[] {
    return this.#states.map(({ result }) => result ?? fallback);
  }

  /** The requests that may be sent now. Each counts as in flight until `onResponse` or `fail` is called for it. */
  start(): PendingRequest<T>[] {
    const started = this.#waiting.splice(0, MAX_CONCURRENT_REQUESTS - this.#inFlight);
    this.#inFlight += started.length;
    return started;
  }

  /** Counts a wait until a time (epoch ms) that Graph has asked for. */
  countWait(until: number, now: number): void {
    this.waited += Math.max(0, until - Math.max(now, this.#waitedUntil));
    this.#waitedUntil = Math.max(until, this.#waitedUntil);
  }

  /** Whether the query of a request already has a result. */
  isFinished({ state }: PendingRequest<T>): boolean {
    return state.result !== undefined;
  }

  /** Passes a page to the collector of its query. */
  onResponse(request: PendingRequest<T>, page: JsonObject, next: NextPage): void {
    this.failingSince = undefined;
    this.fault = undefined;
    this.#complete(request, () => {
      this.#collect(request, page, next);
    });
  }

  /** A request failed for good. Its query fails too, unless the request has an error handler. */
  fail(request: PendingRequest<T>, status: UnreadableStatus, error: string): void {
    const { state, onError } = request;
    this.#complete(request, () => {
      if (onError === undefined) this.#finish(state, { status, error });
      else onError(status, error);
    });
  }

  /** Counts a request as done. Its query gets a result after the last request, or if `handle` throws. */
  #complete({ state }: PendingRequest<T>, handle: () => void): void {
    this.#inFlight--;
    if (state.result !== undefined) return;
    try {
      handle();
      state.openRequests--;
      state.pagesRead++;
      if (state.openRequests > 0 && state.pagesRead >= MAX_REQUESTS) {
        throw new Error(`Not everything was read after ${MAX_REQUESTS.toLocaleString('en-US')} requests`);
      }
      const { collector } = state;
      if (state.openRequests === 0 && collector !== undefined) {
        this.#finish(state, { status: 'ok', value: collector.result() });
      }
    } catch (error) {
      this.#finish(state, { status: 'failed', error: describeError(error) });
    }
  }

  #collect({ state, path, onPage, onError }: PendingRequest<T>, page: JsonObject, next: NextPage): void {
    if (onPage === undefined && state.query.firstPageOnly === true) next = { kind: 'none' };
    if (next.kind === 'refused') throw new Error(next.error);
    state.collector ??= state.query.newCollector();
    const receive = onPage ?? state.collector.onPage;
    if (next.kind === 'path') {
      state.knownPages = (state.knownPages ?? new Set()).add(path);
      if (state.knownPages.has(next.path)) {
        throw new Error('The link to the next page leads back to a page that was read');
      }
      state.knownPages.add(next.path);
      this.#add(state, { path: next.path, onPage: receive, onError });
    }
    for (const followUp of receive(page, next.kind === 'path')) this.#add(state, followUp);
  }

  #finish(state: QueryState<T>, result: QueryResult<T>): void {
    if (state.result !== undefined) return;
    state.result = result;
    state.collector = undefined;
    state.knownPages = undefined;
    this.#waiting = this.#waiting.filter((request) => request.state !== state);
  }

  #add(state: QueryState<T>, { path, onPage, onError }: RequestOptions): void {
    state.openRequests++;
    this.#waiting.push({
      task: this,
      state,
      path,
      onPage,
      onError,
      refusals: 0,
      faults: 0,
      alone: false,
    });
  }
}

type RequestOptions = Pick<PendingRequest<unknown>, 'path'> & { onPage?: OnPage; onError?: OnError | undefined };

/**
 * Whether a request has an empty answer because a resource in an existing mailbox is missing: an optional one that its path
 * names, such as `manager`, or the parent of a follow-up that was deleted after its page was read.
 */
export function isEmptyAnswer(
  { path, onPage }: Pick<PendingRequest<unknown>, 'path' | 'onPage'>,
  missingResource: string | undefined,
): boolean {
  if (missingResource === undefined || path.startsWith('/')) return false;
  if (missingResource === '') return onPage !== undefined;
  const segments = path.replace(/\?.*/s, '').toLowerCase().split('/');
  return segments.includes(encodeURIComponent(missingResource.toLowerCase()));
}

/** The URL of a request, relative to the version. */
export function urlOf({ path, state }: Pick<PendingRequest<unknown>, 'path' | 'state'>, address: string): string {
  return path.startsWith('/') ? path : mailboxUrl(address, path, state.query.root);
}
