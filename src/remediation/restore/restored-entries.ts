import { isObject, textIn, type Json } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { hasUnknownItem, itemColumns, itemPositions } from '../../reports/row-identity.ts';
import type { Target } from '../change.ts';
import { ruleDigest, type FoundEntry } from '../entry.ts';
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

/** The change of an entry that is there. */
function setBack(
  { item, found: then }: ShownEntry,
  { found: now, object }: ShownEntry,
  { report, target, context: { run } }: EntryTarget,
): Candidate | string | undefined {
  // Both are what no plan writes, and equal.
  if (typeof then === 'string') return undefined;
  if (typeof now === 'string') return SKIPPED[now];
  const change = differenceOf(then, now);
  if (typeof change !== 'object') return change;
  const { entry } = now;
  const own = entry.kind === 'rule' ? { inboxRule: entry.id, ruleDigest: ruleDigest(object) } : { entry };
  return { change: restoringChange(run, { ...target, ...own, item, ...change }), report, object };
}

/** What is set back in an entry, or why nothing is; undefined if it is as it was. */
function differenceOf(
  then: FoundEntry,
  now: FoundEntry,
): { readonly setting: string; readonly before: Json; readonly after: Json } | string | undefined {
  switch (now.entry.kind) {
    case 'right': {
      const isKind = textIn(then.value, 'inheritance') === textIn(now.value, 'inheritance');
      return isKind ? undefined : 'the right has another inheritance now';
    }
    case 'calendar': {
      const [before, after] = [textIn(now.value, 'role'), textIn(then.value, 'role')];
      return isSame('role', before, after) ? undefined : { setting: 'role', before, after };
    }
    case 'rule': {
      const values = [then.value, now.value].map((value) => ({ ...value, isEnabled: null }));
      if (!isSame(WHOLE_ROW, values[0] ?? null, values[1] ?? null)) return 'the inbox rule does something else now';
      const [before, after] = [now.value.isEnabled ?? null, then.value.isEnabled ?? null];
      return before === after ? undefined : { setting: 'isEnabled', before, after };
    }
  }
}
