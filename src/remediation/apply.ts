import path from 'node:path';
import { UserError } from '../errors.ts';
import { grantSteps } from '../exchange/cmdlets.ts';
import { CsvFile } from '../outputs/files/csv-file.ts';
import { logGroup } from '../run/log.ts';
import { approversOfRun } from '../run/workflow-repository.ts';
import { counted } from '../text/numbers.ts';
import { writeChanges } from './change-queue.ts';
import { FILE_MODE } from './change-file.ts';
import {
  CHANGE_COLUMNS,
  cmdletOf,
  changeCells,
  sideEffects,
  type AppliedChange,
  type ChangeStatus,
  type SettingsService,
} from './change.ts';
import { uploadRecord } from './delivery.ts';
import type { Guard } from './guard.ts';
import { appliedOutcome, failedCount, logChanges, type RemediationOutcome } from './outcome.ts';
import type { StoredPlan } from './plan-file.ts';
import type { RemediateInputs } from './remediation-inputs.ts';
import type { RemediationRun } from './remediation-run.ts';
import { sourceRunOf } from './source-run.ts';
import { UndoRecord } from './undo-file.ts';

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
 * changed then. A file that cannot be written later ends the run after the writes under way.
 */
export async function applyPlan(
  run: RemediationRun,
  plan: StoredPlan,
  folder: string,
  service: SettingsService,
  guard: Guard,
  onDone: (changes: readonly AppliedChange[]) => void,
): Promise<AppliedPlan> {
  const { inputs, outputs, warnings, step, runner } = run;
  const { core, signal, now, random, sleep } = runner;
  const { changes } = plan;
  const { tenant, cloud, digest } = plan;
  const applied = new Date(now()).toISOString();
  const source = sourceRunOf(step);
  const approvers = await approversOfRun(step, runner, inputs.githubToken);
  const record = new UndoRecord(folder, { tenant, cloud, ...source, approvers, applied, plan: digest }, changes);
  const columns = [...CHANGE_COLUMNS, 'Status', 'Error'];
  const csv = new CsvFile(path.join(folder, 'applied.csv'), columns, inputs.csv, FILE_MODE);
  const results: AppliedChange[] = [];
  let unwritable: UserError | undefined;
  let uploaded: string | undefined;
  const orStop = async (write: () => void | Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unwritable ??= error;
    }
  };
  try {
    await csv.flush();
    uploaded = await uploadRecord(run, record.path, folder);
    const { limit, maxFailures } = inputs;
    const isStopped = (): boolean => unwritable !== undefined;
    const isEachAlone = inputs.mode === 'undo';
    const queue = { service, guard, signal, now, random, sleep, limit, maxFailures, isEachAlone, isStopped };
    await logGroup(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
      for await (const done of writeChanges(changes, queue)) {
        results.push(...done);
        logChanges(core, inputs.summary, done);
        onDone(done);
        await orStop(() => record.add(done));
        await orStop(async () => {
          await csv.write(done.map((result) => [...changeCells(result.change), result.status, errorText(result)]));
          await csv.flush();
        });
      }
    });
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
  const outcome = appliedOutcome(countOf, unwritable ?? (deniedChange && deniedError(deniedChange, inputs)));
  return { outcome, results, approvers, files: [csv.path, record.path], record: uploaded };
}

function deniedError({ change, error }: AppliedChange, { clientId }: RemediateInputs): UserError {
  const cmdlet = cmdletOf(change) ?? 'Set-Mailbox';
  const message = `Exchange Online does not let the application run ${cmdlet}. ${error}`;
  return new UserError('WRITE_DENIED', message, grantSteps(cmdlet, clientId));
}

/** Why a change was not applied, and the side effects of its write. */
function errorText(result: AppliedChange): string {
  const effects = sideEffects(result);
  return [result.error, effects === '' ? '' : `Also changed: ${effects}`].filter((text) => text !== '').join('. ');
}
