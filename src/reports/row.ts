import type { Json } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';

/** Why a mailbox has no answer. */
export type UnreadStatus = 'not-found' | 'no-mailbox' | 'access-denied' | 'throttled' | 'failed' | 'cancelled';
export type RowStatus = 'ok' | UnreadStatus;

/**
 * One row of a report: what every writer and every rule reads. Cells keep their JSON types and stand in the order of
 * the report's columns; an unread mailbox has a row with a null in each.
 */
export interface Row {
  readonly mailbox: Mailbox;
  readonly status: RowStatus;
  /** Graph's code and message for a mailbox that could not be read, else ''. Hostile text until escaped. */
  readonly error: string;
  readonly cells: readonly Json[];
}
