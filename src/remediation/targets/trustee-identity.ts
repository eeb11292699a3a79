import { objectsOf, selectedProperties, type Command } from '../../exchange/command.ts';
import { BATCH_SIZE, type CommandRunner } from '../../exchange/command-runner.ts';
import { RECIPIENT_SELECT } from '../../exchange/recipients.ts';
import { isGuid, textIn, type JsonObject } from '../../json.ts';
import type { Group, Groups } from '../../access/groups.ts';
import { GROUP_TYPES } from '../../source/exchange-source.ts';
import type { RightEntry } from './right-entry.ts';

/** The trustee that has a name now. */
export interface TrusteeIdentity {
  /** '' if the answer does not say it: that of a group. */
  readonly sid: string;
  /** The object ID in Entra ID. */
  readonly id: string;
  readonly isGroup: boolean;
}

const USER = { cmdlet: 'Get-User', select: ['Sid', 'ExternalDirectoryObjectId'] };
const RECIPIENT = { cmdlet: 'Get-Recipient', select: [...RECIPIENT_SELECT, 'RecipientTypeDetails'] };

/** Before a right is written, one of them must find the trustee. */
export const TRUSTEE_CMDLETS: readonly string[] = [USER.cmdlet, RECIPIENT.cmdlet];

/** The command that reads which trustee has a name now. Only users have a SID there; recipients of mail have an object ID. */
export function trusteeCommand({ right, trustee, group }: Pick<RightEntry, 'right' | 'trustee' | 'group'>): Command {
  const isUser = right !== 'SendOnBehalf' && group === undefined;
  return { ...(isUser ? USER : RECIPIENT), parameters: { Identity: trustee } };
}

/** The trustee in the answer to such a command; undefined for several, or one without an ID. */
export function trusteeIn(body: JsonObject): TrusteeIdentity | undefined {
  const select = [...new Set([...USER.select, ...RECIPIENT.select])];
  const [object, ...others] = selectedProperties(objectsOf(body), select);
  const id = textIn(object, 'ExternalDirectoryObjectId');
  if (object === undefined || others.length > 0 || !isGuid(id)) return undefined;
  return { sid: textIn(object, 'Sid'), id, isGroup: GROUP_TYPES.includes(textIn(object, 'RecipientTypeDetails')) };
}

/** Whether the name of a trustee still is that of the ID that was read. */
export function isTrustee({ right, trusteeId, group }: RightEntry, identity: TrusteeIdentity | undefined): boolean {
  if (identity === undefined) return false;
  const [read, now] =
    group !== undefined ? [group.id, identity.id] : [trusteeId, right === 'SendOnBehalf' ? identity.id : identity.sid];
  return now !== '' && read.toLowerCase() === now.toLowerCase() && identity.isGroup === (group !== undefined);
}

/**
 * The rights whose trustees are known: each name still is that of its ID. Adds to groups their ID and the number of their members.
 * Rejects as `CommandRunner.batch` does.
 */
export async function boundRights(
  rights: readonly RightEntry[],
  runner: Pick<CommandRunner, 'batch'>,
  groups: Groups,
): Promise<ReadonlyMap<RightEntry, RightEntry>> {
  const users = await identitiesOf(
    rights.filter(({ right }) => right !== 'SendOnBehalf'),
    runner,
  );
  const others = rights.filter(({ right, trustee }) => right === 'SendOnBehalf' || !users.has(trustee));
  const recipients = await identitiesOf(
    others.map((one) => ({ ...one, right: 'SendOnBehalf' as const })),
    runner,
  );
  const bound = rights.flatMap((right): [RightEntry, RightEntry][] => {
    const identity =
      (right.right === 'SendOnBehalf' ? undefined : users.get(right.trustee)) ?? recipients.get(right.trustee);
    const own = identity?.isGroup === true ? { ...right, group: { id: right.group?.id ?? identity.id } } : right;
    return isTrustee(own, identity) ? [[right, own]] : [];
  });
  const ids = new Set(bound.flatMap(([, { group }]) => group?.id ?? []));
  const counts = ids.size === 0 ? new Map<string, number>() : await memberCounts([...ids], groups);
  return new Map(
    bound.map(([right, own]) => {
      const members = own.group && counts.get(own.group.id);
      return [
        right,
        members === undefined || own.group === undefined ? own : { ...own, group: { ...own.group, members } },
      ];
    }),
  );
}

/** The trustees that have the names now, by name. Trustees that are not known are left out. */
async function identitiesOf(
  rights: readonly RightEntry[],
  runner: Pick<CommandRunner, 'batch'>,
): Promise<ReadonlyMap<string, TrusteeIdentity>> {
  const byName = [...new Map(rights.map((right) => [right.trustee, right])).values()];
  const identities = new Map<string, TrusteeIdentity>();
  for (let at = 0; at < byName.length; at += BATCH_SIZE) {
    const part = byName.slice(at, at + BATCH_SIZE);
    const outcomes = await runner.batch(part.map(trusteeCommand));
    for (const [index, { trustee }] of part.entries()) {
      const outcome = outcomes[index];
      const identity = outcome?.kind === 'read' ? trusteeIn(outcome.body) : undefined;
      if (identity !== undefined) identities.set(trustee, identity);
    }
  }
  return identities;
}

/** The number of members of groups by ID, as far as the application may read them. */
async function memberCounts(ids: readonly string[], groups: Groups): Promise<ReadonlyMap<string, number>> {
  if ((await groups.list()) !== undefined) return new Map();
  const known = ids.flatMap((id): [string, Group][] => {
    const group = groups.get(id);
    return group === undefined ? [] : [[id, group]];
  });
  const members = await groups.members(known.map(([, group]) => group));
  return new Map(
    known.flatMap(([id], index): [string, number][] => {
      const own = members[index];
      return Array.isArray(own) ? [[id, own.length]] : [];
    }),
  );
}
