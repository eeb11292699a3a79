import { afterAll, describe, expect, test } from '@jest/globals';
import { startTenant, type AuditLogOptions, type Tenant } from '../../tenant/tenant.ts';
import { answerOf, type Answer } from './sign-in.ts';

const PATH = '/security/auditLog/queries';
const DAY = 86_400_000;
const NOW = Date.parse('2027-01-31T00:00:00Z');
const QUERY = {
  displayName: 'q',
  filterStartDateTime: new Date(NOW - DAY).toISOString(),
  filterEndDateTime: new Date(NOW).toISOString(),
  recordTypeFilters: ['exchangeAdmin'],
  operationFilters: ['Set-Mailbox'],
};

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(auditLog: AuditLogOptions, roles = ['AuditLogsQuery-Exchange.Read.All']): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 1, roles, auditLog, clock: () => NOW });
  tenants.push(tenant);
  return tenant;
}

async function ask(tenant: Tenant, url: string, body?: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${await tenant.accessToken('graph')}`, 'content-type': 'application/json' };
  const content = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return answerOf(await fetch(url.startsWith('http') ? url : tenant.graphUrl + url, { headers, ...content }));
}

// https://learn.microsoft.com/graph/api/security-auditcoreroot-post-auditlogqueries
describe('a query of the audit log', () => {
  test('ends later, and has its records in pages', async () => {
    const set = (time: number, operation = 'Set-Mailbox') => ({ time, operation, actor: 'eve@contoso.com' });
    const actions = [set(NOW - 2 * DAY), set(NOW - 2), set(NOW - 1), set(NOW - 1, 'Set-CASMailbox')];
    const tenant = await start({ actions });
    const { status, body } = await ask(tenant, `/beta${PATH}`, QUERY);
    expect([status, body.status]).toEqual([201, 'notStarted']);
    const query = `/beta${PATH}/${typeof body.id === 'string' ? body.id : ''}`;
    expect((await ask(tenant, `${query}/records`)).status).toBe(400);
    expect((await ask(tenant, query)).body.status).toBe('running');
    expect((await ask(tenant, query)).body).toMatchObject({ status: 'succeeded', isRecordCountLimitExceeded: false });
    const first = await ask(tenant, `${query}/records?$top=1`);
    const link = first.body['@odata.nextLink'];
    const second = await ask(tenant, typeof link === 'string' ? link : '');
    expect(second.body).not.toHaveProperty('@odata.nextLink');
    // The key is in `userId`, the actor in `userPrincipalName`.
    expect([first.body.value, second.body.value]).toMatchObject([
      [{ createdDateTime: new Date(NOW - 2).toISOString(), userPrincipalName: 'eve@contoso.com' }],
      [{ createdDateTime: new Date(NOW - 1).toISOString(), auditLogRecordType: 'ExchangeAdmin' }],
    ]);
  });

  test.each<[string, AuditLogOptions, string[], string, object, number]>([
    ['without the permission', {}, ['AuditLog.Read.All'], 'beta', QUERY, 403],
    ['to v1.0, which was seen without it', {}, [], 'v1.0', QUERY, 404],
    ['with an unknown property', {}, [], 'beta', { ...QUERY, serviceFilter: 'Exchange' }, 400],
    ['with times in the wrong order', {}, [], 'beta', { ...QUERY, filterEndDateTime: QUERY.filterStartDateTime }, 400],
    ['beyond those of a day', { queriesLeft: 0 }, [], 'beta', QUERY, 429],
  ])('%s is refused', async (_, options, roles, version, body, status) => {
    const tenant = await start(options, roles.length === 0 ? undefined : roles);
    expect((await ask(tenant, `/${version}${PATH}`, body)).status).toBe(status);
    expect(tenant.auditQueries()).toEqual([]);
  });
});
