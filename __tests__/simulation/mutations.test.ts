import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { KINDS, MUTATIONS } from '../../simulation/mutations/mutations.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('the text of each mutation occurs in its file exactly once', () => {
  const counts = MUTATIONS.map(({ name, file, text }) => [
    name,
    readFileSync(path.join(ROOT, file), 'utf8').split(text).length - 1,
  ]);
  expect(counts).toEqual(MUTATIONS.map(({ name }) => [name, 1]));
});

test('there is a mutation of each kind, and each has a name of its own', () => {
  expect(new Set(MUTATIONS.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
});
