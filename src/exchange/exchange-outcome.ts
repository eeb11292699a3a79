import { excerpt } from '../auth/redact.ts';
import type { RetryFailure } from '../http/retrying.ts';
import { firstValue, retryAfterMs, serverTime } from '../http/headers.ts';
import { isObject, jsonOrUndefined, property, textIn, type Json, type JsonObject } from '../json.ts';
import type { UnreadableStatus } from '../mailboxes/mailbox-answer.ts';
import type { ExchangeResponse } from './exchange-client.ts';

/** What came of a command. `error` is the service's text without names of servers. */
export type ExchangeOutcome = { readonly kind: 'read'; readonly body: JsonObject } | ExchangeFailure;

export type ExchangeFailure = { readonly error: string } & (
  | {
      readonly kind: 'final';
      readonly status: UnreadableStatus;
      /** Whether the answer is a success without content, 204 or `null`, where objects or an empty list were due. */
      readonly isNothing?: boolean;
    }
  | (RetryFailure & {
      /** Whether the answer took too long. Another attempt with as many objects would take as long. */
      readonly isTimeout?: boolean;
    })
  /** The link to a page has expired, or is not valid at this server. */
  | { readonly kind: 'expired' }
  /** The token, or the role of the application, does not allow the command. */
  | {
      readonly kind: 'denied';
      /** Whether it is the token that is not accepted: in a batch, it may have ended since the first of its commands. */
      readonly refusesToken?: boolean;
    }
);

const RETRIED = new Set([408, 421, 429, 500, 502, 503, 504]);
/** Exceptions of busy servers, which arrive with status 400. Their names come from clients in production use. */
const TRANSIENT = /CmdletProxyNotAvailableFailure|ServerBusy|Transient|BackendCommunication/i;
/** The same in a message, which may also have names of mailboxes. */
const TRANSIENT_TEXT =
  /\b\w*(?:CmdletProxyNotAvailableFailure|ServerBusyException|TransientException|BackendCommunicationException)\b/;
/** What a busy service writes, with any status and perhaps as plain text. Clients in production use look for these texts. */
const THROTTLED_TEXT = /maximum number of concurrent requests/i;
const MAY_PASS_TEXT = /issue may be transient|UnableToWriteToAad/i;
const TIMEOUTS = new Set([408, 504]);
const EXPIRED = /Expired or Invalid pagination request/i;
/** RBAC leaves out cmdlets that no role of the application has, so that they do not exist. */
const UNKNOWN_CMDLET = 'CommandNotFoundException';
const UNKNOWN_CMDLET_TEXT = /is not recognized as|isn't supported in this scenario|not allowed to call/i;
const MISSING_OBJECT = /ManagementObjectNotFoundException|ObjectNotFoundException/;

/** A response to a command, or one item of a batch. `json`: undefined if the body is not JSON. */
export type CommandResponse = Pick<ExchangeResponse, 'status' | 'headers' | 'json' | 'text'> &
  Partial<Pick<ExchangeResponse, 'isEmpty'>>;

/**
 * Classifies a response. The status says little: the reason is in the body, in `x-ms-diagnostics` with 403, and an answer
 * of an unknown shape is an error.
 *
 * @param now epoch ms
 */
export function outcomeOf(response: CommandResponse, now: number): ExchangeOutcome {
  const { status, headers, json, text } = response;
  if (status === 200 && json !== undefined && property(json, 'error') === undefined) {
    const reported = reportedError(json);
    if (reported !== undefined) return { kind: 'final', status: 'failed', error: reported };
    if (isObject(json) && Array.isArray(json.value) && json.value.every(isObject)) return { kind: 'read', body: json };
    const error = 'The answer has no list of objects "value"';
    return { kind: 'final', status: 'failed', error, isNothing: json === null };
  }
  const found = errorTextOf(json);
  const error = found === undefined ? bareError(response) : shownError(found);
  const { exception = '', message = '' } = found ?? {};
  const reason = [message, exception, firstValue(headers['x-exceptiontype']), json === undefined ? text : ''].join(
    '\n',
  );
  if (MISSING_OBJECT.test(exception)) return { kind: 'final', status: 'not-found', error };
  if (status === 429 || THROTTLED_TEXT.test(reason))
    return { kind: 'retry', status: 'throttled', scope: 'tenant', retryAfter: waitOf(headers, now), error };
  if (MAY_PASS_TEXT.test(reason)) return transient(error, response, now);
  if (status === 401 || status === 403)
    return { kind: 'denied', refusesToken: status === 401, error: error + requestIdText(headers) };
  if (EXPIRED.test(message)) return { kind: 'expired', error };
  if (exception.includes(UNKNOWN_CMDLET) || UNKNOWN_CMDLET_TEXT.test(message)) return { kind: 'denied', error };
  if (status === 200 && json === undefined) {
    return transient('HTTP 200 with a body that cannot be decoded', response, now);
  }
  if (RETRIED.has(status) || TRANSIENT.test(exception) || TRANSIENT_TEXT.test(message))
    return transient(error, response, now);
  return { kind: 'final', status: 'failed', error, isNothing: status === 204 };
}

/**
 * Classifies the response to a cmdlet that changes an object and returns none. Nobody has captured one: third parties expect
 * "an OData page, a bare array, a single object, or nothing", so any status of success without an error counts.
 */
export function writeOutcomeOf(response: CommandResponse, now: number): ExchangeOutcome {
  const { status, json, isEmpty } = response;
  if (status < 200 || status > 299 || property(json, 'error') !== undefined) return outcomeOf(response, now);
  if (isEmpty === true) return { kind: 'read', body: {} };
  if (json === undefined) return outcomeOf({ ...response, status: 200 }, now);
  const reported = reportedError(json);
  if (reported !== undefined) return { kind: 'final', status: 'failed', error: reported };
  return { kind: 'read', body: isObject(json) ? json : {} };
}

function transient(error: string, { status, headers }: CommandResponse, now: number): ExchangeFailure {
  const retryAfter = waitOf(headers, now);
  const isTimeout = TIMEOUTS.has(status);
  const scope = retryAfter === undefined ? 'mailbox' : 'tenant';
  return { kind: 'retry', status: 'failed', scope, retryAfter, isTimeout, error };
}

/** An error without an envelope: 403 has NUL characters and a header, 429 may have plain text. Pages of gateways are not quoted. */
function bareError({ status, headers, json, text }: CommandResponse): string {
  const reason = /reason="([^"]*)"/i.exec(firstValue(headers['x-ms-diagnostics']) ?? '')?.[1];
  const isKnown = json === undefined && (THROTTLED_TEXT.test(text) || MAY_PASS_TEXT.test(text));
  const shown = isKnown ? excerpt(text) : redacted(reason ?? (textIn(json, 'message') || textIn(json, 'Message')));
  return shown === '' ? `HTTP ${status}` : `HTTP ${status}: ${shown}`;
}

/** An error that did not end the cmdlet. Its objects may then be a part of the whole. */
function reportedError(json: Json): string | undefined {
  const errors = property(json, '@adminapi.errors');
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  const [first] = errors;
  return `The answer has errors: ${typeof first === 'string' ? redacted(first) : 'of an unknown shape'}`;
}

/** What Microsoft's support asks for. */
function requestIdText(headers: CommandResponse['headers']): string {
  const id = firstValue(headers['request-id']) ?? '';
  return /^[0-9a-f-]{36}$/i.test(id) ? ` (request ID ${id})` : '';
}

function waitOf(headers: CommandResponse['headers'], now: number): number | undefined {
  return retryAfterMs(firstValue(headers['retry-after']), serverTime(headers, now));
}

/** The parts of an error of the admin API that say what happened. */
interface ExchangeErrorText {
  /** The last part of the exception's name, such as `ManagementObjectNotFoundException`; '' if there is none. */
  readonly exception: string;
  /** Without names of servers and stack traces. Hostile text until escaped. */
  readonly message: string;
}

/**
 * Names of Exchange's servers and domain controllers: `AM0PR01A003.EURPR01A003.PROD.OUTLOOK.COM`, `DB7PR02MB4321`,
 * `PH1P110MB1605` in the government's clouds.
 */
const SERVERS = [
  /\b[\w-]+(?:\.[\w-]+)*\.(?:PROD|SDF|MGT)\.(?:OUTLOOK|EXCHANGELABS|PARTNER\.OUTLOOK|OFFICE365)\.(?:COM|CN|US)\b/gi,
  /\b[\w-]+(?:\.[\w-]+)*\.(?:protection|mail|exchangelabs|namprd\d+|eurprd\d+|apcprd\d+)\.(?:outlook|exchangelabs|live)\.com\b/gi,
  /\b[A-Z]{2}\w{0,4}P(?:R|\d{3})\w{0,6}(?:MB|DC|CA|BE|FE)\w{0,4}\d{2,4}\b/g,
  /\[Server=[^\]]*\]/g,
];
const STACK_TRACE = /(?:\r?\n\s*|\s{2,})(?:at|in|---) [\s\S]*$/;
/** The mark of an error and its exception, which some messages begin with: `Ex6F9304|Microsoft.Exchange.SomeException|`. */
const MARK = /^\s*(?:Ex[\dA-F]+)?\|[\w.]+\|/;
const MAX_LENGTH = 500;

/**
 * The text of an error envelope; undefined if a body has none. `error.message` is "Invalid Operation" for almost every
 * error: the reason is in the inner exception, or in the last detail after the name of the exception.
 */
function errorTextOf(body: Json | undefined): ExchangeErrorText | undefined {
  const error = property(body, 'error');
  if (error === undefined) return undefined;
  const internal = property(property(error, 'innererror'), 'internalexception');
  const detail = detailOf(property(error, 'details'));
  const message = textIn(internal, 'message').trim() || detail.message || textIn(error, 'message');
  const type = textIn(internal, 'type').trim() || detail.type || textIn(error, 'code');
  return { exception: /[^.|]*$/.exec(type)?.[0] ?? '', message: redacted(message) };
}

/** `ManagementObjectNotFoundException: The operation couldn't be performed ...`. */
function shownError({ exception, message }: ExchangeErrorText): string {
  return [exception, message].filter((part) => part !== '').join(': ');
}

/** A text of the service without a mark, names of its servers and a stack trace, cut at 500 characters. */
function redacted(text: string): string {
  const withoutTrace = text.replace(MARK, '').replace(STACK_TRACE, '');
  return SERVERS.reduce((shown, server) => shown.replace(server, '(server)'), withoutTrace)
    .trim()
    .slice(0, MAX_LENGTH);
}

/** `|Microsoft.Exchange...Exception|The reason`, or JSON with a `Message`. */
function detailOf(details: Json | undefined): { readonly type: string; readonly message: string } {
  const written = textIn(Array.isArray(details) ? details[0] : undefined, 'message');
  const parts = (textIn(jsonOrUndefined(written), 'Message') || written).split('|');
  return { type: parts.at(-2) ?? '', message: parts.at(-1) ?? '' };
}
