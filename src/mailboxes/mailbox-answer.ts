import type { MailboxIds } from './identity.ts';
import type { Mailbox } from './mailbox.ts';

/** What becomes of cells that a service does not show, for people. */
export const BLANK_CELLS = 'are blank, and rules about them inconclusive';

/** Why a mailbox has no result. */
export type UnreadableStatus = 'not-found' | 'no-mailbox' | 'access-denied' | 'throttled' | 'failed' | 'cancelled';

/** Whether a status says that there is no such mailbox. */
export function isMissing(status: string): boolean {
  return status === 'not-found' || status === 'no-mailbox';
}

/** Why a query has no value for a mailbox. */
export interface QueryFailure {
  readonly status: UnreadableStatus;
  readonly error: string;
}

/** The result of one query for one mailbox. */
export type QueryResult<T> = { readonly status: 'ok'; readonly value: T } | QueryFailure;

/** The results of one mailbox, or of another object that is requested by its ID: one for each query, in their order. */
export interface MailboxAnswer<T, Of = Mailbox> {
  readonly mailbox: Of;
  /** Undefined: they are not known. */
  readonly ids?: MailboxIds | undefined;
  readonly results: readonly QueryResult<T>[];
}
