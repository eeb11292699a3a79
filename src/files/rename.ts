import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { systemErrorCode } from '../errors.ts';

/** On Windows, a file cannot be replaced while a virus scanner or indexer has it open. */
const TRANSIENT = new Set(['EPERM', 'EACCES', 'EBUSY']);
const DELAYS_MS = [50, 100, 200, 400, 800];

/**
 * Renames a file, and replaces another one, in several attempts. Throws what the file system threw last.
 *
 * @param rename what renames: that of Node.js if not given
 */
export function renameFile(from: string, to: string, rename: typeof renameSync = renameSync): void {
  for (const delay of DELAYS_MS) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!TRANSIENT.has(systemErrorCode(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay);
    }
  }
  rename(from, to);
}

/**
 * Writes a file beside the earlier one, and replaces that once all bytes are on the disk: a reader finds a whole file or none. A link with
 * the name of the file beside it is not followed. Throws what the file system threw.
 */
export function replaceFile(file: string, content: string | Uint8Array, mode?: number): void {
  const temp = `${file}.new`;
  rmSync(temp, { force: true });
  try {
    writeFileSync(temp, content, { flag: 'wx', flush: true, ...(mode === undefined ? {} : { mode }) });
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
  renameFile(temp, file);
}
