import type { Json, JsonObject } from '../json.ts';
import type { Cmdlet } from './cmdlet.ts';
import type { ParameterTypes } from './parameters.ts';
import { rowsOfList, type Property, type ValueType } from './rows.ts';

/** A property of the objects of a cmdlet, and its value in an object that has no other one. */
type Usual = readonly [name: string, type: ValueType, value: Json];

/** A cmdlet about the organisation, whose objects have names. */
interface OrganisationCmdlet {
  readonly name: string;
  readonly parameters: ParameterTypes;
  readonly properties: readonly Usual[];
  /** The values of each object that are not the usual ones. A test may choose other objects. */
  readonly objects: readonly JsonObject[];
}

const NAMED: ParameterTypes = { Identity: 'other' };
const PAGED: ParameterTypes = { ...NAMED, ResultSize: 'size' };

/** https://learn.microsoft.com/powershell/module/exchange/get-hostedoutboundspamfilterpolicy: `Enabled` is false of the default one too. */
const OUTBOUND_POLICIES: OrganisationCmdlet = {
  name: 'Get-HostedOutboundSpamFilterPolicy',
  parameters: NAMED,
  properties: [
    ['IsDefault', 'plain', false],
    ['Enabled', 'plain', false],
    ['AutoForwardingMode', 'plain', 'Automatic'],
    ['RecipientLimitExternalPerHour', 'int32', 0],
    ['RecipientLimitInternalPerHour', 'int32', 0],
    ['RecipientLimitPerDay', 'int32', 0],
    ['ActionWhenThresholdReached', 'plain', 'BlockUserForToday'],
    ['NotifyOutboundSpam', 'plain', false],
    ['NotifyOutboundSpamRecipients', 'list', []],
    ['BccSuspiciousOutboundMail', 'plain', false],
    ['BccSuspiciousOutboundAdditionalRecipients', 'list', []],
    ['RecommendedPolicyType', 'plain', 'Custom'],
  ],
  objects: [
    {
      Name: 'Default',
      IsDefault: true,
      AutoForwardingMode: 'Off',
      NotifyOutboundSpam: true,
      NotifyOutboundSpamRecipients: ['soc@contoso.com'],
    },
    {
      Name: 'Partners',
      AutoForwardingMode: 'On',
      RecipientLimitExternalPerHour: 500,
      BccSuspiciousOutboundMail: true,
      BccSuspiciousOutboundAdditionalRecipients: ['audit@contoso.com', 'soc@contoso.com'],
    },
    { Name: 'Former', AutoForwardingMode: 'Automatic' },
  ],
};

/** https://learn.microsoft.com/powershell/module/exchange/get-hostedoutboundspamfilterrule: whom a policy that is not the default concerns. */
const OUTBOUND_RULES: OrganisationCmdlet = {
  name: 'Get-HostedOutboundSpamFilterRule',
  parameters: { ...NAMED, State: 'other' },
  properties: [
    ['HostedOutboundSpamFilterPolicy', 'plain', ''],
    ['State', 'plain', 'Enabled'],
    ['Priority', 'int32', 0],
    ['From', 'list', null],
    ['FromMemberOf', 'list', null],
    ['SenderDomainIs', 'list', null],
    ['ExceptIfFrom', 'list', null],
    ['ExceptIfFromMemberOf', 'list', null],
    ['ExceptIfSenderDomainIs', 'list', null],
    ['Comments', 'plain', ''],
  ],
  objects: [
    { Name: 'Partners', HostedOutboundSpamFilterPolicy: 'Partners', FromMemberOf: ['partner-desk@contoso.com'] },
    {
      Name: 'Former',
      HostedOutboundSpamFilterPolicy: 'Former',
      State: 'Disabled',
      Priority: 1,
      SenderDomainIs: ['contoso.onmicrosoft.com'],
    },
  ],
};

/** https://learn.microsoft.com/powershell/module/exchange/get-transportrule */
const TRANSPORT_RULES: OrganisationCmdlet = {
  name: 'Get-TransportRule',
  parameters: {
    ...PAGED,
    State: 'other',
    Filter: 'other',
    DlpPolicy: 'other',
    ExcludeConditionActionDetails: 'other',
  },
  properties: [
    ['Priority', 'int32', 0],
    ['State', 'plain', 'Enabled'],
    ['Mode', 'plain', 'Enforce'],
    ['From', 'list', null],
    ['FromMemberOf', 'list', null],
    ['FromAddressContainsWords', 'list', null],
    ['FromAddressMatchesPatterns', 'list', null],
    ['SentTo', 'list', null],
    ['SentToMemberOf', 'list', null],
    ['RecipientAddressContainsWords', 'list', null],
    ['RecipientAddressMatchesPatterns', 'list', null],
    ['AnyOfToHeader', 'list', null],
    ['AnyOfCcHeader', 'list', null],
    ['AnyOfToCcHeader', 'list', null],
    ['RedirectMessageTo', 'list', null],
    ['BlindCopyTo', 'list', null],
    ['CopyTo', 'list', null],
    ['AddToRecipients', 'list', null],
    ['AddManagerAsRecipientType', 'plain', null],
    ['GenerateIncidentReport', 'plain', null],
    ['RouteMessageOutboundConnector', 'plain', null],
    ['SetSCL', 'plain', null],
    ['SenderDomainIs', 'list', null],
    ['FromScope', 'plain', null],
    ['SentToScope', 'plain', null],
    ['PrependSubject', 'plain', null],
    ['SetHeaderName', 'plain', null],
    ['DeleteMessage', 'plain', false],
    ['Quarantine', 'plain', false],
    ['StopRuleProcessing', 'plain', false],
    ['ActivationDate', 'date', null],
    ['ExpiryDate', 'date', null],
    ['RuleErrorAction', 'plain', 'Ignore'],
    ['CreatedBy', 'plain', 'Admin'],
    ['WhenChanged', 'date', '2026-07-23T21:51:45.0000000+00:00'],
  ],
  objects: [
    { Name: 'Archive', BlindCopyTo: ['archive@contoso.com'] },
    // One recipient as a text: clients expect both forms.
    { Name: 'Invoices', Priority: 1, RedirectMessageTo: 'books@fabrikam.com' },
    { Name: 'Old supplier', Priority: 2, State: 'Disabled', CopyTo: ['desk@adatum.com', 'desk@contoso.com'] },
    { Name: 'Leaks', Priority: 3, Mode: 'Audit', RedirectMessageTo: ['review@mail.example'] },
    { Name: 'Newsletter', Priority: 4, SetSCL: -1, SenderDomainIs: ['news.example'] },
    { Name: 'External', Priority: 5, FromScope: 'NotInOrganization', PrependSubject: '[EXTERNAL] ' },
    {
      Name: 'Summer sale',
      Priority: 6,
      AddToRecipients: ['agency@fabrikam.com'],
      ExpiryDate: '2026-08-31T22:00:00.0000000+00:00',
    },
  ],
};

/**
 * https://learn.microsoft.com/powershell/module/exchange/set-owamailboxpolicy: what people may do is true unless somebody changes it.
 */
const OWA_POLICIES: OrganisationCmdlet = {
  name: 'Get-OwaMailboxPolicy',
  parameters: NAMED,
  properties: [
    ['IsDefault', 'plain', false],
    ['AdditionalStorageProvidersAvailable', 'plain', true],
    ['PersonalAccountsEnabled', 'plain', true],
    ['PersonalAccountCalendarsEnabled', 'plain', true],
    ['BookingsMailboxCreationEnabled', 'plain', true],
    ['ConditionalAccessPolicy', 'plain', 'Off'],
    ['DirectFileAccessOnPublicComputersEnabled', 'plain', true],
  ],
  objects: [
    {
      Name: 'OwaMailboxPolicy-Default',
      IsDefault: true,
      AdditionalStorageProvidersAvailable: false,
      PersonalAccountCalendarsEnabled: false,
    },
    { Name: 'Kiosk', PersonalAccountCalendarsEnabled: false, BookingsMailboxCreationEnabled: false },
  ],
};

/** The smaller ones. https://learn.microsoft.com/powershell/module/exchange has a page of each. */
const OTHERS: readonly OrganisationCmdlet[] = [
  {
    name: 'Get-AdminAuditLogConfig',
    parameters: {},
    properties: [
      ['UnifiedAuditLogIngestionEnabled', 'plain', true],
      ['UnifiedAuditLogFirstOptInDate', 'date', '2025-11-13T22:13:46.2485587Z'],
      ['AdminAuditLogEnabled', 'plain', true],
      ['AdminAuditLogAgeLimit', 'plain', '90.00:00:00'],
      ['LogLevel', 'plain', 'None'],
    ],
    objects: [{ Name: 'Admin Audit Log Settings' }],
  },
  {
    // https://learn.microsoft.com/powershell/module/exchange/set-remotedomain: forwarding is allowed unless somebody changes it.
    name: 'Get-RemoteDomain',
    parameters: PAGED,
    properties: [
      ['DomainName', 'plain', '*'],
      ['AutoForwardEnabled', 'plain', true],
      ['AutoReplyEnabled', 'plain', true],
      ['AllowedOOFType', 'plain', 'External'],
      ['DeliveryReportEnabled', 'plain', true],
      ['NDREnabled', 'plain', true],
      ['IsInternal', 'plain', false],
      ['TNEFEnabled', 'plain', null],
      ['TrustedMailInboundEnabled', 'plain', false],
      ['LineWrapSize', 'plain', 'Unlimited'],
    ],
    objects: [
      { Name: 'Default', AutoForwardEnabled: false },
      { Name: 'Partner', DomainName: 'fabrikam.com' },
    ],
  },
  {
    name: 'Get-SharingPolicy',
    parameters: NAMED,
    properties: [
      ['Default', 'plain', false],
      ['Enabled', 'plain', true],
      ['Domains', 'list', []],
    ],
    objects: [
      {
        Name: 'Default Sharing Policy',
        Default: true,
        Enabled: false,
        Domains: ['Anonymous:CalendarSharingFreeBusyReviewer', '*:CalendarSharingFreeBusySimple'],
      },
      { Name: 'Partners', Domains: ['fabrikam.com:CalendarSharingFreeBusyDetail, ContactsSharing'] },
    ],
  },
  {
    name: 'Get-ExternalInOutlook',
    parameters: NAMED,
    properties: [
      ['Enabled', 'plain', false],
      ['AllowList', 'list', []],
    ],
    // An empty list has one empty text.
    objects: [{ Name: 'c1e2b0a4-5d61-4b1e-9f0a-2f7f1f2b8d10', Enabled: true, AllowList: [''] }],
  },
  {
    name: 'Get-RoleAssignmentPolicy',
    parameters: NAMED,
    properties: [
      ['IsDefault', 'plain', false],
      ['Description', 'plain', ''],
      [
        'AssignedRoles',
        'list',
        ['MyBaseOptions', 'MyContactInformation', 'My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps'],
      ],
      ['RoleAssignments', 'list', []],
    ],
    objects: [
      { Name: 'Default Role Assignment Policy', IsDefault: true },
      { Name: 'Kiosk', AssignedRoles: ['MyBaseOptions'] },
    ],
  },
  {
    name: 'Get-HostedConnectionFilterPolicy',
    parameters: NAMED,
    properties: [
      ['IsDefault', 'plain', true],
      ['IPAllowList', 'list', []],
      ['IPBlockList', 'list', []],
      ['EnableSafeList', 'plain', false],
      ['DirectoryBasedEdgeBlockMode', 'plain', 'Default'],
    ],
    objects: [{ Name: 'Default', IPAllowList: ['192.0.2.10', '198.51.100.0/24'] }],
  },
  {
    name: 'Get-HostedContentFilterPolicy',
    parameters: NAMED,
    properties: [
      ['IsDefault', 'plain', false],
      ['AllowedSenders', 'list', []],
      ['AllowedSenderDomains', 'list', []],
      ['BlockedSenderDomains', 'list', []],
      ['SpamAction', 'plain', 'MoveToJmf'],
    ],
    objects: [
      { Name: 'Default', IsDefault: true },
      { Name: 'Sales', AllowedSenderDomains: ['news.example'] },
    ],
  },
];

/**
 * The cmdlets about the settings of the organisation that are objects with names. Which role has them: the modules of
 * https://github.com/microsoft/Microsoft365DSC name View-Only Configuration for each.
 */
export const ORGANISATION_CMDLETS: readonly Cmdlet[] = [
  OUTBOUND_POLICIES,
  OUTBOUND_RULES,
  TRANSPORT_RULES,
  OWA_POLICIES,
  ...OTHERS,
].map(({ name, parameters, properties, objects: usual }) => ({
  name,
  role: 'View-Only Configuration',
  parameters,
  run: (_, { objects, lacks }) =>
    rowsOfList(objects[name] ?? usual, propertiesOf(properties), (property) => lacks('', property)),
}));

function propertiesOf(properties: readonly Usual[]): readonly Property<JsonObject>[] {
  const nameOf = ({ Name = null }: JsonObject): Json => Name;
  return [
    ['Name', 'plain', nameOf],
    ['Identity', 'plain', nameOf],
    ['Id', 'plain', nameOf],
    ...properties.map(([name, type, value]): Property<JsonObject> => [name, type, ({ [name]: own = value }) => own]),
  ];
}
