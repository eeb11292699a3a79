import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors.ts';

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
export async function openWorkspace(folder: string): Promise<Workspace> {
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
