import type { Json, JsonObject } from '../json.ts';
import type { EpochMs } from '../text/numbers.ts';
import {
  areTogether,
  isUnset,
  targetOf,
  unwritten,
  type AppliedChange,
  type ChangeStatus,
  type PlannedChange,
} from './change.ts';
import { isSame, settingIn, shownValue, shows } from './targets/setting-values.ts';
import type { Guard } from './guard.ts';
import { isOff } from './targets/mailbox-settings.ts';

/** A change that is to be written, and the value that it replaces. */
export interface NeededChange {
  readonly change: PlannedChange;
  readonly expected: Json;
}

export type Results = Map<PlannedChange, AppliedChange>;

/**
 * Keeps the changes that are to be written to a target as just read, and adds the results of the others.
 *
 * @param isWritten whether an earlier write of them may have had an effect
 */
export function neededChanges(
  needed: readonly NeededChange[],
  resource: JsonObject,
  guard: Guard,
  now: EpochMs,
  results: Results,
  isWritten: boolean,
): readonly NeededChange[] {
  const changes = needed.map(({ change }) => change);
  const skip = (change: PlannedChange, status: ChangeStatus, error: string): void => {
    results.set(change, { ...unwritten(change, status, error), isWritten });
  };
  const misfits: PlannedChange[] = [];
  const misfit = (change: PlannedChange, status: 'stale' | 'failed', error: string): void => {
    skip(change, status, error);
    misfits.push(change);
  };
  const fits = guard(changes, resource);
  const isScheduleOff = isOff(resource, changes, now);
  for (const [index, one] of needed.entries()) {
    const { change } = one;
    const fit = fits[index];
    const current = settingIn(resource, change.setting);
    // The guard compares with the value of the plan, which an earlier step may have moved.
    const isMoved = one.expected !== change.before;
    if (isDone(one, resource) || isScheduleOff(change)) skip(change, 'unchanged', '');
    else if (isMoved && !isSame(change.setting, current, one.expected)) {
      misfit(change, 'stale', `Changed since the plan: the value is ${shownValue(current)}`);
    } else if (fit !== undefined && 'error' in fit && !isMoved) misfit(change, fit.status, fit.error);
    else if (isUnset(change, change.after)) {
      skip(change, 'failed', 'Not written: there was no value before, which cannot be restored');
    }
  }
  // Such as a forwarding address and whether the mailbox keeps a copy.
  for (let isMore = true; isMore;) {
    isMore = false;
    for (const change of changes) {
      const mate = misfits.find((each) => areTogether(each, change));
      if (mate === undefined || results.has(change)) continue;
      const isStale = results.get(mate)?.status === 'stale';
      const reason = isStale ? 'changed since the plan' : 'could not be checked';
      misfit(change, isStale ? 'stale' : 'failed', `Not written: ${mate.setting}, which belongs to it, ${reason}`);
      isMore = true;
    }
  }
  const remaining = needed.filter(({ change }) => !results.has(change));
  const [first] = remaining;
  const remainingChanges = remaining.map(({ change }) => change);
  const problem = first && targetOf(first.change).problemOf?.(resource, remainingChanges, now);
  if (problem === undefined) return remaining;
  return remaining.filter(({ change }) => {
    const { setting } = change;
    const isConcerned = problem.settings.some((path) => setting === path || setting.startsWith(`${path}.`));
    if (isConcerned) skip(change, 'failed', `Not written: the mailbox ${problem.text}`);
    return !isConcerned;
  });
}

/** Whether a target shows what a change is to set, or what its service makes of it. */
export function isDone({ change: { setting, after }, expected }: NeededChange, resource: JsonObject): boolean {
  const current = settingIn(resource, setting);
  return isSame(setting, current, after) || (!isSame(setting, current, expected) && shows(setting, current, after));
}
