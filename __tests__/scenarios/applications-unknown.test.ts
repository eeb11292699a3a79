import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Alteration, ApplicationOptions, Grant, Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { applicationScenarios } from '../support/application-scenarios.ts';
import { isObject, parseJson, property, textIn, type Json, type JsonObject } from '../../src/json.ts';
import { storedLines } from '../support/rows-file.ts';

/** The requests for what people consented to for themselves alone. */
const ONE_PERSON = 'oauth2PermissionGrants.*eq%20%27Principal';

async function graphObjects(tenant: Tenant, path: string): Promise<readonly JsonObject[]> {
  const headers = { Authorization: `Bearer ${await tenant.accessToken('graph')}` };
  const response = await fetch(`${tenant.graphUrl}/v1.0/${path}`, { headers });
  const value = property(parseJson(await response.text()), 'value');
  return Array.isArray(value) ? value.filter(isObject) : [];
}

describe('what a run does not know about applications', () => {
  const { newTenant, run } = applicationScenarios({ habits: FRIENDLY });

  type Cells = Readonly<Record<string, string>>;

  /** The first mailbox that Exchange lists. */
  function firstOf(tenant: Tenant): string {
    const address = tenant.addresses.find((one) => tenant.exchangeObjects('Get-Mailbox', one) !== undefined);
    if (address === undefined) throw new Error('too few mailboxes');
    return address;
  }

  /** The row of the first mailbox of a run with other reports too. */
  async function rowOf(tenant: Tenant, ...others: readonly string[]): Promise<Cells> {
    const result = await run(tenant, { inputs: { report: ['applications', ...others].join('\n') } });
    expect(result.errors).toEqual([]);
    const address = firstOf(tenant);
    return result.rowsOf('applications').find(({ MailboxName }) => MailboxName === address) ?? {};
  }

  test('gives a permission that a group has to none of its members', async () => {
    const tenant = await newTenant({ applications: [{ name: 'Member', graph: ['Mail.Read'] }] });
    tenant.setFaults({ altered: [{ request: 'appRoleAssignedTo', set: { principalType: 'Group' } }] });
    expect(await rowOf(tenant)).toMatchObject({ CanReadMail: '', Through: '', Unknown: '', Status: 'ok' });
  });

  const policyOf = (report: string, expected: string) => `rules:
  - { id: nobody, title: Nobody, report: ${report}, severity: error, expect: { ${expected} } }
`;

  test('takes no listing without any permission for that of a tenant whose applications have none', async () => {
    const tenant = await newTenant({ applications: [{ name: 'Reader', graph: ['Mail.Read'] }] });
    tenant.setFaults({ altered: [{ request: 'appRoleAssignedTo', body: { value: [] } }] });
    const files = { 'policy.yml': policyOf('applications', 'CanReadMail: { maxItems: 0 }') };
    const result = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
    const rows = result.rowsOf('applications').filter(({ Status }) => Status === 'ok');
    expect(new Set(rows.map(({ Verdict }) => Verdict))).toEqual(new Set(['inconclusive']));
  });

  test('does not know all permissions of an application if it could not read some of them', async () => {
    const tenant = await newTenant({
      applications: [{ name: 'Sender', graph: ['Mail.Send'], delegated: ['Mail.Read'] }],
    });
    tenant.setFaults({ altered: [{ request: 'oauth2PermissionGrants.*AllPrincipals', status: 403, body: {} }] });
    const files = {
      'policy.yml': policyOf('applications-of-tenant', 'Permission: { not: { contains: { const: Mail.Read } } }'),
    };
    const result = await run(tenant, { files, inputs: { policy: 'policy.yml' } });
    const row = result.rowsOf('applications-of-tenant').find(({ Application }) => Application === 'Sender');
    expect(row).toMatchObject({ Permission: 'Mail.Send', Verdict: 'inconclusive' });
  });

  test('does not know whose mailboxes a permission opens, nor who has it, if that was not read', async () => {
    const accessPolicies = [{ application: 'Sender', right: 'RestrictAccess', scope: 'Board' } as const];
    const tenant = await newTenant({
      groups: [{ name: 'Board', members: [] }],
      applications: [
        { name: 'Sender', graph: ['Mail.Send'] },
        { name: 'Office', delegated: ['Mail.Read'] },
      ],
      exchange: { accessPolicies },
    });
    const files = {
      'policy.yml': policyOf(
        'applications-of-tenant',
        'Scope: { not: { contains: { const: tenant-wide } } }, Application: { not: { const: Office } }',
      ),
    };
    const verdictsWithout = async (request: string): Promise<readonly string[]> => {
      tenant.setFaults({ altered: [{ request, status: 403, body: {} }] });
      const rows = (await run(tenant, { files, inputs: { policy: 'policy.yml' } })).rowsOf('applications-of-tenant');
      return rows
        .filter(({ Permission }) => ['Mail.Send', 'Mail.Read'].includes(Permission ?? ''))
        .map(({ Permission, Verdict }) => `${Permission}: ${Verdict}`)
        .sort();
    };
    expect(await verdictsWithout('^Get-ApplicationAccessPolicy ')).toEqual([
      'Mail.Read: fail',
      'Mail.Send: inconclusive',
    ]);
    // A policy names its application by an ID that only this listing has, and a consent has another one.
    expect(await verdictsWithout('^GET /servicePrincipals\\?')).toEqual([
      'Mail.Read: inconclusive',
      'Mail.Send: inconclusive',
    ]);
  });

  test('lists applications with administrative permissions, and reaches no mailbox with them', async () => {
    const exchange = ['Exchange.ManageAsApp', 'Exchange.ManageAsAppV2'];
    const tenant = await newTenant({ applications: [{ name: 'Manager', exchange }] });
    const result = await run(tenant);
    expect(result.rowsOf('applications')[0]).toMatchObject({ Through: '', Unknown: '' });
    const row = result.rowsOf('applications-of-tenant').find(({ Application }) => Application === 'Manager');
    expect(row).toMatchObject({
      Permission: exchange.join('; '),
      Scope: Array(2).fill('roles of the application').join('; '),
    });
  });

  const FETCHER: ApplicationOptions = { name: 'Fetcher', exchange: ['IMAP.AccessAsApp'] };
  const FULL: Omit<Grant, 'trustee' | 'sid' | 'identity'> = {
    rights: 'FullAccess',
    isInherited: false,
    isDenied: false,
  };

  /** A tenant whose first mailbox has the right of an application, with other grants beside it. */
  async function tenantWithGrants(
    others: (own: Grant) => readonly Grant[],
    applications: readonly ApplicationOptions[] = [],
  ): Promise<Tenant> {
    const mailbox = firstOf(await newTenant());
    const fetcher: ApplicationOptions = { ...FETCHER, rights: [{ mailbox, right: 'FullAccess' }] };
    const tenant = await newTenant({
      applications: [fetcher, ...applications],
      groups: [{ name: 'Fetcher', address: 'fetchers@contoso.com', members: [] }],
    });
    const own = tenant.exchangeGrants(mailbox, 'mailbox').find(({ trustee }) => /^[0-9a-f-]{36}$/.test(trustee));
    if (own === undefined) throw new Error('the application has no right');
    tenant.setExchangeGrants(mailbox, 'mailbox', others(own));
    return tenant;
  }

  test('denies an application the right that an entry denies it, unless that is inherited', async () => {
    const denied = await tenantWithGrants((own) => [own, { ...own, isDenied: true }]);
    expect(await rowOf(denied, 'mailbox-permissions')).toMatchObject({ CanReadMail: '', Unknown: '' });
    const inherited = await tenantWithGrants((own) => [own, { ...own, isDenied: true, isInherited: true }]);
    expect(await rowOf(inherited, 'mailbox-permissions')).toMatchObject({ CanReadMail: 'Fetcher', Unknown: '' });
  });

  test('does not know whether a group that has or is denied a right has an application as a member', async () => {
    const group = { ...FULL, trustee: 'Board', sid: 'S-1-5-21-7-7-7-7' };
    const having = await tenantWithGrants(({ identity }) => [{ ...group, identity }]);
    const reason = /Fetcher \(\S+\): IMAP\.AccessAsApp: members of Board, which/;
    const row = await rowOf(having, 'mailbox-permissions');
    expect(row).toMatchObject({ CanReadMail: '', Unknown: expect.stringMatching(reason) });
    const denied = await tenantWithGrants((own) => [own, { ...group, identity: own.identity, isDenied: true }]);
    const deniedRow = await rowOf(denied, 'mailbox-permissions');
    expect(deniedRow).toMatchObject({ CanReadMail: '', Unknown: expect.stringMatching(reason) });
    const inherited = await tenantWithGrants((own) => [own, { ...group, identity: own.identity, isInherited: true }]);
    expect(await rowOf(inherited, 'mailbox-permissions')).toMatchObject({ CanReadMail: 'Fetcher', Unknown: '' });
  });

  test('takes no group with the name of an application for it', async () => {
    const tenant = await tenantWithGrants((own) => [{ ...own, trustee: 'Fetcher', sid: 'S-1-5-21-7-7-7-7' }]);
    const row = await rowOf(tenant, 'mailbox-permissions');
    expect(row).toMatchObject({ CanReadMail: '', Unknown: expect.stringContaining('members of Fetcher') });
  });

  test('takes a name that several applications have for none of them', async () => {
    const mailbox = firstOf(await newTenant());
    const twin: ApplicationOptions = { name: 'Fetcher', appId: '7d1f7a52-0f4b-4d6e-8a51-2c1de0a9b6f3' };
    const rights = [{ mailbox, right: 'FullAccess' } as const];
    // Without a SID, the name decides.
    const named = (own: Grant): readonly Grant[] => [{ ...own, trustee: 'Fetcher', sid: '' }];
    expect(await rowOf(await tenantWithGrants(named), 'mailbox-permissions')).toMatchObject({ CanReadMail: 'Fetcher' });
    const row = await rowOf(await tenantWithGrants(named, [{ ...twin, rights }]), 'mailbox-permissions');
    expect(row).toMatchObject({ CanReadMail: '', Unknown: expect.stringContaining('members of Fetcher') });
  });

  test('reads the members of a group with an apostrophe in its name, and not of one of several groups', async () => {
    const name = "Ann's team";
    const members = [firstOf(await newTenant())];
    const tenant = await newTenant({
      groups: [{ name, members }],
      applications: [{ name: 'Direct', roles: [{ role: 'Application Mail.Read', group: name }] }],
    });
    expect(await rowOf(tenant)).toMatchObject({ CanReadMail: 'Direct', Unknown: '' });
    const group = { DistinguishedName: 'CN=a', DisplayName: 'a' };
    tenant.setFaults({ altered: [{ request: '^Get-Recipient .*"Identity"', body: { value: [group, group] } }] });
    const Unknown = expect.stringContaining('does not say which group it is');
    expect(await rowOf(tenant)).toMatchObject({ CanReadMail: '', Unknown });
  });

  test('does not know whose SID a right has if the applications of Exchange cannot be listed', async () => {
    const bySid = await tenantWithGrants((own) => [{ ...own, trustee: own.sid, gone: 'unresolved' }]);
    expect(await rowOf(bySid, 'mailbox-permissions')).toMatchObject({ CanReadMail: 'Fetcher', Unknown: '' });
    bySid.setFaults({ exchangeServerError: { cmdlets: ['Get-ServicePrincipal'], rate: 1 } });
    const row = await rowOf(bySid, 'mailbox-permissions');
    expect(row).toMatchObject({
      CanReadMail: '',
      Unknown: expect.stringMatching(/IMAP\.AccessAsApp: which application S-1-/),
    });
  });

  test('does not know whose SID a right has if Exchange Online leaves out those of applications', async () => {
    const bySid = await tenantWithGrants((own) => [{ ...own, trustee: own.sid, gone: 'unresolved' }]);
    bySid.setFaults({ altered: [{ request: '^Get-ServicePrincipal', without: ['Sid'] }] });
    const Unknown = expect.stringMatching(/IMAP\.AccessAsApp: which application S-1-/);
    expect(await rowOf(bySid, 'mailbox-permissions')).toMatchObject({ CanReadMail: '', Unknown });
  });

  test('knows that another application with a right is no group', async () => {
    const mailbox = firstOf(await newTenant());
    const scanner: ApplicationOptions = { name: 'Scanner', rights: [{ mailbox, right: 'FullAccess' }] };
    const tenant = await newTenant({ applications: [FETCHER, scanner] });
    const row = await rowOf(tenant, 'mailbox-permissions');
    expect(row).toMatchObject({ CanReadMail: '', Unknown: '' });
  });

  test('does not know the members of a dynamic group', async () => {
    const tenant = await newTenant({
      groups: [{ name: 'Everybody', kind: 'dynamic', members: [] }],
      applications: [{ name: 'Direct', roles: [{ role: 'Application Mail.Read', group: 'Everybody' }] }],
    });
    const Unknown = expect.stringContaining('the members of a DynamicDistributionGroup are not known');
    expect(await rowOf(tenant)).toMatchObject({ CanReadMail: '', Unknown });
  });

  test('does not know whether an application is enabled that is listed as both', async () => {
    const tenant = await newTenant({ applications: [{ name: 'CRM', graph: ['Mail.Read'] }] });
    const principals = await graphObjects(tenant, 'servicePrincipals');
    const principal = principals.find(({ displayName }) => displayName === 'CRM');
    const value = [
      { ...principal, accountEnabled: true },
      { ...principal, accountEnabled: false },
    ];
    tenant.setFaults({ altered: [{ request: '/servicePrincipals\\?', body: { value } }] });
    const Unknown = expect.stringContaining('whether the application is enabled is not known');
    expect(await rowOf(tenant)).toMatchObject({ CanReadMail: '', Unknown });
  });

  test('does not know the members of an administrative unit that hides them', async () => {
    const members = [firstOf(await newTenant())];
    const applications = [{ name: 'Unit', roles: [{ role: 'Application Mail.Read', unit: 'Berlin' }] }];
    for (const visibility of [{}, { visibility: 'HiddenMembership' } as const]) {
      const tenant = await newTenant({
        applications,
        administrativeUnits: [{ name: 'Berlin', members, ...visibility }],
      });
      const hidden = { CanReadMail: '', Unknown: expect.stringMatching(/scope \S+: only members may see/) };
      expect(await rowOf(tenant)).toMatchObject(
        'visibility' in visibility ? hidden : { CanReadMail: 'Unit', Unknown: '' },
      );
    }
  });

  test('does not know what a policy does that names a recipient without an account', async () => {
    const options: TenantOptions = { mailboxes: 200 };
    const other = await newTenant(options);
    const shared = other.addresses.find(
      (address) => other.exchangeObjects('Get-Mailbox', address)?.[0]?.RecipientTypeDetails === 'SharedMailbox',
    );
    for (const [scope, type] of [
      [shared ?? '', 'SharedMailbox'],
      ['Team', 'GroupMailbox'],
    ] as const) {
      const tenant = await newTenant({
        ...options,
        groups: [{ name: 'Team', kind: 'unified', members: [] }],
        applications: [{ name: 'Denied', graph: ['Mail.Read'] }],
        exchange: { accessPolicies: [{ application: 'Denied', right: 'DenyAccess', scope }] },
      });
      const Unknown = expect.stringContaining(`policies for a ${type} are not supported`);
      expect(await rowOf(tenant)).toMatchObject({ CanReadMail: '', Unknown });
    }
  });

  test('has one row for an application that the directory does not list yet, without what it does not know', async () => {
    const tenant = await newTenant({ registrations: { replication: { principal: { ms: 3_600_000 } } } });
    tenant.addApplication({
      name: 'Late',
      graph: ['Mail.Read', 'Mail.Send'],
      exchange: ['Exchange.ManageAsApp'],
      delegated: ['Mail.Read'],
    });
    const person = firstOf(tenant);
    tenant.addApplication({ name: 'Later', consents: { [person]: ['Mail.Read'] } });
    const result = await run(tenant);
    const rows = result.rowsOf('applications-of-tenant').filter(({ Permission }) => Permission?.includes('Mail.Read'));
    expect(rows).toEqual([
      expect.objectContaining({
        Application: 'Late',
        AppId: '',
        Publisher: '',
        FirstParty: '',
        Permission: 'Exchange.ManageAsApp; Mail.Read; Mail.Read; Mail.Send',
        Owners: '',
        Enabled: '',
      }),
    ]);
    const [row] = result.rowsOf('applications');
    expect(row).toMatchObject({ CanReadMail: '', Delegated: '', AppIds: '' });
    const reason = 'whether the application is enabled is not known';
    for (const grant of ['Mail.Read', 'Mail.Send', 'consent for everyone'])
      expect(row?.Unknown).toContain(`Late: ${grant}: ${reason}`);
    const mine = result.rowsOf('applications').find(({ MailboxName }) => MailboxName === person);
    expect(mine).toMatchObject({ ConsentedByPerson: '' });
    expect(mine?.Unknown).toMatch(new RegExp(`[0-9a-f-]{36}: consent of this person: ${reason}`));
  });

  test('does not know when the credentials of an application expire if one never does, or some are not known', async () => {
    const [soon, late] = ['2026-12-31T00:00:00Z', '2027-05-06T00:00:00Z'];
    const tenant = await newTenant({
      applications: [
        { name: 'Secrets', graph: ['Mail.Send'], secrets: [late, soon] },
        { name: 'Federated', graph: ['Mail.Send'], secrets: [soon], isFederated: true },
      ],
    });
    const expiries = async () =>
      (await run(tenant))
        .rowsOf('applications-of-tenant')
        .filter(({ Permission }) => Permission === 'Mail.Send')
        .map(({ Application, CredentialExpiresOn }) => [Application, CredentialExpiresOn]);
    expect(await expiries()).toEqual([
      ['Federated', ''],
      ['Secrets', late],
    ]);
    tenant.setFaults({ altered: [{ request: '/applications\\?', status: 403, body: {} }] });
    expect(await expiries()).toEqual([
      ['Federated', ''],
      ['Secrets', ''],
    ]);
  });

  test.each(['china', 'usgov', 'usgov-dod'])(
    'says what the cloud %s does not list, and reports the rest',
    async (cloud) => {
      const tenant = await newTenant({
        applications: [
          { name: 'Office', isFirstParty: true, graph: ['Mail.Send'], lastSignIn: '2026-01-01T00:00:00Z' },
          { name: 'CRM', roles: [{ role: 'Application Mail.Read', scope: 'Sales' }] },
        ],
        exchange: { scopes: [{ name: 'Sales', filter: "Alias -like '*'" }] },
      });
      const [owner, root] =
        cloud === 'china'
          ? ['a55a4d5b-9241-49b1-b4ff-befa8db00269', 'contoso.partner.onmschina.cn']
          : ['cab8a31a-1906-4287-a0d8-4eef66b95f6e', 'contoso.onmicrosoft.us'];
      tenant.setFaults({
        altered: [
          { request: '/servicePrincipals\\?', set: { appOwnerOrganizationId: owner } },
          {
            request: '^Get-ManagementScope',
            set: { RecipientRoot: `a/Microsoft Exchange Hosted Organizations/${root}` },
          },
        ],
      });
      const result = await run(tenant, { inputs: { cloud } });
      expect(result.errors).toEqual([]);
      expect(JSON.stringify(result.warnings)).toContain('does not list the sign-ins of applications in the cloud');
      expect(result.rowsOf('applications')[0]).toMatchObject({ CanReadMail: 'CRM', CanSend: 'Office', Unknown: '' });
      const office = result.rowsOf('applications-of-tenant').find(({ Application }) => Application === 'Office');
      expect(office).toMatchObject({ FirstParty: 'true', LastSignIn: '' });
    },
  );

  test('takes default access for no permission, and does not know what a role opens that the API lacks', async () => {
    const tenant = await newTenant({ applications: [{ name: 'CRM', graph: ['Mail.Read'] }] });
    const role = (appRoleId: string): void => {
      tenant.setFaults({ altered: [{ request: 'appRoleAssignedTo', set: { appRoleId } }] });
    };
    role('00000000-0000-0000-0000-000000000000');
    expect(await rowOf(tenant)).toMatchObject({ Through: '', Unknown: '' });
    const other = '11111111-2222-4333-8444-555555555555';
    role(other);
    const Unknown = expect.stringMatching(new RegExp(`CRM \\(\\S+\\): ${other}: .*not documented`));
    expect(await rowOf(tenant)).toMatchObject({ CanReadMail: '', Unknown });
  });

  test('does not know what one person consented to if only that consent is not whole', async () => {
    const { addresses } = await newTenant();
    const [first = '', second = '', third = ''] = addresses;
    const tenant = await newTenant({
      applications: [
        { name: 'Booster', consents: { [first]: ['Mail.Read'] } },
        { name: 'Reader', consents: { [second]: ['Mail.Read'] } },
      ],
    });
    const [whole = {}, other = {}] = await graphObjects(
      tenant,
      "oauth2PermissionGrants?$filter=consentType eq 'Principal'",
    );
    const value = [whole, { ...other, consentType: 'Group' }];
    tenant.setFaults({ altered: [{ request: ONE_PERSON, body: { value } }] });
    const result = await run(tenant);
    const of = (address: string): Cells =>
      result.rowsOf('applications').find(({ MailboxName }) => MailboxName === address) ?? {};
    expect(of(first)).toMatchObject({ ConsentedByPerson: 'Booster', Unknown: '' });
    const Unknown = 'consent of this person: a consent of the type Group is not supported';
    expect(of(second)).toMatchObject({ ConsentedByPerson: '', Unknown });
    expect(of(third)).toMatchObject({ ConsentedByPerson: '', Unknown: '' });
  });

  test('leaves out what a user alone consented to, and what Graph does not know of publishers', async () => {
    const tenant = await newTenant({ applications: [{ name: 'Outlook', delegated: ['Mail.Read'] }] });
    const error = { code: 'BadRequest', message: "Could not find a property named 'publisherName'." };
    tenant.setFaults({
      altered: [
        { request: 'oauth2PermissionGrants', set: { consentType: 'Principal' } },
        { request: '/servicePrincipals\\?.*publisherName', status: 400, body: { error } },
      ],
    });
    expect(await rowOf(tenant)).toMatchObject({ Delegated: '', Unknown: '', Status: 'ok' });
  });
});

describe('applications from other sources', () => {
  const { newTenant, run } = applicationScenarios({ habits: FRIENDLY });

  /** The lists of a mailbox. */
  interface Lists {
    readonly items: readonly (readonly string[])[];
    /** The positions of those that may lack items. */
    readonly unknown: readonly number[];
    readonly reasons: readonly string[];
  }

  let tenant: Tenant;
  /** By address, with every source. */
  let truth: ReadonlyMap<string, Lists>;

  beforeAll(async () => {
    const { addresses } = await newTenant();
    const [first = '', second = '', third = ''] = addresses;
    tenant = await newTenant({
      groups: [
        { name: 'Inner', members: [first] },
        { name: 'Sales', members: [second, 'Inner'] },
      ],
      administrativeUnits: [{ name: 'Berlin', members: [third] }],
      applications: [
        { name: 'Everyone', delegated: ['Mail.Read'] },
        { name: 'Booster', consents: { [first]: ['Mail.Read'], [second]: ['openid', 'Mail.Send'] } },
        { name: 'Consent', graph: ['MailboxItem.Read.All'] },
        { name: 'Legacy', exchange: ['EWS.AccessAsApp'] },
        { name: 'Tenant role', roles: [{ role: 'Application Mail.Send' }] },
        { name: 'Filtered', roles: [{ role: 'Application Mail.Read', scope: 'Filtered' }] },
        { name: 'Direct', roles: [{ role: 'Application Calendars.Read', group: 'Sales' }] },
        { name: 'Unit', roles: [{ role: 'Application MailboxSettings.ReadWrite', unit: 'Berlin' }] },
        { name: 'Restricted', graph: ['Mail.Read'] },
        { name: 'Denied', graph: ['Mail.Send'] },
        { name: 'Fetcher', exchange: ['IMAP.AccessAsApp'], rights: [{ mailbox: first, right: 'FullAccess' }] },
      ],
      exchange: {
        scopes: [{ name: 'Filtered', filter: `Alias -eq '${first.split('@')[0] ?? ''}'` }],
        accessPolicies: [
          { application: 'Restricted', right: 'RestrictAccess', scope: 'Sales' },
          { application: 'Denied', right: 'DenyAccess', scope: second },
        ],
      },
    });
    truth = await listsOf();
  });

  async function listsOf(inputs = {}): Promise<ReadonlyMap<string, Lists>> {
    const result = await run(tenant, { inputs: { report: 'applications\nmailbox-permissions', ...inputs } });
    const lines = storedLines(await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz')));
    return new Map(
      lines.flatMap(({ mailbox, reports }) => {
        const [report] = Array.isArray(reports) ? reports : [];
        const rows = isObject(report) && Array.isArray(report.rows) ? report.rows : [];
        const [row] = rows;
        if (typeof mailbox !== 'string' || !isObject(row) || !Array.isArray(row.cells)) return [];
        const lists = row.cells.map(textsIn);
        const unknown = Array.isArray(row.unknown) ? row.unknown.filter((one) => typeof one === 'number') : [];
        return [[mailbox, { items: lists.slice(0, -1), unknown, reasons: lists.at(-1) ?? [] }] as const];
      }),
    );
  }

  /** What is shown is certain. What is missing is unknown, with a reason. */
  function expectNothingHidden(lists: ReadonlyMap<string, Lists>): void {
    expect([...lists.keys()]).toEqual([...truth.keys()]);
    let doubts = 0;
    for (const [address, { items, unknown, reasons }] of lists) {
      const all = truth.get(address)?.items ?? [];
      const isTrue = items.map((shown, column) => shown.every((item) => all[column]?.includes(item)));
      const isWhole = items.map((shown, column) => unknown.includes(column) || shown.length === all[column]?.length);
      expect({ isTrue, isWhole }).toEqual({ isTrue: all.map(() => true), isWhole: all.map(() => true) });
      expect(reasons.length > 0).toBe(unknown.length > 0);
      doubts += unknown.length;
    }
    expect(doubts).toBeGreaterThan(0);
  }

  function textsIn(cell: Json): readonly string[] {
    return Array.isArray(cell) ? cell.filter((item) => typeof item === 'string') : [];
  }

  /** What a source answers instead, by the way in which it is not whole. */
  const FAULTS: Readonly<Record<string, Omit<Alteration, 'request'>>> = {
    'is denied': { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient.' } } },
    'links to another origin': { body: { value: [], '@odata.nextLink': 'https://evil.example/v1.0/next' } },
  };
  /** The requests for each source. */
  const SOURCES: Readonly<Record<string, string>> = {
    'applications of the tenant': '/servicePrincipals\\?',
    'app roles of Graph': "servicePrincipals\\(appId='00000003-",
    'app roles of Exchange Online': "servicePrincipals\\(appId='00000002-",
    'assignments of app roles': '/appRoleAssignedTo',
    'consent for everyone': '/oauth2PermissionGrants.*AllPrincipals',
    'consent of one person': ONE_PERSON,
    'records of applications in Exchange': '^Get-ServicePrincipal ',
    'assignments of roles in Exchange': '^Get-ManagementRoleAssignment ',
    'management scopes': '^Get-ManagementScope ',
    'access policies': '^Get-ApplicationAccessPolicy ',
    'mailboxes of a filter': '^Get-Recipient .*"RecipientPreviewFilter":"Alias',
    'mailboxes of a group': '^Get-Recipient .*"RecipientPreviewFilter":"MemberOfGroup',
    'a recipient': '^Get-Recipient .*"Identity"',
    'members of a group': '/transitiveMembers',
    'an administrative unit': '/administrativeUnits/[^/]*\\?',
    'members of an administrative unit': '/administrativeUnits/.*/members',
  };

  test('every application reaches a mailbox, and everything is known, if every source can be read', () => {
    const reached = new Set([...truth.values()].flatMap(({ items }) => items.flat()));
    const names = [
      'Everyone',
      'Booster',
      'Consent',
      'Legacy',
      'Tenant role',
      'Filtered',
      'Direct',
      'Unit',
      'Restricted',
      'Denied',
    ];
    expect([...names, 'Fetcher'].filter((name) => !reached.has(name))).toEqual([]);
    expect([...truth.values()].flatMap(({ unknown, reasons }) => [...unknown, ...reasons])).toEqual([]);
  });

  describe.each(Object.entries(SOURCES))('an application is not hidden if the source "%s"', (_source, request) => {
    test.each(Object.entries(FAULTS))('%s', async (_fault, alteration) => {
      tenant.setFaults({ altered: [{ request, ...alteration }] });
      const lists = await listsOf();
      expectNothingHidden(lists);
    });
  });

  /** Members that decide who reaches a mailbox, by the requests whose answers leave them out. */
  const OMISSIONS: readonly (readonly [request: string, member: string])[] = [
    ['/servicePrincipals\\?', 'accountEnabled'],
    ["servicePrincipals\\(appId='00000003-", 'appRoles'],
    ['/appRoleAssignedTo', 'principalId'],
    ['/oauth2PermissionGrants', 'clientId'],
    ['/oauth2PermissionGrants', 'consentType'],
    ['/oauth2PermissionGrants', 'resourceId'],
    ['/oauth2PermissionGrants', 'scope'],
    [ONE_PERSON, 'clientId'],
    [ONE_PERSON, 'scope'],
    [ONE_PERSON, 'principalId'],
    ['^Get-ManagementRoleAssignment ', 'Role'],
    ['^Get-ManagementRoleAssignment ', 'Enabled'],
    ['^Get-ManagementRoleAssignment ', 'RecipientWriteScope'],
    ['^Get-ApplicationAccessPolicy ', 'AppId'],
    ['^Get-ApplicationAccessPolicy ', 'AccessRight'],
    ['^Get-Recipient .*"Identity"', 'RecipientTypeDetails'],
    ['/transitiveMembers', 'id'],
    ['/administrativeUnits/.*/members', 'id'],
  ];

  test.each(OMISSIONS)('an application is not hidden if answers to %s leave out %s', async (request, member) => {
    tenant.setFaults({ altered: [{ request, without: [member] }] });
    expectNothingHidden(await listsOf());
  });

  test('a consent counts in whatever case an API is named', async () => {
    const upper = tenant.addresses[0] ?? '';
    const [grant] = await graphObjects(tenant, 'oauth2PermissionGrants');
    tenant.setFaults({
      altered: [{ request: '/oauth2PermissionGrants', set: { resourceId: textIn(grant, 'resourceId').toUpperCase() } }],
    });
    expect((await listsOf()).get(upper)).toEqual(truth.get(upper));
  });

  test('an application is not hidden if the mailboxes of Exchange cannot be listed', async () => {
    tenant.setFaults({ altered: [{ request: '^Get-Mailbox ', ...FAULTS['is denied'] }] });
    expectNothingHidden(await listsOf({ report: 'applications' }));
  });

  test('an application is not hidden if the rights on mailboxes cannot be read', async () => {
    tenant.setFaults({ altered: [{ request: '^Get-MailboxPermission ', ...FAULTS['links to another origin'] }] });
    expectNothingHidden(await listsOf());
  });
});
