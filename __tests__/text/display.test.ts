import { describe, expect, test } from '@jest/globals';
import { cellText } from '../../src/text/display.ts';

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
