/**
 * Builds the npm package of the terminal program: a bundle without dependencies, the script and style sheet of the report
 * page, its manifest, the licences, the workflows that `setup` writes.
 * Usage: `node scripts/build-cli.ts [folder]`. The folder is `cli` of the repository by default, which is not committed.
 */
import { copyFile, mkdir, rm, writeFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { REMEDIATION_EXAMPLES } from '../src/cli/commands/setup/remediation-workflow.ts';
import { BENCHMARK_POLICIES } from '../src/cli/commands/setup/starter-policy.ts';
import { isRecord, parseJson } from '../src/json.ts';
import { PAGE_BUILD } from './bundles.ts';
import { licencesText, packagesOf } from './licences.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'cli'));
/** The program, and the file that starts it unless Node.js is too old to parse it. */
const PROGRAM = 'program.js';
const BIN = 'mailbox-report.js';

// Outdated chunks would ship.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [{ in: 'src/cli/main.ts', out: path.parse(PROGRAM).name }],
  outdir: folder,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  // Commands load what they need.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // Only workflows upload artifacts: commands never load the client.
  external: ['@actions/artifact'],
  // CommonJS packages require modules of Node.js.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  // Names stay, for stack traces in issues.
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
const published = await manifest();
await writeFile(path.join(folder, BIN), launcher(published));
const page = await build({ ...PAGE_BUILD, outdir: folder, metafile: true });
const files = [metafile, page.metafile].flatMap(({ inputs }) =>
  Object.keys(inputs).map((file) => path.join(root, file)),
);
await writeFile(path.join(folder, 'licenses.txt'), await licencesText(packagesOf(files)));
await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(published, undefined, 2)}\n`);
for (const file of ['LICENSE', 'retirements.yml']) await copyFile(path.join(root, file), path.join(folder, file));
for (const [of, files] of Object.entries({ workflows: REMEDIATION_EXAMPLES, policies: BENCHMARK_POLICIES.keys() })) {
  await mkdir(path.join(folder, of));
  for (const file of files) await copyFile(path.join(root, 'examples', of, file), path.join(folder, of, file));
}
await copyFile(path.join(root, 'src/cli/README.md'), path.join(folder, 'README.md'));

/** The text of `BIN`, in the language of Node.js 12, the first with modules. */
function launcher({ engines }: Readonly<Record<string, unknown>>): string {
  const [major = '', minor = ''] = JSON.stringify(engines).match(/\d+/g) ?? [];
  return `#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < ${major} || (major === ${major} && minor < ${minor})) {
  console.error('error: mailbox-report needs Node.js ${major}.${minor} or newer, and this is ' + process.versions.node + '. Install one from https://nodejs.org .');
  process.exitCode = 1;
} else {
  import('./${PROGRAM}');
}
`;
}

/** The manifest of the repository, without what is only for work on it. */
async function manifest(): Promise<Readonly<Record<string, unknown>>> {
  const packageJson = parseJson(await readFile(path.join(root, 'package.json'), 'utf8'));
  if (!isRecord(packageJson)) throw new Error('package.json holds no object');
  const { name, version, license, type, engines, repository, homepage, bugs, keywords } = packageJson;
  return {
    name,
    version,
    description: 'The terminal program of the GitHub Action Mailbox Report.',
    keywords,
    license,
    homepage,
    bugs,
    repository,
    type,
    engines,
    bin: { 'mailbox-report': BIN },
  };
}
