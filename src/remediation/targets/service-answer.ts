import { describeError, UserError } from '../../errors.ts';
import type { ExchangeFailure } from '../../exchange/exchange-outcome.ts';
import type { FailedOutcome } from '../../graph/graph-outcome.ts';
import type { JsonObject } from '../../json.ts';
import { isMissing } from '../../mailboxes/mailbox-answer.ts';

/** The answer to one request. */
export type Answer = { readonly kind: 'ok'; readonly value: JsonObject } | FailedRequest;

export interface FailedRequest {
  readonly kind: 'failed';
  /** Hostile text until escaped. */
  readonly error: string;
  /** Whether the service clearly refused the request, so that it changed nothing: 400, 401, 403 and 404. */
  readonly isRefused: boolean;
  /** Whether the service says that there is no such mailbox or inbox rule. */
  readonly isMissing: boolean;
  /** Whether the same request may succeed later. */
  readonly mayPass: boolean;
  readonly isThrottled: boolean;
  /** The wait that the service asks for, in ms. */
  readonly retryAfter: number | undefined;
  /** Whether the application may not run the cmdlet, for any mailbox. */
  readonly isDenied: boolean;
}

/** Reads and writes what a place names, with one request each that is sent at once and never again. Never rejects. */
export interface TargetService<P> {
  /** @param settings those that must be in the answer: a property that is left out is unknown, and must not look like null */
  read(place: P, settings: readonly string[]): Promise<Answer>;
  /** Sets values. */
  write(place: P, values: JsonObject): Promise<Answer>;
}

/** Turns an error into a failed request: without an answer, it is unknown whether the request had an effect. */
export async function answered(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    // The further lines of Entra ID's messages are ids.
    const text = error instanceof UserError ? (error.message.split('\n', 1)[0] ?? '') : describeError(error);
    return { ...failed(text), mayPass: !(error instanceof UserError) };
  }
}

export function failed(error: string): FailedRequest {
  const never = { isRefused: false, isMissing: false, mayPass: false, isThrottled: false, isDenied: false };
  return { kind: 'failed', error, ...never, retryAfter: undefined };
}

const REFUSALS = [400, 401, 403, 404];

export function failedRequest(httpStatus: number, outcome: FailedOutcome | ExchangeFailure): FailedRequest {
  const isRetried = outcome.kind === 'retry';
  const status = 'status' in outcome ? outcome.status : outcome.kind === 'denied' ? 'access-denied' : 'failed';
  return {
    kind: 'failed',
    error: `${status}, ${outcome.error}`,
    isRefused: !isRetried && REFUSALS.includes(httpStatus),
    isMissing: httpStatus === 404 || isMissing(status),
    mayPass: isRetried || outcome.kind === 'token',
    isThrottled: status === 'throttled',
    retryAfter: 'retryAfter' in outcome ? outcome.retryAfter : undefined,
    isDenied: outcome.kind === 'denied',
  };
}
