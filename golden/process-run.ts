import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../demo/runner.ts';

export interface ProgramRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Written = string | Uint8Array;
type Callback = (error?: Error | null) => void;

/** Thrown by `process.exit`, which must not end this process. */
class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

const ORIGINAL = {
  out: process.stdout.write.bind(process.stdout),
  err: process.stderr.write.bind(process.stderr),
  exit: process.exit.bind(process),
};
/** In ms. A run that takes longer waits for a timer that the stopped clock never ends. */
const MOST_MS = 120_000;
let runs = 0;

/** Runs the terminal program from its sources, in a folder, without a terminal and with no environment but `env`. */
export function runCommand(args: readonly string[], folder: string, env: Env = {}): Promise<ProgramRun> {
  const main = path.join(ROOT, 'src/cli/main.ts');
  return captured({ argv: [main, ...args], folder, env: { NO_COLOR: '1', ...env } }, () => freshModule(main));
}

/** Runs an action of `src/actions/index.ts` as a workflow runner does. `main`: the program of the action in `dist`. */
export function runEntry(name: string, main: string, folder: string, env: Env): Promise<ProgramRun> {
  return captured({ argv: [main], folder, env }, async () => {
    const entry: unknown = Reflect.get(await freshModule(path.join(ROOT, 'src/actions/index.ts')), name);
    if (typeof entry !== 'function') throw new Error(`src/actions/index.ts exports no ${name}`);
    await Reflect.apply(entry, undefined, []);
  });
}

type Env = Readonly<Record<string, string | undefined>>;

/** Evaluates a module again, which reads arguments and environment as it is loaded. What it imports is loaded once. */
async function freshModule(file: string): Promise<object> {
  runs += 1;
  const module: unknown = await import(`${pathToFileURL(file).href}?run=${runs}`);
  if (typeof module !== 'object' || module === null) throw new Error(`${file} is no module`);
  return module;
}

/** Runs a program in this process with another environment, and returns what it writes. One at a time. */
async function captured(
  { argv, folder, env }: { readonly argv: readonly string[]; readonly folder: string; readonly env: Env },
  program: () => Promise<unknown>,
): Promise<ProgramRun> {
  const { env: environment, argv: args, stdout, stderr } = process;
  const [before, texts] = [process.cwd(), { stdout: '', stderr: '' }];
  process.env = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  process.argv = [process.execPath, ...argv];
  process.chdir(folder);
  process.exitCode = 0;
  process.exit = (code) => {
    throw new Exit(Number(code ?? process.exitCode ?? 0));
  };
  stdout.write = collector((text) => (texts.stdout += text));
  stderr.write = collector((text) => (texts.stderr += text));
  try {
    const exitCode = await inTime(program());
    return { ...texts, exitCode };
  } finally {
    stdout.write = ORIGINAL.out;
    stderr.write = ORIGINAL.err;
    process.exit = ORIGINAL.exit;
    for (const stream of [stdout, stderr]) stream.removeAllListeners('error');
    Object.assign(process, { env: environment, argv: args, exitCode: 0 });
    process.chdir(before);
  }
}

async function inTime(ended: Promise<unknown>): Promise<number> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, MOST_MS, new Error('the run does not end: it waits for the clock')).unref(),
  );
  try {
    await Promise.race([ended, late]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof Exit) return error.code;
    throw error;
  }
}

function collector(add: (text: string) => void) {
  return (chunk: Written, encoding?: BufferEncoding | Callback, callback?: Callback): boolean => {
    add(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = typeof encoding === 'function' ? encoding : callback;
    done?.();
    return true;
  };
}
