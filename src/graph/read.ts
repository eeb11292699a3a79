import { describeError, UserError } from '../failure.ts';
import type { Json } from '../json.ts';
import type { Mailbox, MailboxList } from '../mailboxes/mailbox.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { UnreadStatus } from '../reports/row.ts';
import { batchBody, mailboxUrl } from './batch.ts';
import type { GraphResponse } from './client.ts';
import { InOrder } from './in-order.ts';
import { again, batchOutcomes, type Outcome } from './outcome.ts';
import type { Departure, Pace } from './pace.ts';
import { AskQueue, type Asked } from './queue.ts';

/** What came of asking for one mailbox. */
export type Answer<T> =
  | { readonly mailbox: Mailbox; readonly status: 'ok'; readonly value: T }
  | { readonly mailbox: Mailbox; readonly status: UnreadStatus; readonly error: string };

/** A request that got no answer to its question, told for the debug log. */
export interface FailedRequest {
  readonly address: string;
  readonly error: string;
  /** Graph's id of the request and ours: Microsoft's support finds both in their logs. */
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
  readonly again: boolean;
}

export interface ReadOptions<T> {
  readonly mailboxes: MailboxList;
  readonly request: ReportDefinition['request'];
  /** Sends one batch to a path such as `/v1.0/$batch`; `GraphClient.post`. */
  readonly post: (path: string, body: string) => Promise<GraphResponse>;
  /** Makes what is kept of an answer as soon as it is here, so that bodies are not held until their turn comes. */
  readonly accept: (body: Json) => T;
  readonly pace: Pace;
  /** Epoch ms that never step back. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly onFailure?: (request: FailedRequest) => void;
  /** Ms before the first repetition where nobody named a time; doubled for each further one. */
  readonly backoff?: number;
  /** Ms without one answer after which, if all that was asked was refused or failed, nothing more is asked. */
  readonly patience?: number;
}

/** How often one mailbox is asked for at the most. */
export const MOST_ATTEMPTS = 7;
/** A slow mailbox must not hold up the others soon, nor may all of them be held in memory. */
const READ_AHEAD = 20_000;
/** The door closed so often in a row without one answer, and for longer than patience lasts: nothing is to be had. */
const MOST_CLOSED_IN_A_ROW = 6;
/** Limits are counted in windows of at most ten minutes; whoever says to wait for longer is not waited for. */
const LONGEST_WAIT = 900_000;
/** A token that Entra has just issued was rejected so often in a row: it will not be otherwise. */
const MOST_FRESH_TOKENS_REJECTED = 3;
const BACKOFF = 1_000;
const LONGEST_BACKOFF = 60_000;
const PATIENCE = 60_000;
const LARGEST_CHUNK = 1_000;
/** A timer counts no longer than some 24 days, and a wait may be cut short: it is waited for in pieces. */
const LONGEST_TIMER = 60_000;

/**
 * Reads one thing of every mailbox: batches of 20 in parallel, paced as `pace` has it, with only those asked for again
 * that failed. Whatever order answers come in, they are yielded in the list's order, in chunks, each mailbox once.
 */
export class MailboxReader<T> {
  readonly #options: ReadOptions<T>;
  readonly #answers: InOrder<Answer<T>>;
  readonly #queue = new AskQueue();
  #inFlight = 0;
  /** Batches in a row that brought no answer to anything. */
  #fruitless = 0;
  #freshTokensRejected = 0;
  #lastAnswer: number;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;
  #bug: { readonly error: unknown } | undefined;
  #stopped:
    { readonly status: UnreadStatus; readonly error: string; readonly cause: UserError | undefined } | undefined;

  constructor(options: ReadOptions<T>) {
    this.#options = options;
    this.#answers = new InOrder(options.mailboxes.length, READ_AHEAD);
    this.#lastAnswer = options.now();
  }

  /** How many mailboxes have come to their end, read or not. */
  get answered(): number {
    return this.#answers.placed;
  }

  /** Why reading ended early for everybody, where it is something that a user can mend. */
  get stoppedBy(): UserError | undefined {
    return this.#stopped?.cause;
  }

  /** Whatever Graph does is an answer; what it throws is a fault of this program. */
  async *read(): AsyncGenerator<readonly Answer<T>[]> {
    const { signal } = this.#options;
    const cancel = (): void => {
      this.#stop('cancelled', 'The run was cancelled before this mailbox was read');
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      while (!this.#answers.done) {
        if (this.#bug !== undefined) throw this.#bug.error;
        this.#sendWhatMayGo();
        const chunk = this.#answers.take(LARGEST_CHUNK, this.#unreadInstead());
        if (chunk.length > 0) yield chunk;
        else await this.#nextEvent();
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      clearTimeout(this.#timer);
    }
  }

  /** Once stopped, each mailbox without an answer gets the reason. */
  #unreadInstead(): ((position: number) => Answer<T>) | undefined {
    if (this.#stopped === undefined) return undefined;
    const { status, error } = this.#stopped;
    return (position) => ({ mailbox: this.#options.mailboxes.at(position), status, error });
  }

  #nextEvent(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #sendWhatMayGo(): void {
    const { pace, now } = this.#options;
    clearTimeout(this.#timer);
    while (this.#stopped === undefined && this.#inFlight < pace.window) {
      const time = now();
      const closed = pace.delay(time);
      if (closed > 0) {
        this.#wakeIn(closed);
        return;
      }
      const batch = this.#queue.next(time, this.#answers.end);
      if (batch.length === 0) {
        this.#wakeIn(this.#queue.nextDue - time);
        return;
      }
      this.#inFlight++;
      void this.#ask(batch, pace.departs(batch.length, time))
        .catch((error: unknown) => {
          this.#bug ??= { error };
        })
        .finally(() => {
          this.#inFlight--;
          this.#wake();
        });
    }
  }

  #wakeIn(ms: number): void {
    if (ms === Infinity) return;
    const wake = (): void => {
      this.#wake();
    };
    this.#timer = setTimeout(wake, Math.min(Math.max(Math.ceil(ms), 1), LONGEST_TIMER));
  }

  async #ask(batch: readonly Asked[], departure: Departure): Promise<void> {
    const { mailboxes, request, post, now } = this.#options;
    for (const asked of batch) asked.attempts++;
    const urls = batch.map(({ position }) => mailboxUrl(mailboxes.at(position).address, request.path));
    let response: GraphResponse | undefined;
    let outcomes: Outcome[];
    try {
      response = await post(`/${request.version}/$batch`, batchBody(urls));
      outcomes = batchOutcomes(response, batch.length, now());
      await this.#renewRejected(response, outcomes);
    } catch (error) {
      if (error instanceof UserError) this.#stop('failed', firstLine(error.message), error);
      outcomes = batch.map(() => again(describeError(error)));
    }
    if (this.#stopped !== undefined) return;
    this.#judge(outcomes, departure);
    batch.forEach((asked, at) => {
      const outcome = outcomes[at];
      if (outcome !== undefined) this.#take(asked, outcome, response?.clientRequestId);
    });
  }

  /** Graph may reject a token for one item, or, having rejected it for the batch already, the new one too. */
  async #renewRejected(response: GraphResponse, outcomes: readonly Outcome[]): Promise<void> {
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

  /** What a batch tells of the tenant as a whole: answers for the rate, refusals for the door, nothing for patience. */
  #judge(outcomes: readonly Outcome[], departure: Departure): void {
    const { pace, now, patience = PATIENCE } = this.#options;
    const time = now();
    const answers = outcomes.filter(({ kind }) => kind === 'read' || kind === 'final').length;
    pace.accepted(answers, departure, time);
    if (answers > 0) {
      this.#fruitless = 0;
      this.#lastAnswer = time;
    }
    const refusals = outcomes.filter((outcome) => outcome.kind === 'again' && outcome.scope === 'tenant');
    const [refusal] = refusals;
    if (refusal?.kind === 'again') {
      const wait = longestWait(refusals);
      pace.refused(refusals.length, wait, departure, time);
      const unavailing = pace.closedInARow >= MOST_CLOSED_IN_A_ROW && time - this.#lastAnswer > patience;
      if (unavailing || (wait ?? 0) > LONGEST_WAIT) {
        this.#stop(refusal.status, `Everything was refused, and asking ended; the last was: ${refusal.error}`);
      }
    } else if (answers === 0 && ++this.#fruitless >= 3 * pace.window && time - this.#lastAnswer > patience) {
      const error = outcomes.find((outcome) => outcome.kind !== 'read')?.error ?? '';
      this.#stop('failed', `No answer for ${Math.round(patience / 1000)} s; the last was: ${error}`);
    }
  }

  #take(asked: Asked, outcome: Outcome, clientRequestId: string | undefined): void {
    const mailbox = this.#options.mailboxes.at(asked.position);
    if (outcome.kind === 'read') {
      this.#answers.place(asked.position, this.#accepted(mailbox, outcome.body));
      return;
    }
    const { error, requestId } = outcome;
    const tooLong = outcome.kind === 'again' && (outcome.retryAfter ?? 0) > LONGEST_WAIT;
    const ends = outcome.kind === 'final' || tooLong || asked.attempts >= MOST_ATTEMPTS;
    this.#options.onFailure?.({ address: mailbox.address, error, requestId, clientRequestId, again: !ends });
    if (ends) {
      const status = outcome.kind === 'final' || outcome.kind === 'again' ? outcome.status : 'failed';
      this.#answers.place(asked.position, { mailbox, status, error });
    } else {
      this.#askAgain(asked, outcome);
    }
  }

  #accepted(mailbox: Mailbox, body: Json): Answer<T> {
    try {
      return { mailbox, status: 'ok', value: this.#options.accept(body) };
    } catch (error) {
      return { mailbox, status: 'failed', error: describeError(error) };
    }
  }

  #askAgain(asked: Asked, outcome: Exclude<Outcome, { kind: 'read' | 'final' }>): void {
    if (outcome.kind === 'alone') asked.alone = true;
    // The door is the wait of all that it closes for.
    if (outcome.kind === 'alone' || (outcome.kind === 'again' && outcome.scope === 'tenant')) {
      this.#queue.again(asked);
      return;
    }
    const { backoff = BACKOFF, random, now } = this.#options;
    const growing = Math.min(backoff * 2 ** (asked.attempts - 1), LONGEST_BACKOFF) * (0.5 + random() / 2);
    this.#queue.again(asked, now() + (outcome.retryAfter ?? growing));
  }

  #stop(status: UnreadStatus, error: string, cause?: UserError): void {
    this.#stopped ??= { status, error, cause };
    this.#wake();
  }
}

function longestWait(outcomes: readonly Outcome[]): number | undefined {
  const waits = outcomes.flatMap((outcome) => ('retryAfter' in outcome ? (outcome.retryAfter ?? []) : []));
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** Entra's messages name its ids on further lines, which belong into an annotation and not into every row. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
