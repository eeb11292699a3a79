import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';

/** A describe block that is skipped, with the reason in its title, on platforms that do not support it. */
type ConditionalDescribe = (title: string, tests: () => void) => void;

function describeWhere(possible: boolean, reason: string): ConditionalDescribe {
  return (title, tests) => {
    (possible ? describe : describe.skip)(possible ? title : `${title} (skipped: ${reason})`, tests);
  };
}

export const WINDOWS = process.platform === 'win32';

/** Tests that need bash, named pipes or process limits. */
export const describeOnPosix = describeWhere(!WINDOWS, 'takes a POSIX system');

/** On Windows, Node.js kills a child for any signal, so the child cannot handle it. */
export const describeWithSignals = describeWhere(!WINDOWS, 'Windows has no signals to send');

/** Windows requires administrators or developer mode for symbolic links. */
export const describeWithLinks = describeWhere(!WINDOWS || linksCanBeMade(), 'this user may make no symbolic links');

/** Windows and macOS usually have case-insensitive file names. */
export const describeWithCase = describeWhere(
  process.platform === 'linux' || caseTellsNamesApart(),
  'case does not tell file names apart on this disk',
);

const OPENSSL = spawnSync('openssl', ['version']).status === 0;

/** Tests that compare certificates and PFX files with OpenSSL. */
export const describeWithOpenssl = describeWhere(OPENSSL, 'openssl is not installed');

/** Tests of the PFX files that a script for bash and OpenSSL makes. */
export const describeWithGenerator = describeWhere(OPENSSL && !WINDOWS, 'takes openssl on a POSIX system');

/** Linux has a device that is always full. */
export const describeWithFullDisk = describeWhere(existsSync('/dev/full'), 'takes /dev/full');

/** Linux can mount a small disk for one process. */
export const describeWithSmallDisks = describeWhere(
  process.platform === 'linux' && spawnSync('unshare', ['-rm', 'true']).status === 0,
  'takes unshare with user namespaces',
);

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
