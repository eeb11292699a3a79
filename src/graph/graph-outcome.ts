import { describeError } from '../errors.ts';
import { firstValue, retryAfterMs, serverTime } from '../http/headers.ts';
import { isNestedDeeper, isObject, jsonOrUndefined, property, textIn, type Json, type JsonObject } from '../json.ts';
import { parseBatchResponse, type ItemResponse } from '../http/batch-answers.ts';
import type { GraphResponse } from './graph-client.ts';
import { MAX_WAIT, type Retry, type RetryFailure, type RetryRule } from '../http/retrying.ts';
import type { UnreadableStatus } from '../mailboxes/mailbox-answer.ts';

/** The outcome of one item of a batch. */
export type Outcome = { readonly kind: 'read'; readonly body: JsonObject } | FailedOutcome;

/** The outcome of an item that could not be read. `error` is `code: message`, as in a report's `Error` column. */
export type FailedOutcome = {
  readonly error: string;
  /** Graph's id of the request. */
  readonly requestId?: string | undefined;
  /** The wait that the response asked for, in ms. */
  readonly retryAfter?: number | undefined;
} & (
  | {
      /** A retry would give the same. */
      readonly kind: 'final';
      readonly status: UnreadableStatus;
      /** The mailbox exists, but not this resource in it; '' if the error does not name the resource. */
      readonly missingResource?: string | undefined;
      /** Whether the mailbox, unlike others of the batch perhaps, does not accept the token. */
      readonly refusesToken?: boolean;
    }
  | (RetryFailure & {
      /** Whether Graph answered the batch, and says that this mailbox cannot be read now. */
      readonly isMailboxFault?: boolean;
      /** Whether the answer is none that Graph gives: it is sent once more. */
      readonly isOdd?: boolean;
    })
  /** Graph rejected the access token. */
  | { readonly kind: 'token' }
  /** Graph rejected the whole batch, perhaps because of one item: each item is retried in a batch of its own. */
  | { readonly kind: 'alone' }
);

const NO_MAILBOX_CODES = new Set([
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ResourceNotFound',
  'ErrorNonExistentMailbox',
]);
/** Directory objects: `Resource 'manager' does not exist or one of its queried reference-property objects are not present.` */
const RESOURCE_NOT_FOUND = /^Resource '([^']+)' does not exist/;
/** What to do about errors whose message does not say it. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  [
    'MailboxInfoStale',
    'Exchange Online has outdated information about this mailbox. If the error lasts, list the mailbox by its object ID.',
  ],
  ['ErrorMailboxMoveInProgress', 'The mailbox is being moved, which can take hours. Run again later.'],
  ['ErrorQuotaExceeded', 'The mailbox is full. Free space in it, or raise its quota.'],
  ['ErrorAccountDisabled', 'Enable the account, or remove the mailbox from the list.'],
  ['ErrorPasswordExpired', 'The password of the account has expired. Set a new one.'],
  ['S2SUnauthorized', 'Usage reports need the application permission Reports.Read.All.'],
  ['ErrorPasswordChangeRequired', 'The password of the account must be changed.'],
]);
/** How Exchange says with 400 that a mailbox does not accept a token which Graph accepts: in a hybrid tenant, it is on premises. */
const TOKEN_REFUSALS = new Set(['AuthenticationError', 'OrganizationFromTenantGuidNotFound']);
const HYBRID_ADVICE = 'The mailbox is probably on premises. Migrate it, or remove it from the list.';
/** The codes of access that is denied. Exchange answers 403 for other reasons too. */
const DENIED_CODE = /access|denied|forbidden|authoriz|permission|premium/i;
/** Levels of nesting in a body. Real bodies have about ten; thousands would overflow the stack later. */
const MAX_NESTING = 200;
/**
 * The longest wait in ms that a minority of a batch's items can impose on all requests. A longer one delays only their
 * mailboxes: if it concerned the application, the other items would be throttled too.
 */
const MAX_SHARED_WAIT = 60_000;
/** Exchange reports a missing mailbox as a missing root folder. */
const ROOT_NOT_FOUND = /root not found/i;
/** The codes of limits of single mailboxes. */
const MAILBOX_LIMITS = new Set(['ApplicationThrottled', 'ErrorTooManyObjectsOpened']);
const TRANSIENT_STATUSES = new Set([408, 421, 423, 424, 429, 500, 502, 503, 504, 509]);

/**
 * The outcome of each item of a batch, by position. Never throws: a gateway's page, a truncated response, and an item
 * without a response are outcomes too.
 *
 * @param size number of requests in the batch
 * @param now epoch ms
 */
export function batchOutcomes(response: GraphResponse, size: number, now: number): Outcome[] {
  if (response.status !== 200) return new Array<Outcome>(size).fill(wholeBatchOutcome(response, size, now));
  try {
    const items = parseBatchResponse(response.text, size);
    return withLimitedScope(items.map((item) => itemOutcome(item, response, now)));
  } catch (error) {
    return new Array<Outcome>(size).fill(transientFailure(`${describeError(error)}, from ${contentType(response)}`));
  }
}

/**
 * The outcome of one request outside a batch. Never throws. A long wait concerns this request alone.
 *
 * @param isWrite whether success needs no object in the response
 */
export function responseOutcome(response: GraphResponse, now: number, isWrite = false): Outcome {
  const { status, headers, text } = response;
  const isSuccess = isWrite ? status >= 200 && status <= 299 : status === 200;
  if (isSuccess && isWrite && text === '') return { kind: 'read', body: {} };
  const body = jsonOrUndefined(text);
  if (isSuccess && body === undefined) return transientFailure(`No JSON, from ${contentType(response)}`);
  const item = {
    status: isSuccess ? 200 : status,
    body: body ?? null,
    retryAfter: firstValue(headers['retry-after']),
    requestId: firstValue(headers['request-id']),
  };
  const [outcome = transientFailure('No response')] = withMailboxWaits([itemOutcome([item], response, now)]);
  return outcome;
}

/** An outcome without a usable response: the request is retried after a backoff. */
export function transientFailure(error: string): FailedOutcome {
  return { kind: 'retry', status: 'failed', scope: 'mailbox', error };
}

/** How often one request is sent at most, apart from faults. */
export const MAX_ATTEMPTS = 7;
/** How long in ms a mailbox is retried after faults without one success. */
const FAULT_LIMIT_MS = 300_000;
const BACKOFF = { first: 1_000, longest: 30_000 };
const ODD_RULE: RetryRule = { ...BACKOFF, attempts: 2 };
/**
 * For faults on the way or in the service, such as a connection reset or a gateway error, that name no wait. They hit requests at
 * random, so retries are limited by time rather than by number.
 */
export const FAULT_RULE: RetryRule = { ...BACKOFF, within: FAULT_LIMIT_MS };
const REFUSAL_RULE: RetryRule = { ...BACKOFF, attempts: MAX_ATTEMPTS, maxTotalWait: MAX_WAIT };

/** Why a request may be sent again; undefined if the outcome is final. */
export function retryOf(outcome: Outcome): Retry | undefined {
  if (outcome.kind === 'read' || outcome.kind === 'final') return undefined;
  const { retryAfter } = outcome;
  if (outcome.kind === 'retry' && outcome.isOdd === true) return { rule: ODD_RULE, retryAfter };
  const isFault = outcome.kind === 'retry' && outcome.status === 'failed' && retryAfter === undefined;
  return { rule: isFault ? FAULT_RULE : REFUSAL_RULE, retryAfter };
}

/** Whether Graph processed the request, with success or not. */
export function isProcessed({ kind }: Outcome): boolean {
  return kind === 'read' || kind === 'final';
}

/** Whether a limit that all requests share rejected the request. */
export function isRefusal(outcome: Outcome): outcome is Extract<FailedOutcome, { kind: 'retry' }> {
  return outcome.kind === 'retry' && outcome.scope === 'tenant';
}

/** The outcomes with long waits as waits of mailboxes. Of a batch about one mailbox, nothing says that they concern others. */
export function withMailboxWaits(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.map((outcome) =>
    outcome.kind === 'retry' && (outcome.retryAfter ?? 0) > MAX_SHARED_WAIT
      ? { ...outcome, scope: 'mailbox' }
      : outcome,
  );
}

/** Waits that few items of a batch ask for and that are long concern only their mailboxes. */
function withLimitedScope(outcomes: Outcome[]): Outcome[] {
  const throttled = outcomes.filter((outcome) => outcome.kind === 'retry' && outcome.scope === 'tenant');
  return throttled.length * 2 > outcomes.length ? outcomes : withMailboxWaits(outcomes);
}

function itemOutcome([item, duplicate]: readonly ItemResponse[], response: GraphResponse, now: number): Outcome {
  if (item === undefined) return transientFailure('The batch response has no response to this request');
  if (duplicate !== undefined) {
    return { kind: 'final', status: 'failed', error: 'The batch response has two responses to this request' };
  }
  const { status, body } = item;
  if (isNestedDeeper(body, MAX_NESTING)) {
    return { kind: 'final', status: 'failed', error: `The response is nested more than ${MAX_NESTING} levels deep` };
  }
  if (status === 200 && isObject(body)) return successOutcome(body);
  if (status === 200) return transientFailure('The response is not a JSON object');
  const requestId = item.requestId ?? innerRequestId(body);
  return {
    ...itemFailure(status, body, response.status === 200),
    requestId,
    retryAfter: retryAfterMs(item.retryAfter, serverTime(response.headers, now)),
  };
}

/** An error body with status 200 is an error. Graph itself does not send it. */
function successOutcome(body: JsonObject): Outcome {
  if (property(body, 'error') === undefined) return { kind: 'read', body };
  const { code = '', message = '' } = graphError(body) ?? {};
  const error = errorText(200, code, message);
  return { kind: 'retry', status: 'failed', scope: 'mailbox', error, isOdd: true };
}

/**
 * Classifies the error of one item. Graph returns 404 both for an unknown address and for a user whose mailbox is not in
 * Exchange Online; only the code differs. https://learn.microsoft.com/graph/errors
 *
 * @param isInBatch whether Graph answered the batch, and so accepted its token
 */
function itemFailure(status: number, body: Json, isInBatch: boolean): FailedOutcome {
  const { code = '', message = '' } = graphError(body) ?? {};
  const error = errorText(status, code, message);
  if (status === 204) return { kind: 'final', status: 'failed', error: 'HTTP 204: the response has no content' };
  if (code === 'InvalidAuthenticationToken' || (status === 401 && !isInBatch)) return { kind: 'token', error };
  if (status === 401 || (status === 400 && TOKEN_REFUSALS.has(code))) {
    return { kind: 'final', status: 'no-mailbox', error: withAdvice(error, HYBRID_ADVICE), refusesToken: true };
  }
  if (status === 429) {
    // Each mailbox has limits of its own besides the limit of the application.
    const isOfMailbox = MAILBOX_LIMITS.has(code) || /mailbox/i.test(message);
    const scope = isOfMailbox ? 'mailbox' : 'tenant';
    return { kind: 'retry', status: 'throttled', error, scope };
  }
  if (TRANSIENT_STATUSES.has(status)) {
    return { kind: 'retry', status: 'failed', scope: 'mailbox', error, isMailboxFault: isInBatch };
  }
  if (code === 'ErrorItemNotFound') {
    if (ROOT_NOT_FOUND.test(message)) return { kind: 'final', status: 'no-mailbox', error };
    return { kind: 'final', status: 'failed', error, missingResource: '' };
  }
  if (code === 'ImageNotFound') return { kind: 'final', status: 'failed', error, missingResource: 'photo' };
  if (NO_MAILBOX_CODES.has(code)) return { kind: 'final', status: 'no-mailbox', error };
  if (status === 404 || code === 'ErrorInvalidUser') {
    return { kind: 'final', status: 'not-found', error, missingResource: RESOURCE_NOT_FOUND.exec(message)?.[1] };
  }
  const isDenied = status === 403 && (code === '' || code === 'UnknownError' || DENIED_CODE.test(code));
  return { kind: 'final', status: isDenied ? 'access-denied' : 'failed', error };
}

function wholeBatchOutcome(response: GraphResponse, size: number, now: number): Outcome {
  const { status, headers } = response;
  const error = wholeBatchError(response);
  const requestId = firstValue(headers['request-id']);
  const retryAfter = retryAfterMs(firstValue(headers['retry-after']), serverTime(headers, now));
  if (status === 401) return { kind: 'token', error, requestId };
  if (status === 429) return { kind: 'retry', status: 'throttled', scope: 'tenant', error, requestId, retryAfter };
  if (TRANSIENT_STATUSES.has(status)) {
    const scope = retryAfter === undefined ? 'mailbox' : 'tenant';
    return { kind: 'retry', status: 'failed', scope, error, requestId, retryAfter };
  }
  if (status === 400 && size > 1) return { kind: 'alone', error, requestId };
  // Something on the way answers in place of Graph.
  if (status < 400) return { kind: 'retry', status: 'failed', scope: 'mailbox', error, requestId, isOdd: true };
  return { kind: 'final', status: status === 403 ? 'access-denied' : 'failed', error, requestId };
}

function wholeBatchError(response: GraphResponse): string {
  const error = graphError(jsonOrUndefined(response.text));
  return error === undefined
    ? `HTTP ${response.status} with ${contentType(response)} instead of a Graph response`
    : errorText(response.status, error.code, error.message);
}

/**
 * Graph's `{"error":{"code","message"}}`, with '' for a missing part; undefined if the body has neither. The message of usage reports is
 * the error of another service as JSON, and that error counts.
 */
export function graphError(body: Json | undefined): { readonly code: string; readonly message: string } | undefined {
  const error = property(body, 'error');
  const isError = ['code', 'message'].some((name) => typeof property(error, name) === 'string');
  if (!isError) return undefined;
  const [code, message] = [textIn(error, 'code'), textIn(error, 'message')];
  const inner = message.startsWith('{') ? property(jsonOrUndefined(message), 'error') : undefined;
  if (textIn(inner, 'code') === '') return { code, message };
  return { code: textIn(inner, 'code'), message: textIn(inner, 'message') };
}

function errorText(status: number, code: string, message: string): string {
  const start = [code === '' ? `HTTP ${status}` : code, message].filter((part) => part !== '').join(': ');
  const advice = ADVICE.get(code);
  return advice === undefined ? start : withAdvice(start, advice);
}

function withAdvice(error: string, advice: string): string {
  const [, message] = /^[^:]+: (.*)$/s.exec(error) ?? [];
  if (message === undefined) return `${error}: ${advice}`;
  return `${error}${/[.!?]$/.test(message) ? '' : '.'} ${advice}`;
}

function contentType({ headers }: GraphResponse): string {
  return firstValue(headers['content-type'])?.split(';')[0] ?? 'no content type';
}

/** Batch items often lack the `request-id` header and have the id in their error. */
function innerRequestId(body: Json): string | undefined {
  return textIn(property(property(body, 'error'), 'innerError'), 'request-id') || undefined;
}
