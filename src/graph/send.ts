import { describeError, UserError } from '../errors.ts';
import { MAX_WAIT, sleep } from '../http/retry.ts';
import type { JsonObject } from '../json.ts';
import type { EpochMs } from '../text/numbers.ts';
import { batchBody, type ItemRequest } from './batch.ts';
import type { GraphClient } from './client.ts';
import { batchOutcomes, responseOutcome, transientFailure, type Outcome } from './outcome.ts';
import type { QueryResult } from './query.ts';
import { isRefusal, isResponse } from './throttling/circuit-breaker.ts';
import type { RateLimiter } from './throttling/rate-limiter.ts';
import { isTransient, nextRetry } from './throttling/retry.ts';

export interface SendOptions<Method extends 'get' | 'post' = 'post'> {
  readonly client: Pick<GraphClient, Method>;
  readonly limiter: RateLimiter;
  /** Never decreasing. */
  readonly now: () => EpochMs;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Sends one request to a mailbox, as the rate limiter permits, and retries it as readers do: a PATCH must have the same effect
 * if it is sent twice. Returns the object in the response, for a PATCH without one an empty object. Errors of Graph and of the sign-in are results.
 */
export function sendToMailbox(request: ItemRequest, options: SendOptions): Promise<QueryResult<JsonObject>> {
  return retried(async () => {
    const response = await options.client.post('/v1.0/$batch', batchBody([request]));
    const [outcome] = batchOutcomes(response, 1, options.now(), request.body !== undefined);
    // The client has renewed the token of a batch that was rejected as a whole.
    if (outcome?.kind === 'token' && response.status === 200) await response.renewToken();
    return outcome;
  }, options);
}

/** GETs a path such as `/v1.0/users`, as the rate limiter permits, and retries as `sendToMailbox` does. */
export function getObject(path: string, options: SendOptions<'get'>): Promise<QueryResult<JsonObject>> {
  return retried(async () => responseOutcome(await options.client.get(path), options.now()), options);
}

type RetryOptions = Omit<SendOptions, 'client'>;

async function retried(
  send: () => Promise<Outcome | undefined>,
  options: RetryOptions,
): Promise<QueryResult<JsonObject>> {
  const { limiter, now, random, signal } = options;
  const started = now();
  let [failures, transientFailures, waited] = [0, 0, 0];
  try {
    for (;;) {
      for (let delay = limiter.delay(now()); delay > 0; delay = limiter.delay(now())) await sleep(delay, signal);
      const outcome = await attempt(send, options);
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
async function attempt(
  send: () => Promise<Outcome | undefined>,
  { limiter, now, signal }: RetryOptions,
): Promise<Outcome> {
  const permit = limiter.acquire(1, now());
  let outcome: Outcome;
  try {
    outcome = (await send()) ?? transientFailure('No response');
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError) throw error;
    return transientFailure(describeError(error));
  }
  limiter.accepted(isResponse(outcome) ? 1 : 0, permit, now());
  if (isRefusal(outcome) && (outcome.retryAfter ?? 0) <= MAX_WAIT) {
    limiter.refused(1, outcome.retryAfter, permit, now());
  }
  return outcome;
}
