import type { Dependencies } from '../run/context.ts';
import { proxySecrets, type Environment } from '../http/proxy.ts';
import { requireSecureEnvironment } from '../http/secure-url.ts';
import { deliverError } from '../outputs/deliver.ts';
import { guardOutputs } from '../run/outputs.ts';
import type { RunResult } from '../run/result.ts';
import { secretInputs } from '../run/input-values.ts';

/** Masks secrets, runs an action, and reports its failure in one error. Never rejects. */
export async function guarded<T extends Pick<RunResult, 'fails'>>(
  env: Environment,
  dependencies: Dependencies,
  action: (dependencies: Dependencies) => Promise<T>,
): Promise<T | RunResult> {
  for (const secret of [...secretInputs(env), ...proxySecrets(env)]) dependencies.core.setSecret(secret);
  const { core, failure } = guardOutputs(dependencies.core);
  try {
    requireSecureEnvironment(env);
    const result = await action({ ...dependencies, core });
    const unset = failure();
    // A failed run has exactly one error.
    return unset === undefined || result.fails ? result : await deliverError(unset, env, { core });
  } catch (error) {
    return deliverError(error, env, { core });
  }
}
