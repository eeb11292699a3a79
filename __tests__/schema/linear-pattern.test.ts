import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBounded, linearPattern } from '../../src/schema/linear-pattern.ts';

/** What JavaScript takes for a blank or a line end, and RE2 mostly does not. */
const BLANKS = ['\n', '\r', '\v', '\u00a0', '\u2028', '\u3000', '\ufeff'];

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

  test.each([
    ['[\\p{Script=Han}\\p{Script=Hiragana}]', '日'],
    ['\\p{Script=Han}+', '日本'],
    ['\\u{1F642}+', '🙂🙂'],
    ['\\ud83d\\ude42+x', '🙂🙂x'],
    ['(?:\\p{ASCII}+@)+', 'a@'],
    ['\\P{Lu}+\\P{Lu}+$', 'ab'],
    ['(?<name>a)+[[:alpha:]+', 'a:'],
    ['[^]+\\0?[^]+', 'a\nb'],
    ['b+a{02}$', 'baa'],
    ['(?<$ñ>a)+(?<x>b)+', 'ab'],
    ['(?:\\P{Any}|a)+[b]+', 'ab'],
    ['\\cJ+[\\b\\x41]+', '\n\bA'],
    ['a{0,2}\\/+', 'a/'],
  ])('%s is no loop by its braces, and is bounded', (pattern, text) => {
    expect(new RegExp(pattern, 'u').test(text)).toBe(true);
    expect(isBounded(pattern)).toBe(true);
    expect(linearPattern(pattern, '').test(text)).toBe(true);
  });

  test('of nothing is met by nothing', () => {
    expect(linearPattern('a*[]+', '').test('a')).toBe(false);
  });

  test('says of a text what JavaScript says', () => {
    const piece = fc.constantFrom(
      ...['a', 'b', '[ab]', '\\d', '.', '(?:a|b)', '@', '\\.', '\\p{Lu}', '[^@]', '\\s', '\\S', '[^\\s@]', '[\\S]'],
      ...['\\w', '\\W', '(?:\\b)', '[\\D]', '\\P{L}', '\\p{Script=Greek}', '[^]', '\\u00e9', '\\x40', '[\\w-]'],
    );
    const looped = fc
      .tuple(piece, fc.constantFrom('', '*', '+', '?', '{1,2}', '{02}', '{0,02}?'))
      .map((parts) => parts.join(''));
    const pattern = fc.array(looped, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const anchored = fc.tuple(fc.boolean(), pattern, fc.boolean()).map(([start, middle, end]) => {
      return `${start ? '^' : ''}${middle}${end ? '$' : ''}`;
    });
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', '1', '@', '.', 'é', '😀', 'λ', ' ', '_', '-', ...BLANKS),
      maxLength: 8,
    });
    fc.assert(
      fc.property(anchored, text, fc.constantFrom('', 'i'), (source, tried, flags) => {
        expect(linearPattern(source, flags).test(tried)).toBe(new RegExp(source, `u${flags}`).test(tried));
      }),
      { numRuns: 2_000 },
    );
  });
});
