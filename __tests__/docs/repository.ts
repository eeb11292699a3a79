import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The absolute path of a file of this repository. */
export function inRepository(file: string): string {
  return path.join(ROOT, file);
}

/** A text file of this repository, whatever line ends the checkout gave it. */
export function textOf(file: string): string {
  return readFileSync(inRepository(file), 'utf8').replaceAll('\r\n', '\n');
}

/** The files that match a glob, relative to the repository, with forward slashes, sorted. */
export async function filesLike(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: ROOT })) files.push(file.split(path.sep).join('/'));
  return files.sort();
}

/** The documents for people: those of the root, and all below docs. */
export async function documents(): Promise<string[]> {
  return [...(await filesLike('*.md')), ...(await filesLike('docs/**/*.md'))];
}
