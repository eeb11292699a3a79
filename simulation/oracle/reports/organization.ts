import { asText, itemsOf, known, partly, shownValue, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, Json, JsonObject } from '../facts.ts';
import type { OfTable } from '../run.ts';

type Objects = Facts['cmdlets'];

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
];
const CONFIG = 'Get-OrganizationConfig';
const OUTBOUND = 'Get-HostedOutboundSpamFilterPolicy';
const OUTBOUND_RULES = 'Get-HostedOutboundSpamFilterRule';
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
    OutboundExternalPerHour: ofDefault(objects, 'RecipientLimitExternalPerHour'),
    RemoteDomainForwarding: named(objects, 'Get-RemoteDomain', 'AutoForwardEnabled', 'DomainName'),
    DirectSend: config('RejectDirectSend', 'rejected', 'allowed'),
    SmtpAuth: worded(only(objects, 'Get-TransportConfig'), 'SmtpClientAuthenticationDisabled', ['off', 'on']),
    Ews: ews(only(objects, CONFIG)),
    MailTipsAll: config('MailTipsAllTipsEnabled', true, false),
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

/** Of the default policy for outbound mail. */
function ofDefault(objects: Objects, property: string): Cell {
  const own = (objects[OUTBOUND] ?? []).filter(({ IsDefault: isDefault }) => isDefault !== false);
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
