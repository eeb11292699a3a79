import { UserError } from '../errors.ts';
import { CircuitBreaker } from '../http/circuit-breaker.ts';
import type { Permit, RateLimiter } from '../http/rate-limiter.ts';
import { longestWait, MAX_WAIT } from '../http/retrying.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { GraphResponse } from './graph-client.ts';
import { isProcessed, isRefusal, type Outcome } from './graph-outcome.ts';
import { inputName } from '../text/audience.ts';

/** How many new tokens in a row Graph rejects before reading stops. */
const MAX_REJECTED_TOKENS = 3;

/** Records what Graph answers: for the rate limiter, and to end reading if further requests would not succeed. */
export class AnswerRecord {
  readonly #limiter: RateLimiter;
  readonly #noProgressTimeout: number;
  readonly #now: () => EpochMs;
  readonly #breaker: CircuitBreaker;
  /** New tokens in a row that Graph has rejected. */
  #rejectedTokens = 0;
  /** The last error of a mailbox that does not accept the token. */
  #refusal: string | undefined;
  /** Whether a mailbox was read, or failed in a way that needs a valid token. */
  #isTokenAccepted = false;

  /** @param noProgressTimeout ms without a usable response after which reading stops */
  constructor(limiter: RateLimiter, noProgressTimeout: number, now: () => EpochMs) {
    this.#limiter = limiter;
    this.#noProgressTimeout = noProgressTimeout;
    this.#now = now;
    this.#breaker = new CircuitBreaker(limiter, noProgressTimeout, now());
  }

  /** Ms without a usable response. */
  get idleMs(): number {
    return this.#breaker.idleMs(this.#now());
  }

  /** Why no mailbox accepts the token; undefined if one does, or none was asked. */
  get tokenError(): UserError | undefined {
    if (this.#refusal === undefined || this.#isTokenAccepted) return undefined;
    return new UserError('GRAPH_TOKEN_REJECTED', `No mailbox accepts the token of the application: ${this.#refusal}`, {
      hint:
        `Either all mailboxes of the list are on premises, or Exchange Online does not accept the token: check ${inputName('tenant-id')}, ` +
        `"graph=" in ${inputName('endpoints')} and ${inputName('cloud')}, and that the tenant has Exchange Online.`,
    });
  }

  /** Records a batch. Returns why reading must stop; undefined if it need not. */
  add(outcomes: readonly Outcome[], permit: Permit, isWhole: boolean): QueryFailure | undefined {
    for (const outcome of outcomes) {
      const isRefused = outcome.kind === 'final' && outcome.refusesToken === true;
      if (isRefused) this.#refusal = outcome.error;
      else this.#isTokenAccepted ||= isProcessed(outcome);
    }
    const limiter = this.#limiter;
    const now = this.#now();
    const processed = outcomes.filter(isProcessed).length;
    const refusals = outcomes.filter(isRefusal);
    limiter.accepted(processed, permit, now);
    // Items that ask for a longer wait are not retried.
    const retried = refusals.filter(({ retryAfter = 0 }) => retryAfter <= MAX_WAIT);
    if (retried.length > 0) limiter.refused(retried.length, longestWait(retried), permit, now);
    const stop = this.#breaker.record({ size: outcomes.length, processed, refusals, isWhole }, now);
    if (stop === 'rejected') {
      const { status = 'failed', error = '' } = refusals[0] ?? {};
      return { status, error: `Reading stopped because Graph rejected every request. Last error: ${error}` };
    }
    if (stop === undefined) return undefined;
    const error = outcomes.find((outcome) => outcome.kind !== 'read')?.error ?? '';
    const time = `${Math.round(this.#noProgressTimeout / 1000)} s`;
    return { status: 'failed', error: `Reading stopped after ${time} without a usable response. Last error: ${error}` };
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
            `Check "graph=" in ${inputName('endpoints')} and ${inputName('cloud')}, and that the tenant has Exchange Online. If the application was changed ` +
            'recently, run again in a few minutes.',
        },
      );
    }
  }
}
