import { setTimeout as pause } from 'node:timers/promises';
import type { QueryResult } from '../graph/query.ts';
import type { Json, JsonObject } from '../json.ts';
import { cellText, shortened, visibleLine } from '../text/display.ts';
import { isSame, patchOf, settingIn, targetKey, type SettingChange, type Target } from './change.ts';
import type { SettingsService } from './services.ts';

/** What became of a change. */
export type ChangeStatus = 'applied' | 'unchanged' | 'stale' | 'not-verified' | 'failed' | 'cancelled';

export interface AppliedChange {
  readonly change: SettingChange;
  readonly status: ChangeStatus;
  /** Why it was not applied, else ''. Hostile text until escaped. */
  readonly error: string;
}

export interface ApplyOptions {
  readonly service: SettingsService;
  /** No write starts after it. */
  readonly signal: AbortSignal;
  /** Records changes before they are written. Returns a function that takes them back. */
  readonly onWrite: (changes: readonly SettingChange[]) => () => void;
}

/** Exchange Online can return the earlier value for a moment after a write. In ms. */
const SECOND_LOOK = 2_000;

/**
 * Applies changes, one target after the other: reads it, writes what still has the value of the plan, and reads it back.
 * Yields the changes of each target. Throws only if `onWrite` does.
 */
export async function* applyChanges(
  changes: readonly SettingChange[],
  options: ApplyOptions,
): AsyncGenerator<readonly AppliedChange[], void> {
  for (const ofTarget of Map.groupBy(changes, targetKey).values()) yield await applyToTarget(ofTarget, options);
}

async function applyToTarget(
  changes: readonly SettingChange[],
  { service, signal, onWrite }: ApplyOptions,
): Promise<readonly AppliedChange[]> {
  const [target] = changes;
  if (target === undefined) return [];
  if (signal.aborted) return changes.map(cancelled);
  const settings = changes.map(({ setting }) => setting);
  const found = await service.read(target, settings);
  if (found.status === 'cancelled') return changes.map(cancelled);
  if (found.status !== 'ok') {
    return changes.map((change) => ({ change, status: 'failed', error: `Not written: ${errorOf(found)}` }));
  }
  const checked = withStaleRules(changes.map((change) => ({ change, skipped: reasonToSkip(change, found.value) })));
  const pending = checked.flatMap(({ change, skipped }) => (skipped === undefined ? [change] : []));
  const written = pending.length === 0 ? [] : await write(pending, target, found.value, { service, signal, onWrite });
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

async function write(
  changes: readonly SettingChange[],
  target: Target,
  resource: JsonObject,
  { service, signal, onWrite }: ApplyOptions,
): Promise<readonly AppliedChange[]> {
  if (signal.aborted) return changes.map(cancelled);
  const takeBack = onWrite(changes);
  const settings = changes.map(({ setting }) => setting);
  const response = await service.write(target, patchOf(resource, changes));
  let readBack = await service.read(target, settings);
  if (response.status === 'ok' && readBack.status === 'ok' && !areApplied(changes, readBack.value)) {
    await pause(SECOND_LOOK);
    readBack = await service.read(target, settings);
  }
  const results = changes.map((change) => resultOf(change, response, readBack));
  // Nothing of it is in the mailbox, so there is nothing to undo.
  if (readBack.status === 'ok' && results.every(({ status }) => status === 'failed')) takeBack();
  return results;
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
  if (response.status !== 'ok') return { change, status: 'failed', error: `Not written: ${errorOf(response)}` };
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
