import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../../support/new-folder.ts';

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

/** Runs the generator into a temporary folder, without the check of the generator by openssl. Takes seconds. */
export function makePfxFiles(): PfxFiles {
  const folder = newFolder();
  execFileSync('bash', [join(import.meta.dirname, 'gen.sh'), folder], {
    stdio: 'ignore',
    env: { ...process.env, SKIP_OPENSSL: '1' },
  });
  const entries: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (!isManifest(entries)) throw new Error('the manifest is not what its head says');
  const entry = (name: string): PfxEntry => {
    const found = entries.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the generator made no ${name}`);
    return found;
  };
  return {
    entries,
    entry,
    read: (name) => readFileSync(join(folder, entry(name).file)),
  };
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
