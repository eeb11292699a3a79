import { UserError } from '../errors.ts';

/** Signals that end a run early. */
export interface StopSignals {
  /** Aborts when the runner asks to stop: no more requests are sent to Graph. */
  readonly signal: AbortSignal;
  /** Aborts when the report must be uploaded before the runner kills the process. */
  readonly deadline: AbortSignal;
}

/**
 * GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that; on Windows the first two are Ctrl+C and Ctrl+Break.
 * The upload has until the deadline; the process exits before the runner kills it, even if something hangs.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
const DEADLINE_MS = 4_500;
const END_MS = 6_500;

/** SIGBREAK is Ctrl+Break on Windows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;
type EndingSignal = (typeof SIGNALS)[number];

/** The part of `process` that receives signals. */
interface SignalledProcess {
  on(signal: EndingSignal, listener: () => void): unknown;
  off(signal: EndingSignal, listener: () => void): unknown;
  exit(code: number): unknown;
  readonly stdout: { write(text: string, callback: () => void): unknown };
}

/** What ends a run early, and how to stop listening for it. */
export type Stop = StopSignals & { readonly end: () => void };

/** The exit code that shells report after Ctrl+C. */
export const INTERRUPTED = 130;

/**
 * Turns Ctrl+C at a terminal into an abort signal for a run: the first one ends reading, a second one the process. There is no deadline
 * for writing what was read. `end` stops listening, once the run is over.
 */
export function stopOnInterrupt(source: SignalledProcess): Stop {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) source.exit(INTERRUPTED);
    stop.abort(cancelled());
  };
  return { signal: stop.signal, deadline: new AbortController().signal, end: listening(source, onSignal) };
}

/** Whatever waits rejects with it, so that a run that ends before it has rows says so. */
function cancelled(): UserError {
  return new UserError('CANCELLED', 'The run was cancelled.', { hint: 'Run it again.' });
}

/** Listens for each signal. Returns a function that stops listening. */
function listening(source: SignalledProcess, onSignal: () => void): () => void {
  for (const signal of SIGNALS) source.on(signal, onSignal);
  return () => {
    for (const signal of SIGNALS) source.off(signal, onSignal);
  };
}

/** Turns the signals that ask the process to end into abort signals for a run. `end` stops listening, once the run is over. */
export function stopOnSignals(source: SignalledProcess): Stop {
  const stop = new AbortController();
  const deadline = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) return;
    stop.abort(cancelled());
    setTimeout(() => {
      deadline.abort(new Error('the run was cancelled, and its time has ended'));
    }, DEADLINE_MS).unref();
    setTimeout(() => {
      // The log is written asynchronously if standard output is a pipe.
      source.stdout.write('', () => source.exit(1));
    }, END_MS).unref();
  };
  return { signal: stop.signal, deadline: deadline.signal, end: listening(source, onSignal) };
}
