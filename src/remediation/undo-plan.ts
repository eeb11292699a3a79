import { UserError } from '../errors.ts';
import { machineOf } from '../http/machine.ts';
import { isObject } from '../json.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import { logGroup } from '../run/log.ts';
import { inputName } from '../text/audience.ts';
import { counted } from '../text/numbers.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { storedChange } from './change-file.ts';
import { writeChanges } from './change-queue.ts';
import {
  settingName,
  targetKey,
  targetOf,
  type AppliedChange,
  type PlannedChange,
  type SettingsService,
} from './change.ts';
import { requireOwnChanges, type Guard } from './guard.ts';
import type { LeftRow } from './left-row.ts';
import { logChanges } from './outcome.ts';
import { PlanDraft } from './plan-draft.ts';
import { requireUncancelled } from './reading.ts';
import type { RemediationRun } from './remediation-run.ts';
import { comparable } from './targets/setting-values.ts';
import type { UndoFile } from './undo-file.ts';

/** Throws the UserError `UNDO_FILE` for the undo file of another tenant or cloud, and in a workflow of another repository. */
export function requireOwn(undone: UndoFile, tenant: string, cloud: string, repository: string): void {
  const refused = (what: string, hint: string): UserError =>
    new UserError('UNDO_FILE', `The undo file is of another ${what}. Nothing was changed.`, { hint });
  if (undone.tenant.toLowerCase() !== tenant.toLowerCase() || undone.cloud !== cloud) {
    const place = `tenant, ${undone.tenant} in the cloud ${undone.cloud}`;
    throw refused(place, 'Sign in to the tenant whose mailboxes were changed.');
  }
  const { source } = undone;
  if (repository === '' || source.repository.toLowerCase() === repository.toLowerCase()) return;
  const place =
    source.repository === '' ? 'place: it was not written in a workflow' : `repository, ${source.repository}`;
  throw refused(place, 'Undo it there, or at a terminal.');
}

/** Throws the UserError `PLAN_FILE` unless each change of a plan is one of the undo file: a plan that was edited gains nothing. */
export function requireChangesOfUndo(changes: readonly PlannedChange[], undone: UndoFile, list: MailboxList): void {
  const recorded = new Set(undone.changes.map(recordedText));
  requireOwnChanges(changes, list, (change) => recorded.has(recordedText(change)), {
    what: 'which the undo file does not have',
    hint: 'The plan was edited. Make a new plan, review it and approve it.',
  });
}

/**
 * Reads the entries of an undo file that equal an entry of its plan but are there again, so that the plan does not have them. The service
 * then knows their IDs, and takes none of them for the entry that the plan gives back.
 */
export async function readTwins(
  { changes }: Pick<UndoFile, 'changes'>,
  planned: readonly PlannedChange[],
  service: SettingsService,
): Promise<void> {
  const keyOf = ({ address, target, setting, after }: PlannedChange): string =>
    JSON.stringify([address.toLowerCase(), target, setting, comparable(setting, after)]);
  const given = new Set(planned.filter(({ setting, after }) => setting === WHOLE_ROW && after !== null).map(keyOf));
  const own = new Set(planned.map(targetKey));
  for (const change of changes)
    if (given.has(keyOf(change)) && !own.has(targetKey(change))) await service.read(change, [change.setting]);
}

function recordedText(change: PlannedChange): string {
  const { title, found, expected } = change;
  const entry = targetOf(change).entries?.asRecorded?.(change.entry) ?? change.entry;
  return JSON.stringify({ ...storedChange({ ...change, entry }), title, found, expected });
}

/**
 * The changes back that can be made: reads each mailbox, leaves out those that are done, and lists those that no longer fit. Rejects with the UserError
 * `CANCELLED`, and with `INCOMPLETE` after as many unreadable ones as `max-failures` says.
 */
export async function planUndo(
  { runner, inputs }: RemediationRun,
  undone: UndoFile,
  service: SettingsService,
  guard: Guard,
): Promise<PlanDraft> {
  const { core, signal } = runner;
  const dryRun = {
    ...machineOf(runner),
    service,
    guard,
    signal,
    limit: undefined,
    maxFailures: Infinity,
    isEachAlone: true,
    isDryRun: true,
  };
  const { maxFailures } = inputs;
  let unreadCount = 0;
  const changes = undone.changes.map((change) => mapping(change, inputs.autoMapping === 'true'));
  const draft = new PlanDraft();
  await logGroup(core, 'Read the mailboxes', async () => {
    for await (const results of writeChanges(changes, dryRun)) {
      for (const result of results) {
        if (result.status === 'pending') draft.add([result.change], {});
        else if (result.status !== 'unchanged') draft.left.push(leftResult(result));
        if (result.isUnread === true) unreadCount += 1;
      }
      const notUndone = results.filter(({ status }) => status !== 'pending');
      logChanges(core, inputs.summary, notUndone);
      if (unreadCount >= maxFailures) break;
    }
  });
  requireUncancelled(signal);
  if (unreadCount >= maxFailures) {
    const message = `The mailboxes of ${counted(unreadCount, 'change', 'changes')} could not be read; ${inputName('max-failures')} allows fewer. Nothing was changed.`;
    throw new UserError('INCOMPLETE', message, {
      hint: `The log has the cause of each. Correct it, or raise ${inputName('max-failures')}.`,
    });
  }
  return draft;
}

/** A change that cannot be undone. */
function leftResult({ change, error }: AppliedChange): LeftRow {
  // The plan says above each reason that the item is left.
  return { mailbox: change.address, item: settingName(change), reason: error.replace(/^Not written: /, '') };
}

/** A change with whether Full Access that it gives back maps in Outlook. */
function mapping(change: PlannedChange, autoMapping: boolean): PlannedChange {
  const { entry, setting, after } = change;
  if (setting !== WHOLE_ROW || !isObject(after)) return change;
  return { ...change, entry: targetOf(change).entries?.givenBack(entry, after, { autoMapping }) ?? entry };
}
