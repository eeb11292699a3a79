/**
 * Builds what is committed ready to run: the packaged actions (`dist`, `validate/dist`), the report page's program beside
 * the action that writes it, and the terminal program (`cli`).
 * Usage: `node scripts/build.ts [folder]`; all are written below the repository unless told otherwise.
 */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { BUNDLES } from './bundles.ts';
import { PAGE_BUILD } from './page-build.ts';

/** A chunk of more bytes holds the artifact client, of which nobody reads the source here. */
const READABLE = 1024 * 1024;

const root = path.resolve(import.meta.dirname, '..');
const below = path.resolve(root, process.argv[2] ?? '.');
const bundler = path.join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');

for (const { source, folder: name } of BUNDLES) {
  const folder = path.join(below, name);
  // The bundler leaves behind what an earlier build wrote, and stale chunks would ship.
  await rm(folder, { recursive: true, force: true });
  execFileSync(process.execPath, [bundler, 'build', source, '-o', folder, '--license', 'licenses.txt', '-q'], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const file of await readdir(folder)) {
    if (/^\d+\.index\.js$/.test(file)) await tighten(path.join(folder, file));
  }
}

// Beside the action that writes the page.
await build({ ...PAGE_BUILD, outdir: path.join(below, 'dist') });

/** Takes blanks and comments out of a large chunk: every user of the action downloads it at each run. Names stay. */
async function tighten(file: string): Promise<void> {
  if ((await stat(file)).size <= READABLE) return;
  const { code } = await minify(await readFile(file, 'utf8'), {
    module: true,
    compress: false,
    mangle: false,
    format: { comments: false },
  });
  if (code === undefined) throw new Error(`${file} came out empty`);
  await writeFile(file, code);
}
