import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const GENERATOR = path.join(import.meta.dirname, 'gen.sh');
const CACHE = path.resolve(import.meta.dirname, '../../../node_modules/.cache/pfx');

/** An entry of the manifest that `pfx/gen.sh` writes; the comment at its top describes the members. */
export interface PfxEntry {
  readonly name: string;
  readonly file: string;
  readonly password: string | null;
  readonly encoding: 'der' | 'text';
  readonly outcome: 'ok' | 'error';
  readonly code: string | null;
  readonly sha1: string | null;
  readonly x5tS256: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
}

export interface PfxFiles {
  readonly entries: readonly PfxEntry[];
  entry(name: string): PfxEntry;
  read(name: string): Buffer;
}

/** The files of the generator. Makes them if no earlier run has: that takes seconds. */
export function pfxFiles(): PfxFiles {
  const folder = keptFolder();
  const entries: unknown = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  if (!isManifest(entries)) throw new Error('the manifest is not what its head says');
  const entry = (name: string): PfxEntry => {
    const found = entries.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the generator made no ${name}`);
    return found;
  };
  return {
    entries,
    entry,
    read: (name) => readFileSync(path.join(folder, entry(name).file)),
  };
}

/** A folder for each script, version of openssl and year, on which the dates of the certificates depend. */
function keptFolder(): string {
  const openssl = execFileSync('openssl', ['version'], { encoding: 'utf8' });
  const year = new Date().getUTCFullYear();
  const folder = path.join(CACHE, hash('sha256', `${readFileSync(GENERATOR, 'utf8')}\n${openssl}\n${year}`));
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const made = mkdtempSync(path.join(CACHE, 'new-'));
  try {
    // Without the check of the generator by openssl.
    execFileSync('bash', [GENERATOR, made], { stdio: 'ignore', env: { ...process.env, SKIP_OPENSSL: '1' } });
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Another run may have been first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function isManifest(json: unknown): json is readonly PfxEntry[] {
  const members = [
    'name',
    'file',
    'password',
    'encoding',
    'outcome',
    'code',
    'sha1',
    'x5tS256',
    'notBefore',
    'notAfter',
  ];
  const isEntry = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && members.every((member) => member in one);
  return Array.isArray(json) && json.every(isEntry);
}
