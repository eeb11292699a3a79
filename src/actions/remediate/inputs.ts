import type { Environment } from '../../http/proxy.ts';
import { readReportInputs, type ReportInputs } from '../../run/inputs.ts';
import { choice, invalid, required, text, wholeNumber } from '../../run/input-values.ts';

/** The validated inputs of the remediate action. */
export interface RemediateInputs extends ReportInputs {
  readonly mode: 'plan' | 'apply' | 'undo';
  /** In lower case; only with the mode `apply`. */
  readonly planDigest: string | undefined;
  /** Path of an `undo.json` in the workspace; only with the mode `undo`. */
  readonly undoFile: string | undefined;
  readonly maxChanges: number;
}

const MAX_CHANGES = 100_000;

/**
 * Reads the inputs of the remediate action. Throws a UserError as `readReportInputs` does. Undoing requires neither a list
 * nor a policy.
 */
export function readRemediateInputs(env: Environment): RemediateInputs {
  const mode = choice(env, 'mode', ['plan', 'apply', 'undo']);
  const inputs = readReportInputs(env, mode !== 'undo');
  if (mode !== 'undo') required(env, 'policy');
  return {
    ...inputs,
    mode,
    planDigest: mode === 'apply' ? planDigest(env) : undefined,
    undoFile: mode === 'undo' ? required(env, 'undo-file') : undefined,
    maxChanges: wholeNumber('max-changes', text(env, 'max-changes') ?? '50', MAX_CHANGES),
  };
}

function planDigest(env: Environment): string {
  const digest = required(env, 'plan-digest').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  throw invalid('plan-digest', digest, 'Use the output "plan-digest" of the run that made the plan, 64 hex digits.');
}
