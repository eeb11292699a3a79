import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { outputError } from './output-error.ts';

/** Windows lets nobody remove what a virus scanner or an indexer has just opened; they let go within a moment. */
const PATIENCE = { maxRetries: 5, retryDelay: 100 };

/**
 * Makes a folder of a name of its own, for what waits beside a report; gives its path. Throws the UserError
 * `OUTPUT_UNWRITABLE`.
 */
export function makeAside(folder: string, prefix: string): string {
  try {
    return mkdtempSync(path.join(folder, prefix));
  } catch (error) {
    throw outputError(folder, error);
  }
}

/**
 * Removes a file or folder that waited beside a report, if it was made. Never rejects: what is left behind holds nothing
 * that the report has not, and must not cost it.
 */
export async function removeAside(aside: string | undefined): Promise<void> {
  if (aside === undefined) return;
  await rm(aside, { recursive: true, force: true, ...PATIENCE }).catch(() => undefined);
}
