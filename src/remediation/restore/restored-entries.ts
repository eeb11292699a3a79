import { isObject, textIn } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { hasUnknownItem, itemColumns, itemPositions } from '../../reports/row-identity.ts';
import type { SettingChange, Target } from '../change.ts';
import { isResourceId, ruleDigest } from '../entry.ts';
import { isSame } from '../setting-values.ts';
import { SKIPPED } from '../target-plan.ts';
import { isSameEntry, keptEntry, returnedEntry, shownEntry, type ShownEntry } from './kept-values.ts';
import { restoringChange, type Candidate, type RestoreContext, type ThenAndNow } from './restored-change.ts';

interface EntryContext extends RestoreContext {
  readonly cloud: string;
  readonly autoMapping: boolean;
}

/** What becomes of an entry: a change, or why it is left alone. */
interface RestoredEntry {
  readonly item: string;
  /** Undefined: it is as it was. */
  readonly result: Candidate | string | undefined;
}

/**
 * Brings entries of a mailbox back: those that are gone are given back, and those that differ are set back. What is newer is left alone.
 * Undefined if the services do not show all entries.
 */
export function restoredEntries(
  { report, then, now }: ThenAndNow,
  target: Target,
  context: EntryContext,
): readonly RestoredEntry[] | undefined {
  const positions = itemPositions(itemColumns(report), Object.keys(report.columns)) ?? [];
  const present: ShownEntry[] = [];
  for (const row of now.rows) {
    if (row.content !== 'item') continue;
    if (!isObject(row.object) || hasUnknownItem(positions, row)) return undefined;
    present.push(shownEntry(report, row, row.object));
  }
  const kept = then.rows.map((row) => keptEntry(report, row));
  const older = kept.map((one): RestoredEntry => {
    const same = present.find((other) => isSameEntry(one, other));
    if (same !== undefined) return { item: one.item, result: setBack(one, same, { report, target, context }) };
    const isRepeated = kept.filter((other) => isSameEntry(one, other)).length > 1;
    const result = isRepeated ? SKIPPED['two-entries'] : givenBack(one, { report, target, context });
    return { item: one.item, result };
  });
  const newer = present.filter((one) => !kept.some((other) => isSameEntry(other, one)));
  return [...older, ...newer.map(({ item }) => ({ item, result: 'it is newer than the report' }))];
}

interface EntryTarget {
  readonly report: ThenAndNow['report'];
  readonly target: Target;
  readonly context: EntryContext;
}

function givenBack(
  { item, row, found }: ShownEntry,
  { report, target, context: { run, cloud, autoMapping } }: EntryTarget,
): Candidate | string {
  if (typeof found === 'string') return SKIPPED[found];
  if (found.entry.kind === 'rule' && cloud === 'china') return SKIPPED['no-rules-in-cloud'];
  const returned = returnedEntry(found);
  const isMapped = returned.kind === 'right' && returned.right === 'FullAccess';
  const entry = isMapped ? { ...returned, autoMapping } : returned;
  const values = { before: null, after: found.value };
  return { change: restoringChange(run, { ...target, entry, item, setting: WHOLE_ROW, ...values }), report, row };
}

/** The change of an entry that is there, or why it has none; undefined if the entry is as it was. */
function setBack(
  then: ShownEntry,
  now: ShownEntry,
  { report, target, context: { run } }: EntryTarget,
): Candidate | string | undefined {
  if (JSON.stringify(then.row.cells) === JSON.stringify(now.row.cells)) return undefined;
  const change = report.corrects?.target === 'inboxRule' ? ruleSetBack(then, now) : entrySetBack(then, now);
  if (typeof change !== 'object') return change;
  return { change: restoringChange(run, { ...target, item: then.item, ...change }), report, object: now.object };
}

/** What is set back in an entry. */
type SetBack = Pick<SettingChange, 'setting' | 'before' | 'after' | 'entry' | 'ruleDigest'> &
  Partial<Pick<SettingChange, 'inboxRule'>>;

/** Sets back whether a rule is enabled, even if the rule could not be given back. */
function ruleSetBack({ object: then }: ShownEntry, { object: now }: ShownEntry): SetBack | string | undefined {
  const { id: inboxRule, isReadOnly, isEnabled: before } = now;
  const { isEnabled: after } = then;
  const [nameThen, nameNow] = [then, now].map((rule) => textIn(rule, 'displayName').toLowerCase());
  const digest = ruleDigest(now);
  if (isReadOnly !== false || !isResourceId(inboxRule)) return SKIPPED['read-only'];
  if (!isObject(then.actions)) return SKIPPED['partial-rule'];
  if (nameThen !== nameNow || ruleDigest(then) !== digest) return 'the inbox rule does something else now';
  if (before === after) return undefined;
  if (typeof before !== 'boolean' || typeof after !== 'boolean') return SKIPPED.hidden;
  return { setting: 'isEnabled', before, after, inboxRule, ruleDigest: digest };
}

function entrySetBack({ found: then }: ShownEntry, { found: now }: ShownEntry): SetBack | string | undefined {
  if (typeof now === 'string') return SKIPPED[now];
  if (typeof then === 'string') return SKIPPED[then];
  if (now.entry.kind === 'calendar') {
    const [before, after] = [textIn(now.value, 'role'), textIn(then.value, 'role')];
    return isSame('role', before, after) ? undefined : { setting: 'role', before, after, entry: now.entry };
  }
  const isKind = textIn(then.value, 'inheritance') === textIn(now.value, 'inheritance');
  return isKind ? undefined : 'the right has another inheritance now';
}
