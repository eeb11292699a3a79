import { count, counted } from '../text/numbers.ts';
import type { RunSummary } from './summary/facts.ts';

/** What came of a run in a sentence: what is said of its result, or how many mailboxes were read. Plain text. */
export function resultSentence({ message, mailboxCount, unreadCount, maxUnread }: RunSummary): string {
  if (message !== '') return message;
  if (unreadCount === 0)
    return mailboxCount === 1 ? 'The mailbox was read.' : `All ${count(mailboxCount)} mailboxes were read.`;
  return `${count(unreadCount)} of ${counted(mailboxCount, 'mailbox', 'mailboxes')} could not be read; "max-unread" is ${maxUnread}.`;
}
