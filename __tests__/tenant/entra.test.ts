import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { assertion, requestToken, tokenForm, type AssertionParts } from './sign-in.ts';

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

describe('a token request', () => {
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
});
