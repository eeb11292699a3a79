import type { Groups, Member } from '../../access/groups.ts';
import type { CommandRunner } from '../../exchange/command-runner.ts';
import type { RightEntry } from './right-entry.ts';
import type { RemovedEntry } from './target.ts';
import { boundRights } from './trustee-identity.ts';

/**
 * The rights that people keep through a group although their own is taken away, with these groups, as far as it is known. Rejects as
 * `CommandRunner.batch` does.
 */
export async function rightsKept(
  removed: readonly RemovedEntry<RightEntry>[],
  runner: Pick<CommandRunner, 'batch'>,
  groups: Groups,
): Promise<ReadonlyMap<RightEntry, RightEntry>> {
  const failure = await groups.list();
  const pairs = removed.flatMap(({ entry, staying }) =>
    staying.flatMap((other) => (other.right === entry.right && mayBeGroup(other, groups) ? [{ entry, other }] : [])),
  );
  if (pairs.length === 0) return new Map();
  const bound = await boundRights([...new Set(pairs.map(({ other }) => other))], runner, groups);
  const ids = [...new Set([...bound.values()].flatMap(({ group }) => group?.id ?? []))];
  const found = failure === undefined ? ids.flatMap((id) => groups.get(id) ?? []) : [];
  const lists = await groups.members(found);
  const members = new Map(found.map(({ id }, at) => [id.toLowerCase(), lists[at]]));
  const kept = new Map<RightEntry, NonNullable<RightEntry['keptThrough']>>();
  for (const { entry, other } of pairs) {
    const group = bound.get(other)?.group;
    if (group === undefined) continue;
    const list = members.get(group.id.toLowerCase());
    const known = list === undefined || typeof list === 'string' || 'status' in list ? undefined : list;
    if (known?.some((member) => isMember(member, entry)) === false) continue;
    kept.set(entry, [
      ...(kept.get(entry) ?? []),
      known === undefined ? { group: other.label, isUnknown: true } : { group: other.label },
    ]);
  }
  return new Map([...kept].map(([entry, keptThrough]) => [entry, { ...entry, keptThrough }]));
}

/** Exchange names users by their user principal names, and groups by their names. */
function mayBeGroup({ trustee, label }: RightEntry, groups: Groups): boolean {
  return [trustee, label].some((name) => !name.includes('@') || groups.byAddress(name) !== undefined);
}

function isMember({ label }: Member, { trustee, label: shown }: RightEntry): boolean {
  return [trustee, shown].some((name) => name.toLowerCase() === label.toLowerCase());
}
