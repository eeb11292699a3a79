import { afterAll, describe, expect, test } from '@jest/globals';
import { isObject, property, type Json } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { textAt } from './collection-reader.ts';
import { answerOf, type Answer } from './sign-in.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2027-01-31T06:00:00Z');
const SINCE = '2027-01-24T00:00:00Z';

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(options: TenantOptions = {}): Promise<{ tenant: Tenant; who: string; id: string }> {
  const roles = ['AuditLog.Read.All', 'User.Read.All', 'UserAuthenticationMethod.Read.All'];
  const tenant = await startTenant({ mailboxes: 20, roles, clock: () => NOW, ...options });
  tenants.push(tenant);
  const [user = {}] = tenant.listed('users', ['id', 'userPrincipalName']);
  return { tenant, who: textAt(user, 'userPrincipalName'), id: textAt(user, 'id') };
}

async function ask(tenant: Tenant, path: string): Promise<Answer & { readonly rows: readonly Json[] }> {
  const headers = { authorization: `Bearer ${await tenant.accessToken('graph')}` };
  const answer = await answerOf(await fetch(tenant.graphUrl + encodeURI(path), { headers }));
  const value = property(answer.body, 'value');
  return { ...answer, rows: Array.isArray(value) ? value : [] };
}

function values(rows: readonly Json[], name: string): readonly (Json | undefined)[] {
  return rows.map((row) => property(row, name));
}

// https://learn.microsoft.com/graph/api/signin-list
describe('sign-ins', () => {
  const at = (days: number): number => NOW - days * DAY;

  test('of a person are interactive ones, newest first, of 30 days', async () => {
    const { tenant, who, id } = await start();
    for (const days of [40, 20, 3, 1]) tenant.signIn({ who, time: at(days), ipAddress: `203.0.113.${days}` });
    tenant.signIn({ who, time: at(2), isInteractive: false });
    const { rows } = await ask(
      tenant,
      `/v1.0/auditLogs/signIns?$filter=userId eq '${id}' and clientAppUsed eq 'Browser'`,
    );
    expect(values(rows, 'ipAddress').filter((ip) => ip !== '192.0.2.10')).toEqual([
      '203.0.113.1',
      '203.0.113.3',
      '203.0.113.20',
    ]);
    expect(rows.filter(isObject).some((row) => Object.hasOwn(row, 'signInEventTypes'))).toBe(false);
    const upper = await ask(
      tenant,
      `/v1.0/auditLogs/signIns?$filter=userId eq '${id.toUpperCase().replace(/0/g, 'A')}'`,
    );
    expect(upper.rows).toEqual([]);
  });

  test('that are not interactive are in beta alone', async () => {
    const { tenant, who, id } = await start();
    tenant.signIn({ who, time: at(2), isInteractive: false, ipAddress: '203.0.113.9', userAgent: 'curl/8' });
    const query = `auditLogs/signIns?$filter=userId eq '${id}' and createdDateTime ge ${SINCE} and signInEventTypes/any(t: t eq 'nonInteractiveUser')`;
    expect(await ask(tenant, `/v1.0/${query}`)).toMatchObject({ status: 400 });
    const { rows } = await ask(tenant, `/beta/${query}`);
    expect(rows).toContainEqual(expect.objectContaining({ ipAddress: '203.0.113.9', userAgent: 'curl/8' }));
  });

  test.each<[string, TenantOptions, string]>([
    [
      'without P1',
      { faults: { listings: { signIns: { free: true } } } },
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    ],
    ['without the permission', { roles: ['User.Read.All'] }, 'Authentication_MSGraphPermissionMissing'],
  ])('are refused %s', async (_, options, code) => {
    const { tenant } = await start(options);
    const { status, body } = await ask(tenant, '/v1.0/auditLogs/signIns');
    expect([status, body.error]).toMatchObject([403, { code }]);
  });
});

// https://learn.microsoft.com/graph/api/directoryaudit-list
describe('audits of the directory', () => {
  const AUDITS = '/v1.0/auditLogs/directoryAudits';

  test('are found by their target and by their initiator, each in a request of its own', async () => {
    const { tenant, who, id } = await start();
    const time = NOW - DAY;
    tenant.directoryActivity({
      time,
      activity: 'Reset user password',
      by: { user: 'admin@contoso.com' },
      targets: [{ user: who, type: 'User' }],
    });
    tenant.directoryActivity({
      time,
      activity: 'Consent to application',
      by: { user: who },
      targets: [{ name: 'CRM', type: 'ServicePrincipal' }],
    });
    const about = `targetResources/any(t:t/id eq '${id}')`;
    const by = `initiatedBy/user/id eq '${id}'`;
    const [one, other] = [
      await ask(tenant, `${AUDITS}?$filter=activityDateTime ge ${SINCE} and ${about}`),
      await ask(tenant, `${AUDITS}?$filter=${by}`),
    ];
    expect(values(one.rows, 'activityDisplayName')).toEqual(['Reset user password']);
    expect(values(other.rows, 'activityDisplayName')).toEqual(['Consent to application']);
    expect(await ask(tenant, `${AUDITS}?$filter=${about} or ${by}`)).toMatchObject({ status: 400 });
  });

  test('are kept for 30 days, and without P1 for 7: an earlier start is refused with the first day', async () => {
    const { tenant } = await start();
    const from = (days: number): string =>
      `${AUDITS}?$filter=activityDateTime ge ${new Date(NOW - days * DAY).toISOString().slice(0, 19)}Z`;
    expect(await ask(tenant, from(29))).toMatchObject({ status: 200 });
    const { status, body } = await ask(tenant, from(90));
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('2027-01-01T00:00:00Z')]);
    tenant.setFaults({ listings: { directoryAudits: { free: true } } });
    expect(await ask(tenant, from(29))).toMatchObject({ status: 400 });
    expect(await ask(tenant, from(6))).toMatchObject({ status: 200 });
  });
});

test('sign-ins and audits of the directory share a limit of 5 requests in 10 seconds', async () => {
  let now = NOW;
  const { tenant } = await start({ clock: () => now });
  const statuses: number[] = [];
  for (const name of ['signIns', 'directoryAudits', 'signIns', 'signIns', 'signIns', 'directoryAudits'])
    statuses.push((await ask(tenant, `/v1.0/auditLogs/${name}`)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await ask(tenant, '/v1.0/users?$select=id')).status).toBe(200);
  now += 10_000;
  expect((await ask(tenant, '/v1.0/auditLogs/signIns')).status).toBe(200);
});

describe('a person', () => {
  const METHOD = {
    '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
    id: '3179e48a-750b-4051-897c-87b9720928f7',
    phoneNumber: '+44 20',
  };

  test('has a password and other methods, and no option of a query', async () => {
    const { tenant, who, id } = await start();
    tenant.personSecurity.setMethods(who, [METHOD]);
    tenant.editAccount(who, { lastPasswordChangeDateTime: '2027-01-30T00:00:00Z' });
    const { rows } = await ask(tenant, `/v1.0/users/${id}/authentication/methods`);
    expect(rows).toEqual([
      expect.objectContaining({
        '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
        createdDateTime: '2027-01-30T00:00:00Z',
      }),
      METHOD,
    ]);
    expect((await ask(tenant, `/v1.0/users/${id}/authentication/methods?$top=5`)).status).toBe(400);
  });

  test('has devices, whose properties need a permission of their own', async () => {
    const roles = ['User.Read.All', 'Device.Read.All'];
    const shown: Json[] = [];
    for (const given of [roles, roles.slice(0, 1)]) {
      const { tenant, who, id } = await start({ roles: given });
      tenant.personSecurity.setDevices(who, [{ name: 'phone', registered: '2027-01-30T00:00:00Z' }]);
      const { rows } = await ask(
        tenant,
        `/v1.0/users/${id}/registeredDevices/microsoft.graph.device?$select=id,displayName`,
      );
      shown.push(property(rows[0], 'displayName') ?? null);
      expect((await ask(tenant, `/v1.0/users/${id}/authentication/methods`)).status).toBe(403);
    }
    expect(shown).toEqual(['phone', null]);
  });

  test('whose account is blocked or deleted is shown so', async () => {
    const { tenant, who, id } = await start();
    tenant.editAccount(who, { accountEnabled: false, signInSessionsValidFromDateTime: '2027-01-31T00:00:00Z' });
    const { body } = await ask(tenant, `/v1.0/users/${id}?$select=accountEnabled,signInSessionsValidFromDateTime`);
    expect(body).toMatchObject({ accountEnabled: false, signInSessionsValidFromDateTime: '2027-01-31T00:00:00Z' });
    tenant.identities.remove(who);
    expect((await ask(tenant, `/v1.0/users/${id}?$select=id`)).status).toBe(404);
    const { rows } = await ask(
      tenant,
      '/v1.0/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName,deletedDateTime',
    );
    expect(rows).toEqual([
      { id, userPrincipalName: `${id.replaceAll('-', '')}${who}`, deletedDateTime: '2027-01-31T06:00:00Z' },
    ]);
  });
});
