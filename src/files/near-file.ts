import { glob } from 'node:fs/promises';
import path from 'node:path';
import { didYouMean } from '../text/did-you-mean.ts';
import { slashed } from './paths.ts';

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
  const nameOf = (found: string): string => path.posix.parse(found).name;
  const sameName = didYouMean(name, files.map(nameOf));
  return didYouMean(file, files) ?? files.find((found) => nameOf(found) === sameName);
}

/** Whether a path can be a glob. */
export function isGlob(file: string): boolean {
  return /[*?[\]{}]|[!+@]\(/.test(file);
}
