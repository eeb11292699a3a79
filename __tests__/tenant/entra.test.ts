import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, type Json } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { answerOf, assertion, requestToken, signIn, tokenEndpoint, tokenForm, type AssertionParts } from './sign-in.ts';

let certificate: TestCertificate;
let stranger: TestCertificate;
let tenant: Tenant | undefined;

beforeAll(async () => {
  certificate = await makeCertificate();
  stranger = await makeCertificate();
});

afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});

async function start(options: TenantOptions = {}): Promise<Tenant> {
  tenant = await startTenant({ mailboxes: 3, certificates: [certificate.pem], ...options });
  return tenant;
}

function claimsOf(token: Json | undefined): Json {
  if (typeof token !== 'string') throw new Error('no token');
  return parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('a token request', () => {
  test('by certificate is granted a token with audience, role and tenant', async () => {
    const running = await start({ tokenLifetime: 60 });
    const answer = await requestToken(running, tokenForm(running, await assertion(running, certificate)));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 60, ext_expires_in: 60 });
    expect(claimsOf(answer.body.access_token)).toMatchObject({
      aud: running.graphUrl,
      roles: ['MailboxSettings.Read'],
      appid: running.clientId,
      tid: running.tenantId,
      idtyp: 'app',
    });
    expect(running.counts.tokens).toBe(1);
  });

  test.each(['contoso.com', 'CONTOSO.onmicrosoft.com'])('may name the tenant as %s', async (realm) => {
    const running = await start();
    const claims = { aud: tokenEndpoint(running, realm) };
    const answer = await requestToken(
      running,
      tokenForm(running, await assertion(running, certificate, { claims })),
      realm,
    );
    expect(answer.status).toBe(200);
  });

  test('may use the legacy thumbprint with RS256', async () => {
    const running = await start();
    const legacy = { algorithm: 'RS256', header: { x5t: certificate.sha1 } };
    const answer = await requestToken(running, tokenForm(running, await assertion(running, certificate, legacy)));
    expect(answer.status).toBe(200);
  });

  test('has no roles without consent', async () => {
    const running = await start({ roles: [] });
    expect(claimsOf(await signIn(running, certificate))).not.toHaveProperty('roles');
  });
});

describe('the form of a token request', () => {
  const refused: [string, Record<string, string | undefined>, string, number, number][] = [
    ['an unknown client', { client_id: '11111111-2222-3333-4444-555555555555' }, 'unauthorized_client', 700016, 400],
    ['no client', { client_id: undefined }, 'invalid_request', 900144, 400],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type', 70003, 400],
    ['no assertion', { client_assertion: undefined }, 'invalid_client', 7000216, 401],
    ['another assertion type', { client_assertion_type: 'urn:x' }, 'invalid_request', 900144, 400],
    ['no scope', { scope: undefined }, 'invalid_request', 900144, 400],
    ['a delegated scope', { scope: 'https://graph.microsoft.com/Mail.Read' }, 'invalid_scope', 1002012, 400],
    ['another resource', { scope: 'https://graph.microsoft.us/.default' }, 'invalid_resource', 500011, 400],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', 9002313, 400],
    ['an assertion that is no JWT', { client_assertion: 'a.b' }, 'invalid_request', 50027, 400],
  ];
  test.each(refused)('with %s is rejected', async (_name, changes, error, code, status) => {
    const running = await start();
    const answer = await requestToken(running, tokenForm(running, await assertion(running, certificate), changes));
    expect(answer.body).toMatchObject({ error, error_codes: [code] });
    expect(answer.status).toBe(status);
    expect(answer.body.error_description).toMatch(
      new RegExp(
        `^AADSTS${code}: .+\\r\\nTrace ID: [0-9a-f-]{36}\\r\\nCorrelation ID: [0-9a-f-]{36}\\r\\nTimestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
      ),
    );
  });

  test('for an unknown tenant is rejected before other checks', async () => {
    const running = await start();
    const answer = await requestToken(running, new URLSearchParams(), 'fabrikam.com');
    expect(answer.body).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
    expect(answer.body.error_description).toContain("Tenant 'fabrikam.com' not found.");
  });

  test('must be posted, and must be short', async () => {
    const running = await start();
    expect((await answerOf(await fetch(tokenEndpoint(running)))).status).toBe(405);
    expect((await requestToken(running, new URLSearchParams({ scope: 'x'.repeat(100_000) }))).status).toBe(413);
  });
});

describe('a client assertion', () => {
  const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
  const refused: [string, () => AssertionParts, number, string][] = [
    ['without a thumbprint', () => ({ header: {} }), 5002723, 'thumbprint'],
    ['RS256 with x5t#S256', () => ({ algorithm: 'RS256' }), 5002738, 'RS256'],
    ['PS256 with x5t', () => ({ header: { x5t: certificate.sha1 } }), 5002738, 'PS256'],
    ['RS512', () => ({ algorithm: 'RS512' }), 5002738, 'RS512'],
    [
      'with an unknown key',
      () => ({ header: { 'x5t#S256': stranger.sha256 } }),
      700027,
      "[Reason - The key was not found., Thumbprint of key used by client: '",
    ],
    [
      'expired',
      () => ({ claims: { nbf: seconds(-1600), iat: seconds(-1600), exp: seconds(-1000) } }),
      700024,
      'valid time range',
    ],
    [
      'of the future',
      () => ({ claims: { nbf: seconds(400), iat: seconds(400), exp: seconds(1000) } }),
      700024,
      'valid time range',
    ],
    ['not to be used yet', () => ({ claims: { nbf: seconds(400) } }), 700024, 'valid time range'],
    ['for days', () => ({ claims: { exp: seconds(200_000) } }), 700024, 'valid time range'],
    ['without an end', () => ({ claims: { exp: undefined } }), 50027, "'exp'"],
    ['of another issuer', () => ({ claims: { iss: 'x' } }), 700021, "doesn't match"],
    ['of another subject', () => ({ claims: { sub: 'x' } }), 700021, "doesn't match"],
    ['for another audience', () => ({ claims: { aud: 'https://login.microsoftonline.com/x' } }), 700023, 'audience'],
    ['without an identifier', () => ({ claims: { jti: undefined } }), 50027, "'jti'"],
  ];
  test.each(refused)('%s is rejected', async (_name, parts, code, text) => {
    const running = await start();
    const answer = await requestToken(running, tokenForm(running, await assertion(running, certificate, parts())));
    expect(answer.body).toMatchObject({ error_codes: [code] });
    expect(answer.body.error_description).toContain(text);
    expect(answer.status).toBe(code === 50027 ? 400 : 401);
  });

  test('signed by another key is rejected', async () => {
    const running = await start();
    const forged = await assertion(running, { ...stranger, sha256: certificate.sha256 });
    const answer = await requestToken(running, tokenForm(running, forged));
    expect(answer.body).toMatchObject({ error: 'invalid_client', error_codes: [700027] });
    expect(answer.body.error_description).toContain('did not match the expected signature value');
  });

  test('of an expired certificate is rejected', async () => {
    const later = Date.now() + 40 * 86_400_000;
    const running = await start({ clock: () => later });
    const answer = await requestToken(
      running,
      tokenForm(running, await assertion(running, certificate, { now: later })),
    );
    expect(answer.body).toMatchObject({ error_codes: [700027] });
    expect(answer.body.error_description).toContain('[Reason - The key used is expired.,');
  });

  test('within five minutes of clock skew is accepted', async () => {
    const running = await start();
    const claims = { nbf: seconds(200), iat: seconds(200), exp: seconds(800) };
    expect(
      (await requestToken(running, tokenForm(running, await assertion(running, certificate, { claims })))).status,
    ).toBe(200);
  });

  test('is accepted once', async () => {
    const running = await start();
    const form = tokenForm(running, await assertion(running, certificate));
    expect((await requestToken(running, form)).status).toBe(200);
    expect((await requestToken(running, form)).body).toMatchObject({ error: 'invalid_client', error_codes: [50013] });
  });
});

describe('the application', () => {
  test('accepts a certificate that is registered later, until it is revoked', async () => {
    const running = await start({ certificates: [] });
    const ask = async (): Promise<number> =>
      (await requestToken(running, tokenForm(running, await assertion(running, certificate)))).status;
    expect(await ask()).toBe(401);
    running.register(certificate.pem);
    expect(await ask()).toBe(200);
    running.revoke(certificate.pem);
    expect(await ask()).toBe(401);
  });

  test('may be disabled', async () => {
    const running = await start({ applicationDisabled: true });
    const answer = await requestToken(running, tokenForm(running, await assertion(running, certificate)));
    expect(answer.body).toMatchObject({ error: 'unauthorized_client', error_codes: [7000112] });
  });

  test('may be blocked by conditional access', async () => {
    const running = await start({ conditionalAccess: true });
    const answer = await requestToken(running, tokenForm(running, await assertion(running, certificate)));
    expect(answer.body).toMatchObject({ error: 'invalid_grant', error_codes: [53003] });
    expect(answer.body.claims).toContain('capolids');
  });
});

describe('faults', () => {
  test('of throttling and outage end after a number of requests', async () => {
    const running = await start({
      faults: { tokenThrottle: { times: 1, retryAfter: 2 }, tokenUnavailable: { times: 1 } },
    });
    const ask = async () => requestToken(running, tokenForm(running, await assertion(running, certificate)));
    const throttled = await ask();
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get('retry-after')).toBe('2');
    expect(throttled.body).toMatchObject({ error: 'temporarily_unavailable', error_codes: [90055] });
    expect((await ask()).status).toBe(503);
    expect((await ask()).status).toBe(200);
  });
});
