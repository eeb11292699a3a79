import { MAX_WAIT } from './circuit-breaker.ts';
import type { FailedOutcome } from './outcome.ts';

/** How often one request is sent at most. */
export const MAX_ATTEMPTS = 7;
const FIRST_BACKOFF = 1_000;
const MAX_BACKOFF = 60_000;

export interface RetryOptions {
  /** Ms before the first retry if the response asks for no wait; doubled for each further retry. */
  readonly backoff?: number | undefined;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** When a request is sent again. */
export interface Retry {
  /** Ms to wait at least; undefined: with the next batch that the rate limiter permits. */
  readonly wait: number | undefined;
  /** Whether the mailbox asked for the wait, so that its other requests wait too. */
  readonly holdsMailbox: boolean;
}

/** Decides whether and when a failed request is sent again, with exponential backoff and jitter. */
export class RetryPolicy {
  readonly #backoff: number;
  readonly #random: () => number;

  constructor({ backoff = FIRST_BACKOFF, random }: RetryOptions) {
    this.#backoff = backoff;
    this.#random = random;
  }

  /**
   * The retry after an outcome; undefined if there is none.
   *
   * @param attempts how often the request was sent
   */
  next(outcome: FailedOutcome, attempts: number): Retry | undefined {
    const { kind, retryAfter } = outcome;
    if (kind === 'final' || attempts >= MAX_ATTEMPTS || (retryAfter ?? 0) > MAX_WAIT) return undefined;
    // The rate limiter already delays the requests that the whole tenant rejects.
    if (kind === 'alone' || (kind === 'retry' && outcome.scope === 'tenant')) {
      return { wait: undefined, holdsMailbox: false };
    }
    if (retryAfter !== undefined) return { wait: retryAfter, holdsMailbox: true };
    const backoff = Math.min(this.#backoff * 2 ** (attempts - 1), MAX_BACKOFF);
    return { wait: backoff * (0.5 + this.#random() / 2), holdsMailbox: false };
  }
}
