import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import licences from 'spdx-license-list/full.js';
import { isRecord } from '../src/json.ts';
import { NAMED_ELSEWHERE } from './named-licences.ts';

/** A package below `node_modules`, at any depth. The rest of the path is a file of the package. */
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
  const files = typeof stats.nameForCondition === 'string' ? [stats.nameForCondition] : [];
  return [...files, ...filesInStats(stats.modules), ...filesInStats(stats.children)];
}

/**
 * The licence texts of a bundle: for each package its name, the licence that it names, and the texts of its licence and
 * notices. If the package has none, the text of the licence in the SPDX list is used. Throws if that list does not have
 * the licence.
 */
export async function licencesText(folders: Iterable<string>): Promise<string> {
  const entries = await Promise.all([...folders].map(entryOf));
  const texts = new Map(entries.map(({ name, text }) => [`${name}\n${text}`, name]));
  return [...texts.keys()].sort().join('\n');
}

async function entryOf(folder: string): Promise<{ readonly name: string; readonly text: string }> {
  const packageJson: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const manifest = isRecord(packageJson) ? packageJson : {};
  const name = typeof manifest.name === 'string' ? manifest.name : path.basename(folder);
  const licence = NAMED_ELSEWHERE.get(name) ?? (typeof manifest.license === 'string' ? manifest.license : '');
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file)).sort();
  const shipped = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const isLicensed = files.some((file) => !/^notice/i.test(file));
  const texts = isLicensed ? shipped : [listedText(name, licence, authorOf(manifest.author)), ...shipped];
  const lines = [licence, ...texts.map((text) => text.replaceAll('\r\n', '\n').trim())].join('\n');
  return { name, text: `${lines}\n` };
}

function listedText(name: string, licence: string, author: string): string {
  const entry = licences[licence];
  if (entry === undefined) throw new Error(`${name} ships no licence, and SPDX knows no "${licence}"`);
  const text = entry.licenseText.replace('<year> <copyright holders>', () => author);
  if (/<(?:year|owner|copyright holders)>/.test(text))
    throw new Error(`${name}: the copyright holder of "${licence}" is unknown`);
  return text;
}

/** As `package.json` names an author: in a text or by parts. */
function authorOf(author: unknown): string {
  if (isRecord(author)) return typeof author.name === 'string' ? author.name : '';
  return typeof author === 'string' ? author : '';
}
