import { afterEach, describe, expect, test } from '@jest/globals';
import type { TenantOptions } from '../../../tenant/tenant.ts';
import type { Answer } from '../sign-in.ts';
import { openExchange, type ExchangeOffice } from './exchange-office.ts';

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
