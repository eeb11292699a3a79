import { describe, expect, test } from '@jest/globals';
import { TypedSecret } from '../../src/cli/typed-secret.ts';

/** The text after chunks that end with Enter. */
function typed(...chunks: readonly string[]): string {
  const secret = new TypedSecret();
  for (const chunk of chunks) expect(secret.take(chunk)).toBeUndefined();
  expect(secret.take('\r')).toBe('end');
  return secret.text;
}

test('keeps every character, including blanks and non-Latin scripts', () => {
  expect(typed(' pâss', 'пароль 🔑[O~ ')).toBe(' pâssпароль 🔑[O~ ');
});

test('erases one character, or all', () => {
  expect(typed('ab🔑\u007f\u0008c')).toBe('ac');
  expect(typed('\u007fa')).toBe('a');
  expect(typed('wrong\u0015right')).toBe('right');
});

describe('a key without a character adds nothing', () => {
  test.each([
    ['an arrow', '\u001b[A'],
    ['an arrow in application mode', '\u001bOD'],
    ['Delete', '\u001b[3~'],
    ['Ctrl and an arrow', '\u001b[1;5C'],
    ['F5', '\u001b[15~'],
    ['Alt and a letter', '\u001bx'],
    ['the tabulator', '\t'],
    ['two in a row', '\u001b[A\u001bOB'],
  ])('%s', (_key, sequence) => {
    expect(typed(`ab${sequence}cd`)).toBe('abcd');
    expect(typed('ab', sequence, 'cd')).toBe('abcd');
  });

  test('a sequence in several chunks', () => {
    expect(typed('ab\u001b[1', ';5', 'Ccd')).toBe('abcd');
  });

  test('Esc alone, without consuming the next characters', () => {
    expect(typed('ab', '\u001b', 'cd')).toBe('abcd');
    expect(typed('ab', '\u001b', '[A')).toBe('ab[A');
  });

  test('the markers around pasted text', () => {
    expect(typed('\u001b[200~pasted\u001b[201~')).toBe('pasted');
  });
});

test('ends with Enter, Ctrl+D and Ctrl+C, also inside a sequence, and ignores what follows', () => {
  for (const [character, ended] of [
    ['\r', 'end'],
    ['\n', 'end'],
    ['\u0004', 'end'],
    ['\u0003', 'interrupt'],
  ] as const) {
    const secret = new TypedSecret();
    expect(secret.take(`ab\u001b[1${character}cd`)).toBe(ended);
    expect(secret.text).toBe('ab');
  }
});
