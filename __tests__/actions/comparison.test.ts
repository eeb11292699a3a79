import { expect, test } from '@jest/globals';
import { unlessFailed } from '../../src/actions/comparison.ts';
import { ChangeCounts } from '../../src/compare/change-counts.ts';
import { mailboxResultOf } from '../outputs/mailbox-results.ts';

test('an automatic comparison that fails for a mailbox ends, and not the run', () => {
  const compared: string[] = [];
  const source = { kind: 'path', path: 'earlier' } as const;
  const comparison = unlessFailed({
    stage: (result) => {
      compared.push(result.mailbox.address);
      if (compared.length === 2) throw new TypeError('counts is not iterable');
      return { ...result, changes: [] };
    },
    summary: {
      source,
      ageMs: undefined,
      counts: new ChangeCounts(),
      comparesViolations: true,
      notes: [],
      removed: () => new Array<never>().values(),
    },
    found: undefined,
    close: () => Promise.resolve(),
  });
  expect(comparison.summary).toMatchObject({ source });
  const results = ['a@x.y', 'b@x.y', 'c@x.y'].map((address) => comparison.stage?.(mailboxResultOf(address, [])));
  expect(results.map((result) => result?.changes)).toEqual([[], undefined, undefined]);
  expect(compared).toEqual(['a@x.y', 'b@x.y']);
  expect(comparison.summary).toBeUndefined();
  expect(comparison.found).toEqual({ kind: 'unavailable', reason: 'The comparison failed: counts is not iterable.' });
});
