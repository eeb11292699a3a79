/**
 * Prints the bill of materials of all packages at run time, as CycloneDX. Nothing need be installed.
 * Usage: `node scripts/sbom.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRecord, parseJson } from '../src/json.ts';
import { NAMED_ELSEWHERE } from './named-licences.ts';

const root = path.resolve(import.meta.dirname, '..');

/** A package that `debug` bundles if it is installed, as a dependency of development tools. */
const TAKEN_ALONG: readonly string[] = ['supports-color', 'has-flag'];

// `npm sbom --omit dev` omits packages that a development tool requires too, although the action requires them. So it gets
// the same packages without the development tools.
const temp = await mkdtemp(path.join(tmpdir(), 'sbom-'));
// npm names the root component after the folder.
const folder = path.join(temp, 'mailbox-report');
try {
  await mkdir(folder);
  const runtimePackage = runtime(await recordIn('package.json'));
  const lock = await recordIn('package-lock.json');
  const packages = Object.entries(isRecord(lock.packages) ? lock.packages : {}).flatMap(([place, entry]) =>
    isRecord(entry) && (isOfRuntime(entry) || TAKEN_ALONG.some((name) => place === `node_modules/${name}`))
      ? [{ [place]: place === '' ? runtime(entry) : licensed(place, without(entry, 'dev')) }]
      : [],
  );
  await write('package.json', runtimePackage);
  await write('package-lock.json', { ...lock, packages: Object.assign({}, ...packages) });
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: folder,
    stdio: 'inherit',
    // npm is a script of the shell there.
    shell: process.platform === 'win32',
  });
} finally {
  await rm(temp, { recursive: true });
}

async function recordIn(file: string): Promise<Readonly<Record<string, unknown>>> {
  const record = parseJson(await readFile(path.join(root, file), 'utf8'));
  if (!isRecord(record)) throw new Error(`${file} holds no object`);
  return record;
}

/** Whether an entry of the lock file is installed at run time. A link to a folder, which only a tool is, has no mark. */
function isOfRuntime({ dev, link }: Readonly<Record<string, unknown>>): boolean {
  return dev !== true && link !== true;
}

/** A package without its tools of development. */
function runtime(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const dependencies = isRecord(record.dependencies) ? record.dependencies : {};
  const along = Object.fromEntries(TAKEN_ALONG.map((name) => [name, '*']));
  return { ...without(record, 'devDependencies'), dependencies: { ...dependencies, ...along } };
}

/** A package with the licence that the texts beside the bundles have for it too. */
function licensed(place: string, entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const license = NAMED_ELSEWHERE.get(place.replace(/^.*node_modules\//, ''));
  return license === undefined ? entry : { ...entry, license };
}

function without(record: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

async function write(file: string, record: Readonly<Record<string, unknown>>): Promise<void> {
  await writeFile(path.join(folder, file), JSON.stringify(record, undefined, 2));
}
