import { describe, expect, test } from '@jest/globals';
import type { ApplicationOptions, Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { textOf } from '../docs/repository.ts';
import { APPLICATION_ROLES, applicationScenarios } from '../support/application-scenarios.ts';

/** The users of the tenant come first in its list, so that any of its mailboxes is listed by Exchange. */
const { newTenant, run, merge } = applicationScenarios({ log: true });

const BACKUP: ApplicationOptions = {
  name: 'Backup',
  graph: ['Mail.ReadWrite', 'Calendars.Read'],
};

type Cells = Readonly<Record<string, string>>;

const NO_APP = '00000000-0000-0000-0000-000000000000';

function mailboxesOf(tenant: Tenant): readonly [string, string, string, ...string[]] {
  const [first, second, third, ...others] = tenant.addresses.filter(
    (address) => tenant.exchangeObjects('Get-Mailbox', address) !== undefined,
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few mailboxes');
  return [first, second, third, ...others];
}

async function appIdOf(tenant: Tenant, name: string): Promise<string> {
  const url = `${tenant.graphUrl}/v1.0/servicePrincipals?$filter=displayName eq '${name}'&$select=appId`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${await tenant.accessToken('graph')}` } });
  return /"appId":"([^"]+)"/.exec(await response.text())?.[1] ?? '';
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
  'ConsentedByPerson',
  'Unknown',
  'Status',
  'Error',
];

test('lists who reaches each mailbox by consent, role, scope, group and policy', async () => {
  const [first, second, third] = mailboxesOf(await newTenant());
  const [firstName = ''] = first.split('@');
  const tenant = await newTenant({
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

test('lists the applications to which the person of a mailbox alone consented to mail permissions', async () => {
  const [first, second, third] = mailboxesOf(await newTenant());
  const tenant = await newTenant({
    applications: [
      { name: 'Everyone', delegated: ['Mail.Read'], consents: { [second]: ['Mail.Send'] } },
      { name: 'Booster', consents: { [first]: ['offline_access', 'Mail.Read'], [second]: ['openid', 'User.Read'] } },
      { name: 'Reader', appId: NO_APP, consents: { [first]: ['EWS.AccessAsUser.All'] } },
      { name: 'Reader', consents: { [third]: ['MailboxSettings.ReadWrite'] } },
      { name: 'Off', consents: { [first]: ['Mail.Read'] }, isDisabled: true },
    ],
  });
  const result = await run(tenant);
  const of = (address: string): Cells =>
    result.rowsOf('applications').find(({ MailboxName }) => MailboxName === address) ?? {};
  const known = { CanReadMail: '', Delegated: 'Everyone', Unknown: '' };
  expect(of(first)).toMatchObject({ ...known, ConsentedByPerson: `Booster; Reader (${NO_APP})` });
  expect(of(second)).toMatchObject({ ...known, ConsentedByPerson: 'Everyone' });
  expect(of(third).ConsentedByPerson).toMatch(/^Reader \([0-9a-f-]{36}\)$/);
  const [row] = result
    .rowsOf('applications')
    .filter(({ MailboxName = '' }) => ![first, second, third].includes(MailboxName));
  expect(row).toMatchObject({ ...known, ConsentedByPerson: '' });
});

test('a rule can forbid that people consent to applications', async () => {
  const [first] = mailboxesOf(await newTenant());
  const tenant = await newTenant({ applications: [{ name: 'Booster', consents: { [first]: ['Mail.Read'] } }] });
  const policy = `rules:
  - id: no-consent
    report: applications
    title: People let no application read their mail
    severity: error
    expect: { ConsentedByPerson: { maxItems: 0 } }
`;
  const result = await run(tenant, { files: { 'policy.yml': policy }, inputs: { policy: 'policy.yml' } });
  const failed = result.rowsOf('applications').filter(({ Verdict }) => Verdict === 'fail');
  expect(failed.map(({ MailboxName }) => MailboxName)).toEqual([first]);
  tenant.setFaults({ altered: [{ request: 'oauth2PermissionGrants.*eq%20%27Principal', status: 403, body: {} }] });
  const unknown = await run(tenant, { files: { 'policy.yml': policy }, inputs: { policy: 'policy.yml' } });
  const verdicts = unknown
    .rowsOf('applications')
    .filter(({ Status }) => Status === 'ok')
    .map(({ Verdict }) => Verdict);
  expect(new Set(verdicts)).toEqual(new Set(['inconclusive']));
  expect(JSON.stringify(unknown.warnings)).toMatch(/those of one person .needed: Directory\.Read\.All/);
});

test('lists the other reports meanwhile', async () => {
  const tenant = await newTenant({
    roles: [...APPLICATION_ROLES, 'User.Read.All'],
    applications: [{ name: 'CRM', roles: [{ role: 'Application Mail.Read', scope: 'Filtered' }] }],
    exchange: { scopes: [{ name: 'Filtered', filter: "Alias -like 'a*'" }] },
    latency: { exchange: 200 },
  });
  const result = await run(tenant, { inputs: { report: 'accounts, applications' } });
  expect(result.rowsOf('applications').map(({ Status }) => Status)).toContain('ok');
  const users = tenant.log.findIndex(({ path }) => path.startsWith('/v1.0/users?'));
  const members = tenant.log.findLastIndex(({ cmdlet }) => cmdlet === 'Get-Recipient');
  expect([users, members]).not.toContain(-1);
  expect(users).toBeLessThan(members);
});

test('writes a row for each application of the tenant, ours too', async () => {
  const tenant = await newTenant({
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

test('says in a row of an application whose mailboxes each permission is about', async () => {
  const policy = { application: 'Backup', right: 'DenyAccess' } as const;
  const tenant = await newTenant({
    groups: [
      { name: 'Board', members: [] },
      { name: 'Sales', members: [] },
    ],
    applications: [
      { ...BACKUP, graph: ['Mail.Read', 'MailboxItem.Read.All'] },
      { name: 'Confined', graph: ['Mail.Read'] },
      { name: 'Fetcher', exchange: ['IMAP.AccessAsApp'] },
      { name: 'Off', graph: ['Mail.Read'], isDisabled: true },
      { name: 'Scoped', roles: [{ role: 'Application Mail.Read', group: 'Sales' }] },
      { name: 'Sender', graph: ['Mail.Send'] },
    ],
    exchange: {
      accessPolicies: [
        { ...policy, scope: 'Board' },
        { application: 'Confined', right: 'RestrictAccess', scope: 'Board' },
        { application: 'Confined', right: 'RestrictAccess', scope: 'Sales' },
      ],
    },
  });
  const result = await run(tenant);
  const rows = result.rowsOf('applications-of-tenant');
  expect(Object.fromEntries(rows.map(({ Application = '', Scope }) => [Application, Scope]))).toEqual({
    Backup: 'tenant-wide except policy Board; tenant-wide',
    Confined: 'policy Board, Sales',
    'Exchange reports': 'roles of the application',
    Fetcher: 'rights on mailboxes',
    Off: 'tenant-wide',
    Scoped: 'group Sales',
    Sender: 'tenant-wide',
  });
  expect(rows.find(({ Application }) => Application === 'Off')?.Enabled).toBe('false');
  expect(result.summary).toContain('1 application can read all mail.');
});

test('leaves what it may not read unknown, and reports the rest', async () => {
  const tenant = await newTenant({
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
  const [few, many] = [await newTenant({ ...options, mailboxes: 10 }), await newTenant({ ...options, mailboxes: 900 })];
  await run(few);
  await run(many);
  expect(many.log.length).toBe(few.log.length);
});

describe('the starter policy', () => {
  const POLICY = textOf('examples/policies/applications.yml');

  test('fails where another application than the backup changes all mail, whatever its name', async () => {
    const tenant = await newTenant({
      applications: [BACKUP, { ...BACKUP, name: 'BACKUP', appId: '7d1f7a52-0f4b-4d6e-8a51-2c1de0a9b6f3' }],
    });
    const [address] = mailboxesOf(tenant);
    const [local = ''] = address.split('@');
    const files = {
      'policy.yml': POLICY.replaceAll(NO_APP, await appIdOf(tenant, 'Backup')).replace('ceo|cfo', local),
    };
    const result = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
    const row = result.rowsOf('applications').find(({ MailboxName }) => MailboxName === address);
    expect(row?.CanReadMail).toMatch(/^BACKUP \(7d1f7a52-\S+\); Backup \(/);
    expect(row).toMatchObject({
      Verdict: 'fail',
      Violations: 'no-application-opens-all-mail; nothing-but-the-backup-reaches-the-board',
    });
  });

  test.each(['', 'Mail.ReadWrite, tenant-wide'])(
    'fails for an application with the ID of the backup in its name: %j',
    async (end) => {
      const backup = '7d1f7a52-0f4b-4d6e-8a51-2c1de0a9b6f3';
      const name = `Evil (${backup}): ${end}`;
      const tenant = await newTenant({
        applications: [
          { ...BACKUP, appId: backup },
          { ...BACKUP, name },
        ],
      });
      const files = { 'policy.yml': POLICY.replaceAll(NO_APP, backup) };
      const result = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
      expect(result.rowsOf('applications')[0]).toMatchObject({
        Verdict: 'fail',
        Violations: 'no-application-opens-all-mail',
      });
    },
  );

  test.each<[string, Partial<ApplicationOptions>]>([
    ['MailboxItem.ReadWrite.All', { graph: ['MailboxItem.ReadWrite.All'] }],
    ['MailboxItem.ImportExport.All', { graph: ['MailboxItem.ImportExport.All'] }],
    ['Mail-Advanced.ReadWrite.All', { graph: ['Mail-Advanced.ReadWrite.All'] }],
    ['EWS.AccessAsApp', { exchange: ['EWS.AccessAsApp'] }],
    ['full_access_as_app', { exchange: ['full_access_as_app'] }],
  ])('fails for every application that CanWriteMail names for the whole tenant: %s', async (_, permission) => {
    const tenant = await newTenant({ applications: [BACKUP, { name: 'Other', ...permission }] });
    const files = { 'policy.yml': POLICY.replaceAll(NO_APP, await appIdOf(tenant, 'Backup')) };
    const result = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
    const rows = result.rowsOf('applications').filter(({ Status }) => Status === 'ok');
    expect(new Set(rows.map(({ CanWriteMail, Verdict }) => `${CanWriteMail}, ${Verdict}`))).toEqual(
      new Set(['Backup; Other, fail']),
    );
  });

  test('has a new violation in the run after the next consent of that kind', async () => {
    const tenant = await newTenant({ applications: [BACKUP] });
    const files = { 'policy.yml': POLICY.replaceAll(NO_APP, await appIdOf(tenant, 'Backup')) };
    const before = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
    expect(before.rowsOf('violations')).toEqual([]);
    tenant.addApplication({ name: 'Legacy', exchange: ['full_access_as_app'] });
    const compare = before.outputs['output-directory'] ?? '';
    const after = await run(tenant, { files, inputs: { policy: 'policy.yml', compare } });
    const read = after.rowsOf('applications').filter(({ Status }) => Status === 'ok');
    const isNew = after.rowsOf('changes').filter(({ Change }) => Change === 'new-violation');
    expect(isNew.map(({ MailboxName }) => MailboxName)).toEqual(read.map(({ MailboxName }) => MailboxName));
  });

  test('is inconclusive where a list may lack an application, unless one in it violates the rule', async () => {
    const tenant = await newTenant({ applications: [BACKUP], exchange: { directoryRoles: [] } });
    const files = { 'policy.yml': POLICY };
    const doubtful = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
    expect(doubtful.rowsOf('applications')[0]).toMatchObject({ Verdict: 'inconclusive', Status: 'ok' });
    tenant.addApplication({ name: 'Mover', graph: ['MailboxItem.ReadWrite.All'] });
    const strict = `rules:
  - id: nobody
    report: applications
    title: Nobody
    expect: { CanReadMail: { type: array, items: { enum: [Backup] } } }
`;
    const failing = await run(tenant, { files: { 'policy.yml': strict }, inputs: { policy: 'policy.yml' } });
    expect(failing.rowsOf('applications')[0]).toMatchObject({ CanReadMail: 'Mover', Verdict: 'fail' });
  });
});

test('shows an application that reaches every mailbox as one change, with the number of mailboxes', async () => {
  const tenant = await newTenant({ applications: [BACKUP] });
  const before = await run(tenant);
  const [person] = mailboxesOf(tenant);
  const delegated = ['Mail.Read'];
  tenant.addApplication({
    name: 'Mover',
    graph: ['Mail.Read', 'Mail.Send'],
    delegated,
    consents: { [person]: delegated },
  });
  // A scope that does not exist makes lists of this run incomplete, and what they show is certain.
  tenant.addApplication({ name: 'Scoped', roles: [{ role: 'Application Mail.Read', scope: 'Filtered' }] });
  const after = await run(tenant, { inputs: { compare: before.outputs['output-directory'] ?? '' } });
  const read = after.rowsOf('applications').filter(({ Status }) => Status === 'ok').length;
  const id = await appIdOf(tenant, 'Mover');
  const changes = after.rowsOf('changes');
  const ofTable = changes.filter(({ Report }) => Report === 'applications-of-tenant');
  expect(ofTable.map(({ Change, Item = '' }) => [Change, Item.split(';')[0]])).toEqual([
    ['added', 'Mover'],
    ['added', 'Scoped'],
  ]);
  const [ofPerson, ...ofMailboxes] = changes
    .filter(({ Report }) => Report === 'applications')
    .toSorted((one, other) => Number(one.MailboxName === '') - Number(other.MailboxName === ''));
  // What one person consented to is a change of that mailbox, also if everyone gets the application.
  expect(ofPerson).toMatchObject({ MailboxName: person, Column: 'ConsentedByPerson', Before: '', After: 'Mover' });
  expect(ofMailboxes).toHaveLength(2);
  expect(ofMailboxes).toEqual(
    expect.arrayContaining([
      {
        Change: 'added',
        Report: 'applications',
        MailboxName: '',
        Item: `Mover (${id}): Mail.Read, Mail.Send, tenant-wide`,
        Column: 'Through',
        Before: '',
        After: String(read),
      },
      expect.objectContaining({ Change: 'added', Item: 'Mover', Column: 'Delegated', After: String(read) }),
    ]),
  );
  expect(after.summary).toContain(`Mover (${id}): Mail.Read, Mail.Send, tenant-wide`);
  expect(after.summary).toContain('Mover, as the signed-in user');
});

test('shows after a merge of shards an application that is gone as one change of all mailboxes', async () => {
  const inputs = { report: 'applications\nmailbox-settings', 'artifact-name': 'shards' };
  const roles = [...APPLICATION_ROLES, 'MailboxSettings.Read'];
  const mover: ApplicationOptions = { name: 'Mover', graph: ['Mail.Read'], delegated: ['Mail.Read'] };
  const before = await run(await newTenant({ roles, applications: [mover] }), { inputs: { report: inputs.report } });
  const tenant = await newTenant({ roles });
  for (const shard of ['1/2', '2/2']) await run(tenant, { inputs: { ...inputs, shard } });
  const compare = before.outputs['output-directory'] ?? '';
  const after = await merge({
    tenant,
    inputs: { 'artifact-name': 'shards', 'max-unreadable': '100%', compare },
  });
  const shared = { Change: 'removed', MailboxName: '', After: '' };
  const Before = String(after.rowsOf('applications').filter(({ Status }) => Status === 'ok').length);
  expect(after.rowsOf('changes')).toEqual([
    expect.objectContaining({ ...shared, Report: 'applications-of-tenant', Column: '' }),
    ...['Through', 'Delegated'].map((Column) => expect.objectContaining({ ...shared, Column, Before })),
  ]);
});

test('leaves undecided what scopes and policies cannot say, never "cannot"', async () => {
  const [first] = mailboxesOf(await newTenant());
  const tenant = await newTenant({
    groups: [
      { name: 'Secret', kind: 'unified', visibility: 'HiddenMembership', members: [first] },
      { name: 'Outer', members: ['Secret'] },
    ],
    applications: [
      { name: 'Nested', graph: ['Mail.Read'] },
      { name: 'Gone', graph: ['Mail.Read'] },
      { name: 'Exclusive', roles: [{ role: 'Application Mail.Read', scope: 'Board' }] },
      { name: 'Missing', roles: [{ role: 'Application Mail.Read', scope: 'Nowhere' }] },
      { name: 'Broken', roles: [{ role: 'Application Mail.Read', scope: 'Bad filter' }] },
      { name: 'New', graph: ['Mail.Transcribe.All'] },
    ],
    exchange: {
      scopes: [
        { name: 'Board', filter: "Alias -eq 'x'", isExclusive: true },
        { name: 'Bad filter', filter: "Colour -eq 'red'" },
      ],
      accessPolicies: [
        { application: 'Nested', right: 'DenyAccess', scope: 'Outer' },
        { application: 'Gone', right: 'RestrictAccess', scope: 'Deleted group' },
      ],
    },
  });
  const result = await run(tenant, { inputs: { formats: 'json' } });
  expect(result.errors).toEqual([]);
  const row = result.rowsOf('applications').find(({ MailboxName }) => MailboxName === first);
  expect(row).toMatchObject({ CanReadMail: '', Status: 'ok' });
  for (const reason of [
    /Nested \(\S+\): Mail\.Read: policy Outer: only members may see/,
    /Gone \(\S+\): Mail\.Read: policy Deleted group: .*no longer exists/,
    /Exclusive \(\S+\): Mail\.Read: scope Board: .*exclusive/,
    /Missing \(\S+\): Mail\.Read: scope Nowhere: Exchange Online lists no such scope/,
    /Broken \(\S+\): Mail\.Read: scope Bad filter: .*filterable property/,
    /New \(\S+\): Mail\.Transcribe\.All: .*not documented/,
  ])
    expect(row?.Unknown).toMatch(reason);
});

test('lets IMAP and SMTP reach the mailboxes on which the application has a right', async () => {
  const [first, second] = mailboxesOf(await newTenant());
  const tenant = await newTenant({
    habits: FRIENDLY,
    applications: [
      { name: 'Fetcher', exchange: ['IMAP.AccessAsApp'], rights: [{ mailbox: first, right: 'FullAccess' }] },
      { name: 'Mailer', exchange: ['SMTP.SendAsApp'], rights: [{ mailbox: second, right: 'SendAs' }] },
      { name: 'Old', exchange: ['Mail.Read'] },
    ],
  });
  const result = await run(tenant, { inputs: { report: 'mailbox-permissions\napplications' } });
  const of = (address: string): Cells =>
    result.rowsOf('applications').find(({ MailboxName }) => MailboxName === address) ?? {};
  expect(of(first)).toMatchObject({ CanReadMail: 'Fetcher', CanWriteMail: 'Fetcher', CanSend: '' });
  expect(of(second)).toMatchObject({ CanReadMail: '', CanSend: 'Mailer' });
  // The API that this permission of Exchange Online was for is switched off.
  expect(of(second).Through).toMatch(/Old \(\S+\): Mail\.Read \(retired API\), tenant-wide/);
  const alone = await run(tenant);
  expect(alone.rowsOf('applications')[0]?.Unknown).toMatch(/Fetcher \(\S+\): IMAP\.AccessAsApp: .*mailbox-permissions/);
});

test('reports what Entra ID says of a tenant whose application cannot sign in to Exchange Online', async () => {
  const tenant = await newTenant({
    registrations: { withoutExchange: true },
    applications: [{ name: 'Items', graph: ['MailboxItem.Read.All'] }],
  });
  const result = await run(tenant);
  expect(result.errors).toEqual([]);
  const [row] = result.rowsOf('applications');
  expect(row).toMatchObject({ CanReadMail: 'Items', Status: 'ok' });
  // A tenant without its principal has no permissions of Exchange Online.
  expect(row?.Unknown).not.toContain('permissions of Office 365 Exchange Online');
});

test('has no row about the applications of an address without a mailbox', async () => {
  const tenant = await newTenant({ applications: [BACKUP], roles: [...APPLICATION_ROLES, 'MailboxSettings.Read'] });
  const [first] = mailboxesOf(tenant);
  const files = { 'mailboxes.txt': `${first}\nnobody@contoso.com\n` };
  const statuses = async (report: string): Promise<readonly (string | undefined)[]> =>
    (await run(tenant, { files, inputs: { report } })).rowsOf('applications').map(({ Status }) => Status);
  expect(await statuses('applications')).toEqual(['ok', 'not-found']);
  expect(await statuses('mailbox-settings\napplications')).toEqual(['ok', 'not-found']);
  // Where Exchange cannot list its mailboxes, Graph may say it.
  tenant.setFaults({
    altered: [{ request: '^Get-Mailbox ', status: 403, body: { error: { code: 'x', message: 'x' } } }],
    mailboxErrors: { 'not-enabled': [first] },
  });
  expect(await statuses('mailbox-settings\napplications')).toEqual(['no-mailbox', 'ok']);
});

test('leaves mailboxes unread if nothing about applications can be read', async () => {
  const tenant = await newTenant({ roles: ['User.Read.All'], exchange: { directoryRoles: [] } });
  const result = await run(tenant);
  expect(result.rowsOf('applications')[0]).toMatchObject({ Status: 'access-denied', Through: '' });
});

test('reads all mailboxes of the tenant, and new ones of the directory only when replicas know them', async () => {
  const tenant = await newTenant({
    roles: [...APPLICATION_ROLES, 'User.Read.All'],
    registrations: { replication: { principal: { ms: 3_600_000 } } },
    applications: [BACKUP],
  });
  tenant.addApplication({ name: 'Late', graph: ['Mail.Read'] });
  const result = await run(tenant, { inputs: { mailboxes: 'all' } });
  expect(result.errors).toEqual([]);
  const rows = result.rowsOf('applications');
  expect(rows.length).toBeGreaterThan(10);
  const [row] = rows.filter(({ Status }) => Status === 'ok');
  expect(row).toMatchObject({ CanReadMail: 'Backup' });
  // The consent is known before the application itself, so that nobody can say whether it is enabled.
  expect(row?.Unknown).toContain('whether the application is enabled is not known');
});

test('gives after a merge of shards what one run gives', async () => {
  const tenant = await newTenant({
    roles: [...APPLICATION_ROLES, 'MailboxSettings.Read'],
    applications: [BACKUP, { name: 'Everyone', delegated: ['Mail.Read'] }],
  });
  const inputs = { report: 'applications\nmailbox-settings', 'artifact-name': 'shards' };
  const whole = await run(tenant, { inputs: { report: inputs.report } });
  for (const shard of ['1/2', '2/2']) await run(tenant, { inputs: { ...inputs, shard } });
  const merged = await merge({ tenant, inputs: { 'artifact-name': 'shards', 'max-unreadable': '100%' } });
  expect(merged.errors).toEqual([]);
  for (const file of ['applications', 'applications-of-tenant']) {
    expect(merged.rowsOf(file)).toEqual(whole.rowsOf(file));
    expect(merged.rowsOf(file).length).toBeGreaterThan(1);
  }
});
