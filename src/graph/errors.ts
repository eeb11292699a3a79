import type { Json } from '../json.ts';
import type { UnreadStatus } from './unread-status.ts';
import { graphError } from './client.ts';

/** What an answer that is no success means for its mailbox. */
export type Failure =
  /** It will not change by asking again. */
  | {
      readonly kind: 'final';
      readonly status: UnreadStatus;
      readonly error: string;
      /** What was asked for is not there, though the mailbox is. */
      readonly gone?: boolean;
    }
  /** Ask again; where asking ends without success, `status` and `error` say why. */
  | {
      readonly kind: 'again';
      readonly status: 'throttled' | 'failed';
      readonly error: string;
      /** Whether all requests share what refused this one, or this mailbox alone is concerned. */
      readonly scope: 'tenant' | 'mailbox';
    }
  /** The token was not accepted. */
  | { readonly kind: 'token'; readonly error: string };

const NO_MAILBOX = new Set([
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ResourceNotFound',
  'ErrorNonExistentMailbox',
]);
/** Exchange says so of a mailbox that is not there by its root folder, and of anything else by what it is. */
const NO_ROOT = /root not found/i;
const AGAIN = new Set([408, 423, 429, 500, 502, 503, 504, 509]);

/**
 * Tells what an item's error means. Graph gives 404 both to an address that nobody has and to a user whose mailbox is
 * elsewhere; only the code tells them apart. https://learn.microsoft.com/graph/errors
 */
export function itemFailure(status: number, body: Json): Failure {
  const { code = '', message = '' } = graphError(body) ?? {};
  const error = errorText(status, code, message);
  if (status === 401) return { kind: 'token', error };
  if (status === 429) {
    // Each mailbox has a limit of its own beside the one that the whole app shares.
    const scope = code === 'ApplicationThrottled' || /mailbox/i.test(message) ? 'mailbox' : 'tenant';
    return { kind: 'again', status: 'throttled', error, scope };
  }
  if (AGAIN.has(status)) return { kind: 'again', status: 'failed', error, scope: 'mailbox' };
  if (code === 'ErrorItemNotFound') {
    const missing = NO_ROOT.test(message);
    return { kind: 'final', status: missing ? 'no-mailbox' : 'failed', error, gone: !missing };
  }
  if (NO_MAILBOX.has(code)) return { kind: 'final', status: 'no-mailbox', error };
  if (status === 404) return { kind: 'final', status: 'not-found', error };
  if (status === 403) return { kind: 'final', status: 'access-denied', error };
  return { kind: 'final', status: 'failed', error };
}

/** Whether an answer to a whole batch is worth asking again for. */
export function isTransient(status: number): boolean {
  return AGAIN.has(status);
}

/** `code: message`, as it stands in a report's `Error` column. */
export function errorText(status: number, code: string, message: string): string {
  return [code === '' ? `HTTP ${status}` : code, message].filter((part) => part !== '').join(': ');
}
