/** What happened between two pauses. */
export interface SendPeriod {
  readonly number: number;
  /** When the first batch was sent (epoch ms, as all moments here). */
  startedAt: number | undefined;
  /** When the first refused batch was sent. Its answer arrived one latency later, which is no part of the rate. */
  refusedAt: number | undefined;
  /** When the first refusal arrived. */
  closedAt: number | undefined;
  /** The number of the batch whose refusal arrived first; Infinity before. */
  firstRefused: number;
  /** Mailboxes. */
  accepted: number;
  /** When the last batch was sent that was accepted although it was answered and sent after the first refused one. */
  acceptedAfterAt: number;
  /** Accepted batches that were sent before the first refused batch. */
  batchesBefore: number;
  /**
   * Answered batches that were sent after it, and how many of them were refused too, at least in part. A refused batch
   * that was sent earlier but answered later counts in neither: accepted batches that were sent then do not count either.
   */
  batchesAfter: number;
  refusedAfter: number;
  /** The longest Retry-After in ms. */
  longestPause: number;
}

/** A sending rate that rises along a cubic curve: slowly near its ceiling, ever faster once the ceiling is far behind. */
export interface SendRate {
  /** The rate that the tenant is believed to accept, in mailboxes per second. */
  readonly ceiling: number;
  /** When the curve began (epoch ms). */
  readonly since: number;
  /** Ms until the curve reaches the ceiling. */
  readonly plateau: number;
  /** How late (ms) a batch may be sent without delaying the next. */
  readonly slack: number;
}

/** The share of the ceiling at which the curve begins. */
const CAUTION = 0.965;
/** The estimate may be the exact limit: the ceiling is a little below it. */
const HEADROOM = 0.975;
/** Compensates for timers that fire late on a busy machine (ms), and allows no burst. */
const TIMER_SLACK = 30;
/** A token bucket that holds the tokens of a second has room for a burst after a pause (ms). */
const BUCKET_SLACK = 900;
/** An estimate below this share of the present rate may be due to a short period, and is not trusted. */
const LARGEST_DROP = 0.5;
/** The shortest window in which services count requests, and what a token bucket usually holds, in seconds. */
const SHORTEST_WINDOW = 1;
const SHORTEST_PLATEAU = 20_000;
/** A longer Retry-After makes the next refusal more expensive: the rate rises more slowly. */
const PLATEAU_PER_PAUSE = 6;
/** If nothing at all was accepted, there is no rate to estimate: one batch per second, and soon more. */
export const SLOWEST = 20;
const SLOWEST_PLATEAU = 500;

/** The rate at a moment (epoch ms), in mailboxes per second. */
export function rateAt({ ceiling, since, plateau }: SendRate, now: number): number {
  return ceiling * (1 + (1 - CAUTION) * ((now - since) / plateau - 1) ** 3);
}

/**
 * Estimates the rate that a tenant accepts from a period that ended at its limit, in which batches were sent at `rate`
 * (undefined: without delay).
 *
 * A window of a second or more accepts its limit and then nothing. A token bucket, which usually holds the tokens of a
 * second, accepts 1 + t times its rate in t seconds. The estimate for a bucket is lower. It applies if batches sent after
 * the first refused batch were accepted again, if an estimate for a window turned out too high early, and if no batch was
 * sent after the refused one, so that nothing is known.
 */
export function estimateRate(period: SendPeriod, rate: SendRate | undefined, now: number): SendRate {
  const { accepted, startedAt = now, refusedAt = now, acceptedAfterAt, batchesAfter, longestPause } = period;
  if (accepted === 0) {
    return { ...(rate ?? { ceiling: SLOWEST, plateau: SLOWEST_PLATEAU, slack: TIMER_SLACK }), since: now };
  }
  const refills = acceptedAfterAt > refusedAt + TIMER_SLACK;
  const seconds = ((refills ? acceptedAfterAt : refusedAt) - startedAt) / 1000;
  const endedEarly = rate !== undefined && seconds * 1000 < rate.plateau / 4;
  const asBucket = refills || endedEarly || batchesAfter === 0;
  const measured = accepted / (asBucket ? SHORTEST_WINDOW + seconds : Math.max(SHORTEST_WINDOW, seconds));
  const present = rate === undefined ? undefined : rateAt(rate, refusedAt);
  const bounded = present === undefined ? measured : Math.min(Math.max(measured, present * LARGEST_DROP), present);
  return {
    ceiling: Math.max(SLOWEST, bounded * HEADROOM),
    since: now,
    plateau: Math.max(SHORTEST_PLATEAU, PLATEAU_PER_PAUSE * longestPause),
    slack: refills ? BUCKET_SLACK : TIMER_SLACK,
  };
}
