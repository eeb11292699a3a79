import { describe, expect, test } from '@jest/globals';
import { CircuitBreaker, type BatchResult } from '../../src/http/circuit-breaker.ts';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import { MAX_WAIT, type RetryFailure } from '../../src/http/retrying.ts';

const TOO_LONG: RetryFailure = {
  kind: 'retry',
  status: 'throttled',
  scope: 'tenant',
  error: 'TooManyRequests',
  retryAfter: MAX_WAIT + 1,
};

function newBreaker(): CircuitBreaker {
  return new CircuitBreaker(new RateLimiter({ concurrency: 1, random: () => 0.5 }), 60_000, 0);
}

/** A batch of so many items that are processed and that ask for a wait which is too long. */
function batch(processed: number, tooLong: number): BatchResult {
  const refusals = new Array<RetryFailure>(tooLong).fill(TOO_LONG);
  return { size: processed + tooLong, processed, refusals, isWhole: false };
}

describe('waits that are too long', () => {
  test('stop reading after three batches in a row of which most items ask for them', () => {
    const stopsOf = (...batches: readonly BatchResult[]): boolean[] => {
      const breaker = newBreaker();
      return batches.map((each) => breaker.record(each, 0) === 'rejected');
    };
    const most = batch(1, 2);
    expect(stopsOf(most, most, most)).toEqual([false, false, true]);
    expect(stopsOf(most, most, batch(1, 1), most, most, most)).toEqual([false, false, false, false, false, true]);
  });

  test('stop reading at once if the service rejected the whole batch', () => {
    const whole = { ...batch(0, 1), isWhole: true };
    const breaker = newBreaker();
    expect(breaker.record({ ...whole, refusals: [{ ...TOO_LONG, retryAfter: MAX_WAIT }] }, 0)).toBeUndefined();
    expect(breaker.record(whole, 0)).toBe('rejected');
  });
});
