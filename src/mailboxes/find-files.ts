import { glob, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { isInside } from '../workspace/file.ts';
import { notFoundError } from './not-found.ts';
import { fileErrorCode, unreadableError } from './unreadable.ts';

export interface ListFile {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Absolute, symbolic links resolved. */
  readonly realPath: string;
}

interface Workspace {
  readonly root: string;
  /** The root with symbolic links resolved: on macOS, for one, a path below /tmp is such a link. */
  readonly realRoot: string;
}

const GLOB_CHARACTERS = /[*?[\]{}]|[!+@]\(/;

/**
 * The files that paths and globs name, in their order; those of one glob sorted, and each file once. A file outside the
 * workspace is refused, behind a symbolic link too: lists and links can come from a fork's pull request.
 *
 * Throws a UserError: `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY` or `LIST_UNREADABLE`.
 */
export async function findListFiles(patterns: readonly string[], workspace: string): Promise<readonly ListFile[]> {
  if (patterns.length === 0) {
    throw new UserError('LIST_NOT_FOUND', 'The input "mailboxes" names no file.', {
      hint: 'Set it to the path of the mailbox list in the repository, such as mailboxes.txt.',
    });
  }
  const within = { root: path.resolve(workspace), realRoot: await realpath(workspace) };
  const found = new Map<string, ListFile>();
  for (const pattern of patterns) {
    for (const file of await filesOf(pattern, within)) {
      if (!found.has(file.realPath)) found.set(file.realPath, file);
    }
  }
  return [...found.values()];
}

async function filesOf(pattern: string, workspace: Workspace): Promise<readonly ListFile[]> {
  const relative = relativePath(pattern, workspace);
  const kind = await kindOf(relative, workspace);
  if (kind !== 'missing') return [await listFile(relative, kind, workspace)];
  if (!GLOB_CHARACTERS.test(relative)) throw await notFoundError(relative, workspace.root);

  const files: ListFile[] = [];
  for (const match of await matchesOf(relative, workspace)) {
    const matchKind = await kindOf(match, workspace);
    if (matchKind !== 'directory') files.push(await listFile(match, matchKind, workspace));
  }
  if (files.length === 0) throw await notFoundError(relative, workspace.root);
  return files;
}

async function matchesOf(pattern: string, { root }: Workspace): Promise<readonly string[]> {
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd: root })) matches.push(slashed(path.normalize(match)));
  return matches.sort();
}

/** A pattern or path relative to the root, with forward slashes, wherever in the workspace it was meant from. */
function relativePath(pattern: string, { root, realRoot }: Workspace): string {
  // Windows separates with backslashes, and a workflow that was written there is run elsewhere.
  const absolute = path.resolve(root, pattern.replaceAll('\\', '/'));
  const from = [root, realRoot].find((base) => isInside(absolute, base));
  if (from === undefined) throw outsideError(pattern);
  return slashed(path.relative(from, absolute));
}

type Kind = 'file' | 'directory' | 'other' | 'missing';

async function kindOf(file: string, { root }: Workspace): Promise<Kind> {
  try {
    const stats = await stat(path.join(root, file));
    if (stats.isDirectory()) return 'directory';
    return stats.isFile() ? 'file' : 'other';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(fileErrorCode(error))) return 'missing';
    throw unreadableError(file, error);
  }
}

async function listFile(file: string, kind: Kind, { root, realRoot }: Workspace): Promise<ListFile> {
  // A link that a glob matched may lead nowhere.
  if (kind === 'missing') throw await notFoundError(file, root);
  const realPath = await realpath(path.join(root, file));
  if (!isInside(realPath, realRoot)) throw outsideError(file);
  if (kind === 'directory') {
    throw new UserError('LIST_IS_DIRECTORY', `${file || 'The workspace'} is a directory, not a mailbox list.`, {
      hint: `Let "mailboxes" name the file, or all lists in it by a glob: ${file === '' ? '' : `${file}/`}*.txt`,
    });
  }
  if (kind === 'other') throw unreadableError(file, undefined);
  return { file, realPath };
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

function outsideError(pattern: string): UserError {
  return new UserError('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside the workspace.`, {
    hint: 'The input "mailboxes" takes paths relative to the root of the repository; copy the list there in an earlier step.',
  });
}
