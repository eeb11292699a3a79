import { UserError, type SourcePlace } from '../errors.ts';
import { isMailboxId } from './address.ts';
import { findListFiles, type ListFile } from './find-files.ts';
import { malformedAddress } from './list-format.ts';
import { emptyError, listText, readerFor, requireListSize } from './list-file.ts';
import type { MailboxListOptions } from './list.ts';

/** The findings of a check of mailbox lists. */
export interface CheckedLists {
  /** Number of mailboxes, without duplicates. */
  readonly mailboxes: number;
  /** Their addresses in lower case. */
  readonly addresses: Iterable<string>;
  /** The first thousand errors that a run would fail with. */
  readonly errors: readonly UserError[];
  /** The first thousand warnings of a run. */
  readonly warnings: readonly UserError[];
  /** How many errors and warnings there are beyond those. */
  readonly moreErrors: number;
  readonly moreWarnings: number;
}

const MAX_KEPT = 1_000;

/**
 * Finds every mistake in the mailbox lists of a repository, with line and column, whereas `readMailboxLists` stops at the
 * first file with one: entries that are not addresses, and duplicates. Messages do not repeat addresses. Throws only
 * errors that are not UserErrors.
 */
export async function checkMailboxLists(options: MailboxListOptions): Promise<CheckedLists> {
  const check = new ListCheck(options.column);
  const files = new Map<string, ListFile>();
  for (const pattern of options.patterns) {
    await check.collect(async () => {
      for (const file of await findListFiles([pattern], options.workspace)) {
        if (!files.has(file.realPath)) files.set(file.realPath, file);
      }
    });
  }
  const all = [...files.values()];
  await check.collect(async () => {
    requireListSize(all);
    for (const file of all) await check.collect(() => check.file(file));
    check.requireMailbox(all);
  });
  return check;
}

class ListCheck implements CheckedLists {
  readonly errors: UserError[] = [];
  readonly warnings: UserError[] = [];
  moreErrors = 0;
  moreWarnings = 0;
  readonly #column: string | undefined;
  /** The place of each address by the address in lower case. */
  readonly #places = new Map<string, SourcePlace>();

  constructor(column: string | undefined) {
    this.#column = column;
  }

  get addresses(): Iterable<string> {
    return this.#places.keys();
  }

  get mailboxes(): number {
    return this.#places.size;
  }

  /** Adds a UserError of a step to the errors. */
  async collect(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.errors.push(error);
    }
  }

  async file(listed: ListFile): Promise<void> {
    const { file } = listed;
    const reader = readerFor(listed);
    reader(await listText(listed), { file, column: this.#column }, (found, line, columnOf) => {
      const address = found.trim();
      const place = (): SourcePlace => {
        const column = columnOf();
        return { file, line, ...(column === undefined ? {} : { column }) };
      };
      if (!isMailboxId(address)) this.#malformed(() => malformedAddress(address, place()));
      else this.#address(address, { file, line }, place);
    });
  }

  requireMailbox(files: readonly ListFile[]): void {
    if (this.mailboxes === 0 && this.errors.length === 0) throw emptyError(files.map(({ file }) => file));
  }

  #address(address: string, listedAt: SourcePlace, place: () => SourcePlace): void {
    const key = address.toLowerCase();
    const earlier = this.#places.get(key);
    if (earlier === undefined) this.#places.set(key, listedAt);
    else if (this.warnings.length < MAX_KEPT) this.warnings.push(repeatedAddress(earlier, place()));
    else this.moreWarnings += 1;
  }

  #malformed(make: () => UserError): void {
    if (this.errors.length < MAX_KEPT) this.errors.push(make());
    else this.moreErrors += 1;
  }
}

function repeatedAddress({ file, line }: SourcePlace, place: SourcePlace): UserError {
  return new UserError('ADDRESS_REPEATED', `The address is already in ${file}, line ${line}.`, {
    hint: 'Remove one of them. Addresses compare without case, and each mailbox is reported once.',
    place,
  });
}
