import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import { splitJwt } from '../../tenant/signing.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { answerOf, assertion, requestToken, signIn, tokenForm, type AssertionParts } from './sign-in.ts';

const SUBJECT = 'repo:contoso/mailboxes:ref:refs/heads/main';
const AUDIENCE = 'api://AzureADTokenExchange';

let certificate: TestCertificate;
let stranger: TestCertificate;
/** A tenant without faults that all tests share. */
let shared: Tenant;
const tenants: Tenant[] = [];

beforeAll(async () => {
  [certificate, stranger] = await Promise.all([makeCertificate(), makeCertificate()]);
  shared = await start();
});
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 3, certificates: [certificate.pem], ...options });
  tenants.push(tenant);
  return tenant;
}

/** The response to a valid request with a changed assertion. */
async function ask(tenant: Tenant, parts: AssertionParts = {}, signer = certificate) {
  return requestToken(tenant, tokenForm(tenant, await assertion(tenant, signer, parts)));
}

function claimsOf(token: Json | undefined): Json {
  if (typeof token !== 'string') throw new Error('no token');
  return parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('a token request', () => {
  test('by certificate is granted a token with audience, role and tenant, and no role without consent', async () => {
    const answer = await ask(shared);
    expect([answer.status, answer.body.token_type]).toEqual([200, 'Bearer']);
    expect(claimsOf(answer.body.access_token)).toMatchObject({
      ...{ aud: shared.graphUrl, roles: ['MailboxSettings.Read'], appid: shared.clientId, tid: shared.tenantId },
    });
    const without = await start({ roles: [] });
    expect(claimsOf(await signIn(without, certificate))).not.toHaveProperty('roles');
  });

  test.each<[string, Record<string, string | undefined>, string, number, number]>([
    ['an unknown client', { client_id: '11111111-2222-3333-4444-555555555555' }, 'unauthorized_client', 700016, 400],
    ['no client', { client_id: undefined }, 'invalid_request', 900144, 400],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type', 70003, 400],
    ['no assertion', { client_assertion: undefined }, 'invalid_client', 7000216, 401],
    ['a delegated scope', { scope: 'https://graph.microsoft.com/Mail.Read' }, 'invalid_scope', 1002012, 400],
    ['another resource', { scope: 'https://graph.microsoft.us/.default' }, 'invalid_resource', 500011, 400],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', 9002313, 400],
    ['an assertion that is no JWT', { client_assertion: 'a.b' }, 'invalid_request', 50027, 400],
  ])('with %s is rejected', async (_, changes, error, code, status) => {
    const answer = await requestToken(shared, tokenForm(shared, await assertion(shared, certificate), changes));
    expect([answer.status, answer.body]).toMatchObject([status, { error, error_codes: [code] }]);
    expect(answer.body.error_description).toMatch(
      new RegExp(`^AADSTS${code}: .+\\r\\nTrace ID: [0-9a-f-]{36}\\r\\nCorrelation ID: [0-9a-f-]{36}\\r\\nTimestamp: `),
    );
  });

  test('for an unknown tenant is rejected before other checks', async () => {
    const answer = await requestToken(shared, new URLSearchParams(), 'fabrikam.com');
    expect(answer.body).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
  });
});

describe('a client assertion', () => {
  const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
  const during = (from: number, to: number): AssertionParts => ({
    claims: { nbf: seconds(from), iat: seconds(from), exp: seconds(to) },
  });

  test.each<[string, () => AssertionParts, number]>([
    ['without a thumbprint', () => ({ header: {} }), 5002723],
    ['RS256 with x5t#S256', () => ({ algorithm: 'RS256' }), 5002738],
    ['PS256 with x5t', () => ({ header: { x5t: certificate.sha1 } }), 5002738],
    ['with an unknown key', () => ({ header: { 'x5t#S256': stranger.sha256 } }), 700027],
    ['expired', () => during(-1600, -1000), 700024],
    ['of the future', () => during(400, 1000), 700024],
    ['for days', () => during(0, 200_000), 700024],
    ['without an end', () => ({ claims: { exp: undefined } }), 50027],
    ['of another issuer', () => ({ claims: { iss: 'x' } }), 700021],
    ['for another audience', () => ({ claims: { aud: 'https://login.microsoftonline.com/x' } }), 700023],
    ['without an identifier', () => ({ claims: { jti: undefined } }), 50027],
  ])('%s is rejected', async (_, parts, code) => {
    const answer = await ask(shared, parts());
    expect(answer.body).toMatchObject({ error_codes: [code] });
  });

  test('is rejected if another key signed it, if its certificate is expired, and if it was used', async () => {
    const forged = await ask(shared, {}, { ...stranger, sha256: certificate.sha256 });
    expect(forged.body).toMatchObject({ error: 'invalid_client', error_codes: [700027] });
    const later = Date.now() + 40 * 86_400_000;
    const expired = await ask(await start({ clock: () => later }), { now: later });
    expect(expired.body.error_description).toContain('[Reason - The key used is expired.,');
    const form = tokenForm(shared, await assertion(shared, certificate));
    expect((await requestToken(shared, form)).status).toBe(200);
    expect((await requestToken(shared, form)).body).toMatchObject({ error_codes: [50013] });
  });

  test('is accepted within five minutes of clock skew, and for RS256 with the legacy thumbprint', async () => {
    expect((await ask(shared, during(200, 800))).status).toBe(200);
    expect((await ask(shared, { algorithm: 'RS256', header: { x5t: certificate.sha1 } })).status).toBe(200);
  });
});

test('the application has the certificates that are registered, and may be disabled or blocked', async () => {
  const tenant = await start({ certificates: [] });
  expect((await ask(tenant)).status).toBe(401);
  tenant.register(certificate.pem);
  expect((await ask(tenant)).status).toBe(200);
  tenant.revoke(certificate.pem);
  expect((await ask(tenant)).status).toBe(401);
  const disabled = await ask(await start({ applicationDisabled: true }));
  expect(disabled.body).toMatchObject({ error: 'unauthorized_client', error_codes: [7000112] });
  const blocked = await ask(await start({ conditionalAccess: true }));
  expect(blocked.body).toMatchObject({ error: 'invalid_grant', error_codes: [53003] });
});

test('throttling and outage of Entra end after a number of requests', async () => {
  const tenant = await start({
    faults: { tokenThrottle: { times: 1, retryAfter: 2 }, tokenUnavailable: { times: 1 } },
  });
  const throttled = await ask(tenant);
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '2']);
  expect([(await ask(tenant)).status, (await ask(tenant)).status]).toEqual([503, 200]);
});

describe('an OIDC token', () => {
  const federation: TenantOptions = { federatedCredentials: [{ subject: SUBJECT }], oidc: { subject: SUBJECT } };

  async function oidc(tenant: Tenant, requestToken = tenant.oidcRequestToken) {
    const url = `${tenant.oidcUrl}&audience=${encodeURIComponent(AUDIENCE)}`;
    return answerOf(await fetch(url, { headers: { authorization: `Bearer ${requestToken}` } }));
  }
  async function oidcToken(tenant: Tenant): Promise<string> {
    const { body } = await oidc(tenant);
    if (typeof body.value !== 'string') throw new Error('no token');
    return body.value;
  }
  async function codeFor(tenant: Tenant, token: string): Promise<Json | undefined> {
    const { body, status } = await requestToken(tenant, tokenForm(tenant, token));
    if (status === 200) return 'granted';
    return Array.isArray(body.error_codes) ? body.error_codes[0] : undefined;
  }
  /** The same token with other claims, so its signature is invalid. */
  function tampered(token: string, claims: Record<string, Json>): string {
    const [header = '', , signature = ''] = token.split('.');
    const payload = splitJwt(token)?.payload;
    const changed = { ...(isObject(payload) ? payload : {}), ...claims };
    return `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
  }

  test('is issued for five minutes to the job alone, and accepted more than once', async () => {
    const tenant = await start({ ...federation, faults: { oidcUnavailable: { times: 1 } } });
    expect((await oidc(tenant, 'another')).status).toBe(401);
    expect((await oidc(tenant)).status).toBe(503);
    const token = await oidcToken(tenant);
    const claims = claimsOf(token);
    expect(claims).toMatchObject({ sub: SUBJECT, aud: AUDIENCE, iss: tenant.oidcIssuer });
    expect(Number(property(claims, 'exp')) - Number(property(claims, 'iat'))).toBe(300);
    expect([await codeFor(tenant, token), await codeFor(tenant, token)]).toEqual(['granted', 'granted']);
    expect(await codeFor(tenant, tampered(token, { jti: 'another' }))).toBe(5000811);
    expect(await codeFor(tenant, tampered(token, { sub: 'repo:other/other:ref:refs/heads/main' }))).toBe(700213);
  });

  test.each<[string, TenantOptions, number]>([
    ['subject', { oidc: { subject: SUBJECT.toUpperCase() } }, 700213],
    ['audience', { federatedCredentials: [{ subject: SUBJECT, audience: 'api://other' }] }, 700212],
    ['issuer', { federatedCredentials: [{ subject: SUBJECT, issuer: 'https://other.example' }] }, 700211],
    ['a missing credential', { federatedCredentials: [] }, 70025],
    ['a credential yet to spread', { faults: { federationPending: { times: 1 } } }, 70021],
    ['its age', { oidc: { subject: SUBJECT, lifetime: -301 } }, 700024],
  ])('is rejected for %s', async (_, options, code) => {
    const tenant = await start({ ...federation, ...options });
    expect(await codeFor(tenant, await oidcToken(tenant))).toBe(code);
  });

  test('is accepted after its credential is registered', async () => {
    const tenant = await start({ ...federation, federatedCredentials: [] });
    tenant.federate({ subject: SUBJECT });
    expect(await codeFor(tenant, await oidcToken(tenant))).toBe('granted');
  });
});
