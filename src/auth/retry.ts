import { setTimeout as wait } from 'node:timers/promises';
import type { UserError } from '../errors.ts';

/** Resolves after so many milliseconds; rejects with the signal's reason when that aborts first. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** An answer that did not serve. */
export interface Failure {
  readonly error: UserError;
  /** Whether asking again may help. */
  readonly transient: boolean;
  /** What was registered has yet to reach all servers, which takes minutes: ask again for that long. */
  readonly spreading?: boolean;
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
/** Four minutes: Entra tells to wait up to five for a new federated credential, and the first answer took its time. */
const SPREADING_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];

const MOST_SPREADING_MS = 360_000;

/**
 * Asks until it gets an answer, the failure is one that asking again does not mend, or the attempts are used up; what is
 * yet to spread uses up none of them and has some minutes of its own. Throws the last failure's error, whatever `ask`
 * throws, and the signal's reason.
 */
export async function attempt<Answer extends object | string>(
  ask: () => Promise<Answer | Failure>,
  { attempts, longestWaitMs, signal, sleep = sleepUntil }: AttemptOptions,
): Promise<Answer> {
  const soon = growingPauses(attempts - 1);
  const later = spreadingPauses();
  let spreading = 0;
  for (;;) {
    signal?.throwIfAborted();
    const outcome = await ask();
    if (!isFailure(outcome)) return outcome;
    const pauses = outcome.spreading === true ? later : soon;
    const next = outcome.transient ? pauses.next() : undefined;
    if (next === undefined || next.done === true) throw outcome.error;
    const asked = outcome.retryAfterMs;
    // What spreads takes its minutes, whatever the server says, and no more than those.
    const pause = outcome.spreading === true ? Math.max(asked ?? 0, next.value) : (asked ?? next.value);
    if (outcome.spreading === true) spreading += pause;
    if (pause > longestWaitMs || spreading > MOST_SPREADING_MS) throw outcome.error;
    await sleep(pause, signal);
  }
}

/** Half of it is chance, so that jobs that failed together do not come back together. */
function* growingPauses(count: number): Generator<number, void, undefined> {
  for (let pause = 0; pause < count; pause++) yield FIRST_BACKOFF_MS * 2 ** pause * (0.5 + Math.random() / 2);
}

function* spreadingPauses(): Generator<number, void, undefined> {
  for (const ms of SPREADING_MS) yield ms * (0.75 + Math.random() / 4);
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
