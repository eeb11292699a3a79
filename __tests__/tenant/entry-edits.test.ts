import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { startTenant, type Tenant } from '../../tenant/tenant.ts';
import { makeCertificate } from './certificate.ts';
import { answerOf, signIn } from './sign-in.ts';

let tenant: Tenant;
let token: string;
let address: string;

beforeAll(async () => {
  const certificate = await makeCertificate();
  const roles = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite'];
  tenant = await startTenant({ certificates: [certificate.pem], roles, mailboxes: 40 });
  token = await signIn(tenant, certificate);
  address = tenant.addresses.find((each) => tenant.expected(each).status === 'ok') ?? '';
});
afterAll(() => tenant.close());

function send(method: string, below: string, body?: JsonObject) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const url = `${tenant.graphUrl}/v1.0/users/${encodeURIComponent(address)}/${below}`;
  return fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }).then(answerOf);
}

describe('calendarPermissions', () => {
  const PATH = 'calendar/calendarPermissions';
  const permission = {
    emailAddress: { name: 'Adele', address: 'adele@contoso.com' },
    role: 'read',
    isInsideOrganization: true,
    isRemovable: true,
  };
  const shared = (): readonly JsonObject[] =>
    (tenant.expected(address).calendarPermissions ?? []).filter(
      ({ emailAddress }) => JSON.stringify(emailAddress) === JSON.stringify(permission.emailAddress),
    );

  test('have a permission after a POST, and none after a DELETE', async () => {
    const { status, body } = await send('POST', PATH, permission);
    expect(status).toBe(200);
    expect(shared()).toEqual([expect.objectContaining({ role: 'read' })]);
    expect((await send('DELETE', `${PATH}/${encodeURIComponent(JSON.stringify(body.id).slice(1, -1))}`)).status).toBe(
      204,
    );
    expect(shared()).toEqual([]);
  });

  test('refuse a custom role and a recipient without an address', async () => {
    expect((await send('POST', PATH, { ...permission, role: 'custom' })).status).toBe(400);
    expect((await send('POST', PATH, { ...permission, emailAddress: { name: 'Adele' } })).status).toBe(400);
  });

  test('change the role of everyone inside, and never lose the permission', async () => {
    const everyone = `${PATH}/RGVmYXVsdA%3D%3D`;
    expect((await send('PATCH', everyone, { role: 'none' })).status).toBe(200);
    expect((await send('GET', everyone)).body.role).toBe('none');
    expect((await send('PATCH', everyone, { role: 'none', isRemovable: true })).status).toBe(400);
    expect((await send('DELETE', everyone)).status).toBe(400);
  });
});

describe('messageRules', () => {
  const PATH = 'mailFolders/inbox/messageRules';
  const rule = {
    displayName: 'Boss',
    sequence: 2,
    isEnabled: false,
    conditions: { senderContains: ['boss'] },
    actions: { markAsRead: true },
  };
  const one = { id: 'one', hasError: false, isReadOnly: false, isEnabled: true, actions: { markAsRead: true } };

  test('keep the sequence of a new rule, and number the others after it', async () => {
    tenant.setRules(address, [
      { ...one, displayName: 'First', sequence: 1 },
      { ...one, id: 'two', displayName: 'Second', sequence: 2 },
    ]);
    expect((await send('POST', PATH, rule)).status).toBe(201);
    const rules = tenant.expected(address).rules ?? [];
    expect(rules.map(({ displayName, sequence }) => [displayName, sequence])).toEqual([
      ['First', 1],
      ['Boss', 2],
      ['Second', 3],
    ]);
    expect((await send('DELETE', `${PATH}/two`)).status).toBe(204);
    expect((await send('DELETE', `${PATH}/two`)).status).toBe(404);
  });

  test('refuse a rule without actions, with an id, and the deletion of a read-only one', async () => {
    tenant.setRules(address, [{ ...one, displayName: 'First', sequence: 1, isReadOnly: true }]);
    expect((await send('POST', PATH, { ...rule, actions: {} })).status).toBe(400);
    expect((await send('POST', PATH, { ...rule, id: 'x' })).status).toBe(400);
    expect((await send('DELETE', `${PATH}/one`)).status).toBe(400);
  });
});
