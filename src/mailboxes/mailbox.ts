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
  readonly #addresses: string[] = [];
  readonly #lines: number[] = [];
  /** Each file with the position of its first mailbox. */
  readonly #files: { readonly file: string; readonly start: number }[] = [];
  /** Positions by lower-case address. */
  readonly #positions = new Map<string, number>();
  readonly #duplicates: Duplicate[] = [];
  #duplicateCount = 0;

  get length(): number {
    return this.#addresses.length;
  }

  /** `mailbox.address`: valid and trimmed. The mailboxes of a file follow one another. */
  add(mailbox: Mailbox): void {
    const { address, file, line } = mailbox;
    const key = address.toLowerCase();
    const earlier = this.#positions.get(key);
    if (earlier !== undefined) {
      this.#duplicateCount += 1;
      if (this.#duplicates.length < MAX_DUPLICATES_KEPT) {
        this.#duplicates.push({ mailbox, firstAt: this.build([]).at(earlier) });
      }
      return;
    }
    if (this.#files.at(-1)?.file !== file) this.#files.push({ file, start: this.length });
    this.#positions.set(key, this.#addresses.push(address) - 1);
    this.#lines.push(line);
  }

  build(files: readonly string[]): MailboxList {
    const [addresses, lines, starts] = [this.#addresses, this.#lines, this.#files];
    return {
      length: addresses.length,
      at: (position) => {
        const address = addresses[position];
        const line = lines[position];
        const file = starts.findLast(({ start }) => start <= position)?.file;
        if (address === undefined || line === undefined || file === undefined) {
          throw new RangeError(`The list has ${addresses.length} mailboxes and none at position ${position}.`);
        }
        return { address, file, line };
      },
      duplicateCount: this.#duplicateCount,
      duplicates: this.#duplicates,
      files,
    };
  }
}
