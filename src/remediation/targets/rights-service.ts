import { isWhole, selectedObjects, type Command } from '../../exchange/command.ts';
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
import { isTrustee, recipientsNamed, trusteeCommand, trusteeIn } from './trustee-identity.ts';

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
  const { client, runner } = exchange;
  const ask = async (command: Command): Promise<ExchangeOutcome & { readonly httpStatus: number }> => {
    const response = await client.invoke(command);
    return { ...outcomeOf(response, now()), httpStatus: response.status };
  };
  /** How lists of delegates name trustees, by right, as last read. */
  const listedNames = new Map<string, string>();
  /** Why nothing may be written: the name belongs to another trustee now. Null if it does not. */
  const trusteeProblem = async (entry: RightEntry, key: string): Promise<string | null | FailedRequest> => {
    const trustee = await ask(trusteeCommand(entry));
    const isGone = trustee.kind === 'final' && trustee.status === 'not-found';
    if (trustee.kind !== 'read' && !isGone) return failedRequest(trustee.httpStatus, trustee);
    const identity = trusteeIn(trustee);
    if (!isTrustee(entry, identity)) return `The name ${entry.trustee} is no longer that of this trustee`;
    if (identity !== undefined && identity.name !== '') listedNames.set(key, identity.name);
    return null;
  };
  /** Whether a list of delegates has a trustee whose name is not known; undefined if that is not known. */
  const isListed = async ({ trusteeId }: RightEntry, names: readonly string[]): Promise<boolean | undefined> => {
    const ids = (await recipientsNamed(names, runner)).map((recipient) => recipient?.id ?? '');
    if (ids.some((id) => id.toLowerCase() === trusteeId.toLowerCase())) return true;
    return ids.includes('') ? undefined : false;
  };
  /** Rights that were written without an error: nothing more is written after they are read back. */
  const writtenKeys = new Set<string>();
  return {
    read: ({ entry, guid: mailbox = '' }) =>
      answered(async () => {
        const { switches, ...command } = READ[entry.right];
        const read = { ...command, parameters: { ...switches, Identity: mailbox } };
        const key = keyOf(entry, mailbox);
        const isWritten = writtenKeys.has(key);
        const [found, problem] = await Promise.all([
          ask(read),
          isWritten ? 'The trustee is not read again after a write' : trusteeProblem(entry, key),
        ]);
        if (found.kind !== 'read') return failedRequest(found.httpStatus, found);
        if (typeof problem === 'object' && problem !== null) return problem;
        if (!isWhole(found.body)) return failed('The list has no end');
        const objects = selectedObjects(found.body, command);
        if (entry.right !== 'SendOnBehalf') return rightResource(entry, objects, problem);
        const names = delegatesIn(objects, mailbox);
        if (!Array.isArray(names)) return names;
        const listed = listedNames.get(key) ?? entry.trustee;
        const isKnown = problem === null || isWritten;
        const holds = isKnown ? names.some((name) => isSameText(name, listed)) : await isListed(entry, names);
        return delegateResource(entry, holds, problem);
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

/** The names in the list of delegates of a mailbox, or why they are not known. */
function delegatesIn(objects: readonly JsonObject[], mailbox: string): string[] | FailedRequest {
  const [object, ...others] = objects;
  const isOther =
    object === undefined || others.length > 0 || textIn(object, 'Guid').toLowerCase() !== mailbox.toLowerCase();
  if (isOther || !isGuid(mailbox)) return failed('Exchange Online returned another mailbox');
  const names = object.GrantSendOnBehalfTo;
  if (!Array.isArray(names)) return failed('Exchange Online does not show GrantSendOnBehalfTo');
  const texts = names.flatMap((name) => (typeof name === 'string' && name !== '' ? name : []));
  // An entry without a name may be the trustee.
  return texts.length === names.length ? texts : failed('Exchange Online shows an entry without its name');
}

/**
 * Send on Behalf of one trustee, in the form in which its report reads it: by the name of the plan, whatever the list calls it now.
 * @param holds undefined if it is not known whether the trustee is in the list
 */
function delegateResource(entry: RightEntry, holds: boolean | undefined, problem: string | null): Answer {
  const { trustee, label, trusteeId } = entry;
  const own = {
    value: [],
    sendAs: [],
    mailbox: [{ GrantSendOnBehalfTo: holds === true ? [trustee] : [] }],
    recipientAddresses: { [trustee]: label },
    recipientIds: { [trustee]: trusteeId },
  };
  const value = holds === undefined ? { entries: 0 } : valueIn(grantsIn(own), entry);
  return { kind: 'ok', value: { ...own, [WHOLE_ROW]: value, [TRUSTEE]: problem } };
}

/** Full Access or Send As of one trustee, in the form in which its report reads it. */
function rightResource(
  entry: RightEntry,
  objects: readonly JsonObject[],
  problem: string | null,
): Answer | FailedRequest {
  // Each mailbox has at least the entry of itself.
  if (objects.length === 0) return failed('Exchange Online shows no right on the mailbox, not even its own');
  const id = entry.right === 'FullAccess' ? 'UserSid' : 'TrusteeSidString';
  const withRight = objects.filter((object) => hasRight(object, entry.right));
  if (withRight.some((object) => textIn(object, id) === ''))
    return failed('Exchange Online shows an entry without its ID');
  const ofTrustee = withRight
    .filter((object) => isSameText(object[id], entry.trusteeId))
    .map((object): JsonObject => ({ ...object, AccessRights: [entry.right] }));
  const isFull = entry.right === 'FullAccess';
  const own = { value: isFull ? ofTrustee : [], sendAs: isFull ? [] : ofTrustee, mailbox: [] };
  const value = valueIn(grantsIn(own), entry);
  // Rules judge only the row that is taken away, not entries that are denied or inherited.
  const direct = { value: own.value.filter(isDirect), sendAs: own.sendAs.filter(isDirect), mailbox: [] };
  return { kind: 'ok', value: { ...direct, [WHOLE_ROW]: value, [TRUSTEE]: problem } };
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

/**
 * The only entry that can be taken away. Several, and one whose kind is unknown, have no value that any plan has. The grants are those of
 * the ID of the trustee, who may have another name since the plan.
 */
function valueIn(grants: readonly JsonObject[], { trustee }: RightEntry): Json {
  const entries = grants.map(rightIn);
  const own = entries.filter(isWritable);
  const [first, ...others] = own;
  const isUncertain = entries.some((one) => one !== 'denied' && one !== 'inherited' && !isWritable(one));
  if (others.length > 0 || isUncertain) return { entries: entries.length };
  return first?.value === undefined ? null : { ...first.value, trustee };
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
