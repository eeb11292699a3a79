import { describeError, UserError } from '../errors.ts';
import type { Mailbox, MailboxList } from '../mailboxes/mailbox.ts';
import { BATCH_SIZE, batchBody } from './batch.ts';
import type { GraphResponse } from './client.ts';
import { CircuitBreaker, LONGEST_WAIT, type Ending } from './circuit-breaker.ts';
import { ReorderBuffer } from './reorder-buffer.ts';
import type { Query } from './query.ts';
import { nextPage } from './pagination.ts';
import { again, batchOutcomes, type Outcome } from './outcome.ts';
import type { Permit, RateLimiter } from './rate-limiter.ts';
import { RequestQueue } from './request-queue.ts';
import { MailboxTask, urlOf, type PendingRequest, type QueryResult } from './mailbox-task.ts';

/** What came of asking one mailbox: a part for each query, in their order. */
export interface Answer<T> {
  readonly mailbox: Mailbox;
  readonly results: readonly QueryResult<T>[];
}

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
  /** At least one. Each is asked of every mailbox. */
  readonly queries: readonly Query<T>[];
  /** Address of Graph, where alone links to further pages may lead. */
  readonly graphUrl: string;
  /** Sends one batch to a path such as `/v1.0/$batch`; `GraphClient.post`. */
  readonly post: (path: string, body: string) => Promise<GraphResponse>;
  readonly pace: RateLimiter;
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
  /**
   * Characters of answers that may be held for mailboxes whose turn has not come; some bytes each. Beyond them only those
   * are asked whose turn is next.
   */
  readonly room?: number;
  /** Characters of answers beyond which one mailbox is given up. */
  readonly mostOfAMailbox?: number;
}

/** How often one thing is asked of a mailbox at the most. */
export const MOST_ATTEMPTS = 7;
/** A slow mailbox must not hold up the others soon, nor may all of them be held in memory. */
const READ_AHEAD = 20_000;
/** What mailboxes with thousands of rules or folders need, in characters; settings never do. */
const ROOM = 32 * 1024 * 1024;
/** Of one mailbox, in characters: some hundred thousand rules. Pages without an end would fill the memory first. */
const MOST_OF_A_MAILBOX = 64 * 1024 * 1024;
const BACKOFF = 1_000;
const LONGEST_BACKOFF = 60_000;
const PATIENCE = 60_000;
const LARGEST_CHUNK = 1_000;
/** A timer counts no longer than some 24 days, and a wait may be cut short: it is waited for in pieces. */
const LONGEST_TIMER = 60_000;

/**
 * Makes the queries of every mailbox: batches of 20 in parallel, paced as `pace` has it, with only that asked again that
 * failed. Whatever order answers come in, they are yielded in the list's order, in chunks, each mailbox once.
 */
export class MailboxReader<T> {
  readonly #options: ReadOptions<T>;
  readonly #answers: ReorderBuffer<Answered<T>>;
  readonly #queue: RequestQueue<PendingRequest<T>>;
  /** The mailboxes that are being asked: a ring over positions. A map would bring each into V8's old generation. */
  readonly #turns: (MailboxTask<T> | undefined)[];
  readonly #endurance: CircuitBreaker;
  #held = 0;
  #inFlight = 0;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;
  #bug: { readonly error: unknown } | undefined;
  #stopped: (Ending & { readonly cause: UserError | undefined }) | undefined;

  constructor(options: ReadOptions<T>) {
    this.#options = options;
    this.#answers = new ReorderBuffer(options.mailboxes.length, READ_AHEAD);
    this.#turns = new Array<MailboxTask<T> | undefined>(Math.min(READ_AHEAD, options.mailboxes.length)).fill(undefined);
    this.#queue = new RequestQueue((position) => this.#begin(position));
    this.#endurance = new CircuitBreaker(options.pace, options.patience ?? PATIENCE, options.now());
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
      this.#stop({ status: 'cancelled', error: 'The run was cancelled before this mailbox was read' });
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      while (!this.#answers.done) {
        if (this.#bug !== undefined) throw this.#bug.error;
        this.#sendWhatMayGo();
        const chunk = this.#answers.take(LARGEST_CHUNK, this.#unreadInstead());
        if (chunk.length === 0) {
          await this.#nextEvent();
          continue;
        }
        yield chunk;
        for (const { held } of chunk) this.#held -= held;
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      clearTimeout(this.#timer);
    }
  }

  /** Once stopped, whatever has no answer gets the reason; what a mailbox has answered already is kept. */
  #unreadInstead(): ((position: number) => Answered<T>) | undefined {
    if (this.#stopped === undefined) return undefined;
    const { mailboxes, queries } = this.#options;
    const { status, error } = this.#stopped;
    return (position) => {
      const turn = this.#turns[position % READ_AHEAD];
      const results = turn?.results({ status, error }) ?? queries.map(() => ({ status, error }));
      return { mailbox: mailboxes.at(position), results, held: turn?.held ?? 0 };
    };
  }

  #begin(position: number): readonly PendingRequest<T>[] {
    const turn = new MailboxTask(position, this.#options.queries);
    this.#turns[position % READ_AHEAD] = turn;
    return turn.begin();
  }

  #nextEvent(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #sendWhatMayGo(): void {
    const { pace, now, room = ROOM } = this.#options;
    clearTimeout(this.#timer);
    while (this.#stopped === undefined && this.#inFlight < pace.window) {
      const time = now();
      const closed = pace.delay(time);
      if (closed > 0) {
        this.#wakeIn(closed);
        return;
      }
      const { head, end } = this.#answers;
      const batch = this.#queue.next(time, end, this.#held > room ? head + BATCH_SIZE : Infinity);
      if (batch.length === 0) {
        this.#wakeIn(this.#queue.nextDue - time);
        return;
      }
      this.#inFlight++;
      void this.#ask(batch, pace.acquire(batch.length, time))
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

  async #ask(batch: readonly PendingRequest<T>[], permit: Permit): Promise<void> {
    const { post, now, mailboxes } = this.#options;
    for (const asked of batch) asked.attempts++;
    const version = batch[0]?.line.query.version ?? 'v1.0';
    let response: GraphResponse | undefined;
    let outcomes: Outcome[];
    try {
      response = await post(
        `/${version}/$batch`,
        batchBody(batch.map((asked) => urlOf(asked, mailboxes.at(asked.turn.position).address))),
      );
      outcomes = batchOutcomes(response, batch.length, now());
      await this.#endurance.renewRejected(response, outcomes);
    } catch (error) {
      if (error instanceof UserError) this.#stop({ status: 'failed', error: firstLine(error.message) }, error);
      outcomes = batch.map(() => unanswered(error, batch.length));
    }
    if (this.#stopped !== undefined) return;
    const ending = this.#endurance.judge(outcomes, permit, now());
    if (ending !== undefined) this.#stop(ending);
    const share = Math.ceil((response?.text.length ?? 0) / batch.length);
    batch.forEach((asked, at) => {
      const outcome = outcomes[at];
      if (outcome !== undefined) this.#take(asked, outcome, { share, clientRequestId: response?.clientRequestId });
    });
  }

  #take(asked: PendingRequest<T>, outcome: Outcome, { share, clientRequestId }: Arrival): void {
    const { turn } = asked;
    const { mostOfAMailbox = MOST_OF_A_MAILBOX } = this.#options;
    if (outcome.kind === 'read') {
      // One that comes behind the last answer is let go at once.
      if (this.#isOpen(turn)) {
        turn.held += share;
        this.#held += share;
      }
      if (turn.held > mostOfAMailbox) turn.fail(asked, 'failed', 'Its answers are larger than can be held');
      else
        turn.read(asked, outcome.body, nextPage(outcome.body, `${this.#options.graphUrl}/${asked.line.query.version}`));
      this.#goOn(turn);
      return;
    }
    const { error, requestId } = outcome;
    const tooLong = outcome.kind === 'again' && (outcome.retryAfter ?? 0) > LONGEST_WAIT;
    const ends = turn.isOver(asked) || outcome.kind === 'final' || tooLong || asked.attempts >= MOST_ATTEMPTS;
    const { mailboxes, onFailure } = this.#options;
    if (onFailure !== undefined) {
      const { address } = mailboxes.at(turn.position);
      onFailure({ address, error, requestId, clientRequestId, again: !ends });
    }
    if (outcome.kind === 'final' && outcome.gone === true && turn.isBelow(asked)) {
      // It was deleted since the answer that named it, with what it held.
      turn.read(asked, { value: [] }, { kind: 'none' });
      this.#goOn(turn);
    } else if (ends) {
      turn.fail(asked, outcome.kind === 'final' || outcome.kind === 'again' ? outcome.status : 'failed', error);
      this.#goOn(turn);
    } else {
      this.#askAgain(asked, outcome);
    }
  }

  /** A mailbox is asked what it is still to be asked, and its answer is placed once there is nothing more. */
  #goOn(turn: MailboxTask<T>): void {
    const due = turn.notBefore > this.#options.now() ? turn.notBefore : undefined;
    for (const asked of turn.begin()) this.#queue.add(asked, due);
    // A request of an query that has failed may come back behind the last answer.
    if (!turn.done || !this.#isOpen(turn)) return;
    const { position, held } = turn;
    this.#turns[position % READ_AHEAD] = undefined;
    const mailbox = this.#options.mailboxes.at(position);
    this.#answers.place(position, { mailbox, results: turn.results({ status: 'failed', error: '' }), held });
  }

  #isOpen(turn: MailboxTask<T>): boolean {
    return this.#turns[turn.position % READ_AHEAD] === turn;
  }

  #askAgain(asked: PendingRequest<T>, outcome: Exclude<Outcome, { kind: 'read' | 'final' }>): void {
    if (outcome.kind === 'alone') asked.alone = true;
    // The door is the wait of all that it closes for.
    if (outcome.kind === 'alone' || (outcome.kind === 'again' && outcome.scope === 'tenant')) {
      this.#queue.add(asked);
      return;
    }
    const { backoff = BACKOFF, random, now } = this.#options;
    const growing = Math.min(backoff * 2 ** (asked.attempts - 1), LONGEST_BACKOFF) * (0.5 + random() / 2);
    const { turn } = asked;
    this.#queue.add(asked, Math.max(turn.notBefore, now() + (outcome.retryAfter ?? growing)));
    if (outcome.retryAfter === undefined) return;
    // Whatever else is asked of a mailbox that said to wait is refused as well, and counts against its quota.
    turn.notBefore = Math.max(turn.notBefore, now() + outcome.retryAfter);
    this.#queue.hold(turn.position, turn.notBefore);
  }

  #stop(ending: Ending, cause?: UserError): void {
    this.#stopped ??= { ...ending, cause };
    this.#wake();
  }
}

/** An answer with the characters that are held for it. */
interface Answered<T> extends Answer<T> {
  readonly held: number;
}

interface Arrival {
  /** Characters of the batch's answer for each of its requests. */
  readonly share: number;
  readonly clientRequestId: string | undefined;
}

/** What no whole answer came of. One that is too long for its batch may still be had by itself. */
function unanswered(error: unknown, size: number): Outcome {
  const reason = describeError(error);
  return size > 1 && isTooLong(error) ? { kind: 'alone', error: reason } : again(reason);
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

/** Entra's messages name its ids on further lines, which belong into an annotation and not into every row. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
