/** What is needed of `process`. */
interface Signalled {
  readonly on: (signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void) => unknown;
  readonly off: (signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void) => unknown;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * Passes on to a child what would end this process, which lives on until the child has ended; until the function given is
 * called. On Windows nothing is passed on: a console tells the child itself of Ctrl+C and Ctrl+Break, and a signal from
 * here would kill it before it has left its report.
 */
export function forwardSignals(
  child: { readonly kill: (signal: NodeJS.Signals) => unknown },
  source: Signalled = process,
  platform: NodeJS.Platform = process.platform,
): () => void {
  const forward = (signal: NodeJS.Signals): void => {
    if (platform !== 'win32') child.kill(signal);
  };
  for (const signal of SIGNALS) source.on(signal, forward);
  return () => {
    for (const signal of SIGNALS) source.off(signal, forward);
  };
}
