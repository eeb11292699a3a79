import { describe, expect, test } from '@jest/globals';
import { thisMachine } from '../../src/http/machine.ts';
import { retrying, type RetryRule } from '../../src/http/retrying.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const RULE: RetryRule = { first: 1_000, longest: 3_000, attempts: 5 };

/** Runs attempts that fail by these rules and then succeed. Returns the number of the last one, and the waits. */
async function attemptsWith(
  failures: readonly { readonly rule: RetryRule; readonly retryAfter?: number }[],
): Promise<{ readonly last: number; readonly waits: readonly number[] }> {
  const time = new VirtualTime();
  let number = 0;
  const last = await retrying(
    () => {
      const retry = failures[number++];
      return Promise.resolve({ result: number, retry });
    },
    { ...thisMachine(), now: time.now, sleep: time.sleep, random: () => 1 },
  );
  return { last, waits: time.waits };
}

/** So many times the same failure. */
function repeated<T>(count: number, failure: T): T[] {
  return new Array<T>(count).fill(failure);
}

describe('attempts', () => {
  test('end with the first that needs no other', async () => {
    expect(await attemptsWith([])).toEqual({ last: 1, waits: [] });
    expect(await attemptsWith(repeated(2, { rule: RULE }))).toEqual({ last: 3, waits: [1_000, 2_000] });
  });

  test('end with the last that the rule allows', async () => {
    expect(await attemptsWith(repeated(9, { rule: RULE }))).toEqual({ last: 5, waits: [1_000, 2_000, 3_000, 3_000] });
  });

  test('count for each rule alone', async () => {
    const other = { ...RULE, attempts: 3 };
    const { last } = await attemptsWith([{ rule: other }, ...repeated(3, { rule: RULE }), { rule: other }]);
    expect(last).toBe(6);
  });

  test('follow exactly the wait that the service asks for', async () => {
    const { waits } = await attemptsWith([
      { rule: RULE, retryAfter: 12_345 },
      { rule: RULE, retryAfter: 0 },
    ]);
    expect(waits).toEqual([12_345, 0]);
  });

  test('end if the service asks for a wait that is too long, at once or in all', async () => {
    const once = { ...RULE, maxWait: 10_000 };
    expect((await attemptsWith(repeated(9, { rule: once, retryAfter: 10_000 }))).last).toBe(5);
    expect((await attemptsWith(repeated(9, { rule: once, retryAfter: 10_001 }))).last).toBe(1);
    const total = { ...RULE, maxTotalWait: 10_000 };
    expect((await attemptsWith(repeated(9, { rule: total, retryAfter: 4_000 }))).last).toBe(3);
  });

  test('are limited by time alone if the rule says so, and then never follow at once', async () => {
    const rule = { first: 1_000, longest: 1_000, within: 10_000 };
    const { last, waits } = await attemptsWith(repeated(99, { rule, retryAfter: 0 }));
    expect(last).toBe(11);
    expect(new Set(waits)).toEqual(new Set([1_000]));
  });
});

test('a signal ends the wait with its reason, and no attempt follows', async () => {
  const abort = new AbortController();
  const reason = new Error('cancelled');
  let attempts = 0;
  const running = retrying(
    () => {
      attempts++;
      setImmediate(() => {
        abort.abort(reason);
      });
      return Promise.resolve({ result: undefined, retry: { rule: { first: 60_000, longest: 60_000 } } });
    },
    { ...thisMachine(), signal: abort.signal },
  );
  await expect(running).rejects.toBe(reason);
  expect(attempts).toBe(1);
});
