import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gate, Limit } from '../../tenant/throttle.ts';

const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });

interface Event {
  readonly now: number;
  readonly taken: boolean;
  /** The latest end of a Retry-After, in ms. */
  readonly shutUntil: number;
  /** The Retry-After of a rejected request, in seconds. */
  readonly retryAfter: number;
}

function drive(limit: Limit, steps: readonly number[]): Event[] {
  let now = 0;
  let shutUntil = 0;
  return steps.map((gap) => {
    now += gap;
    const opensAt = limit.take(now);
    shutUntil = Math.max(shutUntil, opensAt ?? 0);
    return { now, taken: opensAt === undefined, shutUntil, retryAfter: Number(limit.retryAfter(now)) };
  });
}

describe('the limit', () => {
  test('accepts nothing while its gate is closed, and sends a Retry-After of at least that time', () => {
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: 1, max: 10 }),
        fc.oneof(fc.constantFrom(1, 2, 10), fc.double({ min: 0.1, max: 3, noNaN: true })),
        (steps, requests, seconds) =>
          drive(new Limit({ requests, per: 1000, retryAfter: seconds }), steps).every(
            ({ now, taken, shutUntil, retryAfter }) =>
              taken ? now >= shutUntil : now < shutUntil && retryAfter * 1000 >= shutUntil - now - 1e-6,
          ),
      ),
    );
  });

  test('accepts no more than its quota in a window', () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 10 }), (steps, requests) => {
        const taken = drive(new Limit({ requests, per: 1000, retryAfter: 1 }), steps).filter((event) => event.taken);
        // Windows are adjacent, so an interval of the same length overlaps two of them.
        return taken.every(
          ({ now: from }) => taken.filter(({ now }) => now >= from && now < from + 1000).length <= 2 * requests,
        );
      }),
    );
  });

  test('accepts every request within the quota', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 500 }), (requests, count) => {
        const limit = new Limit({ requests, per: 1000, retryAfter: 1 });
        const times = Array.from({ length: count }, (_, nth) => Math.ceil((nth * 1000) / requests));
        return times.every((time) => limit.take(time) === undefined);
      }),
    );
  });

  test('rejects requests beyond the quota, and counts them', () => {
    const limit = new Limit({ requests: 2, per: 1000, retryAfter: 0.5 });
    const answers = [0, 0, 0, 499, 500, 1000, 1000, 1000].map((time) => limit.take(time));
    expect(answers).toEqual([undefined, undefined, 500, 500, 1000, undefined, undefined, 1500]);
    expect(limit.retryAfter(1250)).toBe('0.25');
  });
});

describe('a gate', () => {
  test('is closed from shortly after the response that closed it until the latest Retry-After', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 5000 }), fc.integer({ min: 500, max: 5000 }), (first, second) => {
        const gate = new Gate();
        gate.close(0, first);
        gate.close(100, 100 + second);
        const last = Math.max(first, 100 + second);
        const open = [gate.early(0), gate.early(250), gate.early(last)];
        const shut = [gate.early(251), gate.early(last - 1)];
        expect([...open, ...shut]).toEqual([false, false, false, true, true]);
      }),
    );
  });
});
