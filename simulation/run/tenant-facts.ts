import { isRecord } from '../../src/json.ts';
import type { ListingName, Tenant } from '../../tenant/tenant.ts';
import type { Facts, GroupFact, JsonObject, MailboxFacts } from '../oracle/facts.ts';

const LISTINGS: readonly ListingName[] = [
  'users',
  'subscribedSkus',
  'userRegistrationDetails',
  'getMailboxUsageDetail',
  'getEmailAppUsageUserDetail',
  'signIns',
];
const STATISTICS = 'Get-MailboxStatistics';
const USER_PROPERTIES = [
  'id',
  'userPrincipalName',
  'displayName',
  'mail',
  'proxyAddresses',
  'accountEnabled',
  'userType',
  'department',
  'jobTitle',
  'assignedLicenses',
  'assignedPlans',
  'createdDateTime',
  'signInActivity',
  'lastPasswordChangeDateTime',
];

/** Cmdlets about the organization, with the parameters that they need to show everything. */
const CMDLETS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  'Get-OrganizationConfig': { RetrieveEwsOperationAccessPolicy: true },
  'Get-TransportConfig': {},
  'Get-AdminAuditLogConfig': {},
  'Get-MailboxAuditBypassAssociation': {},
  'Get-HostedOutboundSpamFilterPolicy': {},
  'Get-HostedOutboundSpamFilterRule': {},
  'Get-RemoteDomain': {},
  'Get-ManagementRoleAssignment': {},
  'Get-AcceptedDomain': {},
  'Get-TransportRule': {},
  'Get-SharingPolicy': {},
  'Get-OwaMailboxPolicy': {},
  'Get-RoleAssignmentPolicy': {},
  'Get-HostedConnectionFilterPolicy': {},
  'Get-HostedContentFilterPolicy': {},
  'Get-ExternalInOutlook': {},
};

/** Cmdlets of the table `addresses`, with the properties that the oracle looks at; none: all. */
const OF_ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'Get-Recipient': [],
  'Get-Mailbox': [
    'Guid',
    'UserPrincipalName',
    'ForwardingAddress',
    'ForwardingSmtpAddress',
    'DeliverToMailboxAndForward',
  ],
  'Get-DistributionGroup': [],
  'Get-DynamicDistributionGroup': [],
  'Get-UnifiedGroup': [],
};

function ofAddresses(tenant: Tenant): Facts['cmdlets'] {
  return Object.fromEntries(
    Object.entries(OF_ADDRESSES).map(([cmdlet, properties]) => {
      const objects = tenant.exchangeObjects(cmdlet, undefined) ?? [];
      const kept = (object: JsonObject): JsonObject =>
        Object.fromEntries(Object.entries(object).filter(([name]) => properties.includes(name)));
      return [cmdlet, properties.length === 0 ? objects : objects.map(kept)];
    }),
  );
}

/** The user principal names of all that may have a mailbox. */
export function mailboxesIn(tenant: Tenant): readonly string[] {
  const mailboxes = tenant.exchangeObjects('Get-Mailbox', undefined, { ResultSize: 'Unlimited' }) ?? [];
  return [
    ...tenant.listed('users', ['userPrincipalName']).map(({ userPrincipalName }) => textOf(userPrincipalName)),
    ...mailboxes.map(({ UserPrincipalName }) => textOf(UserPrincipalName)),
  ];
}

/** What the tenant has at this moment, as it says itself, for the addresses of a list. */
export function factsOf(tenant: Tenant, addresses: readonly string[]): Facts {
  const cmdlets = Object.fromEntries(
    Object.entries(CMDLETS).map(([name, parameters]) => [
      name,
      tenant.exchangeObjects(name, undefined, parameters) ?? [],
    ]),
  );
  // The tenant changes its objects between two runs.
  const users = tenant.listed('users', USER_PROPERTIES);
  return structuredClone({
    mailboxes: Object.fromEntries(addresses.map((address) => [address.toLowerCase(), mailboxFacts(tenant, address)])),
    listings: Object.fromEntries(
      LISTINGS.map((name) => [name, tenant.listed(name, name === 'users' ? USER_PROPERTIES : undefined)]),
    ),
    organization: organizationFacts(cmdlets),
    cmdlets: { ...cmdlets, ...ofAddresses(tenant) },
    deleted: {
      softDeleted: tenant.exchangeObjects('Get-Mailbox', undefined, { SoftDeletedMailbox: true }) ?? [],
      inactive: tenant.exchangeObjects('Get-Mailbox', undefined, { InactiveMailboxOnly: true }) ?? [],
    },
    directory: {
      mailboxes: tenant.exchangeObjects('Get-Mailbox', undefined, { ResultSize: 'Unlimited' }) ?? [],
      statuses: Object.fromEntries(
        users.map(({ userPrincipalName }) => {
          const name = textOf(userPrincipalName);
          return [name.toLowerCase(), tenant.expected(name).status];
        }),
      ),
    },
    groups: tenant.listed('groups').map((group) => groupFact(tenant, group)),
    applications: tenant.applications(),
    units: tenant.administrativeUnits(),
  });
}

/** What mailboxes fall back on. */
function organizationFacts(objects: Facts['cmdlets']): Facts['organization'] {
  const [[config = {}] = [], [transport = {}] = []] = [
    objects['Get-OrganizationConfig'],
    objects['Get-TransportConfig'],
  ];
  const { InPlaceHolds: holds } = config;
  return {
    auditDisabled: config.AuditDisabled === true,
    smtpAuthDisabled: transport.SmtpClientAuthenticationDisabled === true,
    ewsEnabled: config.EwsEnabled ?? null,
    ewsAllowedAppIds: config.EwsAllowedAppIDs ?? null,
    holds: Array.isArray(holds) ? holds.map(textOf) : [],
  };
}

function groupFact(tenant: Tenant, { id, displayName, mail, groupTypes, visibility }: JsonObject): GroupFact {
  const members = tenant
    .transitiveMembers(textOf(id))
    .filter((member) => member['@odata.type'] !== '#microsoft.graph.group');
  return {
    id: textOf(id),
    kind: Array.isArray(groupTypes) && groupTypes.length > 0 ? 'unified' : 'security',
    isHidden: visibility === 'HiddenMembership',
    own: tenant.members(textOf(id)).map((member) => ({
      id: textOf(member.id),
      mail: textOf(member.mail),
      type: textOf(member['@odata.type']).replace('#microsoft.graph.', ''),
    })),
    name: textOf(displayName),
    address: textOf(mail),
    members: members.map(({ userPrincipalName, mail: address, displayName: name }) => {
      const isGuest = /#ext#@/i.test(textOf(userPrincipalName));
      const label = isGuest ? textOf(address) : textOf(userPrincipalName) || textOf(address);
      return { label, name: textOf(name), isGuest };
    }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function mailboxFacts(tenant: Tenant, address: string): MailboxFacts {
  const { status, settings, rules = [], folders = [], calendarPermissions = [] } = tenant.expected(address);
  const mailbox = tenant.exchangeObjects('Get-Mailbox', address)?.[0];
  return {
    status,
    settings: isObject(settings) ? settings : {},
    rules,
    folders,
    calendarPermissions,
    mailbox,
    clientAccess: tenant.exchangeObjects('Get-CASMailbox', address)?.[0],
    archive: tenant.exchangeObjects(STATISTICS, address, { Archive: true })?.[0],
    primary: tenant.exchangeObjects(STATISTICS, address)?.[0],
    rights: tenant.grants(address),
    isBypassed: tenant.exchangeObjects('Get-MailboxAuditBypassAssociation', address)?.[0]?.AuditBypassEnabled === true,
    forwardingAddress: addressOf(tenant, mailbox?.ForwardingAddress),
  };
}

/** Where mail for the recipient of a name goes: the external address of a contact, else the primary one. */
function addressOf(tenant: Tenant, name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const { ExternalEmailAddress: external, PrimarySmtpAddress: primary } =
    tenant.exchangeObjects('Get-Recipient', name)?.[0] ?? {};
  const address = typeof external === 'string' && external !== '' ? external.replace(/^SMTP:/, '') : primary;
  return typeof address === 'string' ? address : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return isRecord(value);
}
