import { UserError } from '../errors.ts';
import { grantSteps } from '../exchange/cmdlets.ts';
import { machineOf } from '../http/machine.ts';
import { logGroup } from '../run/log.ts';
import { approversOfRun } from '../run/workflow-repository.ts';
import { servicesOf } from '../source/services.ts';
import { inputName } from '../text/audience.ts';
import { counted } from '../text/numbers.ts';
import { AppliedCsv } from './applied-csv.ts';
import { isFailure, writeChanges } from './change-queue.ts';
import { cmdletOf, type AppliedChange, type ChangeStatus, type PlannedChange, type SettingsService } from './change.ts';
import { uploadRecord } from './delivery.ts';
import { formerForwarding } from './forwarding-recipients.ts';
import type { Guard } from './guard.ts';
import { verifiedLater } from './late-looks.ts';
import { appliedOutcome, failedCount, logChanges, type RemediationOutcome } from './outcome.ts';
import type { StoredPlan } from './plan-file.ts';
import type { RemediateInputs } from './remediation-inputs.ts';
import type { RemediationRun } from './remediation-run.ts';
import { sourceRunOf } from './source-run.ts';
import { NO_FORWARDING, UndoRecord } from './undo-file.ts';

export interface AppliedPlan {
  readonly outcome: RemediationOutcome;
  readonly files: readonly string[];
  /** In the order of the plan. */
  readonly results: readonly AppliedChange[];
  /** Who approved the run; undefined if that is not known. */
  readonly approvers?: readonly string[] | undefined;
  /** The artifact with the undo record of the whole plan. */
  readonly record: string | undefined;
}

/**
 * Applies a plan. The undo record is on the disk and uploaded before the first write. Rejects with a UserError if that is not possible: nothing was
 * changed then. A file that cannot be written later ends the run after the writes under way. Changes that are not verified are read once more
 * at the end.
 *
 * @param onDone receives each result once, as it is at the end; without it, results are logged
 */
export async function applyPlan(
  run: RemediationRun,
  plan: StoredPlan,
  folder: string,
  service: SettingsService,
  guard: Guard,
  onDone: ((changes: readonly AppliedChange[]) => void) | undefined,
): Promise<AppliedPlan> {
  const { inputs, outputs, warnings, step, runner } = run;
  const { core, signal, now } = runner;
  const { changes } = plan;
  const { tenant, cloud, digest } = plan;
  const applied = new Date(now()).toISOString();
  const source = sourceRunOf(step);
  const approvers = await approversOfRun(step, runner, inputs.githubToken);
  const forwarding = await formerForwarding(changes, servicesOf(run).exchange).catch((error: unknown) => {
    // Nothing is written after a cancellation.
    if (signal.aborted) return NO_FORWARDING;
    throw error;
  });
  const header = { tenant, cloud, ...source, approvers, applied, plan: digest };
  const record = new UndoRecord(folder, header, changes, forwarding, now);
  const csv = new AppliedCsv(folder, inputs.csv);
  const results: AppliedChange[] = [];
  let unwritable: UserError | undefined;
  let uploaded: string | undefined;
  let tooLate: UserError | undefined;
  const orStop = async (write: () => void | Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unwritable ??= error;
    }
  };
  try {
    await csv.add([]);
    uploaded = await uploadRecord(run, record.path, folder);
    const { limit, maxFailures } = inputs;
    const isStopped = (): boolean => unwritable !== undefined;
    const isEachAlone = inputs.mode === 'undo';
    const queue = { ...machineOf(runner), service, guard, signal, limit, maxFailures, isEachAlone, isStopped };
    await logGroup(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
      for await (const done of writeChanges(changes, queue)) {
        results.push(...done);
        if (onDone === undefined) logChanges(core, inputs.summary, done);
        else onDone(done.filter((result) => !isUnverified(result)));
        await orStop(() => record.add(done));
        await orStop(() => csv.add(done));
      }
    });
    const unverified = results.filter(isUnverified);
    if (unverified.length > 0) {
      await orStop(() => record.save());
      const lateResults = await logGroup(core, 'Read the changes again that are not verified', async () => {
        const later = await verifiedLater(results, queue);
        if (onDone === undefined) logChanges(core, inputs.summary, [...later.values()]);
        else onDone(unverified.map((result) => later.get(result.change) ?? result));
        return later;
      });
      tooLate = stoppedTooEarly(results, lateResults, maxFailures);
      for (const [at, result] of results.entries()) results[at] = lateResults.get(result.change) ?? result;
      await orStop(() => record.add([...lateResults.values()]));
      await orStop(() => csv.close());
      if (lateResults.size > 0) await orStop(() => csv.replace(results));
    }
    await orStop(() => record.save());
  } finally {
    await orStop(() => csv.close());
  }
  const countOf = (status: ChangeStatus): number => results.filter((each) => each.status === status).length;
  outputs.set({
    'applied-count': countOf('applied'),
    'failed-count': failedCount(countOf),
    'pending-count': countOf('pending'),
  });
  const affected = results.filter(({ others = [] }) => others.length > 0).length;
  if (affected > 0) {
    warnings.add(
      `${counted(affected, 'change', 'changes')} also changed something that the plan does not have. The summary and applied.csv name it.`,
    );
  }
  const deniedChange = results.find(({ isDenied }) => isDenied === true);
  const outcome = appliedOutcome(countOf, unwritable ?? (deniedChange && deniedError(deniedChange, inputs)) ?? tooLate);
  return { outcome, results, approvers, files: [csv.path, record.path], record: uploaded };
}

function deniedError({ change, error }: AppliedChange, { clientId }: RemediateInputs): UserError {
  const cmdlet = cmdletOf(change) ?? 'Set-Mailbox';
  const message = `Exchange Online does not let the application run ${cmdlet}. ${error}`;
  return new UserError('WRITE_DENIED', message, grantSteps(cmdlet, clientId));
}

function isUnverified({ status }: AppliedChange): boolean {
  return status === 'not-verified';
}

/** Why changes were not tried although all others are verified in the end: they were not in time. */
function stoppedTooEarly(
  results: readonly AppliedChange[],
  lateResults: ReadonlyMap<PlannedChange, AppliedChange>,
  maxFailures: number,
): UserError | undefined {
  const failures = results.filter(isFailure);
  const pending = results.filter(({ status }) => status === 'pending').length;
  if (pending === 0 || failures.length < maxFailures || failures.some(({ change }) => !lateResults.has(change)))
    return undefined;
  const message = `${counted(pending, 'change was', 'changes were')} not tried: ${counted(lateResults.size, 'change was', 'changes were')} verified only at the end, after ${inputName('max-failures')} had stopped the run.`;
  return new UserError('CHANGES_FAILED', message, { hint: 'Apply the same plan again until it expires.' });
}
