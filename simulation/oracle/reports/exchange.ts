import { asText, known, partly, plainCell, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Json, JsonObject, MailboxFacts, OrganizationFacts } from '../facts.ts';
import { distinct, isInside } from './entries.ts';

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;
const FLAGS = [
  'DeliverToMailboxAndForward',
  'AccountDisabled',
  'LitigationHoldEnabled',
  'RetentionHoldEnabled',
  'ComplianceTagHoldApplied',
  'DelayHoldApplied',
  'DelayReleaseHoldApplied',
  'SingleItemRecoveryEnabled',
  'AuditEnabled',
  'HiddenFromAddressListsEnabled',
  'IsDirSynced',
  'MessageCopyForSentAsEnabled',
  'AutoExpandingArchiveEnabled',
  'MessageCopyForSendOnBehalfEnabled',
];
const TEXTS = [
  'DisplayName',
  'RecipientTypeDetails',
  'PrimarySmtpAddress',
  'LitigationHoldOwner',
  'LitigationHoldDuration',
  'RetentionPolicy',
  'ArchiveStatus',
  'RoleAssignmentPolicy',
];
const LISTS = ['InPlaceHolds', 'GrantSendOnBehalfTo', 'AuditAdmin', 'AuditDelegate', 'AuditOwner'];

/** The row of `mailbox-properties`. */
export function propertiesRow(
  { mailbox = {}, isBypassed, forwardingAddress }: MailboxFacts,
  { auditDisabled }: OrganizationFacts,
  internal: readonly string[],
): Row {
  const cells = new Map<string, Cell>([
    ...TEXTS.map((name) => [name, textCell(mailbox, name)] as const),
    ...FLAGS.map((name) => [name, plainCell(mailbox, name)] as const),
    ...LISTS.map((name) => [name, plainCell(mailbox, name)] as const),
    ['ForwardingAddress', textCell(mailbox, 'ForwardingAddress')],
    ['ForwardingSmtpAddress', changed(textCell(mailbox, 'ForwardingSmtpAddress'), withoutPrefix)],
    ['ExternalTargets', externalTargets(mailbox, forwardingAddress, internal)],
    ['LitigationHoldDate', time(mailbox, 'LitigationHoldDate')],
    ['RetainDeletedItemsFor', changed(textCell(mailbox, 'RetainDeletedItemsFor'), days)],
    ['Audited', audited(mailbox, auditDisabled, isBypassed)],
    ['ProhibitSendReceiveQuotaGB', size(mailbox, 'ProhibitSendReceiveQuota', GIGABYTE)],
    ['ArchiveQuotaGB', size(mailbox, 'ArchiveQuota', GIGABYTE)],
    ['RecoverableItemsQuotaGB', size(mailbox, 'RecoverableItemsQuota', GIGABYTE)],
    ['WhenCreated', time(mailbox, 'WhenCreated')],
    ['RecipientLimits', changed(textCell(mailbox, 'RecipientLimits'), numberUnlessUnlimited)],
    ['MaxSendSizeMB', size(mailbox, 'MaxSendSize', MEGABYTE)],
    ['MaxReceiveSizeMB', size(mailbox, 'MaxReceiveSize', MEGABYTE)],
  ]);
  return Object.fromEntries(cells);
}

/** The row of `client-access`. */
export function clientAccessRow({ clientAccess = {} }: MailboxFacts, organization: OrganizationFacts): Row {
  const own = plainCell(clientAccess, 'SmtpClientAuthenticationDisabled');
  return {
    SmtpAuth: changed(own, (value) => ((value ?? organization.smtpAuthDisabled) === true ? 'disabled' : 'enabled')),
    SmtpClientAuthenticationDisabled: own,
    ImapEnabled: plainCell(clientAccess, 'ImapEnabled'),
    PopEnabled: plainCell(clientAccess, 'PopEnabled'),
    ActiveSyncEnabled: plainCell(clientAccess, 'ActiveSyncEnabled'),
    OWAEnabled: plainCell(clientAccess, 'OWAEnabled'),
    MAPIEnabled: plainCell(clientAccess, 'MAPIEnabled'),
    EwsEnabled: plainCell(clientAccess, 'EwsEnabled'),
    Ews: ews(plainCell(clientAccess, 'EwsEnabled'), organization),
    OwaMailboxPolicy: textCell(clientAccess, 'OwaMailboxPolicy'),
  };
}

/** The rows of `mailbox-permissions`: without the rights that every mailbox inherits to Microsoft's own trustees. */
export function permissionRows({ rights }: MailboxFacts): Row[] {
  return rights
    .filter(({ trustee, isInherited }) => isInherited !== true || !/^[^\\@]+\\/.test(trustee))
    .map(({ right, trustee, trusteeId, isInherited, isDenied }) => ({
      Right: known(right),
      Trustee: known(trustee),
      // No column, but by which a register knows the trustee.
      TrusteeId: known(trusteeId),
      // Blank for Send As, and known to be so.
      Inherited: isInherited === undefined ? UNKNOWN : known(isInherited),
      Deny: known(isDenied),
    }));
}

function ews(own: Cell, { ewsEnabled, ewsAllowedAppIds }: OrganizationFacts): Cell {
  if (own.is !== 'known') return UNKNOWN;
  if (own.value === false || ewsEnabled === false) return known('blocked');
  if (ewsEnabled === null) return known('allowed');
  if (ewsAllowedAppIds === '') return known('blocked');
  return typeof ewsAllowedAppIds === 'string' ? known('allow-listed') : UNKNOWN;
}

/** By organization, type of the mailbox, its own setting and the bypass of its account. */
function audited(mailbox: JsonObject, auditDisabled: boolean, isBypassed: boolean | undefined): Cell {
  const { AuditEnabled: isEnabled, RecipientTypeDetails: type } = mailbox;
  if (isBypassed === undefined) return UNKNOWN;
  if (isBypassed || auditDisabled) return known('no');
  // Auditing by default does not exist for the types below: their own setting counts. The documents do not name other types.
  if (['UserMailbox', 'SharedMailbox', 'GroupMailbox'].includes(asText(type)) || isEnabled === true)
    return known('yes');
  const isByItself = ['RoomMailbox', 'EquipmentMailbox', 'PublicFolderMailbox'].includes(asText(type));
  return isByItself && isEnabled === false ? known('no') : UNKNOWN;
}

function externalTargets(mailbox: JsonObject, resolved: string | undefined, internal: readonly string[]): Cell {
  const { ForwardingAddress: recipient, ForwardingSmtpAddress: smtp } = mailbox;
  if (recipient === undefined || smtp === undefined) return UNKNOWN;
  const addresses = [
    ...(typeof smtp === 'string' && smtp !== '' ? [smtp.replace(/^smtp:/i, '')] : []),
    ...(resolved === undefined ? [] : [resolved]),
  ];
  const outside = distinct(addresses.filter((address) => !isInside(address, internal)));
  const isUnresolved = typeof recipient === 'string' && recipient !== '' && resolved === undefined;
  return isUnresolved ? partly(outside) : known(outside);
}

function changed(cell: Cell, change: (value: Json) => Json): Cell {
  return cell.is === 'known' ? known(change(cell.value)) : cell;
}

function withoutPrefix(value: Json): Json {
  return typeof value === 'string' ? value.replace(/^smtp:/i, '') : value;
}

function numberUnlessUnlimited(value: Json): Json {
  return typeof value !== 'string' || value === 'Unlimited' ? null : Number(value);
}

/** `14.00:00:00`. */
function days(value: Json): Json {
  const [, count] = typeof value === 'string' ? (/^(\d+)\.00:00:00$/.exec(value) ?? []) : [];
  return count === undefined ? null : Number(count);
}

/** `99 GB (106,300,440,576 bytes)`; at most two decimals. */
export function size(object: JsonObject | undefined, name: string, unit: number): Cell {
  return changed(textCell(object, name), (value) => {
    const [, bytes] = typeof value === 'string' ? (/\(([\d,]+) bytes\)$/.exec(value) ?? []) : [];
    return bytes === undefined ? null : rounded(Number(bytes.replaceAll(',', '')) / unit);
  });
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function time(mailbox: JsonObject, name: string): Cell {
  return changed(textCell(mailbox, name), (value) => {
    return typeof value === 'string' ? new Date(value).toISOString().replace(/\.\d+Z$/, 'Z') : null;
  });
}
