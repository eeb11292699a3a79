import { UserError } from '../../errors.ts';
import { MAX_WAIT } from '../../http/retry.ts';
import type { GraphResponse } from '../graph-client.ts';
import type { FailedOutcome, Outcome } from '../graph-outcome.ts';
import type { QueryFailure } from '../graph-query.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Pauses in a row without a response, beyond `noProgressTimeout`, after which reading stops. */
export const MAX_CONSECUTIVE_PAUSES = 6;
/** Batches in a row whose items mostly ask for a longer wait, after which reading stops. */
const MAX_LONG_WAITS = 3;
/** How many new tokens in a row Graph rejects before reading stops. */
const MAX_REJECTED_TOKENS = 3;

/** Decides from the outcomes of batches when to stop reading, because further requests would not succeed. */
export class CircuitBreaker {
  readonly #limiter: RateLimiter;
  readonly #noProgressTimeout: number;
  #lastProgress: number;
  /** Batches in a row without a response to any request. */
  #failedBatches = 0;
  /** Batches in a row whose items mostly ask for a wait that is too long. */
  #longWaits = 0;
  #rejectedTokens = 0;

  /**
   * @param noProgressTimeout ms without a response, after which reading stops if all requests were throttled or failed
   * @param now epoch ms
   */
  constructor(limiter: RateLimiter, noProgressTimeout: number, now: number) {
    this.#limiter = limiter;
    this.#noProgressTimeout = noProgressTimeout;
    this.#lastProgress = now;
  }

  /**
   * Records the outcomes of a batch, which the limiter has recorded before. If reading must stop, returns the result of every query without one.
   *
   * @param isWholeBatch whether Graph rejected the batch as a whole
   */
  record(
    outcomes: readonly Outcome[],
    { isWholeBatch, now }: { isWholeBatch: boolean; now: number },
  ): QueryFailure | undefined {
    if (outcomes.some(isResponse)) {
      this.#failedBatches = 0;
      this.#lastProgress = now;
    }
    const isTimedOut = now - this.#lastProgress > this.#noProgressTimeout;
    const refused = outcomes.filter(isRefusal);
    const [refusal] = refused;
    if (refusal !== undefined) {
      const isHopeless = isTimedOut && this.#limiter.consecutivePauses >= MAX_CONSECUTIVE_PAUSES;
      if (!isHopeless && !this.#isWaitTooLong(outcomes, isWholeBatch)) return undefined;
      return {
        status: refusal.status,
        error: `Reading stopped because Graph rejected every request. Last error: ${refusal.error}`,
      };
    }
    if (outcomes.some(isResponse) || ++this.#failedBatches < 3 * this.#limiter.window || !isTimedOut) return undefined;
    const error = outcomes.find((outcome) => outcome.kind !== 'read')?.error ?? '';
    const seconds = Math.round(this.#noProgressTimeout / 1000);
    return { status: 'failed', error: `Reading stopped after ${seconds} s without a response. Last error: ${error}` };
  }

  /** One item's wait concerns its mailbox. The wait of a whole batch, or of most items of several, concerns all. */
  #isWaitTooLong(outcomes: readonly Outcome[], isWholeBatch: boolean): boolean {
    const tooLong = outcomes.filter((outcome) => isRefusal(outcome) && (outcome.retryAfter ?? 0) > MAX_WAIT);
    if (isWholeBatch) return tooLong.length > 0;
    this.#longWaits = tooLong.length * 2 > outcomes.length ? this.#longWaits + 1 : 0;
    return this.#longWaits >= MAX_LONG_WAITS;
  }

  /**
   * Renews the token if Graph rejected it for an item. Throws the UserError `GRAPH_TOKEN_REJECTED` if Graph rejects
   * several new tokens in a row, or the UserError of the token request if Entra ID issues no token.
   */
  async renewRejectedToken(response: GraphResponse, outcomes: readonly Outcome[]): Promise<void> {
    const rejection = outcomes.find((outcome) => outcome.kind === 'token');
    if (rejection === undefined) {
      this.#rejectedTokens = 0;
    } else if (response.status !== 401) {
      await response.renewToken();
    } else if (++this.#rejectedTokens >= MAX_REJECTED_TOKENS) {
      throw new UserError(
        'GRAPH_TOKEN_REJECTED',
        `Graph rejects a token that Entra ID has just issued: ${rejection.error}`,
        {
          hint:
            'Check "graph-url" and "cloud", and that the tenant has Exchange Online. If the application was changed ' +
            'recently, run the workflow again in a few minutes.',
        },
      );
    }
  }
}

/** Whether Graph processed the request, with success or not. */
export function isResponse({ kind }: Outcome): boolean {
  return kind === 'read' || kind === 'final';
}

/** Whether a limit that all requests share rejected the request. */
export function isRefusal(outcome: Outcome): outcome is Extract<FailedOutcome, { kind: 'retry' }> {
  return outcome.kind === 'retry' && outcome.scope === 'tenant';
}

/** The longest wait in ms that the outcomes ask for. */
export function longestWait(outcomes: readonly FailedOutcome[]): number | undefined {
  const waits = outcomes.flatMap(({ retryAfter }) => retryAfter ?? []);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}
