import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { readCsv } from './csv.ts';
import { decodeList } from './decode.ts';
import type { ListFile } from './find-files.ts';
import { readJson } from './json.ts';
import type { ListReader } from './list-reader.ts';
import { readTxt } from './txt.ts';
import { unreadableError } from './unreadable.ts';

/** By file name extension. */
const READERS: ReadonlyMap<string, ListReader> = new Map([
  ['.txt', readTxt],
  ['.csv', readCsv],
  ['.json', readJson],
]);

/** The reader of a list's format, which its extension tells. Throws a UserError `LIST_FORMAT`. */
export function readerFor({ file }: ListFile): ListReader {
  const reader = READERS.get(path.extname(file).toLowerCase());
  if (reader !== undefined) return reader;
  throw new UserError('LIST_FORMAT', `${file} is none of the formats a mailbox list can have: .txt, .csv, .json.`, {
    hint: 'Give the file the extension of what it holds (.txt: an address a line), or narrow "mailboxes" to the lists.',
    place: { file },
  });
}

/** The text of a list. Throws a UserError `LIST_UNREADABLE` or `LIST_ENCODING`. */
export async function listText({ file, realPath }: ListFile): Promise<string> {
  return decodeList(await bytesOf({ file, realPath }), file);
}

async function bytesOf({ file, realPath }: ListFile): Promise<Uint8Array> {
  try {
    return await readFile(realPath);
  } catch (error) {
    throw unreadableError(file, error);
  }
}

/** The error for lists that hold nothing. */
export function emptyError(files: readonly string[]): UserError {
  const [file] = files;
  return new UserError('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
    hint: 'Put at least one address into a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
    ...(file === undefined ? {} : { place: { file } }),
  });
}
