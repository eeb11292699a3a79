import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListPlaces } from '../../../src/outputs/page/page-rows.ts';

describe('the places of mailboxes', () => {
  test('give back the file and the line of each', () => {
    const mailboxes = fc.array(fc.tuple(fc.constantFrom('a.txt', 'b.csv'), fc.integer({ min: 1, max: 5 })));
    fc.assert(
      fc.property(mailboxes, (all) => {
        const places = new ListPlaces();
        const rows = all.map(([file, line]) => places.add({ file, line }));
        const found = [...rows, places.last]
          .filter((row) => row !== undefined)
          .flatMap(([file, line, count]) => Array.from({ length: count }, (_, at) => [file, line + at]));
        expect(found).toEqual(all);
      }),
    );
  });

  test('are one row for a list without other lines', () => {
    const places = new ListPlaces();
    for (const line of [2, 3, 4]) expect(places.add({ file: 'a.txt', line })).toBeUndefined();
    expect(places.last).toEqual(['a.txt', 2, 3]);
  });

  test('have a row without a file for mailboxes that no list has', () => {
    const places = new ListPlaces();
    places.add({ file: 'a.txt', line: 1 });
    expect(places.add({})).toEqual(['a.txt', 1, 1]);
    expect(places.add({})).toBeUndefined();
    expect(places.last).toEqual(['', 0, 2]);
  });
});
