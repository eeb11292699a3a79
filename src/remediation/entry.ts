import { hash } from 'node:crypto';
import { isSystemTrustee } from '../exchange/system-trustees.ts';
import { isNumber, isPresent, isText, isTruth, mapOf, objectOf, oneOf, optional, where } from '../files/json-shape.ts';
import { isGuid, isObject, property, textIn, type Json, type JsonObject } from '../json.ts';
import { DEFAULT_ID, ROLES } from '../reports/built-in/calendar-permissions.ts';
import type { WriteTarget } from '../reports/corrections.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { canonical } from '../reports/row-identity.ts';
import { cellText } from '../text/display.ts';

// Entries of a mailbox that are taken away and given back as a whole: rights, permissions of its calendar, inbox rules.

/** Names an entry of a mailbox, whether it is there or not. */
export type Entry = RightEntry | CalendarEntry | RuleEntry;

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
  /** Whether Full Access that is given back maps in Outlook. Undefined: it does. */
  readonly autoMapping?: boolean | undefined;
}

interface TrusteeGroup {
  /** Its object ID in Entra ID. */
  readonly id: string;
  /** How many members it has, with those of groups in it; undefined if they are not known. */
  readonly members?: number | undefined;
}

interface CalendarEntry {
  readonly kind: 'calendar';
  /** Of the permission in Graph. */
  readonly id: string;
  /** Of the grantee, who has one permission. A permission that is made again may have another ID. Undefined for everyone inside. */
  readonly address?: string | undefined;
}

interface RuleEntry {
  readonly kind: 'rule';
  /** Of the rule in Graph. */
  readonly id: string;
  /** Of a rule that is given back: the digest of its name and effect, since its ID is another then. */
  readonly digest?: string | undefined;
}

const RIGHTS = ['FullAccess', 'SendAs', 'SendOnBehalf'] as const;
export type Right = (typeof RIGHTS)[number];

/** Why an entry is never taken away. */
export type EntryProblem =
  | 'other-right'
  | 'denied'
  | 'inherited'
  | 'system-trustee'
  | 'deleted-trustee'
  | 'unknown-trustee'
  | 'default-permission'
  | 'not-default'
  | 'no-address'
  | 'custom-role'
  | 'fixed-permission'
  | 'partial-rule'
  | 'no-rules-in-cloud'
  | 'hidden';

/** An entry with what it is now, in the form in which it is compared and given back. */
export interface FoundEntry {
  readonly entry: Entry;
  readonly value: JsonObject;
}

/**
 * The entry in the object of a row, or why it is never taken away. An unknown property is a reason, too.
 *
 * @param sets whether its role is set, rather than the entry taken away
 */
export function entryIn(
  { corrects }: ReportDefinition,
  object: Json | undefined,
  { cloud, sets }: { readonly cloud: string; readonly sets: boolean },
): FoundEntry | EntryProblem {
  if (!isObject(object)) return 'hidden';
  switch (corrects?.target) {
    case 'right':
      return rightIn(object);
    case 'calendarPermission':
      return permissionIn(object, sets);
    case 'inboxRule':
      return cloud === 'china' ? 'no-rules-in-cloud' : ruleIn(object);
    case 'mailboxSettings':
    case 'Set-Mailbox':
    case 'Set-CASMailbox':
    case undefined:
      return 'hidden';
  }
}

/** @param grant as the report `mailbox-permissions` reads it */
function rightIn(grant: JsonObject): FoundEntry | EntryProblem {
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

/** An id of Graph. None has only dots, which would name another resource in a URL. */
export const isResourceId = where(isText, (id) => !/^\.*$/.test(id));

const SID = /^S-1-\d/i;
/** Of Windows, not of a domain: `S-1-5-10`, `S-1-0-0`. */
const BUILT_IN_SID = /^S-1-(?!5-21-)/i;

function isOfSystem(name: string, id: string): boolean {
  return isSystemTrustee(name, id) || BUILT_IN_SID.test(id) || /^NT AUTHORITY\\/i.test(name);
}

/** @param permission as Graph returns it */
function permissionIn(permission: JsonObject, sets: boolean): FoundEntry | EntryProblem {
  const { id, emailAddress, role, isRemovable, isInsideOrganization } = permission;
  if (!isResourceId(id) || typeof role !== 'string') return 'hidden';
  const isDefault = id === DEFAULT_ID;
  if (sets !== isDefault) return isDefault ? 'default-permission' : 'not-default';
  // Graph writes no custom role, so that it could not be given back.
  if (!isRole(role)) return 'custom-role';
  const [address, name] = [textIn(emailAddress, 'address'), textIn(emailAddress, 'name')];
  if (!isDefault && address === '') return 'no-address';
  if (!isDefault && isRemovable !== true) return 'fixed-permission';
  if (typeof isInsideOrganization !== 'boolean') return 'hidden';
  const grantee = address === '' ? { name } : { name, address };
  const entry: CalendarEntry = isDefault ? { kind: 'calendar', id } : { kind: 'calendar', id, address };
  return { entry, value: { grantee, role, isInsideOrganization } };
}

/** The properties of a rule that Graph can create. https://learn.microsoft.com/graph/api/mailfolder-post-messagerules */
const RULE_MEMBERS = ['displayName', 'sequence', 'isEnabled', 'conditions', 'exceptions', 'actions'];

/** @param rule as Graph returns it */
function ruleIn(rule: JsonObject): FoundEntry | EntryProblem {
  const { id, isReadOnly, hasError, displayName, sequence, isEnabled, actions } = rule;
  if (!isResourceId(id)) return 'hidden';
  const isWhole = isReadOnly === false && hasError === false && typeof isEnabled === 'boolean';
  const isNamed = typeof displayName === 'string' && displayName !== '' && typeof sequence === 'number';
  if (!isWhole || !isNamed || !isObject(actions) || Object.keys(actions).length === 0) return 'partial-rule';
  return { entry: { kind: 'rule', id }, value: ruleValue(rule) };
}

/** A rule as it is created. */
export function ruleValue(rule: JsonObject): JsonObject {
  return Object.fromEntries(
    RULE_MEMBERS.flatMap((name) => {
      const value = rule[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

/** The digest of what an inbox rule does, without whether it is enabled. Case does not count: that of Graph's enumerations varies. */
export function ruleDigest({ conditions = null, exceptions = null, actions = null }: JsonObject): string {
  return hash('sha256', JSON.stringify(canonical({ conditions, exceptions, actions }, {})).toLowerCase());
}

/** The digest of the name of a rule and of what it does. */
export function namedRuleDigest(rule: JsonObject): string {
  return hash('sha256', JSON.stringify([textIn(rule, 'displayName'), ruleDigest(rule)]));
}

/** Identifies an entry in its mailbox. */
export function entryKey(entry: Entry): string {
  return entry.kind === 'right'
    ? JSON.stringify([entry.right, entry.trusteeId.toLowerCase()])
    : JSON.stringify([entry.kind, entry.id]);
}

/** The kind of target that an entry is. */
export function targetOfEntry({ kind }: Entry): WriteTarget {
  return kind === 'right' ? 'right' : kind === 'calendar' ? 'calendarPermission' : 'inboxRule';
}

const isName = where(isText, (text) => text !== '' && !SID.test(text) && !isOfSystem(text, ''));

const isRightEntry = where(
  objectOf({
    kind: oneOf(['right']),
    right: oneOf(RIGHTS),
    trustee: isName,
    label: isText,
    trusteeId: isText,
    inheritance: optional(isText),
    group: optional(objectOf({ id: where(isText, isGuid), members: optional(isNumber) })),
    autoMapping: optional(isTruth),
  }),
  ({ right, trusteeId }) =>
    right === 'SendOnBehalf' ? isGuid(trusteeId) : SID.test(trusteeId) && !isOfSystem('', trusteeId),
);
const isCalendarEntry = objectOf({ kind: oneOf(['calendar']), id: isResourceId, address: optional(isText) });
const isRuleEntry = objectOf({ kind: oneOf(['rule']), id: isResourceId, digest: optional(isText) });

/** The entry of a change in a file; undefined if it is none. */
export function storedEntry(json: Json): Entry | undefined {
  if (isRightEntry(json) || isCalendarEntry(json) || isRuleEntry(json)) return json;
  return undefined;
}

/** A role that Graph writes. */
export const isRole = where(isText, (role) => role !== 'custom' && ROLES.includes(role));

const VALUES = {
  right: objectOf({ trustee: isName, inheritance: optional(isText) }),
  calendar: objectOf({
    grantee: objectOf({ name: optional(isText), address: where(isText, (text) => text !== '') }),
    role: isRole,
    isInsideOrganization: isTruth,
  }),
  rule: objectOf({
    displayName: where(isText, (text) => text !== ''),
    sequence: isNumber,
    isEnabled: isTruth,
    conditions: optional(isPresent),
    exceptions: optional(isPresent),
    actions: mapOf(isPresent),
  }),
} as const;

/** Whether a value can be that of an entry, so that it can be given back. */
export function isEntryValue(entry: Entry, value: Json): boolean {
  if (!VALUES[entry.kind](value) || !isObject(value)) return false;
  if (entry.kind !== 'right') return true;
  return value.trustee === entry.trustee && value.inheritance === entry.inheritance && hasInheritance(entry);
}

/** Only Full Access has an `InheritanceType`. */
function hasInheritance({ right, inheritance = '' }: RightEntry): boolean {
  return (right === 'FullAccess') === /^[A-Za-z]+$/.test(inheritance);
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

const HELD: Readonly<Record<Right, string>> = {
  FullAccess: 'Full Access to',
  SendAs: 'Send As for',
  SendOnBehalf: 'Send on Behalf for',
};

/** A sentence, without its full stop, that says who loses or gets back access, and that trustee: '' for an inbox rule. Hostile text until escaped. */
export function entrySentence(
  entry: Entry,
  address: string,
  [before, after]: readonly [Json, Json],
): { readonly who: string; readonly text: string } {
  const verb = after === null ? 'loses' : 'gets back';
  const value = after ?? before;
  switch (entry.kind) {
    case 'right': {
      const who = `${entry.label}${groupText(entry)}`;
      return { who, text: `${who} ${verb} ${HELD[entry.right]} ${address}` };
    }
    case 'calendar': {
      if (!isObject(value)) {
        const who = entry.address ?? 'Everyone in the organization';
        return {
          who,
          text: `${who} has the role ${cellText(value)} instead of ${cellText(before)} on the calendar of ${address}`,
        };
      }
      const grantee = property(value, 'grantee');
      const who = textIn(grantee, 'address') || textIn(grantee, 'name');
      return { who, text: `${who} ${verb} the role ${textIn(value, 'role')} on the calendar of ${address}` };
    }
    case 'rule': {
      const name = textIn(value, 'displayName');
      return { who: '', text: `${address} ${verb} the inbox rule "${name}"` };
    }
  }
}

function groupText({ group }: RightEntry): string {
  if (group === undefined) return '';
  const { members } = group;
  return members === undefined ? ' (a group)' : ` (a group of ${members})`;
}
