import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { collectProblems, systemErrorCode, UserError, type Checked, type ErrorCode } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { nearFile } from './near-file.ts';
import { openWorkspace, pathInWorkspace, realPathInWorkspace, statInWorkspace } from './paths.ts';

/** How errors name a file that an input refers to. */
export interface WantedFile {
  readonly code: ErrorCode;
  /** For example `report file`. */
  readonly noun: string;
  readonly input: string;
  /** Allowed file name extensions, without dots. */
  readonly extensions: readonly string[];
  /** Names that the input accepts besides files, for suggestions. */
  readonly names?: readonly string[];
  /** The default is 16 MiB, which exceeds the limits of all readers of YAML. */
  readonly maxBytes?: number;
}

export interface WorkspaceFile {
  readonly bytes: Uint8Array;
  /** Path relative to the workspace, with forward slashes. */
  readonly shown: string;
}

const MAX_BYTES = 16 * 1024 * 1024;

/** Reads and parses a file of the workspace. A file that cannot be read is a problem. */
export function checkWorkspaceFile<T>(
  file: string,
  folder: string,
  wanted: WantedFile,
  parse: (bytes: Uint8Array, shown: string) => Checked<T>,
): Promise<Checked<T>> {
  return collectProblems(async () => {
    const { bytes, shown } = await readWorkspaceFile(file, folder, wanted);
    return parse(bytes, shown);
  });
}

/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
export async function readWorkspaceFile(file: string, folder: string, wanted: WantedFile): Promise<WorkspaceFile> {
  const { code, noun, input, maxBytes = MAX_BYTES } = wanted;
  const workspace = await openWorkspace(folder);
  const outside = (): UserError =>
    new UserError(code, `The ${noun} ${file} is outside the workspace.`, {
      hint: `"${input}" takes paths relative to the root of the repository. Copy the file there.`,
    });
  const shown = pathInWorkspace(file, workspace);
  if (shown === undefined) throw outside();
  try {
    const { kind, size } = await statInWorkspace(shown, workspace);
    if (kind === 'missing') throw await notFound(shown, workspace.root, wanted);
    const realPath = await realPathInWorkspace(shown, workspace);
    if (realPath === undefined) throw outside();
    if (kind === 'file' && size <= maxBytes) return { bytes: await readFile(realPath), shown };
    throw new UserError(
      code,
      `The ${noun} ${shown || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`,
      {
        hint: `Set "${input}" to the path of the file itself.`,
      },
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = systemErrorCode(error);
    throw new UserError(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
      hint: 'It must be a regular file that this user may read.',
      place: { file: shown },
      cause: error,
    });
  }
}

async function notFound(shown: string, root: string, wanted: WantedFile): Promise<UserError> {
  const { code, noun, input, names = [], extensions } = wanted;
  const near = await nearFile(shown, root, extensions);
  const name = didYouMean(path.posix.parse(shown).name, names);
  const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
  return new UserError(code, `There is no ${noun} ${shown} in the workspace.`, {
    hint:
      (meant === undefined ? '' : `Did you mean ${meant}? `) +
      `Set "${input}" to its path relative to the root of the repository. In a workflow, commit the file, and run ` +
      'actions/checkout before this action.',
  });
}
