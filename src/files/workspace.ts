import { glob, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { collectProblems, systemErrorCode, UserError, type Checked, type ErrorCode } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { inputName, outsideHint, pathHint, workspaceName } from '../text/audience.ts';

/** The checkout of the repository. */
export interface Workspace {
  readonly root: string;
  /** The root with symbolic links resolved: on macOS, for example, /tmp is a link. */
  readonly realRoot: string;
}

export interface FileStats {
  readonly kind: 'file' | 'directory' | 'other' | 'missing';
  /** In bytes. */
  readonly size: number;
}

/** Rejects with the error of the file system if the folder does not exist. */
export async function workspaceAt(folder: string): Promise<Workspace> {
  return { root: path.resolve(folder), realRoot: await realpath(folder) };
}

/**
 * A path or glob relative to the root, with forward slashes; undefined if it leads out of the workspace. Accepts
 * absolute paths in the workspace, and backslashes: a workflow written on Windows may run elsewhere.
 */
export function pathInWorkspace(file: string, { root, realRoot }: Workspace): string | undefined {
  const absolute = path.resolve(root, file.replaceAll('\\', '/'));
  const from = [root, realRoot].find((base) => isInside(absolute, base));
  return from === undefined ? undefined : slashed(path.relative(from, absolute));
}

/**
 * The absolute path with symbolic links resolved; undefined if it leads out of the workspace. Files and links can come
 * from the pull request of a fork. Rejects with the error of the file system.
 */
export async function realPathInWorkspace(file: string, { root, realRoot }: Workspace): Promise<string | undefined> {
  const real = await realpath(path.join(root, file));
  return isInside(real, realRoot) ? real : undefined;
}

/** The kind and the size in bytes of a file, through symbolic links. Rejects if the file system refuses the path. */
export async function statInWorkspace(file: string, { root }: Workspace): Promise<FileStats> {
  try {
    const stats = await stat(path.join(root, file));
    return { kind: stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other', size: stats.size };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error))) return { kind: 'missing', size: 0 };
    throw error;
  }
}

export function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

function isInside(absolute: string, base: string): boolean {
  const relative = path.relative(base, absolute);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** A search of a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];
const MAX_COMPARED = 500;

/**
 * The file of the workspace that a missing path most likely stands for: one with a similar path, or with a similar name in
 * another directory. Undefined if there is none.
 *
 * @param file relative to the root, with forward slashes; may be a glob
 * @param extensions what the file may end in, without dots
 */
export async function nearFile(file: string, root: string, extensions: readonly string[]): Promise<string | undefined> {
  const { dir, name } = path.posix.parse(file);
  const beside = dir === '' || isGlob(dir) ? [] : [`${dir}/`];
  const files: string[] = [];
  const patterns = [...beside, ...LIKELY_DIRECTORIES].map((directory) => `${directory}*.*`);
  for await (const match of glob(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
    if (!extensions.includes(path.extname(match).slice(1).toLowerCase())) continue;
    if (files.push(slashed(match)) >= MAX_COMPARED) break;
  }
  const nameOf = (candidate: string): string => path.posix.parse(candidate).name;
  const sameName = didYouMean(name, files.map(nameOf));
  return didYouMean(file, files) ?? files.find((candidate) => nameOf(candidate) === sameName);
}

/** Whether a path can be a glob. */
export function isGlob(file: string): boolean {
  return /[*?[\]{}]|[!+@]\(/.test(file);
}

/** How errors name a file that an input refers to. */
interface WantedFile {
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

interface WorkspaceFile {
  readonly bytes: Uint8Array;
  /** Path relative to the workspace, with forward slashes. */
  readonly relativePath: string;
}

const MAX_BYTES = 16 * 1024 * 1024;

/** Reads and parses a file of the workspace. A file that cannot be read is a problem. */
export function checkWorkspaceFile<T>(
  file: string,
  folder: string,
  rules: WantedFile,
  parse: (bytes: Uint8Array, relativePath: string) => Checked<T>,
): Promise<Checked<T>> {
  return collectProblems(async () => {
    const { bytes, relativePath } = await readWorkspaceFile(file, folder, rules);
    return parse(bytes, relativePath);
  });
}

/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
export async function readWorkspaceFile(file: string, folder: string, rules: WantedFile): Promise<WorkspaceFile> {
  const { code, noun, input, maxBytes = MAX_BYTES } = rules;
  const workspace = await workspaceAt(folder);
  const outside = (): UserError =>
    new UserError(code, `The ${noun} ${file} is outside ${workspaceName()}.`, {
      hint: outsideHint(input),
    });
  const relativePath = pathInWorkspace(file, workspace);
  if (relativePath === undefined) throw outside();
  try {
    const { kind, size } = await statInWorkspace(relativePath, workspace);
    if (kind === 'missing') throw await notFound(relativePath, workspace.root, rules);
    const realPath = await realPathInWorkspace(relativePath, workspace);
    if (realPath === undefined) throw outside();
    if (kind === 'file' && size <= maxBytes) return { bytes: await readFile(realPath), relativePath };
    const message = `The ${noun} ${relativePath || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`;
    const hint = `Set ${inputName(input)} to the path of the file itself.`;
    throw new UserError(code, message, { hint });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = systemErrorCode(error);
    throw new UserError(code, `The ${noun} ${relativePath} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
      hint: 'It must be a regular file that this user may read.',
      place: { file: relativePath },
      cause: error,
    });
  }
}

async function notFound(relativePath: string, root: string, rules: WantedFile): Promise<UserError> {
  const { code, noun, input, names = [], extensions } = rules;
  const near = await nearFile(relativePath, root, extensions);
  const name = didYouMean(path.posix.parse(relativePath).name, names);
  const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
  return new UserError(code, `There is no ${noun} ${relativePath} in ${workspaceName()}.`, {
    hint: (meant === undefined ? '' : `Did you mean ${meant}? `) + pathHint(input),
  });
}
