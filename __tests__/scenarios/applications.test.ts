import { expect, test } from '@jest/globals';
import type { ApplicationOptions, Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run } = inProcessScenarios({ report: 'applications', 'max-unreadable': '100%', 'fail-on': 'never' });

const ROLES = [
  'Application.Read.All',
  'Directory.Read.All',
  'AuditLog.Read.All',
  'GroupMember.Read.All',
  'AdministrativeUnit.Read.All',
];
const BACKUP: ApplicationOptions = {
  name: 'Backup',
  graph: ['Mail.ReadWrite', 'Calendars.Read'],
  owners: ['ann@contoso.com'],
};

type Cells = Readonly<Record<string, string>>;

/** The users of the tenant come first in its list, so that any of its mailboxes is listed by Exchange. */
function openTenant(options: TenantOptions = {}): Promise<Tenant> {
  return newTenant({ mailboxes: 20, roles: ROLES, log: true, ...options });
}

function mailboxesOf(tenant: Tenant): readonly [string, string, string, ...string[]] {
  const [first, second, third, ...others] = tenant.addresses.filter(
    (address) => tenant.exchangeObjects('Get-Mailbox', address) !== undefined,
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few mailboxes');
  return [first, second, third, ...others];
}

const COLUMNS = [
  'MailboxName',
  'CanReadMail',
  'CanWriteMail',
  'CanSend',
  'CanChangeSettings',
  'CanUseCalendar',
  'Through',
  'AppIds',
  'Delegated',
  'Unknown',
  'Status',
  'Error',
];

test('lists who reaches each mailbox by consent, role, scope, group and policy', async () => {
  const [first, second, third] = mailboxesOf(await openTenant());
  const [firstName = ''] = first.split('@');
  const tenant = await openTenant({
    groups: [
      { name: 'Inner', members: [third] },
      { name: 'Sales', members: [second, 'Inner'] },
    ],
    administrativeUnits: [{ name: 'Berlin', members: [third] }],
    applications: [
      { ...BACKUP, owners: [first] },
      { name: 'CRM', roles: [{ role: 'Application Mail.Read', scope: 'Filtered' }] },
      { name: 'Direct', roles: [{ role: 'Application Mail Full Access', group: 'Sales' }] },
      { name: 'Unit', roles: [{ role: 'Application MailboxSettings.ReadWrite', unit: 'Berlin' }] },
      { name: 'Confined', graph: ['Mail.Read', 'MailboxItem.Read.All'] },
      { name: 'Off', graph: ['Mail.Read'], isDisabled: true },
      { name: 'Delegating', roles: [{ role: 'Application Mail.Send', isDelegating: true }] },
      { name: 'Everyone', delegated: ['User.Read', 'Mail.Read'] },
    ],
    exchange: {
      scopes: [{ name: 'Filtered', filter: `Alias -eq '${firstName}'` }],
      accessPolicies: [{ application: 'Confined', right: 'RestrictAccess', scope: 'Sales' }],
    },
  });
  const result = await run(tenant);
  expect(result.errors).toEqual([]);
  const rows = result.rowsOf('applications');
  expect(Object.keys(rows[0] ?? {})).toEqual(COLUMNS);
  expect(rows.map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
  const of = (address: string): Cells => rows.find(({ MailboxName }) => MailboxName === address) ?? {};
  expect(of(first)).toMatchObject({
    CanReadMail: 'Backup; CRM; Confined',
    CanWriteMail: 'Backup',
    CanSend: '',
    CanUseCalendar: 'Backup; Confined',
    Delegated: 'Everyone',
    Unknown: '',
    Status: 'ok',
  });
  expect(of(first).Through).toMatch(/CRM \([0-9a-f-]{36}\): Mail\.Read, scope Filtered; /);
  expect(of(first).Through).toMatch(/Confined \(\S+\): MailboxItem\.Read\.All, tenant-wide/);
  expect(of(second)).toMatchObject({ CanReadMail: 'Backup; Confined; Direct', CanSend: 'Direct' });
  expect(of(second).Through).toMatch(/Direct \(\S+\): Mail\.Send, group Sales/);
  expect(of(second).Through).toMatch(/Confined \(\S+\): Mail\.Read, policy Sales/);
  // A member of a group in the group: inside the policy, outside the scope.
  expect(of(third)).toMatchObject({
    CanReadMail: 'Backup; Confined',
    CanSend: '',
    CanChangeSettings: 'Unit',
    Unknown: '',
  });
  expect(of(third).Through).toMatch(/Unit \(\S+\): MailboxSettings\.ReadWrite, scope Berlin/);
  expect(of(third).Through).toMatch(/Confined \(\S+\): Mail\.Read, policy Sales/);
});

test('writes a row for each application of the tenant, ours too', async () => {
  const tenant = await openTenant({
    applications: [
      {
        ...BACKUP,
        isVerified: true,
        publisher: 'Fabrikam',
        lastSignIn: '2024-01-02T03:04:05Z',
        lastUse: '2026-11-01T00:00:00Z',
        secrets: ['2027-05-06T00:00:00Z', '2026-12-31T00:00:00Z'],
      },
      { name: 'Own', graph: ['Mail.Send'], secrets: ['2027-05-06T00:00:00Z', '2026-12-31T00:00:00Z'] },
      { name: 'Office', isFirstParty: true, delegated: ['Mail.ReadWrite'] },
      { name: 'Files', graph: ['Files.Read.All'] },
    ],
  });
  const result = await run(tenant, { inputs: { formats: 'html' } });
  const rows = result.rowsOf('applications-of-tenant');
  expect(rows.map(({ Application }) => Application)).toEqual(['Backup', 'Exchange reports', 'Office', 'Own']);
  const [backup, ours, office, own] = rows;
  expect(backup).toMatchObject({
    Publisher: 'Fabrikam',
    VerifiedPublisher: 'Fabrikam',
    FirstParty: 'false',
    Permission: 'Calendars.Read; Mail.ReadWrite',
    Scope: 'tenant-wide; tenant-wide',
    LastSignIn: '2024-01-02T03:04:05Z',
    Enabled: 'true',
  });
  expect(ours).toMatchObject({
    AppId: tenant.clientId,
    Permission: 'Exchange.ManageAsApp',
    Scope: 'roles of the application',
  });
  expect(office).toMatchObject({ FirstParty: 'true', Permission: 'Mail.ReadWrite', Scope: 'delegated' });
  expect(own).toMatchObject({ VerifiedPublisher: '', CredentialExpiresOn: '2027-05-06T00:00:00Z', LastSignIn: '' });
  expect(result.summary).toContain('unused for a year and can read all mail');
});

test('leaves what it may not read unknown, and reports the rest', async () => {
  const tenant = await openTenant({
    roles: ['Application.Read.All'],
    applications: [BACKUP, { name: 'Items', graph: ['MailboxItem.Read.All'] }],
    exchange: { directoryRoles: [] },
  });
  const result = await run(tenant);
  const [row] = result.rowsOf('applications');
  // Access policies do not confine this permission.
  expect(row).toMatchObject({ CanReadMail: 'Items', Status: 'ok' });
  expect(row?.Unknown).toMatch(/Backup \(\S+\): Mail\.ReadWrite: access policies: Exchange Online refuses/);
  expect(row?.Unknown).toMatch(/RBAC for Applications: Exchange Online refuses/);
  expect(JSON.stringify(result.warnings)).toContain('Directory.Read.All');
});

test('asks for no more pages and batches with more mailboxes than fit on one page', async () => {
  const options: TenantOptions = { applications: [BACKUP] };
  const [few, many] = [
    await openTenant({ ...options, mailboxes: 10 }),
    await openTenant({ ...options, mailboxes: 900 }),
  ];
  await run(few);
  await run(many);
  expect(many.log.length).toBe(few.log.length);
});
