import { targetOf, type PlannedChange } from './change.ts';
import type { Services } from './targets/target.ts';
import { TARGETS, type Entry } from './targets/targets.ts';

/** The changes of entries with a holder, which must be read again. */
export function heldChanges(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return changes.filter((change) => targetOf(change).entries?.holders !== undefined);
}

/** The changes of an undo whose holders its plan reads. */
export function heldForUndo(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return heldChanges(changes).filter((change) => targetOf(change).entries?.holders?.isReadForUndo(change) === true);
}

/** The entries of changes whose holders are known now, with what is read of these. Rejects as the services of their targets do. */
export async function boundEntries(
  changes: readonly PlannedChange[],
  services: Pick<Services, 'graph' | 'exchange'>,
): Promise<ReadonlyMap<Entry, Entry>> {
  const bound = new Map<Entry, Entry>();
  for (const { name, entries } of TARGETS) {
    const own = changes.filter(({ target }) => target === name);
    if (entries?.holders === undefined || own.length === 0) continue;
    for (const [before, after] of await entries.holders.bound(own, services)) bound.set(before, after);
  }
  return bound;
}

/** The entries of changes that take something away, with what their holders keep. Rejects as the services of their targets do. */
export async function keptEntries(
  changes: readonly PlannedChange[],
  staying: ReadonlyMap<Entry, readonly Entry[]>,
  services: Pick<Services, 'graph' | 'exchange'>,
): Promise<ReadonlyMap<Entry, Entry>> {
  const kept = new Map<Entry, Entry>();
  for (const { name, entries } of TARGETS) {
    const removed = changes.flatMap(({ target, entry }) => {
      const others = target === name ? staying.get(entry) : undefined;
      return others === undefined || others.length === 0 ? [] : [{ entry, staying: others }];
    });
    if (entries?.holders?.keeping === undefined || removed.length === 0) continue;
    for (const [before, after] of await entries.holders.keeping(removed, services)) kept.set(before, after);
  }
  return kept;
}

/** The entry of a change, with what is read of its holder; undefined if that is not known to be the same. */
export function boundEntry(change: PlannedChange, bound: ReadonlyMap<Entry, Entry>): Entry | undefined {
  return targetOf(change).entries?.holders === undefined ? change.entry : bound.get(change.entry);
}
