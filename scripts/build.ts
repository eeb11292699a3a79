/** Builds the packaged action: `node scripts/build.ts [folder]`, into `dist` unless told otherwise. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(root, process.argv[2] ?? 'dist');

// The bundler leaves behind what an earlier build wrote, and stale chunks would ship.
await rm(folder, { recursive: true, force: true });
const bundler = path.join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
execFileSync(process.execPath, [bundler, 'build', 'src/index.ts', '-o', folder, '--license', 'licenses.txt', '-q'], {
  cwd: root,
  stdio: 'inherit',
});
