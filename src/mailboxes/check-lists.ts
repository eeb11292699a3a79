import { UserError, type SourcePlace } from '../errors.ts';
import { isAddress } from './address.ts';
import { findListFiles, type ListFile } from './find-files.ts';
import { emptyError, listText, readerFor } from './list-file.ts';
import type { MailboxListOptions } from './list.ts';
import { shownText } from '../text/display.ts';

/** What is wrong in mailbox lists. */
export interface CheckedLists {
  /** How many mailboxes there are, each counted once. */
  readonly mailboxes: number;
  /** Their addresses, in lower case. */
  readonly addresses: Iterable<string>;
  /** What a run would fail of: the first thousand. */
  readonly errors: readonly UserError[];
  /** What a run would warn of: the first thousand. */
  readonly warnings: readonly UserError[];
  /** How many there are besides. */
  readonly moreErrors: number;
  readonly moreWarnings: number;
}

const MOST_KEPT = 1_000;

/**
 * Looks for everything that is wrong in the mailbox lists of a repository, where `readMailboxLists` ends at the first file
 * that has something: each entry that is no address, and each that repeats one, with line and column. No text of a list
 * that may name somebody is repeated. Throws what is no UserError alone.
 */
export async function checkMailboxLists(options: MailboxListOptions): Promise<CheckedLists> {
  const check = new ListCheck(options.column);
  const files = new Map<string, ListFile>();
  for (const pattern of options.patterns) {
    try {
      for (const file of await findListFiles([pattern], options.workspace)) {
        if (!files.has(file.realPath)) files.set(file.realPath, file);
      }
    } catch (error) {
      check.fail(error);
    }
  }
  for (const file of files.values()) await check.file(file);
  check.end([...files.values()].map(({ file }) => file));
  return check;
}

class ListCheck implements CheckedLists {
  readonly errors: UserError[] = [];
  readonly warnings: UserError[] = [];
  moreErrors = 0;
  moreWarnings = 0;
  private readonly column: string | undefined;
  /** Where each address stands first, by the address without case. */
  private readonly first = new Map<string, SourcePlace>();

  constructor(column: string | undefined) {
    this.column = column;
  }

  get addresses(): Iterable<string> {
    return this.first.keys();
  }

  get mailboxes(): number {
    return this.first.size;
  }

  async file(listed: ListFile): Promise<void> {
    const { file } = listed;
    try {
      const reader = readerFor(listed);
      reader(await listText(listed), { file, column: this.column }, (found, line, columnOf) => {
        const address = found.trim();
        const place = (): SourcePlace => {
          const column = columnOf();
          return { file, line, ...(column === undefined ? {} : { column }) };
        };
        if (!isAddress(address)) this.malformed(() => malformed(address, place()));
        else this.address(address, { file, line }, place);
      });
    } catch (error) {
      this.fail(error);
    }
  }

  end(files: readonly string[]): void {
    if (this.mailboxes === 0 && this.errors.length === 0) this.errors.push(emptyError(files));
  }

  fail(error: unknown): void {
    if (!(error instanceof UserError)) throw error;
    this.errors.push(error);
  }

  private address(address: string, listedAt: SourcePlace, place: () => SourcePlace): void {
    const folded = address.toLowerCase();
    const earlier = this.first.get(folded);
    if (earlier === undefined) this.first.set(folded, listedAt);
    else if (this.warnings.length < MOST_KEPT) this.warnings.push(repeated(earlier, place()));
    else this.moreWarnings += 1;
  }

  private malformed(make: () => UserError): void {
    if (this.errors.length < MOST_KEPT) this.errors.push(make());
    else this.moreErrors += 1;
  }
}

function malformed(text: string, place: SourcePlace): UserError {
  // What may name somebody is not repeated in a log that anybody may read: file and line tell where it is.
  const shown = text.includes('@') ? 'This' : shownText(text);
  return new UserError(
    'ADDRESS_MALFORMED',
    text === '' ? 'The address is missing.' : `${shown} is no mailbox address.`,
    {
      hint: 'Correct it or take it out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
      place,
    },
  );
}

function repeated({ file, line }: SourcePlace, place: SourcePlace): UserError {
  return new UserError('ADDRESS_REPEATED', `This address stands in ${file}, line ${line} already.`, {
    hint: 'Take one of them out. Addresses compare without case, and a mailbox is reported once.',
    place,
  });
}
