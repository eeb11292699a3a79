import type { StepOutputs } from '../run/outputs.ts';
import type { ActionRun } from '../run/run.ts';
import type { SignedIn } from '../source/sign-in.ts';
import type { RemediationOutcome } from './outcome.ts';
import type { Remediation } from './remediation-inputs.ts';

/** A remediation that is signed in. Made once. */
export interface RemediationRun extends ActionRun, Remediation {
  readonly inputs: Remediation['inputs'];
  readonly outputs: StepOutputs<RemediationOutputs>;
  readonly signedIn: SignedIn;
}

/** The outputs of the remediate action, as its `action.yml` has them. */
export interface RemediationOutputs {
  readonly result: RemediationOutcome['result'];
  readonly 'change-count': number;
  readonly 'applied-count': number;
  readonly 'failed-count': number;
  readonly 'pending-count': number;
  readonly 'left-out-count': number;
  readonly 'plan-digest': string;
  readonly 'output-directory': string;
  readonly 'artifact-id': number;
  readonly 'artifact-url': string;
  readonly 'artifact-digest': string;
}
