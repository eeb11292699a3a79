import { reworded } from '../errors.ts';
import { findListFiles } from './find-files.ts';
import { isMailboxId } from './address.ts';
import { malformedAddress } from './list-format.ts';
import { emptyError, listText, readerFor, requireListSize } from './list-file.ts';
import { mailboxList, type Mailbox, type MailboxList } from './mailbox.ts';

export interface MailboxListOptions {
  /** Paths and globs of list files, relative to the workspace or absolute within it, in the order to read them. */
  readonly patterns: readonly string[];
  /** Absolute path of the checkout of the repository. */
  readonly workspace: string;
  /** The column (CSV) or key (JSON) of the address; undefined: the first of the known ones. */
  readonly column: string | undefined;
}

const MAX_LINES_SHOWN = 10;

/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws a UserError: `LIST_NOT_FOUND`,
 * `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_GLOB_TOO_BROAD`, `LIST_TOO_LARGE`,
 * `LIST_FORMAT`, `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_INCOMPLETE`, `LIST_NO_COLUMN`, `ADDRESS_MALFORMED` or
 * `LIST_EMPTY`.
 */
export async function readMailboxLists({ patterns, workspace, column }: MailboxListOptions): Promise<MailboxList> {
  const files = await findListFiles(patterns, workspace);
  requireListSize(files);
  const readable = files.map((listed) => ({ listed, reader: readerFor(listed) }));
  const mailboxes: Mailbox[] = [];
  for (const { listed, reader } of readable) {
    const { file } = listed;
    const malformed = new MalformedAddresses();
    reader(await listText(listed), { file, column }, (text, line) => {
      const address = text.trim();
      if (isMailboxId(address)) mailboxes.push({ address, file, line });
      else malformed.add(address, line);
    });
    malformed.throwIfAny(file);
  }
  const names = files.map(({ file }) => file);
  if (mailboxes.length === 0) throw emptyError(names);
  return mailboxList(mailboxes, names);
}

/** The entries of a file that are not addresses. One error reports all of them, so that one commit can correct them. */
class MalformedAddresses {
  #first: { readonly text: string; readonly line: number } | undefined;
  readonly #moreLines: number[] = [];
  #more = 0;

  add(text: string, line: number): void {
    if (this.#first === undefined) {
      this.#first = { text, line };
      return;
    }
    this.#more += 1;
    if (this.#moreLines.length < MAX_LINES_SHOWN) this.#moreLines.push(line);
  }

  /** Throws a UserError `ADDRESS_MALFORMED` at the first entry, with the lines of the others. */
  throwIfAny(file: string): void {
    if (this.#first === undefined) return;
    const { text, line } = this.#first;
    const error = malformedAddress(text, { file, line });
    throw reworded(error, `${file}, line ${line}: ${error.message}${this.#moreText()}`, error.hint);
  }

  #moreText(): string {
    if (this.#more === 0) return '';
    const noun = this.#more === 1 ? 'line' : 'lines';
    const further = this.#more > this.#moreLines.length ? ' and further down' : '';
    return ` ${this.#more} more on ${noun} ${this.#moreLines.join(', ')}${further}.`;
  }
}
