import { expect, test } from '@jest/globals';
import { count, counted, duration, percentage } from '../../src/text/numbers.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [12_400, '12,400'],
  [1_234_567.6, '1,234,568'],
])('%d is written as %s', (number, text) => {
  expect(count(number)).toBe(text);
});

test('one has a singular noun', () => {
  expect(counted(1, 'wait', 'waits')).toBe('1 wait');
  expect(counted(0, 'wait', 'waits')).toBe('0 waits');
  expect(counted(1_000, 'wait', 'waits')).toBe('1,000 waits');
});

test.each([
  [-5, '0 s'],
  [0, '0 s'],
  [1, '1 s'],
  [22_400, '22 s'],
  [59_600, '1 min'],
  [190_000, '3 min 10 s'],
  [3_600_000, '1 h'],
  [7_500_000, '2 h 5 min'],
  [3_599_700, '1 h'],
  [7_199_000, '2 h'],
])('%d ms is written as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [0, 10, '0%'],
  [0, 0, '0%'],
  [10, 10, '100%'],
  [1, 3, '33.3%'],
  [99_999, 100_000, '99.9%'],
  [1, 100_000, 'under 0.1%'],
])('%d of %d is written as %s', (part, whole, text) => {
  expect(percentage(part, whole)).toBe(text);
});
