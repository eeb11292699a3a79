import { createPublicKey, verify } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import { splitJwt } from '../../tenant/signing.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { answerOf, requestToken, tokenForm, type Answer } from './sign-in.ts';

const SUBJECT = 'repo:contoso/mailboxes:ref:refs/heads/main';
const AUDIENCE = 'api://AzureADTokenExchange';

const tenants: Tenant[] = [];
afterEach(() => Promise.all(tenants.splice(0).map((tenant) => tenant.close())));

async function newTenant(options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({
    mailboxes: 20,
    federatedCredentials: [{ subject: SUBJECT }],
    oidc: { subject: SUBJECT },
    ...options,
  });
  tenants.push(tenant);
  return tenant;
}

async function ask(tenant: Tenant, audience = AUDIENCE, requestToken = tenant.oidcRequestToken): Promise<Answer> {
  const url = `${tenant.oidcUrl}&audience=${encodeURIComponent(audience)}`;
  return answerOf(await fetch(url, { headers: { authorization: `Bearer ${requestToken}` } }));
}

async function oidcToken(tenant: Tenant, audience = AUDIENCE): Promise<string> {
  const { body } = await ask(tenant, audience);
  if (typeof body.value !== 'string') throw new Error('no token');
  return body.value;
}

async function codeFor(tenant: Tenant, assertion: string): Promise<Json | undefined> {
  const { body, status } = await requestToken(tenant, tokenForm(tenant, assertion));
  if (status === 200) return 'granted';
  return Array.isArray(body.error_codes) ? body.error_codes[0] : undefined;
}

function textIn(value: Json | undefined, name: string): string {
  const text = property(value, name);
  return typeof text === 'string' ? text : '';
}

async function json(url: string): Promise<Json> {
  return parseJson(await (await fetch(url)).text());
}

/** The same token with changed claims or header, so its signature is invalid. */
function tampered(token: string, claims: Record<string, Json>): string {
  const [header = '', , signature = ''] = token.split('.');
  const payload = splitJwt(token)?.payload;
  const changed = { ...(isObject(payload) ? payload : {}), ...claims };
  return `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
}

describe('the OIDC issuer', () => {
  test('issues tokens of five minutes, signed with one of its published keys', async () => {
    const tenant = await newTenant();
    const jwt = splitJwt(await oidcToken(tenant));
    expect(jwt?.payload).toMatchObject({ sub: SUBJECT, aud: AUDIENCE, iss: tenant.oidcIssuer, ref: 'refs/heads/main' });
    expect(Number(property(jwt?.payload, 'exp')) - Number(property(jwt?.payload, 'iat'))).toBe(300);
    const discovery = await json(`${tenant.oidcIssuer}/.well-known/openid-configuration`);
    expect(property(discovery, 'issuer')).toBe(tenant.oidcIssuer);
    const keys = property(await json(textIn(discovery, 'jwks_uri')), 'keys');
    const key = Array.isArray(keys) && isObject(keys[0]) ? keys[0] : {};
    expect(key.kid).toBe(property(jwt?.header, 'kid'));
    expect(key).not.toHaveProperty('d');
    const publicKey = createPublicKey({ key: { kty: 'RSA', n: textIn(key, 'n'), e: textIn(key, 'e') }, format: 'jwk' });
    expect(verify('sha256', Buffer.from(jwt?.signedText ?? ''), publicKey, jwt?.signature ?? Buffer.of())).toBe(true);
  });

  test('rejects another request token, and fails the configured number of times', async () => {
    const tenant = await newTenant({ faults: { oidcUnavailable: { times: 1 } } });
    expect((await ask(tenant, AUDIENCE, 'another')).status).toBe(401);
    expect((await ask(tenant)).status).toBe(503);
    expect((await ask(tenant)).status).toBe(200);
    expect(tenant.counts.oidcTokens).toBe(3);
    expect((await fetch(`${tenant.oidcIssuer}/elsewhere`)).status).toBe(404);
  });
});

describe('Entra', () => {
  test('accepts an OIDC token that matches a federated credential, more than once', async () => {
    const tenant = await newTenant();
    const token = await oidcToken(tenant);
    expect(await codeFor(tenant, token)).toBe('granted');
    expect(await codeFor(tenant, token)).toBe('granted');
  });

  test.each([
    ['subject', { oidc: { subject: SUBJECT.toUpperCase() } }, 700213],
    ['audience', { federatedCredentials: [{ subject: SUBJECT, audience: 'api://other' }] }, 700212],
    ['issuer', { federatedCredentials: [{ subject: SUBJECT, issuer: 'https://other.example' }] }, 700211],
    ['nothing', { federatedCredentials: [] }, 70025],
    ['a credential yet to spread', { faults: { federationPending: { times: 1 } } }, 70021],
    ['an expired token', { oidc: { subject: SUBJECT, lifetime: -301 } }, 700024],
  ])('rejects an OIDC token by %s', async (_what, options, code) => {
    const tenant = await newTenant(options);
    expect(await codeFor(tenant, await oidcToken(tenant))).toBe(code);
  });

  test('rejects an OIDC token that the issuer did not sign', async () => {
    const tenant = await newTenant();
    const token = await oidcToken(tenant);
    expect(await codeFor(tenant, tampered(token, { jti: 'another' }))).toBe(5000811);
    expect(await codeFor(tenant, tampered(token, { sub: 'repo:other/other:ref:refs/heads/main' }))).toBe(700213);
  });

  test('rejects an issuer that publishes no keys, though it is registered', async () => {
    const issuer = 'https://other.example';
    const tenant = await newTenant({
      federatedCredentials: [{ subject: SUBJECT, issuer }],
      oidc: { subject: SUBJECT, issuer },
    });
    expect(await codeFor(tenant, await oidcToken(tenant))).toBe(5000811);
  });

  test('accepts a credential that is registered later', async () => {
    const tenant = await newTenant({ federatedCredentials: [] });
    tenant.federate({ subject: SUBJECT });
    expect(await codeFor(tenant, await oidcToken(tenant))).toBe('granted');
  });
});
