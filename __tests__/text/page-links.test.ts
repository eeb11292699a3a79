import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fragmentOf, stateOf, type PageState } from '../../src/text/page-links.ts';

const TEXT = fc.string({ unit: 'grapheme', maxLength: 30 });
const COLUMN = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const STATES: fc.Arbitrary<PageState> = fc.record(
  {
    report: TEXT,
    view: TEXT,
    highlight: fc.nat(9_999),
    conditions: fc.array(
      fc.oneof(fc.record({ column: COLUMN, is: TEXT }), fc.record({ column: COLUMN, contains: TEXT })),
      { minLength: 1, maxLength: 5 },
    ),
    search: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    sort: fc.record({ column: TEXT, descending: fc.boolean() }),
    hidden: fc.array(COLUMN, { minLength: 1, maxLength: 3 }),
    row: fc.nat(999_999_999),
    mailbox: TEXT,
  },
  { requiredKeys: [] },
);

describe('a fragment', () => {
  test('gives back the state that it was made of, and nothing that HTML or a URL could misread', () => {
    fc.assert(
      fc.property(STATES, (state) => {
        const fragment = fragmentOf(state);
        expect(fragment).toMatch(/^#[\w.*\-+%@=&]*$/);
        if (fragment.length > 4_000) return;
        expect(stateOf(fragment) ?? {}).toEqual(state);
      }),
    );
  });

  test('is legible', () => {
    const conditions = [{ column: 'Rule', is: 'no-external-replies' }];
    expect(fragmentOf({ report: 'violations', view: 'violating', conditions })).toBe(
      '#report=violations&view=violating&is.Rule=no-external-replies',
    );
    expect(fragmentOf({ mailbox: 'adele@contoso.com' })).toBe('#mailbox=adele@contoso.com');
  });

  test.each([
    '',
    '#',
    '#tables-title',
    '#unknown=1',
    '#highlight=-1',
    '#highlight=1e9',
    `#search=${'x'.repeat(5_000)}`,
  ])('of another kind is ignored: %s', (fragment) => {
    expect(stateOf(fragment)).toBeUndefined();
  });
});
