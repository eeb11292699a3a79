import { randomUUID } from 'node:crypto';

/** The response of Graph to one request: the members that a batch and a single request share. */
export interface GraphAnswer {
  readonly status: number;
  /** JSON text. Empty if there is none, as with 204. */
  readonly body: string;
  /** The value of a Retry-After header. */
  readonly retryAfter?: string;
  /** The value of a Location header. */
  readonly location?: string;
}

/** Graph's error body. https://learn.microsoft.com/graph/errors */
export function graphError(
  status: number,
  code: string,
  message: string,
  now: number,
  retryAfter?: string,
): GraphAnswer {
  const body = JSON.stringify({
    error: {
      code,
      message,
      innerError: {
        date: new Date(now).toISOString().slice(0, 19),
        'request-id': randomUUID(),
        'client-request-id': randomUUID(),
      },
    },
  });
  return retryAfter === undefined ? { status, body } : { status, body, retryAfter };
}

export function badRequest(message: string, now: number): GraphAnswer {
  return graphError(400, 'BadRequest', message, now);
}

/** The application as a whole is over a limit. */
export function tooManyRequests(now: number, retryAfter: string | undefined): GraphAnswer {
  return graphError(429, 'TooManyRequests', 'Too many requests.', now, retryAfter);
}

/** One mailbox is over its limit. */
export function mailboxConcurrency(now: number, retryAfter: string | undefined): GraphAnswer {
  return graphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', now, retryAfter);
}

/** What Graph answers about single mailboxes, as others captured it: status, code and message. */
const MAILBOX_ERRORS = {
  /** Soft-deleted, without a licence, or on premises. */
  'not-enabled': [
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  ],
  /** On premises in a hybrid tenant. https://github.com/MicrosoftDocs/azure-docs/issues/27188 */
  'on-premises': [401, 'UnknownError', ''],
  /** The same in another form. */
  'on-premises-400': [400, 'AuthenticationError', 'Error authenticating with resource'],
  /** https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2141 */
  full: [403, 'ErrorQuotaExceeded', 'The process failed to get the correct properties.'],
  disabled: [403, 'ErrorAccountDisabled', 'This account is disabled.'],
  /** https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/4038 */
  'not-synchronized': [400, 'ErrorInvalidUser', 'The requested user is invalid.'],
  /** For hours. */
  moving: [503, 'ErrorMailboxMoveInProgress', 'Mailbox move in progress. Try again later.'],
  /** For days. https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/3143 */
  stale: [503, 'MailboxInfoStale', 'Mailbox info is stale.'],
  /** https://github.com/OfficeDev/outlook-dev-docs/issues/144 */
  'too-many-objects': [429, 'ErrorTooManyObjectsOpened', 'Too many objects are opened.'],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type MailboxError = keyof typeof MAILBOX_ERRORS;

export function isMailboxError(name: string): name is MailboxError {
  return Object.hasOwn(MAILBOX_ERRORS, name);
}

/** The answer about a mailbox that cannot be read. */
export function mailboxError(name: MailboxError, now: number): GraphAnswer {
  const [status, code, message] = MAILBOX_ERRORS[name];
  return graphError(status, code, message, now);
}

/** Graph sends this error without a message. */
export function unavailable(status: 503 | 504, now: number, retryAfter: string | undefined): GraphAnswer {
  return graphError(status, 'UnknownError', '', now, retryAfter);
}
