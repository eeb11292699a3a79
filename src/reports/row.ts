import type { UnreadStatus } from '../graph/unread-status.ts';
import type { Json } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';

export type RowStatus = 'ok' | UnreadStatus;

/**
 * What a row stands for: something that Graph shows, something of which Graph keeps back what a rule would have to know,
 * or only the mailbox, which has nothing of the kind or could not be read.
 */
export type RowContent = 'whole' | 'partial' | 'none';

/**
 * One row of a report: what every writer and every rule reads. Cells keep their JSON types and stand in the order of
 * the report's columns; where there is no content each is null.
 */
export interface Row {
  readonly mailbox: Mailbox;
  readonly status: RowStatus;
  /** Graph's code and message for a mailbox that could not be read, else ''. Hostile text until escaped. */
  readonly error: string;
  readonly content: RowContent;
  readonly cells: readonly Json[];
}
