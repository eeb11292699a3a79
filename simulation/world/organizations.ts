import type { JsonObject } from '../../tenant/json.ts';
import type { Left } from './parts.ts';
import type { Draws, Streams } from './streams.ts';

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
  const more = streams.of('more settings of the organization');
  return {
    ...Object.fromEntries(Object.entries(others).filter(() => draws.has(0.2))),
    MailTipsExternalRecipientsTipsEnabled: more.has(0.5),
    MailTipsGroupMetricsEnabled: more.has(0.5),
    OAuth2ClientProfileEnabled: more.has(0.7),
    BookingsEnabled: more.has(0.7),
  };
}

/** Objects of cmdlets about the organization that differ between worlds. */
export function organizationOf(streams: Streams): Organization {
  const draws = streams.of('organization');
  const more = streams.of('more of the organization');
  const policies = ['Partners', 'Board'].slice(0, draws.between(0, 2));
  const hasRule = policies.map((name) => streams.has(`outbound rule ${name}`, 0.85));
  const owaDefault = streams.has('renamed policy', 0.15) ? 'Default' : 'OwaMailboxPolicy-Default';
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
        ...noticesOf(streams, 'Default'),
      },
      ...policies.map((Name) => ({ Name, AutoForwardingMode: draws.pick(MODES), ...noticesOf(streams, Name) })),
    ],
    'Get-OwaMailboxPolicy': [owaDefault, 'Kiosk'].slice(0, more.between(1, 2)).map((Name, at) => ({
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
    'Get-HostedOutboundSpamFilterRule': policies
      .map((Name, at) => ({
        Name,
        HostedOutboundSpamFilterPolicy: Name,
        State: draws.pick(['Enabled', 'Disabled']),
        Priority: streams.has('other priorities', 0.3) ? 1 - at : at,
        ...sendersOf(streams.of(`senders of ${Name}`)),
      }))
      .filter((_, at) => hasRule[at] === true),
    'Get-SharingPolicy': sharingOf(streams),
    'Get-RemoteDomain': [
      { Name: 'Default', AutoForwardEnabled: draws.has(0.5) },
      ...domains.map((DomainName) => ({ Name: DomainName, DomainName, AutoForwardEnabled: draws.has(0.5) })),
    ],
  };
}

/** Who gets copies and notices of what a policy stops. */
function noticesOf(streams: Streams, name: string): JsonObject {
  const draws = streams.of(`notices of ${name}`);
  const people = ['soc@contoso.com', 'audit@contoso.com'];
  const some = (): string[] => draws.some(people, draws.between(0, 2));
  return {
    NotifyOutboundSpam: draws.has(0.6),
    NotifyOutboundSpamRecipients: some(),
    BccSuspiciousOutboundMail: draws.has(0.6),
    BccSuspiciousOutboundAdditionalRecipients: some(),
  };
}

/** Whom a policy concerns. */
function sendersOf(draws: Draws): JsonObject {
  const conditions: JsonObject = {
    From: ['board@contoso.com', 'ceo@contoso.com'],
    FromMemberOf: ['partner-desk@contoso.com'],
    SenderDomainIs: ['contoso.com'],
  };
  const exceptions: JsonObject = {
    ExceptIfFrom: ['assistant@contoso.com'],
    ExceptIfFromMemberOf: ['interns@contoso.com'],
    ExceptIfSenderDomainIs: ['relay.contoso.com', 'mail.example'],
  };
  const some = (all: JsonObject, least: number): JsonObject =>
    Object.fromEntries(draws.some(Object.entries(all), draws.between(least, 2)));
  return { ...some(conditions, 1), ...(draws.has(0.4) ? some(exceptions, 1) : {}) };
}

const SHARED = [
  'Anonymous:CalendarSharingFreeBusyReviewer',
  '*:CalendarSharingFreeBusySimple',
  '*:ContactsSharing',
  'fabrikam.com:CalendarSharingFreeBusyDetail, ContactsSharing',
];

function sharingOf(streams: Streams): readonly JsonObject[] {
  const draws = streams.of('sharing');
  const first = draws.has(0.85) ? 'Default Sharing Policy' : 'Sharing';
  return [first, 'Partners'].slice(0, draws.between(1, 2)).map((Name, at) => ({
    Name,
    Default: at === 0,
    Enabled: draws.has(0.5),
    Domains: draws.some(SHARED, draws.between(0, 3)),
  }));
}

/** Rules that say nothing about where mail goes, or are not in force for all that the table `addresses` knows. */
const RULES: readonly JsonObject[] = [
  { Name: 'Newsletter', SetSCL: -1, SenderDomainIs: ['news.example'] },
  { Name: 'Suppliers', SetSCL: -1, SenderDomainIs: ['fabrikam.com', 'adatum.com'] },
  { Name: 'Trusted sender', SetSCL: -1 },
  { Name: 'Junk', SetSCL: 6, SenderDomainIs: ['mail.example'] },
  { Name: 'Tag', FromScope: 'NotInOrganization', PrependSubject: '[OUTSIDE] ' },
  { Name: 'Tag inside', FromScope: 'InOrganization', PrependSubject: '[INSIDE]' },
  { Name: 'Quiet' },
];
const REDIRECTS: readonly JsonObject[] = [
  { RedirectMessageTo: ['books@fabrikam.com', 'desk@contoso.com'], CopyTo: ['info@mail.example'] },
  { RedirectMessageTo: ['desk@relay.contoso.com', 'desk@sub.mail.example'] },
  { BlindCopyTo: ['desk@contoso.com'], AddToRecipients: ['a@adatum.com', 'b@adatum.com'] },
  { CopyTo: ['Board'] },
];
/** Times when worlds are. */
const TIMES = ['2027-02-01T00:00:00.0000000+00:00', '2027-08-31T22:00:00.0000000+00:00'];

/** Mail flow rules besides those of `addresses`. */
export function mailFlowRules(streams: Streams, left: Left): readonly JsonObject[] {
  const draws = streams.of('mail flow rules');
  const redirects = streams.of('redirects of mail flow rules');
  if (!left.has('more mail flow rules')) return [];
  const inForce = (share: number): JsonObject => ({
    ...(draws.has(share) ? {} : { State: 'Disabled' }),
    ...(draws.has(share) ? {} : { Mode: draws.pick(['Audit', 'AuditAndNotify']) }),
    ...(draws.has(share) ? {} : { [draws.pick(['ActivationDate', 'ExpiryDate'])]: draws.pick(TIMES) }),
  });
  return [
    ...draws.some(RULES, draws.between(0, 3)).map((rule) => ({ ...rule, ...inForce(0.85) })),
    // In force they make unknown where all mail goes.
    ...redirects
      .some(REDIRECTS, redirects.has(0.4) ? redirects.between(1, 2) : 0)
      .map((rule, at) => ({ Name: `Sends ${at + 1}`, ...rule, ...inForce(0.6) })),
  ];
}
