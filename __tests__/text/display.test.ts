import { describe, expect, test } from '@jest/globals';
import { cellText, shortened, shortenedInside } from '../../src/text/display.ts';

describe('the text of a cell', () => {
  test.each([
    [null, ''],
    [undefined, ''],
    ['text', 'text'],
    [true, 'true'],
    [false, 'false'],
    [-1.5, '-1.5'],
    [['monday', 'tuesday'], 'monday; tuesday'],
    [['a', null, 1, { b: 2 }, ['c']], 'a; ; 1; {"b":2}; ["c"]'],
    [[], ''],
    [{ name: 'W. Europe' }, '{"name":"W. Europe"}'],
  ])('writes %j as %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

test('a text is shortened without splitting a character', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('ab…');
  expect(shortened('a😀bc', 3)).toBe('a…');
  expect(shortenedInside('abcdefg', 7)).toBe('abcdefg');
  expect(shortenedInside('abcdefgh', 7)).toBe('abcd…gh');
  expect(shortenedInside('abc😀efg😀h', 7)).toBe('abc…h');
});
