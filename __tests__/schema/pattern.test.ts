import { describe, expect, test } from '@jest/globals';
import { compilePattern, patternProblem } from '../../src/schema/pattern.ts';
import { cpuMs, MEGABYTE, SECONDS } from './cpu.ts';

describe('a pattern', () => {
  test.each([
    ['^(a+)+$', `${'a'.repeat(MEGABYTE)}!`],
    ['1*1*1*x', `x${'1'.repeat(MEGABYTE)}`],
    ['(.*)*@(.*)*\\.(.*)*$', 'a@'.repeat(MEGABYTE / 2)],
    ['^(\\w+\\s?)*$', `${'word '.repeat(MEGABYTE / 5)}!`],
    ['(a|aa)+$', `${'a'.repeat(MEGABYTE)}!`],
    ['^(.*?,){11}P', 'a,'.repeat(MEGABYTE / 2)],
    ['x[^y]{30}w', `w${'xz'.repeat(MEGABYTE / 2)}`],
    ['^a?(?:a?){100}b$', `${'a'.repeat(MEGABYTE)}b!`],
  ])('tests a crafted text of 1 MB in time linear in it: %s', (pattern, text) => {
    expect(patternProblem(pattern)).toBeUndefined();
    const compiled = compilePattern(pattern);
    expect(cpuMs(() => compiled.test(text))).toBeLessThan(SECONDS);
  });

  test('ignores case only if told to', () => {
    expect(compilePattern('^room-.*@', 'i').test('Room-1@contoso.com')).toBe(true);
    expect(compilePattern('^room-.*@').test('Room-1@contoso.com')).toBe(false);
    expect(compilePattern('(?i)^room-').test('ROOM-1')).toBe(true);
  });

  test('is found anywhere in the text unless it is anchored', () => {
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
    ['(?:(?:a|b){1,30}){1,30}c', 0, 'counts'],
    ['[a', 0, 'missing closing ]'],
    ['a\\', 0, 'trailing backslash'],
  ])('reports the position and the reason if RE2 does not support it: %s', (pattern, at, message) => {
    expect(patternProblem(pattern)).toMatchObject({ at, message: expect.stringContaining(message) });
    expect(patternProblem(pattern)?.hint).not.toBe('');
  });

  test('may list many words', () => {
    const words = Array.from({ length: 120 }, (_, at) => `word${at}`).join('|');
    expect(patternProblem(`^(?:${words})$`)).toBeUndefined();
  });
});
