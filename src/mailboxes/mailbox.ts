import type { MailboxIds } from './identity.ts';

/** A line of a mailbox list. */
export interface ListLine {
  /** Path of the list file relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
}

/** Where the lists have a mailbox: nowhere if the run reads it because of `mailboxes: all`. */
export type ListPlace = ListLine | { readonly file?: undefined; readonly line?: undefined };

/** A mailbox to read, with the place of its address. */
export type Mailbox = ListPlace & {
  /** As written in the list, trimmed. Addresses compare without case. */
  readonly address: string;
  /**
   * The values of the list's columns, '' if the entry has none; null if its file has no such column. Undefined: all are null.
   */
  readonly columns?: readonly (string | null)[] | undefined;
  /** What identifies it, if the run found it by listing the tenant. */
  readonly ids?: MailboxIds | undefined;
};

/** The place alone. */
export function listPlace({ file, line }: ListPlace): ListPlace {
  return file === undefined ? {} : { file, line };
}

/** A mailbox that a list has. */
type ListedMailbox = Mailbox & ListLine;

/** Whether a list has a mailbox. */
export function isListed(mailbox: Mailbox): mailbox is ListedMailbox {
  return mailbox.file !== undefined;
}

/** An address that the list already contains. */
export interface Duplicate {
  readonly mailbox: ListedMailbox;
  readonly firstAt: ListedMailbox;
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
  /** The first entry of each mailbox whose values of the list's columns differ from earlier ones: these values are unknown. */
  readonly conflicts?: readonly Duplicate[];
  /** Paths of the list files, relative to the workspace. */
  readonly files: readonly string[];
  /** The names of the list's columns that reports carry. */
  readonly columns: readonly string[];
  /** How many of the mailboxes the files have; those that only the tenant has follow. Undefined: all. */
  readonly listed?: number | undefined;
}

const MAX_DUPLICATES_KEPT = 10;

/** Collects the mailboxes of a list, each address once. */
export class MailboxCollector {
  readonly #byAddress = new Map<string, Mailbox>();
  readonly #duplicates: Duplicate[] = [];
  readonly #conflicts = new Map<string, Duplicate>();
  #duplicateCount = 0;

  /** Adds a mailbox with a valid and trimmed address. Returns the one that the list already has with the address. */
  add(mailbox: Mailbox): Mailbox | undefined {
    const key = mailbox.address.toLowerCase();
    const firstAt = this.#byAddress.get(key);
    if (firstAt === undefined) this.#byAddress.set(key, mailbox);
    else {
      this.#duplicateCount += 1;
      if (isListed(mailbox) && isListed(firstAt)) this.#addDuplicate(key, { mailbox, firstAt });
    }
    return firstAt;
  }

  #addDuplicate(key: string, { mailbox, firstAt }: Duplicate): void {
    if (this.#duplicates.length < MAX_DUPLICATES_KEPT) this.#duplicates.push({ mailbox, firstAt });
    const differing = differingColumns(firstAt, mailbox);
    if (differing.length === 0) return;
    const columns = firstAt.columns?.map((value, index) => (differing.includes(index) ? null : value));
    this.#byAddress.set(key, { ...firstAt, columns });
    if (!this.#conflicts.has(key)) this.#conflicts.set(key, { mailbox, firstAt });
  }

  /**
   * @param files paths of all list files, relative to the workspace
   * @param columns names of the list's columns
   */
  list(files: readonly string[], columns: readonly string[]): MailboxList {
    const repeated = {
      duplicateCount: this.#duplicateCount,
      duplicates: this.#duplicates,
      conflicts: [...this.#conflicts.values()],
    };
    return listOf([...this.#byAddress.values()], { ...repeated, files, columns });
  }
}

/** The positions of columns for which two entries of a mailbox have different values. A file without the column says nothing. */
export function differingColumns(
  { columns = [] }: Mailbox,
  { columns: otherColumns = [] }: Mailbox,
): readonly number[] {
  return columns.flatMap((value, index) => {
    const other = otherColumns[index] ?? null;
    return value !== null && other !== null && value !== other ? [index] : [];
  });
}

/** A list of mailboxes, each address once. Parameters as those of `MailboxCollector`. */
export function mailboxList(
  entries: Iterable<Mailbox>,
  files: readonly string[] = [],
  columns: readonly string[] = [],
): MailboxList {
  const collector = new MailboxCollector();
  for (const mailbox of entries) collector.add(mailbox);
  return collector.list(files, columns);
}

/** A list of mailboxes without duplicates. */
export function listOf(
  mailboxes: readonly Mailbox[],
  properties: Pick<MailboxList, 'duplicateCount' | 'duplicates' | 'conflicts' | 'files' | 'columns' | 'listed'>,
): MailboxList {
  const mailboxAt = (position: number): Mailbox => {
    const mailbox = mailboxes[position];
    if (mailbox !== undefined) return mailbox;
    throw new RangeError(`The list has ${mailboxes.length} mailboxes and none at position ${position}.`);
  };
  return { ...properties, mailboxes, length: mailboxes.length, at: mailboxAt };
}
