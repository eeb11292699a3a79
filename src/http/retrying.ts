import { setTimeout as timer } from 'node:timers/promises';

/** The longest wait in ms that a service may ask for. Graph counts its limits in windows of at most ten minutes. */
export const MAX_WAIT = 900_000;

/** The waits between attempts if the service asks for none, in ms. */
export interface Backoff {
  /** Before the first retry; doubled for each further one. */
  readonly first: number;
  readonly longest: number;
}

/** When requests that fail in one way are sent again. */
export interface RetryRule extends Backoff {
  /** How often a request is sent at most. */
  readonly attempts?: number;
  /** Ms since the first failure after which no retry follows. */
  readonly within?: number;
  /** The longest wait in ms that a service may ask for, in all. No retry follows if it asks for more. */
  readonly maxWait: number;
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

/** The failures of a request so far, with the present one. */
export interface Failures {
  readonly failures: number;
  /** Ms since the first one. */
  readonly elapsed?: number;
  /** The wait in ms that the service asks for. */
  readonly requested?: number | undefined;
  /** Ms that the service has asked for before. */
  readonly waited?: number;
}

/**
 * Ms until a failed request is sent again; undefined if it is not. A wait that the service asks for is kept exactly, unless
 * attempts are limited by time only: a wait of 0 would make them countless.
 */
export function retryWait(
  rule: RetryRule,
  { failures, elapsed = 0, requested, waited = 0 }: Failures,
  random: () => number,
): number | undefined {
  const { attempts = Infinity, within = Infinity, maxWait } = rule;
  if (failures >= attempts || elapsed >= within) return undefined;
  if (requested !== undefined && waited + requested > maxWait) return undefined;
  const backoff = backoffMs(failures, rule, random);
  return attempts === Infinity ? Math.max(backoff, requested ?? 0) : (requested ?? backoff);
}

/** The wait in ms before a retry, from 1. Half of it is random, so that requests that failed together return apart. */
export function backoffMs(retry: number, { first, longest }: Backoff, random: () => number): number {
  return Math.min(first * 2 ** (retry - 1), longest) * (0.5 + random() / 2);
}

/** The longest wait in ms that failures ask for. */
export function longestWait(failures: readonly { readonly retryAfter?: number | undefined }[]): number | undefined {
  const waits = failures.flatMap(({ retryAfter }) => retryAfter ?? []);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** Resolves after some ms; rejects with the signal's reason if it aborts first. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await timer(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
