import type { EpochMs } from '../../src/text/numbers.ts';

interface Timer {
  readonly at: EpochMs;
  readonly call: () => void;
}

/** A run that waits longer than this never ends. */
const LONGEST_RUN = 30 * 86_400_000;

/**
 * A clock that moves only when nothing else is to do: then to the timer that is due next, so that an hour of waiting takes no time.
 *
 * Node.js emits `beforeExit` when its event loop has nothing left: no file is being written, no key derived and no task queued. What
 * simulated time drives therefore never depends on how fast the machine is. A process that keeps a socket or a real timer cannot use it.
 * https://nodejs.org/api/process.html#event-beforeexit
 */
export class SimulatedTime {
  #now: EpochMs;
  /** The one that is due last is first. Of timers that are due together, the oldest is last. */
  readonly #timers: Timer[] = [];

  constructor(start: EpochMs) {
    this.#now = start;
  }

  readonly now = (): EpochMs => this.#now;

  /** Calls a function after some ms. Returns what cancels it. */
  readonly timer = (ms: number, call: () => void): (() => void) => {
    const timer = { at: this.#now + Math.max(0, ms), call };
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle]?.at ?? 0) > timer.at) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    return () => {
      const place = this.#timers.indexOf(timer);
      if (place !== -1) this.#timers.splice(place, 1);
    };
  };

  /** Resolves after some ms; rejects with the signal's reason if it aborts first. */
  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = (): void => {
      resolve(undefined);
    };
    const cancel = this.timer(ms, wake);
    signal?.addEventListener('abort', wake, { once: true });
    await promise;
    cancel();
    signal?.removeEventListener('abort', wake);
    signal?.throwIfAborted();
  };

  /** Moves the clock while work is being done, and resolves or rejects as it does. Rejects if it waits for nothing, or for too long. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const end = this.#now + LONGEST_RUN;
    const { promise: stuck, reject } = Promise.withResolvers<never>();
    const move = (): void => {
      const next = this.#timers.pop();
      if (next === undefined) reject(new Error('Everything waits, and nothing is due'));
      else if (next.at > end) reject(new Error('The run does not end'));
      else this.#now = next.at;
      // Also keeps the process alive.
      setImmediate(next?.call ?? (() => undefined));
    };
    process.on('beforeExit', move);
    try {
      return await Promise.race([work(), stuck]);
    } finally {
      process.off('beforeExit', move);
    }
  }
}
