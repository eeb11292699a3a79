/** Fails unless the committed `dist` equals the build of the sources, and names each changed, missing or extra file. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DIST } from './bundles.ts';

const committed = path.resolve(import.meta.dirname, '..', DIST);
const different = await differences();
if (different.length > 0) {
  console.error(
    `These files of ${DIST} differ from a fresh build: ${different.join(', ')}\nRun "npm run build" and commit ${DIST}.`,
  );
  process.exitCode = 1;
} else {
  console.log(`${DIST} is what the sources build`);
}

/** Returns the files that a fresh build changes, adds or removes, relative to `dist`. */
async function differences(): Promise<string[]> {
  const fresh = await mkdtemp(path.join(tmpdir(), 'dist-'));
  try {
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'build.ts'), fresh], { stdio: 'inherit' });
    const names = new Set([...(await filesIn(committed)), ...(await filesIn(fresh))]);
    const changedFiles: string[] = [];
    for (const name of [...names].sort()) {
      if ((await textOf(committed, name)) !== (await textOf(fresh, name))) changedFiles.push(name);
    }
    return changedFiles;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Without carriage returns, which a checkout on Windows may add. */
async function textOf(folder: string, name: string): Promise<string | undefined> {
  const text = await readFile(path.join(folder, name), 'latin1').catch(() => undefined);
  return text?.replaceAll('\r\n', '\n');
}
