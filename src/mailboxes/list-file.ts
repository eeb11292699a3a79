import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { count } from '../text/numbers.ts';
import { readCsv } from './csv.ts';
import { LIST_EXTENSIONS, unreadableError, type ListFile } from './find-files.ts';
import { readJson } from './json.ts';
import type { ListReader } from './list-format.ts';
import { readTxt } from './txt.ts';

/** The bytes that all lists of a run can have together. A UTF-8 list of 300,000 mailboxes has about 10 MB. */
export const MAX_LIST_BYTES = 100_000_000;

const READERS: Readonly<Record<(typeof LIST_EXTENSIONS)[number], ListReader>> = {
  txt: readTxt,
  csv: readCsv,
  json: readJson,
};
const NEWLINE = 0x0a;

/** The reader for the file name extension of a list. Throws a UserError `LIST_FORMAT`. */
export function readerFor({ file }: ListFile): ListReader {
  const extension = path.extname(file).slice(1).toLowerCase();
  const known = LIST_EXTENSIONS.find((name) => name === extension);
  if (known !== undefined) return READERS[known];
  throw new UserError('LIST_FORMAT', `${file} is not a format of mailbox lists: .txt, .csv or .json.`, {
    hint: 'Rename the file to match its content (.txt: an address a line), or limit "mailboxes" to mailbox lists.',
    place: { file },
  });
}

/** Throws a UserError `LIST_TOO_LARGE` at the first file with which the lists exceed 100 MB. */
export function requireListSize(files: readonly ListFile[]): void {
  let total = 0;
  for (const { file, size } of files) {
    total += size;
    if (total <= MAX_LIST_BYTES) continue;
    const megabytes = count(Math.ceil(total / 1_000_000));
    const subject = total === size ? file : `With ${file}, the lists`;
    throw new UserError(
      'LIST_TOO_LARGE',
      `${subject}: ${megabytes} MB exceed the limit of ${MAX_LIST_BYTES / 1_000_000} MB.`,
      {
        hint: 'Remove columns that the report does not need, or split the list over several workflow runs.',
        place: { file },
      },
    );
  }
}

/** The text of a list. Throws a UserError `LIST_UNREADABLE` or `LIST_ENCODING`. */
export async function listText({ file, realPath }: ListFile): Promise<string> {
  return decode(await bytesOf({ file, realPath }), file);
}

async function bytesOf({ file, realPath }: Pick<ListFile, 'file' | 'realPath'>): Promise<Uint8Array> {
  try {
    return await readFile(realPath);
  } catch (error) {
    throw unreadableError(file, error);
  }
}

/** The error for lists without an address. */
export function emptyError(files: readonly string[]): UserError {
  const [file] = files;
  return new UserError('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
    hint: 'Add at least one address to a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
    ...(file === undefined ? {} : { place: { file } }),
  });
}

/**
 * The text without its byte order mark: UTF-8, or UTF-16 if a mark says so, as `Out-File` of Windows PowerShell 5 writes
 * it. Any other encoding is an error, since a guess could change names.
 */
function decode(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && !isUtf8(bytes)) {
    throw encodingError(`${file} is not UTF-8.`, { file, line: firstInvalidLine(bytes) });
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw encodingError(`${file} contains NUL characters, so it is not UTF-8 text.`, { file });
  // The decoder replaces invalid UTF-16 by U+FFFD, which no address contains.
  if (encoding !== 'utf-8' && text.includes('\ufffd')) throw encodingError(`${file} is not valid UTF-16.`, { file });
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The byte of a newline is never part of a longer UTF-8 sequence, so each line can be checked by itself. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

function encodingError(message: string, place: { file: string; line?: number }): UserError {
  return new UserError('LIST_ENCODING', message, {
    hint: 'Save the file as UTF-8. In PowerShell, write it with -Encoding utf8.',
    place,
  });
}
