/** The part of `process` that is used. */
interface Signalled {
  readonly on: (signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void) => unknown;
  readonly off: (signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void) => unknown;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * Forwards SIGINT and SIGTERM to a child instead of ending this process. Call the returned function to stop forwarding.
 * Forwards nothing on Windows: the console notifies the child of Ctrl+C and Ctrl+Break itself, and a signal from this
 * process would kill the child before it has written its report.
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
