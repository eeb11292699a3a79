import type { Dirent } from 'node:fs';
import { glob, readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

const NEAR_EDITS = 2;
/** Where a list is likely to be when its directory was forgotten; a walk through a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];

/**
 * The error for a list that is not there. Its hint names the likely reasons, and a file that may have been meant.
 *
 * @param file path or glob relative to the root, with forward slashes
 */
export async function notFoundError(file: string, root: string): Promise<UserError> {
  if ((await entriesOf(root)).length === 0) {
    return new UserError('LIST_NOT_FOUND', `There is no mailbox list ${file}: the workspace is empty.`, {
      hint: 'Run actions/checkout in a step before this action: "mailboxes" names files of the repository.',
    });
  }
  const near = (await nearName(file, root)) ?? (await sameNameElsewhere(file, root));
  return new UserError('LIST_NOT_FOUND', `There is no mailbox list ${file} in the workspace.`, {
    hint:
      (near === undefined ? '' : `Did you mean ${near}? `) +
      'Commit the file, run actions/checkout before this action, and give its path in "mailboxes" relative to the root of ' +
      'the repository.',
  });
}

/** A file beside it whose name differs by its case, its extension or a slip of the hand. */
async function nearName(file: string, root: string): Promise<string | undefined> {
  const directory = path.posix.dirname(file);
  const wanted = path.posix.basename(file).toLowerCase();
  let best: { readonly name: string; readonly distance: number } | undefined;
  const entries = await entriesOf(path.join(root, directory));
  for (const { name } of entries.filter((entry) => !entry.isDirectory())) {
    const folded = name.toLowerCase();
    const sameStem = path.parse(folded).name === path.parse(wanted).name;
    const distance = sameStem ? Math.min(1, editDistance(folded, wanted)) : editDistance(folded, wanted);
    if (distance <= NEAR_EDITS && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best === undefined ? undefined : path.posix.join(directory, best.name);
}

async function sameNameElsewhere(file: string, root: string): Promise<string | undefined> {
  const name = path.posix.basename(file);
  for await (const match of glob(
    LIKELY_DIRECTORIES.map((directory) => directory + name),
    { cwd: root, exclude: (entry) => entry === 'node_modules' },
  )) {
    return match.split(path.sep).join('/');
  }
  return undefined;
}

async function entriesOf(directory: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch {
    // The directory itself is missing, which the message says already.
    return [];
  }
}

/** Levenshtein's: how many characters to insert, delete or replace to make one text of the other. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
