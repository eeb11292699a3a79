import { isWhole, objectsOf, selectedProperties, type Command } from '../../exchange/command.ts';
import { BATCH_SIZE, type CommandRunner } from '../../exchange/command-runner.ts';
import type { ExchangeOutcome } from '../../exchange/exchange-outcome.ts';
import { RECIPIENT_SELECT } from '../../exchange/recipients.ts';
import { isGuid, textIn } from '../../json.ts';
import type { Group, Groups } from '../../access/groups.ts';
import { GROUP_TYPES } from '../../source/exchange-source.ts';
import type { RightEntry } from './right-entry.ts';

/** What has a name now: '' for what the answer does not say. */
interface TrusteeIdentity {
  readonly sid: string;
  /** The object ID in Entra ID. */
  readonly id: string;
  /** Of a recipient, in the directory of Exchange. Contacts have no other ID. */
  readonly guid: string;
  /** As lists of delegates name it. */
  readonly name: string;
  readonly isGroup: boolean;
}

const USER = { cmdlet: 'Get-User', select: ['Sid'] };
/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-securityprincipal: also security groups. */
const PRINCIPAL = { cmdlet: 'Get-SecurityPrincipal', select: ['SID'] };
const RECIPIENT = { cmdlet: 'Get-Recipient', select: [...RECIPIENT_SELECT, 'Guid', 'RecipientTypeDetails', 'Name'] };

/** Before a right is written, they must find the trustee. */
export const TRUSTEE_CMDLETS: readonly string[] = [USER, PRINCIPAL, RECIPIENT].map(({ cmdlet }) => cmdlet);

/** The command that reads who has the name of a trustee now: an account or a group with its SID, or a recipient with its object ID. */
export function trusteeCommand({ right, trustee, group }: Pick<RightEntry, 'right' | 'trustee' | 'group'>): Command {
  const ofSid = group === undefined ? USER : PRINCIPAL;
  return { ...(right === 'SendOnBehalf' ? RECIPIENT : ofSid), parameters: { Identity: trustee } };
}

/** Who is in the answer to such a command; undefined for none or several, and if the answer is not whole. */
export function trusteeIn(outcome: ExchangeOutcome | undefined): TrusteeIdentity | undefined {
  if (outcome?.kind !== 'read' || !isWhole(outcome.body)) return undefined;
  const select = ['Sid', ...RECIPIENT.select];
  const [object, ...others] = selectedProperties(objectsOf(outcome.body), select);
  if (object === undefined || others.length > 0) return undefined;
  return {
    sid: textIn(object, 'Sid'),
    id: textIn(object, 'ExternalDirectoryObjectId'),
    guid: textIn(object, 'Guid'),
    name: textIn(object, 'Name'),
    isGroup: GROUP_TYPES.includes(textIn(object, 'RecipientTypeDetails')),
  };
}

/** Whether a name still is that of the ID that was read: of another one, the right is neither taken nor given. */
export function isTrustee({ right, trusteeId }: RightEntry, identity: TrusteeIdentity | undefined): boolean {
  const now = right === 'SendOnBehalf' ? identity?.id : identity?.sid;
  return now !== undefined && now !== '' && now.toLowerCase() === trusteeId.toLowerCase();
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
  const namesOf = (some: readonly RightEntry[]): readonly string[] => some.map(({ trustee }) => trustee);
  const withSid = rights.filter(({ right }) => right !== 'SendOnBehalf');
  const users = await outcomesOf(namesOf(withSid), USER, runner);
  // A name that no user has can be that of a group.
  const isNoUser = ({ trustee }: RightEntry): boolean => isNotFound(users.get(trustee));
  const principals = await outcomesOf(namesOf(withSid.filter(isNoUser)), PRINCIPAL, runner);
  const ofRecipients = rights.filter((one) => one.right === 'SendOnBehalf' || isNoUser(one));
  const recipients = await outcomesOf(namesOf(ofRecipients), RECIPIENT, runner);
  const bound = rights.flatMap((right): [RightEntry, RightEntry][] => {
    const recipient = trusteeIn(recipients.get(right.trustee));
    const ofSid = trusteeIn((isNoUser(right) ? principals : users).get(right.trustee));
    if (!isTrustee(right, right.right === 'SendOnBehalf' ? recipient : ofSid)) return [];
    const group = recipient?.isGroup === true && isGuid(recipient.id) ? { id: recipient.id } : undefined;
    // Before the write, only users and groups with an address are found again.
    const isUnfound = group === undefined && right.right !== 'SendOnBehalf' && isNoUser(right);
    return isUnfound ? [] : [[right, { ...right, group }]];
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

function isNotFound(outcome: ExchangeOutcome | undefined): boolean {
  return outcome?.kind === 'final' && outcome.status === 'not-found';
}

/** The answers to a command about each of some names, by name. Rejects as `CommandRunner.batch` does. */
export async function outcomesOf(
  identities: readonly string[],
  command: Omit<Command, 'parameters'>,
  runner: Pick<CommandRunner, 'batch'>,
): Promise<ReadonlyMap<string, ExchangeOutcome>> {
  const names = [...new Set(identities)];
  const found = new Map<string, ExchangeOutcome>();
  for (let at = 0; at < names.length; at += BATCH_SIZE) {
    const part = names.slice(at, at + BATCH_SIZE);
    const outcomes = await runner.batch(part.map((name) => ({ ...command, parameters: { Identity: name } })));
    for (const [index, name] of part.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined) found.set(name, outcome);
    }
  }
  return found;
}

/** The recipients that have some names now; undefined for one that is not known. Rejects as `CommandRunner.batch` does. */
export async function recipientsNamed(
  names: readonly string[],
  runner: Pick<CommandRunner, 'batch'>,
): Promise<readonly (Pick<TrusteeIdentity, 'id' | 'guid' | 'name'> | undefined)[]> {
  const outcomes = await outcomesOf(names, RECIPIENT, runner);
  return names.map((name) => trusteeIn(outcomes.get(name)));
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
