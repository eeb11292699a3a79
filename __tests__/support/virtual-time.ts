import { newClock } from '../../src/run/runner.ts';

/** A clock whose waits take no time: it moves by each wait at once, and otherwise as the real one. */
export class VirtualTime {
  #waited = 0;
  readonly #clock = newClock();
  /** Every wait so far, in ms. */
  readonly waits: number[] = [];
  /** Called at the start of each wait, such as to change a mailbox during the wait. */
  onWait: ((ms: number) => void) | undefined;

  /** Epoch ms. */
  readonly now = (): number => this.#clock() + this.#waited;

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    this.waits.push(ms);
    this.onWait?.(ms);
    // Lets requests in flight get their responses first.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    this.#waited += ms;
  };
}
