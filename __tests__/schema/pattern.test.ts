import { describe, expect, test } from '@jest/globals';
import { compilePattern, patternProblem } from '../../src/schema/pattern.ts';
import { cpuMs, LONG, SECONDS } from './cpu.ts';

describe('a pattern', () => {
  test.each([
    ['^(a+)+$', `${'a'.repeat(LONG)}!`],
    ['1*1*1*x', `x${'1'.repeat(LONG)}`],
    ['(.*)*@(.*)*\\.(.*)*$', 'a@'.repeat(LONG / 2)],
    ['^(\\w+\\s?)*$', `${'word '.repeat(LONG / 5)}!`],
    ['(a|aa)+$', `${'a'.repeat(LONG)}!`],
    ['^(.*?,){11}P', 'a,'.repeat(LONG / 2)],
    ['x[^y]{30}w', `w${'xz'.repeat(LONG / 2)}`],
    ['^(?:a|b)*$', `${'ab'.repeat(LONG / 2)}!`],
    [`b${'a'.repeat(900)}`, 'a'.repeat(LONG)],
    ['^a?(?:a?){100}b$', `${'a'.repeat(LONG)}b!`],
  ])('takes linear time for a long crafted text: %s', (pattern, text) => {
    expect(patternProblem(pattern)).toBeUndefined();
    const compiled = compilePattern(pattern);
    expect(cpuMs(() => compiled.test(text))).toBeLessThan(SECONDS);
  });

  test('ignores case only on request', () => {
    expect(compilePattern('^room-.*@', 'i').test('Room-1@contoso.com')).toBe(true);
    expect(compilePattern('^room-.*@').test('Room-1@contoso.com')).toBe(false);
    expect(compilePattern('(?i)^room-').test('ROOM-1')).toBe(true);
  });

  test('matches anywhere in the text unless it is anchored', () => {
    expect(compilePattern('b').test('abc')).toBe(true);
    expect(compilePattern('^b').test('abc')).toBe(false);
    expect(compilePattern('b$').test('ab\n')).toBe(false);
  });

  test.each([
    ['ab(?=c)', 2, 'look-around'],
    ['(?<!a)b', 0, 'look-around'],
    ['(\\w+) \\1', 6, 'back references'],
    ['(?P<n>a)(?P=n)', 0, 'back references'],
    ['xa{1001}', 2, 'count'],
    ['(?:a{1,500}){1,500}', 4, 'count'],
    ['[a', 0, 'missing closing ]'],
    ['a\\', 0, 'trailing backslash'],
  ])('has an error with position and reason if RE2 does not support it: %s', (pattern, at, message) => {
    const problem = patternProblem(pattern);
    expect(problem).toMatchObject({ at, message: expect.stringContaining(message) });
    expect(problem?.hint).not.toBe('');
  });

  test.each(['x.{0,1000}y.{0,1000}z', '^(?:a.{900}|b.{901}|c.{902})$'])(
    'is rejected if its counts are too large: %s',
    (pattern) => {
      expect(patternProblem(pattern)).toMatchObject({ at: 0, message: 'its counts are too large' });
    },
  );

  test.each([
    'x.{0,100}y',
    '^x.{0,100}y',
    '^[a-z0-9._-]{1,64}@(?:[a-z0-9-]{1,63}\\.)+com$',
    '\\+?\\d[\\d ()/-]{6,}\\d',
    '(?s)BEGIN.{6,}END',
    'contoso.{0,20}secret',
    '(?:(?:a|b){1,30}){1,30}c',
    '[0-9]{1,3}(?:\\.[0-9]{1,3}){3}',
    "^[\\p{L}\\p{M}\\p{N} .,'-]{1,64}$",
    '^.{1,1000}$',
  ])('may have counts: %s', (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });

  test('may list many words', () => {
    const words = Array.from({ length: 120 }, (_, at) => `word${at}`).join('|');
    expect(patternProblem(`^(?:${words})$`)).toBeUndefined();
  });
});
