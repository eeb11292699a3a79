import { withProcessRunner } from '../actions/process-runner.ts';
import { proxyWithScheme, type Environment } from '../http/proxy.ts';
import { azureCore } from '../run/azure-core.ts';
import { inputVariable } from '../run/input-readers.ts';
import type { Core, Runner } from '../run/runner.ts';
import { stopOnInterrupt } from '../run/stop-signals.ts';
import { readPfxFile } from './pfx-file.ts';
import { terminalText, withCode, type Terminal } from './terminal.ts';

/** What an action printed and set at the terminal. */
interface TerminalCore extends Core {
  readonly outputs: Readonly<Record<string, string | number>>;
}

/**
 * Runs the function of an action at the terminal, with a Runner of this process. The environment has the inputs, and the
 * current folder as workspace. What a runner of GitHub sets is removed: it would be taken for a workflow run, and outputs
 * would be written into its files. OIDC tokens are the exception: they are only for the job. Returns also whether Ctrl+C ended it early.
 *
 * @param assets the folder with the script and the style sheet of the report page
 */
export async function runAtTerminal<T>(
  inputs: Environment,
  { env, core, assets }: { readonly env: Environment; readonly core: Core; readonly assets: string },
  action: (env: Environment, runner: Runner) => Promise<T>,
): Promise<{ readonly result: T; readonly isInterrupted: boolean }> {
  const foreignVariables = Object.entries(env).filter(([name]) => !/^(?:INPUT_|GITHUB_|RUNNER_)/i.test(name));
  const environment = {
    ...Object.fromEntries(foreignVariables),
    ...proxyWithScheme(env),
    ...inputs,
    GITHUB_WORKSPACE: process.cwd(),
  };
  const stop = stopOnInterrupt(process);
  stop.signal.addEventListener('abort', () => {
    core.warning('Stopping. Press Ctrl+C again to end at once.');
  });
  const result = await withProcessRunner(
    core,
    assets,
    environment,
    undefined,
    (runner) => action(environment, runner),
    stop,
  );
  return { result, isInterrupted: stop.signal.aborted };
}

/** The inputs of the PFX in a file, with its password. Empty without a file. Rejects as `readPfxFile` does. */
export async function pfxInputs(file: string | undefined, env: Environment, terminal: Terminal): Promise<Environment> {
  if (file === undefined) return {};
  const { content, password } = await readPfxFile(file, env, terminal);
  // A DER file starts with the tag of a SEQUENCE, its base64 with M.
  const pfx = content.toString(content[0] === 0x30 ? 'base64' : 'utf8');
  return { [inputVariable('pfx')]: pfx, [inputVariable('pfx-password')]: password };
}

/**
 * Shows the log of an action as progress, prints its errors and warnings to standard error, and keeps its outputs.
 *
 * @param log prints the lines of the log; undefined: only the current one is shown, on a terminal
 */
export function terminalCore({ progress, err }: Terminal, log?: (line: string) => void): TerminalCore {
  const outputs: Record<string, string | number> = {};
  const info = (message: string): void => {
    if (log === undefined) progress(terminalText(message.split('\n')[0] ?? '').slice(0, 100));
    else log(terminalText(message));
  };
  /** The title of a message is its code, if it has one. */
  const printed = (level: 'error' | 'warning' | 'note', message: string, title: string | undefined): void => {
    const text = title === undefined ? message : withCode(title, message);
    progress('');
    err(`${level}: ${terminalText(text).replaceAll('\n', '\n  ')}\n`);
  };
  const ignored = (): void => undefined;
  return {
    outputs,
    listsFindings: true,
    info,
    startGroup: info,
    debug: ignored,
    notice: (message) => {
      // Only warnings and errors are printed where the log is not.
      if (log === undefined) printed('note', message, undefined);
      else log(`note: ${terminalText(message)}`);
    },
    // Masks are for logs that others can read.
    setSecret: ignored,
    error: (message, properties) => {
      printed('error', message, properties?.title ?? 'UNEXPECTED');
    },
    warning: (message, properties) => {
      printed('warning', message, properties?.title);
    },
    endGroup: () => {
      progress('');
    },
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    ...(log === undefined && {
      progress: (share: number, line: string) => {
        progress(`${bar(share)} ${line}`);
      },
    }),
  };
}

/** The log of an action in a step of Azure Pipelines, on standard error, so that standard output has only the result. */
export function azureTerminalCore({ err }: Terminal): TerminalCore {
  const outputs: Record<string, string | number> = {};
  const print = (line: string): void => {
    err(`${line}\n`);
  };
  const setOutput = (name: string, value: string | number): void => {
    outputs[name] = value;
  };
  return { ...azureCore(process.cwd(), print, setOutput), outputs };
}

const BAR_WIDTH = 24;

/** `[=====>    ]  42%`, in ASCII, which every console of Windows shows. */
function bar(share: number): string {
  const filled = Math.floor(Math.min(1, share) * BAR_WIDTH);
  const percent = `${Math.floor(Math.min(1, share) * 100)}`.padStart(3);
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${percent}%`;
}
