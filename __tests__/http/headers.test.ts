import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retryAfterMs } from '../../src/http/headers.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['10', 10_000],
    [' 3 ', 3000],
    ['2.128', 2128],
    ['.5', 500],
    ['1.', 1000],
    ['Tue, 24 Nov 2026 12:00:07 GMT', 7000],
    ['Tuesday, 24-Nov-26 12:00:07 GMT', 7000],
    ['Tue Nov 24 12:00:07 2026', 7000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ])('%j is %d ms', (value, expected) => {
    expect(retryAfterMs(value, now)).toBe(expected);
  });

  test.each([
    undefined,
    '',
    ' ',
    '-1',
    'soon',
    '1e3',
    '0x10',
    '1,5',
    'NaN',
    'Infinity',
    '2026-11-24T12:00:07Z',
    '99999999999999',
  ])('%j is ignored', (value) => {
    expect(retryAfterMs(value, now)).toBeUndefined();
  });

  test('is a valid wait or ignored, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String)), (value) => {
        const ms = retryAfterMs(value, now);
        return ms === undefined || (Number.isFinite(ms) && ms >= 0);
      }),
    );
  });
});
