/** Rights in rows of `access` of those who get mail of a mailbox, and cannot open it. */
export const RECEIVING: readonly string[] = ['Forwarding', 'InboxRule'];
