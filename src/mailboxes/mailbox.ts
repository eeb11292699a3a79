/** A mailbox of the list, with the place of its address. */
export interface Mailbox {
  /** As written in the list, trimmed. Addresses compare without case. */
  readonly address: string;
  /** Path of the list file relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
}

/** An address that the list already contains. */
export interface Duplicate {
  readonly mailbox: Mailbox;
  readonly firstAt: Mailbox;
}

/** The mailboxes to read, in the order of the list and without duplicates. */
export interface MailboxList {
  readonly length: number;
  /** The mailbox at a position from 0; throws a RangeError beyond the end. */
  at(position: number): Mailbox;
  readonly duplicateCount: number;
  /** The first ten duplicates. */
  readonly duplicates: readonly Duplicate[];
  /** Paths of the list files, relative to the workspace. */
  readonly files: readonly string[];
}

const MAX_DUPLICATES_KEPT = 10;

/** Builds a list from files, each address once. */
export class MailboxListBuilder {
  readonly #mailboxes: Mailbox[] = [];
  /** Positions by lower-case address. */
  readonly #positions = new Map<string, number>();
  readonly #duplicates: Duplicate[] = [];
  #duplicateCount = 0;

  get length(): number {
    return this.#mailboxes.length;
  }

  /** `mailbox.address`: valid and trimmed. */
  add(mailbox: Mailbox): void {
    const key = mailbox.address.toLowerCase();
    const position = this.#positions.get(key);
    const firstAt = position === undefined ? undefined : this.#mailboxes[position];
    if (firstAt === undefined) {
      this.#positions.set(key, this.#mailboxes.push(mailbox) - 1);
      return;
    }
    this.#duplicateCount += 1;
    if (this.#duplicates.length < MAX_DUPLICATES_KEPT) this.#duplicates.push({ mailbox, firstAt });
  }

  build(files: readonly string[]): MailboxList {
    const mailboxes = this.#mailboxes;
    return {
      length: mailboxes.length,
      at: (position) => {
        const mailbox = mailboxes[position];
        if (mailbox !== undefined) return mailbox;
        throw new RangeError(`The list has ${mailboxes.length} mailboxes and none at position ${position}.`);
      },
      duplicateCount: this.#duplicateCount,
      duplicates: this.#duplicates,
      files,
    };
  }
}
