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

/** Graph sends this error without a message. */
export function unavailable(status: 503 | 504, now: number, retryAfter: string | undefined): GraphAnswer {
  return graphError(status, 'UnknownError', '', now, retryAfter);
}
