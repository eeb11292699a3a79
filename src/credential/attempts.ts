import { setTimeout as wait } from 'node:timers/promises';
import type { UserError } from '../failure.ts';

/** Resolves after so many milliseconds; rejects with the signal's reason when that aborts first. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** An answer that did not serve. */
export interface Failure {
  readonly error: UserError;
  /** Whether asking again may help. */
  readonly transient: boolean;
  /** How long the server wants not to be asked. */
  readonly retryAfterMs: number | undefined;
}

export interface AttemptOptions {
  readonly attempts: number;
  /** A run that is told to come back later than this ends instead. */
  readonly longestWaitMs: number;
  /** Ends a wait between attempts; handed to nothing else. */
  readonly signal?: AbortSignal | undefined;
  /** How to wait between attempts; a timer unless a test says otherwise. */
  readonly sleep?: Sleep | undefined;
}

const FIRST_BACKOFF_MS = 500;

/**
 * Asks until it gets an answer, the failure is one that asking again does not mend, or the attempts are used up. Throws
 * the last failure's error, whatever `ask` throws, and the signal's reason.
 */
export async function attempt<Answer extends object | string>(
  ask: () => Promise<Answer | Failure>,
  { attempts, longestWaitMs, signal, sleep = sleepUntil }: AttemptOptions,
): Promise<Answer> {
  for (let made = 1; ; made++) {
    signal?.throwIfAborted();
    const outcome = await ask();
    if (!isFailure(outcome)) return outcome;
    // Half of it is chance, so that jobs that failed together do not come back together.
    const backoff = FIRST_BACKOFF_MS * 2 ** (made - 1) * (0.5 + Math.random() / 2);
    const pause = outcome.retryAfterMs ?? backoff;
    if (!outcome.transient || made === attempts || pause > longestWaitMs) throw outcome.error;
    await sleep(pause, signal);
  }
}

function isFailure(outcome: object | string): outcome is Failure {
  return typeof outcome === 'object' && 'error' in outcome && 'transient' in outcome;
}

async function sleepUntil(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
