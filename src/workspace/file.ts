import { glob, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { fileErrorCode } from '../mailboxes/unreadable.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/** How errors speak of a file that an input names. */
export interface WantedFile {
  readonly code: string;
  /** Such as `report file`. */
  readonly noun: string;
  readonly input: string;
  /** What its name may end in, without dots. */
  readonly extensions: readonly string[];
  /** What the input takes besides files, one of which may have been meant. */
  readonly names: readonly string[];
}

export interface WorkspaceFile {
  readonly bytes: Uint8Array;
  /** Path relative to the workspace, with forward slashes. */
  readonly shown: string;
}

/** Longer than any file that is read whole, and short enough to be read. What is longer is cut there. */
const LONGEST = 16 * 1024 * 1024;
/** Where such files are likely to be; a walk through a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];
const MOST_COMPARED = 500;

/**
 * Reads a file of the workspace. One outside it is refused, behind a symbolic link too: the file's name and links can come
 * from a fork's pull request. Throws a UserError of the code given.
 */
export async function readWorkspaceFile(file: string, workspace: string, wanted: WantedFile): Promise<WorkspaceFile> {
  const { code, noun, input } = wanted;
  const root = path.resolve(workspace);
  const realRoot = await realpath(workspace);
  // Windows separates with backslashes, and a workflow that was written there is read elsewhere.
  const absolute = path.resolve(root, file.replaceAll('\\', '/'));
  const from = [root, realRoot].find((base) => isInside(absolute, base));
  const outside = (): UserError =>
    new UserError(code, `The ${noun} ${file} is outside the workspace.`, {
      hint: `The input "${input}" takes paths relative to the root of the repository; copy the file there in an earlier step.`,
    });
  if (from === undefined) throw outside();
  const shown = path.relative(from, absolute).split(path.sep).join('/');
  try {
    const realPath = await realpath(absolute);
    if (!isInside(realPath, realRoot)) throw outside();
    const stats = await stat(realPath);
    if (stats.isFile() && stats.size <= LONGEST) return { bytes: await readFile(realPath), shown };
    throw new UserError(code, `The ${noun} ${shown || file} is ${stats.isFile() ? 'too large' : 'no regular file'}.`, {
      hint: `Let "${input}" name the file itself.`,
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = fileErrorCode(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw await notFound(shown, root, wanted);
    throw new UserError(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
      hint: 'It must be a regular file that the user of the runner may read.',
      place: { file: shown },
      cause: error,
    });
  }
}

/** Whether an absolute path is a folder or lies in it. */
export function isInside(absolute: string, base: string): boolean {
  const relative = path.relative(base, absolute);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

async function notFound(shown: string, root: string, wanted: WantedFile): Promise<UserError> {
  const { code, noun, input, names } = wanted;
  const near = await nearFile(shown, root, wanted);
  const name = didYouMean(path.posix.parse(shown).name, names);
  const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
  return new UserError(code, `There is no ${noun} ${shown} in the workspace.`, {
    hint:
      (meant === undefined ? '' : `Did you mean ${meant}? `) +
      `Commit the file, run actions/checkout before this action, and give its path in "${input}" relative to the root of ` +
      'the repository.',
  });
}

/** A file with nearly the same path, or elsewhere with nearly the same name. */
async function nearFile(shown: string, root: string, { extensions }: WantedFile): Promise<string | undefined> {
  const byPath: string[] = [];
  const patterns = LIKELY_DIRECTORIES.flatMap((directory) =>
    extensions.map((extension) => `${directory}*.${extension}`),
  );
  for await (const match of glob(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
    if (byPath.push(match.split(path.sep).join('/')) >= MOST_COMPARED) break;
  }
  const stem = (file: string): string => path.posix.parse(file).name;
  const same = didYouMean(stem(shown), byPath.map(stem));
  return didYouMean(shown, byPath) ?? byPath.find((file) => stem(file) === same);
}
