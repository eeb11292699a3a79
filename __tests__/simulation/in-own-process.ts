import { execFile } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../demo/runner.ts';

/** Runs a program of this repository, as simulated time needs it: the process of a test never idles. Returns what it prints, and its exit code. */
export function inOwnProcess(
  program: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly printed: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(ROOT, program), ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, printed: stdout + stderr });
    });
  });
}
