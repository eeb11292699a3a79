import { describe, expect, test } from '@jest/globals';
import { floorTable, holds, type Floor } from '../../bench/floor.ts';

function floor(side: Floor['side'], value: number): Floor {
  return { what: 'It', value, bound: 10, side, show: (shown) => `${shown} s` };
}

describe('a floor', () => {
  test.each([
    ['least', 10, true],
    ['least', 9.9, false],
    ['most', 10, true],
    ['most', 10.1, false],
    ['least', NaN, false],
    ['most', NaN, false],
  ] as const)('at %s 10, for %d, passes: %p', (side, value, held) => {
    expect(holds(floor(side, value))).toBe(held);
  });

  test('is listed with its bound, the measured value, and the result', () => {
    expect(floorTable([floor('least', 12), floor('most', 12)]).rows).toEqual([
      ['It', '≥ 10 s', '12 s', 'yes'],
      ['It', '≤ 10 s', '12 s', 'NO'],
    ]);
  });
});
