/**
 * Builds what is committed ready to run: the packaged actions (`dist`, `validate/dist`), the report page's program beside
 * the action that writes it, and the terminal program (`cli`).
 * Usage: `node scripts/build.ts [folder]`; all are written below the repository unless told otherwise.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { BUNDLES, PAGE_WRITER } from './bundles.ts';
import { filesInStats, licencesText, packagesOf } from './licences.ts';
import { PAGE_BUILD } from './page-build.ts';

/** A chunk of more bytes holds libraries alone, such as the artifact client, of which nobody reads the source here. */
const READABLE = 256 * 1024;

const root = path.resolve(import.meta.dirname, '..');
const below = path.resolve(root, process.argv[2] ?? '.');
const bundler = path.join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');

const scratch = await mkdtemp(path.join(tmpdir(), 'build-'));
for (const { source, folder: name } of BUNDLES) {
  const folder = path.join(below, name);
  // The bundler leaves behind what an earlier build wrote, and stale chunks would ship.
  await rm(folder, { recursive: true, force: true });
  const stats = path.join(scratch, 'stats.json');
  execFileSync(process.execPath, [bundler, 'build', source, '-o', folder, '--stats-out', stats, '-q'], {
    cwd: root,
    stdio: 'inherit',
  });
  const files = filesInStats(JSON.parse(await readFile(stats, 'utf8')));
  // The page's program stands beside the action that writes it.
  if (source === PAGE_WRITER) files.push(...(await buildPage(folder)));
  await writeFile(path.join(folder, 'licenses.txt'), await licencesText(packagesOf(files)));
  for (const file of await readdir(folder)) {
    if (/^\d+\.index\.js$/.test(file)) await tighten(path.join(folder, file));
  }
}

await rm(scratch, { recursive: true });

/** Gives the files that went into it. */
async function buildPage(folder: string): Promise<string[]> {
  const { metafile } = await build({ ...PAGE_BUILD, outdir: folder, metafile: true });
  return Object.keys(metafile.inputs).map((file) => path.join(root, file));
}

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
