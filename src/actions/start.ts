import * as core from '@actions/core';
import { newDispatcher } from '../http/dispatcher.ts';
import { proxyWithScheme, type Environment } from '../http/proxy.ts';
import { readPageAssets } from '../outputs/page/report-page.ts';
import type { RunResult } from '../run/result.ts';
import { loadArtifactClient } from '../run/artifact-client.ts';
import { guardLog } from '../run/exit.ts';
import { stopOnSignals } from '../run/stop-signals.ts';
import type { Runner } from '../run/runner.ts';

/** Runs an action on a runner, and ends the process. `dist`: the folder with the script of the report page. */
export async function start(
  run: (env: Environment, runner: Runner) => Promise<Pick<RunResult, 'fails'>>,
  dist: string,
): Promise<void> {
  Object.assign(process.env, proxyWithScheme(process.env));
  const log = guardLog(process);
  const stop = stopOnSignals(process);
  const dispatcher = newDispatcher();
  const { fails } = await run(process.env, {
    core,
    dispatcher,
    now: () => performance.timeOrigin + performance.now(),
    random: Math.random,
    loadArtifactClient,
    loadPageAssets: () => readPageAssets(dist),
    signal: stop.signal,
    deadline: stop.deadline,
  });
  stop.end();
  await dispatcher.destroy();
  log.exit(fails ? 1 : 0);
}
