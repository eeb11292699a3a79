import { describeError, UserError } from '../errors.ts';
import { parseBatchResponse } from '../http/batch-answers.ts';
import type { Machine } from '../http/machine.ts';
import { permitted, type RateLimiter } from '../http/rate-limiter.ts';
import { isResponseTimeout } from '../http/dispatcher.ts';
import { longestWait, MAX_WAIT, retrying, type Backoff, type RetryFailure } from '../http/retrying.ts';
import { jsonOrUndefined } from '../json.ts';
import { LinkError, type ExchangeClient, type ExchangeResponse } from './exchange-client.ts';
import type { Command } from './command.ts';
import { outcomeOf, type ExchangeFailure, type ExchangeOutcome } from './exchange-outcome.ts';

export interface CommandRunnerOptions extends Machine {
  readonly client: ExchangeClient;
  /** The limiter of Exchange Online, whose limits are not those of Graph. */
  readonly limiter: RateLimiter;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
}

/** Commands in one request. Microsoft's module sends ten; the limit is not documented. */
export const BATCH_SIZE = 10;
/** Batches in flight: the service limits concurrent requests per tenant. */
export const MAX_BATCHES = 4;
/** How often a request is sent at most. Microsoft's module sends it five times. */
const MAX_ATTEMPTS = 6;
const BACKOFF: Backoff = { first: 2_000, longest: 32_000 };

/** Runs commands, as the rate limiter permits, and retries those that were throttled or hit a fault. */
export class CommandRunner {
  readonly #options: CommandRunnerOptions;

  constructor(options: CommandRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs a command, or requests the next page of its answer. Returns the outcome of the last attempt. Rejects with the
   * token's UserError, and with the signal's reason.
   */
  async run(command: Command, link?: string): Promise<ExchangeOutcome> {
    const { client, now } = this.#options;
    const [outcome = noAnswer()] = await this.#retried([command], async () => [
      outcomeOf(await client.invoke(command, link), now()),
    ]);
    return outcome;
  }

  /**
   * Runs at most ten commands in one request. Only those that were throttled or hit a fault are sent again. If all are denied,
   * the batch may be what is: Microsoft's module then sends them one by one. A command by itself also says why it is denied. One whose
   * token is refused although that of others is not is sent by itself too, which renews the token.
   */
  async batch(commands: readonly Command[]): Promise<ExchangeOutcome[]> {
    const outcomes = await this.#retried(commands, async (pending) => {
      const response = await this.#options.client.batch(pending);
      return this.#itemOutcomes(response, pending.length);
    });
    const [first, ...others] = commands;
    if (first === undefined) return outcomes;
    if (!outcomes.every(({ kind }) => kind === 'denied')) return this.#withNewToken(commands, outcomes);
    const firstOutcome = await this.run(first);
    if (firstOutcome.kind === 'denied') return commands.map(() => firstOutcome);
    const alone: ExchangeOutcome[] = [firstOutcome];
    for (const command of others) alone.push(await this.run(command));
    return alone;
  }

  async #withNewToken(commands: readonly Command[], outcomes: readonly ExchangeOutcome[]): Promise<ExchangeOutcome[]> {
    const renewed = [...outcomes];
    for (const [at, command] of commands.entries()) {
      const outcome = outcomes[at];
      if (outcome?.kind === 'denied' && outcome.refusesToken === true) renewed[at] = await this.run(command);
    }
    return renewed;
  }

  #itemOutcomes(response: ExchangeResponse, size: number): ExchangeOutcome[] {
    const now = this.#options.now();
    if (response.status !== 200) return new Array<ExchangeOutcome>(size).fill(outcomeOf(response, now));
    try {
      return parseBatchResponse(response.text, size).map(([item, duplicate]) => {
        if (item === undefined) return noAnswer();
        if (duplicate !== undefined)
          return { kind: 'final', status: 'failed', error: 'The batch has two answers to it' };
        const { status, body, retryAfter } = item;
        // Bodies that are not JSON arrive as text.
        const text = typeof body === 'string' ? body : '';
        const json = typeof body === 'string' ? jsonOrUndefined(body) : body;
        return outcomeOf({ status, json: json ?? undefined, headers: { 'retry-after': retryAfter }, text }, now);
      });
    } catch (error) {
      return new Array<ExchangeOutcome>(size).fill({ ...noAnswer(), error: describeError(error) });
    }
  }

  async #retried(
    commands: readonly Command[],
    send: (pending: readonly Command[]) => Promise<ExchangeOutcome[]>,
  ): Promise<ExchangeOutcome[]> {
    const { backoff = BACKOFF } = this.#options;
    const rule = { ...backoff, attempts: MAX_ATTEMPTS, maxTotalWait: MAX_WAIT };
    const outcomes: ExchangeOutcome[] = commands.map(noAnswer);
    let pending = [...commands.keys()];
    return retrying(async () => {
      const sent = pending;
      const some = sent.flatMap((at) => commands[at] ?? []);
      const answers = await this.#once(some, send);
      for (const [item, at] of sent.entries()) outcomes[at] = answers[item] ?? noAnswer();
      pending = sent.filter((at) => isRetried(commands[at], outcomes[at]));
      if (pending.length === 0) return { result: outcomes };
      // A wait of 0 is none.
      const wait = longestWait(pending.flatMap((at) => retryIn(outcomes[at]))) ?? 0;
      return { result: outcomes, retry: { rule, retryAfter: wait === 0 ? undefined : wait } };
    }, this.#options);
  }

  async #once(
    pending: readonly Command[],
    send: (pending: readonly Command[]) => Promise<ExchangeOutcome[]>,
  ): Promise<ExchangeOutcome[]> {
    const { limiter, now, signal, sleep } = this.#options;
    const permit = await permitted(limiter, pending.length, { now, signal, sleep });
    let outcomes: ExchangeOutcome[];
    try {
      outcomes = await send(pending);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      if (error instanceof LinkError)
        return pending.map(() => ({ kind: 'final', status: 'failed', error: error.message }));
      const isTimeout = isResponseTimeout(error);
      return pending.map(() => ({ ...noAnswer(), isTimeout, error: describeError(error) }));
    }
    const refused = outcomes.flatMap(retryIn).filter(({ scope }) => scope === 'tenant');
    limiter.accepted(outcomes.filter(({ kind }) => kind !== 'retry').length, permit, now());
    if (refused.length > 0) {
      const wait = longestWait(refused);
      limiter.refused(refused.length, wait === undefined ? undefined : Math.min(wait, MAX_WAIT), permit, now());
    }
    return outcomes;
  }
}

function isRetried(command: Command | undefined, outcome: ExchangeOutcome | undefined): boolean {
  return outcome?.kind === 'retry' && !(outcome.isTimeout === true && command?.pageSize !== undefined);
}

function retryIn(outcome: ExchangeOutcome | undefined): RetryFailure[] {
  return outcome?.kind === 'retry' ? [outcome] : [];
}

function noAnswer(): ExchangeFailure {
  return {
    kind: 'retry',
    status: 'failed',
    scope: 'mailbox',
    error: 'No complete answer arrived',
  };
}
