import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endsSoon, ExemptionIndex, isPattern, wildcard } from '../../src/policy/exemptions.ts';
import { daysUntil } from '../../src/text/numbers.ts';
import { exemptionOf, NOW } from './judge-policy.ts';

describe('the expiry date of an exemption', () => {
  test.each([
    ['2026-11-25', 0],
    ['2026-11-24', -1],
    ['2026-11-26', 1],
    ['2026-12-25', 30],
    ['2027-01-31', 67],
  ])('%s is %i days away, at any hour', (expires, days) => {
    const hours = [0, 1, 12, 23.999];
    expect(hours.map((hour) => daysUntil(expires, Date.UTC(2026, 10, 25) + hour * 3_600_000))).toEqual(
      hours.map(() => days),
    );
  });

  test('has no number of days if it is not a date', () => {
    expect(daysUntil('soon', NOW)).toBeNaN();
    expect(endsSoon(NaN)).toBe(false);
  });

  test.each([
    [-1, false],
    [0, true],
    [30, true],
    [31, false],
  ])('of an exemption with %i days left is soon: %s', (days, soon) => {
    expect(endsSoon(days)).toBe(soon);
  });
});

describe('an exemption index', () => {
  test.each([
    ['a', 'ann@x.y', 0],
    ['a', 'ANN@x.Y', 0],
    ['a', 'bob@x.y', undefined],
    ['a', 'joe@PARTNERS.x.y', 1],
    ['b', 'ann@x.y', undefined],
    ['b', 'zoe@x.y', 2],
    ['A', 'ann@x.y', undefined],
    ['constructor', 'ann@x.y', undefined],
  ])('finds the exemption from rule %s for %s', (rule, address, which) => {
    const exemptions = [
      exemptionOf('a', ['Ann@x.y', 'ann@x.y']),
      exemptionOf('a', ['*@partners.x.y']),
      exemptionOf('b', ['zo?@x.y', 'zoe@x.y']),
    ];
    const book = new ExemptionIndex(exemptions, NOW);
    expect(book.exempt(rule, address)).toBe(which === undefined ? undefined : exemptions[which]);
    expect(book.uses.map(({ covered }) => covered)).toEqual(exemptions.map((_, at) => (at === which ? 1 : 0)));
  });

  test('finds the patterns that match, wherever their wildcards are', () => {
    const unit = fc.constantFrom('a', 'b', '@', '.', '*', '?', 'B');
    const patterns = fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    const addresses = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '@', '.'), maxLength: 6 });
    fc.assert(
      fc.property(patterns, addresses, (some, address) => {
        const covering = new ExemptionIndex([exemptionOf('a', some)], NOW).exempt('a', address);
        expect(covering !== undefined).toBe(some.some((pattern) => wildcard(pattern)(address)));
      }),
      { numRuns: 100 },
    );
  });

  test('reports how each exemption was used', () => {
    const exemptions = [
      exemptionOf('a', ['ann@x.y', 'bob@x.y'], '2027-06-30'),
      exemptionOf('a', ['*@x.y'], '2026-12-01'),
      exemptionOf('a', ['ann@x.y', 'cat@*'], '2026-11-24'),
      exemptionOf('a', ['dan@z.y', 'dan@*'], '2020-01-01'),
      exemptionOf('b', ['ann@x.y'], '2026-11-25'),
      exemptionOf('b', ['ann@x.y'], 'for ever'),
    ];
    const book = new ExemptionIndex(exemptions, NOW);
    const covering = ['ann@x.y', 'bob@x.y', 'cat@x.y', 'cat@z.y', 'dan@z.y'].map((address) =>
      book.exempt('a', address),
    );
    expect(covering.map((exemption) => exemption && exemptions.indexOf(exemption))).toEqual([
      0,
      0,
      1,
      undefined,
      undefined,
    ]);
    const shown = book.uses.map(({ covered, missed, expired, endsSoon: soon, usage, daysLeft }) => {
      const flags = [expired && 'expired', soon && 'soon', usage === 'unused' && 'unused'].filter(
        (flag) => flag !== false,
      );
      return [covered, missed, flags.join(' '), daysLeft];
    });
    expect(shown).toEqual([
      [2, 0, '', 217],
      [3, 0, 'soon', 6],
      // Other exemptions cover ann@x.y. Only cat@z.y is no longer exempt.
      [0, 1, 'expired', -1],
      [0, 1, 'expired', -2520],
      [0, 0, 'soon unused', 0],
      [0, 0, 'expired unused', NaN],
    ]);
    expect(book.uses.map(({ exemption }) => exemption)).toEqual(exemptions);
  });
});

/** The pattern as a regular expression, correct but exponential for some long texts. */
function naive(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu');
}

describe('a pattern of addresses', () => {
  test.each([
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
      { numRuns: 150 },
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
