import path from 'node:path';
import { UserError } from '../errors.ts';
import { grantSteps } from '../exchange/cmdlets.ts';
import { applyChanges } from '../remediation/apply.ts';
import {
  CHANGE_COLUMNS,
  changeCells,
  changeText,
  reportOf,
  sideEffects,
  type AppliedChange,
  type ChangeStatus,
  type PlannedChange,
  type Target,
} from '../remediation/change.ts';
import { uploadRecord, type RemediationDeliveryOptions } from '../remediation/delivery.ts';
import type { RemediateInputs } from '../remediation/remediation-inputs.ts';
import { appliedOutcome, failedCount, type RemediationOutcome } from '../remediation/outcome.ts';
import type { StoredPlan } from '../remediation/plan-file.ts';
import { settingsService, type SettingsService } from '../remediation/services.ts';
import { UndoRecord, type UndoFile } from '../remediation/undo-file.ts';
import { OTHER_MAILBOX, type Guard } from '../remediation/guard.ts';
import { isExchangeReport, type ReportDefinition } from '../reports/definition.ts';
import { CsvFile } from '../outputs/files/csv-file.ts';
import { logGroup, logText, type Warnings } from '../run/log.ts';
import { invalid } from '../run/input-readers.ts';
import type { Runner } from '../run/runner.ts';
import type { SignedIn } from '../source/sign-in.ts';
import { requireUncancelled } from './remediation-plan.ts';
import { counted } from '../text/numbers.ts';

/** Ms after a cancellation at which requests under way end: what they were for must still be uploaded. */
const ENDING_MS = 1_500;

interface ApplyPlanOptions extends RemediationDeliveryOptions, Pick<Runner, 'signal' | 'now' | 'random' | 'sleep'> {
  readonly inputs: RemediateInputs;
  readonly folder: string;
  readonly service: SettingsService;
  readonly guard: Guard;
  readonly onDone: (changes: readonly AppliedChange[]) => void;
}

export interface AppliedPlan {
  readonly outcome: RemediationOutcome;
  readonly files: readonly string[];
  /** In the order of the plan. */
  readonly results: readonly AppliedChange[];
  /** The artifact with the undo record of the whole plan. */
  readonly record: string | undefined;
}

/**
 * Applies a plan. The undo record is on the disk and uploaded before the first write. Rejects with a UserError if that is not possible: nothing was
 * changed then. A file that cannot be written later ends the run after the writes under way.
 */
export async function applyPlan(plan: StoredPlan, options: ApplyPlanOptions): Promise<AppliedPlan> {
  const { inputs, folder, core, outputs, warnings, step, service, guard, signal, now, random, sleep, onDone } = options;
  const { changes } = plan;
  const { repository, runId: id, attempt, runUrl: url = '' } = step;
  const { tenant, cloud, digest } = plan;
  const record = new UndoRecord(
    folder,
    { tenant, cloud, repository, run: { id, attempt, url }, plan: digest },
    changes,
  );
  const { csvBom: bom, csvDelimiter: delimiter } = inputs;
  const columns = [...CHANGE_COLUMNS, 'Status', 'Error'];
  const csv = new CsvFile(path.join(folder, 'applied.csv'), columns, { bom, delimiter });
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
    uploaded = await uploadRecord(record.path, folder, options);
    const { limit, maxFailures } = inputs;
    const isStopped = (): boolean => unwritable !== undefined;
    const run = { service, guard, signal, now, random, sleep, limit, maxFailures, isStopped };
    await logGroup(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
      for await (const done of applyChanges(changes, run)) {
        results.push(...done);
        for (const line of done.flatMap(linesOf)) core.info(logText(line));
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
  const denied = results.find(({ isDenied }) => isDenied === true);
  const outcome = appliedOutcome(countOf, unwritable ?? (denied && deniedError(denied, inputs)));
  return { outcome, results, files: [csv.path, record.path], record: uploaded };
}

/** Throws the UserError `UNDO_FILE` for the undo file of another tenant or cloud. */
export function requireTenant(undone: UndoFile, { tenant, cloud }: Pick<StoredPlan, 'tenant' | 'cloud'>): void {
  if (undone.tenant.toLowerCase() === tenant.toLowerCase() && undone.cloud === cloud) return;
  const message = `The undo file is of another tenant, ${undone.tenant} in the cloud ${undone.cloud}. Nothing was changed.`;
  throw new UserError('UNDO_FILE', message, { hint: 'Sign in to the tenant whose mailboxes were changed.' });
}

export interface PlanUndoOptions extends Pick<
  ApplyPlanOptions,
  'service' | 'guard' | 'signal' | 'now' | 'random' | 'sleep' | 'core'
> {
  readonly warnings: Warnings;
}

/**
 * The changes back that can be made: reads each mailbox, and leaves out those that are done or no longer fit. Rejects with the UserError
 * `CANCELLED`.
 */
export async function planUndo(
  undone: UndoFile,
  { core, warnings, signal, ...options }: PlanUndoOptions,
): Promise<readonly PlannedChange[]> {
  const run = { ...options, signal, limit: undefined, maxFailures: Infinity, isDryRun: true };
  const planned: PlannedChange[] = [];
  const left: AppliedChange[] = [];
  await logGroup(core, 'Read the mailboxes', async () => {
    for await (const results of applyChanges(undone.changes, run)) {
      for (const result of results) {
        if (result.status === 'pending') planned.push(result.change);
        else left.push(result);
        if (result.status !== 'pending') for (const line of linesOf(result)) core.info(logText(line));
      }
    }
  });
  requireUncancelled(signal);
  const other = left.find(({ error }) => error.endsWith(OTHER_MAILBOX));
  if (other !== undefined) {
    throw new UserError('UNDO_FILE', `In the undo file, ${other.error}. Nothing was changed.`, {
      hint: 'Take the undo.json of the run, unchanged. If the address was given to another mailbox since, change the others by hand.',
    });
  }
  const stale = left.filter(({ status }) => status !== 'unchanged').length;
  if (stale > 0) {
    warnings.add(
      `${counted(stale, 'change is', 'changes are')} not undone: the setting changed since, or cannot be restored. The log names them.`,
    );
  }
  return planned;
}

/** Throws the UserError `INPUT_INVALID` if the undo record would have no artifact. */
export function requireArtifactName(
  { mode, artifactName }: RemediateInputs,
  { loadArtifactClient }: Pick<Runner, 'loadArtifactClient'>,
): void {
  if (mode === 'plan' || artifactName !== undefined || loadArtifactClient === undefined) return;
  throw invalid(
    'artifact-name',
    '',
    'Name one, or omit the input: nothing is changed unless the undo record is an artifact.',
  );
}

/** The service of changes, whose requests end soon after a cancellation. */
export function changingService(
  signedIn: Pick<SignedIn, 'tokens' | 'exchangeTokens'>,
  reports: readonly ReportDefinition[],
  {
    signal,
    deadline,
    ...options
  }: Omit<Parameters<typeof settingsService>[1], 'propertiesOf'> & Pick<Runner, 'deadline'>,
): SettingsService {
  const propertiesOf = (target: Target): readonly string[] => {
    const report = reports.find(({ name }) => name === reportOf(target));
    return report !== undefined && isExchangeReport(report) ? report.request.select : [];
  };
  return settingsService(signedIn, { ...options, signal: endingSignal({ signal, deadline }), propertiesOf });
}

/** A signal that ends requests under way soon after a cancellation, and at the deadline. */
function endingSignal({ signal, deadline }: Pick<Runner, 'signal' | 'deadline'>): AbortSignal {
  const ending = new AbortController();
  const onAbort = (): void => {
    setTimeout(() => ending.abort(new Error('the run was cancelled')), ENDING_MS).unref();
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return AbortSignal.any([ending.signal, deadline]);
}

function deniedError({ change, error }: AppliedChange, { clientId }: RemediateInputs): UserError {
  const cmdlet = change.exchange?.cmdlet ?? 'Set-Mailbox';
  const message = `Exchange Online does not let the application run ${cmdlet}. ${error}`;
  return new UserError('WRITE_DENIED', message, grantSteps(cmdlet, clientId));
}

/** Why a change was not applied, and what its write has changed besides. */
function errorText(result: AppliedChange): string {
  const effects = sideEffects(result);
  return [result.error, effects === '' ? '' : `Also changed: ${effects}`].filter((text) => text !== '').join('. ');
}

/** Of a value in a line of the log. */
const LONGEST_VALUE = 80;

/** The lines about a change, and about what else its write has changed. */
function linesOf({ change, status, error, moved = [], others = [] }: AppliedChange): readonly string[] {
  return [
    `${changeText(change, LONGEST_VALUE)}: ${[status, error].filter((part) => part !== '').join('. ')}`,
    ...moved.map((each) => `${changeText(each, LONGEST_VALUE)}: changed with language.locale`),
    ...others.map((each) => `${changeText({ ...change, ...each }, LONGEST_VALUE)}: changed at the same time`),
  ];
}
