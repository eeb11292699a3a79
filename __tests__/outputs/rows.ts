import type { Json } from '../../src/json.ts';
import type { UnreadableStatus } from '../../src/mailboxes/mailbox-answer.ts';
import type { Row } from '../../src/reports/rows.ts';
import { type MailboxHighlights } from '../../src/reports/conditions.ts';

/** A mailbox that was read, on a line of mailboxes.txt. */
export function readRow(address: string, cells: readonly Json[], line = 1): Row {
  return { mailbox: { address, file: 'mailboxes.txt', line }, status: 'ok', error: '', content: 'item', cells };
}

/** A mailbox that could not be read. */
export function unreadableRow(address: string, status: UnreadableStatus, error: string, line = 1, cells = 1): Row {
  const blank = Array.from({ length: cells }, () => null);
  return { mailbox: { address, file: 'mailboxes.txt', line }, status, error, content: 'none', cells: blank };
}

/** Highlights of rows, of which all are known. */
export function marks(...ofRows: readonly (readonly number[])[]): MailboxHighlights {
  return { ofRows, possible: [] };
}
