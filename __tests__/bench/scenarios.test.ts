import path from 'node:path';
import { expect, test } from '@jest/globals';
import { holds, isJudged, none, type Floor } from '../../bench/floor.ts';
import { FULL, SMALL } from '../../bench/sizes.ts';
import { codeIn, tableOf } from '../docs/markdown.ts';
import { filesLike, textOf } from '../docs/repository.ts';

/** The table of scenarios has these names: it does not compile with others. */
const NAMES = Object.keys(FULL).toSorted();

test('every file of bench/scenarios is a scenario', async () => {
  const files = (await filesLike('bench/scenarios/*.ts')).map((file) => path.basename(file, '.ts'));
  expect(files.toSorted()).toEqual(NAMES);
});

test('the table of bench/README.md names every scenario once', () => {
  const { rows } = tableOf(textOf('bench/README.md'), '`--only`');
  const named = rows.flatMap(([name = '']) => (name === '' ? [] : [codeIn(name)]));
  expect(named.toSorted()).toEqual(NAMES);
});

test('.ci/run runs every scenario with few mailboxes, and counts the result', () => {
  const script = textOf('.ci/run');
  expect(script).toMatch(/^ {2}check bench npm run --silent bench -- --small$/m);
  expect(/^names=\((.*)\)$/m.exec(script)?.[1]?.split(' ')).toContain('bench');
});

test('a small run is never larger than one at full size', () => {
  const sizes = Object.values(SMALL).flatMap((size) => Object.values(size));
  const full = Object.values(FULL).flatMap((size): number[] => Object.values(size));
  expect(sizes.filter((size, at) => size > (full[at] ?? 0))).toEqual([]);
});

test('a small run judges correctness only, and a measurement that is missing never holds', () => {
  const slow: Floor = { what: 'Time', kind: 'performance', value: 2, bound: 1, side: 'most', show: String };
  const judged = [slow, none('Wrong rows', 1)].map((floor) => [isJudged(floor, true), isJudged(floor, false)]);
  expect(judged).toEqual([
    [false, true],
    [true, true],
  ]);
  expect([slow, none('Wrong rows', 1), none('Wrong rows', 0), none('Wrong rows', NaN)].map(holds)).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
