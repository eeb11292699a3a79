import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { startTenant, type AdministratorOptions, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { press } from '../support/browser.ts';
import { listening } from '../support/listening.ts';
import { text } from './registrations/administration.ts';
import { answerOf, ask, requestToken, type Answer } from './sign-in.ts';

/** Microsoft Graph Command Line Tools. */
const TOOLS = '14d82eec-204b-4c2f-b7e8-296a70dab67e';
const AZURE_CLI = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const VERIFIER = 'a'.repeat(43);

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(administrator: AdministratorOptions = {}, options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 1, administrator, ...options });
  tenants.push(tenant);
  return tenant;
}

function scope({ graphUrl }: Tenant, names = ['Application.ReadWrite.All']): string {
  return [...names.map((name) => `${graphUrl}/${name}`), 'openid', 'profile', 'offline_access'].join(' ');
}

/** The address of a sign-in as MSAL builds it, with changes. */
function authorizeUrl(tenant: Tenant, redirectUri: string, changes: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams({
    client_id: TOOLS,
    scope: scope(tenant),
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'form_post',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    client_info: '1',
    state: 'state "1"',
    nonce: 'n-1',
    ...changes,
  });
  return `${tenant.authorityHost}/organizations/oauth2/v2.0/authorize?${parameters.toString()}`;
}

/** What a button of the sign-in posts to the program that waits on loopback. */
async function redirected(
  tenant: Tenant,
  button: 'Accept' | 'Decline',
  changes: Readonly<Record<string, string>> = {},
): Promise<{ readonly form: URLSearchParams; readonly redirectUri: string }> {
  let received = '';
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (received += chunk.toString()));
    request.on('end', () => response.end());
  });
  const { port } = await listening(server);
  const redirectUri = `http://localhost:${port}`;
  try {
    await press(authorizeUrl(tenant, redirectUri, changes), button);
  } finally {
    server.close();
  }
  return { form: new URLSearchParams(received), redirectUri };
}

async function redeem(tenant: Tenant, changes: Readonly<Record<string, string>>): Promise<Answer> {
  const fields = { grant_type: 'authorization_code', client_id: TOOLS, client_info: '1', code_verifier: VERIFIER };
  return requestToken(tenant, new URLSearchParams({ ...fields, scope: scope(tenant), ...changes }), 'organizations');
}

/** A token from a whole sign-in in the browser. */
async function signedIn(tenant: Tenant, names?: string[]): Promise<JsonObject> {
  const { form, redirectUri } = await redirected(tenant, 'Accept', { scope: scope(tenant, names) });
  return (await redeem(tenant, { code: form.get('code') ?? '', redirect_uri: redirectUri })).body;
}

function claimsOf(token: Json | undefined): Json {
  return parseJson(Buffer.from(typeof token === 'string' ? (token.split('.')[1] ?? '') : '', 'base64url').toString());
}

test('has the metadata that clients ask for first', async () => {
  const tenant = await start();
  const authority = `${tenant.authorityHost}/organizations`;
  const discovery = await fetch(
    `${tenant.authorityHost}/common/discovery/instance?api-version=1.1&authorization_endpoint=${authority}/oauth2/v2.0/authorize`,
  );
  const { body } = await answerOf(discovery);
  const configuration = await fetch(text(body.tenant_discovery_endpoint));
  expect((await answerOf(configuration)).body).toMatchObject({
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    issuer: `${tenant.authorityHost}/{tenantid}/v2.0`,
  });
  expect((await fetch(`${tenant.authorityHost}/fabrikam.com/v2.0/.well-known/openid-configuration`)).status).toBe(400);
});

describe('a sign-in in the browser', () => {
  // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
  test('gives a code for tokens of the user, with the scopes that were consented to so far', async () => {
    const tenant = await start();
    const { form, redirectUri } = await redirected(tenant, 'Accept');
    expect([form.get('state'), form.has('client_info')]).toEqual(['state "1"', true]);
    const { body } = await redeem(tenant, { code: form.get('code') ?? '', redirect_uri: redirectUri });
    expect(claimsOf(body.id_token)).toMatchObject({ aud: TOOLS, tid: tenant.tenantId, nonce: 'n-1' });
    expect(claimsOf(body.access_token)).toMatchObject({
      aud: tenant.graphUrl,
      appid: TOOLS,
      scp: 'Application.ReadWrite.All openid profile',
      wids: ['62e90394-69f5-4237-9190-012177145e10'],
    });
    const next = await signedIn(tenant, ['User.Read']);
    expect(property(claimsOf(next.access_token), 'scp')).toBe('Application.ReadWrite.All User.Read openid profile');
    expect((await ask(tenant, text(next.access_token), 'GET /me')).status).toBe(200);
  });

  test('leaves a consent in the tenant, which can be deleted', async () => {
    const tenant = await start();
    await signedIn(tenant);
    const token = await tenant.administratorToken();
    const { body } = await ask(tenant, token, `GET /servicePrincipals(appId='${TOOLS}')?$select=id`);
    const path = `/oauth2PermissionGrants?$filter=clientId eq '${text(body.id)}'`;
    const { value } = (await ask(tenant, token, `GET ${path}`)).body;
    expect(value).toMatchObject([{ consentType: 'Principal', scope: ' Application.ReadWrite.All' }]);
    const id = Array.isArray(value) ? text(property(value[0], 'id')) : '';
    expect((await ask(tenant, token, `DELETE /oauth2PermissionGrants/${id}`)).status).toBe(204);
    expect((await ask(tenant, token, `GET ${path}`)).body.value).toEqual([]);
  });

  test.each<[string, Record<string, string>, number]>([
    ['another verifier', { code_verifier: 'b'.repeat(43) }, 501481],
    ['another redirect', { redirect_uri: 'http://localhost:1' }, 500112],
    ['an unknown code', { code: 'x' }, 70000],
    ['another client', { client_id: randomUUID() }, 700016],
  ])('gives no token for %s', async (_, changes, code) => {
    const tenant = await start();
    const { form, redirectUri } = await redirected(tenant, 'Accept');
    const answer = await redeem(tenant, { code: form.get('code') ?? '', redirect_uri: redirectUri, ...changes });
    expect(answer.body.error_codes).toEqual([code]);
  });

  test('gives tokens for a code once, and for ten minutes', async () => {
    let now = Date.now();
    const tenant = await start({}, { clock: () => now });
    const { form, redirectUri } = await redirected(tenant, 'Accept');
    const request = { code: form.get('code') ?? '', redirect_uri: redirectUri };
    expect((await redeem(tenant, request)).status).toBe(200);
    expect((await redeem(tenant, request)).body.error_codes).toEqual([54005]);
    const later = await redirected(tenant, 'Accept');
    now += 600_000;
    const expired = { code: later.form.get('code') ?? '', redirect_uri: later.redirectUri };
    expect((await redeem(tenant, expired)).body.error_codes).toEqual([70008]);
  });

  test('sends an error to the program if the person declines, and names the administrator if only one may consent', async () => {
    const { form } = await redirected(await start(), 'Decline');
    expect([form.get('error'), form.get('error_description')]).toEqual([
      'access_denied',
      expect.stringMatching(/^AADSTS65004/),
    ]);
    const other = await redirected(await start({ roles: [] }), 'Decline');
    expect(other.form.get('error_description')).toMatch(/^AADSTS90094/);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a redirect to 127.0.0.1', { redirect_uri: 'http://127.0.0.1:1' }, 'AADSTS50011'],
    ['an unknown client', { client_id: randomUUID() }, 'AADSTS700016'],
    ['a scope that does not exist', { scope: 'Mailboxes.All' }, 'AADSTS650053'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'AADSTS50147'],
  ])('shows %s in the browser alone', async (_, changes, error) => {
    const response = await fetch(authorizeUrl(await start(), 'http://localhost:1', changes));
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(error)]);
  });

  test('is refused by a policy in the browser, or with claims at the token endpoint', async () => {
    const shown = await fetch(
      authorizeUrl(await start({ refusals: [{ at: 'browser', code: 53003 }] }), 'http://localhost:1'),
    );
    expect(await shown.text()).toContain('AADSTS53003');
    const refused = await signedIn(await start({ refusals: [{ at: 'token', code: 50076 }] }));
    expect(refused).toMatchObject({ error: 'invalid_grant', error_codes: [50076], claims: expect.any(String) });
  });

  // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  test('to the Azure CLI has its scopes alone', async () => {
    const tenant = await start();
    const { form, redirectUri } = await redirected(tenant, 'Accept', {
      client_id: AZURE_CLI,
      scope: scope(tenant, ['RoleManagement.ReadWrite.Directory']),
    });
    const request = { client_id: AZURE_CLI, code: form.get('code') ?? '', redirect_uri: redirectUri };
    expect((await redeem(tenant, request)).body.error_codes).toEqual([65002]);
  });
});

describe('a sign-in with a device code', () => {
  async function begin(tenant: Tenant) {
    const url = `${tenant.authorityHost}/organizations/oauth2/v2.0/devicecode`;
    const form = new URLSearchParams({ client_id: TOOLS, scope: scope(tenant) });
    const { body } = await answerOf(await fetch(url, { method: 'POST', body: form }));
    return {
      body,
      page: `${text(body.verification_uri)}?otc=${text(body.user_code)}`,
      poll: (grant = 'urn:ietf:params:oauth:grant-type:device_code') =>
        redeem(tenant, {
          grant_type: grant,
          device_code: text(body.device_code),
        }),
    };
  }

  // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
  test('is pending until the person accepts, declined, or expired', async () => {
    let now = Date.now();
    const tenant = await start({}, { clock: () => now });
    const accepted = await begin(tenant);
    expect(accepted.body).toMatchObject({ interval: 5, expires_in: 900 });
    expect((await accepted.poll()).body).toMatchObject({ error: 'authorization_pending', error_codes: [70016] });
    await press(accepted.page, 'Accept');
    // MSAL's name of the grant.
    expect((await accepted.poll('device_code')).body).toMatchObject({ token_type: 'Bearer' });
    const declined = await begin(tenant);
    await press(declined.page, 'Decline');
    expect((await declined.poll()).body.error).toBe('authorization_declined');
    const expired = await begin(tenant);
    now += 900_000;
    expect((await expired.poll()).body).toMatchObject({ error: 'expired_token', error_codes: [70020] });
  });

  test('can be blocked by a policy, at once or when the session is refreshed', async () => {
    const blocked = await begin(await start({ refusals: [{ at: 'device-code', code: 53003 }] }));
    await press(blocked.page, 'Accept');
    expect((await blocked.poll()).body.error_codes).toEqual([53003]);
    const tenant = await start({ refusals: [{ at: 'refresh', code: 530036 }] });
    const tracked = await begin(tenant);
    await press(tracked.page, 'Accept');
    const { refresh_token: ofDevice } = (await tracked.poll()).body;
    const refresh = (token: unknown) => redeem(tenant, { grant_type: 'refresh_token', refresh_token: String(token) });
    expect((await refresh(ofDevice)).body.error_codes).toEqual([530036]);
    expect((await refresh((await signedIn(tenant)).refresh_token)).status).toBe(200);
  });
});
