import type { Machine } from './machine.ts';
import { backoffMs, type Backoff } from './retrying.ts';
import { estimateRate, rateAt, SLOWEST, type SendPeriod, type SendRate } from './send-rate.ts';

/** Permission to send one batch. The answer to the batch is reported together with it. */
export interface Permit {
  /** Number of the period between two pauses in which the batch was sent. */
  readonly period: number;
  /** Batches are numbered in the order in which they are sent. */
  readonly batch: number;
  /** Epoch ms. */
  readonly at: number;
}

export interface RateLimiterOptions {
  /** Batches in flight; `auto` starts at 24 and grows to 64 while batches are accepted. */
  readonly concurrency: number | 'auto';
  /** How many jobs share the tenant's limits; each starts with its share. Only for `auto`. */
  readonly jobs?: number | undefined;
  /** Between 0 and 1: spreads pauses for which the tenant sent no Retry-After. */
  readonly random: () => number;
  /** The waits for which the tenant sends no Retry-After: the first, and the longest after several in a row. */
  readonly backoff?: Backoff;
}

const BACKOFF: Backoff = { first: 1_000, longest: 64_000 };
const AUTO_START = 24;
const AUTO_LEAST = 8;
const AUTO_MOST = 64;
/** Accepted batches for each further batch in flight. */
const ACCEPTED_PER_STEP = 4;
/**
 * Mailboxes per ms that Graph accepts from one application: 130,000 in 10 s. Requests in flight are rate times latency
 * (Little's law), so more batches than this rate needs at the measured latency only fill memory.
 * https://learn.microsoft.com/graph/throttling-limits
 */
const MOST_PER_MS = 13;
/** More than so many times the expected share of refused batches, or more than half, indicates a rate limit. */
const UNEXPECTED = 4;
/** A rate limit accepts more than so many times the batches if they are sent more slowly. */
const LONGER = 4;
/** "More slowly" is below this share of the rate before. */
const SLOWER = 0.7;

/**
 * Decides when the next batch may be sent, and how many batches may be in flight.
 *
 * Batches are sent without delay until the tenant refuses mailboxes (429, or 503 for a whole batch). The gate then closes
 * for the longest Retry-After, for all requests, since everything sent earlier counts against the limit. How sending
 * continues depends on the kind of refusal:
 *
 * - A **rate limit** refuses most batches that are in flight behind the first refused batch, many more than the refusals
 *   so far lead to expect. The limiter estimates the rate that the tenant accepts (`estimateRate`), first sends one batch
 *   to check that the gate is open, and then sends evenly at a little below that rate. The rate rises along a cubic
 *   curve, as the congestion window of TCP does after a loss (RFC 9438).
 * - A **stray refusal** does not depend on the rate: other batches in flight are refused no more often than before. If no
 *   other batch is in flight, the next refusals decide: a rate limit lets many more batches pass at a lower rate, stray
 *   refusals come after as few batches as before. The limiter waits and continues at the same rate.
 *
 * A limit of batches in flight alone does not work: after each pause they are sent in one burst, into the next refusal.
 *
 * Rates are mailboxes per second, since Graph counts each item of a batch as a request. Moments are epoch ms.
 */
export class RateLimiter {
  readonly #concurrency: number | 'auto';
  readonly #jobs: number;
  readonly #random: () => number;
  readonly #backoff: Backoff;
  #window: number;
  #sentBatches = 0;
  #acceptedBatches = 0;
  #gateOpensAt = 0;
  #nextSendAt = 0;
  /** Undefined: batches are sent without delay. */
  #rate: SendRate | undefined;
  #period: SendPeriod = newPeriod(0);
  #lastAccepted: Permit | undefined;
  #checksGate = false;
  /** Batches accepted between two pauses: a moving average. */
  #spacing: number | undefined;
  /** The rate at the last rate limit that was not contradicted; Infinity if refusals turned out to be stray. */
  #limitedRate: number | undefined;
  #consecutivePauses = 0;
  #pauses = 0;
  #pausedMs = 0;
  #refused = 0;

  constructor({ concurrency, random, jobs = 1, backoff = BACKOFF }: RateLimiterOptions) {
    this.#concurrency = concurrency;
    this.#jobs = jobs;
    this.#random = random;
    this.#backoff = backoff;
    this.#window = concurrency === 'auto' ? Math.ceil(AUTO_START / jobs) : concurrency;
  }

  /** How many batches may be in flight. */
  get window(): number {
    return this.#checksGate ? 1 : this.#window;
  }

  /** Number of pauses, their total length in ms, and the number of refused mailboxes. */
  get throttling(): { readonly waits: number; readonly waitedMs: number; readonly refused: number } {
    return { waits: this.#pauses, waitedMs: Math.round(this.#pausedMs), refused: this.#refused };
  }

  /** Number of pauses since the last mailbox was accepted. */
  get consecutivePauses(): number {
    return this.#consecutivePauses;
  }

  /** Ms from `now` until the next batch may be sent; 0 if it may be sent now. */
  delay(now: number): number {
    return Math.max(0, this.#gateOpensAt - now, this.#rate === undefined ? 0 : this.#nextSendAt - now);
  }

  /** Takes the permit for a batch of so many mailboxes that is sent now. */
  acquire(items: number, now: number): Permit {
    if (this.#period.closedAt !== undefined) this.#startPeriod(now);
    this.#period.startedAt ??= now;
    if (this.#rate !== undefined) {
      const due = Math.max(this.#nextSendAt, now - this.#rate.slack);
      this.#nextSendAt = due + (items / rateAt(this.#rate, now)) * 1000;
    }
    return { period: this.#period.number, batch: this.#sentBatches++, at: now };
  }

  /**
   * Reports that so many mailboxes of a batch were answered, with or without an error, rather than refused. If others of
   * the batch were refused, `refused` is called next.
   */
  accepted(items: number, permit: Permit, now: number): void {
    if (items === 0) return;
    this.#consecutivePauses = 0;
    this.#checksGate = false;
    const period = this.#period;
    if (permit.period !== period.number) return;
    this.#lastAccepted = permit;
    period.accepted += items;
    // A refusal often arrives before the answers to batches that were sent earlier.
    if (permit.batch < period.firstRefused) period.batchesBefore++;
    else {
      period.batchesAfter++;
      period.acceptedAfterAt = Math.max(period.acceptedAfterAt, permit.at);
    }
    if (this.#concurrency === 'auto') this.#fitWindow(items, now - permit.at);
  }

  #fitWindow(items: number, latency: number): void {
    if (this.#window * items * this.#jobs > MOST_PER_MS * latency) {
      this.#window = Math.max(Math.ceil(AUTO_LEAST / this.#jobs), this.#window - 1);
    } else if (this.#window < AUTO_MOST && ++this.#acceptedBatches % ACCEPTED_PER_STEP === 0) this.#window++;
  }

  /**
   * Reports that the tenant refused so many mailboxes of a batch, and its Retry-After in ms, if any. All requests wait.
   * A batch that was sent before an earlier pause can only prolong this one.
   */
  refused(items: number, retryAfter: number | undefined, permit: Permit, now: number): void {
    this.#refused += items;
    const period = this.#period;
    if (permit.period === period.number) {
      if (period.closedAt === undefined) {
        period.closedAt = now;
        period.firstRefused = permit.batch;
        this.#consecutivePauses++;
        this.#pauses++;
      } else if (permit.batch > period.firstRefused) {
        // `accepted` has counted a batch that was refused in part.
        if (this.#lastAccepted !== permit) period.batchesAfter++;
        period.refusedAfter++;
      }
      period.refusedAt = Math.min(period.refusedAt ?? Infinity, permit.at);
    }
    const wait = retryAfter ?? backoffMs(this.#consecutivePauses, this.#backoff, this.#random);
    const opensAt = Math.max(this.#gateOpensAt, now + wait);
    this.#pausedMs += opensAt - Math.max(now, this.#gateOpensAt);
    this.#gateOpensAt = opensAt;
    period.longestPause = Math.max(period.longestPause, wait);
  }

  /** Sends on after a pause. */
  #startPeriod(now: number): void {
    const period = this.#period;
    this.#period = newPeriod(period.number + 1);
    if (this.#isStray(period)) {
      // The curve rises only while batches are sent.
      if (this.#rate !== undefined) {
        this.#rate = { ...this.#rate, since: this.#rate.since + now - (period.closedAt ?? now) };
      }
      return;
    }
    this.#rate = estimateRate(period, this.#rate, now);
    this.#nextSendAt = now;
    this.#checksGate = true;
  }

  #isStray({ batchesBefore, batchesAfter, refusedAfter, accepted, startedAt = 0, refusedAt = 0 }: SendPeriod): boolean {
    const spacing = this.#spacing ?? batchesBefore;
    this.#spacing = (3 * spacing + batchesBefore) / 4;
    const expected = batchesAfter / Math.max(1, this.#spacing);
    // The half leaves room for a single further refusal among many batches.
    if (batchesAfter > 0 && refusedAfter <= Math.min(batchesAfter / 2, UNEXPECTED * expected + 0.5)) return true;
    const rate =
      this.#rate === undefined ? (accepted / Math.max(refusedAt - startedAt, 1)) * 1000 : rateAt(this.#rate, refusedAt);
    if (this.#limitedRate === undefined || batchesBefore > LONGER * spacing) {
      this.#limitedRate = rate;
      return false;
    }
    if (batchesAfter > 0 || (batchesBefore === 0 && this.#limitedRate < Infinity)) return false;
    // A rate that cannot fall any further counts as lowered.
    if (rate >= Math.max(SLOWER * this.#limitedRate, SLOWEST)) return false;
    this.#limitedRate = Infinity;
    this.#rate = undefined;
    return true;
  }
}

/** Waits until a batch of so many items may be sent, and takes the permit for it. Rejects with the signal's reason. */
export async function permitted(
  limiter: RateLimiter,
  items: number,
  { now, signal, sleep }: Pick<Machine, 'now' | 'sleep'> & { readonly signal: AbortSignal },
): Promise<Permit> {
  for (let delay = limiter.delay(now()); delay > 0; delay = limiter.delay(now())) await sleep(delay, signal);
  return limiter.acquire(items, now());
}

function newPeriod(number: number): SendPeriod {
  return {
    number,
    startedAt: undefined,
    refusedAt: undefined,
    closedAt: undefined,
    firstRefused: Infinity,
    accepted: 0,
    acceptedAfterAt: 0,
    batchesBefore: 0,
    batchesAfter: 0,
    refusedAfter: 0,
    longestPause: 0,
  };
}
