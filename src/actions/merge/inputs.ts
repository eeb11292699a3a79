import type { Environment } from '../../http/proxy.ts';
import type { OutputInputs } from '../../run/inputs.ts';
import { lines, outputInputs } from '../../run/read-inputs.ts';

/** The validated inputs of the merge action. */
export interface MergeInputs extends OutputInputs {
  /** Names of built-in reports and paths of report files. Empty: the reports of the shards, which must be built-in. */
  readonly report: readonly string[];
}

/** Reads the inputs of the merge action. Throws a UserError `INPUT_INVALID`. */
export function readMergeInputs(env: Environment): MergeInputs {
  return { report: lines(env, 'report'), ...outputInputs(env) };
}
