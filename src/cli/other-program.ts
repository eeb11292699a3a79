import { execFile } from 'node:child_process';
import type { Environment } from '../http/proxy.ts';

/** A program that does not end must not hold up the command. */
const MAX_MS = 30_000;

/**
 * What another program of this machine prints; undefined if it is not installed, fails or takes too long. The arguments have been
 * checked: on Windows, `az` is a script that only the shell starts.
 */
export function outputOf(file: string, args: readonly string[], env: Environment): Promise<string | undefined> {
  const shell = process.platform === 'win32' && file === 'az';
  return new Promise((resolve) => {
    execFile(file, [...args], { env: { ...env }, shell, timeout: MAX_MS, encoding: 'utf8' }, (error, stdout) => {
      resolve(error === null ? stdout.trim() : undefined);
    });
  });
}
