import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What continuous integration installs; with an older one nobody has tried these tests. */
export const LEAST_ACT = '0.2.87';

const HOW = `Install it with Go, \`go install github.com/nektos/act@v${LEAST_ACT}\`, or set ACT to the program.`;

interface Places {
  /** The program that ACT names, which goes before all others. */
  readonly asked: string | undefined;
  /** Where it may be besides. */
  readonly folders: readonly string[];
}

/** The first nektos/act that is new enough. Throws an error that says how to install it where there is none. */
export function actProgram({ asked, folders }: Places): string {
  const places = asked === undefined ? folders.map((folder) => path.join(folder, 'act')) : [asked];
  const versions: string[] = [];
  for (const place of places.filter((candidate) => existsSync(candidate))) {
    const version = versionOf(place);
    if (isEnough(version)) return place;
    versions.push(`${place} is ${version === '' ? 'of an unknown version' : version}`);
  }
  const found = versions.length === 0 ? 'which is not here' : `${LEAST_ACT} or newer: ${versions.join(', ')}`;
  throw new Error(`These tests run workflows by nektos/act, ${found}. ${HOW}`);
}

function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /^act version v?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1] ?? '';
}

function isEnough(version: string): boolean {
  return version !== '' && version.localeCompare(LEAST_ACT, 'en', { numeric: true }) >= 0;
}
