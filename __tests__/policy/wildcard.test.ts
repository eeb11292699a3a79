import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPattern, wildcard } from '../../src/policy/exemptions.ts';

/** The pattern as a regular expression, correct but exponential for some long texts. */
function naive(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu');
}

describe('a pattern', () => {
  test.each([
    ['ann@x.y', 'ann@x.y', true],
    ['ann@x.y', 'Ann@X.Y', true],
    ['ANN@x.y', 'ann@x.y', true],
    ['ann@x.y', 'joann@x.y', false],
    ['ann@x.y', 'ann@x.yz', false],
    ['ann@x.y', 'ann@xzy', false],
    ['*', '', true],
    ['*', 'ann@x.y', true],
    ['', '', true],
    ['', 'a', false],
    ['?', '', false],
    ['*@x.y', 'ann@x.y', true],
    ['*@x.y', '@x.y', true],
    ['*@x.y', 'ann@sub.x.y', false],
    ['*@*x.y', 'ann@sub.x.y', true],
    ['a?n@x.y', 'ann@x.y', true],
    ['a?n@x.y', 'an@x.y', false],
    ['?nn@x.y', '😀nn@x.y', true],
    ['??nn@x.y', '😀nn@x.y', false],
    ['*?', '😀', true],
    ['*??', '😀', false],
    ['ann*ann', 'ann', false],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXcXb', false],
    ['[a]+.$^(x)|\\', '[a]+.$^(x)|\\', true],
    ['élan*', 'ÉLAN@x.y', true],
  ])('%s matches %s: %s', (pattern, address, matches) => {
    expect(wildcard(pattern)(address)).toBe(matches);
  });

  test('matches the same texts as a regular expression', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '.', '@', '😀'), maxLength: 10 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '@', '*', '?', '😀'), maxLength: 7 });
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(wildcard(pattern)(text)).toBe(naive(pattern).test(text));
      }),
      { numRuns: 500 },
    );
  });

  // In a process with a timeout, because backtracking over every star would not finish.
  test('with many stars takes bounded time for an address that nearly matches', () => {
    const module = pathToFileURL(path.resolve(import.meta.dirname, '../../src/policy/exemptions.ts')).href;
    const program = `import { wildcard } from ${JSON.stringify(module)};
      console.log(wildcard('*a'.repeat(150) + '*b*')('a'.repeat(320)));`;
    const options = { encoding: 'utf8', timeout: 60_000 } as const;
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', program], options)).toBe('false\n');
  });

  test.each([
    ['*@x.y', true],
    ['a?@x.y', true],
    ['a@x.y', false],
  ])('%s is a pattern with wildcards: %s', (text, several) => {
    expect(isPattern(text)).toBe(several);
  });
});
