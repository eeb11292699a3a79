import { request } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TenantOptions } from '../../../tenant/tenant.ts';
import type { Answer } from '../sign-in.ts';
import { failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function open(exchange: TenantOptions['exchange'] = {}): Promise<ExchangeOffice> {
  office = await openExchange({ exchange });
  return office;
}

const ask = (from: ExchangeOffice, token?: string): Promise<Answer> =>
  from.run('Get-Mailbox', {}, { select: ['Name'], ...(token === undefined ? {} : { token }) });

describe('a token for Exchange', () => {
  test('has the audience of its scope, and the roles', async () => {
    const from = await open();
    const token = await from.signIn('https://outlook.office365.com/.default');
    expect((await ask(from, token)).status).toBe(200);
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({
      aud: 'https://outlook.office365.com',
      roles: ['Exchange.ManageAsApp'],
      wids: ['f2ef992c-3afb-46b9-b7cf-a126ee74c451'],
    });
  });

  test('is rejected by Graph, a token for Graph by Exchange, and each after its revocation with a challenge', async () => {
    const from = await open();
    expect((await ask(from, await from.signIn(`${from.tenant.graphUrl}/.default`))).status).toBe(401);
    const url = `${from.tenant.graphUrl}/v1.0/users/x/mailboxSettings`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${await from.signIn()}` } });
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('Invalid audience')]);
    from.tenant.revokeTokens();
    const { status, headers } = await ask(from);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/error="insufficient_claims", claims="[A-Za-z0-9+/=]+"/);
  });
});

describe('the two grants', () => {
  test.each([
    [{ appRoles: [], directoryRoles: [] }, 401],
    [{ appRoles: [] }, 401],
    [{ appRoles: ['Exchange.ManageAsAppV2'] }, 403],
    [{ appRoles: ['Exchange.AdminAPI.ManageAsApp'] }, 403],
  ])('of %j have an empty response with the status %d', async (grants, expected) => {
    const { status, text, headers } = await ask(await open(grants));
    expect([status, text, headers.get('x-ms-diagnostics')]).toEqual([expected, '', null]);
  });

  test('without a directory role have a body that fetch rejects', async () => {
    const from = await open({ directoryRoles: [] });
    const url = new URL(`/adminapi/beta/${from.tenant.tenantId}/InvokeCommand`, from.tenant.exchangeUrl);
    const headers = { authorization: `Bearer ${await from.signIn()}`, 'content-type': 'application/json' };
    const body = await new Promise<Buffer>((resolve, reject) => {
      const sent = request(url, { method: 'POST', headers }, (response) => {
        expect([response.statusCode, response.headers['content-encoding']]).toEqual([403, 'gzip']);
        expect(response.headers['x-ms-diagnostics']).toMatch(/^2000003;reason="The role assigned to application /);
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            resolve(Buffer.concat(chunks));
          });
      });
      sent.on('error', reject).end('{}');
    });
    expect(body.equals(Buffer.alloc(4096))).toBe(true);
  });

  test('allow the cmdlets of a role, which are listed', async () => {
    const from = await open({ directoryRoles: [], exchangeRoles: ['View-Only Recipients'] });
    expect(rowsIn(await ask(from)).length).toBeGreaterThan(40);
    const denied = await from.run('Get-TransportConfig');
    expect([denied.status, failureOf(denied).type]).toEqual([
      400,
      'System.Management.Automation.CommandNotFoundException',
    ]);
    const list = async (CommandName: string): Promise<string> => {
      const url = `${from.tenant.exchangeUrl}/adminapi/v1.0/${from.tenant.tenantId}/EXOModuleFile?Version=3.9.2`;
      return (await from.post(url, null, { method: 'GET', headers: { CommandName } })).text;
    };
    expect(await list('*')).toContain('Get-CASMailbox');
    expect(await list('*')).not.toContain('Get-TransportConfig');
    expect(await list('Get-TransportConfig')).toContain('{"exportedCmdlets":""}');
  });
});

test('a cmdlet runs by POST, in the version beta, in the tenant of the token', async () => {
  const from = await open();
  expect((await from.run('Get-Mailbox', {}, { version: 'v1.0' })).status).toBe(405);
  expect((await from.run('Get-Mailbox', {}, { method: 'GET' })).status).toBe(405);
  const body = { CmdletInput: { CmdletName: 'Get-TransportConfig', Parameters: {} } };
  const at = async (path: string): Promise<number> =>
    (await from.post(`${from.tenant.exchangeUrl}/adminapi/beta/${path}`, body)).status;
  expect(await at('contoso.onmicrosoft.com/InvokeCommand')).toBe(200);
  expect(await at('00000000-0000-4000-8000-000000000000/InvokeCommand')).toBe(401);
  expect(await at('x/Mailbox')).toBe(404);
});
