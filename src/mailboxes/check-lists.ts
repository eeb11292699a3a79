import { UserError, type SourcePlace } from '../failure.ts';
import { isAddress } from './address.ts';
import { findListFiles, type ListFile } from './find-files.ts';
import { emptyError, listText, readerFor } from './list-file.ts';
import type { MailboxListOptions } from './list.ts';
import { shownText } from './shown-text.ts';

/** What is wrong in mailbox lists. */
export interface CheckedLists {
  /** How many mailboxes there are, each counted once. */
  readonly mailboxes: number;
  /** What a run would fail of. At most so many of a file are kept. */
  readonly errors: readonly UserError[];
  /** What a run would warn of. */
  readonly warnings: readonly UserError[];
  /** How many errors and warnings there are besides. */
  readonly more: number;
}

const MOST_KEPT = 1_000;

/**
 * Looks for everything that is wrong in the mailbox lists of a repository, where `readMailboxLists` ends at the first file
 * that has something: each entry that is no address, and each that repeats one, with line and column. No text of a list
 * that may name somebody is repeated. Throws what is no UserError alone.
 */
export async function checkMailboxLists(options: MailboxListOptions): Promise<CheckedLists> {
  const check = new ListCheck(options.column);
  try {
    const files = await findListFiles(options.patterns, options.workspace);
    for (const file of files) await check.file(file);
    check.end(files.map(({ file }) => file));
  } catch (error) {
    check.fail(error);
  }
  return check;
}

class ListCheck implements CheckedLists {
  readonly errors: UserError[] = [];
  readonly warnings: UserError[] = [];
  more = 0;
  private readonly column: string | undefined;
  /** Where each address stands first, by the address without case. */
  private readonly first = new Map<string, SourcePlace>();

  constructor(column: string | undefined) {
    this.column = column;
  }

  get mailboxes(): number {
    return this.first.size;
  }

  async file(listed: ListFile): Promise<void> {
    const { file } = listed;
    try {
      const reader = readerFor(listed);
      const text = await listText(listed);
      const lines = new Lines(text);
      reader(text, { file, column: this.column }, (found, line) => {
        const address = found.trim();
        const place = (): SourcePlace => ({ file, line, ...lines.columnOf(address, line) });
        if (!isAddress(address)) this.keep(this.errors, () => malformed(address, place()));
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
    else this.keep(this.warnings, () => repeated(earlier, place()));
  }

  private keep(kept: UserError[], make: () => UserError): void {
    if (kept.length < MOST_KEPT) kept.push(make());
    else this.more += 1;
  }
}

/** Finds columns in a text once there is something to find. */
class Lines {
  private readonly text: string;
  private lines: readonly string[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** From 1; none where the line does not hold the text as it is, such as a cell with quotes in it. */
  columnOf(text: string, line: number): { readonly column?: number } {
    this.lines ??= this.text.split(/\r\n|\r|\n/);
    const at = text === '' ? -1 : (this.lines[line - 1] ?? '').indexOf(text);
    return at < 0 ? {} : { column: at + 1 };
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
