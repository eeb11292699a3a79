import { UserError } from '../errors.ts';
import { isObject } from '../json.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import { logGroup } from '../run/log.ts';
import { inputName } from '../text/audience.ts';
import { counted } from '../text/numbers.ts';
import { writeChanges } from './change-queue.ts';
import { targetOf, type AppliedChange, type PlannedChange, type SettingsService } from './change.ts';
import type { Guard } from './guard.ts';
import { logChanges } from './outcome.ts';
import { requireUncancelled } from './reading.ts';
import type { RemediationRun } from './remediation-run.ts';
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

/**
 * The changes back that can be made: reads each mailbox, and leaves out those that are done or no longer fit. Rejects with the UserError
 * `CANCELLED`, and with `INCOMPLETE` after as many unreadable ones as `max-failures` says.
 */
export async function planUndo(
  { runner, inputs, warnings }: RemediationRun,
  undone: UndoFile,
  service: SettingsService,
  guard: Guard,
): Promise<readonly PlannedChange[]> {
  const { core, signal, now, random, sleep } = runner;
  const dryRun = {
    service,
    guard,
    signal,
    now,
    random,
    sleep,
    limit: undefined,
    maxFailures: Infinity,
    isEachAlone: true,
    isDryRun: true,
  };
  const { maxFailures } = inputs;
  let unreadCount = 0;
  const changes = undone.changes.map((change) => mapping(change, inputs.autoMapping === 'true'));
  const undoable: PlannedChange[] = [];
  const otherResults: AppliedChange[] = [];
  await logGroup(core, 'Read the mailboxes', async () => {
    for await (const results of writeChanges(changes, dryRun)) {
      for (const result of results) {
        if (result.status === 'pending') undoable.push(result.change);
        else otherResults.push(result);
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
  const stale = otherResults.filter(({ status }) => status !== 'unchanged').length;
  if (stale > 0) {
    const where = inputs.summary === 'counts' ? '' : ' The log names them.';
    warnings.add(
      `${counted(stale, 'change is', 'changes are')} not undone: the setting changed since, cannot be restored, or the address is of another mailbox.${where}`,
    );
  }
  return undoable;
}

/** A change with whether Full Access that it gives back maps in Outlook. */
function mapping(change: PlannedChange, autoMapping: boolean): PlannedChange {
  const { entry, setting, after } = change;
  if (setting !== WHOLE_ROW || !isObject(after)) return change;
  return { ...change, entry: targetOf(change).entries?.givenBack(entry, after, { autoMapping }) ?? entry };
}
