import { lstat, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode, UserError } from '../../../errors.ts';
import { isRecord } from '../../../json.ts';

/** A file to write. */
export interface NewFile {
  readonly file: string;
  readonly content: string | Buffer;
}

/**
 * Writes files that only their owner can read. Overwrites nothing, and removes the files already written if one cannot be
 * written. Creates missing folders. Throws UserError FILE_EXISTS or FILE_UNWRITABLE.
 */
export async function writeNewFiles(files: readonly NewFile[]): Promise<void> {
  await requireAbsent(files.map(({ file }) => file));
  const writtenFiles: string[] = [];
  try {
    for (const { file, content } of files) {
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(file, 'wx', 0o600);
      // The file now exists and must be removed on failure, even if it is incomplete.
      writtenFiles.push(file);
      try {
        await handle.writeFile(content);
      } finally {
        await handle.close();
      }
    }
  } catch (error) {
    await Promise.all(writtenFiles.map((file) => rm(file, { force: true })));
    // If the folder is a file, nothing would be overwritten.
    if (systemErrorCode(error) === 'EEXIST' && isRecord(error) && error.syscall === 'open') {
      throw exists(typeof error.path === 'string' ? [error.path] : files.map(({ file }) => file));
    }
    const hint = 'Choose a folder that you may write to with --directory.';
    const message = `The files cannot be written (${systemErrorCode(error) || 'unknown reason'}).`;
    throw new UserError('FILE_UNWRITABLE', message, { hint, cause: error });
  }
}

/** Throws UserError FILE_EXISTS if one of the paths exists, even as a broken link. */
export async function requireAbsent(files: readonly string[]): Promise<void> {
  const there: string[] = [];
  for (const file of files) {
    const stats = await lstat(file).catch(() => undefined);
    if (stats !== undefined) there.push(file);
  }
  if (there.length > 0) throw exists(there);
}

function exists(files: readonly string[]): UserError {
  return new UserError('FILE_EXISTS', `Nothing is overwritten, and there is already: ${files.join(', ')}`, {
    hint: 'Choose another folder with --directory or another name with --name, or move the old files away.',
  });
}
