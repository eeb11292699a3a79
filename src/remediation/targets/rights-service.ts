import { isCutShort, nextLink, selectedObjects, type Command } from '../../exchange/command.ts';
import { outcomeOf, writeOutcomeOf, type ExchangeOutcome } from '../../exchange/exchange-outcome.ts';
import { isGuid, isObject, property, textIn, type Json, type JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { grantsIn } from '../../reports/built-in/mailbox-permissions.ts';
import { rightCmdlet, rightIn, rightKey, type Right, type RightEntry } from './right-entry.ts';
import {
  answered,
  failed,
  failedRequest,
  type Answer,
  type FailedRequest,
  type TargetService,
} from './service-answer.ts';
import type { Placed, Services, Writable } from './target.ts';
import { isTrustee, trusteeCommand, trusteeIn } from './trustee-identity.ts';

const READ: Readonly<Record<Right, Omit<Command, 'parameters'> & { readonly switches?: JsonObject }>> = {
  FullAccess: {
    cmdlet: 'Get-MailboxPermission',
    select: ['User', 'UserSid', 'AccessRights', 'IsInherited', 'Deny', 'InheritanceType'],
    switches: { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true },
  },
  SendAs: {
    cmdlet: 'Get-RecipientPermission',
    select: ['Trustee', 'TrusteeSidString', 'AccessRights', 'AccessControlType'],
  },
  SendOnBehalf: { cmdlet: 'Get-Mailbox', select: ['Guid', 'GrantSendOnBehalfTo'] },
};

/** The member of a resource that says whether the name of the trustee still is that of its ID. */
export const TRUSTEE = 'trusteeProblem';

/** Takes rights on mailboxes away and gives them back by the cmdlets of Exchange Online. */
export function rightsService({ exchange, now }: Services): TargetService<Placed<RightEntry>> {
  if (exchange === undefined) throw new Error('a right without Exchange Online');
  const { client } = exchange;
  const ask = async (command: Command): Promise<ExchangeOutcome & { readonly httpStatus: number }> => {
    const response = await client.invoke(command);
    return { ...outcomeOf(response, now()), httpStatus: response.status };
  };
  /** Why nothing may be written: the name belongs to another trustee now. Null if it does not. */
  const trusteeProblem = async (entry: RightEntry): Promise<string | null | FailedRequest> => {
    const trustee = await ask(trusteeCommand(entry));
    const isGone = trustee.kind === 'final' && trustee.status === 'not-found';
    if (trustee.kind !== 'read' && !isGone) return failedRequest(trustee.httpStatus, trustee);
    const identity = trustee.kind === 'read' ? trusteeIn(trustee.body) : undefined;
    return isTrustee(entry, identity) ? null : `The name ${entry.trustee} is no longer that of this trustee`;
  };
  /** Rights that were written without an error: nothing more is written after they are read back. */
  const writtenKeys = new Set<string>();
  return {
    read: ({ entry, guid: mailbox = '' }) =>
      answered(async () => {
        const { switches, ...command } = READ[entry.right];
        const read = { ...command, parameters: { ...switches, Identity: mailbox } };
        const isWritten = writtenKeys.has(keyOf(entry, mailbox));
        const [found, problem] = await Promise.all([
          ask(read),
          isWritten ? 'The trustee is not read again after a write' : trusteeProblem(entry),
        ]);
        if (found.kind !== 'read') return failedRequest(found.httpStatus, found);
        if (typeof problem === 'object' && problem !== null) return problem;
        if (nextLink(found.body) !== undefined || isCutShort(found.body)) return failed('The list has no end');
        return resourceOf(entry, mailbox, selectedObjects(found.body, command), problem);
      }),
    write: ({ entry, guid: mailbox = '' }, values) =>
      answered(async () => {
        const command = { ...commandFor(entry, mailbox, values[WHOLE_ROW] ?? null), select: [] };
        const response = await client.invoke(command, undefined, true);
        const outcome = writeOutcomeOf(response, now());
        if (outcome.kind !== 'read') return failedRequest(response.status, outcome);
        // A right that is absent, or there already, is a warning with success: only reading it back says what it is.
        writtenKeys.add(keyOf(entry, mailbox));
        return { kind: 'ok', value: {} };
      }),
  };
}

function keyOf(entry: RightEntry, mailbox: string): string {
  return JSON.stringify([mailbox.toLowerCase(), ...rightKey(entry)]);
}

/** The right of one trustee, in the form in which its report reads it. */
function resourceOf(
  entry: RightEntry,
  mailbox: string,
  objects: readonly JsonObject[],
  problem: string | null,
): Answer | FailedRequest {
  const own: JsonObject = { value: [], sendAs: [], mailbox: [] };
  if (entry.right === 'SendOnBehalf') {
    const [object, ...others] = objects;
    const isOther =
      object === undefined || others.length > 0 || textIn(object, 'Guid').toLowerCase() !== mailbox.toLowerCase();
    if (isOther || !isGuid(mailbox)) return failed('Exchange Online returned another mailbox');
    const names = object.GrantSendOnBehalfTo;
    if (!Array.isArray(names)) return failed('Exchange Online does not show GrantSendOnBehalfTo');
    const ownNames = names.filter((name) => typeof name === 'string' && isSameText(name, entry.trustee));
    own.mailbox = [{ GrantSendOnBehalfTo: ownNames }];
    own.recipientAddresses = { [entry.trustee]: entry.label };
    own.recipientIds = { [entry.trustee]: entry.trusteeId };
  } else {
    if (objects.length === 0 && entry.right === 'FullAccess')
      return failed('Exchange Online shows no right on the mailbox, not even its own');
    const id = entry.right === 'FullAccess' ? 'UserSid' : 'TrusteeSidString';
    const withRight = objects.filter((object) => hasRight(object, entry.right));
    if (withRight.some((object) => textIn(object, id) === ''))
      return failed('Exchange Online shows an entry without its ID');
    const ofTrustee = withRight.filter((object) => isSameText(object[id], entry.trusteeId));
    own[entry.right === 'FullAccess' ? 'value' : 'sendAs'] = ofTrustee.map((object) => ({
      ...object,
      AccessRights: [entry.right],
    }));
  }
  const value = valueIn(grantsIn(own));
  // Rules judge only the row that is taken away, not entries that are denied or inherited.
  const direct = Object.entries(own).map(([name, list]): [string, Json] => [
    name,
    Array.isArray(list) ? list.filter(isDirect) : list,
  ]);
  return { kind: 'ok', value: { ...Object.fromEntries(direct), [WHOLE_ROW]: value, [TRUSTEE]: problem } };
}

/** Whether an object is not known to deny, and not inherited. */
function isDirect(object: Json): boolean {
  const [isDenied, isInherited, type] = ['Deny', 'IsInherited', 'AccessControlType'].map((name) =>
    property(object, name),
  );
  return isDenied !== true && isInherited !== true && type !== 'Deny';
}

function hasRight({ AccessRights: rights }: JsonObject, right: Right): boolean {
  // A list that is left out may have it.
  if (!Array.isArray(rights)) throw new TypeError('Exchange Online shows an entry without its rights');
  const names = rights.flatMap((text) => (typeof text === 'string' ? text.split(',') : []));
  return names.some((name) => isSameText(name.trim(), right));
}

/** The only entry that can be taken away. Several, and one whose kind is unknown, have no value that any plan has. */
function valueIn(grants: readonly JsonObject[]): Json {
  const entries = grants.map(rightIn);
  const own = entries.filter(isWritable);
  const [first, ...others] = own;
  const isUncertain = entries.some((one) => one !== 'denied' && one !== 'inherited' && !isWritable(one));
  if (others.length > 0 || isUncertain) return { entries: entries.length };
  return first?.value ?? null;
}

function isWritable(one: ReturnType<typeof rightIn>): one is Writable<RightEntry> {
  return typeof one === 'object';
}

function isSameText(one: Json | undefined, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}

/** @param after null: the right is taken away */
function commandFor(entry: RightEntry, mailbox: string, after: Json): Pick<Command, 'cmdlet' | 'parameters'> {
  const { right, trustee, inheritance = null, autoMapping = true } = entry;
  const adds = isObject(after);
  const cmdlet = rightCmdlet(entry, adds);
  const common = { Identity: mailbox, Confirm: false };
  switch (right) {
    case 'FullAccess': {
      const own = { ...common, User: trustee, AccessRights: ['FullAccess'], InheritanceType: inheritance };
      return { cmdlet, parameters: adds ? { ...own, AutoMapping: autoMapping } : own };
    }
    case 'SendAs':
      return { cmdlet, parameters: { ...common, Trustee: trustee, AccessRights: ['SendAs'] } };
    case 'SendOnBehalf': {
      const changes = { '@odata.type': '#Exchange.GenericHashTable', [adds ? 'add' : 'remove']: [trustee] };
      return { cmdlet, parameters: { ...common, GrantSendOnBehalfTo: changes } };
    }
  }
}
