import { MAILBOX } from '../corrections.ts';
import { isObject, knownMembers, property, type Json, type JsonObject } from '../../json.ts';
import type { ExchangeReport } from '../definition.ts';
import { valueOf } from '../known.ts';
import { MAILBOX_RIGHTS, OTHER_RIGHTS } from '../../text/rights.ts';
import { mostly, TEXT, TRUTH, typedColumns } from './column-types.ts';

const PROPERTIES = ['Right', 'Trustee', 'Inherited', 'Deny'];
const TRUSTEE = { cell: 'Trustee' };
/**
 * Documented rights. Exchange has more.
 * https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission#-accessrights
 */
const RIGHTS = [...MAILBOX_RIGHTS, ...OTHER_RIGHTS];
const SELF_SID = 'S-1-5-10';
const SELF_NAME = /^NT AUTHORITY\\SELF$/i;

/**
 * Who may open a mailbox, send as it or on its behalf: a row for each right. Exchange answers for one mailbox at a time
 * only about the first. https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission
 */
export const mailboxPermissions: ExchangeReport = {
  name: 'mailbox-permissions',
  answers: 'Who has Full Access, Send As or Send on Behalf',
  source: 'exchange',
  unit: 'mailbox grant',
  permissions: ['Exchange.ManageAsApp'],
  request: {
    cmdlet: 'Get-MailboxPermission',
    parameters: { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true },
    select: ['User', 'UserSid', 'AccessRights', 'IsInherited', 'Deny', 'InheritanceType'],
    perMailbox: true,
    beside: {
      sendAs: {
        cmdlet: 'Get-RecipientPermission',
        select: ['Trustee', 'TrusteeSidString', 'AccessRights', 'AccessControlType'],
        isOptional: true,
      },
      mailbox: { cmdlet: 'Get-Mailbox', select: ['GrantSendOnBehalfTo'], resolves: 'GrantSendOnBehalfTo' },
    },
  },
  members: { Right: 'value', Trustee: 'value', Inherited: 'value', Deny: 'value' },
  convert: (found) => ({ grants: grantsIn(found) }),
  properties: PROPERTIES,
  rows: 'grants',
  item: ['Trustee', 'Right'],
  row: ['Inherited', 'Deny'],
  identity: ['TrusteeId', 'Inheritance', 'Name'],
  ...typedColumns({
    Right: ['Right', mostly(...RIGHTS)],
    Trustee: ['Trustee', TEXT],
    Inherited: ['Inherited', TRUTH],
    Deny: ['Deny', TRUTH],
  }),
  sentences: {
    Right: '{Trustee} has an entry for {Right}',
    Trustee: '{Trustee} has an entry for {Right}',
    Inherited: {
      true: 'The entry of {Trustee} for {Right} is inherited',
      false: 'The entry of {Trustee} for {Right} is on the mailbox itself, not inherited',
    },
    Deny: { true: '{Right} is denied to {Trustee}', false: '{Right} is granted to {Trustee}' },
  },
  right: 'The right {Right} of {Trustee}',
  inView: {
    title: 'Mailbox permissions',
    phrase: [
      TRUSTEE,
      ': ',
      { cell: 'Deny', says: { true: 'denied ' } },
      { cell: 'Right' },
      { cell: 'Inherited', says: { true: ' (inherited)' } },
    ],
  },
  corrects: {
    target: 'right',
    settings: {},
    removes: true,
    keptEntry: ({ cell }, identity) => ({
      ...knownMembers(Object.fromEntries(PROPERTIES.map((name) => [name, valueOf(cell(name))]))),
      ...identity,
    }),
    command: () => undefined,
  },
  // https://learn.microsoft.com/powershell/module/exchange/remove-mailboxpermission
  removal: {
    by: 'Right',
    commands: {
      FullAccess: [
        'Remove-MailboxPermission -Identity ',
        MAILBOX,
        ' -User ',
        TRUSTEE,
        ' -AccessRights FullAccess -Confirm:$false',
      ],
      SendAs: [
        'Remove-RecipientPermission -Identity ',
        MAILBOX,
        ' -Trustee ',
        TRUSTEE,
        ' -AccessRights SendAs -Confirm:$false',
      ],
      SendOnBehalf: ['Set-Mailbox -Identity ', MAILBOX, ' -GrantSendOnBehalfTo @{Remove = ', TRUSTEE, '}'],
    },
    // Only an entry on the mailbox itself that grants a right can be removed.
    unless: ['Inherited', 'Deny'],
  },
  auditLog: {
    operations: [
      'Add-MailboxPermission',
      'Remove-MailboxPermission',
      'Add-RecipientPermission',
      'Remove-RecipientPermission',
      'Set-Mailbox',
    ],
    rowParameters: ['User', 'Trustee', 'GrantSendOnBehalfTo'],
  },
  highlights: [
    {
      title: 'Another user has full access',
      topic: 'Access',
      counted: ['mailbox gives another user full access', 'mailboxes give another user full access'],
      when: {
        Right: { const: 'FullAccess' },
        Deny: { not: { const: true } },
        Inherited: { not: { const: true } },
      },
      columns: ['Trustee', 'Right'],
    },
  ],
};

/**
 * The grants of the three sources, a row for each right, without the mailbox's own. JMESPath cannot split the rights of an
 * object into rows that keep the trustee. Throws if an object does not say who has which right.
 */
export function grantsIn({ value, sendAs, mailbox, recipientAddresses, recipientIds }: JsonObject): JsonObject[] {
  return [
    ...objectsIn(value).flatMap(fullAccess),
    ...objectsIn(sendAs).flatMap(sendAsGrants),
    ...objectsIn(mailbox).flatMap((item) => sendOnBehalf(item, recipientAddresses, recipientIds)),
  ];
}

function fullAccess(item: JsonObject): JsonObject[] {
  const { User: trustee, UserSid: sid, IsInherited: inherited, Deny: deny, InheritanceType: inheritance } = item;
  return isSelf(trustee, sid)
    ? []
    : rightsOf(item).map((right) => ({
        Right: right,
        Trustee: trusteeOf(trustee, sid),
        ...known('TrusteeId', sid),
        ...known('Inheritance', inheritance),
        ...known('Inherited', inherited),
        ...known('Deny', deny),
      }));
}

/** A property without a value is unknown, as one that is left out. */
function known(name: string, value: Json | undefined): JsonObject {
  return value === undefined || value === null ? {} : { [name]: value };
}

/** Exchange does not show whether these grants are inherited. */
function sendAsGrants(item: JsonObject): JsonObject[] {
  const { Trustee: trustee, TrusteeSidString: sid, AccessControlType: type } = item;
  if (isSelf(trustee, sid)) return [];
  if (type !== undefined && type !== null && type !== 'Allow' && type !== 'Deny') throw unknown('AccessControlType');
  return rightsOf(item).map((right) => ({
    Right: right,
    Trustee: trusteeOf(trustee, sid),
    ...known('TrusteeId', sid),
    ...known('Deny', typeof type === 'string' ? type === 'Deny' : undefined),
  }));
}

/** A list that is left out may have had grants: a row without known cells, so that rules are inconclusive. */
function sendOnBehalf(
  { GrantSendOnBehalfTo: names }: JsonObject,
  addresses: Json | undefined,
  ids: Json | undefined,
): JsonObject[] {
  if (names === undefined) return [{}];
  if (names === null) return [];
  if (!Array.isArray(names)) throw unknown('GrantSendOnBehalfTo');
  return names.map((name) => {
    if (typeof name !== 'string' || name === '') throw unknown('GrantSendOnBehalfTo');
    return {
      Right: 'SendOnBehalf',
      Trustee: property(addresses, name) ?? name,
      Name: name,
      ...known('TrusteeId', property(ids, name)),
      Inherited: false,
      Deny: false,
    };
  });
}

function objectsIn(value: Json | undefined): JsonObject[] {
  if (!Array.isArray(value) || !value.every(isObject)) throw new TypeError('The answer has no list of objects');
  return value;
}

/** Exchange joins the rights of a grant: `["FullAccess, ReadPermission"]`. */
function rightsOf({ AccessRights: found }: JsonObject): string[] {
  if (!Array.isArray(found)) throw unknown('AccessRights');
  const rights = found.flatMap((text) => {
    if (typeof text !== 'string') throw unknown('AccessRights');
    return text.split(',').map((right) => rightNamed(right.trim()));
  });
  if (rights.length === 0 || rights.includes('')) throw unknown('AccessRights');
  return rights;
}

/** The documented spelling, whatever the case. */
function rightNamed(text: string): string {
  return RIGHTS.find((right) => right.toLowerCase() === text.toLowerCase()) ?? text;
}

function trusteeOf(name: Json | undefined, sid: Json | undefined): string {
  for (const found of [name, sid]) if (typeof found === 'string' && found !== '') return found;
  throw unknown('trustee');
}

function isSelf(name: Json | undefined, sid: Json | undefined): boolean {
  return sid === SELF_SID || (typeof name === 'string' && SELF_NAME.test(name));
}

function unknown(what: string): TypeError {
  return new TypeError(`A grant has no ${what} that can be read`);
}
