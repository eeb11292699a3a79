import { asText, itemsOf, known, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, Json, JsonObject } from '../facts.ts';
import type { OfTable } from '../run.ts';
import { bypassRules, forwardingRules, redirectRules, tagRules, tagsSubjects } from './mail-flow-rules.ts';
import {
  anyOn,
  listed,
  named,
  ofDefault,
  ofEach,
  ofOne,
  only,
  said,
  textsOf,
  worded,
  type Objects,
} from './organization-cells.ts';
import {
  forwardingPolicies,
  hasMorePolicies,
  noticeGaps,
  notices,
  notOff,
  OUTBOUND,
  OUTBOUND_RULES,
  weakest,
} from './outbound-policies.ts';

const OWA = 'Get-OwaMailboxPolicy';
const SHARING = 'Get-SharingPolicy';
/** The cmdlets that `organization` needs in each tenant. */
const CMDLETS = [
  'Get-OrganizationConfig',
  'Get-TransportConfig',
  'Get-AdminAuditLogConfig',
  'Get-MailboxAuditBypassAssociation',
  OUTBOUND,
  'Get-RemoteDomain',
  'Get-ExternalInOutlook',
  'Get-AcceptedDomain',
  'Get-TransportRule',
  SHARING,
  OWA,
  'Get-RoleAssignmentPolicy',
  'Get-HostedConnectionFilterPolicy',
  'Get-HostedContentFilterPolicy',
];
const OWA_DEFAULT = 'OwaMailboxPolicy-Default';
const CONFIG = 'Get-OrganizationConfig';
/** Roles that let people add add-ins. */
const ADD_INS = ['My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps'];

/**
 * The table `organization`: one row, unless nothing of it can be read.
 *
 * @param now epoch ms: the start of the run
 * @param inside domains by the inputs
 */
export function organizationOf({ cmdlets }: Facts, now: number, inside: readonly string[]): OfTable {
  const needed = hasMorePolicies(cmdlets) ? [...CMDLETS, OUTBOUND_RULES] : CMDLETS;
  const unread = needed.filter((name) => cmdlets[name] === undefined);
  return { statuses: ['ok'], rows: [rowOf(cmdlets, now, inside)], hasGaps: unread.length > 0 };
}

function rowOf(objects: Objects, now: number, inside: readonly string[]): Row {
  const config = (property: string, ...words: readonly [ifTrue: Json, ifFalse: Json]): Cell =>
    worded(only(objects, CONFIG), property, words);
  return {
    Name: textCell(only(objects, CONFIG), 'Name'),
    Audited: config('AuditDisabled', 'no', 'yes'),
    UnifiedAuditLog: worded(only(objects, 'Get-AdminAuditLogConfig'), 'UnifiedAuditLogIngestionEnabled', ['on', 'off']),
    AuditBypass: named(objects, 'Get-MailboxAuditBypassAssociation', 'AuditBypassEnabled', 'Name'),
    AutoForwarding: weakest(objects),
    OutboundExternalPerHour: ofDefault(objects, OUTBOUND, 'RecipientLimitExternalPerHour'),
    OutboundInternalPerHour: ofDefault(objects, OUTBOUND, 'RecipientLimitInternalPerHour'),
    OutboundPerDay: ofDefault(objects, OUTBOUND, 'RecipientLimitPerDay'),
    OutboundAction: ofDefault(objects, OUTBOUND, 'ActionWhenThresholdReached'),
    RemoteDomainForwarding: named(objects, 'Get-RemoteDomain', 'AutoForwardEnabled', 'DomainName'),
    DirectSend: config('RejectDirectSend', 'rejected', 'allowed'),
    SmtpAuth: worded(only(objects, 'Get-TransportConfig'), 'SmtpClientAuthenticationDisabled', ['off', 'on']),
    Ews: ews(only(objects, CONFIG)),
    MailTipsAll: config('MailTipsAllTipsEnabled', true, false),
    MailTipsExternal: config('MailTipsExternalRecipientsTipsEnabled', true, false),
    MailTipsGroupMetrics: config('MailTipsGroupMetricsEnabled', true, false),
    ModernAuth: config('OAuth2ClientProfileEnabled', 'on', 'off'),
    OwaStorageProviders: anyOn(objects, OWA, 'AdditionalStorageProvidersAvailable'),
    OwaPersonalAccounts: anyOn(objects, OWA, 'PersonalAccountsEnabled'),
    OwaPersonalCalendars: anyOn(objects, OWA, 'PersonalAccountCalendarsEnabled'),
    AddIns: addIns(ofDefault(objects, 'Get-RoleAssignmentPolicy', 'AssignedRoles')),
    Bookings: config('BookingsEnabled', 'on', 'off'),
    SharedBookings: anyOn(objects, OWA, 'BookingsMailboxCreationEnabled'),
    SafeList: anyOn(objects, 'Get-HostedConnectionFilterPolicy', 'EnableSafeList'),
    AllowedIps: listed(objects, 'Get-HostedConnectionFilterPolicy', 'IPAllowList'),
    AllowedSenderDomains: listed(objects, 'Get-HostedContentFilterPolicy', 'AllowedSenderDomains'),
    AutoForwardingNotOff: notOff(objects),
    ExternalTagAllowList: listed(objects, 'Get-ExternalInOutlook', 'AllowList'),
    MailTipsLargeAudience: said(only(objects, CONFIG), 'MailTipsLargeAudienceThreshold'),
    CustomerLockbox: config('CustomerLockboxEnabled', 'on', 'off'),
    ExternalTag: worded(only(objects, 'Get-ExternalInOutlook'), 'Enabled', ['on', 'off']),
    Holds: said(only(objects, CONFIG), 'InPlaceHolds'),
    AutoForwardingPolicies: forwardingPolicies(objects),
    OutboundNotices: notices(objects),
    OutboundNoticeGaps: noticeGaps(objects),
    OutboundNoticeRecipients: ofDefault(objects, OUTBOUND, 'NotifyOutboundSpamRecipients'),
    ForwardingRules: forwardingRules(objects, now, inside),
    RedirectRules: redirectRules(objects, now),
    SpamBypassRules: bypassRules(objects, now),
    SubjectTagRules: tagRules(objects, now),
    SubjectTag: tagsSubjects(objects, now),
    CalendarSharing: sharing(objects),
    CalendarsForAllDomains: sharedWithAll(objects, 'Calendar'),
    ContactsForAllDomains: sharedWithAll(objects, 'Contacts'),
    DefaultSharing: ofNamed(objects, SHARING, 'Default Sharing Policy', 'Enabled'),
    DefaultOwaStorageProviders: ofNamed(objects, OWA, OWA_DEFAULT, 'AdditionalStorageProvidersAvailable'),
    DefaultOwaPersonalAccounts: onOff(ofDefault(objects, OWA, 'PersonalAccountsEnabled')),
    DefaultOwaPersonalCalendars: onOff(ofDefault(objects, OWA, 'PersonalAccountCalendarsEnabled')),
    DefaultSharedBookings: sharedBookings(objects),
  };
}

function addIns(roles: Cell): Cell {
  if (roles.is !== 'known') return roles;
  const assigned = itemsOf(roles.value);
  return known(ADD_INS.filter((role) => assigned.includes(role)));
}

/** As of `client-access`, without a setting of a mailbox. */
function ews(config: JsonObject | undefined): Cell {
  const { EwsEnabled: isEnabled, EwsAllowedAppIDs: applications } = config ?? {};
  if (isEnabled === false) return known('blocked');
  if (isEnabled === null) return known('allowed');
  if (isEnabled === undefined || applications === undefined) return UNKNOWN;
  return known(applications === '' || applications === null ? 'blocked' : 'allow-listed');
}

/** Which domains see what, by policy. */
function sharing(objects: Objects): Cell {
  return ofEach(objects[SHARING], (policy) => {
    const [domains, { Name: name, Enabled: isEnabled }] = [textsOf(policy, 'Domains'), policy];
    if (domains?.length === 0) return known([]);
    if (domains === undefined || typeof isEnabled !== 'boolean') return UNKNOWN;
    return known(domains.map((text) => `${asText(name)}${isEnabled ? '' : ' (disabled)'}: ${text.replace(':', ': ')}`));
  });
}

/** The policies that share something with all domains, in force or not. */
function sharedWithAll(objects: Objects, what: 'Calendar' | 'Contacts'): Cell {
  return ofEach(objects[SHARING], (policy) => {
    const domains = textsOf(policy, 'Domains');
    if (domains === undefined) return UNKNOWN;
    return known(domains.some((text) => text.startsWith('*:') && text.includes(what)) ? [asText(policy.Name)] : []);
  });
}

function ofNamed(objects: Objects, cmdlet: string, name: string, property: string): Cell {
  return ofOne(
    objects,
    cmdlet,
    (object) => object.Name === name,
    (object) => onOff(said(object, property)),
  );
}

function onOff(cell: Cell): Cell {
  return cell.is === 'known' ? known(cell.value === true ? 'on' : 'off') : cell;
}

/** On where neither the organization nor the policy forbids it. */
function sharedBookings(objects: Objects): Cell {
  const parts = [
    worded(only(objects, CONFIG), 'BookingsEnabled', ['on', 'off']),
    ofNamed(objects, OWA, OWA_DEFAULT, 'BookingsMailboxCreationEnabled'),
  ];
  if (parts.some((part) => part.is === 'known' && part.value === 'off')) return known('off');
  return parts.every(({ is }) => is === 'known') ? known('on') : UNKNOWN;
}
