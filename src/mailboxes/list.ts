import { MailboxCollector } from './collected-list.ts';
import { findListFiles } from './find-files.ts';
import { emptyError, listText, readerFor } from './list-file.ts';
import type { MailboxList } from './mailbox.ts';

export interface MailboxListOptions {
  /** Paths and globs of list files, relative to the workspace or absolute within it, in the order they are to be read. */
  readonly patterns: readonly string[];
  /** Absolute path of the repository's checkout. */
  readonly workspace: string;
  /** The column (CSV) or key (JSON) that holds the address; undefined: found among the usual ones. */
  readonly column: string | undefined;
}

/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws a UserError, whose code says
 * what is to mend: `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_FORMAT`,
 * `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_NO_COLUMN`, `ADDRESS_MALFORMED`, `LIST_EMPTY`.
 */
export async function readMailboxLists({ patterns, workspace, column }: MailboxListOptions): Promise<MailboxList> {
  const files = await findListFiles(patterns, workspace);
  const readable = files.map((listed) => ({ listed, reader: readerFor(listed) }));
  const collector = new MailboxCollector();
  for (const { listed, reader } of readable) {
    const { file } = listed;
    const text = await listText(listed);
    collector.addFile(file, (found) => {
      reader(text, { file, column }, found);
    });
  }
  const list = collector.finish();
  if (list.length === 0) throw emptyError(list.files);
  return list;
}
