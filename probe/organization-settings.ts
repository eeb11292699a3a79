import { all, cmdlet, have, lists, rows, some, type Assumptions, type Form } from './assumption.ts';

const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const GRAPH2OTEL = 'https://github.com/rknightion/graph2otel';
const SCUBA = 'https://github.com/cisagov/ScubaGear';
const PROWLER = 'https://github.com/prowler-cloud/prowler';
const RUNS = 'Runs it.';
const NO_RULE = 'There is no rule.';

function oneOf(...words: readonly string[]): Form {
  return [new RegExp(`^(?:${words.join('|')})$`), words.join(', ')];
}

/** What the action relies on in the settings of the organization. */
export const ORGANIZATION_SETTINGS: Assumptions = {
  'EXCHANGE-101': {
    statement: 'Settings of the organization are JSON booleans. `RejectDirectSend` may be left out.',
    observed: GRAPH2OTEL,
    method: 'Runs `Get-OrganizationConfig`.',
    check: lists(
      cmdlet(
        'Get-OrganizationConfig',
        'Name OAuth2ClientProfileEnabled RejectDirectSend BookingsEnabled CustomerLockboxEnabled MailTipsAllTipsEnabled MailTipsLargeAudienceThreshold',
      ),
      {
        Name: 'text',
        OAuth2ClientProfileEnabled: 'boolean',
        RejectDirectSend: 'boolean absent',
        BookingsEnabled: 'boolean',
        CustomerLockboxEnabled: 'boolean',
        MailTipsAllTipsEnabled: 'boolean',
        MailTipsLargeAudienceThreshold: 'number',
      },
    ),
  },
  'EXCHANGE-102': {
    statement: '`Get-AdminAuditLogConfig` says whether the unified audit log is on, as a boolean.',
    observed: GRAPH2OTEL,
    method: RUNS,
    check: lists(cmdlet('Get-AdminAuditLogConfig', 'UnifiedAuditLogIngestionEnabled'), {
      UnifiedAuditLogIngestionEnabled: 'boolean',
    }),
  },
  'EXCHANGE-103': {
    statement:
      'Outbound spam policies say which is the default; forwarding is `Automatic`, `On` or `Off`, limits are numbers.',
    observed: GRAPH2OTEL,
    method: 'Runs `Get-HostedOutboundSpamFilterPolicy`.',
    check: lists(
      cmdlet(
        'Get-HostedOutboundSpamFilterPolicy',
        'Name IsDefault AutoForwardingMode RecipientLimitPerDay NotifyOutboundSpamRecipients',
      ),
      { IsDefault: 'boolean', RecipientLimitPerDay: 'number', NotifyOutboundSpamRecipients: 'list' },
      { AutoForwardingMode: oneOf('Automatic', 'On', 'Off') },
    ),
  },
  'EXCHANGE-104': {
    statement:
      'The rule of an outbound spam policy names it, its state and priority, a number, and whom it concerns: null or lists.',
    inferred: `${MODULE}/get-hostedoutboundspamfilterrule; ${PROWLER} (reads the state)`,
    method: 'Runs `Get-HostedOutboundSpamFilterRule`. Needs a rule.',
    check: have(
      some(
        rows(cmdlet('Get-HostedOutboundSpamFilterRule', 'HostedOutboundSpamFilterPolicy State Priority From')),
        NO_RULE,
      ),
      { HostedOutboundSpamFilterPolicy: 'text', Priority: 'number', From: 'list null' },
      { State: oneOf('Enabled', 'Disabled') },
    ),
  },
  'EXCHANGE-105': {
    statement: 'Remote domains are named by `DomainName`, and `AutoForwardEnabled` is a boolean.',
    observed: `${GRAPH2OTEL}; ${SCUBA}`,
    method: 'Runs `Get-RemoteDomain`.',
    check: lists(cmdlet('Get-RemoteDomain', 'DomainName AutoForwardEnabled'), {
      DomainName: 'text',
      AutoForwardEnabled: 'boolean',
    }),
  },
  'EXCHANGE-106': {
    statement: 'A mail flow rule has `State` and `Mode` in documented words; recipients are null, a text or a list.',
    observed: `${GRAPH2OTEL} (recipients that are set were not captured)`,
    method: 'Runs `Get-TransportRule`. Needs a rule.',
    check: have(
      some(rows(cmdlet('Get-TransportRule', 'Name State Mode ExpiryDate RedirectMessageTo BlindCopyTo')), NO_RULE),
      { RedirectMessageTo: 'null text list', BlindCopyTo: 'null text list', ExpiryDate: 'null text' },
      { State: oneOf('Enabled', 'Disabled'), Mode: oneOf('Enforce', 'Audit', 'AuditAndNotify') },
    ),
  },
  'EXCHANGE-107': {
    statement: 'The domains of a sharing policy are texts such as `*:CalendarSharingFreeBusySimple`.',
    observed: SCUBA,
    method: 'Runs `Get-SharingPolicy`.',
    check: lists(cmdlet('Get-SharingPolicy', 'Name Enabled Domains'), {
      Name: 'text',
      Enabled: 'boolean',
      Domains: 'list',
    }),
  },
  'EXCHANGE-108': {
    statement: '`Get-ExternalInOutlook` has `Enabled` and `AllowList`, which is null, empty, or has an empty text.',
    observed: 'https://github.com/KelvinTegelaar/CIPP-API',
    method: RUNS,
    check: lists(cmdlet('Get-ExternalInOutlook', 'Identity Enabled AllowList'), {
      Enabled: 'boolean',
      AllowList: 'list null',
    }),
  },
  'EXCHANGE-109': {
    statement:
      'Policies of Outlook on the web have booleans for storage, Bookings and personal accounts, and say which is the default.',
    observed: `${PROWLER} (takes one that is left out for true)`,
    method: 'Runs `Get-OwaMailboxPolicy`.',
    check: lists(
      cmdlet(
        'Get-OwaMailboxPolicy',
        'Name IsDefault AdditionalStorageProvidersAvailable BookingsMailboxCreationEnabled PersonalAccountsEnabled PersonalAccountCalendarsEnabled',
      ),
      {
        IsDefault: 'boolean',
        AdditionalStorageProvidersAvailable: 'boolean',
        BookingsMailboxCreationEnabled: 'boolean',
        PersonalAccountsEnabled: 'boolean null absent',
        PersonalAccountCalendarsEnabled: 'boolean null absent',
      },
    ),
  },
  'EXCHANGE-110': {
    statement: 'One role assignment policy is the default, and `AssignedRoles` is a list of names.',
    observed: PROWLER,
    method: 'Runs `Get-RoleAssignmentPolicy`.',
    check: lists(cmdlet('Get-RoleAssignmentPolicy', 'Name IsDefault AssignedRoles'), {
      IsDefault: 'boolean',
      AssignedRoles: 'list',
    }),
  },
  'EXCHANGE-111': {
    statement: 'Connection filters have `EnableSafeList` and a list of addresses; content filters, a list of domains.',
    observed: `${SCUBA}; https://github.com/microsoft/Microsoft365DSC (domains as objects with \`Domain\`)`,
    method: 'Runs both cmdlets.',
    check: all(
      lists(cmdlet('Get-HostedConnectionFilterPolicy', 'Name EnableSafeList IPAllowList'), {
        EnableSafeList: 'boolean',
        IPAllowList: 'list',
      }),
      lists(cmdlet('Get-HostedContentFilterPolicy', 'Name AllowedSenderDomains'), { AllowedSenderDomains: 'list' }),
    ),
  },
};
