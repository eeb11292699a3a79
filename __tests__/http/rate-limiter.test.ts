import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import {
  blocking,
  both,
  clockWindow,
  everyNth,
  fixedWindow,
  randomly,
  seededRandom,
  simulate,
  slidingWindow,
  tokenBucket,
  type Simulation,
} from '../graph/throttled-tenant.ts';

const newLimiter = (concurrency: number | 'auto' = 'auto'): RateLimiter =>
  new RateLimiter({ concurrency, random: () => 0.5 });

describe('the batches in flight of `auto`', () => {
  const shard = (jobs: number): RateLimiter => new RateLimiter({ concurrency: 'auto', random: () => 0.5, jobs });

  test('start with the share of a shard', () => {
    expect([1, 2, 8, 256].map((jobs) => shard(jobs).window)).toEqual([24, 12, 3, 1]);
  });

  test('stay below what all shards together may send', () => {
    const limiter = shard(8);
    let now = 0;
    for (let batch = 0; batch < 1_000; batch++) {
      const permit = limiter.acquire(20, now);
      now += 100;
      limiter.accepted(20, permit, now);
    }
    // 13 mailboxes a ms, 100 ms a batch, 20 mailboxes a batch, 8 shards.
    expect(limiter.window).toBeGreaterThan(3);
    expect(limiter.window).toBeLessThanOrEqual(9);
  });
});

describe('the gate', () => {
  test('stays open while the tenant accepts everything', () => {
    const limiter = newLimiter();
    for (let batch = 0; batch < 100; batch++) limiter.accepted(20, limiter.acquire(20, 0), 0);
    expect(limiter.delay(0)).toBe(0);
    expect(limiter.throttling).toEqual({ waits: 0, waitedMs: 0, refused: 0 });
  });

  test('closes for all requests, for the Retry-After of a refusal', () => {
    const limiter = newLimiter();
    const permit = limiter.acquire(20, 1000);
    limiter.refused(20, 2128, permit, 1100);
    expect(limiter.delay(1100)).toBe(2128);
    expect(limiter.delay(3227)).toBeCloseTo(1);
    expect(limiter.delay(3228)).toBe(0);
    expect(limiter.throttling).toEqual({ waits: 1, waitedMs: 2128, refused: 20 });
  });

  test('closes for the longest Retry-After of the batches in flight, and counts one pause', () => {
    const limiter = newLimiter();
    const first = limiter.acquire(20, 0);
    const second = limiter.acquire(20, 0);
    limiter.refused(20, 1000, first, 100);
    limiter.refused(5, 3000, second, 150);
    limiter.refused(1, 500, second, 160);
    expect(limiter.delay(200)).toBe(2950);
    expect(limiter.throttling).toEqual({ waits: 1, waitedMs: 3050, refused: 26 });
  });

  test('doubles the pause after each refusal in a row without a Retry-After', () => {
    const limiter = newLimiter();
    limiter.refused(1, undefined, limiter.acquire(20, 0), 0);
    const first = limiter.delay(0);
    limiter.refused(1, undefined, limiter.acquire(20, 10_000), 10_000);
    expect(limiter.delay(10_000)).toBe(2 * first);
    expect(limiter.consecutivePauses).toBe(2);
    limiter.accepted(1, limiter.acquire(20, 20_000), 20_000);
    expect(limiter.consecutivePauses).toBe(0);
  });
});

test.each([
  ['first', 1, 1_000],
  ['second', 2, 2_000],
  ['seventh', 7, 64_000],
  ['eighth', 8, 64_000],
])('the %s pause in a row without a Retry-After is random, up to its limit', (_name, pauses, limit) => {
  const pauseOf = (random: number): number => {
    const limiter = new RateLimiter({ concurrency: 1, random: () => random });
    let before = 0;
    for (let pause = 1; pause <= pauses; pause++) {
      before = limiter.throttling.waitedMs;
      limiter.refused(1, undefined, limiter.acquire(20, pause * 100_000), pause * 100_000);
    }
    return limiter.throttling.waitedMs - before;
  };
  expect([pauseOf(0), pauseOf(1)]).toEqual([limit / 2, limit]);
});

describe('after a rate limit', () => {
  /** A limiter after a pause: 1,000 mailboxes were accepted in one second, then all batches in flight were refused. */
  const limited = (): RateLimiter => {
    const limiter = newLimiter();
    for (let at = 0; at < 1000; at += 20) limiter.accepted(20, limiter.acquire(20, at), at);
    const inFlight = Array.from({ length: 10 }, () => limiter.acquire(20, 1000));
    for (const permit of inFlight) limiter.refused(20, 1000, permit, 1000);
    return limiter;
  };

  test('sends one batch to check that the gate is open, then the others', () => {
    const limiter = limited();
    const permit = limiter.acquire(20, 2000);
    expect(limiter.window).toBe(1);
    limiter.accepted(20, permit, 2050);
    expect(limiter.window).toBeGreaterThan(1);
  });

  test('sends batches evenly, below the rate that was accepted', () => {
    const limiter = limited();
    limiter.accepted(20, limiter.acquire(20, 2000), 2000);
    const perSecond = 20_000 / limiter.delay(2000);
    expect(perSecond).toBeGreaterThan(900);
    expect(perSecond).toBeLessThan(1000);
  });

  test('keeps the estimate of a window if batches overtake the first refused batch', () => {
    const limiter = newLimiter();
    const inFlight = Array.from({ length: 60 }, (_, batch) => limiter.acquire(20, 5 * batch));
    const overtaken = new Set(inFlight.slice(40, 45).concat(inFlight.slice(55)));
    for (const permit of inFlight) if (!overtaken.has(permit)) limiter.accepted(20, permit, 400);
    for (const permit of overtaken) limiter.refused(20, 1000, permit, 410);
    let sent = 0;
    for (let now = 1410; now < 2410; now++) {
      if (limiter.delay(now) > 0) continue;
      limiter.accepted(20, limiter.acquire(20, now), now);
      sent += 20;
    }
    // 1,000 mailboxes were accepted.
    expect(sent).toBeGreaterThan(900);
    expect(sent).toBeLessThanOrEqual(1000);
  });

  test('sends no burst after a batch that was sent late', () => {
    const limiter = limited();
    limiter.accepted(20, limiter.acquire(20, 2000), 2000);
    let sent = 0;
    for (; limiter.delay(9000) === 0; sent++) limiter.acquire(20, 9000);
    expect(sent).toBeLessThanOrEqual(3);
  });
});

describe('after a stray refusal', () => {
  test('sends as many batches at once as before', () => {
    const limiter = newLimiter();
    const window = limiter.window;
    const [first, ...others] = Array.from({ length: window }, () => limiter.acquire(20, 0));
    if (first !== undefined) limiter.refused(20, 100, first, 150);
    for (const other of others) limiter.accepted(20, other, 150);
    for (let batch = 0; batch < window; batch++) {
      expect(limiter.delay(300)).toBe(0);
      limiter.acquire(20, 300);
    }
    expect(limiter.window).toBeGreaterThanOrEqual(window);
  });

  test('sends without delay if refusals of batches that were sent earlier arrive later', () => {
    const limiter = newLimiter();
    const window = limiter.window;
    const inFlight = Array.from({ length: window }, () => limiter.acquire(20, 0));
    const refused = [20, 3, 9, 15].map((batch) => inFlight[batch]).filter((permit) => permit !== undefined);
    for (const permit of refused) limiter.refused(20, 100, permit, 140);
    for (const permit of inFlight) if (!refused.includes(permit)) limiter.accepted(20, permit, 150);
    for (let batch = 0; batch < window; batch++) {
      expect(limiter.delay(300)).toBe(0);
      limiter.acquire(20, 300);
    }
  });

  test('keeps the rate of a limit that was found before', () => {
    const limiter = newLimiter();
    const inFlight = Array.from({ length: 24 }, () => limiter.acquire(20, 0));
    for (const permit of inFlight.slice(0, 10)) limiter.accepted(20, permit, 100);
    for (const permit of inFlight.slice(10)) limiter.refused(20, 1000, permit, 100);
    limiter.accepted(20, limiter.acquire(20, 1100), 1200);
    const delay = limiter.delay(1100);
    const [refused, ...accepted] = Array.from({ length: 3 }, (_, at) => limiter.acquire(20, 1200 + 200 * at));
    if (refused !== undefined) limiter.refused(20, 1000, refused, 1700);
    for (const permit of accepted) limiter.accepted(20, permit, 1700);
    limiter.acquire(20, 2700);
    expect(limiter.delay(2700) / delay).toBeGreaterThan(0.65);
    expect(limiter.delay(2700) / delay).toBeLessThan(1.05);
  });
});

test('recognises a rate limit whose refusals arrive before the answers to batches sent earlier', () => {
  const limiter = newLimiter();
  const inFlight = Array.from({ length: 24 }, () => limiter.acquire(20, 0));
  for (const permit of inFlight.slice(20)) limiter.refused(20, 1000, permit, 5);
  for (const permit of inFlight.slice(0, 20)) limiter.accepted(20, permit, 150);
  limiter.accepted(20, limiter.acquire(20, 1005), 1100);
  // 400 mailboxes were accepted.
  expect(20_000 / limiter.delay(1005)).toBeLessThan(400);
});

describe('concurrency', () => {
  test('"auto" grows to a maximum while batches are accepted', () => {
    const limiter = newLimiter();
    const start = limiter.window;
    for (let batch = 0; batch < 1000; batch++) limiter.accepted(20, limiter.acquire(20, 0), 150);
    expect(limiter.window).toBeGreaterThan(start);
    expect(limiter.window).toBeLessThanOrEqual(64);
  });

  test('"auto" falls to a minimum where fewer batches reach the rate that Graph allows an application', () => {
    const limiter = newLimiter();
    for (let batch = 0; batch < 1000; batch++) limiter.accepted(20, limiter.acquire(20, 0), 20);
    // 13 mailboxes a ms for 20 ms are 260 in flight.
    expect(limiter.window).toBe(14);
    for (let batch = 0; batch < 1000; batch++) limiter.accepted(20, limiter.acquire(20, 0), 1);
    expect(limiter.window).toBe(8);
  });

  test('a number does not change', () => {
    const limiter = newLimiter(3);
    for (let batch = 0; batch < 1000; batch++) limiter.accepted(20, limiter.acquire(20, 0), 150);
    expect(limiter.window).toBe(3);
  });
});

// The tests below run in virtual time: their bounds do not depend on the machine.
describe('against a limit of 1,000 a second', () => {
  const tenants = {
    'a window that begins with its first request': () => fixedWindow(1000, 1000),
    'windows that follow the clock': () => clockWindow(1000, 1000, 700),
    'a window that slides': () => slidingWindow(1000, 1000),
    'a token bucket': () => tokenBucket(1000),
  };
  for (const [name, tenant] of Object.entries(tenants)) {
    for (const latency of [2, 50, 150]) {
      for (const { retryAfter, most } of [
        { retryAfter: 1, most: 1.15 },
        { retryAfter: 10, most: 1.5 },
      ]) {
        test(`reads within ${most} times the ideal of ${name}: ${latency} ms, Retry-After ${retryAfter} s`, () => {
          // A high latency makes the estimate of a bucket that blocks too high, which costs a second pause of ten seconds.
          const secondPause = name === 'a token bucket' && latency === 150 && retryAfter === 10 ? 0.25 : 0;
          const limit = blocking(tenant(), retryAfter * 1000);
          const { seconds, refused, early } = simulate({ mailboxes: 30_000, tenant: limit, retryAfter, latency });
          expect(seconds / 30).toBeLessThan(most + secondPause);
          expect(refused / 30_000).toBeLessThan(0.04);
          expect(early).toBe(0);
        });
      }
    }
  }
});

interface Case extends Simulation {
  readonly name: string;
  /** Seconds that the tenant's limit requires; for stray refusals, that one pause for each of them takes. */
  readonly ideal: number;
  readonly most: number;
}

const hard = (perSecond: number, retryAfter: number) => blocking(tokenBucket(perSecond), retryAfter * 1000);
const LIMITS: readonly Case[] = [
  bucketCase(30_000, 1000, 50, 1, 1.1),
  bucketCase(30_000, 1000, 50, 10, 1.4),
  bucketCase(12_000, 200, 150, 1, 1.1),
  bucketCase(12_000, 200, 150, 10, 1.3),
  bucketCase(300_000, 1000, 50, 10, 1.2),
  bucketCase(100_000, 200, 150, 10, 1.2),
  {
    name: '1,500 a second, blocked for 2 s',
    mailboxes: 30_000,
    latency: 100,
    retryAfter: 2,
    tenant: hard(1500, 2),
    ideal: 19,
    most: 1.15,
  },
  {
    name: '300 a second, blocked for 30 s',
    mailboxes: 20_000,
    latency: 150,
    retryAfter: 30,
    tenant: hard(300, 30),
    ideal: 66,
    most: 1.51,
  },
  {
    // After each of 20 stray pauses of 2 s, the bucket has been full for 1 s: 60 s, or 1.55 times the ideal, is the least.
    name: '500 a second and stray refusals',
    mailboxes: 20_000,
    latency: 100,
    retryAfter: 2,
    tenant: both(everyNth(50), tokenBucket(500)),
    ideal: 39,
    most: 1.75,
  },
];

function bucketCase(mailboxes: number, perSecond: number, latency: number, retryAfter: number, most: number): Case {
  const name = `${perSecond} a second, ${mailboxes} mailboxes, Retry-After ${retryAfter} s`;
  const tenant = tokenBucket(perSecond);
  return { name, mailboxes, tenant, latency, retryAfter, ideal: (mailboxes - perSecond) / perSecond, most };
}

describe('a token bucket', () => {
  for (const { name, ideal, most, ...simulation } of LIMITS) {
    test(`takes at most ${most} times as long as it requires: ${name}`, () => {
      const { seconds, early } = simulate(simulation);
      expect(seconds / ideal).toBeLessThan(most);
      expect(early).toBe(0);
    });
  }

  test('is used at its rate by one batch at a time', () => {
    const { seconds } = simulate({
      mailboxes: 5000,
      tenant: tokenBucket(100),
      latency: 100,
      retryAfter: 10,
      concurrency: 1,
    });
    expect(seconds / 49).toBeLessThan(1.3);
  });
});

describe('stray refusals', () => {
  const strays: readonly (Omit<Case, 'name' | 'tenant' | 'ideal'> & { readonly nth: number })[] = [
    { nth: 11, mailboxes: 3000, latency: 10, retryAfter: 1.5, most: 1 },
    { nth: 11, mailboxes: 10_000, latency: 200, retryAfter: 1.5, most: 0.4 },
    { nth: 50, mailboxes: 30_000, latency: 200, retryAfter: 5, most: 0.8 },
    { nth: 11, mailboxes: 100_000, latency: 200, retryAfter: 1.5, most: 0.25 },
  ];
  for (const { nth, most, ...simulation } of strays) {
    test(`of every ${nth}th batch cost at most ${most} times their Retry-After: ${simulation.mailboxes} mailboxes`, () => {
      const { seconds, refused, early } = simulate({ ...simulation, tenant: everyNth(nth) });
      expect(seconds / ((refused / 20) * simulation.retryAfter)).toBeLessThan(most);
      expect(early).toBe(0);
    });
  }

  for (const concurrency of ['auto', 1, 2, 4] as const) {
    test(`at random cost little more than their Retry-After: concurrency ${concurrency}`, () => {
      let total = 0;
      let floor = 0;
      for (let seed = 1; seed <= 10; seed++) {
        const tenant = randomly(1 / 11, seededRandom(seed));
        const { seconds, refused, early } = simulate({
          mailboxes: 20_000,
          latency: 100,
          retryAfter: 1.5,
          concurrency,
          tenant,
        });
        total += seconds;
        floor += (refused / 20) * 1.5 + (1100 * 0.1) / (concurrency === 'auto' ? 8 : concurrency);
        expect(early).toBe(0);
      }
      expect(total / floor).toBeLessThan(concurrency === 'auto' ? 0.3 : 1.2);
    });
  }
});

test('all mailboxes are read in the end and none is sent during a pause, whatever the limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 20, max: 2000 }),
      fc.integer({ min: 100, max: 5000 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 500 }),
      (mailboxes, requests, length, retryAfter, latency) => {
        const tenant = blocking(fixedWindow(requests, length), retryAfter * 1000);
        expect(simulate({ mailboxes, tenant, retryAfter, latency }).early).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});
