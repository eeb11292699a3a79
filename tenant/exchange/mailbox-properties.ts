import type { Chance } from '../chance.ts';
import type { Json } from '../json.ts';
import { forwardingOf } from './forwarding.ts';
import { ExchangeMailbox } from './mailbox.ts';
import { AUDIT_ACTIONS, OTHER_PROPERTIES } from './other-mailbox-properties.ts';
import { dateText, daysText, sizeText, type Property } from './rows.ts';

const GB = 1024 ** 3;
const NO_GUID = '00000000-0000-0000-0000-000000000000';

/** Old mailboxes for which the service omits properties that were never set. */
export function lacksLateProperty(mailbox: ExchangeMailbox, name: string): boolean {
  return LATE.has(name) && mailbox.system === undefined && mailbox.chance('late').next() < 0.02;
}

const LATE = new Set(['AuditEnabled', 'MessageCopyForSentAsEnabled', 'MessageCopyForSendOnBehalfEnabled']);

function identity({ isSoftDeleted, name }: ExchangeMailbox): string {
  return isSoftDeleted ? `Soft Deleted Objects\\${name}` : name;
}

export function isArchived(mailbox: ExchangeMailbox): boolean {
  return mailbox.kind === 'user' && mailbox.chance('archive').next() < 0.2;
}

export function archiveGuid(mailbox: ExchangeMailbox): string {
  return mailbox.exchangeGuid.replace(/^.{8}/, 'a0c41e00');
}

function isHeld(mailbox: ExchangeMailbox): boolean {
  return mailbox.kind === 'inactive' || isKept(mailbox, 'hold', 0.05);
}

/** Of a mailbox that is not soft-deleted: one that something keeps would be inactive instead. */
function isKept(mailbox: ExchangeMailbox, topic: string, share: number): boolean {
  return !mailbox.isSoftDeleted && happens(mailbox, topic, share);
}

/** https://learn.microsoft.com/purview/ediscovery-identify-a-hold-on-an-exchange-online-mailbox */
function holds(mailbox: ExchangeMailbox): Json[] {
  const chance = mailbox.chance('in-place holds');
  if (chance.next() >= 0.05 || mailbox.isSoftDeleted) return [];
  // Policies of Purview, the second of which only deletes; one that excludes the mailbox; an eDiscovery case.
  const forms = [
    `mbx${chance.hex(32)}:2`,
    `mbx${chance.hex(32)}:1`,
    `-mbx${chance.hex(32)}`,
    `UniH${chance.hex(32)}`,
    `skp${chance.hex(32)}:3`,
  ];
  const start = chance.below(forms.length);
  return forms.slice(start, start + 1 + chance.below(forms.length));
}

function quota(mailbox: ExchangeMailbox, ofWhole: number): string {
  const chance = mailbox.chance('quota');
  if (chance.next() < 0.02) return 'Unlimited';
  const whole = mailbox.kind === 'user' && chance.next() < 0.6 ? 100 : 50;
  return sizeText((whole - ofWhole) * GB);
}

/** Some mailboxes have more than the default actions. */
function auditActions(mailbox: ExchangeMailbox, of: keyof typeof AUDIT_ACTIONS): Json[] {
  const more = happens(mailbox, `audit ${of}`, 0.4) ? ['Copy', 'FolderBind', 'MailboxLogin', 'Move', 'Create'] : [];
  return [...new Set([...AUDIT_ACTIONS[of], ...more])];
}

/** The names of recipients that may send on behalf. */
export function sendOnBehalf(mailbox: ExchangeMailbox): string[] {
  const chance = mailbox.chance('send on behalf');
  if (mailbox.system !== undefined || chance.next() >= 0.06) return [];
  return [...new Set(Array.from({ length: 1 + chance.below(3) }, () => someone(mailbox, chance).name))];
}

function someone({ organisation }: ExchangeMailbox, chance: Chance): ExchangeMailbox {
  return new ExchangeMailbox(organisation, organisation.people.anybody(chance));
}

function happens(mailbox: ExchangeMailbox, topic: string, share: number): boolean {
  return mailbox.chance(topic).next() < share;
}

/** What `Get-Mailbox` returns of a mailbox. https://learn.microsoft.com/powershell/module/exchange/get-mailbox */
export const MAILBOX_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['ExchangeGuid', 'guid', (mailbox) => mailbox.exchangeGuid],
  ['Guid', 'guid', (mailbox) => mailbox.guid],
  ['ExternalDirectoryObjectId', 'plain', (mailbox) => mailbox.objectId],
  ['Identity', 'plain', identity],
  ['Id', 'plain', identity],
  ['Name', 'plain', (mailbox) => mailbox.name],
  ['Alias', 'plain', (mailbox) => mailbox.alias],
  ['DisplayName', 'plain', (mailbox) => mailbox.displayName],
  ['DistinguishedName', 'plain', (mailbox) => mailbox.distinguishedName],
  ['UserPrincipalName', 'plain', (mailbox) => mailbox.userPrincipalName],
  ['PrimarySmtpAddress', 'plain', (mailbox) => mailbox.primarySmtpAddress],
  ['WindowsEmailAddress', 'plain', (mailbox) => mailbox.primarySmtpAddress],
  ['EmailAddresses', 'list', (mailbox) => mailbox.emailAddresses],
  ['RecipientType', 'plain', () => 'UserMailbox'],
  ['RecipientTypeDetails', 'plain', (mailbox) => mailbox.recipientTypeDetails],
  ['IsMailboxEnabled', 'plain', (mailbox) => mailbox.kind !== 'inactive'],
  ['IsShared', 'plain', (mailbox) => mailbox.kind === 'shared'],
  ['IsResource', 'plain', (mailbox) => mailbox.kind === 'room' || mailbox.kind === 'equipment'],
  ['IsInactiveMailbox', 'plain', (mailbox) => mailbox.kind === 'inactive'],
  ['IsDirSynced', 'plain', (mailbox) => mailbox.kind === 'user' && happens(mailbox, 'synced', 0.2)],
  // Of a synchronized mailbox, whether its Exchange attributes are managed in the cloud.
  [
    'IsExchangeCloudManaged',
    'plain',
    (mailbox) =>
      mailbox.kind === 'user' && happens(mailbox, 'synced', 0.2) && happens(mailbox, 'managed in the cloud', 0.3),
  ],
  ['AccountDisabled', 'plain', (mailbox) => mailbox.accountDisabled],
  ['HiddenFromAddressListsEnabled', 'plain', (mailbox) => mailbox.isHiddenFromLists],
  ['ForwardingAddress', 'plain', (mailbox) => forwardingOf(mailbox).recipient],
  ['ForwardingSmtpAddress', 'plain', (mailbox) => forwardingOf(mailbox).smtpAddress],
  ['DeliverToMailboxAndForward', 'plain', (mailbox) => forwardingOf(mailbox).keepsCopy],
  ['GrantSendOnBehalfTo', 'list', sendOnBehalf],
  ['MessageCopyForSentAsEnabled', 'plain', (mailbox) => mailbox.kind === 'shared' && happens(mailbox, 'copies', 0.5)],
  [
    'MessageCopyForSendOnBehalfEnabled',
    'plain',
    (mailbox) => mailbox.kind === 'shared' && happens(mailbox, 'copies', 0.5),
  ],
  ['LitigationHoldEnabled', 'plain', isHeld],
  ['LitigationHoldDate', 'date', (mailbox) => (isHeld(mailbox) ? dateText(mailbox.created + 86_400_000) : null)],
  [
    'LitigationHoldDuration',
    'plain',
    (mailbox) => (happens(mailbox, 'hold length', 0.3) ? daysText(2555) : 'Unlimited'),
  ],
  ['LitigationHoldOwner', 'plain', (mailbox) => (isHeld(mailbox) ? `legal@${mailbox.organisation.people.domain}` : '')],
  ['InPlaceHolds', 'list', holds],
  ['ComplianceTagHoldApplied', 'plain', (mailbox) => isKept(mailbox, 'tag hold', 0.02)],
  ['DelayHoldApplied', 'plain', (mailbox) => isKept(mailbox, 'delay hold', 0.02)],
  ['DelayReleaseHoldApplied', 'plain', (mailbox) => isKept(mailbox, 'delay release hold', 0.01)],
  ['RetentionHoldEnabled', 'plain', (mailbox) => happens(mailbox, 'retention hold', 0.01)],
  ['RetentionPolicy', 'plain', (mailbox) => (happens(mailbox, 'policy', 0.95) ? 'Default MRM Policy' : null)],
  ['SingleItemRecoveryEnabled', 'plain', (mailbox) => happens(mailbox, 'recovery', 0.97)],
  ['RetainDeletedItemsFor', 'plain', (mailbox) => daysText(happens(mailbox, 'deleted items', 0.15) ? 30 : 14)],
  // Auditing by default shows as true, and does not cover resources.
  ['AuditEnabled', 'plain', (mailbox) => happens(mailbox, 'audit', RESOURCE_TYPES.has(mailbox.kind) ? 0.6 : 0.97)],
  ['AuditAdmin', 'list', (mailbox) => auditActions(mailbox, 'Admin')],
  ['AuditDelegate', 'list', (mailbox) => auditActions(mailbox, 'Delegate')],
  ['AuditOwner', 'list', (mailbox) => auditActions(mailbox, 'Owner')],
  ['AuditLogAgeLimit', 'plain', (mailbox) => daysText(happens(mailbox, 'audit age', 0.05) ? 365 : 90)],
  ['DefaultAuditSet', 'list', () => ['Admin', 'Delegate', 'Owner']],
  ['ArchiveStatus', 'plain', (mailbox) => (isArchived(mailbox) ? 'Active' : 'None')],
  ['ArchiveState', 'plain', (mailbox) => (isArchived(mailbox) ? 'Local' : 'None')],
  ['ArchiveGuid', 'guid', (mailbox) => (isArchived(mailbox) ? archiveGuid(mailbox) : NO_GUID)],
  ['ArchiveName', 'list', (mailbox) => (isArchived(mailbox) ? [`In-Place Archive - ${mailbox.displayName}`] : [])],
  ['AutoExpandingArchiveEnabled', 'plain', (mailbox) => isArchived(mailbox) && happens(mailbox, 'expanding', 0.2)],
  ['ProhibitSendReceiveQuota', 'plain', (mailbox) => quota(mailbox, 0)],
  ['ProhibitSendQuota', 'plain', (mailbox) => quota(mailbox, 0.5)],
  ['IssueWarningQuota', 'plain', (mailbox) => quota(mailbox, 1)],
  ['MaxSendSize', 'plain', () => sizeText(35 * 1024 ** 2)],
  ['MaxReceiveSize', 'plain', () => sizeText(36 * 1024 ** 2)],
  ['RecipientLimits', 'plain', (mailbox) => (happens(mailbox, 'recipient limit', 0.05) ? 'Unlimited' : '500')],
  [
    'ResourceCapacity',
    'int32',
    (mailbox) => (mailbox.kind === 'room' ? 4 + mailbox.chance('capacity').below(20) : null),
  ],
  ['ResourceType', 'plain', (mailbox) => RESOURCE_TYPES.get(mailbox.kind) ?? null],
  ['WhenCreated', 'date', (mailbox) => dateText(mailbox.created)],
  ['WhenCreatedUTC', 'date', (mailbox) => dateText(mailbox.created)],
  ['WhenMailboxCreated', 'date', (mailbox) => dateText(mailbox.created + 60_000)],
  ['WhenChanged', 'date', (mailbox) => dateText(mailbox.organisation.today - 86_400_000)],
  ['WhenSoftDeleted', 'date', ({ deletedAt }) => (deletedAt === undefined ? null : dateText(deletedAt))],
  ...OTHER_PROPERTIES.map(([name, type, value]): Property<ExchangeMailbox> => [name, type, () => value]),
];

const RESOURCE_TYPES: ReadonlyMap<string, string> = new Map([
  ['room', 'Room'],
  ['equipment', 'Equipment'],
]);
