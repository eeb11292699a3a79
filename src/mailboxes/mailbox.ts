/** A mailbox of the list, with the place of its address. */
export interface Mailbox {
  /** As written in the list, trimmed. Addresses compare without case. */
  readonly address: string;
  /** Path of the list file relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /**
   * The values of the list's columns, '' if the entry has none; null if its file has no such column. Undefined: all are null.
   */
  readonly columns?: readonly (string | null)[] | undefined;
}

/** An address that the list already contains. */
export interface Duplicate {
  readonly mailbox: Mailbox;
  readonly firstAt: Mailbox;
}

/** The mailboxes to read, in the order of the list and without duplicates. */
export interface MailboxList {
  readonly mailboxes: readonly Mailbox[];
  readonly length: number;
  /** The mailbox at a position from 0; throws a RangeError beyond the end. */
  at(position: number): Mailbox;
  readonly duplicateCount: number;
  /** The first ten duplicates. */
  readonly duplicates: readonly Duplicate[];
  /** Paths of the list files, relative to the workspace. */
  readonly files: readonly string[];
  /** The names of the list's columns that reports carry. */
  readonly columns: readonly string[];
}

const MAX_DUPLICATES_KEPT = 10;

/**
 * A list of mailboxes, each address once.
 *
 * @param listed with valid and trimmed addresses
 * @param files paths of all list files, relative to the workspace
 * @param columns names of the list's columns
 */
export function mailboxList(
  listed: Iterable<Mailbox>,
  files: readonly string[] = [],
  columns: readonly string[] = [],
): MailboxList {
  const byAddress = new Map<string, Mailbox>();
  const duplicates: Duplicate[] = [];
  let duplicateCount = 0;
  for (const mailbox of listed) {
    const key = mailbox.address.toLowerCase();
    const firstAt = byAddress.get(key);
    if (firstAt === undefined) {
      byAddress.set(key, mailbox);
      continue;
    }
    duplicateCount += 1;
    if (duplicates.length < MAX_DUPLICATES_KEPT) duplicates.push({ mailbox, firstAt });
  }
  return listOf([...byAddress.values()], { duplicateCount, duplicates, files, columns });
}

/** A list of mailboxes without duplicates. */
export function listOf(
  mailboxes: readonly Mailbox[],
  {
    duplicateCount,
    duplicates,
    files,
    columns,
  }: Pick<MailboxList, 'duplicateCount' | 'duplicates' | 'files' | 'columns'>,
): MailboxList {
  const at = (position: number): Mailbox => {
    const mailbox = mailboxes[position];
    if (mailbox !== undefined) return mailbox;
    throw new RangeError(`The list has ${mailboxes.length} mailboxes and none at position ${position}.`);
  };
  return { mailboxes, length: mailboxes.length, at, duplicateCount, duplicates, files, columns };
}
