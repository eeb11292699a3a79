/** Fails unless the committed `dist` is what the sources build: a changed, missing or left-over file is named. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const fresh = await mkdtemp(path.join(tmpdir(), 'dist-'));
try {
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'build.ts'), fresh], { stdio: 'inherit' });
  const committed = path.join(root, 'dist');
  const names = new Set([...(await filesBelow(committed)), ...(await filesBelow(fresh))]);
  const different: string[] = [];
  for (const name of [...names].sort()) {
    if ((await textOf(committed, name)) !== (await textOf(fresh, name))) different.push(name);
  }
  if (different.length > 0) {
    console.error(`dist is not what the sources build: ${different.join(', ')}\nRun "npm run build" and commit dist.`);
    process.exitCode = 1;
  } else {
    console.log(`dist is what the sources build (${names.size} files)`);
  }
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Line ends aside, since a checkout on Windows may have changed them. */
async function textOf(folder: string, name: string): Promise<string | undefined> {
  const text = await readFile(path.join(folder, name), 'latin1').catch(() => undefined);
  return text?.replaceAll('\r\n', '\n');
}
