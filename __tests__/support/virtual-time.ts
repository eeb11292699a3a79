import { thisMachine, type Machine } from '../../src/http/machine.ts';

const { now, random, newId, timer } = thisMachine();

/** A clock whose waits take no time: it moves by each wait at once, and otherwise as the real one. Limits are in real time. */
export class VirtualTime implements Machine {
  #waited = 0;
  /** Every wait so far, in ms. */
  readonly waits: number[] = [];
  /** Called at the start of each wait, such as to change a mailbox during the wait. */
  onWait: ((ms: number) => void) | undefined;

  /** Epoch ms. */
  readonly now = (): number => now() + this.#waited;

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    this.waits.push(ms);
    this.onWait?.(ms);
    // Lets requests in flight get their responses first.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    this.#waited += ms;
  };

  random(): number {
    return random();
  }

  newId(): string {
    return newId();
  }

  timer(ms: number, call: () => void): () => void {
    return timer(ms, call);
  }
}
