import { UserError } from '../../errors.ts';
import { count, counted } from '../../text/numbers.ts';
import type { ChangeStatus } from '../apply.ts';

export type RemediationResult = 'unchanged' | 'planned' | 'applied' | 'partial' | 'stale' | 'error';

/** The result of a remediation. */
export interface RemediationOutcome {
  readonly result: RemediationResult;
  /** Why the step fails, and what to do; undefined if it does not. */
  readonly reason: UserError | undefined;
}

const UNDONE = ['stale', 'not-verified', 'failed', 'cancelled'] as const satisfies readonly ChangeStatus[];

/** How many changes were not applied. */
export function failedCount(counted: (status: ChangeStatus) => number): number {
  return UNDONE.reduce((sum, status) => sum + counted(status), 0);
}

/** The result of changes of which some were not tried. */
export function stoppedOutcome(countOf: (status: ChangeStatus) => number, reason: UserError): RemediationOutcome {
  return { result: countOf('applied') + countOf('not-verified') > 0 ? 'partial' : 'error', reason };
}

/** The result of changes that were applied, by how many have each status. */
export function appliedOutcome(countOf: (status: ChangeStatus) => number): RemediationOutcome {
  const failed = failedCount(countOf);
  if (failed === 0) return { result: countOf('applied') > 0 ? 'applied' : 'unchanged', reason: undefined };
  const named = UNDONE.filter((status) => countOf(status) > 0).map((status) => `${count(countOf(status))} ${status}`);
  const message = `${counted(failed, 'change was', 'changes were')} not applied: ${named.join(', ')}; ${count(countOf('applied'))} applied.`;
  const reason =
    countOf('cancelled') > 0
      ? new UserError('CANCELLED', `The run was cancelled. ${message}`, {
          hint: 'Make a new plan for the rest, and apply it.',
        })
      : new UserError('CHANGES_FAILED', message, {
          hint: 'applied.csv has the cause of each. Correct it, make a new plan and apply it: changes that took effect are not in it.',
        });
  if (countOf('applied') + countOf('not-verified') > 0) return { result: 'partial', reason };
  return { result: countOf('stale') === failed ? 'stale' : 'error', reason };
}
