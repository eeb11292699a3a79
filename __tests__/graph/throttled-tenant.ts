import { RateLimiter, type Permit } from '../../src/http/rate-limiter.ts';

/** How many of the items of a batch that arrives at a moment (ms) are refused. */
export type Tenant = (items: number, now: number) => number;

/** A window that begins with its first request. All moments and lengths are in ms. */
export function fixedWindow(requests: number, length: number): Tenant {
  let began = -Infinity;
  let count = 0;
  return (items, now) => {
    if (now - began >= length) {
      began = now;
      count = 0;
    }
    return overLimit(items, requests - count, () => (count += items));
  };
}

/** Windows that follow the clock: part of the first has passed before the first request. */
export function clockWindow(requests: number, length: number, offset: number): Tenant {
  let window = -1;
  let count = 0;
  return (items, now) => {
    const current = Math.floor((now + offset) / length);
    if (current !== window) {
      window = current;
      count = 0;
    }
    return overLimit(items, requests - count, () => (count += items));
  };
}

export function slidingWindow(requests: number, length: number): Tenant {
  const times: number[] = [];
  let first = 0;
  return (items, now) => {
    while (first < times.length && (times[first] ?? 0) <= now - length) first++;
    return overLimit(items, requests - (times.length - first), () =>
      times.push(...Array.from({ length: items }, () => now)),
    );
  };
}

/** A bucket that holds the tokens of one second. Refused requests take none. */
export function tokenBucket(perSecond: number): Tenant {
  let tokens = perSecond;
  let last = 0;
  return (items, now) => {
    tokens = Math.min(perSecond, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    const taken = Math.min(items, Math.floor(tokens));
    tokens -= taken;
    return items - taken;
  };
}

/** Refuses everything for so long after each refusal of another tenant. */
export function blocking(tenant: Tenant, length: number): Tenant {
  let opensAt = -Infinity;
  return (items, now) => {
    if (now < opensAt) return items;
    const refused = tenant(items, now);
    if (refused > 0) opensAt = now + length;
    return refused;
  };
}

/** Refuses one batch of so many, whatever the rate. */
export function everyNth(batches: number): Tenant {
  let batch = 0;
  return (items) => (++batch % batches === batches - 2 ? items : 0);
}

/** Refuses each batch with the same probability. `random` is between 0 and 1. */
export function randomly(probability: number, random: () => number): Tenant {
  return (items) => (random() < probability ? items : 0);
}

/** Refuses what one of two refuses. The second sees only what the first accepts. */
export function both(first: Tenant, second: Tenant): Tenant {
  return (items, now) => first(items, now) || second(items, now);
}

function overLimit(items: number, room: number, count: () => unknown): number {
  count();
  return Math.min(items, Math.max(0, items - room));
}

/** Numbers between 0 and 1 that are the same in each run (Numerical Recipes' linear congruential generator). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

export interface Simulation {
  readonly mailboxes: number;
  readonly tenant: Tenant;
  /** Seconds. */
  readonly retryAfter: number;
  /** Ms a batch takes. */
  readonly latency: number;
  readonly concurrency?: number | 'auto';
}

export interface SimulationResult {
  readonly seconds: number;
  readonly refused: number;
  /** Mailboxes sent while a Retry-After that had arrived was still running. */
  readonly early: number;
}

/** Reads mailboxes in virtual time. A refused mailbox is sent again. */
export function simulate({
  mailboxes,
  tenant,
  retryAfter,
  latency,
  concurrency = 'auto',
}: Simulation): SimulationResult {
  const limiter = new RateLimiter({ concurrency, random: () => 0.5 });
  const answers: { readonly at: number; readonly items: number; readonly refused: number; readonly permit: Permit }[] =
    [];
  let now = 0;
  let waiting = mailboxes;
  let done = 0;
  let refused = 0;
  let early = 0;
  let pausedUntil = 0;
  // Batches reach the tenant in the order in which they are sent, and so do their answers.
  let head = 0;
  while (done < mailboxes) {
    const mayWait = waiting > 0 && answers.length - head < limiter.window;
    const delay = limiter.delay(now);
    if (mayWait && delay === 0) {
      const items = Math.min(20, waiting);
      waiting -= items;
      if (now < pausedUntil) early += items;
      answers.push({
        at: now + latency,
        items,
        refused: tenant(items, now + latency / 2),
        permit: limiter.acquire(items, now),
      });
      continue;
    }
    const answer = answers[head];
    if (answer === undefined || (mayWait && now + delay < answer.at)) {
      now += delay;
      continue;
    }
    head++;
    now = answer.at;
    const accepted = answer.items - answer.refused;
    done += accepted;
    waiting += answer.refused;
    refused += answer.refused;
    limiter.accepted(accepted, answer.permit, now);
    if (answer.refused > 0) {
      limiter.refused(answer.refused, retryAfter * 1000, answer.permit, now);
      pausedUntil = Math.max(pausedUntil, now + retryAfter * 1000);
    }
  }
  return { seconds: now / 1000, refused, early };
}
