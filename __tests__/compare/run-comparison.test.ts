import { expect, test } from '@jest/globals';
import { comparing } from '../../src/compare/run-comparison.ts';
import { ChangeCounts } from '../../src/compare/change-counts.ts';
import { readInputs } from '../../src/run/read-inputs.ts';
import { mailboxResultOf } from '../outputs/mailbox-results.ts';
import { runSummary } from '../support/run-summary.ts';

const DIFFERENCES = {
  source: { kind: 'path', path: 'earlier' },
  ageMs: undefined,
  counts: new ChangeCounts(),
  comparesViolations: true,
  notes: [],
  removed: () => [],
} as const;
const SUMMARY = runSummary({ durationMs: 1 });
const RESULTS = ['a@x.y', 'b@x.y', 'c@x.y'].map((address) => mailboxResultOf(address, []));

/** A comparison that fails for the second mailbox. */
function failing(compare: string) {
  const addresses: string[] = [];
  const feature = comparing(
    (result) => {
      addresses.push(result.mailbox.address);
      if (addresses.length === 2) throw new TypeError('counts is not iterable');
      return { ...result, changes: [] };
    },
    DIFFERENCES,
    readInputs({ INPUT_COMPARE: compare }, 'merge'),
  );
  return { feature, addresses };
}

test('an automatic comparison that fails for a mailbox ends, and not the run', () => {
  const { feature, addresses } = failing('auto');
  expect(feature.printed?.()).toMatchObject({ json: { compared: 'earlier' } });
  const results = RESULTS.map((result) => feature.stage?.(result));
  expect(results.map((result) => result?.changes)).toEqual([[], undefined, undefined]);
  expect(addresses).toEqual(['a@x.y', 'b@x.y']);
  expect(feature.printed?.()).toBeUndefined();
  expect(feature.counts?.(SUMMARY)).toEqual({});
  expect(JSON.stringify(feature.sections?.(SUMMARY, { detail: 'full', hasPage: true }))).toContain(
    'Not compared: The comparison failed: counts is not iterable.',
  );
});

test('a comparison that the input requires fails the run', () => {
  const { feature } = failing('required');
  expect(() => RESULTS.map((result) => feature.stage?.(result))).toThrow('counts is not iterable');
});
