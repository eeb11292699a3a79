import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBounded, linearPattern } from '../../src/schema/linear-pattern.ts';

describe('a pattern', () => {
  test.each([
    ['^(a+)+$', 'a'.repeat(5_000) + '!'],
    ['1*1*1*x', '1'.repeat(20_000)],
    ['(.*)*@(.*)*\\.(.*)*$', 'a@'.repeat(5_000)],
  ])('%s ends on a text that was made for it', (pattern, text) => {
    expect(linearPattern(pattern, '').test(text)).toBe(false);
  });

  test('may ignore case', () => {
    expect(linearPattern('^room-.*@', 'i').test('Room-1@contoso.com')).toBe(true);
    expect(linearPattern('^room-', 'i').test('ROOM-1')).toBe(true);
    expect(linearPattern('^room-.*@', '').test('Room-1@contoso.com')).toBe(false);
  });

  test('that looks around is left to JavaScript where it is harmless, and refused where it is not', () => {
    expect(linearPattern('^(?!admin)[a-z]+$', '').test('user')).toBe(true);
    expect(isBounded('^(?!admin)[a-z]+$')).toBe(true);
    expect(isBounded('^(?=(a+)+$)')).toBe(false);
    expect(() => linearPattern('^(?=(a+)+$)', '')).toThrow('for ever');
    expect(() => linearPattern('(', '')).toThrow(SyntaxError);
  });

  test('says of a text what JavaScript says', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '\\d', '.', '(?:a|b)', '@', '\\.', '\\p{Lu}', '[^@]');
    const looped = fc.tuple(piece, fc.constantFrom('', '*', '+', '?', '{1,2}')).map((parts) => parts.join(''));
    const pattern = fc.array(looped, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const anchored = fc.tuple(fc.boolean(), pattern, fc.boolean()).map(([start, middle, end]) => {
      return `${start ? '^' : ''}${middle}${end ? '$' : ''}`;
    });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', '@', '.', 'é', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(anchored, text, (source, tried) => {
        expect(linearPattern(source, '').test(tried)).toBe(new RegExp(source, 'u').test(tried));
      }),
      { numRuns: 500 },
    );
  });
});
