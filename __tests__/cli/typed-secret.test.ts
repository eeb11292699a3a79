import { describe, expect, test } from '@jest/globals';
import { TypedSecret } from '../../src/cli/typed-secret.ts';

/** What is left of chunks that end with Enter. */
function typed(...chunks: readonly string[]): string {
  const secret = new TypedSecret();
  for (const chunk of chunks) expect(secret.take(chunk)).toBeUndefined();
  expect(secret.take('\r')).toBe('end');
  return secret.text;
}

test('every character counts, blanks and those of other scripts too', () => {
  expect(typed(' pâss', 'пароль 🔑[O~ ')).toBe(' pâssпароль 🔑[O~ ');
});

test('erasing takes a character, or all', () => {
  expect(typed('ab🔑\u007f\u0008c')).toBe('ac');
  expect(typed('\u007fa')).toBe('a');
  expect(typed('wrong\u0015right')).toBe('right');
});

describe('a key that is no character leaves nothing', () => {
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

  test('a sequence that comes in pieces', () => {
    expect(typed('ab\u001b[1', ';5', 'Ccd')).toBe('abcd');
  });

  test('Esc itself, which takes nothing of what follows with it', () => {
    expect(typed('ab', '\u001b', 'cd')).toBe('abcd');
    expect(typed('ab', '\u001b', '[A')).toBe('ab[A');
  });

  test('the marks around what is pasted', () => {
    expect(typed('\u001b[200~pasted\u001b[201~')).toBe('pasted');
  });
});

test('Enter, Ctrl+D and Ctrl+C end it, inside a sequence too, and what follows is left', () => {
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
