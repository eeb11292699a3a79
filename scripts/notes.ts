/**
 * Prints the notes of a release, and fails where its tag, package.json and CHANGELOG.md do not agree.
 * Usage: `node scripts/notes.ts v1.2.3`.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isObject, parseJson, property } from '../src/json.ts';
import { releaseNotes } from './release-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const manifest = parseJson(await readFile(path.join(root, 'package.json'), 'utf8'));
const version = isObject(manifest) ? property(manifest, 'version') : undefined;
try {
  if (typeof version !== 'string') throw new Error('package.json has no version');
  const changelog = await readFile(path.join(root, 'CHANGELOG.md'), 'utf8');
  process.stdout.write(releaseNotes(process.argv[2] ?? '', version, changelog));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
