import { afterEach, describe, expect, test } from '@jest/globals';
import { errorOf, openOffice, type Office } from './collection-reader.ts';

let office: Office | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function userOf(address: string, query: string, roles: readonly string[] = ['User.Read.All']) {
  office ??= await openOffice({ mailboxes: 300, roles });
  const url = `${office.tenant.graphUrl}/v1.0/users/${encodeURIComponent(address)}${query}`;
  return office.follow(url);
}

describe('the user object', () => {
  test('has the selected properties', async () => {
    office = await openOffice({ mailboxes: 300, roles: ['User.Read.All'] });
    const [address = ''] = office.readable;
    const { status, body } = await userOf(address, '?$select=accountEnabled,userType,proxyAddresses');
    expect(status).toBe(200);
    expect(body).toMatchObject({ userType: 'Member', proxyAddresses: [`SMTP:${address}`] });
    expect(body).not.toHaveProperty('mail');
    expect((await userOf(address, '')).body).toMatchObject({ mail: address });
  });

  test('has no sign-in activity by its user principal name', async () => {
    office = await openOffice({ mailboxes: 300, roles: ['User.Read.All'] });
    const answer = await userOf(office.readable[0] ?? '', '?$select=id,signInActivity');
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'BadRequest']);
    expect(errorOf(answer).message).toContain('the key has to be a valid Guid');
  });

  test('exists for users without a mailbox', async () => {
    office = await openOffice({ mailboxes: 300, roles: ['User.Read.All'] });
    const { tenant } = office;
    const address = tenant.addresses.find((one) => tenant.expected(one).status === 'no-mailbox') ?? '';
    expect((await userOf(address, '?$select=id')).status).toBe(200);
    const missing = await userOf('nobody@contoso.com', '?$select=id');
    expect([missing.status, errorOf(missing).code]).toEqual([404, 'Request_ResourceNotFound']);
  });

  test('is denied without a directory permission', async () => {
    const answer = await userOf('x@contoso.com', '?$select=id', ['MailboxSettings.Read']);
    expect([answer.status, errorOf(answer).code]).toEqual([403, 'Authorization_RequestDenied']);
  });
});

describe('an unknown property under $select', () => {
  test.each(['?$select=nothing', '/mailboxSettings?$select=nothing', '/mailFolders/inbox?$select=nothing'])(
    'is rejected in %s',
    async (path) => {
      office = await openOffice({ roles: ['User.Read.All', 'MailboxSettings.Read', 'Mail.ReadBasic.All'] });
      const [address = ''] = office.readable;
      const answer = await userOf(address, path);
      expect([answer.status, errorOf(answer).code]).toEqual([400, 'BadRequest']);
      expect(errorOf(answer).message).toContain("Could not find a property named 'nothing'");
    },
  );
});
