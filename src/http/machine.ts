import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EpochMs } from '../text/numbers.ts';

/** What a run takes from its machine besides files and the network. A simulation has its own. */
export interface Machine {
  /** Never decreasing. */
  readonly now: () => EpochMs;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** Resolves after some ms, never earlier. Rejects with the signal's reason if it aborts first. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Calls a function after some ms, until which the process does not end. Returns what cancels it. */
  readonly timer: (ms: number, call: () => void) => () => void;
}

/** The machine of this process. */
export function thisMachine(): Machine {
  return { now: newClock(), random: Math.random, newId: () => randomUUID(), sleep, timer };
}

/**
 * A clock that has the time of the machine now, and never goes back. `performance` alone has the time at which the process began, which the
 * machine may have corrected since.
 */
function newClock(): () => EpochMs {
  const corrected = Date.now() - (performance.timeOrigin + performance.now());
  return () => performance.timeOrigin + performance.now() + corrected;
}

/** A request that is sent too early counts against a limit. */
async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = performance.now() + ms;
  try {
    for (let left = ms; left > 0; left = end - performance.now()) {
      await wait(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

function timer(ms: number, call: () => void): () => void {
  const pending = setTimeout(call, ms);
  return () => {
    clearTimeout(pending);
  };
}

/** The machine of what has more than that. */
export function machineOf({ now, random, newId, sleep, timer }: Machine): Machine {
  return { now, random, newId, sleep, timer };
}

/** Calls a function with a signal that aborts after some ms, and with the given one. */
export async function within<T>(
  ms: number,
  { signal, timer }: Pick<Machine, 'timer'> & { readonly signal?: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const cancel = timer(ms, () => {
    limit.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  });
  try {
    return await work(signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]));
  } finally {
    cancel();
  }
}
