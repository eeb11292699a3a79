/** One mailbox of the committed list, with the place where its address stands. */
export interface Mailbox {
  /** As written in the list, trimmed. Addresses compare without case. */
  readonly address: string;
  /** Path of the list file relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
}

/**
 * The mailboxes to ask, in the list's order and without duplicates. Three hundred thousand of them stay in memory for
 * the whole run, so a list keeps its addresses and places in columns and makes a `Mailbox` only when asked for one.
 */
export interface MailboxList {
  readonly length: number;
  /** The mailbox at a position from 0; throws a RangeError beyond the end. */
  at(position: number): Mailbox;
  /** How many lines repeated an address that stood earlier. */
  readonly duplicateCount: number;
  /** The first few of those repetitions, for a warning each, with the line of the first mention. */
  readonly duplicates: readonly { readonly mailbox: Mailbox; readonly firstAt: Mailbox }[];
  /** Paths of the files it was read from, relative to the workspace. */
  readonly files: readonly string[];
}
