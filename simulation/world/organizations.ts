import type { JsonObject } from '../../tenant/json.ts';
import type { Streams } from './streams.ts';

/** Objects of cmdlets about the organization, by the cmdlet. */
export type Organization = Readonly<Record<string, readonly JsonObject[]>>;

const MODES = ['Off', 'Automatic', 'On'];

/** Settings of the organization that differ between worlds. */
export function organizationOf(streams: Streams): Organization {
  const draws = streams.of('organization');
  const policies = ['Partners', 'Board'].slice(0, draws.between(0, 2));
  const domains = ['fabrikam.com', 'mail.example'].slice(0, draws.between(0, 2));
  return {
    'Get-AdminAuditLogConfig': [{ Name: 'Admin Audit Log Settings', UnifiedAuditLogIngestionEnabled: draws.has(0.7) }],
    'Get-ExternalInOutlook': [{ Name: 'c1e2b0a4-5d61-4b1e-9f0a-2f7f1f2b8d10', Enabled: draws.has(0.5), AllowList: [] }],
    'Get-HostedOutboundSpamFilterPolicy': [
      {
        Name: 'Default',
        IsDefault: true,
        AutoForwardingMode: draws.pick(MODES),
        RecipientLimitExternalPerHour: draws.pick([0, 400, 500]),
      },
      ...policies.map((Name) => ({ Name, AutoForwardingMode: draws.pick(MODES) })),
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
