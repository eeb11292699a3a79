import { readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { renameFile, replaceFile } from '../../src/files/rename.ts';
import { newFolder } from '../support/new-folder.ts';

/** Renames after so many failures, as while a virus scanner has the file open. */
function failing(code: string, failures: number): { readonly rename: typeof renameSync; calls: number } {
  const state = {
    calls: 0,
    rename: (...paths: Parameters<typeof renameSync>) => {
      state.calls += 1;
      if (state.calls <= failures) throw Object.assign(new Error(`${code}: rename`), { code });
      renameSync(...paths);
    },
  };
  return state;
}

function twoFiles(): readonly [folder: string, from: string, to: string] {
  const folder = newFolder();
  const [from, to] = [path.join(folder, 'a.new'), path.join(folder, 'a')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  return [folder, from, to];
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('replaces a file that another program has open for a moment: %s', (code) => {
  const [folder, from, to] = twoFiles();
  renameFile(from, to, failing(code, 2).rename);
  expect([readFileSync(to, 'utf8'), readdirSync(folder)]).toEqual(['new', ['a']]);
});

test.each([
  ['ENOENT', 1],
  ['EBUSY', 6],
])('fails as the file system does, and keeps the other file: %s', (code, calls) => {
  const [, from, to] = twoFiles();
  const state = failing(code, 100);
  expect(() => {
    renameFile(from, to, state.rename);
  }).toThrow(code);
  expect([state.calls, readFileSync(to, 'utf8')]).toEqual([calls, 'old']);
});

test('replaces a file, and follows no link that has the name of the file beside it', () => {
  const [folder, victim] = [newFolder(), path.join(newFolder(), 'victim')];
  writeFileSync(victim, 'old');
  symlinkSync(victim, path.join(folder, 'a.new'));
  replaceFile(path.join(folder, 'a'), 'new');
  expect([readFileSync(path.join(folder, 'a'), 'utf8'), readdirSync(folder)]).toEqual(['new', ['a']]);
  expect(readFileSync(victim, 'utf8')).toBe('old');
});
