import { createInterface } from 'node:readline';
import type { StartedStep } from './runner.ts';

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Passes on each line of the log as GitHub shows it until the action ends. Returns its exit code. */
export async function follow({ child }: StartedStep, onLine: (line: string) => void): Promise<number> {
  child.stderr.pipe(process.stderr);
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve(code ?? 1);
    });
  });
  const stopForwarding = forwardSignals(child);
  let indent = '  ';
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('::endgroup::')) indent = '  ';
    const text = asShown(line);
    if (text !== undefined) onLine(text.replace(/^/gm, indent));
    if (line.startsWith('::group::')) indent = '    ';
  }
  stopForwarding();
  return ended;
}

/** Workflow commands are for the runner: it masks secrets, folds groups and colours annotations. */
function asShown(line: string): string | undefined {
  const [, command = '', properties = '', message = ''] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
  if (command === '') return line;
  if (command === 'group') return `> ${message}`;
  if (command !== 'error' && command !== 'warning' && command !== 'notice') return undefined;
  const title = /title=([^,]*)/.exec(properties)?.[1];
  return unescaped([command, title, message].filter(Boolean).join(': '));
}

function unescaped(text: string): string {
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

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
