import { isSystemTrustee } from '../../exchange/system-trustees.ts';
import { arrayOf, isNumber, isText, isTruth, objectOf, oneOf, optional, where } from '../../files/json-shape.ts';
import { isGuid, type Json, type JsonObject } from '../../json.ts';
import type { Writable } from './target.ts';

const RIGHTS = ['FullAccess', 'SendAs', 'SendOnBehalf'] as const;
export type Right = (typeof RIGHTS)[number];

/** The right of one trustee on the mailbox itself. */
export interface RightEntry {
  readonly kind: 'right';
  readonly right: Right;
  /** What names the trustee to cmdlets. */
  readonly trustee: string;
  /** The trustee for people: the address behind the name of a recipient. */
  readonly label: string;
  /** A SID; of Send on Behalf an object ID. */
  readonly trusteeId: string;
  /** Of Full Access: the `InheritanceType` of the entry, which a command must have to find it. */
  readonly inheritance?: string | undefined;
  /** Set if the trustee is a group. */
  readonly group?: TrusteeGroup | undefined;
  /** Of a right that is taken away: the groups through which the trustee keeps it, or perhaps does. */
  readonly keptThrough?: readonly KeptThrough[] | undefined;
  /** Whether Full Access that is given back maps in Outlook. Undefined: it does. */
  readonly autoMapping?: boolean | undefined;
}

interface KeptThrough {
  /** For people. */
  readonly group: string;
  /** Whether it is not known who is in the group. */
  readonly isUnknown?: boolean | undefined;
}

interface TrusteeGroup {
  /** Its object ID in Entra ID. */
  readonly id: string;
  /** How many members it has, with those of groups in it; undefined if they are not known. */
  readonly members?: number | undefined;
}

/** Why a right is never taken away. */
export const RIGHT_PROBLEMS = {
  'other-right': 'only Full Access, Send As and Send on Behalf can be taken away',
  denied: 'the entry denies the right, so that removing it could grant it',
  inherited: 'the right is inherited, and not on the mailbox itself',
  'system-trustee': "the right belongs to one of Microsoft's own trustees",
  'deleted-trustee': 'the trustee was deleted. Take the right away by hand, with the command of the documentation',
  'unknown-trustee': 'Exchange Online does not show the ID of the trustee',
  'other-inheritance': 'the right has another inheritance now',
} as const;
type RightProblem = keyof typeof RIGHT_PROBLEMS | 'hidden';

/** @param grant as the report `mailbox-permissions` reads it */
export function rightIn(grant: JsonObject): Writable<RightEntry> | RightProblem {
  const { Inherited: isInherited, Deny: isDenied, TrusteeId: id, Trustee: label, Name: name } = grant;
  const right = RIGHTS.find((one) => one === grant.Right);
  if (right === undefined) return 'other-right';
  // Taking a denial away would grant.
  if (isDenied !== false) return isDenied === true ? 'denied' : 'hidden';
  if (isInherited === true) return 'inherited';
  // Exchange does not show whether a right to send is inherited.
  if (isInherited !== false && right !== 'SendAs') return 'hidden';
  if (typeof id !== 'string' || typeof label !== 'string') return 'unknown-trustee';
  const trustee = typeof name === 'string' ? name : label;
  if (isOfSystem(trustee, id)) return 'system-trustee';
  if (SID.test(trustee)) return 'deleted-trustee';
  if (right === 'SendOnBehalf' ? !isGuid(id) : !SID.test(id)) return 'unknown-trustee';
  const { Inheritance: inheritance } = grant;
  const entry = { kind: 'right', right, trustee, label, trusteeId: id } as const;
  if (right !== 'FullAccess') return { entry, value: { trustee } };
  if (typeof inheritance !== 'string' || inheritance === '') return 'hidden';
  return { entry: { ...entry, inheritance }, value: { trustee, inheritance } };
}

const SID = /^S-1-\d/i;
/** Of Windows, not of a domain: `S-1-5-10`, `S-1-0-0`. */
const BUILT_IN_SID = /^S-1-(?!5-21-)/i;

function isOfSystem(name: string, id: string): boolean {
  return isSystemTrustee(name, id) || BUILT_IN_SID.test(id) || /^NT AUTHORITY\\/i.test(name);
}

const isName = where(isText, (text) => text !== '' && !SID.test(text) && !isOfSystem(text, ''));

/** The entry of a change in a file. */
export const isRightEntry = where(
  objectOf({
    kind: oneOf(['right']),
    right: oneOf(RIGHTS),
    trustee: isName,
    label: isText,
    trusteeId: isText,
    inheritance: optional(isText),
    group: optional(objectOf({ id: where(isText, isGuid), members: optional(isNumber) })),
    keptThrough: optional(arrayOf(objectOf({ group: isText, isUnknown: optional(isTruth) }))),
    autoMapping: optional(isTruth),
  }),
  ({ right, trusteeId, trustee, label }) =>
    right === 'SendOnBehalf'
      ? isGuid(trusteeId)
      : SID.test(trusteeId) && !isOfSystem('', trusteeId) && label === trustee,
);

const isValue = objectOf({ trustee: isName, inheritance: optional(isText) });

/** Whether a value can be that of a right, so that it can be given back. */
export function isRightValue({ right, trustee, inheritance }: RightEntry, value: Json): boolean {
  if (!isValue(value) || value.trustee !== trustee || value.inheritance !== inheritance) return false;
  // Only Full Access has an `InheritanceType`.
  return (right === 'FullAccess') === /^[A-Za-z]+$/.test(inheritance ?? '');
}

/** Identifies a right on a mailbox. */
export function rightKey({ right, trusteeId }: RightEntry): readonly string[] {
  return [right, trusteeId.toLowerCase()];
}

const CMDLETS: Readonly<Record<Right, readonly [removing: string, adding: string]>> = {
  FullAccess: ['Remove-MailboxPermission', 'Add-MailboxPermission'],
  SendAs: ['Remove-RecipientPermission', 'Add-RecipientPermission'],
  SendOnBehalf: ['Set-Mailbox', 'Set-Mailbox'],
};

/** All cmdlets that take rights away and give them back. */
export const RIGHTS_CMDLETS: readonly string[] = [...new Set(Object.values(CMDLETS).flat())];

/** The cmdlet that takes a right away or gives it back. */
export function rightCmdlet({ right }: RightEntry, adds: boolean): string {
  const [removing, adding] = CMDLETS[right];
  return adds ? adding : removing;
}
