import { afterAll, expect, test } from '@jest/globals';
import { startTenant, type Tenant, type TenantOptions } from '../../../tenant/tenant.ts';
import { isRecord, parseJson, property, textIn, type Json } from '../../../src/json.ts';

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(options: TenantOptions): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 10, ...options });
  tenants.push(tenant);
  return tenant;
}

async function get(tenant: Tenant, path: string): Promise<{ readonly status: number; readonly json: Json }> {
  const headers = { authorization: `Bearer ${await tenant.accessToken('graph')}` };
  const response = await fetch(`${tenant.graphUrl}${path}`, { headers });
  return { status: response.status, json: parseJson(await response.text()) };
}

function itemsOf(page: Json): readonly Json[] {
  const value = property(page, 'value');
  return Array.isArray(value) ? value : [];
}

const PATHS: readonly (readonly [path: string, role: string])[] = [
  ['/v1.0/servicePrincipals?$top=1', 'Application.Read.All'],
  ["/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/owners", 'Application.Read.All'],
  ["/v1.0/oauth2PermissionGrants?$filter=consentType eq 'AllPrincipals'", 'Directory.Read.All'],
  ['/v1.0/directory/administrativeUnits', 'AdministrativeUnit.Read.All'],
  ['/beta/reports/servicePrincipalSignInActivities', 'AuditLog.Read.All'],
];

test.each(PATHS)('%s needs %s', async (path, role) => {
  const [without, allowed] = [await start({ roles: ['User.Read.All'] }), await start({ roles: [role] })];
  expect((await get(without, path)).status).toBe(403);
  expect((await get(allowed, path)).status).toBe(200);
});

test('lists sign-ins of applications in beta alone, and only with a premium license', async () => {
  const roles = ['AuditLog.Read.All'];
  const path = '/reports/servicePrincipalSignInActivities';
  expect((await get(await start({ roles }), `/v1.0${path}`)).status).toBe(400);
  const free = await start({ roles, registrations: { withoutPremium: true } });
  expect(await get(free, `/beta${path}`)).toMatchObject({
    status: 403,
    json: { error: { code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant' } },
  });
});

test('pages the assignments of app roles, and shows a new one only after its delay', async () => {
  const applications = Array.from({ length: 5 }, (_, at) => ({ name: `App ${String(at)}`, graph: ['Mail.Read'] }));
  const roles = ['Application.Read.All'];
  const tenant = await start({ roles, applications, registrations: { replication: { consent: { requests: 3 } } } });
  const at = "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/appRoleAssignedTo";
  const count = async (path: string): Promise<number> => {
    const { json } = await get(tenant, path);
    const value = property(json, 'value');
    const next = property(json, '@odata.nextLink');
    const size = Array.isArray(value) ? value.filter(isRecord).length : 0;
    return size + (typeof next === 'string' ? await count(new URL(next).pathname + new URL(next).search) : 0);
  };
  expect(await count(`${at}?$top=2`)).toBe(6);
  tenant.addApplication({ name: 'New', graph: ['Mail.Read'] });
  expect(await count(`${at}?$top=999`)).toBe(6);
  for (let request = 0; request < 3; request += 1) await get(tenant, `${at}?$top=1`);
  expect(await count(`${at}?$top=999`)).toBe(7);
});

// https://learn.microsoft.com/graph/api/serviceprincipal-list-owners
test('keeps the owners of an application by their IDs: users and service principals', async () => {
  const tenant = await start({ roles: ['Application.Read.All'] });
  const [renamed = '', deleted = ''] = tenant.addresses.filter((address) => tenant.account(address) !== undefined);
  const appId = '7d1f7a52-0f4b-4d6e-8a51-2c1de0a9b6f3';
  tenant.addApplication({ name: 'Sync' });
  tenant.addApplication({ name: 'CRM', appId, owners: [renamed, deleted, { application: 'Sync' }] });
  const owners = async (): Promise<Json | undefined> => {
    const path = `/v1.0/servicePrincipals(appId='${appId}')/owners?$select=id,displayName,userPrincipalName`;
    return property((await get(tenant, path)).json, 'value');
  };
  const sync = { displayName: 'Sync', userPrincipalName: null };
  const [id, before] = [expect.any(String), await owners()];
  expect(before).toMatchObject([{ userPrincipalName: renamed }, { userPrincipalName: deleted }, { id, ...sync }]);
  tenant.identities.rename(renamed, { userPrincipalName: 'other@contoso.com' });
  tenant.identities.remove(deleted);
  tenant.identities.remake(deleted);
  const [first] = Array.isArray(before) ? before : [];
  const user = { id: property(first, 'id'), userPrincipalName: 'other@contoso.com' };
  expect(await owners()).toMatchObject([user, sync]);
});

// https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant: each property supports eq only.
test('lists what people consented to for themselves, each with an ID of its own', async () => {
  const tenant = await start({ roles: ['Directory.Read.All'] });
  const [first = '', second = ''] = tenant.addresses.filter((address) => tenant.account(address) !== undefined);
  tenant.addApplication({
    name: 'Booster',
    delegated: ['User.Read'],
    consents: { [first]: ['Mail.Read', 'offline_access'], [second]: ['Mail.Send'] },
  });
  const grants = async (filter: string): Promise<readonly (readonly [id: string, scope: string])[]> => {
    const { json } = await get(tenant, `/v1.0/oauth2PermissionGrants?$filter=${filter}`);
    return itemsOf(json).map((one) => [textIn(one, 'id'), textIn(one, 'scope')]);
  };
  const ofPeople = await grants("consentType eq 'Principal'");
  expect(ofPeople.map(([, scope]) => scope)).toEqual([' Mail.Read offline_access', ' Mail.Send']);
  const everyone = await grants("consentType eq 'AllPrincipals'");
  const ids = [...ofPeople, ...everyone].map(([id]) => id);
  expect(new Set(ids).size).toBe(3);
  const [, theirs] = ofPeople;
  const ofUser = (await get(tenant, `/v1.0/users/${second}/oauth2PermissionGrants`)).json;
  const [own = null] = itemsOf(ofUser);
  expect([textIn(own, 'id'), textIn(own, 'scope')]).toEqual(theirs);
  expect(await grants(`principalId eq '${textIn(own, 'principalId')}'`)).toEqual([theirs]);
  expect((await get(tenant, `/v1.0/users/nobody@contoso.com/oauth2PermissionGrants`)).status).toBe(404);
  for (const filter of ["consentType ne 'Principal'", "startswith(principalId,'a')", "scope eq 'Mail.Read'"]) {
    const refused = await get(tenant, `/v1.0/oauth2PermissionGrants?$filter=${filter}`);
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 'Request_UnsupportedQuery' } } });
  }
});

test('pages what people consented to', async () => {
  const tenant = await start({ roles: ['Directory.Read.All'] });
  const people = tenant.addresses.filter((address) => tenant.account(address) !== undefined);
  tenant.addApplication({
    name: 'Booster',
    consents: Object.fromEntries(people.map((person) => [person, ['Mail.Read']])),
  });
  const first = await get(tenant, "/v1.0/oauth2PermissionGrants?$filter=consentType eq 'Principal'&$top=2");
  const next = new URL(textIn(first.json, '@odata.nextLink'));
  expect(next.searchParams.get('$filter')).toBe("consentType eq 'Principal'");
  const second = await get(tenant, next.pathname + next.search);
  const principals = [first, second].flatMap(({ json }) => itemsOf(json).map((grant) => textIn(grant, 'principalId')));
  expect(new Set(principals).size).toBe(4);
});
