import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { count } from '../text/numbers.ts';
import { readCsv } from './csv-list.ts';
import { LIST_EXTENSIONS, unreadableError, type ListFile } from './find-files.ts';
import { readJson } from './json-list.ts';
import type { AddressSink, ListReader, ListSource } from './list-format.ts';
import { inputName } from '../text/audience.ts';

/** The bytes that all lists of a run can have together. A UTF-8 list of 300,000 mailboxes has about 10 MB. */
export const MAX_LIST_BYTES = 100_000_000;

const READERS: Readonly<Record<(typeof LIST_EXTENSIONS)[number], ListReader>> = {
  txt: readTxt,
  csv: readCsv,
  json: readJson,
};

const SPREADSHEET = /\.(?:xls[xmb]?|ods|numbers)$/i;

/** By the extension of the file name. */
function readerFor(file: string): ListReader {
  const extension = path.extname(file).slice(1).toLowerCase();
  const format = LIST_EXTENSIONS.find((name) => name === extension);
  if (format !== undefined) return READERS[format];
  const message = `${file} is not a format of mailbox lists: .txt, .csv or .json.`;
  if (SPREADSHEET.test(file)) throw workbookError(file, message);
  throw new UserError('LIST_FORMAT', message, {
    hint: `Rename the file to match its content (.txt: an address a line), or limit ${inputName('mailboxes')} to mailbox lists.`,
    place: { file },
  });
}

function workbookError(file: string, message: string): UserError {
  return new UserError('LIST_FORMAT', message, {
    hint: `In Excel: Save As, CSV UTF-8. Name that file in ${inputName('mailboxes')}.`,
    place: { file },
  });
}

/** The first bytes of files that are often renamed to .csv. */
const WORKBOOKS: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or another ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
];

/** The UserError `LIST_TOO_LARGE` at the first file with which the lists exceed 100 MB. */
export function listSizeProblem(files: readonly ListFile[]): UserError | undefined {
  let total = 0;
  for (const { file, size } of files) {
    total += size;
    if (total <= MAX_LIST_BYTES) continue;
    const megabytes = count(Math.ceil(total / 1_000_000));
    const subject = total === size ? file : `With ${file}, the lists`;
    const message = `${subject}: ${megabytes} MB exceed the limit of ${MAX_LIST_BYTES / 1_000_000} MB.`;
    const hint = 'Remove columns that the report does not need, or split the list over several workflow runs.';
    return new UserError('LIST_TOO_LARGE', message, { hint, place: { file } });
  }
  return undefined;
}

/**
 * Reads a list and passes on its addresses in order. Throws a UserError: `LIST_FORMAT`, `LIST_UNREADABLE`, `LIST_ENCODING`,
 * `LIST_MALFORMED`, `LIST_INCOMPLETE` or `LIST_NO_COLUMN`.
 */
export async function readListFile(
  listFile: ListFile,
  columnNames: Pick<ListSource, 'column' | 'columns'>,
  addAddress: AddressSink,
): Promise<void> {
  const { file } = listFile;
  const reader = readerFor(file);
  reader(decode(await bytesOf(listFile), file), { file, ...columnNames }, addAddress);
}

async function bytesOf({ file, realPath }: ListFile): Promise<Uint8Array> {
  try {
    return await readFile(realPath);
  } catch (error) {
    throw unreadableError(file, error);
  }
}

/**
 * Reads an address a line. Blank lines, lines that start with `#` and comments behind an address are ignored; such a
 * comment needs white space before its `#`, since the user principal name of a guest contains `#EXT#`.
 */
export function readTxt(text: string, _source: ListSource, addAddress: AddressSink): void {
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const comment = line.search(/(?:^|\s)#/);
    const address = comment === -1 ? line : line.slice(0, comment);
    if (address.trim() !== '') addAddress(address, index + 1, () => address.search(/\S/) + 1);
  }
}

/**
 * The text without its byte order mark: UTF-8, or UTF-16 if a mark says so, as `Out-File` of Windows PowerShell 5 writes
 * it. Any other encoding is an error, since a guess could change names.
 */
function decode(bytes: Uint8Array, file: string): string {
  const workbook = WORKBOOKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (workbook !== undefined) throw workbookError(file, `${file} is ${workbook[1]}, whatever its name ends in.`);
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // The decoder replaces what is invalid by U+FFFD, which no address contains.
  const invalidAt = text.indexOf('\ufffd');
  if (encoding === 'utf-8' && !isUtf8(bytes)) {
    const line = text.slice(0, invalidAt).split('\n').length;
    throw encodingError(`${file} is not UTF-8.`, { file, line });
  }
  if (text.includes('\0')) throw encodingError(`${file} contains NUL characters, so it is not UTF-8 text.`, { file });
  if (encoding !== 'utf-8' && invalidAt !== -1) throw encodingError(`${file} is not valid UTF-16.`, { file });
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function encodingError(message: string, place: { file: string; line?: number }): UserError {
  return new UserError('LIST_ENCODING', message, {
    hint: 'Save the file as UTF-8. In PowerShell, write it with -Encoding utf8.',
    place,
  });
}
