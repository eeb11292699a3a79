/** What ends a run before its time. */
export interface StopSignals {
  /** Aborts when the runner asks to stop: nothing more is asked of Graph. */
  readonly signal: AbortSignal;
  /** Aborts when also the report must be out of the house. */
  readonly deadline: AbortSignal;
}

/**
 * GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that; on Windows the first two are Ctrl+C and Ctrl+Break.
 * Uploading has until the deadline; the process ends before the runner would kill it, even where something hangs.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
const DEADLINE_MS = 4_500;
const END_MS = 6_500;

export interface Stop extends StopSignals {
  /** The run is over. After a signal, what still hangs (an upload that was given up) must not keep the process. */
  readonly end: () => void;
}

/** SIGBREAK is Ctrl+Break, which only Windows has; elsewhere it never comes. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;
type EndingSignal = (typeof SIGNALS)[number];

/** What is needed of `process`. */
export interface SignalledProcess {
  on(signal: EndingSignal, listener: () => void): unknown;
  off(signal: EndingSignal, listener: () => void): unknown;
  exit(code: number | string): unknown;
  readonly exitCode?: number | string | null | undefined;
  readonly stdout: { write(text: string, written: () => void): unknown };
}

/** Turns what asks the process to end into signals for a run. */
export function stopOnSignals(source: SignalledProcess): Stop {
  const stop = new AbortController();
  const deadline = new AbortController();
  const exit = (code: number | string): void => {
    // Where standard output is a pipe that is written behind, what was said must be out first.
    source.stdout.write('', () => source.exit(source.exitCode ?? code));
  };
  const onSignal = (): void => {
    if (stop.signal.aborted) return;
    stop.abort(new Error('the run was cancelled'));
    setTimeout(() => {
      deadline.abort(new Error('the run was cancelled, and there was no time left for it'));
    }, DEADLINE_MS).unref();
    setTimeout(() => {
      exit(1);
    }, END_MS).unref();
  };
  for (const signal of SIGNALS) source.on(signal, onSignal);
  return {
    signal: stop.signal,
    deadline: deadline.signal,
    end: () => {
      for (const signal of SIGNALS) source.off(signal, onSignal);
      if (stop.signal.aborted) exit(0);
    },
  };
}
