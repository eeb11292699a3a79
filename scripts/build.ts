/**
 * Builds what is committed ready to run: the packaged action (`dist`) and the terminal program (`cli`). Usage:
 * `node scripts/build.ts [folder]`; both are written below the repository unless told otherwise.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const below = path.resolve(root, process.argv[2] ?? '.');
const bundler = path.join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');

for (const [source, name] of [
  ['src/index.ts', 'dist'],
  ['src/cli/main.ts', 'cli'],
] as const) {
  const folder = path.join(below, name);
  // The bundler leaves behind what an earlier build wrote, and stale chunks would ship.
  await rm(folder, { recursive: true, force: true });
  execFileSync(process.execPath, [bundler, 'build', source, '-o', folder, '--license', 'licenses.txt', '-q'], {
    cwd: root,
    stdio: 'inherit',
  });
}
