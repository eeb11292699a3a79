import { afterEach, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { TenantOptions } from '../../tenant/tenant.ts';
import { itemsOf, nextOf, openOffice, textAt, type Office } from './collection-reader.ts';

const ROLES = ['User.Read.All', 'AuditLog.Read.All', 'Reports.Read.All', 'LicenseAssignment.Read.All'];
const USAGE = "/beta/reports/getMailboxUsageDetail(period='D7')?$format=application/json";
const SIGN_INS = '/v1.0/users?$select=id,signInActivity&$top=999';

let office: Office | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function openWith(options: TenantOptions = {}) {
  office = await openOffice({ mailboxes: 1200, roles: ROLES, ...options });
  const { tenant, follow } = office;
  const ask = (path: string) => follow(`${tenant.graphUrl}${path}`);
  const readAll = async (path: string) => {
    const pages: JsonObject[][] = [];
    for (let link: string | undefined = tenant.graphUrl + path; link !== undefined;) {
      const answer = await follow(link);
      pages.push(itemsOf(answer));
      link = nextOf(answer);
    }
    return pages;
  };
  return { tenant, ask, readAll };
}

test('refuses what Graph refuses', async () => {
  const { tenant, ask } = await openWith({ roles: ['User.Read.All', 'AuditLog.Read.All'] });
  const codes = async (...paths: string[]) => {
    const answers = await Promise.all(paths.map(ask));
    return answers.map((answer) => `${answer.status} ${textAt(answer.body, 'error', 'code')}`);
  };
  expect(await codes('/v1.0/users?$top=1000', '/v1.0/users?$skip=5', '/v1.0/users?$select=nothing')).toEqual([
    '400 Request_BadRequest',
    '400 BadRequest',
    '400 BadRequest',
  ]);
  expect(await codes('/v1.0/subscribedSkus', USAGE)).toEqual(['403 Authorization_RequestDenied', '403 UnknownError']);
  tenant.setFaults({ listings: { users: { free: true } } });
  expect(await codes(SIGN_INS)).toEqual(['403 Authentication_RequestFromNonPremiumTenantOrB2CTenant']);
  await office?.close();
  const poorer = await openWith({ roles: ['User.Read.All'] });
  expect((await poorer.ask(SIGN_INS)).text).toContain('Authentication_MSGraphPermissionMissing');
});

test('has a user object for each account, whose sign-in activity needs an id', async () => {
  const { tenant, ask } = await openWith({ mailboxes: 300 });
  const first = (status: string) => tenant.addresses.find((one) => tenant.expected(one).status === status) ?? '';
  const user = (address: string, query: string) => ask(`/v1.0/users/${encodeURIComponent(address)}${query}`);
  const address = first('ok');
  const { body } = await user(address, '?$select=accountEnabled,userType,proxyAddresses');
  expect(body).toMatchObject({ userType: 'Member', proxyAddresses: [`SMTP:${address}`] });
  expect(body).not.toHaveProperty('mail');
  expect((await user(first('no-mailbox'), '?$select=id')).status).toBe(200);
  expect((await user('nobody@contoso.com', '?$select=id')).text).toContain('Request_ResourceNotFound');
  const signIn = await user(address, '?$select=id,signInActivity');
  expect([signIn.status, signIn.text]).toEqual([400, expect.stringContaining('the key has to be a valid Guid')]);
  expect((await user(address, '?$select=nothing')).text).toContain("Could not find a property named 'nothing'");
  await office?.close();
  const poorer = await openWith({ mailboxes: 20, roles: ['MailboxSettings.Read'] });
  expect((await poorer.ask('/v1.0/users/x%40contoso.com?$select=id')).text).toContain('Authorization_RequestDenied');
});
