import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isRecord } from '../src/json.ts';

/** A package below `node_modules`, however deep: what stands behind its name is a file of it. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The folders of the packages that files of a bundle are of, as absolute paths. */
export function packagesOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    const [folder] = PACKAGE.exec(file.replaceAll('\\', '/')) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  return folders;
}

/** The files that went into a bundle of ncc, from the statistics that webpack writes. */
export function filesInStats(stats: unknown): string[] {
  if (Array.isArray(stats)) return stats.flatMap(filesInStats);
  if (!isRecord(stats)) return [];
  const own = typeof stats.nameForCondition === 'string' ? [stats.nameForCondition] : [];
  return [...own, ...filesInStats(stats.modules), ...filesInStats(stats.children)];
}

/**
 * What has to go with a bundle: for each package its name, the licence that it names, and the texts of its licence and
 * notices. Of one that states none, this is said.
 */
export async function licencesText(folders: Iterable<string>): Promise<string> {
  const entries = await Promise.all([...folders].map(entryOf));
  const texts = new Map(entries.map(({ name, text }) => [`${name}\n${text}`, name]));
  return [...texts.keys()].sort().join('\n');
}

async function entryOf(folder: string): Promise<{ readonly name: string; readonly text: string }> {
  const about: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const name = isRecord(about) && typeof about.name === 'string' ? about.name : path.basename(folder);
  const licence = isRecord(about) && typeof about.license === 'string' ? about.license : '';
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const named = licence === '' && texts.length === 0 ? 'Its package states no licence.' : licence;
  const lines = [named, ...texts.map((text) => text.replaceAll('\r\n', '\n').trim())].join('\n');
  return { name, text: `${lines}\n` };
}
