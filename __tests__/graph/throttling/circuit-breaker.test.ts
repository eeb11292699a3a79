import { describe, expect, test } from '@jest/globals';
import { CircuitBreaker } from '../../../src/graph/throttling/circuit-breaker.ts';
import { MAX_WAIT } from '../../../src/http/retry.ts';
import type { Outcome } from '../../../src/graph/graph-outcome.ts';
import { RateLimiter } from '../../../src/graph/throttling/rate-limiter.ts';

const READ: Outcome = { kind: 'read', body: {} };
const TOO_LONG: Outcome = {
  kind: 'retry',
  status: 'throttled',
  scope: 'tenant',
  error: 'TooManyRequests',
  retryAfter: MAX_WAIT + 1,
};

/** Records batches in turn, and returns for each whether reading stops. */
function stopsOf(...batches: readonly (readonly Outcome[])[]): boolean[] {
  const breaker = new CircuitBreaker(new RateLimiter({ concurrency: 1, random: () => 0.5 }), 60_000, 0);
  return batches.map((outcomes) => breaker.record(outcomes, { isWholeBatch: false, now: 0 }) !== undefined);
}

describe('waits that are too long', () => {
  test('stop reading after three batches in a row of which most items ask for them', () => {
    const most = [READ, TOO_LONG, TOO_LONG];
    expect(stopsOf(most, most, most)).toEqual([false, false, true]);
    expect(stopsOf(most, most, [READ, TOO_LONG], most, most, most)).toEqual([false, false, false, false, false, true]);
  });

  test('stop reading at once if Graph rejected the whole batch', () => {
    const breaker = new CircuitBreaker(new RateLimiter({ concurrency: 1, random: () => 0.5 }), 60_000, 0);
    const longest: Outcome = { ...TOO_LONG, retryAfter: MAX_WAIT };
    expect(breaker.record([longest], { isWholeBatch: true, now: 0 })).toBeUndefined();
    expect(breaker.record([TOO_LONG], { isWholeBatch: true, now: 0 })).toMatchObject({ status: 'throttled' });
  });
});
