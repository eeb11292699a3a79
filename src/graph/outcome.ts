import { describeError } from '../errors.ts';
import { isObject, jsonOrUndefined, property, type Json, type JsonObject } from '../json.ts';
import { batchAnswers, type ItemAnswer } from './batch.ts';
import { graphError, type GraphResponse } from './client.ts';
import { errorText, isTransient, itemFailure, type Failure } from './errors.ts';
import { firstValue } from '../http/headers.ts';
import { retryAfterMs } from '../http/retry-after.ts';

/** What became of one item of a batch. */
export type Outcome = { readonly requestId?: string | undefined } & (
  | { readonly kind: 'read'; readonly body: JsonObject }
  | (Failure & {
      /** Ms that were asked for. */
      readonly retryAfter: number | undefined;
    })
  /** Graph refused the batch as a whole, perhaps for one of its items: each must be asked for by itself. */
  | { readonly kind: 'alone'; readonly error: string }
);

/**
 * The outcome of each item of a batch of so many, by position. A gateway's page, an answer cut short, and an answer
 * that leaves items out are outcomes too. `now`: epoch ms.
 */
export function batchOutcomes(response: GraphResponse, size: number, now: number): Outcome[] {
  if (response.status !== 200) return new Array<Outcome>(size).fill(wholeBatch(response, size, now));
  try {
    return batchAnswers(response.text, size).map((answer) => itemOutcome(answer, response, now));
  } catch (error) {
    return new Array<Outcome>(size).fill(again(`${describeError(error)}, from ${contentType(response)}`));
  }
}

/** To be asked again later, of this mailbox alone. */
export function again(error: string): Outcome {
  return { kind: 'again', status: 'failed', scope: 'mailbox', error, retryAfter: undefined };
}

function itemOutcome(answer: ItemAnswer | undefined, response: GraphResponse, now: number): Outcome {
  if (answer === undefined) return again('No answer in the batch');
  const { status, body } = answer;
  if (status === 200) return isObject(body) ? bodyOutcome(body) : again('The answer is not JSON');
  // A property without a value has no content.
  if (status === 204) return { kind: 'read', body: {} };
  const requestId = answer.requestId ?? innerRequestId(body);
  return { ...itemFailure(status, body), requestId, retryAfter: waitFor(answer.retryAfter, response, now) };
}

/** An error is none the less one for the status that it comes with. */
function bodyOutcome(body: JsonObject): Outcome {
  if (property(body, 'error') === undefined) return { kind: 'read', body };
  const { code = '', message = '' } = graphError(body) ?? {};
  return again(errorText(200, code, message));
}

function wholeBatch(response: GraphResponse, size: number, now: number): Outcome {
  const { status, headers, text } = response;
  const error = wholeError(response, jsonOrUndefined(text));
  const requestId = firstValue(headers['request-id']);
  const retryAfter = waitFor(firstValue(headers['retry-after']), response, now);
  if (status === 401) return { kind: 'token', error, requestId, retryAfter };
  if (status === 429 || (isTransient(status) && retryAfter !== undefined)) {
    const unread = status === 429 ? 'throttled' : 'failed';
    return { kind: 'again', status: unread, scope: 'tenant', error, requestId, retryAfter };
  }
  if (isTransient(status)) return { ...again(error), requestId };
  if (status === 400 && size > 1) return { kind: 'alone', error, requestId };
  return { kind: 'final', status: status === 403 ? 'access-denied' : 'failed', error, requestId, retryAfter };
}

function wholeError(response: GraphResponse, body: Json | undefined): string {
  const named = graphError(body);
  return named === undefined
    ? `HTTP ${response.status} with ${contentType(response)} in place of an answer`
    : errorText(response.status, named.code, named.message);
}

/** A date is read against the server's own clock where it tells it: ours may be off. */
function waitFor(value: string | undefined, { headers }: GraphResponse, now: number): number | undefined {
  const date = Date.parse(firstValue(headers.date) ?? '');
  return retryAfterMs(value, Number.isNaN(date) ? now : date);
}

function contentType({ headers }: GraphResponse): string {
  return firstValue(headers['content-type'])?.split(';')[0] ?? 'no content type';
}

/** Items of a batch often have no such header, and tell it in their error instead. */
function innerRequestId(body: Json): string | undefined {
  const id = property(property(property(body, 'error'), 'innerError'), 'request-id');
  return typeof id === 'string' ? id : undefined;
}
