/** Fails unless the committed bundles are what the sources build: a changed, missing or left-over file is named. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUNDLES } from './bundles.ts';

const FOLDERS = BUNDLES.map(({ folder }) => folder);

const root = path.resolve(import.meta.dirname, '..');
const different = await differences();
if (different.length > 0) {
  console.error(
    `Not what the sources build: ${different.join(', ')}\nRun "npm run build" and commit ${FOLDERS.join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  console.log(`${FOLDERS.join(', ')} are what the sources build`);
}

/** The files that a fresh build has otherwise. */
async function differences(): Promise<string[]> {
  const fresh = await mkdtemp(path.join(tmpdir(), 'dist-'));
  try {
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'build.ts'), fresh], { stdio: 'inherit' });
    const found: string[] = [];
    for (const folder of FOLDERS) {
      const names = new Set([...(await filesBelow(root, folder)), ...(await filesBelow(fresh, folder))]);
      for (const name of [...names].sort()) {
        if ((await textOf(root, name)) !== (await textOf(fresh, name))) found.push(name);
      }
    }
    return found;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function filesBelow(base: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(base, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)));
}

/** Line ends aside, since a checkout on Windows may have changed them. */
async function textOf(base: string, name: string): Promise<string | undefined> {
  const text = await readFile(path.join(base, name), 'latin1').catch(() => undefined);
  return text?.replaceAll('\r\n', '\n');
}
