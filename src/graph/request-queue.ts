import { BATCH_SIZE } from './batch.ts';

/** What the queue must know of a request to a mailbox. */
export interface Queued {
  /** Its mailbox, by its position in the list. */
  readonly turn: { readonly position: number };
  /** A batch is of one version of Graph. */
  readonly line: { readonly query: { readonly version: string } };
  /** To be sent in a batch of its own. */
  readonly alone: boolean;
}

/**
 * What is asked next: first what is to be asked again or besides, then mailboxes not asked yet. So a batch is full as
 * long as there is anything left, and no mailbox waits for its second turn until the end of the list.
 */
export class RequestQueue<A extends Queued> {
  readonly #begin: (position: number) => readonly A[];
  #fresh = 0;
  #ready: A[] = [];
  #delayed: { readonly asked: A; readonly due: number }[] = [];

  /** `begin` opens the mailbox at a position and gives its first requests. */
  constructor(begin: (position: number) => readonly A[]) {
    this.#begin = begin;
  }

  /**
   * The next batch at this moment (epoch ms), all of one version; empty where nothing is due. `end`: mailboxes from that
   * position on are not opened yet, and `limit`: nothing is asked of those from that position on.
   */
  next(now: number, end: number, limit = Infinity): A[] {
    this.#wakeDelayed(now);
    const alone = this.#ready.findIndex((asked) => asked.alone && asked.turn.position < limit);
    if (alone >= 0) return this.#ready.splice(alone, 1);
    for (const last = Math.min(end, limit); this.#ready.length < BATCH_SIZE && this.#fresh < last; this.#fresh++) {
      this.#ready.push(...this.#begin(this.#fresh));
    }
    return limit === Infinity && this.#isUniform() ? this.#ready.splice(0, BATCH_SIZE) : this.#pick(limit);
  }

  /** Puts one in: to be asked as soon as anything may be sent, or not before a moment. */
  add(asked: A, due?: number): void {
    if (due === undefined) this.#ready.push(asked);
    else this.#delayed.push({ asked, due });
  }

  /** Lets nothing that is still to be asked of a mailbox go before a moment. */
  hold(position: number, until: number): void {
    const held = this.#ready.filter(({ turn }) => turn.position === position);
    if (held.length > 0) this.#ready = this.#ready.filter(({ turn }) => turn.position !== position);
    this.#delayed = this.#delayed.map(({ asked, due }) => ({
      asked,
      due: asked.turn.position === position ? Math.max(due, until) : due,
    }));
    for (const asked of held) this.add(asked, until);
  }

  /** When the earliest of those that wait for a moment is due; Infinity where none does. */
  get nextDue(): number {
    return this.#delayed.reduce((earliest, { due }) => Math.min(earliest, due), Infinity);
  }

  /** Whether the first so many can go together. */
  #isUniform(): boolean {
    const version = this.#ready[0]?.line.query.version;
    for (let at = 1; at < BATCH_SIZE && at < this.#ready.length; at++) {
      if (this.#ready[at]?.line.query.version !== version) return false;
    }
    return true;
  }

  #pick(limit: number): A[] {
    const version = this.#ready.find(({ turn }) => turn.position < limit)?.line.query.version;
    const batch: A[] = [];
    const rest: A[] = [];
    for (const asked of this.#ready) {
      const goes = batch.length < BATCH_SIZE && asked.turn.position < limit && asked.line.query.version === version;
      (goes ? batch : rest).push(asked);
    }
    this.#ready = rest;
    return batch;
  }

  #wakeDelayed(now: number): void {
    for (let at = this.#delayed.length - 1; at >= 0; at--) {
      const waiting = this.#delayed[at];
      if (waiting === undefined || waiting.due > now) continue;
      this.#delayed.splice(at, 1);
      this.#ready.push(waiting.asked);
    }
  }
}
