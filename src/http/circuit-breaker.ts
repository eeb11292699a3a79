import type { RateLimiter } from './rate-limiter.ts';
import { MAX_WAIT, type RetryFailure } from './retrying.ts';

/** Pauses in a row without a response, beyond `noProgressTimeout`, after which reading stops. */
export const MAX_CONSECUTIVE_PAUSES = 6;
/** Batches in a row whose items mostly ask for a longer wait, after which reading stops. */
const MAX_LONG_WAITS = 3;

/** What the service did with the items of a batch. */
export interface BatchResult {
  readonly size: number;
  /** Items that it processed, with success or not. */
  readonly processed: number;
  /** Items that a limit of all requests rejected. */
  readonly refusals: readonly RetryFailure[];
  /** Whether it rejected the batch as a whole. */
  readonly isWhole: boolean;
}

/** Decides from the results of batches when to stop reading, because further requests would not succeed. */
export class CircuitBreaker {
  readonly #limiter: RateLimiter;
  readonly #noProgressTimeout: number;
  #lastProgress: number;
  /** Batches in a row of which no item was processed. */
  #failedBatches = 0;
  /** Batches in a row whose items mostly ask for a wait that is too long. */
  #longWaits = 0;

  /**
   * @param noProgressTimeout ms without a processed item, after which reading stops if all requests were throttled or failed
   * @param now epoch ms
   */
  constructor(limiter: RateLimiter, noProgressTimeout: number, now: number) {
    this.#limiter = limiter;
    this.#noProgressTimeout = noProgressTimeout;
    this.#lastProgress = now;
  }

  /** Ms without a processed item. */
  idleMs(now: number): number {
    return now - this.#lastProgress;
  }

  /** Records a batch, which the limiter has recorded before. Returns why reading must stop; undefined if it need not. */
  record(batch: BatchResult, now: number): 'rejected' | 'no-response' | undefined {
    if (batch.processed > 0) {
      this.#failedBatches = 0;
      this.#lastProgress = now;
    }
    const isTimedOut = this.idleMs(now) > this.#noProgressTimeout;
    if (batch.refusals.length > 0) {
      const isHopeless = isTimedOut && this.#limiter.consecutivePauses >= MAX_CONSECUTIVE_PAUSES;
      return isHopeless || this.#isWaitTooLong(batch) ? 'rejected' : undefined;
    }
    if (batch.processed > 0 || ++this.#failedBatches < 3 * this.#limiter.window) return undefined;
    return isTimedOut ? 'no-response' : undefined;
  }

  /** One item's wait concerns its mailbox. The wait of a whole batch, or of most items of several, concerns all. */
  #isWaitTooLong({ refusals, isWhole, size }: BatchResult): boolean {
    const tooLong = refusals.filter(({ retryAfter = 0 }) => retryAfter > MAX_WAIT);
    if (isWhole) return tooLong.length > 0;
    this.#longWaits = tooLong.length * 2 > size ? this.#longWaits + 1 : 0;
    return this.#longWaits >= MAX_LONG_WAITS;
  }
}
