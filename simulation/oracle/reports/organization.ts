import { asText, itemsOf, known, partly, shownValue, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, Json, JsonObject } from '../facts.ts';
import type { OfTable } from '../run.ts';

type Objects = Facts['cmdlets'];

const OWA = 'Get-OwaMailboxPolicy';
/** The cmdlets that `organization` needs in each tenant. */
const CMDLETS = [
  'Get-OrganizationConfig',
  'Get-TransportConfig',
  'Get-AdminAuditLogConfig',
  'Get-MailboxAuditBypassAssociation',
  'Get-HostedOutboundSpamFilterPolicy',
  'Get-RemoteDomain',
  'Get-ExternalInOutlook',
  'Get-AcceptedDomain',
  'Get-TransportRule',
  'Get-SharingPolicy',
  OWA,
  'Get-RoleAssignmentPolicy',
  'Get-HostedConnectionFilterPolicy',
  'Get-HostedContentFilterPolicy',
];
const CONFIG = 'Get-OrganizationConfig';
const OUTBOUND = 'Get-HostedOutboundSpamFilterPolicy';
const OUTBOUND_RULES = 'Get-HostedOutboundSpamFilterRule';
/** Roles that let people add add-ins. */
const ADD_INS = ['My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps'];
/** From the strictest to the weakest. */
const MODES = ['off', 'automatic', 'on'];

/** The table `organization`: one row, unless nothing of it can be read. */
export function organizationOf({ cmdlets }: Facts): OfTable {
  const needed = hasMorePolicies(cmdlets) ? [...CMDLETS, OUTBOUND_RULES] : CMDLETS;
  const unread = needed.filter((name) => cmdlets[name] === undefined);
  return { statuses: ['ok'], rows: [rowOf(cmdlets)], hasGaps: unread.length > 0 };
}

function rowOf(objects: Objects): Row {
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
  };
}

/** The object of a cmdlet that returns one. */
function only(objects: Objects, cmdlet: string): JsonObject | undefined {
  return objects[cmdlet]?.[0];
}

function said(object: JsonObject | undefined, property: string): Cell {
  const value = object?.[property];
  return value === undefined || value === null ? UNKNOWN : known(value);
}

function worded(
  object: JsonObject | undefined,
  property: string,
  [ifTrue, ifFalse]: readonly [ifTrue: Json, ifFalse: Json],
): Cell {
  const value = object?.[property];
  return typeof value === 'boolean' ? known(value ? ifTrue : ifFalse) : UNKNOWN;
}

/** The names of the objects of which a property is true. An object that does not say it may be one of them. */
function named(objects: Objects, cmdlet: string, property: string, name: string): Cell {
  const own = objects[cmdlet] ?? [];
  const parts = own.map((object): Cell => {
    if (object[property] === false) return known([]);
    const text = object[name];
    return object[property] === true && typeof text === 'string' && text !== '' ? known([text]) : UNKNOWN;
  });
  return own.length === 0 ? UNKNOWN : joined(parts);
}

/** A list of lists, with all that is certain. */
function joined(parts: readonly Cell[]): Cell {
  const items = parts.flatMap((part) => itemsOf(shownValue(part)));
  return parts.every(({ is }) => is === 'known') ? known(items) : partly(items);
}

/** What the objects of a cmdlet list, without empty texts. */
function listed(objects: Objects, cmdlet: string, property: string): Cell {
  const own = objects[cmdlet] ?? [];
  const parts = own.map((object): Cell => {
    const items = object[property];
    return items === undefined ? UNKNOWN : known(itemsOf(items).filter((item) => item !== ''));
  });
  return own.length === 0 ? UNKNOWN : joined(parts);
}

function anyOn(objects: Objects, cmdlet: string, property: string): Cell {
  const values = (objects[cmdlet] ?? []).map((object) => object[property]);
  if (values.includes(true)) return known('on');
  return values.length > 0 && values.every((value) => value === false) ? known('off') : UNKNOWN;
}

function addIns(roles: Cell): Cell {
  if (roles.is !== 'known') return roles;
  const assigned = itemsOf(roles.value);
  return known(ADD_INS.filter((role) => assigned.includes(role)));
}

/** Policies for outbound mail that do not forbid forwarding, in force or not. */
function notOff(objects: Objects): Cell {
  const own = objects[OUTBOUND] ?? [];
  const parts = own.map(({ Name: name, AutoForwardingMode: mode }): Cell => {
    if (mode === undefined) return UNKNOWN;
    const word = asText(mode).toLowerCase();
    return known(word === 'off' ? [] : [`${asText(name)}: ${word}`]);
  });
  return own.length === 0 ? UNKNOWN : joined(parts);
}

/** Of the default object of several. */
function ofDefault(objects: Objects, cmdlet: string, property: string): Cell {
  const own = (objects[cmdlet] ?? []).filter(({ IsDefault: isDefault }) => isDefault !== false);
  return own.length === 1 && own[0]?.IsDefault === true ? said(own[0], property) : UNKNOWN;
}

function hasMorePolicies(objects: Objects): boolean {
  return (objects[OUTBOUND] ?? []).some(({ IsDefault: isDefault }) => isDefault !== true);
}

/** The weakest mode of the policies in force: the default one, and those with a rule that is enabled. What is unknown may be the weakest. */
function weakest(objects: Objects): Cell {
  const rules = objects[OUTBOUND_RULES];
  const policies = (objects[OUTBOUND] ?? []).map((policy) => {
    const mode = MODES.indexOf(asText(policy.AutoForwardingMode).toLowerCase());
    return { mode: mode === -1 ? undefined : mode, isInForce: isInForce(policy, rules) };
  });
  const certain = policies.flatMap(({ mode, isInForce: is }) => (is === true && mode !== undefined ? [mode] : []));
  const possible = policies.flatMap(({ mode = MODES.length - 1, isInForce: is }) => (is === false ? [] : [mode]));
  const [atLeast, atMost] = [Math.max(...certain), Math.max(...possible)];
  return certain.length > 0 && atLeast === atMost ? known(MODES[atLeast] ?? null) : UNKNOWN;
}

function isInForce(policy: JsonObject, rules: readonly JsonObject[] | undefined): boolean | undefined {
  const { IsDefault: isDefault, Name: name } = policy;
  if (isDefault === true) return true;
  if (isDefault !== false || rules === undefined) return undefined;
  const rule = rules.find(({ HostedOutboundSpamFilterPolicy: of }) => of === name);
  if (rule === undefined)
    return rules.every(({ HostedOutboundSpamFilterPolicy: of }) => of !== undefined) ? false : undefined;
  return rule.State === 'Enabled' ? true : rule.State === 'Disabled' ? false : undefined;
}

/** As of `client-access`, without a setting of a mailbox. */
function ews(config: JsonObject | undefined): Cell {
  const { EwsEnabled: isEnabled, EwsAllowedAppIDs: applications } = config ?? {};
  if (isEnabled === false) return known('blocked');
  if (isEnabled === null) return known('allowed');
  if (isEnabled === undefined || applications === undefined) return UNKNOWN;
  return known(applications === '' || applications === null ? 'blocked' : 'allow-listed');
}
