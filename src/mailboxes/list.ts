import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../failure.ts';
import { MailboxCollector } from './collected-list.ts';
import { readCsv } from './csv.ts';
import { decodeList } from './decode.ts';
import { findListFiles } from './find-files.ts';
import type { ListFile } from './find-files.ts';
import { readJson } from './json.ts';
import type { ListReader } from './list-reader.ts';
import type { MailboxList } from './mailbox.ts';
import { readTxt } from './txt.ts';
import { unreadableError } from './unreadable.ts';

/** By file name extension. */
const READERS: ReadonlyMap<string, ListReader> = new Map([
  ['.txt', readTxt],
  ['.csv', readCsv],
  ['.json', readJson],
]);

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
  const readable = files.map((file) => ({ ...file, reader: readerFor(file) }));
  const collector = new MailboxCollector();
  for (const { file, realPath, reader } of readable) {
    const text = decodeList(await bytesOf({ file, realPath }), file);
    collector.addFile(file, (found) => {
      reader(text, { file, column }, found);
    });
  }
  const list = collector.finish();
  if (list.length === 0) throw emptyError(list.files);
  return list;
}

function readerFor({ file }: ListFile): ListReader {
  const reader = READERS.get(path.extname(file).toLowerCase());
  if (reader !== undefined) return reader;
  throw new UserError('LIST_FORMAT', `${file} is none of the formats a mailbox list can have: .txt, .csv, .json.`, {
    hint: 'Give the file the extension of what it holds (.txt: an address a line), or narrow "mailboxes" to the lists.',
    place: { file },
  });
}

async function bytesOf({ file, realPath }: ListFile): Promise<Uint8Array> {
  try {
    return await readFile(realPath);
  } catch (error) {
    throw unreadableError(file, error);
  }
}

function emptyError(files: readonly string[]): UserError {
  const [file] = files;
  return new UserError('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
    hint: 'Put at least one address into a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
    ...(file === undefined ? {} : { place: { file } }),
  });
}
