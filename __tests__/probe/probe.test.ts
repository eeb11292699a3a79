import { afterAll, describe, expect, test } from '@jest/globals';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { isRecord, parseJson, property } from '../../src/json.ts';
import { ASSUMPTIONS } from '../../probe/probe.ts';
import type { Alteration, Faults, GithubFaults, Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { newFolder } from '../support/new-folder.ts';
import { scenarios } from '../support/scenario.ts';
import { runProgram } from '../cli/command-line.ts';
import { check, probe, probeFile, probeInJob, type ProbeRun } from './probe-runs.ts';

const { credential, newTenant } = scenarios();
const CHECKED = ASSUMPTIONS.filter(({ check }) => check !== undefined).map(({ id }) => id);
/** Everything that the probe can read. */
const ALL: TenantOptions = {
  mailboxes: 360,
  large: { folders: 60 },
  // Each test asks for itself, as if minutes were between them.
  reportingLimit: 'none',
  roles: [
    'MailboxSettings.Read',
    'User.Read.All',
    'Mail.ReadBasic.All',
    'Calendars.ReadBasic.All',
    'AuditLog.Read.All',
    'LicenseAssignment.Read.All',
    'Reports.Read.All',
    'GroupMember.Read.All',
    'Application.Read.All',
    'Directory.Read.All',
    'AdministrativeUnit.Read.All',
    'UserAuthenticationMethod.Read.All',
  ],
  administrativeUnits: [{ name: 'Berlin', members: ['felix.schafer@contoso.com'] }],
  applications: [
    {
      name: 'CRM',
      graph: ['Mail.Read'],
      delegated: ['Mail.Read'],
      consents: { 'felix.schafer@contoso.com': ['Mail.Read'] },
      lastSignIn: '2026-11-01T00:00:00Z',
      owners: ['felix.schafer@contoso.com'],
      roles: [{ role: 'Application Mail.Read', scope: 'Users' }],
    },
  ],
  exchange: {
    scopes: [{ name: 'Users', filter: "RecipientTypeDetails -eq 'UserMailbox'" }],
    accessPolicies: [{ application: 'CRM', right: 'RestrictAccess', scope: 'felix.schafer@contoso.com' }],
  },
};
const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';
/** No error that a new federated credential can cause, for which a sign-in waits. */
const REFUSED = { error: 'invalid_client', error_codes: [7000112], error_description: 'AADSTS7000112: Disabled.' };
const AUDIENCE = 'https://github.com/contoso';
/** Of a job of `contoso/mailboxes`. */
const FEDERATED: TenantOptions = {
  mailboxes: 60,
  certificates: [],
  federatedCredentials: [{ subject: SUBJECT }],
};

let shared: Promise<Tenant> | undefined;

/** Lets the first person sign in and send, with a device, within the last day. */
function withTraces(tenant: Tenant): Tenant {
  const [who = ''] = tenant.addresses;
  const time = Date.now() - 3_600_000;
  for (const isInteractive of [true, false]) tenant.signIn({ who, time, isInteractive });
  tenant.directoryActivity({
    time,
    activity: 'Update user',
    by: { user: who },
    targets: [{ user: who, type: 'User' }],
  });
  tenant.personSecurity.setDevices(who, [{ name: 'phone', registered: new Date(time).toISOString() }]);
  tenant.trace({ time, from: who, to: 'partner@fabrikam.com' });
  return tenant;
}

/** A tenant with these faults, in which the probe can read everything. */
async function usual(faults: Faults = {}): Promise<Tenant> {
  const tenant = await (shared ??= newTenant(ALL).then(withTraces));
  tenant.setFaults(faults);
  return tenant;
}

test('every assumption that can be checked holds for the embedded tenant', async () => {
  const runs = [
    await probe(await usual(), credential()),
    await probe(await newTenant(), credential()),
    await probeInJob(await newTenant(FEDERATED)),
  ];
  const differing = runs.map(({ stdout }) => stdout.match(/^differs .*\n.*\n.*/gm) ?? []);
  expect(differing).toEqual([[], [], []]);
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual([0, 0, 0].map((code) => [code, '']));
  const holding = CHECKED.filter((id) => runs.some(({ outcomes }) => outcomes.get(id) === 'holds'));
  expect(holding).toEqual(CHECKED);
});

/** An alteration of a response, or options of the tenant. */
type Difference =
  | Alteration
  | { readonly faults: Faults }
  | { readonly tenant: TenantOptions }
  | { readonly job: TenantOptions }
  | { readonly github: GithubFaults };

/** What makes an assumption differ. */
const DIFFERENCES: readonly (readonly [id: string, difference: Difference])[] = [
  ['ENTRA-1', { tenant: { ...ALL, tokenLifetime: 1200 } }],
  ['ENTRA-2', { request: 'claims', without: ['idtyp'] }],
  ['ENTRA-3', { request: 'claims', set: { tid: 'contoso' } }],
  ['ENTRA-4', { request: 'claims', without: ['wids'] }],
  ['ENTRA-5', { request: 'token 4', set: { error_codes: [50027] } }],
  ['ENTRA-6', { request: 'token 4', set: { error_description: 'AADSTS700023: no' }, without: ['trace_id'] }],
  ['ENTRA-7', { job: { ...FEDERATED, faults: { altered: [{ request: 'token', status: 400, body: REFUSED }] } } }],
  ['GRAPH-1', { request: '\\$batch 20', status: 400, body: {} }],
  ['GRAPH-2', { faults: { duplicateAnswers: { rate: 1 } } }],
  ['GRAPH-3', { request: '\\$batch 21', status: 200 }],
  ['GRAPH-4', { request: '\\$batch 2$', status: 200 }],
  ['GRAPH-5', { request: '%61.*mailboxSettings', status: 404, body: { error: { code: 'ErrorInvalidUser' } } }],
  ['GRAPH-6', { request: 'report-probe.*mailboxSettings', set: { code: 'ResourceNotFound' } }],
  ['GRAPH-7', { request: 'report-probe.*mailboxSettings', set: { message: 7 } }],
  ['GRAPH-8', { request: 'report-probe.*select=id', status: 400 }],
  ['GRAPH-9', { request: 'mailboxSettings$', status: 404, body: { error: { code: 'Other', message: '' } } }],
  ['GRAPH-10', { request: 'mailFolders$', status: 403, body: { error: { code: 'Other', message: '' } } }],
  ['GRAPH-11', { request: '/00000000-.*mailboxSettings', status: 404 }],
  ['GRAPH-12', { request: 'mailboxSettings$', set: { timeZone: {} } }],
  ['GRAPH-13', { request: 'mailboxSettings$', without: ['archiveFolder'] }],
  ['GRAPH-14', { request: 'mailboxSettings$', set: { status: 'paused' } }],
  ['GRAPH-15', { request: 'mailboxSettings$', set: { dateTime: 1_700_000_000 } }],
  ['GRAPH-16', { request: 'mailboxSettings$', set: { delegateMeetingMessageDeliveryOptions: 'none' } }],
  ['GRAPH-17', { request: 'mailboxSettings$', set: { daysOfWeek: 'monday' } }],
  ['GRAPH-18', { request: 'select=timeZone', body: { timeZone: 'UTC', language: {} } }],
  ['GRAPH-19', { request: 'messageRules', set: { isEnabled: 'yes' } }],
  ['GRAPH-20', { request: 'messageRules', set: { emailAddress: 'adele@contoso.com' } }],
  ['GRAPH-21', { request: 'masterCategories', without: ['color'] }],
  ['GRAPH-22', { request: 'calendarPermissions', set: { role: 3 } }],
  ['GRAPH-23', { request: 'includeHidden', body: { value: Array.from({ length: 30 }, () => ({})) } }],
  ['GRAPH-24', { request: 'mailFolders.*top=1', set: { '@odata.nextLink': 'https://fabrikam.com/page' } }],
  ['GRAPH-25', { request: 'accountEnabled', set: { accountEnabled: 'yes' } }],
  ['GRAPH-32', { request: '/users/.*signInActivity', status: 200 }],
  ['GRAPH-33', { request: 'users.*top=1$', without: ['@odata.nextLink'] }],
  ['GRAPH-34', { request: 'signInActivity.*top=500', set: { lastSignInDateTime: 7 } }],
  ['GRAPH-35', { request: 'userRegistrationDetails', without: ['isMfaRegistered'] }],
  ['GRAPH-36', { request: 'subscribedSkus', set: { skuPartNumber: null } }],
  ['GRAPH-37', { request: 'getMailboxUsageDetail', status: 200, body: {} }],
  ['GRAPH-38', { request: 'signIns', set: { clientAppUsed: null } }],
  ['GRAPH-39', { request: 'getEmailAppUsageUserDetail', status: 200, body: {} }],
  ['GRAPH-40', { request: '/groups\\?', set: { visibility: false } }],
  ['GRAPH-41', { request: 'transitiveMembers', without: ['@odata.type'] }],
  ['GRAPH-42', { request: 'transitiveMembers', set: { userPrincipalName: null } }],
  ['EXCHANGE-1', { request: '^Get-Mailbox ', status: 401, body: {} }],
  ['EXCHANGE-2', { faults: { exchangeUnknownShape: { rate: 1, cmdlets: ['Get-Mailbox'] } } }],
  ['EXCHANGE-3', { request: 'v1\\.0/.*InvokeCommand', status: 200, body: { value: [] } }],
  ['EXCHANGE-4', { request: 'v2\\.0/', status: 200, body: { value: [] } }],
  ['EXCHANGE-5', { request: '^Get-Mailbox ', without: ['@adminapi.warnings'] }],
  [
    'EXCHANGE-6',
    { request: '^Get-Mailbox .*Identity,PrimarySmtpAddress$', body: { value: [{ Identity: '', Name: '' }] } },
  ],
  ['EXCHANGE-7', { request: 'select=primarysmtpaddress', without: ['PrimarySmtpAddress'] }],
  ['EXCHANGE-8', { request: '^Get-Mailbox .*Identity,PrimarySmtpAddress$', without: ['@odata.nextLink'] }],
  ['EXCHANGE-9', { faults: { exchangeEmptyPages: { cmdlets: ['Get-Mailbox'] } } }],
  ['EXCHANGE-10', { faults: { exchangeForeignLink: { origin: 'https://fabrikam.com' } } }],
  ['EXCHANGE-11', { faults: { exchangeExpiredLinks: { times: 9 } } }],
  ['EXCHANGE-12', { faults: { exchangeForgottenSelect: {} } }],
  ['EXCHANGE-13', { request: '"ResultSize":1', without: ['@odata.nextLink'] }],
  ['EXCHANGE-14', { request: 'beta/.*batch', status: 400, body: {} }],
  ['EXCHANGE-15', { faults: { exchangeMissingAnswers: { first: 1 } } }],
  ['EXCHANGE-16', { request: 'beta/.*batch', set: { status: 400 } }],
  ['EXCHANGE-17', { request: 'beta/.*batch', set: { status: 200 } }],
  ['EXCHANGE-18', { request: 'report-probe', status: 400 }],
  ['EXCHANGE-19', { request: 'MailboxReportProbe":', status: 200, body: { value: [] } }],
  ['EXCHANGE-20', { request: '^Get-MailboxPermission {"ResultSize', status: 200, body: { value: [] } }],
  ['EXCHANGE-21', { request: '^Get-MailboxReportProbe', status: 404, body: {} }],
  ['EXCHANGE-22', { request: 'report-probe', set: { message: 'not found at cy4.outlook.com' } }],
  ['EXCHANGE-23', { request: 'EXOModuleFile', status: 404, body: {} }],
  ['EXCHANGE-24', { request: '^Get-InboxRule', status: 403, body: {} }],
  ['EXCHANGE-30', { request: 'beta/.*batch', status: 400, body: {} }],
  ['EXCHANGE-40', { request: '^Get-Mailbox ', set: { DeliverToMailboxAndForward: 'False' } }],
  ['EXCHANGE-41', { request: '^Get-Mailbox ', without: ['ExternalDirectoryObjectId'] }],
  ['EXCHANGE-42', { request: '^Get-Mailbox ', set: { MaxSendSize: '35 MB' } }],
  ['EXCHANGE-43', { request: '^Get-Mailbox ', set: { RetainDeletedItemsFor: 'P14D' } }],
  ['EXCHANGE-44', { request: '^Get-Mailbox ', set: { WhenCreated: '/Date(1700000000000)/' } }],
  ['EXCHANGE-45', { request: '^Get-Mailbox ', set: { ForwardingSmtpAddress: 'adele@contoso.com' } }],
  ['EXCHANGE-46', { request: '^Get-Mailbox ', set: { ForwardingAddress: { Name: 'adele' } } }],
  ['EXCHANGE-47', { request: '^Get-Mailbox ', set: { GrantSendOnBehalfTo: [{ Name: 'adele' }] } }],
  ['EXCHANGE-48', { request: '^Get-Mailbox ', set: { RecipientTypeDetails: 'ArbitrationMailbox' } }],
  ['EXCHANGE-49', { request: '^Get-OrganizationConfig', without: ['AuditDisabled'] }],
  ['EXCHANGE-50', { request: '^Get-MailboxAuditBypassAssociation', without: ['Guid'] }],
  ['EXCHANGE-51', { request: '^Get-OrganizationConfig', set: { EwsEnabled: 'True' } }],
  ['EXCHANGE-52', { request: '^Get-CASMailbox', set: { ImapEnabled: null } }],
  ['EXCHANGE-53', { request: '^Get-CASMailbox', without: ['Guid'] }],
  ['EXCHANGE-54', { request: '^Get-TransportConfig', set: { SmtpClientAuthenticationDisabled: null } }],
  ['EXCHANGE-55', { request: '^Get-AcceptedDomain', without: ['MatchSubDomains'] }],
  ['EXCHANGE-56', { request: '^Get-MailboxPermission', set: { AccessRights: 'FullAccess' } }],
  ['EXCHANGE-57', { request: '^Get-RecipientPermission .*Identity', set: { Trustee: 'adele@contoso.com' } }],
  ['EXCHANGE-58', { request: '^Get-MailboxPermission .*IncludeUnresolved', status: 400, body: {} }],
  ['EXCHANGE-59', { request: '^Get-MailboxPermission {"Identity":"[^"]*"} ', set: { User: 'S-1-5-21-1-2-3-4' } }],
  ['EXCHANGE-60', { faults: { exchangeNeedsIdentity: { cmdlets: ['Get-RecipientPermission'] } } }],
  ['EXCHANGE-61', { request: '^Get-RecipientPermission', without: ['Trustee'] }],
  ['EXCHANGE-62', { request: '^Get-InboxRule', set: { Enabled: 'True' } }],
  ['EXCHANGE-63', { request: '^Get-InboxRule', set: { ForwardTo: ['adele@contoso.com'] } }],
  [
    'EXCHANGE-64',
    { request: '^Get-InboxRule {"Mailbox":"[^"]*"} ', set: { value: Array.from({ length: 99 }, () => ({})) } },
  ],
  ['EXCHANGE-65', { request: '^Get-MailboxStatistics', set: { TotalItemSize: 12 } }],
  ['EXCHANGE-66', { request: '^Get-MailboxStatistics', without: ['LastInteractionTime'] }],
  ['EXCHANGE-67', { request: '^Get-Mailbox .*AuditOwner', set: { AuditOwner: 'Update' } }],
  ['EXCHANGE-68', { request: '^Get-ManagementRole .*AuditEnabled', set: { Name: 'Mail Recipients' } }],
  ['EXCHANGE-69', { request: '^Get-ManagementRole .*SmtpClient', set: { Name: 'Audit Logs' } }],
  ['EXCHANGE-70', { request: '^Get-Mailbox .*CloudManaged', without: ['IsExchangeCloudManaged'] }],
  ['EXCHANGE-71', { request: '^Get-OrganizationConfig', without: ['EwsAllowedAppIDs'] }],
  ['EXCHANGE-72', { request: '^Get-Recipient', set: { RecipientTypeDetails: 'UserMailbox' } }],
  ['EXCHANGE-73', { request: '^Get-MailboxFolderStatistics', set: { FolderType: 'User Created' } }],
  ['EXCHANGE-95', { request: '^Get-OrganizationConfig', set: { InPlaceHolds: ['mbx1'] } }],
  ['EXCHANGE-101', { request: '^Get-OrganizationConfig .*Bookings', set: { BookingsEnabled: 'True' } }],
  ['EXCHANGE-102', { request: '^Get-AdminAuditLogConfig', set: { UnifiedAuditLogIngestionEnabled: null } }],
  ['EXCHANGE-103', { request: '^Get-HostedOutboundSpamFilterPolicy', set: { AutoForwardingMode: 'Blocked' } }],
  ['EXCHANGE-104', { request: '^Get-HostedOutboundSpamFilterRule', set: { State: 'Active' } }],
  ['EXCHANGE-105', { request: '^Get-RemoteDomain', without: ['AutoForwardEnabled'] }],
  ['EXCHANGE-106', { request: '^Get-TransportRule', set: { Mode: 'Test' } }],
  ['EXCHANGE-107', { request: '^Get-SharingPolicy', set: { Domains: '*' } }],
  ['EXCHANGE-108', { request: '^Get-ExternalInOutlook', set: { AllowList: 'contoso.com' } }],
  ['EXCHANGE-109', { request: '^Get-OwaMailboxPolicy', without: ['BookingsMailboxCreationEnabled'] }],
  ['EXCHANGE-110', { request: '^Get-RoleAssignmentPolicy', set: { AssignedRoles: 'My Custom Apps' } }],
  ['EXCHANGE-111', { request: '^Get-HostedContentFilterPolicy', set: { AllowedSenderDomains: null } }],
  ['EXCHANGE-130', { request: '^Get-Mailbox .*SoftDeleted', set: { WhenSoftDeleted: '2026' } }],
  ['EXCHANGE-131', { request: '^Get-Mailbox .*InactiveMailboxOnly', set: { IsInactiveMailbox: false } }],
  ['EXCHANGE-133', { request: '^Get-MailboxStatistics .*Archive', set: { TotalDeletedItemSize: '3 GB' } }],
  ['EXCHANGE-134', { request: '^Get-Mailbox ', without: ['ArchiveStatus'] }],
  ['GRAPH-50', { request: 'servicePrincipals\\?', set: { accountEnabled: 'yes' } }],
  ['GRAPH-51', { request: 'appRoleAssignedTo', without: ['principalType'] }],
  ['GRAPH-52', { request: 'oauth2PermissionGrants.*All', set: { consentType: 'Principal' } }],
  ['GRAPH-53', { request: 'SignInActivities', set: { delegatedClientSignInActivity: 7 } }],
  ['GRAPH-54', { request: 'administrativeUnits/', without: ['id'] }],
  ['GRAPH-55', { request: 'applications\\?', without: ['federatedIdentityCredentials'] }],
  ['GRAPH-56', { request: "appId='00000002-", without: ['appRoles'] }],
  ['GRAPH-57', { request: 'servicePrincipals/.*/owners', without: ['id'] }],
  ['GRAPH-58', { request: 'oauth2PermissionGrants.*%27Principal', without: ['principalId'] }],
  ['EXCHANGE-90', { request: '^Get-ServicePrincipal', without: ['ObjectId'] }],
  ['EXCHANGE-91', { request: '^Get-ManagementRoleAssignment', set: { Enabled: 'yes' } }],
  ['EXCHANGE-92', { request: '^Get-ManagementScope', without: ['Exclusive'] }],
  ['EXCHANGE-93', { request: '^Get-ApplicationAccessPolicy', set: { ScopeIdentityRaw: 'Sales' } }],
  ['EXCHANGE-94', { request: 'RecipientPreviewFilter', without: ['ExternalDirectoryObjectId'] }],
  ['GRAPH-60', { request: 'auditLogs/signIns\\?\\$top', set: { appId: 7 } }],
  ['GRAPH-61', { request: 'signIns.*userId', set: { userId: '00000000-0000-4000-8000-00000000ffff' } }],
  ['GRAPH-62', { request: 'directoryAudits', without: ['result'] }],
  ['GRAPH-63', { request: 'directoryAudits', status: 200 }],
  ['GRAPH-64', { request: 'authentication/methods', without: ['id'] }],
  ['GRAPH-65', { request: 'registeredDevices', without: ['registrationDateTime'] }],
  ['GRAPH-66', { request: 'users/.*/appRoleAssignments', without: ['createdDateTime'] }],
  ['EXCHANGE-120', { request: '^Get-MessageTraceV2', without: ['Received'] }],
  ['GRAPH-75', { request: '/members\\?', without: ['@odata.type'] }],
  ['EXCHANGE-140', { request: '^Get-Recipient', set: { HiddenFromAddressListsEnabled: 'False' } }],
  ['EXCHANGE-141', { request: '^Get-DistributionGroup', without: ['RequireSenderAuthenticationEnabled'] }],
  ['EXCHANGE-142', { request: '^Get-AcceptedDomain', set: { DomainType: 'Relay' } }],
  ['GITHUB-1', { job: { ...FEDERATED, oidc: { subject: 'contoso' }, federatedCredentials: [{ subject: 'contoso' }] } }],
  [
    'GITHUB-2',
    {
      job: {
        ...FEDERATED,
        oidc: { audience: AUDIENCE },
        federatedCredentials: [{ subject: SUBJECT, audience: AUDIENCE }],
      },
    },
  ],
  ['GITHUB-3', { job: { ...FEDERATED, oidc: { lifetime: 3600 } } }],
  ['GITHUB-4', { github: { altered: [{ request: 'customization', without: ['use_immutable_subject'] }] } }],
  ['GITHUB-5', { github: { altered: [{ request: 'mailboxes$', set: { id: 'R_1' } }] } }],
];

describe('differs with a service that answers otherwise:', () => {
  const dispatcher = newDispatcher();
  afterAll(() => dispatcher.destroy());
  test.each(DIFFERENCES)('%s', async (id, difference) => {
    if ('job' in difference || 'github' in difference) {
      const tenant = await newTenant('job' in difference ? difference.job : FEDERATED);
      if ('github' in difference) tenant.setGithubFaults(difference.github);
      expectDiffers(await probeInJob(tenant), id);
      return;
    }
    const tenant = 'tenant' in difference ? await newTenant(difference.tenant) : await usual(faultsOf(difference));
    expect(await check(id, tenant, credential(), dispatcher)).toMatchObject({
      name: 'Differs',
      expected: expect.stringMatching(/\w/),
      found: expect.stringMatching(/\w/),
    });
  });

  test('which a probe with a certificate prints, and exits with 1', async () => {
    const tenant = await usual({ altered: [{ request: '^Get-OrganizationConfig', without: ['AuditDisabled'] }] });
    const folder = newFolder();
    expectDiffers(await probe(tenant, credential(), { folder }), 'EXCHANGE-49');
    // Only `--json` writes it.
    expect(() => probeFile(folder)).toThrow('ENOENT');
  });

  test('has a difference for every assumption that can be checked', () => {
    expect(DIFFERENCES.map(([id]) => id)).toEqual(CHECKED);
  });
});

function faultsOf(difference: Alteration | { readonly faults: Faults }): Faults {
  return 'faults' in difference ? difference.faults : { altered: [difference] };
}

function expectDiffers({ outcomes, code, stdout }: ProbeRun, id: string): void {
  expect([outcomes.get(id), code]).toEqual(['differs', 1]);
  expect(stdout).toMatch(new RegExp(`^differs +${id} .*\\n +Expected: .*\\w.*\\n +Found: .*\\w`, 'm'));
}

describe('the file of --json', () => {
  const more = ['--json'];

  test('has status codes, names of headers and properties, JSON types, counts and times', async () => {
    const folder = newFolder();
    const run = await probe(await usual(), credential(), { more, folder });
    const file = parseJson(probeFile(folder));
    expect(run.stdout).toContain('issues/new?template=probe.yml');
    expect(file).toMatchObject({ version: expect.stringMatching(/^\d/), cloud: 'global' });
    const results = property(file, 'results');
    if (!Array.isArray(results)) throw new Error('no results');
    expect(results.map((result) => property(result, 'id'))).toEqual(ASSUMPTIONS.map(({ id }) => id));
    const policies = results.find((result) => property(result, 'id') === 'EXCHANGE-49');
    expect(policies).toMatchObject({
      outcome: 'holds',
      answers: expect.stringMatching(/^\d+( \d+)*$/),
    });
    // The words of cells of which no document says which they are.
    const usage = results.find((result) => property(result, 'id') === 'GRAPH-39');
    expect(usage).toMatchObject({
      outcome: 'holds',
      found: expect.stringMatching(/^smtpApp: .*\d+ blank.*; imap4App: /),
    });
    expect(property(file, 'answers')).toContainEqual({
      status: 200,
      headers: expect.any(Number),
      properties: expect.objectContaining({
        'list (1)': expect.stringMatching(/\bvalue\b/),
        boolean: expect.stringMatching(/\bvalue\[\]\.AuditDisabled\b/),
      }),
      ms: [expect.any(Number)],
    });
    expect(property(file, 'headers')).toContainEqual(expect.stringMatching(/content-type.* request-id/));
    // The most that the body of an issue may have.
    expect(probeFile(folder).length).toBeLessThan(65_536);
  });

  test('has no value, address, ID or token, whatever the services answer', async () => {
    const tenant = await usual();
    const marks = ['Marked Value', 'marked@fabrikam.com', tenant.tenantId, 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2lnbmVk'];
    for (const mark of [undefined, ...marks]) {
      const folder = newFolder();
      await usual(mark === undefined ? {} : { altered: [{ request: '^(?!token|claims)', texts: mark }] });
      const run = await probe(tenant, credential(), { more, folder });
      const results = run.stdout.replace(/^(?:ok|failed) .*$/gm, '').toLowerCase();
      const hidden = [...marks, tenant.clientId, ...tenant.domains, ...tenant.addresses, credential().thumbprint];
      for (const text of [probeFile(folder).toLowerCase(), results]) {
        for (const value of hidden) expect(text).not.toContain(value.toLowerCase());
        expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|ey[jJ]\w{8}|[\w.]+@[\w.]+\.com/);
      }
    }
  });

  test('has no names that the services do not define', async () => {
    const folder = newFolder();
    const body = { 'adele@contoso.com': { 'Secret Project': 1, extension_5c1f8a3e_level: 2, onmicrosoft: {} } };
    await probe(await usual({ altered: [{ request: '.', body: { value: [body] } }] }), credential(), { more, folder });
    expect(probeFile(folder)).not.toMatch(/adele|Secret|5c1f8a3e/);
    expect(isRecord(parseJson(probeFile(folder)))).toBe(true);
  });
});

test('a probe without a way to sign in is misuse', async () => {
  const set = ['--tenant-id', 'contoso.com', '--client-id', '3d2f0a1b-0000-4000-8000-5c6d7e8f9012'];
  const run = await runProgram(['doctor', '--probe', '--credential', 'federated', ...set]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('--probe');
});
