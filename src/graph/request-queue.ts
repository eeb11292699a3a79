import { BATCH_SIZE } from './batch.ts';

/** The part of a request that the queue needs. */
export interface Queued {
  /** The mailbox, by its position in the list. */
  readonly task: { readonly position: number };
  /** A batch is sent to one version of Graph. */
  readonly state: { readonly query: { readonly version: string } };
  /** Whether it is sent in a batch of its own. */
  readonly alone: boolean;
}

/**
 * Chooses the requests of the next batch: retries and follow-ups first, then mailboxes that were not started. So batches
 * are full as long as requests remain, and no mailbox waits for its retry until the end of the list.
 */
export class RequestQueue<R extends Queued> {
  readonly #startMailbox: (position: number) => readonly R[];
  #nextPosition = 0;
  #ready: R[] = [];
  #delayed: { readonly request: R; readonly due: number }[] = [];

  /** @param startMailbox returns the first requests of the mailbox at a position */
  constructor(startMailbox: (position: number) => readonly R[]) {
    this.#startMailbox = startMailbox;
  }

  /**
   * The next batch, all of one version; empty if no request is due.
   *
   * @param now epoch ms
   * @param end mailboxes from this position on may not be started yet
   * @param limit requests to mailboxes from this position on may not be sent
   */
  next(now: number, end: number, limit = Infinity): R[] {
    this.#releaseDelayed(now);
    const alone = this.#ready.findIndex((request) => request.alone && request.task.position < limit);
    if (alone >= 0) return this.#ready.splice(alone, 1);
    while (this.#ready.length < BATCH_SIZE && this.#nextPosition < Math.min(end, limit)) {
      this.#ready.push(...this.#startMailbox(this.#nextPosition++));
    }
    return this.#takeBatch(limit);
  }

  /** Adds a request that may be sent with the next batch, or not before `due` (epoch ms). */
  add(request: R, due?: number): void {
    if (due === undefined) this.#ready.push(request);
    else this.#delayed.push({ request, due });
  }

  /** Delays every queued request to a mailbox until a time (epoch ms) or later. */
  hold(position: number, until: number): void {
    const held = this.#ready.filter(({ task }) => task.position === position);
    this.#ready = this.#ready.filter(({ task }) => task.position !== position);
    this.#delayed = this.#delayed.map(({ request, due }) => ({
      request,
      due: request.task.position === position ? Math.max(due, until) : due,
    }));
    for (const request of held) this.add(request, until);
  }

  /** When the first delayed request is due, in epoch ms; Infinity if there is none. */
  get nextDue(): number {
    return this.#delayed.reduce((earliest, { due }) => Math.min(earliest, due), Infinity);
  }

  #takeBatch(limit: number): R[] {
    const version = this.#ready.find(({ task }) => task.position < limit)?.state.query.version;
    const batch: R[] = [];
    const rest: R[] = [];
    for (const request of this.#ready) {
      const { task, state } = request;
      const fits = batch.length < BATCH_SIZE && task.position < limit && state.query.version === version;
      (fits ? batch : rest).push(request);
    }
    this.#ready = rest;
    return batch;
  }

  #releaseDelayed(now: number): void {
    const due = this.#delayed.filter((delayed) => delayed.due <= now);
    if (due.length === 0) return;
    this.#delayed = this.#delayed.filter((delayed) => delayed.due > now);
    this.#ready.push(...due.map(({ request }) => request));
  }
}
