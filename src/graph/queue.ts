import { BATCH_SIZE } from './batch.ts';

/** A mailbox that is to be asked for, by its position in the list. */
export interface Asked {
  readonly position: number;
  /** How often it has been asked for. */
  attempts: number;
  /** Asked for in a batch of its own, since Graph refused one that it was in as a whole. */
  alone: boolean;
}

/**
 * Who is asked for next: first those to ask again, then those not asked for yet. So a batch is full as long as there is
 * anybody left, and no mailbox waits for its second turn until the end of the list.
 */
export class AskQueue {
  #fresh = 0;
  readonly #ready: Asked[] = [];
  readonly #delayed: { readonly asked: Asked; readonly due: number }[] = [];

  /** The next batch at this moment (epoch ms), with fresh mailboxes up to a position; empty where nobody is due. */
  next(now: number, freshEnd: number): Asked[] {
    this.#wakeDelayed(now);
    const alone = this.#ready.findIndex((asked) => asked.alone);
    if (alone >= 0) return this.#ready.splice(alone, 1);
    const batch = this.#ready.splice(0, BATCH_SIZE);
    for (; batch.length < BATCH_SIZE && this.#fresh < freshEnd; this.#fresh++) {
      batch.push({ position: this.#fresh, attempts: 0, alone: false });
    }
    return batch;
  }

  /** Puts one back: to be asked for as soon as anything may be sent, or not before a moment. */
  again(asked: Asked, due?: number): void {
    if (due === undefined) this.#ready.push(asked);
    else this.#delayed.push({ asked, due });
  }

  /** When the earliest of those that wait for a moment is due; Infinity where none does. */
  get nextDue(): number {
    return this.#delayed.reduce((earliest, { due }) => Math.min(earliest, due), Infinity);
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
