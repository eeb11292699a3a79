import { readFileSync } from 'node:fs';
import { glob, readdir } from 'node:fs/promises';
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

/** Folders that hold what others wrote, or what a run left behind. */
const ELSEWHERE = new Set(['node_modules', '.git', 'coverage', 'demo-output', 'dist']);

/** Every file of the repository that ends so, wherever it stands, sorted. */
export async function everyFile(ending: string): Promise<string[]> {
  const below = async (folder: string): Promise<string[]> => {
    const entries = await readdir(inRepository(folder), { withFileTypes: true });
    const files: string[] = [];
    for (const entry of entries) {
      const name = path.posix.join(folder, entry.name);
      if (!entry.isDirectory()) files.push(...(entry.name.endsWith(ending) ? [name] : []));
      else if (!ELSEWHERE.has(entry.name)) files.push(...(await below(name)));
    }
    return files;
  };
  return (await below('')).sort();
}

/** The documents for people: those of the root, and all below docs. */
export async function documents(): Promise<string[]> {
  return [...(await filesLike('*.md')), ...(await filesLike('docs/**/*.md'))];
}
