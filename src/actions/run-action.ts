import { describeError, UserError } from '../errors.ts';
import { proxySecrets, requireSecureEnvironment, type Environment } from '../http/proxy.ts';
import { annotateError, shownReason } from '../outputs/annotations.ts';
import { errorSummary, writeStepSummary } from '../outputs/job-summary.ts';
import type { Configured } from '../run/config-file.ts';
import { StepOutputs } from '../run/outputs.ts';
import { secretInputs, text } from '../run/read-inputs.ts';
import { errorResult, type RunResult } from '../run/result.ts';
import { stepEnvironment, type Core } from '../run/runner.ts';

/**
 * Masks secrets, reads the file of the input `config`, runs an action, and reports its failure, or an output that could not be set, in one error. Never rejects.
 *
 * @param action gets the outputs of the step, the environment with the inputs of `config`, and what that file sets of the inputs that
 * decide whether the step fails
 */
export async function runAction<Names extends object, T extends { readonly fails: boolean }>(
  env: Environment,
  core: Core,
  action: (outputs: StepOutputs<Names>, configured: Environment, fileSettings: readonly string[]) => Promise<T>,
): Promise<T | RunResult> {
  for (const secret of [...secretInputs(env), ...proxySecrets(env)]) core.setSecret(secret);
  const outputs = new StepOutputs<Names>(core);
  let configured = env;
  try {
    requireSecureEnvironment(env);
    const step = await configuredStep(env);
    configured = step.env;
    const result = await action(outputs, configured, step.fileSettings);
    // A failed run has exactly one error.
    return outputs.failure === undefined || result.fails ? result : await fail(outputs.failure, configured, core);
  } catch (error) {
    return fail(error, configured, core);
  }
}

async function configuredStep(env: Environment): Promise<Configured> {
  if (text(env, 'config') === undefined) return { env, fileSettings: [] };
  const { withConfig } = await import('../run/config-file.ts');
  return withConfig(env, stepEnvironment(env).workspace);
}

/** Reports why the step fails before there is anything to deliver. */
async function fail(thrown: unknown, env: Environment, core: Core): Promise<RunResult> {
  const summary = env.INPUT_SUMMARY?.trim().toLowerCase() ?? '';
  const error = thrown instanceof UserError ? shownReason(thrown, summary === '' ? 'full' : summary) : thrown;
  const reason =
    error instanceof UserError
      ? error
      : new UserError('UNEXPECTED', describeError(error), {
          hint: 'This is a bug in Mailbox Report: please report it.',
          cause: error,
        });
  new StepOutputs(core).set({ result: 'error' });
  annotateError(core, error);
  // GitHub's log does not show the title of an annotation.
  core.info(`Error code: ${reason.code}`);
  core.info('Result: error');
  if (summary !== 'none') {
    await writeStepSummary(core, stepEnvironment(env).summaryFile, errorSummary(reason));
  }
  return errorResult(reason);
}
