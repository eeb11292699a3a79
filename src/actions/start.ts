import * as core from '@actions/core';
import { newDispatcher } from '../http/dispatcher.ts';
import { proxyWithScheme, type Environment } from '../http/proxy.ts';
import { readPageAssets } from '../outputs/page/report-page.ts';
import { readShippedRetirements } from '../reports/retirements.ts';
import type { RunResult } from '../run/result.ts';
import { loadArtifactClient } from '../run/artifact-client.ts';
import { stopOnSignals } from '../run/stop-signals.ts';
import type { Runner } from '../run/runner.ts';

/** Runs an action on a runner, and ends the process. `dist`: the folder with the script of the report page. */
export async function start(
  run: (env: Environment, runner: Runner) => Promise<Pick<RunResult, 'fails'>>,
  dist: string,
): Promise<void> {
  Object.assign(process.env, proxyWithScheme(process.env));
  const exit = guardLog();
  const stop = stopOnSignals(process);
  const dispatcher = newDispatcher();
  const { fails } = await run(process.env, {
    core,
    dispatcher,
    now: () => performance.timeOrigin + performance.now(),
    random: Math.random,
    loadArtifactClient,
    loadPageAssets: () => readPageAssets(dist),
    loadRetirements: () => readShippedRetirements(dist),
    signal: stop.signal,
    deadline: stop.deadline,
  });
  stop.end();
  await dispatcher.destroy();
  exit(fails ? 1 : 0);
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
