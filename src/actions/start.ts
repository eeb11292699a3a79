import * as core from '@actions/core';
import { proxyWithScheme, type Environment } from '../http/proxy.ts';
import { isArtifactClient, loadArtifactClient } from '../run/artifact-client.ts';
import type { Runner } from '../run/runner.ts';
import { withProcessRunner } from './process-runner.ts';

/** Runs an action on a runner, and ends the process. `dist`: the folder with the script of the report page. */
export async function start(
  run: (env: Environment, runner: Runner) => Promise<{ readonly fails: boolean }>,
  dist: string,
): Promise<void> {
  Object.assign(process.env, proxyWithScheme(process.env));
  quietArtifactClient();
  const exit = guardLog();
  const { fails } = await withProcessRunner(core, dist, process.env, loadArtifactClient, (runner) =>
    run(process.env, runner),
  );
  exit(fails ? 1 : 0);
}

type Callback = (error?: Error | null) => void;

/** Makes what the client of artifacts logs debug messages. Its commands, which mask secrets or warn, stay. */
function quietArtifactClient(): void {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    if (!isArtifactClient() || typeof chunk !== 'string' || chunk.startsWith('::')) {
      return typeof encoding === 'function' ? write(chunk, undefined, encoding) : write(chunk, encoding, callback);
    }
    core.debug(chunk.trimEnd());
    return true;
  };
}

/**
 * Keeps a run alive whose standard output was closed: the report is written all the same. Returns a function that ends the
 * process once the log is written, even if a given-up upload still holds a socket, and with 1 if the log is incomplete.
 */
function guardLog(): (code: number) => void {
  const { stdout, stderr } = process;
  let failure: Error | undefined;
  stdout.on('error', (error: Error) => (failure ??= error));
  stderr.on('error', () => undefined);
  return (code) =>
    stdout.write('', () => {
      if (failure === undefined) process.exit(code);
      stderr.write(`The log could not be written completely: ${failure.message}\n`, () => process.exit(1));
    });
}
