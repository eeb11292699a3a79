/** Fails unless the committed `dist` and `cli` are what the sources build: a changed, missing or left-over file is named. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const fresh = await mkdtemp(path.join(tmpdir(), 'dist-'));
try {
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'build.ts'), fresh], { stdio: 'inherit' });
  for (const folder of ['dist', 'cli']) await compare(folder);
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function compare(folder: string): Promise<void> {
  const committed = path.join(root, folder);
  const built = path.join(fresh, folder);
  const names = new Set([...(await filesBelow(committed)), ...(await filesBelow(built))]);
  const different: string[] = [];
  for (const name of [...names].sort()) {
    if ((await textOf(committed, name)) !== (await textOf(built, name))) different.push(name);
  }
  if (different.length > 0) {
    console.error(
      `${folder} is not what the sources build: ${different.join(', ')}\nRun "npm run build" and commit ${folder}.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`${folder} is what the sources build (${names.size} files)`);
  }
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
