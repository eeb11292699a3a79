import { readdir } from 'node:fs/promises';
import { asProblem, systemErrorCode, UserError, type Checked } from '../errors.ts';
import { capitalized, shownText } from '../text/display.ts';
import { count } from '../text/numbers.ts';
import { isAddress } from './address.ts';
import { MAX_BRACE_EXPANSIONS, MAX_MATCHES, matchesOf } from '../files/glob-files.ts';
import {
  isGlob,
  nearFile,
  workspaceAt,
  pathInWorkspace,
  realPathInWorkspace,
  statInWorkspace,
  type FileStats,
  type Workspace,
} from '../files/workspace.ts';
import { forReader, inputName, outsideHint, pathHint, theInput, workspaceName } from '../text/audience.ts';

export interface ListFile {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Absolute, symbolic links resolved. */
  readonly realPath: string;
  /** In bytes. */
  readonly size: number;
}

export const LIST_EXTENSIONS = ['txt', 'csv', 'json'] as const;

/**
 * The files that paths and globs name, in the order given; the files of one glob are sorted, and each file is listed once.
 * A file outside the workspace is refused, also through a symbolic link: lists and links can come from the pull request
 * of a fork.
 *
 * Each path or glob has at most one problem: the UserError `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`,
 * `LIST_UNREADABLE` or `LIST_GLOB_TOO_BROAD`.
 */
export async function findListFiles(
  patterns: readonly string[],
  folder: string,
): Promise<Checked<readonly ListFile[]> & { readonly value: readonly ListFile[] }> {
  if (patterns.length === 0) {
    const problem = new UserError('LIST_NOT_FOUND', `${theInput('mailboxes')} is empty.`, {
      hint: 'Set it to the path of a mailbox list, such as mailboxes.txt.',
    });
    return { value: [], problems: [problem] };
  }
  const workspace = await workspaceAt(folder);
  const filesByPath = new Map<string, ListFile>();
  const problems: UserError[] = [];
  for (const pattern of patterns) {
    try {
      for (const file of await filesOf(pattern, workspace)) {
        if (!filesByPath.has(file.realPath)) filesByPath.set(file.realPath, file);
      }
    } catch (error) {
      problems.push(asProblem(error));
    }
  }
  return { value: [...filesByPath.values()], problems };
}

async function filesOf(pattern: string, workspace: Workspace): Promise<readonly ListFile[]> {
  const relative = pathInWorkspace(pattern, workspace);
  if (relative === undefined) throw outsideError(pattern);
  // The name of an existing file may contain the characters of a glob.
  const stats = await statsOf(relative, workspace);
  if (stats.kind !== 'missing') return [await listFile(relative, stats, workspace)];
  if (!isGlob(relative)) throw await notFoundError(relative, workspace.root);

  const files: ListFile[] = [];
  const matches = await matchesOf(relative, workspace);
  if (matches === undefined) throw tooBroadError(relative);
  for (const match of matches) {
    const matched = await statsOf(match, workspace);
    if (matched.kind !== 'directory') files.push(await listFile(match, matched, workspace));
  }
  if (files.length === 0) throw await notFoundError(relative, workspace.root);
  return files;
}

async function statsOf(file: string, workspace: Workspace): Promise<FileStats> {
  try {
    return await statInWorkspace(file, workspace);
  } catch (error) {
    throw unreadableError(file, error);
  }
}

async function listFile(file: string, { kind, size }: FileStats, workspace: Workspace): Promise<ListFile> {
  // A glob also matches symbolic links to missing files.
  if (kind === 'missing') throw await notFoundError(file, workspace.root);
  const realPath = await realPathInWorkspace(file, workspace);
  if (realPath === undefined) throw outsideError(file);
  if (kind === 'directory') throw directoryError(file);
  if (kind === 'other') throw unreadableError(file, undefined);
  return { file, realPath, size };
}

/** The error for a list file that exists and cannot be read. */
export function unreadableError(file: string, cause: unknown): UserError {
  const code = systemErrorCode(cause);
  return new UserError('LIST_UNREADABLE', `${file} cannot be read${code === '' ? '' : ` (${code})`}.`, {
    hint: 'It must be a regular file that this user may read.',
    place: { file },
    cause,
  });
}

async function notFoundError(file: string, root: string): Promise<UserError> {
  if (file.includes('@') && /[*?]/.test(file)) {
    return new UserError('LIST_NOT_FOUND', `${shownText(file)} is a pattern, and no list has a name that it matches.`, {
      hint: `Set ${inputName('mailboxes')} to all, for every mailbox of the tenant, or to a list.`,
    });
  }
  if (isAddress(file) && !LIST_EXTENSIONS.some((extension) => file.endsWith(`.${extension}`))) {
    return new UserError('LIST_NOT_FOUND', `${shownText(file)} is an address, and there is no list of this name.`, {
      hint: forReader({
        workflow: `Write the address into a file such as mailboxes.txt, one a line, and set ${inputName('mailboxes')} to it.`,
        terminal: `Name mailboxes as arguments, without ${inputName('mailboxes')}: mailbox-report report ${file}`,
      }),
    });
  }
  if ((await readdir(root)).length === 0) {
    return new UserError('LIST_NOT_FOUND', `There is no mailbox list ${file}: ${workspaceName()} is empty.`, {
      hint: pathHint('mailboxes'),
    });
  }
  const near = await nearFile(file, root, LIST_EXTENSIONS);
  return new UserError('LIST_NOT_FOUND', `There is no mailbox list ${file} in ${workspaceName()}.`, {
    hint: (near === undefined ? '' : `Did you mean ${near}? `) + pathHint('mailboxes'),
  });
}

function directoryError(file: string): UserError {
  return new UserError(
    'LIST_IS_DIRECTORY',
    `${file || capitalized(workspaceName())} is a directory, not a mailbox list.`,
    {
      hint: `Set ${inputName('mailboxes')} to the file, or to all lists in the directory by a glob: ${file === '' ? '' : `${file}/`}*.txt`,
    },
  );
}

function outsideError(pattern: string): UserError {
  return new UserError('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside ${workspaceName()}.`, {
    hint: outsideHint('mailboxes'),
  });
}

function tooBroadError(pattern: string): UserError {
  return new UserError(
    'LIST_GLOB_TOO_BROAD',
    `The glob ${shownText(pattern)} in ${inputName('mailboxes')} is too broad.`,
    {
      hint: `A glob can match ${count(MAX_MATCHES)} files and stand for ${count(MAX_BRACE_EXPANSIONS)} names by its braces. Use *, or name a directory.`,
    },
  );
}
