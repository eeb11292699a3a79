import { UserError } from '../errors.ts';
import type { UnreadStatus } from './unread-status.ts';
import type { GraphResponse } from './client.ts';
import type { Outcome } from './outcome.ts';
import type { Permit, RateLimiter } from './rate-limiter.ts';

/** The door closed so often in a row without one answer, and for longer than patience lasts: nothing is to be had. */
const MOST_CLOSED_IN_A_ROW = 6;
/** Limits are counted in windows of at most ten minutes; whoever says to wait for longer (in ms) is not waited for. */
export const LONGEST_WAIT = 900_000;
/** A token that Entra has just issued was rejected so often in a row: it will not be otherwise. */
const MOST_FRESH_TOKENS_REJECTED = 3;

/** Why nothing more is asked of anybody. */
export interface Ending {
  readonly status: UnreadStatus;
  readonly error: string;
}

/** Judges by what batches bring how fast to go on asking, and whether at all. */
export class CircuitBreaker {
  readonly #pace: RateLimiter;
  readonly #patience: number;
  #lastAnswer: number;
  /** Batches in a row that brought no answer to anything. */
  #fruitless = 0;
  #freshTokensRejected = 0;

  /** `patience`: ms without one answer after which, if all that was asked was refused or failed, nothing more is asked. */
  constructor(pace: RateLimiter, patience: number, now: number) {
    this.#pace = pace;
    this.#patience = patience;
    this.#lastAnswer = now;
  }

  /**
   * What a batch tells of the tenant as a whole: answers for the rate, refusals for the door, nothing for patience. Gives
   * why to end, where it is time.
   */
  judge(outcomes: readonly Outcome[], permit: Permit, time: number): Ending | undefined {
    const answers = outcomes.filter(({ kind }) => kind === 'read' || kind === 'final').length;
    this.#pace.accepted(answers, permit, time);
    if (answers > 0) {
      this.#fruitless = 0;
      this.#lastAnswer = time;
    }
    const exhausted = time - this.#lastAnswer > this.#patience;
    const refusals = outcomes.filter((outcome) => outcome.kind === 'again' && outcome.scope === 'tenant');
    const [refusal] = refusals;
    if (refusal?.kind === 'again') {
      const wait = longestWait(refusals);
      this.#pace.refused(refusals.length, wait, permit, time);
      const unavailing = exhausted && this.#pace.consecutivePauses >= MOST_CLOSED_IN_A_ROW;
      if (!unavailing && (wait ?? 0) <= LONGEST_WAIT) return undefined;
      return {
        status: refusal.status,
        error: `Everything was refused, and asking ended; the last was: ${refusal.error}`,
      };
    }
    if (answers > 0 || ++this.#fruitless < 3 * this.#pace.window || !exhausted) return undefined;
    const error = outcomes.find((outcome) => outcome.kind !== 'read')?.error ?? '';
    return { status: 'failed', error: `No answer for ${Math.round(this.#patience / 1000)} s; the last was: ${error}` };
  }

  /**
   * Graph may reject a token for one item, or, having rejected it for the batch already, the new one too. Throws the
   * UserError `GRAPH_TOKEN_REJECTED` once it rejects whatever Entra issues, or that of a token that cannot be had.
   */
  async renewRejected(response: GraphResponse, outcomes: readonly Outcome[]): Promise<void> {
    const rejection = outcomes.find((outcome) => outcome.kind === 'token');
    if (rejection === undefined) {
      this.#freshTokensRejected = 0;
    } else if (response.status !== 401) {
      await response.renewToken();
    } else if (++this.#freshTokensRejected >= MOST_FRESH_TOKENS_REJECTED) {
      throw new UserError(
        'GRAPH_TOKEN_REJECTED',
        `Graph rejects a token that Entra ID has just issued: ${rejection.error}`,
        {
          hint:
            'Check "graph-url" and "cloud", and that the tenant has Exchange Online. Where the application was just ' +
            'changed, run the workflow again in a few minutes.',
        },
      );
    }
  }
}

function longestWait(outcomes: readonly Outcome[]): number | undefined {
  const waits = outcomes.flatMap((outcome) => ('retryAfter' in outcome ? (outcome.retryAfter ?? []) : []));
  return waits.length > 0 ? Math.max(...waits) : undefined;
}
