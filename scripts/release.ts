/**
 * Makes a release in a scratch clone: version, changelog, documents, `dist`, commit and tag; then runs the scripts of the
 * release workflow that need neither GitHub nor npm. Without `--dry-run`, pushes the commit and the tag, which starts the
 * release workflow. The clone is of `origin/main`; for a dry run, of the current commit.
 * Usage: `node scripts/release.ts [1.2.3] [--dry-run]`. The version is derived from the changelog by default.
 */
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { isRecord, parseJson } from '../src/json.ts';
import { isVersion, nextVersion, releasedChangelog, releasedText } from './release-files.ts';

/** The scripts of the release workflow that the clone runs, by job and step. */
const STEPS = [
  ['check', 'The tag is the version of package.json, and CHANGELOG.md has it'],
  ['check', 'The commit is on main'],
  ['check', 'Build the package of the terminal program'],
  ['release', 'Write the bill of materials and the notes'],
] as const;

const root = path.resolve(import.meta.dirname, '..');
try {
  await release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function release(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const isRehearsal = values['dry-run'];
  const [versionArgument] = positionals;
  if (positionals.length > 1 || (versionArgument !== undefined && !isVersion(versionArgument))) {
    throw new Error('Usage: node scripts/release.ts [1.2.3] [--dry-run]');
  }
  if (!isRehearsal) requireMain();
  const home = await mkdtemp(path.join(tmpdir(), 'release-'));
  const clone = path.join(home, 'mailbox-report');
  const temp = path.join(home, 'temp');
  await mkdir(temp);
  git(home, 'clone', '--quiet', '--no-tags', root, clone);
  git(clone, 'checkout', '--quiet', '-B', 'main');
  if (isRehearsal) {
    git(clone, 'config', 'user.name', 'Rehearsal');
    git(clone, 'config', 'user.email', 'rehearsal@example.com');
  }
  // Not a link to installed packages: their paths decide the names of chunks in `dist`.
  npm(clone, 'ci', '--prefer-offline', '--no-audit', '--no-fund');
  const version = await prepare(clone, versionArgument);
  const tag = `v${version}`;
  // As after the push.
  git(clone, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  await runSteps(clone, temp, tag);
  if (isRehearsal) {
    const major = tag.replace(/\..*/, '');
    git(clone, 'tag', '--force', major);
    await report(clone, temp, [tag, major]);
    return;
  }
  git(clone, 'push', '--quiet', '--atomic', git(root, 'remote', 'get-url', '--push', 'origin'), 'HEAD:main', tag);
  console.log(`Pushed main and ${tag}. The release workflow now checks and publishes it.`);
  await rm(home, { recursive: true, force: true });
}

/** Throws unless the current commit is what a release may be made of. */
function requireMain(): void {
  if (git(root, 'status', '--porcelain') !== '')
    throw new Error('Commit or remove the changes of the work tree first.');
  git(root, 'fetch', '--quiet', 'origin', 'main');
  if (git(root, 'rev-parse', 'HEAD') !== git(root, 'rev-parse', 'FETCH_HEAD')) {
    throw new Error('The current commit is not that of main on GitHub. Check out and pull main first.');
  }
}

/** Writes the files of the version, commits and tags them. Returns the version. */
async function prepare(clone: string, versionArgument: string | undefined): Promise<string> {
  const changelogFile = path.join(clone, 'CHANGELOG.md');
  const changelog = await readFile(changelogFile, 'utf8');
  const manifest = parseJson(await readFile(path.join(clone, 'package.json'), 'utf8'));
  const current = isRecord(manifest) && typeof manifest.version === 'string' ? manifest.version : '';
  const version = versionArgument ?? nextVersion(current, changelog);
  console.log(`${current} -> ${version}`);
  await writeFile(changelogFile, releasedChangelog(changelog, version, new Date().toISOString().slice(0, 10)));
  for (const name of globSync(['README.md', 'docs/*.md', 'examples/**/*.yml'], { cwd: clone })) {
    const file = path.join(clone, name);
    await writeFile(file, releasedText(await readFile(file, 'utf8')));
  }
  npm(clone, 'version', '--no-git-tag-version', '--allow-same-version', version);
  const versionFile = path.join(clone, 'src', 'version.ts');
  const source = await readFile(versionFile, 'utf8');
  await writeFile(versionFile, source.replace(/'[\d.]+'/, `'${version}'`));
  npm(clone, 'run', '--silent', 'build');
  git(
    clone,
    'add',
    '--',
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    'README.md',
    'docs',
    'examples',
    'dist',
    'src',
  );
  git(clone, 'commit', '--quiet', `--message=Release ${version}`);
  const changes = git(clone, 'status', '--porcelain');
  if (changes !== '') throw new Error(`The release would lack changes:\n${changes}`);
  git(clone, 'tag', `v${version}`);
  return version;
}

/** Runs the scripts as the workflow does. */
async function runSteps(clone: string, temp: string, tag: string): Promise<void> {
  const workflow: unknown = parse(await readFile(path.join(clone, '.github/workflows/release.yml'), 'utf8'));
  for (const [job, name] of STEPS) {
    console.log(`${job}: ${name}`);
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(workflow, job, name)], {
      cwd: clone,
      env: { ...process.env, TAG: tag, RUNNER_TEMP: temp },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}

function scriptOf(workflow: unknown, job: string, name: string): string {
  const jobs = isRecord(workflow) && isRecord(workflow.jobs) ? workflow.jobs : {};
  const { steps } = isRecord(jobs[job]) ? jobs[job] : {};
  const match: unknown = Array.isArray(steps) ? steps.find((step) => isRecord(step) && step.name === name) : undefined;
  if (isRecord(match) && typeof match.run === 'string') return match.run;
  throw new Error(`The job ${job} of release.yml has no step "${name}" with a script`);
}

/** Prints the tags and files of a rehearsal, which stay in the scratch folder. */
async function report(clone: string, temp: string, tags: readonly string[]): Promise<void> {
  for (const tag of tags) console.log(`tag ${tag}: ${git(clone, 'rev-parse', '--short', `${tag}^{commit}`)}`);
  const files = [
    ...globSync('mailbox-report-*.tgz', { cwd: clone }).map((name) => path.join(clone, name)),
    ...globSync('**/*.{json,md}', { cwd: temp }).map((name) => path.join(temp, name)),
  ];
  for (const file of files) console.log(`file ${file}: ${(await stat(file)).size} bytes`);
  console.log(`Nothing was published. Clone: ${clone}`);
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

function npm(cwd: string, ...args: readonly string[]): void {
  // npm is a script of the shell on Windows.
  const shell = process.platform === 'win32';
  execFileSync('npm', args, { cwd, shell, stdio: ['ignore', 'ignore', 'inherit'] });
}
