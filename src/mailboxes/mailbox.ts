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
        this.#duplicates.push({ mailbox, firstAt: this.#at(earlier) });
      }
      return;
    }
    if (this.#files.at(-1)?.file !== file) this.#files.push({ file, start: this.length });
    this.#positions.set(key, this.#addresses.push(address) - 1);
    this.#lines.push(line);
  }

  #at(position: number): Mailbox {
    const file = this.#files.findLast(({ start }) => start <= position)?.file ?? '';
    return { address: this.#addresses[position] ?? '', file, line: this.#lines[position] ?? 0 };
  }

  /** The list so far. `files`: paths of all list files, relative to the workspace. */
  build(files: readonly string[]): MailboxList {
    // One text and its offsets instead of a string for each mailbox. Together with reading text files line by line, this
    // lowered the peak at 300,000 mailboxes from 371 to 285 MiB (one run each of `npm run bench -- --only cpu`).
    const text = this.#addresses.join('');
    const ends = new Uint32Array(this.#addresses.length);
    for (let at = 0, end = 0; at < ends.length; at += 1) ends[at] = end += this.#addresses[at]?.length ?? 0;
    const lines = Uint32Array.from(this.#lines);
    const starts = this.#files;
    return {
      length: ends.length,
      at: (position) => {
        const [end, line] = [ends[position], lines[position]];
        const file = starts.findLast(({ start }) => start <= position)?.file;
        if (end === undefined || line === undefined || file === undefined) {
          throw new RangeError(`The list has ${ends.length} mailboxes and none at position ${position}.`);
        }
        return { address: text.slice(ends[position - 1] ?? 0, end), file, line };
      },
      duplicateCount: this.#duplicateCount,
      duplicates: this.#duplicates,
      files,
    };
  }
}
