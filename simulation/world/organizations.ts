import type { JsonObject } from '../../tenant/json.ts';
import type { Streams } from './streams.ts';

/** Objects of cmdlets about the organization, by the cmdlet. */
export type Organization = Readonly<Record<string, readonly JsonObject[]>>;

const MODES = ['Off', 'Automatic', 'On'];

/** Properties of `Get-OrganizationConfig` and `Get-TransportConfig` that differ between worlds. */
export function settingsOf(streams: Streams): JsonObject {
  const draws = streams.of('settings of the organization');
  const policy = `${draws.pick(['mbx', 'grp'])}${draws.pick(['0f', 'ab']).repeat(16)}:${draws.between(1, 3)}`;
  const others: JsonObject = {
    AuditDisabled: true,
    SmtpClientAuthenticationDisabled: false,
    EwsEnabled: draws.pick([false, null]),
    EwsAllowedAppIDs: '',
    RejectDirectSend: true,
    MailTipsAllTipsEnabled: false,
    MailTipsLargeAudienceThreshold: draws.pick([10, 100]),
    CustomerLockboxEnabled: true,
    InPlaceHolds: draws.pick([[], [policy], [policy, 'mbx7cfb30345d454ac0a989ab3041051209:2']]),
  };
  return Object.fromEntries(Object.entries(others).filter(() => draws.has(0.2)));
}

/** Objects of cmdlets about the organization that differ between worlds. */
export function organizationOf(streams: Streams): Organization {
  const draws = streams.of('organization');
  const more = streams.of('more of the organization');
  const policies = ['Partners', 'Board'].slice(0, draws.between(0, 2));
  const domains = ['fabrikam.com', 'mail.example'].slice(0, draws.between(0, 2));
  return {
    'Get-AdminAuditLogConfig': [{ Name: 'Admin Audit Log Settings', UnifiedAuditLogIngestionEnabled: draws.has(0.7) }],
    'Get-ExternalInOutlook': [
      {
        Name: 'c1e2b0a4-5d61-4b1e-9f0a-2f7f1f2b8d10',
        Enabled: draws.has(0.5),
        AllowList: more.pick([[], [''], ['fabrikam.com', 'news.example']]),
      },
    ],
    'Get-HostedOutboundSpamFilterPolicy': [
      {
        Name: 'Default',
        IsDefault: true,
        AutoForwardingMode: draws.pick(MODES),
        RecipientLimitExternalPerHour: draws.pick([0, 400, 500]),
        RecipientLimitInternalPerHour: more.pick([0, 1000]),
        RecipientLimitPerDay: more.pick([0, 500, 1000]),
        ActionWhenThresholdReached: more.pick(['BlockUser', 'BlockUserForToday', 'Alert']),
      },
      ...policies.map((Name) => ({ Name, AutoForwardingMode: draws.pick(MODES) })),
    ],
    'Get-OwaMailboxPolicy': ['Default', 'Kiosk'].slice(0, more.between(1, 2)).map((Name, at) => ({
      Name,
      IsDefault: at === 0,
      AdditionalStorageProvidersAvailable: more.has(0.3),
      PersonalAccountsEnabled: more.has(0.3),
      PersonalAccountCalendarsEnabled: more.has(0.3),
      BookingsMailboxCreationEnabled: more.has(0.3),
    })),
    'Get-RoleAssignmentPolicy': [
      {
        Name: 'Default',
        IsDefault: true,
        AssignedRoles: more.some(['MyBaseOptions', 'My Custom Apps', 'My Marketplace Apps'], 2),
      },
      { Name: 'Kiosk', AssignedRoles: ['My ReadWriteMailbox Apps'] },
    ],
    'Get-HostedConnectionFilterPolicy': [
      {
        Name: 'Default',
        EnableSafeList: more.has(0.4),
        IPAllowList: more.some(['192.0.2.10', '203.0.113.0/24'], more.between(0, 2)),
      },
    ],
    'Get-HostedContentFilterPolicy': [
      { Name: 'Default', IsDefault: true },
      { Name: 'Sales', AllowedSenderDomains: more.some(['news.example', 'fabrikam.com'], more.between(0, 2)) },
    ],
    'Get-HostedOutboundSpamFilterRule': policies.map((Name, Priority) => ({
      Name,
      HostedOutboundSpamFilterPolicy: Name,
      State: draws.pick(['Enabled', 'Disabled']),
      Priority,
      SenderDomainIs: ['contoso.com'],
    })),
    'Get-RemoteDomain': [
      { Name: 'Default', AutoForwardEnabled: draws.has(0.5) },
      ...domains.map((DomainName) => ({ Name: DomainName, DomainName, AutoForwardEnabled: draws.has(0.5) })),
    ],
  };
}
