import { newDispatcher, TIMEOUTS } from '../http/dispatcher.ts';
import { thisMachine } from '../http/machine.ts';
import type { Environment } from '../http/proxy.ts';
import { readPageAssets } from '../outputs/page/report-page.ts';
import { readShippedRetirements } from '../reports/retirements.ts';
import type { Core, Runner } from '../run/runner.ts';
import { stopOnSignals, type Stop } from '../run/stop-signals.ts';

/**
 * Calls a function with the Runner of this process, which ends with it.
 *
 * @param assets the folder with the script and the style sheet of the report page, and the list of retirements
 * @param env with the proxy
 * @param stop what ends the run early
 */
export async function withProcessRunner<T>(
  core: Core,
  assets: string,
  env: Environment,
  loadArtifactClient: Runner['loadArtifactClient'],
  action: (runner: Runner) => Promise<T>,
  stop: Stop = stopOnSignals(process),
): Promise<T> {
  const dispatcher = newDispatcher(TIMEOUTS, env);
  try {
    return await action({
      core,
      dispatcher,
      ...thisMachine(),
      loadArtifactClient,
      loadPageAssets: () => readPageAssets(assets),
      loadRetirements: () => readShippedRetirements(assets),
      signal: stop.signal,
      deadline: stop.deadline,
    });
  } finally {
    stop.end();
    await dispatcher.destroy();
  }
}
