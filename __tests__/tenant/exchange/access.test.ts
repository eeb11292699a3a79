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
  test.each(['https://outlook.office365.com/.default', undefined])('is issued for the scope %s', async (scope) => {
    const from = await open();
    const token = await from.signIn(scope);
    expect((await ask(from, token)).status).toBe(200);
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({
      aud: scope?.replace('/.default', '') ?? from.tenant.exchangeUrl,
      roles: ['Exchange.ManageAsApp'],
      wids: ['f2ef992c-3afb-46b9-b7cf-a126ee74c451'],
    });
  });

  test('is rejected by Graph, and a token for Graph by Exchange', async () => {
    const from = await open();
    const forGraph = await from.signIn(`${from.tenant.graphUrl}/.default`);
    expect((await ask(from, forGraph)).status).toBe(401);
    const url = `${from.tenant.graphUrl}/v1.0/users/${from.tenant.addresses[0] ?? ''}/mailboxSettings`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${await from.signIn()}` } });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Invalid audience');
  });

  test('is rejected with a challenge after its revocation', async () => {
    const from = await open();
    from.tenant.revokeTokens();
    const { status, headers } = await ask(from);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/error="insufficient_claims", claims="[A-Za-z0-9+/=]+"/);
  });
});

describe('the two grants', () => {
  test('may both be missing', async () => {
    const { status, text } = await ask(await open({ appRoles: [], directoryRoles: [] }));
    expect([status, text]).toEqual([401, '']);
  });

  test('may lack the app role', async () => {
    expect((await ask(await open({ appRoles: [] }))).status).toBe(401);
  });

  test('may lack a directory role', async () => {
    const from = await open({ directoryRoles: [] });
    const { request } = await import('node:http');
    const url = new URL(`/adminapi/beta/${from.tenant.tenantId}/InvokeCommand`, from.tenant.exchangeUrl);
    const headers = { authorization: `Bearer ${await from.signIn()}`, 'content-type': 'application/json' };
    // fetch rejects this body.
    const body = await new Promise<Buffer>((resolve, reject) => {
      const sent = request(url, { method: 'POST', headers }, (response) => {
        expect(response.statusCode).toBe(403);
        expect(response.headers['content-encoding']).toBe('gzip');
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

  test.each(['Exchange.ManageAsAppV2', 'Exchange.AdminAPI.ManageAsApp'])(
    'may have %s for the app role',
    async (role) => {
      const { status, text, headers } = await ask(await open({ appRoles: [role] }));
      expect([status, text, headers.get('x-ms-diagnostics')]).toEqual([403, '', null]);
    },
  );

  test('together allow cmdlets', async () => {
    const from = await open({ directoryRoles: [], exchangeRoles: ['View-Only Recipients'] });
    expect(rowsIn(await ask(from)).length).toBeGreaterThan(40);
    const denied = await from.run('Get-TransportConfig');
    expect([denied.status, failureOf(denied).type]).toEqual([
      400,
      'System.Management.Automation.CommandNotFoundException',
    ]);
  });
});

describe('the cmdlets that a token may run', () => {
  const list = async (from: ExchangeOffice, name = '*'): Promise<unknown> => {
    const url = `${from.tenant.exchangeUrl}/adminapi/v1.0/${from.tenant.tenantId}/EXOModuleFile?Version=3.9.2`;
    const { status, body } = await from.post(url, null, { method: 'GET', headers: { CommandName: name } });
    expect(status).toBe(200);
    return body.value;
  };

  test('are listed by role', async () => {
    const from = await open({ directoryRoles: [], exchangeRoles: ['View-Only Configuration'] });
    const [entry] = [await list(from)].flat();
    expect(JSON.stringify(entry)).toContain('Get-TransportConfig');
    expect(JSON.stringify(entry)).not.toContain('Get-CASMailbox');
    expect(await list(from, 'Get-Mailbox')).toEqual([{ exportedCmdlets: '' }]);
  });

  test('include Get-Mailbox for a Global Reader', async () => {
    expect(await list(await open(), 'Get-Mailbox')).toEqual([{ exportedCmdlets: 'Get-Mailbox' }]);
  });
});

describe('a request to the API', () => {
  test('does not run a cmdlet with the version v1.0', async () => {
    expect((await (await open()).run('Get-Mailbox', {}, { version: 'v1.0' })).status).toBe(405);
  });

  test('may not be a GET', async () => {
    expect((await (await open()).run('Get-Mailbox', {}, { method: 'GET' })).status).toBe(405);
  });

  test.each([
    ['contoso.onmicrosoft.com', 200],
    ['00000000-0000-4000-8000-000000000000', 401],
  ])('for the tenant %s has the status %d', async (realm, status) => {
    const from = await open();
    const url = `${from.tenant.exchangeUrl}/adminapi/beta/${realm}/InvokeCommand`;
    const body = { CmdletInput: { CmdletName: 'Get-TransportConfig', Parameters: {} } };
    expect((await from.post(url, body)).status).toBe(status);
  });

  test('to another path is not found', async () => {
    const from = await open();
    expect((await from.post(`${from.tenant.exchangeUrl}/adminapi/beta/x/Mailbox`, {})).status).toBe(404);
  });
});
