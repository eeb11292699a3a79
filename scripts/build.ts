/**
 * Builds `dist`: the bundle of all actions, the program that each `action.yml` names, the script and style sheet of the report page,
 * and the list of retirements.
 * Usage: `node scripts/build.ts [folder]`. The folder is `dist` of the repository by default.
 */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { BUNDLE, DIST, PAGE_BUILD, PROGRAMS } from './bundles.ts';
import { filesInStats, licencesText, packagesOf } from './licences.ts';

/** Larger chunks contain only libraries, such as the artifact client, and need no readable source. Bytes. */
const READABLE = 384 * 1024;

const root = path.resolve(import.meta.dirname, '..');
const dist = path.resolve(process.argv[2] ?? path.join(root, DIST));

// ncc keeps the files of earlier builds, and outdated chunks would ship.
await rm(dist, { recursive: true, force: true });
const files = [...(await buildBundle()), ...(await buildPage())];
await copyFile(path.join(root, 'retirements.yml'), path.join(dist, 'retirements.yml'));
await writeFile(path.join(dist, 'licenses.txt'), await licencesText(packagesOf(files)));

/** Returns the files that are part of the bundle. */
async function buildBundle(): Promise<string[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'build-'));
  const stats = path.join(scratch, 'stats.json');
  const ncc = path.join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  execFileSync(process.execPath, [ncc, 'build', BUNDLE.source, '-o', dist, '--stats-out', stats, '-q'], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const file of await readdir(dist)) {
    if (/^\d+\.index\.js$/.test(file)) await minifyLarge(path.join(dist, file));
  }
  // ncc always calls the entry index.js. Chunks do not import it.
  await rename(path.join(dist, 'index.js'), path.join(dist, BUNDLE.file));
  for (const { file, action } of PROGRAMS) await writeProgram(file, action);
  const built = filesInStats(JSON.parse(await readFile(stats, 'utf8')));
  await rm(scratch, { recursive: true });
  return built;
}

/** Writes the program of one action, which calls the bundle. */
async function writeProgram(file: string, action: string): Promise<void> {
  const program = path.join(dist, file);
  const folder = path.posix.relative(path.posix.dirname(file), '.') || '.';
  await mkdir(path.dirname(program), { recursive: true });
  await writeFile(program, `import { ${action} } from '${folder}/${BUNDLE.file}';\n\nawait ${action}();\n`);
}

/** Returns the files that are part of the page's script and style sheet. */
async function buildPage(): Promise<string[]> {
  const { metafile } = await build({ ...PAGE_BUILD, outdir: dist, metafile: true });
  return Object.keys(metafile.inputs).map((file) => path.join(root, file));
}

/** Removes whitespace and comments from a large chunk: each run downloads it. Names stay. */
async function minifyLarge(file: string): Promise<void> {
  if ((await stat(file)).size <= READABLE) return;
  const { code } = await transform(await readFile(file, 'utf8'), { minifyWhitespace: true, legalComments: 'none' });
  await writeFile(file, code);
}
