import { setTimeout as wait } from 'node:timers/promises';
import { type Dispatcher, request as send } from 'undici';
import type { UserError } from '../errors.ts';
import { firstValue } from '../http/headers.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { type Json, jsonOrUndefined } from '../json.ts';
import { readBounded, type Redactor } from './redact.ts';

/** Resolves after some milliseconds; rejects with the signal's reason if it aborts first. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

export interface RequestOptions {
  readonly dispatcher: Dispatcher;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Aborts a request in flight and a pause between attempts. */
  readonly signal?: AbortSignal;
  /** Replaces the timer between attempts in tests. */
  readonly sleep?: Sleep;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A complete response, whatever its status. Redirects are not followed: a token in the request goes to one host only. */
export interface HttpResponse {
  readonly status: number;
  /** Undefined if the body is not JSON. */
  readonly json: Json | undefined;
  /** The body without secrets; '' for a 200 that is not a page, since it may contain a token in any form. */
  readonly text: string;
  /** Without secrets; '' if missing. */
  readonly contentType: string;
  /** Without secrets; '' if missing. */
  readonly location: string;
  /** True for 429 and 5xx. */
  readonly isBusy: boolean;
}

/** An attempt without result. */
export class Failure {
  readonly error: UserError;
  /** `never`, `soon` (a few times with growing pauses) or `replicating` (for some minutes). */
  readonly retry: 'never' | 'soon' | 'replicating';

  constructor(error: UserError, retry: Failure['retry']) {
    this.error = error;
    this.retry = retry;
  }
}

/** A request and the meaning of its responses. */
export interface Exchange<T> {
  /** Builds the request of one attempt. Errors that it throws are final. */
  readonly request: () => Promise<HttpRequest>;
  readonly read: (response: HttpResponse) => T | Failure;
  /** Called if no complete response arrives. */
  readonly unreachable: (cause: unknown) => Failure;
  /** Holds the secrets of the requests, which no text of a response may show. */
  readonly redactor: Redactor;
  readonly attempts: number;
  /** Fail instead of waiting longer than this, whatever `Retry-After` says. */
  readonly maxPauseMs: number;
  /** For the headers, and again between two pieces of the body. */
  readonly timeoutMs: number;
}

const FIRST_PAUSE_MS = 500;
/** Four minutes: Microsoft documents up to five until a new federated credential works. */
const REPLICATION_PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
const MAX_REPLICATION_MS = 360_000;

/**
 * Sends a request until it has a result, a failure is final or the attempts are used up. Waiting for replication has a
 * limit of its own and uses no attempts. Throws the error of the last failure, whatever `request` throws, and the
 * signal's reason.
 */
export async function requestWithRetry<T>(exchange: Exchange<T>, options: RequestOptions): Promise<T> {
  const { signal, sleep = sleepUntil } = options;
  const growing = growingPauses(exchange.attempts - 1);
  const replication = replicationPauses();
  let replicationMs = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { result, retryAfter } = await attempt(exchange, options);
    if (!(result instanceof Failure)) return result;
    if (result.retry === 'never') throw result.error;
    const isReplicating = result.retry === 'replicating';
    const next = isReplicating ? replication.next() : growing.next();
    if (next.done === true) throw result.error;
    const pause = isReplicating ? Math.max(retryAfter ?? 0, next.value) : (retryAfter ?? next.value);
    if (isReplicating) replicationMs += pause;
    if (pause > exchange.maxPauseMs || replicationMs > MAX_REPLICATION_MS) throw result.error;
    await sleep(pause, signal);
  }
}

interface Attempt<T> {
  readonly result: T | Failure;
  readonly retryAfter?: number | undefined;
}

async function attempt<T>(exchange: Exchange<T>, { dispatcher, now, signal }: RequestOptions): Promise<Attempt<T>> {
  const { redactor, timeoutMs } = exchange;
  const { url, ...request } = await exchange.request();
  let response: Dispatcher.ResponseData;
  let body: string;
  try {
    response = await send(url, {
      ...request,
      dispatcher,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: signal ?? null,
    });
    body = await readBounded(response.body);
  } catch (cause) {
    signal?.throwIfAborted();
    return { result: exchange.unreachable(cause) };
  }
  const { statusCode: status } = response;
  const header = (name: string): string | undefined => firstValue(response.headers[name]);
  const text = status === 200 && !/^\s*</.test(body) ? '' : redactor.redact(body);
  const result = exchange.read({
    status,
    // A token may share a run of characters with the secret that was sent.
    json: jsonOrUndefined(status === 200 ? body : text),
    text,
    contentType: redactor.redact(header('content-type') ?? ''),
    location: redactor.redact(header('location') ?? ''),
    isBusy: status === 429 || status >= 500,
  });
  return { result, retryAfter: retryAfterMs(header('retry-after'), now()) };
}

/** Half of each pause is random, so that jobs that failed at the same time do not retry at the same time. */
function* growingPauses(count: number): Generator<number, void, undefined> {
  for (let pause = 0; pause < count; pause++) yield FIRST_PAUSE_MS * 2 ** pause * (0.5 + Math.random() / 2);
}

function* replicationPauses(): Generator<number, void, undefined> {
  for (const ms of REPLICATION_PAUSES_MS) yield ms * (0.75 + Math.random() / 4);
}

async function sleepUntil(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
