import { MAX_WAIT, retryWait, type Backoff } from '../http/retrying.ts';
import { isRefusal, type FailedOutcome } from './graph-outcome.ts';

/** How often one request is sent at most, apart from transient failures. */
export const MAX_ATTEMPTS = 7;
/** How long in ms a mailbox is retried after transient failures without one success. */
export const TRANSIENT_FAILURE_LIMIT = 300_000;
const BACKOFF: Backoff = { first: 1_000, longest: 30_000 };

export interface RetryOptions {
  readonly backoff?: Backoff | undefined;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** The failures of a request, with the present one. */
export interface RequestFailures {
  readonly failures: number;
  readonly transientFailures: number;
  /** Ms since the first transient failure of the mailbox. */
  readonly failingFor: number;
  /** Ms that Graph has asked to wait for the mailbox before. */
  readonly waited: number;
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

/** The retry after an outcome; undefined if there is none. */
export function nextRetry(
  outcome: FailedOutcome,
  { failures, transientFailures, failingFor, waited }: RequestFailures,
  { backoff = BACKOFF, random }: RetryOptions,
): Retry | undefined {
  if (outcome.kind === 'final') return undefined;
  const requested = outcome.retryAfter;
  const wait = isTransient(outcome)
    ? retryWait(
        { ...backoff, within: TRANSIENT_FAILURE_LIMIT, maxWait: MAX_WAIT },
        { failures: transientFailures, elapsed: failingFor },
        random,
      )
    : retryWait({ ...backoff, attempts: MAX_ATTEMPTS, maxWait: MAX_WAIT }, { failures, requested, waited }, random);
  if (wait === undefined) return undefined;
  // The rate limiter already delays the requests that the whole tenant rejects.
  if (outcome.kind === 'alone' || isRefusal(outcome)) return { wait: undefined, holdsMailbox: false };
  return { wait, holdsMailbox: requested !== undefined };
}
