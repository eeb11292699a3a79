import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';

/** Tests that belong together, run where they can be; elsewhere they are skipped, and their title says why. */
type ConditionalDescribe = (title: string, tests: () => void) => void;

function describeWhere(possible: boolean, reason: string): ConditionalDescribe {
  return (title, tests) => {
    (possible ? describe : describe.skip)(possible ? title : `${title} (skipped: ${reason})`, tests);
  };
}

export const WINDOWS = process.platform === 'win32';

/** What bash, pipes with a name or limits of a process are needed for. */
export const describeOnPosix = describeWhere(!WINDOWS, 'takes a POSIX system');

/** Node.js ends a child on Windows at once whatever signal it is sent, so that nothing can be done in answer. */
export const describeWithSignals = describeWhere(!WINDOWS, 'Windows has no signals to send');

/** Windows lets nobody make symbolic links but administrators, and others in developer mode. */
export const describeWithLinks = describeWhere(!WINDOWS || linksCanBeMade(), 'this user may make no symbolic links');

/** Windows and macOS take names that differ in case for one, unless a disk was made otherwise. */
export const describeWithCase = describeWhere(
  process.platform === 'linux' || caseTellsNamesApart(),
  'case does not tell file names apart on this disk',
);

/** OpenSSL as the reference that certificates and PFX files are compared with. */
export const describeWithOpenssl = describeWhere(
  spawnSync('openssl', ['version']).status === 0,
  'openssl is not installed',
);

/** Linux has a device that is always full. */
export const describeWithFullDisk = describeWhere(existsSync('/dev/full'), 'takes /dev/full');

function linksCanBeMade(): boolean {
  return inFolder((folder) => {
    symlinkSync(path.join(folder, 'target'), path.join(folder, 'link'));
    return true;
  });
}

function caseTellsNamesApart(): boolean {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'name'), '');
    return !existsSync(path.join(folder, 'NAME'));
  });
}

/** False where it throws. */
function inFolder(attempt: (folder: string) => boolean): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'platform-'));
  try {
    return attempt(folder);
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
