import { isUtf8 } from 'node:buffer';
import { UserError } from '../errors.ts';

const NEWLINE = 0x0a;

/**
 * The text of a list file, without its byte order mark: UTF-8, or UTF-16 where a mark says so, as `Out-File` of Windows
 * PowerShell 5 writes it. Throws a UserError `LIST_ENCODING` for anything else: guessing would turn names into others.
 */
export function decodeList(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && !isUtf8(bytes)) {
    throw encodingError(`${file} is not UTF-8.`, { file, line: firstBrokenLine(bytes) });
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw encodingError(`${file} holds NUL characters, so it is not UTF-8 text.`, { file });
  // What UTF-16 cannot decode becomes U+FFFD, and no list holds that on purpose.
  if (encoding !== 'utf-8' && text.includes('\ufffd')) throw encodingError(`${file} is broken UTF-16.`, { file });
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** A newline's byte is never part of a longer UTF-8 sequence, so each line is broken or whole by itself. */
function firstBrokenLine(bytes: Uint8Array): number {
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
    hint: 'Save the file as UTF-8; in PowerShell, write it with -Encoding utf8.',
    place,
  });
}
