import { isObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { hasUnknownItem, itemColumns, itemPositions } from '../../reports/row-identity.ts';
import { targetOf } from '../change.ts';
import { reasonText } from '../left-row.ts';
import type { Place, WriteTarget } from '../targets/target.ts';
import type { Entry } from '../targets/targets.ts';
import { isSameEntry, keptEntries, shownCells, shownEntry, type RowEntry } from './kept-values.ts';
import { restoringChange, type Candidate, type RestoreContext, type ThenAndNow } from './restored-change.ts';

export interface EntryContext extends RestoreContext {
  /** As `RestoreSource` has it. */
  readonly accountOf: (address: string) => string | undefined;
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
  place: TargetPlace,
  context: EntryContext,
): readonly RestoredEntry[] | undefined {
  const positions = itemPositions(itemColumns(report), Object.keys(report.columns)) ?? [];
  const target = targetOf(place);
  const present: RowEntry[] = [];
  for (const row of now.rows) {
    if (row.content !== 'item') continue;
    if (!isObject(row.object) || hasUnknownItem(positions, row)) return undefined;
    present.push(shownEntry(report, target, row, row.object));
  }
  const kept = keptEntries(report, target, then.rows);
  const older = kept.map((one): RestoredEntry => {
    const same = present.find((other) => isSameEntry(target, one, other));
    if (same !== undefined) return { item: one.item, result: setBack(one, same, { report, place, context }) };
    const isRepeated = kept.filter((other) => isSameEntry(target, one, other)).length > 1;
    const result = isRepeated ? reasonText('twins') : givenBack(one, { report, place, context });
    return { item: one.item, result };
  });
  const newer = present.filter((one) => !kept.some((other) => isSameEntry(target, other, one)));
  return [...older, ...newer.map(({ item }) => ({ item, result: 'it is newer than the report' }))];
}

/** Where the entries of a target are. */
interface TargetPlace extends Place {
  readonly target: string;
}

interface EntryPlace {
  readonly report: ThenAndNow['report'];
  readonly place: TargetPlace;
  readonly context: EntryContext;
}

function givenBack(
  { item, row, object, writable }: RowEntry,
  { report, place, context }: EntryPlace,
): Candidate | string {
  if (typeof writable === 'string') return reasonText(writable);
  const { run, cloud, autoMapping } = context;
  const target = targetOf(place);
  const made = target.ofRow(object, { isWhole: true, isOfPolicy: false, cloud });
  if (typeof made === 'string') return reasonText(made);
  const { value = {} } = made;
  const given = target.entries?.givenBack(made.entry, value, { autoMapping }) ?? made.entry;
  const held = heldThen(target, given, context);
  if (typeof held === 'string') return held;
  const change = { ...place, ...held, item, setting: WHOLE_ROW, before: null, after: value };
  return { change: restoringChange(run, change, { expected: shownCells(report, row) }), report, row };
}

/** The change of an entry that is there, or why it has none; undefined if the entry is as it was. */
function setBack(
  then: RowEntry,
  now: RowEntry,
  { report, place, context }: EntryPlace,
): Candidate | string | undefined {
  if (JSON.stringify(then.row.cells) === JSON.stringify(now.row.cells)) return undefined;
  const target = targetOf(place);
  const change = target.entries?.setBack(then, now);
  if (change === undefined) return undefined;
  if (typeof change === 'string') return reasonText(change);
  const held = heldThen(target, change.entry, context);
  if (typeof held === 'string') return held;
  const setting = { ...place, item: then.item, ...change, ...held };
  const evidence = { found: shownCells(report, now.row), expected: shownCells(report, then.row) };
  return { change: restoringChange(context.run, setting, evidence), report, object: now.object };
}

/** An entry with who held it then, or why it is left: the report must say whose an address was. */
function heldThen(
  { entries }: WriteTarget<Entry>,
  entry: Entry,
  { accountOf }: Pick<EntryContext, 'accountOf'>,
): { readonly entry: Entry } | string {
  const { holders } = entries ?? {};
  const address = holders?.addressOf?.(entry);
  if (holders?.keptBy === undefined || address === undefined) return { entry };
  const account = accountOf(address);
  return account === undefined ? reasonText('no-kept-holder') : { entry: holders.keptBy(entry, account) };
}
