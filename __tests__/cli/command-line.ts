import path from 'node:path';
import { runCommandLine } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { quietTerminal } from './quiet-terminal.ts';

/** The result of a command of the terminal program. */
export interface ProgramRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, in a folder, without a terminal and with no environment but `env`. */
export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  folder = process.cwd(),
  changes: Partial<Terminal> = {},
): Promise<ProgramRun> {
  let stdout = '';
  let stderr = '';
  const terminal = quietTerminal({
    interactive: false,
    out: (text) => (stdout += text),
    err: (text) => (stderr += text),
    ...changes,
  });
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await runCommandLine({ args, env, version: '1.2.3', assets: path.resolve(before, 'dist') }, terminal);
    return { code, stdout, stderr };
  } finally {
    process.chdir(before);
  }
}
