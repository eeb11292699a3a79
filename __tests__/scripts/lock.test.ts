import { expect, test } from '@jest/globals';
import { isRecord, parseJson } from '../../src/json.ts';
import { textOf } from '../docs/repository.ts';

/** The packages of the lock file by their folders, without the root. */
function lockedPackages(): readonly (readonly [folder: string, locked: Readonly<Record<string, unknown>>])[] {
  const lock = parseJson(textOf('package-lock.json'));
  const packages = isRecord(lock) && isRecord(lock.packages) ? lock.packages : {};
  return Object.entries(packages).flatMap(([folder, locked]) =>
    folder !== '' && isRecord(locked) ? [[folder, locked] as const] : [],
  );
}

test('the lock file has the integrity of each package that is downloaded', () => {
  const downloaded = lockedPackages().filter(([folder, { link }]) => folder.includes('node_modules/') && link !== true);
  expect(downloaded.length).toBeGreaterThan(500);
  expect(downloaded.filter(([, { integrity }]) => typeof integrity !== 'string')).toEqual([]);
});

test('no package fetches another one in an install script that package.json does not name', () => {
  const { allowScripts = {} } = { ...packageJson() };
  const scripts = lockedPackages().flatMap(([folder, { hasInstallScript }]) =>
    hasInstallScript === true ? [folder.replace(/^.*node_modules\//, '')] : [],
  );
  const allowed: readonly string[] = Object.keys(isRecord(allowScripts) ? allowScripts : {});
  // It only makes a program executable, as that of Linux, which is named.
  const others = scripts.filter((name) => name !== '@microsoft/sarif-multitool-darwin');
  expect(allowed).toEqual(expect.arrayContaining(others));
});

function packageJson(): Readonly<Record<string, unknown>> {
  const json = parseJson(textOf('package.json'));
  return isRecord(json) ? json : {};
}
