import type { EpochMs } from '../text/numbers.ts';
import type { Machine } from './machine.ts';

/** The longest wait in ms that a service may ask for. Graph counts its limits in windows of at most ten minutes. */
export const MAX_WAIT = 900_000;

/** The waits between attempts if the service asks for none, in ms. */
export interface Backoff {
  /** Before the first retry. */
  readonly first: number;
  /** By which it is multiplied for each further one; 2 if not given. */
  readonly growth?: number;
  readonly longest: number;
}

/** When requests that fail in one way are sent again. */
export interface RetryRule extends Backoff {
  /** How often a request is sent at most. */
  readonly attempts?: number;
  /** Ms since the first failure after which no retry follows. */
  readonly within?: number;
  /** The longest wait in ms that a service may ask for. No retry follows if it asks for more. */
  readonly maxWait?: number;
  /** The same for all waits of a request together. */
  readonly maxTotalWait?: number;
}

/** An answer after which a later attempt may succeed. */
export interface RetryFailure {
  readonly kind: 'retry';
  /** The cause if no retry succeeds. */
  readonly status: 'throttled' | 'failed';
  /** Whether the cause concerns all requests to the service or one mailbox only. */
  readonly scope: 'tenant' | 'mailbox';
  readonly error: string;
  /** The wait that the answer asks for, in ms. */
  readonly retryAfter?: number | undefined;
}

/** The failures of a request by one rule so far, with the present one. */
export interface Failures {
  readonly failures: number;
  /** Ms since the first one. */
  readonly elapsed?: number;
  /** The wait in ms that the service asks for. */
  readonly retryAfter?: number | undefined;
  /** Ms that the service has asked for before. */
  readonly waited?: number;
}

/**
 * Ms until a failed request is sent again; undefined if it is not. A wait that the service asks for is kept exactly, unless
 * attempts are limited by time only: a wait of 0 would make them countless.
 */
export function retryWait(
  rule: RetryRule,
  { failures, elapsed = 0, retryAfter, waited = 0 }: Failures,
  random: () => number,
): number | undefined {
  const { attempts = Infinity, within = Infinity, maxWait = Infinity, maxTotalWait = Infinity } = rule;
  if (failures >= attempts || elapsed >= within) return undefined;
  if (retryAfter !== undefined && (retryAfter > maxWait || waited + retryAfter > maxTotalWait)) return undefined;
  const backoff = backoffMs(failures, rule, random);
  return attempts === Infinity ? Math.max(backoff, retryAfter ?? 0) : (retryAfter ?? backoff);
}

/** The wait in ms before a retry, from 1. Half of it is random, so that requests that failed together return apart. */
export function backoffMs(retry: number, { first, growth = 2, longest }: Backoff, random: () => number): number {
  return Math.min(first * growth ** (retry - 1), longest) * (0.5 + random() / 2);
}

/** Why another attempt may follow, and the wait in ms that the service asks for. */
export interface Retry {
  readonly rule: RetryRule;
  readonly retryAfter?: number | undefined;
}

export interface Attempt<T> {
  readonly result: T;
  /** Undefined: the result is final. */
  readonly retry?: Retry | undefined;
}

/** Where time and chance come from. */
export interface RetryClock extends Machine {
  /** No attempt starts after it, and waits end. */
  readonly signal?: AbortSignal | undefined;
}

/** The failures of one request. Each rule counts its own. */
export class Retries {
  readonly #clock: RetryClock;
  readonly #past = new Map<RetryRule, { readonly failures: number; readonly since: EpochMs }>();
  /** Ms of the waits that the service has asked for. */
  #waited = 0;

  constructor(clock: RetryClock) {
    this.#clock = clock;
  }

  /** Counts a failure. Returns the ms until the request is sent again; undefined if it is not. */
  next({ rule, retryAfter }: Retry): number | undefined {
    const { now, random } = this.#clock;
    const past = this.#past.get(rule) ?? { failures: 0, since: now() };
    const failures = past.failures + 1;
    this.#past.set(rule, { ...past, failures });
    const elapsed = now() - past.since;
    const wait = retryWait(rule, { failures, elapsed, retryAfter, waited: this.#waited }, random);
    if (wait !== undefined) this.#waited += retryAfter ?? 0;
    return wait;
  }
}

/**
 * Repeats attempts as their rules allow, and returns the result of the last one. Rejects with whatever an attempt throws, and with
 * the signal's reason.
 */
export async function retrying<T>(attempt: () => Promise<Attempt<T>>, clock: RetryClock): Promise<T> {
  const { signal, sleep } = clock;
  const retries = new Retries(clock);
  for (;;) {
    signal?.throwIfAborted();
    const { result, retry } = await attempt();
    const wait = retry && retries.next(retry);
    if (wait === undefined) return result;
    await sleep(wait, signal);
  }
}

/** The longest wait in ms that failures ask for. */
export function longestWait(failures: readonly { readonly retryAfter?: number | undefined }[]): number | undefined {
  const waits = failures.flatMap(({ retryAfter }) => retryAfter ?? []);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}
