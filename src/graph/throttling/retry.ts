import { MAX_WAIT } from './circuit-breaker.ts';
import type { FailedOutcome } from '../outcome.ts';

/** How often one request is sent at most, apart from transient failures. */
export const MAX_ATTEMPTS = 7;
/** How long in ms a mailbox is retried after transient failures without one success. */
export const TRANSIENT_FAILURE_LIMIT = 300_000;
const FIRST_BACKOFF = 1_000;
const MAX_BACKOFF = 30_000;

export interface RetryOptions {
  /** Ms before the first retry if the response asks for no wait; doubled for each further retry. */
  readonly backoff?: number | undefined;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** The failures of a request, with the present one. */
export interface Failures {
  readonly failures: number;
  readonly transientFailures: number;
  /** Ms since the first transient failure of the mailbox. */
  readonly failingFor: number;
}

/** When a request is sent again. */
export interface Retry {
  /** Ms to wait at least; undefined: with the next batch that the rate limiter permits. */
  readonly wait: number | undefined;
  /** Whether the mailbox asked for the wait, so that its other requests wait too. */
  readonly holdsMailbox: boolean;
}

/**
 * Whether a failure is a fault on the way or in the service, such as a connection reset or a gateway error, that names no
 * wait. Such failures hit requests at random, so retries are limited by time rather than by number.
 */
export function isTransient(outcome: FailedOutcome): boolean {
  return outcome.kind === 'retry' && outcome.status === 'failed' && outcome.retryAfter === undefined;
}

/** Decides whether and when a failed request is sent again, with exponential backoff and jitter. */
export class RetryPolicy {
  readonly #backoff: number;
  readonly #random: () => number;

  constructor({ backoff = FIRST_BACKOFF, random }: RetryOptions) {
    this.#backoff = backoff;
    this.#random = random;
  }

  /** The retry after an outcome; undefined if there is none. */
  next(outcome: FailedOutcome, { failures, transientFailures, failingFor }: Failures): Retry | undefined {
    const { kind, retryAfter } = outcome;
    if (isTransient(outcome)) {
      return failingFor >= TRANSIENT_FAILURE_LIMIT ? undefined : this.#afterBackoff(transientFailures);
    }
    if (kind === 'final' || failures >= MAX_ATTEMPTS || (retryAfter ?? 0) > MAX_WAIT) return undefined;
    // The rate limiter already delays the requests that the whole tenant rejects.
    if (kind === 'alone' || (kind === 'retry' && outcome.scope === 'tenant')) {
      return { wait: undefined, holdsMailbox: false };
    }
    return retryAfter === undefined ? this.#afterBackoff(failures) : { wait: retryAfter, holdsMailbox: true };
  }

  #afterBackoff(failures: number): Retry {
    const backoff = Math.min(this.#backoff * 2 ** (failures - 1), MAX_BACKOFF);
    return { wait: backoff * (0.5 + this.#random() / 2), holdsMailbox: false };
  }
}
