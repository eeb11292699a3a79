import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { powerShellText, powerShellValue } from '../../src/text/power-shell.ts';

/** PowerShell takes each of these for the end of a literal, unless a second one follows. */
const QUOTES = /^['\u2018\u2019\u201A\u201B]$/;

/** What PowerShell reads, and what follows the literal. */
function readLiteral(source: string): { readonly text: string; readonly rest: string } {
  const letters = Array.from(source);
  let text = '';
  for (let at = 1; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (QUOTES.test(letter)) {
      if (!QUOTES.test(letters[at + 1] ?? '')) return { text, rest: letters.slice(at + 1).join('') };
      at += 1;
    }
    text += letter;
  }
  throw new Error('the literal has no end');
}

describe('a PowerShell literal', () => {
  test('has the text and nothing after it, whatever quotes the text has', () => {
    const hostile = fc.string({
      unit: fc.constantFrom("'", '\u2018', '\u2019', '\u201A', '\u201B', '"', '$', '`', ';', 'a', ' '),
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        expect(readLiteral(powerShellText(text))).toEqual({ text, rest: '' });
      }),
    );
  });

  test('exists of each JSON value that fits on a line', () => {
    expect([null, true, 12, "O'Brien", ['a', 'b'], []].map(powerShellValue)).toEqual([
      '$null',
      '$true',
      '12',
      "'O''Brien'",
      "@('a', 'b')",
      '@()',
    ]);
    expect([{ a: 1 }, 'a\nb', 'a\u202Eb', ['a', {}]].map(powerShellValue)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
