import { describeError, UserError } from '../errors.ts';
import { MAX_WAIT, sleep } from '../http/retrying.ts';
import type { JsonObject } from '../json.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { GraphClient } from './graph-client.ts';
import { isProcessed, isRefusal, responseOutcome, transientFailure, type Outcome } from './graph-outcome.ts';
import type { QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { RateLimiter } from '../http/rate-limiter.ts';
import { isTransient, nextRetry } from './graph-retry.ts';

export interface SendOptions {
  readonly client: Pick<GraphClient, 'get'>;
  readonly limiter: RateLimiter;
  /** Never decreasing. */
  readonly now: () => EpochMs;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * GETs a path such as `/v1.0/users`, as the rate limiter permits, and retries as readers do. Errors of Graph and of the sign-in
 * are results.
 */
export async function getObject(path: string, options: SendOptions): Promise<QueryResult<JsonObject>> {
  const { limiter, now, random, signal } = options;
  const started = now();
  let [failures, transientFailures, waited] = [0, 0, 0];
  try {
    for (;;) {
      for (let delay = limiter.delay(now()); delay > 0; delay = limiter.delay(now())) await sleep(delay, signal);
      const outcome = await attempt(path, options);
      if (outcome.kind === 'read') return { status: 'ok', value: outcome.body };
      if (isTransient(outcome)) transientFailures++;
      else failures++;
      const past = { failures, transientFailures, failingFor: now() - started, waited };
      const retry = nextRetry(outcome, past, { random });
      if (retry === undefined) return { status: 'status' in outcome ? outcome.status : 'failed', error: outcome.error };
      waited += outcome.retryAfter ?? 0;
      await sleep(retry.wait ?? 0, signal);
    }
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled', error: '' };
    // The further lines of Entra ID's messages are ids.
    if (error instanceof UserError) return { status: 'failed', error: error.message.split('\n', 1)[0] ?? '' };
    throw error;
  }
}

/** Rejects with the UserError of the token request, and if the signal aborts. */
async function attempt(path: string, { client, limiter, now, signal }: SendOptions): Promise<Outcome> {
  const permit = limiter.acquire(1, now());
  let outcome: Outcome;
  try {
    outcome = responseOutcome(await client.get(path), now());
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError) throw error;
    return transientFailure(describeError(error));
  }
  limiter.accepted(isProcessed(outcome) ? 1 : 0, permit, now());
  if (isRefusal(outcome) && (outcome.retryAfter ?? 0) <= MAX_WAIT) {
    limiter.refused(1, outcome.retryAfter, permit, now());
  }
  return outcome;
}
