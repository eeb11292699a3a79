import { describeError, systemErrorCode, UserError } from '../errors.ts';
import type { Machine } from '../http/machine.ts';
import { MAX_WAIT, retryWait, type Backoff } from '../http/retrying.ts';
import type { JsonObject } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { BATCH_SIZE, batchBody } from './batch.ts';
import { AnswerRecord } from './answer-record.ts';
import type { GraphResponse } from './graph-client.ts';
import { isEmptyAnswer, MailboxTask, urlOf, type PendingRequest } from './mailbox-task.ts';
import {
  batchOutcomes,
  isRefusal,
  FAULT_RULE,
  retryOf,
  transientFailure,
  withMailboxWaits,
  type FailedOutcome,
  type Outcome,
} from './graph-outcome.ts';
import { nextPage, type Query } from './graph-query.ts';
import type { MailboxAnswer, QueryFailure } from '../mailboxes/mailbox-answer.ts';
import type { Permit, RateLimiter } from '../http/rate-limiter.ts';
import { ReorderBuffer } from './reorder-buffer.ts';
import { RequestQueue } from './request-queue.ts';

/** A request that failed, for the debug log. */
export interface FailedRequest {
  readonly address: string;
  readonly error: string;
  /** Graph's id of the request, and ours: Microsoft's support finds both in their logs. */
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
  readonly willRetry: boolean;
}

/** What a request names: a mailbox by its address, or another object of the tenant by its ID. */
export interface Requested {
  readonly address: string;
}

/** Mailboxes that were given up after waits that Graph asked for, by address. `until`: when the last wait ends, in epoch ms. */
export type GivenUpMailboxes = Map<string, QueryFailure & { readonly until: number }>;

/** A list of what is requested, as a `MailboxList` is. */
export interface RequestedList<Of> {
  readonly length: number;
  at(position: number): Of;
}

/** Reads a query for each object of the tenant with one of these IDs. */
export type ReadEach = <T>(
  ids: readonly string[],
  query: Query<T>,
) => AsyncGenerator<readonly MailboxAnswer<T, Requested>[]>;

export interface ReaderOptions<T, Of extends Requested = Mailbox> extends Pick<Machine, 'now' | 'random' | 'timer'> {
  readonly mailboxes: RequestedList<Of>;
  /** At least one. Each is sent for every mailbox. */
  readonly queries: readonly Query<T>[];
  /** URL of Graph. Links to next pages may lead nowhere else. */
  readonly graphUrl: string;
  /** Sends one batch to a path such as `/v1.0/$batch`; `GraphClient.post`. */
  readonly post: (path: string, body: string) => Promise<GraphResponse>;
  readonly limiter: RateLimiter;
  /** Those that other readers of a run have given up: nothing is sent to them before their wait ends. */
  readonly givenUp?: GivenUpMailboxes;
  readonly backoff?: Backoff;
  readonly signal: AbortSignal;
  readonly onFailure?: (request: FailedRequest) => void;
  /** Ms without a usable response after which reading stops if all requests are throttled or fail. */
  readonly noProgressTimeout?: number;
  /**
   * Characters of responses that may be held for results that were not yielded. Beyond them, requests are sent only to
   * the mailboxes whose results are yielded next.
   */
  readonly maxBuffered?: number;
  /** Characters of responses that one mailbox may need. */
  readonly maxPerMailbox?: number;
}

/** How many mailboxes reading may be ahead of the slowest one. */
const READ_AHEAD = 20_000;
/** In characters. Only mailboxes with thousands of rules or folders come near it. */
const MAX_BUFFERED = 32 * 1024 * 1024;
/** In characters: some hundred thousand rules. Pages without an end would fill the memory otherwise. */
export const MAX_PER_MAILBOX = 64 * 1024 * 1024;
export const NO_PROGRESS_TIMEOUT = 60_000;
const MAX_CHUNK = 1_000;
/** In ms. Node.js timers are limited to 24 days. */
const MAX_TIMER = 60_000;

/**
 * Sends the queries for every mailbox in batches, in parallel as the rate limiter permits, retries only what failed, and
 * yields the results in list order.
 */
export class MailboxReader<T, Of extends Requested = Mailbox> {
  readonly #options: ReaderOptions<T, Of>;
  readonly #results: ReorderBuffer<HeldResult<T, Of>>;
  readonly #queue: RequestQueue<PendingRequest<T>>;
  /** Of the mailboxes that are being read, by position. As a Map, it would keep garbage alive, as in `GraphClient`. */
  readonly #tasks: (MailboxTask<T> | undefined)[];
  readonly #record: AnswerRecord;
  #heldCharacters = 0;
  #batchesInFlight = 0;
  #cancelTimer: () => void = () => undefined;
  #wake: () => void = () => undefined;
  #bug: { readonly error: unknown } | undefined;
  #stopped: (QueryFailure & { readonly cause: UserError | undefined }) | undefined;

  constructor(options: ReaderOptions<T, Of>) {
    const { mailboxes, queries, limiter, givenUp, now, noProgressTimeout = NO_PROGRESS_TIMEOUT } = options;
    this.#options = options;
    this.#results = new ReorderBuffer(mailboxes.length, READ_AHEAD);
    this.#tasks = new Array<MailboxTask<T> | undefined>(mailboxes.length).fill(undefined);
    this.#queue = new RequestQueue((position) => {
      const task = new MailboxTask(position, queries);
      this.#tasks[position] = task;
      const failure = givenUp?.get(mailboxes.at(position).address);
      if (failure === undefined || failure.until <= now()) return task.start();
      this.#giveUp(task, failure);
      return [];
    });
    this.#record = new AnswerRecord(limiter, noProgressTimeout, now);
  }

  /** The number of mailboxes with a result, yielded or not. */
  get finished(): number {
    return this.#results.received;
  }

  /** The error because of which no mailbox, or no further one, could be read, if a user can fix it. */
  get stoppedBy(): UserError | undefined {
    return this.#stopped === undefined ? this.#record.tokenError : this.#stopped.cause;
  }

  /**
   * Yields the results in chunks, each mailbox once, in list order. Errors of Graph are results; it throws only for bugs
   * in this program.
   */
  async *read(): AsyncGenerator<readonly MailboxAnswer<T, Of>[]> {
    const { signal } = this.#options;
    const cancel = (): void => {
      this.#stop({ status: 'cancelled', error: 'The run was cancelled before this mailbox was read' });
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      while (!this.#results.isDone) {
        if (this.#bug !== undefined) throw this.#bug.error;
        this.#sendBatches();
        const chunk = this.#results.take(MAX_CHUNK, this.#fallback());
        if (chunk.length === 0) await this.#nextEvent();
        else yield chunk;
        for (const { heldCharacters } of chunk) this.#heldCharacters -= heldCharacters;
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#cancelTimer();
    }
  }

  /** After a stop, queries without a result get the reason as their result. */
  #fallback(): ((position: number) => HeldResult<T, Of>) | undefined {
    if (this.#stopped === undefined) return undefined;
    const { mailboxes, queries } = this.#options;
    const { status, error } = this.#stopped;
    return (position) => {
      const task = this.#tasks[position] ?? new MailboxTask(position, queries);
      return {
        mailbox: mailboxes.at(position),
        results: task.results(task.fault === undefined ? { status, error } : { status: 'failed', error: task.fault }),
        heldCharacters: task.heldCharacters,
      };
    };
  }

  #nextEvent(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #wakeIn(ms: number): void {
    if (ms === Infinity) return;
    const wake = (): void => {
      this.#wake();
    };
    this.#cancelTimer = this.#options.timer(Math.min(Math.max(Math.ceil(ms), 1), MAX_TIMER), wake);
  }

  /** Sends as many batches as the rate limiter permits and the queue has. */
  #sendBatches(): void {
    const { limiter, now, maxBuffered = MAX_BUFFERED } = this.#options;
    this.#cancelTimer();
    while (this.#stopped === undefined && this.#batchesInFlight < limiter.window) {
      const time = now();
      const delay = limiter.delay(time);
      if (delay > 0) {
        this.#wakeIn(delay);
        return;
      }
      const { head, end } = this.#results;
      const limit = this.#heldCharacters > maxBuffered ? head + BATCH_SIZE : Infinity;
      const batch = this.#queue.next(time, end, limit);
      if (batch.length === 0) {
        this.#wakeIn(this.#queue.nextDue - time);
        return;
      }
      this.#batchesInFlight++;
      void this.#send(batch, limiter.acquire(batch.length, time))
        .catch((error: unknown) => {
          this.#bug ??= { error };
        })
        .finally(() => {
          this.#batchesInFlight--;
          this.#wake();
        });
    }
  }

  async #send(batch: readonly PendingRequest<T>[], permit: Permit): Promise<void> {
    const { post, now, mailboxes } = this.#options;
    const requests = batch.map((request) => ({ url: urlOf(request, mailboxes.at(request.task.position).address) }));
    let response: GraphResponse | undefined;
    let outcomes: readonly Outcome[];
    try {
      response = await post(`/${batch[0]?.state.query.version ?? 'v1.0'}/$batch`, batchBody(requests));
      const found = batchOutcomes(response, batch.length, now());
      const isOneMailbox = response.status === 200 && batch.every(({ task }) => task === batch[0]?.task);
      outcomes = isOneMailbox ? withMailboxWaits(found) : found;
      await this.#record.renewRejectedToken(response, outcomes);
    } catch (error) {
      if (error instanceof UserError) this.#stop({ status: 'failed', error: firstLine(error.message) }, error);
      outcomes = batch.map(() => outcomeOfError(error, batch.length));
    }
    if (this.#stopped !== undefined) return;
    const stop = this.#record.add(outcomes, permit, response?.status !== 200);
    if (stop !== undefined) this.#stop(stop);
    const characters = Math.ceil((response?.text.length ?? 0) / batch.length);
    for (const [at, request] of batch.entries()) {
      const outcome = outcomes[at];
      if (outcome?.kind === 'read') this.#onResponse(request, outcome.body, characters);
      else if (outcome !== undefined) this.#onFailure(request, outcome, response?.clientRequestId);
    }
  }

  /** @param characters the request's share of its batch response */
  #onResponse(request: PendingRequest<T>, body: JsonObject, characters: number): void {
    const { graphUrl, maxPerMailbox = MAX_PER_MAILBOX } = this.#options;
    const { task, state } = request;
    if (this.#isOpen(task)) {
      task.heldCharacters += characters;
      this.#heldCharacters += characters;
    }
    if (task.heldCharacters > maxPerMailbox) {
      task.fail(request, 'failed', `The responses for this mailbox exceed the limit of ${maxPerMailbox} characters`);
    } else {
      task.onResponse(request, body, nextPage(body, `${graphUrl}/${state.query.version}`));
    }
    this.#advance(task);
  }

  #onFailure(request: PendingRequest<T>, outcome: FailedOutcome, clientRequestId: string | undefined): void {
    const { mailboxes, onFailure } = this.#options;
    const { task } = request;
    const { error, requestId } = outcome;
    const wait = task.isFinished(request) ? undefined : this.#retryWait(request, outcome);
    const { address } = mailboxes.at(task.position);
    onFailure?.({ address, error, requestId, clientRequestId, willRetry: wait !== undefined });
    if (wait !== undefined) {
      this.#retry(request, outcome, wait);
      return;
    }
    if (outcome.kind === 'final' && isEmptyAnswer(request, outcome.missingResource)) {
      task.onResponse(request, { value: [] }, { kind: 'none' });
    } else {
      // Waits in all that are too long are throttling, whatever the last response was.
      const isTooLong =
        outcome.kind === 'retry' && task.waited > 0 && task.waited + (outcome.retryAfter ?? 0) > MAX_WAIT;
      const status = isTooLong ? 'throttled' : 'status' in outcome ? outcome.status : 'failed';
      if (outcome.kind === 'retry' && outcome.scope === 'mailbox' && outcome.retryAfter !== undefined) {
        this.#options.givenUp?.set(address, { status, error, until: this.#options.now() + outcome.retryAfter });
      }
      task.fail(request, status, error);
    }
    this.#advance(task);
  }

  /** Ms until a failed request is sent again; undefined if it is not. */
  #retryWait(request: PendingRequest<T>, outcome: FailedOutcome): number | undefined {
    const retry = retryOf(outcome);
    if (retry === undefined) return undefined;
    const { random, backoff, noProgressTimeout = NO_PROGRESS_TIMEOUT } = this.#options;
    const now = this.#options.now();
    const { task } = request;
    const isFault = retry.rule === FAULT_RULE;
    if (isFault) task.failingSince ??= now;
    task.fault = outcome.kind === 'retry' && outcome.isMailboxFault === true ? outcome.error : undefined;
    const failures = isFault ? ++request.faults : ++request.refusals;
    const elapsed = isFault ? now - (task.failingSince ?? now) : 0;
    // Nothing is left but mailboxes that Graph says it cannot read now.
    if (task.fault !== undefined && Math.min(elapsed, this.#record.idleMs) >= noProgressTimeout) return undefined;
    const { retryAfter } = retry;
    const { waited } = task;
    const wait = retryWait({ ...retry.rule, ...backoff }, { failures, elapsed, retryAfter, waited }, random);
    // Also a wait of the whole tenant, which the rate limiter keeps.
    if (wait !== undefined) task.countWait(now + (retryAfter ?? 0), now);
    return wait;
  }

  #retry(request: PendingRequest<T>, outcome: FailedOutcome, wait: number): void {
    request.alone ||= outcome.kind === 'alone';
    // The rate limiter already delays the requests that the whole tenant rejects.
    if (outcome.kind === 'alone' || isRefusal(outcome)) {
      this.#queue.add(request);
      return;
    }
    const { task } = request;
    const due = this.#options.now() + wait;
    this.#queue.add(request, Math.max(task.notBefore, due));
    if (outcome.retryAfter === undefined) return;
    // Other requests to the mailbox would be rejected too, and count against its limit.
    task.notBefore = Math.max(task.notBefore, due);
    this.#queue.hold(task.position, task.notBefore);
  }

  /** Queues the next requests of a mailbox, or adds its results if there are none. */
  #advance(task: MailboxTask<T>): void {
    const due = task.notBefore > this.#options.now() ? task.notBefore : undefined;
    for (const request of task.start()) this.#queue.add(request, due);
    // Requests of a failed query may return after the results were added.
    if (!task.isDone || !this.#isOpen(task)) return;
    const { position, heldCharacters } = task;
    this.#tasks[position] = undefined;
    const mailbox = this.#options.mailboxes.at(position);
    this.#results.add(position, { mailbox, results: task.results({ status: 'failed', error: '' }), heldCharacters });
  }

  /** All queries of a mailbox fail without a request. */
  #giveUp(task: MailboxTask<T>, { status, error }: QueryFailure): void {
    for (let requests = task.start(); requests.length > 0; requests = task.start()) {
      for (const request of requests) task.fail(request, status, error);
    }
    this.#advance(task);
  }

  #isOpen(task: MailboxTask<T>): boolean {
    return this.#tasks[task.position] === task;
  }

  #stop(stop: QueryFailure, cause?: UserError): void {
    this.#stopped ??= { ...stop, cause };
    this.#wake();
  }
}

/** A result with the characters of the responses that it may hold. */
interface HeldResult<T, Of> extends MailboxAnswer<T, Of> {
  readonly heldCharacters: number;
}

/** A request that failed without a complete response. A response that is too long may succeed without the other items. */
function outcomeOfError(error: unknown, batchSize: number): FailedOutcome {
  const reason = describeError(error);
  const isTooLong = systemErrorCode(error) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
  return batchSize > 1 && isTooLong ? { kind: 'alone', error: reason } : transientFailure(reason);
}

/** The further lines of Entra ID's messages are ids that would be repeated in every row. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
