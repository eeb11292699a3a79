import { setTimeout as pause } from 'node:timers/promises';
import type { QueryResult } from '../graph/query.ts';
import type { Json, JsonObject } from '../json.ts';
import { cellText, shortened, visibleLine } from '../text/display.ts';
import type { EpochMs } from '../text/numbers.ts';
import {
  isSame,
  patchOf,
  settingIn,
  targetKey,
  type PlannedChange,
  type SetCmdlet,
  type SettingChange,
  type Target,
} from './change.ts';
import type { Fit, Guard } from './guard.ts';
import { inSteps, movedFormats, problemOf, withoutPastSchedule } from './mailbox-settings.ts';
import type { SettingsService } from './services.ts';

/** What became of a change. */
export type ChangeStatus = 'applied' | 'unchanged' | 'stale' | 'not-verified' | 'failed' | 'cancelled';

export interface AppliedChange {
  readonly change: SettingChange;
  readonly status: ChangeStatus;
  /** Why it was not applied, else ''. Hostile text until escaped. */
  readonly error: string;
  /** Formats of dates and times that its write has moved. They are recorded, and undone with it. */
  readonly moved?: readonly SettingChange[];
  /** The cmdlet that the application may not run, if that is why. */
  readonly refused?: SetCmdlet | undefined;
}

export interface ApplyOptions {
  readonly service: SettingsService;
  readonly guard: Guard;
  /** No write starts after it. */
  readonly signal: AbortSignal;
  readonly now: () => EpochMs;
  /** Records changes before they are written. Returns a function that takes them back. */
  readonly onWrite: (changes: readonly SettingChange[]) => () => void;
}

/** Exchange Online can return the earlier value for a moment after a write. In ms. */
const SECOND_LOOK = 2_000;

/**
 * Applies changes, one target after the other: reads it, writes what still has the value of the plan, and reads it back.
 * Yields the changes of each target. A cmdlet that Exchange Online refuses is not run again. Throws only if `onWrite` does.
 */
export async function* applyChanges(
  changes: readonly PlannedChange[],
  options: ApplyOptions,
): AsyncGenerator<readonly AppliedChange[], void> {
  const refused = new Set<SetCmdlet>();
  for (const ofTarget of Map.groupBy(changes, targetKey).values()) {
    const cmdlet = ofTarget[0]?.exchange?.cmdlet;
    if (cmdlet !== undefined && refused.has(cmdlet)) {
      yield ofTarget.map((change) => ({ change, status: 'failed', error: `Not tried: ${cmdlet} was refused before` }));
      continue;
    }
    const results = await applyToTarget(ofTarget, options);
    for (const { refused: name } of results) if (name !== undefined) refused.add(name);
    yield results;
  }
}

async function applyToTarget(
  planned: readonly PlannedChange[],
  options: ApplyOptions,
): Promise<readonly AppliedChange[]> {
  const { service, guard, signal, now } = options;
  const [target] = planned;
  if (target === undefined) return [];
  if (signal.aborted) return planned.map(cancelled);
  const found = await service.read(
    target,
    planned.map(({ setting }) => setting),
  );
  if (found.status === 'cancelled') return planned.map(cancelled);
  if (found.status !== 'ok') {
    return planned.map((change) => ({ change, status: 'failed', error: `Not written: ${errorOf(found)}` }));
  }
  const changes = withoutPastSchedule(found.value, planned, now());
  const fits = guard(planned, found.value);
  const checked = withoutProblems(
    withStaleRules(
      changes.map((change, at) => ({
        change,
        skipped: reasonToSkip(change, found.value) ?? skippedBy(fits[at], change),
      })),
    ),
    found.value,
    now(),
  );
  const pending = checked.flatMap(({ change, skipped }) => (skipped === undefined ? [change] : []));
  const written = pending.length === 0 ? [] : await write(pending, target, found.value, options);
  return checked.flatMap(({ change, skipped }) => skipped ?? written.find((result) => result.change === change) ?? []);
}

interface CheckedChange {
  readonly change: SettingChange;
  /** Why it is not written; undefined if it is. */
  readonly skipped: AppliedChange | undefined;
}

/**
 * Skips also the other changes of a rule that has a stale one: settings of a rule may be safe only together, such as a
 * forwarding address and whether the mailbox keeps a copy.
 */
function withStaleRules(checked: readonly CheckedChange[]): readonly CheckedChange[] {
  const stale = checked.flatMap(({ skipped }) => (skipped?.status === 'stale' ? [skipped.change] : []));
  const rules = new Set(stale.flatMap((change) => change.rules));
  const [first] = stale;
  if (first === undefined) return checked;
  const widened = checked.map(({ change, skipped }): CheckedChange => {
    if (skipped !== undefined || !change.rules.some((rule) => rules.has(rule))) return { change, skipped };
    const error = `Not written: ${first.setting}, which the same rule sets, changed since the plan`;
    return { change, skipped: { change, status: 'stale', error } };
  });
  return widened.every(({ skipped }, at) => skipped === checked[at]?.skipped) ? widened : withStaleRules(widened);
}

/** Skips what Graph would refuse, such as a date that has passed since the plan. */
function withoutProblems(
  checked: readonly CheckedChange[],
  resource: JsonObject,
  now: EpochMs,
): readonly CheckedChange[] {
  const pending = checked.flatMap(({ change, skipped }) => (skipped === undefined ? [change] : []));
  const problem = problemOf(resource, pending, now);
  if (problem === undefined) return checked;
  const isConcerned = (setting: string): boolean =>
    problem.settings.some((path) => setting === path || setting.startsWith(`${path}.`));
  return checked.map(({ change, skipped }) =>
    skipped === undefined && isConcerned(change.setting)
      ? { change, skipped: { change, status: 'failed', error: `Not written: the mailbox ${problem.text}` } }
      : { change, skipped },
  );
}

/** Why a change is not written to a target that has been read; undefined if it is written. */
function reasonToSkip(change: SettingChange, resource: JsonObject): AppliedChange | undefined {
  const { setting, before, after } = change;
  const current = settingIn(resource, setting);
  if (isSame(setting, current, after)) return { change, status: 'unchanged', error: '' };
  if (!isSame(setting, current, before)) {
    return { change, status: 'stale', error: `Changed since the plan: the value is ${shown(current)}` };
  }
  // In Exchange Online, null clears a property.
  if (after !== null || change.exchange !== undefined) return undefined;
  return { change, status: 'failed', error: 'Not written: there was no value before, which cannot be restored' };
}

function skippedBy(fit: Fit | undefined, change: SettingChange): AppliedChange | undefined {
  return fit?.status === 'stale' ? { change, status: 'stale', error: fit.error } : undefined;
}

async function write(
  changes: readonly SettingChange[],
  target: Target,
  resource: JsonObject,
  { service, signal, onWrite }: ApplyOptions,
): Promise<readonly AppliedChange[]> {
  if (signal.aborted) return changes.map(cancelled);
  const takeBack = onWrite(changes);
  const settings = changes.map(({ setting }) => setting);
  let response: QueryResult<JsonObject> = { status: 'ok', value: {} };
  for (const step of inSteps(changes)) {
    response = await service.write(target, patchOf(resource, step));
    if (response.status !== 'ok') break;
  }
  let readBack = await service.read(target, settings);
  if (response.status === 'ok' && readBack.status === 'ok' && !areApplied(changes, readBack.value)) {
    await pause(SECOND_LOOK);
    readBack = await service.read(target, settings);
  }
  const results = changes.map((change) => resultOf(change, response, readBack));
  if (readBack.status !== 'ok') return results;
  // Nothing of it is in the mailbox, so there is nothing to undo.
  if (results.every(({ status }) => status === 'failed')) takeBack();
  const moved = movedFormats(changes, resource, readBack.value);
  if (moved.length > 0) onWrite(moved);
  return results.map((result, at) => (at === 0 ? { ...result, moved } : result));
}

function areApplied(changes: readonly SettingChange[], resource: JsonObject): boolean {
  return changes.every(({ setting, after }) => isSame(setting, settingIn(resource, setting), after));
}

/** A write whose response was lost counts by what is read back. */
function resultOf(
  change: SettingChange,
  response: QueryResult<JsonObject>,
  readBack: QueryResult<JsonObject>,
): AppliedChange {
  const { setting, after } = change;
  if (readBack.status !== 'ok') {
    const written =
      response.status === 'ok' ? 'Written' : `It is unknown whether this was written (${errorOf(response)})`;
    const status = response.status === 'ok' ? 'not-verified' : 'failed';
    return { change, status, error: `${written}, and not read back: ${errorOf(readBack)}` };
  }
  const current = settingIn(readBack.value, setting);
  if (isSame(setting, current, after)) return { change, status: 'applied', error: '' };
  if (response.status !== 'ok') {
    const refused = response.status === 'access-denied' ? change.exchange?.cmdlet : undefined;
    return { change, status: 'failed', error: `Not written: ${errorOf(response)}`, refused };
  }
  return { change, status: 'not-verified', error: `Written, but the value is ${shown(current)}` };
}

function cancelled(change: SettingChange): AppliedChange {
  return { change, status: 'cancelled', error: '' };
}

function errorOf(result: QueryResult<JsonObject>): string {
  return result.status === 'ok' ? '' : [result.status, result.error].filter((part) => part !== '').join(', ');
}

function shown(value: Json): string {
  const text = cellText(value);
  return text === '' ? 'blank' : visibleLine(shortened(text, 200));
}
