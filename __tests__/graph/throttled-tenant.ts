import { RateLimiter } from '../../src/graph/rate-limiter.ts';

/** Decides at an instant (ms) whether one request is within the limit. Refused requests count too. */
export type Limiter = (now: number) => boolean;

/** A window that begins with its first request. */
export function fixedWindow(requests: number, per: number): Limiter {
  let began = -Infinity;
  let count = 0;
  return (now) => {
    if (now - began >= per) {
      began = now;
      count = 0;
    }
    return ++count <= requests;
  };
}

/** Windows that follow the clock, so that the first one is already part gone. */
export function clockWindow(requests: number, per: number, offset: number): Limiter {
  let window = -1;
  let count = 0;
  return (now) => {
    const current = Math.floor((now + offset) / per);
    if (current !== window) {
      window = current;
      count = 0;
    }
    return ++count <= requests;
  };
}

export function tokenBucket(perSecond: number, capacity: number): Limiter {
  let tokens = capacity;
  let last = 0;
  return (now) => {
    tokens = Math.min(capacity, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

export function slidingWindow(requests: number, per: number): Limiter {
  const times: number[] = [];
  let first = 0;
  return (now) => {
    while (first < times.length && (times[first] ?? 0) <= now - per) first++;
    times.push(now);
    return times.length - first <= requests;
  };
}

export interface Simulation {
  readonly mailboxes: number;
  readonly limiter: Limiter;
  /** Seconds. */
  readonly retryAfter: number;
  /** Ms a batch takes. */
  readonly latency: number;
}

/**
 * Runs a pace in simulated time against a tenant that refuses all it is sent until its Retry-After has passed. Answers
 * with the ms it took, the requests that were refused, and those that were sent into the closed door.
 */
export function simulate({ mailboxes, limiter, retryAfter, latency }: Simulation) {
  const pace = new RateLimiter({ concurrency: 'auto', random: () => 0.5 });
  let now = 0;
  let waiting = mailboxes;
  let done = 0;
  let refused = 0;
  let early = 0;
  let opens = 0;
  let toldAt = Infinity;
  let waits = 0;
  const flying: { at: number; accepted: number; refused: number; permit: ReturnType<RateLimiter['acquire']> }[] = [];
  while (done < mailboxes) {
    const delay = pace.delay(now);
    if (waiting > 0 && flying.length < pace.window && delay === 0) {
      const items = Math.min(20, waiting);
      waiting -= items;
      const permit = pace.acquire(items, now);
      const arrival = now + latency / 2;
      let accepted = 0;
      for (let i = 0; i < items; i++) {
        if (arrival < opens) {
          if (now > toldAt) early++;
        } else if (limiter(arrival)) accepted++;
        else {
          opens = arrival + retryAfter * 1000;
          toldAt = arrival + latency / 2;
          waits++;
        }
      }
      flying.push({ at: now + latency, accepted, refused: items - accepted, permit });
      continue;
    }
    const landing = flying[0]?.at ?? Infinity;
    now = Math.min(landing, waiting > 0 && flying.length < pace.window ? now + delay : Infinity);
    if (now === landing) {
      const answer = flying.shift();
      if (answer === undefined) continue;
      done += answer.accepted;
      waiting += answer.refused;
      refused += answer.refused;
      pace.accepted(answer.accepted, answer.permit, now);
      if (answer.refused > 0) pace.refused(answer.refused, retryAfter * 1000, answer.permit, now);
    }
  }
  return { took: now, refused, early, waits };
}
