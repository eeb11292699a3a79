import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/json.ts';
import { ByPosition, ListedObjects, SharedTexts } from '../../src/mailboxes/listed-objects.ts';
import { anyJson } from '../support/any-json.ts';

const additions = fc.array(
  fc.record({ key: fc.nat(2), value: fc.nat(2).map((number) => ({ number })), rank: fc.nat(2) }),
  {
    maxLength: 12,
  },
);

describe.each([
  ['a Map', <T extends object>(): Map<number, T> => new Map()],
  ['an array by position', <T extends object>(): ByPosition<T> => new ByPosition()],
] as const)('of all values of a key in %s', (_, first) => {
  test('those with the lowest rank count, and two that differ are ambiguous', () => {
    fc.assert(
      fc.property(additions, (all) => {
        const objects = new ListedObjects<number, { readonly number: number }>(false, first());
        for (const { key, value, rank } of all) objects.add(key, value, rank);
        for (const key of [0, 1, 2]) {
          const own = all.filter((one) => one.key === key);
          const best = Math.min(...own.map(({ rank }) => rank));
          const values = own.filter(({ rank }) => rank === best).map(({ value }) => value);
          const isAmbiguous = new Set(values.map(({ number }) => number)).size > 1;
          expect(objects.has(key)).toBe(own.length > 0);
          expect(objects.isAmbiguous(key)).toBe(isAmbiguous);
          expect(objects.onlyOf(key)).toEqual(isAmbiguous ? undefined : values[0]);
          expect(objects.allOf(key)).toEqual(values.slice(0, 1));
        }
        expect([...objects.keys].toSorted()).toEqual([...new Set(all.map(({ key }) => key))].toSorted());
        expect(objects.size).toBe(new Set(all.map(({ key }) => key)).size);
        objects.clear();
        expect([objects.size, ...objects.keys]).toEqual([0]);
      }),
    );
  });

  test('all with the lowest rank are kept if a key may have several', () => {
    fc.assert(
      fc.property(additions, (all) => {
        const objects = new ListedObjects<number, object>(true, first());
        for (const { key, value, rank } of all) objects.add(key, value, rank);
        for (const key of [0, 1, 2]) {
          const own = all.filter((one) => one.key === key);
          const best = Math.min(...own.map(({ rank }) => rank));
          expect(objects.allOf(key)).toEqual(own.filter(({ rank }) => rank === best).map(({ value }) => value));
        }
      }),
    );
  });

  test('none is left when the listing begins again', () => {
    const objects = new ListedObjects<string, number>(true);
    for (const value of [1, 2]) objects.add('a', value, 1);
    objects.clear();
    expect([objects.size, objects.allOf('a'), objects.rankOf('a')]).toEqual([0, [], undefined]);
  });
});

test('an object whose texts are shared is equal to what it was', () => {
  const texts = new SharedTexts();
  fc.assert(
    fc.property(anyJson, (value) => {
      const json = JSON.stringify(value);
      expect(JSON.stringify(texts.of(parseJson(json)))).toBe(json);
    }),
  );
});
