import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RateLimiter } from '../../src/graph/rate-limiter.ts';
import { clockWindow, fixedWindow, simulate, slidingWindow, tokenBucket } from './throttled-tenant.ts';

const newPace = (concurrency: number | 'auto' = 'auto'): RateLimiter =>
  new RateLimiter({ concurrency, random: () => 0.5 });

describe('the door', () => {
  test('is open until the tenant refuses something', () => {
    const pace = newPace();
    for (let batch = 0; batch < 100; batch++) pace.accepted(20, pace.acquire(20, 0), 0);
    expect(pace.delay(0)).toBe(0);
    expect(pace.throttling).toEqual({ waits: 0, waitedMs: 0, refused: 0 });
  });

  test('closes for everybody, for the Retry-After of a refusal', () => {
    const pace = newPace();
    const permit = pace.acquire(20, 1000);
    pace.refused(20, 2128, permit, 1100);
    expect(pace.delay(1100)).toBe(2128);
    expect(pace.delay(3227)).toBeCloseTo(1);
    expect(pace.delay(3228)).toBe(0);
    expect(pace.throttling).toEqual({ waits: 1, waitedMs: 2128, refused: 20 });
  });

  test('stays closed for the longest Retry-After of what was under way, and counts one wait', () => {
    const pace = newPace();
    const first = pace.acquire(20, 0);
    const second = pace.acquire(20, 0);
    pace.refused(20, 1000, first, 100);
    pace.refused(5, 3000, second, 150);
    pace.refused(1, 500, second, 160);
    expect(pace.delay(200)).toBe(2950);
    expect(pace.throttling).toEqual({ waits: 1, waitedMs: 3050, refused: 26 });
  });

  test('opens by itself where no time was named, later after each refusal in a row', () => {
    const pace = newPace();
    pace.refused(1, undefined, pace.acquire(20, 0), 0);
    const first = pace.delay(0);
    pace.refused(1, undefined, pace.acquire(20, 10_000), 10_000);
    expect(pace.delay(10_000)).toBe(2 * first);
    expect(pace.consecutivePauses).toBe(2);
    pace.accepted(1, pace.acquire(20, 20_000), 20_000);
    expect(pace.consecutivePauses).toBe(0);
  });
});

describe('after a pause', () => {
  test('one batch goes ahead, and the others follow once it is answered', () => {
    const pace = newPace();
    const permit = pace.acquire(20, 0);
    pace.accepted(20, permit, 1000);
    pace.refused(20, 1000, permit, 100);
    const ahead = pace.acquire(20, 1100);
    expect(pace.window).toBe(1);
    pace.accepted(20, ahead, 1150);
    expect(pace.window).toBeGreaterThan(1);
  });

  test('batches leave evenly, a little under the rate that was accepted', () => {
    const pace = newPace();
    const permit = pace.acquire(1000, 0);
    pace.accepted(1000, permit, 1000);
    pace.refused(20, 1000, permit, 1000);
    pace.accepted(20, pace.acquire(20, 2000), 2000);
    // 20 mailboxes at 0.98 * 0.95 * 1,000 a second.
    expect(pace.delay(2000)).toBeCloseTo((20 / 931) * 1000, 3);
  });

  test('a late batch brings no burst behind it', () => {
    const pace = newPace();
    const permit = pace.acquire(1000, 0);
    pace.accepted(1000, permit, 1000);
    pace.refused(20, 1000, permit, 1000);
    pace.accepted(20, pace.acquire(20, 2000), 2000);
    pace.acquire(20, 9000);
    expect(pace.delay(9000)).toBeGreaterThan(5);
  });

  test('a stray refusal hardly slows the run down', () => {
    const pace = newPace();
    const first = pace.acquire(20, 0);
    const others = Array.from({ length: 20 }, () => pace.acquire(20, 0));
    pace.accepted(19, first, 150);
    pace.refused(1, 100, first, 150);
    for (const other of others) pace.accepted(20, other, 150);
    pace.accepted(20, pace.acquire(20, 300), 300);
    // 419 in 150 ms were taken: some 2,650 a second go on.
    expect(pace.delay(300)).toBeLessThan(10);
  });
});

describe('concurrency', () => {
  test('auto grows while answers come clean, to a bound', () => {
    const pace = newPace();
    const start = pace.window;
    for (let batch = 0; batch < 1000; batch++) pace.accepted(20, pace.acquire(20, 0), 150);
    expect(pace.window).toBeGreaterThan(start);
    expect(pace.window).toBeLessThanOrEqual(64);
  });

  test('auto shrinks where fewer fill the most that Graph takes of one application, to a bound', () => {
    const pace = newPace();
    for (let batch = 0; batch < 1000; batch++) pace.accepted(20, pace.acquire(20, 0), 20);
    // 13 mailboxes a ms for 20 ms are 260 in flight.
    expect(pace.window).toBe(14);
    for (let batch = 0; batch < 1000; batch++) pace.accepted(20, pace.acquire(20, 0), 1);
    expect(pace.window).toBe(8);
  });

  test('a number stays as it is', () => {
    const pace = newPace(3);
    for (let batch = 0; batch < 1000; batch++) pace.accepted(20, pace.acquire(20, 0), 150);
    expect(pace.window).toBe(3);
  });
});

// Simulated time: these are properties of the arithmetic, not of the machine.
describe('against a limit of 1,000 a second', () => {
  const limiters = {
    'a window that begins with its first request': () => fixedWindow(1000, 1000),
    'windows that follow the clock': () => clockWindow(1000, 1000, 700),
    'a window that slides': () => slidingWindow(1000, 1000),
    'a token bucket': () => tokenBucket(1000, 1000),
  };
  for (const [name, limiter] of Object.entries(limiters)) {
    for (const latency of [2, 50, 150]) {
      test(`${name}, ${latency} ms a batch: near the ideal, few refused, none sent into the closed door`, () => {
        const second = simulate({ mailboxes: 30_000, limiter: limiter(), retryAfter: 1, latency });
        expect(second.took / 30_000).toBeLessThan(1.15);
        expect(second.refused / 30_000).toBeLessThan(0.04);
        expect(second.early).toBe(0);
        const ten = simulate({ mailboxes: 30_000, limiter: limiter(), retryAfter: 10, latency });
        // A bucket that a slow start drains late costs a second pause of ten seconds.
        expect(ten.took / 30_000).toBeLessThan(limiter === limiters['a token bucket'] && latency === 150 ? 1.75 : 1.5);
        expect(ten.refused / 30_000).toBeLessThan(0.04);
        expect(ten.early).toBe(0);
      });
    }
  }

  test('whatever the tenant, everybody is asked in the end and nobody is sent into the closed door', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 20, max: 2000 }),
        fc.integer({ min: 100, max: 5000 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 500 }),
        (mailboxes, requests, per, retryAfter, latency) => {
          const { early } = simulate({ mailboxes, limiter: fixedWindow(requests, per), retryAfter, latency });
          expect(early).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
