import { describeError, UserError } from '../errors.ts';
import type { Machine } from '../http/machine.ts';
import { permitted, type RateLimiter } from '../http/rate-limiter.ts';
import { MAX_WAIT, retrying, type Attempt } from '../http/retrying.ts';
import type { JsonObject } from '../json.ts';
import type { QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { GraphClient, GraphResponse } from './graph-client.ts';
import { firstValue } from '../http/headers.ts';
import { isProcessed, isRefusal, responseOutcome, retryOf, transientFailure, type Outcome } from './graph-outcome.ts';

export interface SendOptions extends Machine {
  readonly client: Pick<GraphClient, 'get'>;
  readonly limiter: RateLimiter;
  readonly signal: AbortSignal;
}

/**
 * GETs a path such as `/v1.0/users`, as the rate limiter permits, and retries as readers do. Errors of Graph and of the sign-in
 * are results.
 *
 * @param attemptOf `locate` for a redirect
 */
export async function getObject(
  path: string,
  options: SendOptions,
  attemptOf: (path: string, options: SendOptions) => Promise<Attempt<Outcome>> = attempt,
): Promise<QueryResult<JsonObject>> {
  try {
    const outcome = await retrying(() => attemptOf(path, options), options);
    if (outcome.kind === 'read') return { status: 'ok', value: outcome.body };
    return { status: 'status' in outcome ? outcome.status : 'failed', error: outcome.error };
  } catch (error) {
    if (options.signal.aborted) return { status: 'cancelled', error: '' };
    // The further lines of Entra ID's messages are ids.
    if (error instanceof UserError) return { status: 'failed', error: error.message.split('\n', 1)[0] ?? '' };
    throw error;
  }
}

/**
 * GETs a path once, as the rate limiter permits. The `location` of a redirect is the body. Rejects with the UserError of the token
 * request, and if the signal aborts.
 */
export async function locate(path: string, options: SendOptions): Promise<Attempt<Outcome>> {
  return attempt(path, options, (response, now) =>
    response.status === 302
      ? { kind: 'read', body: { location: firstValue(response.headers.location) ?? null } }
      : responseOutcome(response, now),
  );
}

/** Rejects with the UserError of the token request, and if the signal aborts. */
async function attempt(
  path: string,
  { client, limiter, now, signal, sleep }: SendOptions,
  outcomeOf: (response: GraphResponse, now: EpochMs) => Outcome = responseOutcome,
): Promise<Attempt<Outcome>> {
  const permit = await permitted(limiter, 1, { now, signal, sleep });
  let outcome: Outcome;
  try {
    outcome = outcomeOf(await client.get(path), now());
    limiter.accepted(isProcessed(outcome) ? 1 : 0, permit, now());
    if (isRefusal(outcome) && (outcome.retryAfter ?? 0) <= MAX_WAIT)
      limiter.refused(1, outcome.retryAfter, permit, now());
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError) throw error;
    outcome = transientFailure(describeError(error));
  }
  return { result: outcome, retry: retryOf(outcome) };
}
