import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../errors.ts';
import { forReader } from '../text/audience.ts';

/**
 * Creates a folder with a new name for temporary files of a report, and returns its path. The folder around it is created if
 * it is missing. Throws the UserError `OUTPUT_UNWRITABLE`.
 */
export function makeTempFolder(folder: string, prefix: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return mkdtempSync(path.join(folder, prefix));
  } catch (error) {
    throw outputError(folder, error);
  }
}

/** On Windows, a file cannot be removed while a virus scanner or indexer has it open. */
const RETRIES = { maxRetries: 5, retryDelay: 100 };

/**
 * Removes a temporary file or folder; undefined if none was created. Never rejects: what is left has nothing that the
 * report lacks, and must not fail it.
 */
export async function removeTemp(temp: string | undefined): Promise<void> {
  if (temp === undefined) return;
  await rm(temp, { recursive: true, force: true, ...RETRIES }).catch(() => undefined);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there, or another program, such as Excel, has it open'],
  ['EBUSY', 'another program, such as Excel, has it open'],
  ['EROFS', 'the disk is read-only'],
  ['EISDIR', 'a folder has that name'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a part of the path is a file'],
  ['ENAMETOOLONG', 'the path is too long'],
]);

/** Why the file system cannot write a file, in words. */
export function writeFault(thrown: unknown): string {
  return REASONS.get(systemErrorCode(thrown)) ?? describeError(thrown);
}

/** The UserError `OUTPUT_UNWRITABLE` for a file, with what the file system threw. */
export function outputError(path: string, thrown: unknown): UserError {
  return new UserError('OUTPUT_UNWRITABLE', `${path} cannot be written: ${writeFault(thrown)}.`, {
    hint: forReader({
      workflow:
        'Set "output-directory" to a folder that this step may write to and that has room, or omit it for a folder under RUNNER_TEMP.',
      terminal:
        'Close the file in other programs, or set --output-directory to a folder that you may write to and that has room.',
    }),
    cause: thrown,
  });
}
