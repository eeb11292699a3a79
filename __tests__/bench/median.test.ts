import { describe, expect, test } from '@jest/globals';
import { median } from '../../bench/median.ts';

describe('median', () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 9, 8, 100], 9.5],
  ])('of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  test('does not reorder its input', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });

  test('throws for an empty list', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
