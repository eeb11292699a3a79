import type { Core } from '../../run/context.ts';
import type { RemediationResult } from '../../remediation/services/outcome.ts';

/** The outputs of the remediate action, as its `action.yml` has them. */
export interface RemediationOutputs {
  readonly result: RemediationResult;
  readonly 'change-count': number;
  readonly 'applied-count': number;
  readonly 'failed-count': number;
  readonly 'plan-digest': string;
  readonly 'output-directory': string;
  readonly 'artifact-id': number;
  readonly 'artifact-url': string;
  readonly 'artifact-digest': string;
}

const NAMES: Readonly<Record<keyof RemediationOutputs, true>> = {
  result: true,
  'change-count': true,
  'applied-count': true,
  'failed-count': true,
  'plan-digest': true,
  'output-directory': true,
  'artifact-id': true,
  'artifact-url': true,
  'artifact-digest': true,
};

/** Sets outputs as soon as they are known. */
export function setRemediationOutputs(core: Pick<Core, 'setOutput'>, outputs: Partial<RemediationOutputs>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** A core without the outputs of the report action, which its steps set when they sign in and read. */
export function withOwnOutputs(core: Core): Core {
  return {
    ...core,
    setOutput: (name, value) => {
      if (Object.hasOwn(NAMES, name)) core.setOutput(name, value);
    },
  };
}
