import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { isObject, parseJson, type JsonObject } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { TestCertificate } from './certificate.ts';

export interface AssertionParts {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly algorithm?: string;
  /** Epoch ms. */
  readonly now?: number;
}

/** A valid assertion with changes. An undefined claim is omitted. */
export async function assertion(
  tenant: Tenant,
  certificate: TestCertificate,
  parts: AssertionParts = {},
): Promise<string> {
  const now = Math.floor((parts.now ?? Date.now()) / 1000);
  const alg = parts.algorithm ?? 'PS256';
  return new SignJWT({
    aud: tokenEndpoint(tenant),
    iss: tenant.clientId,
    sub: tenant.clientId,
    jti: randomUUID(),
    nbf: now,
    iat: now,
    exp: now + 600,
    ...parts.claims,
  })
    .setProtectedHeader({ alg, typ: 'JWT', ...(parts.header ?? { 'x5t#S256': certificate.sha256 }) })
    .sign(certificate.key);
}

export function tokenEndpoint(tenant: Tenant, realm: string = tenant.tenantId): string {
  return `${tenant.authorityHost}/${realm}/oauth2/v2.0/token`;
}

/** The form of a valid token request with changes. An undefined field is omitted. */
export function tokenForm(
  tenant: Tenant,
  clientAssertion: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): URLSearchParams {
  const form = new URLSearchParams();
  const fields: Readonly<Record<string, string | undefined>> = {
    grant_type: 'client_credentials',
    client_id: tenant.clientId,
    scope: `${tenant.graphUrl}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: clientAssertion,
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  return form;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body if it is a JSON object, else an empty object. */
  readonly body: JsonObject;
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: JsonObject = {};
  try {
    const value = parseJson(text);
    if (isObject(value)) body = value;
  } catch {
    // The text says it all.
  }
  return { status: response.status, headers: response.headers, text, body };
}

export async function requestToken(tenant: Tenant, form: URLSearchParams, realm?: string): Promise<Answer> {
  return answerOf(await fetch(tokenEndpoint(tenant, realm), { method: 'POST', body: form }));
}

/** An access token from a valid request. */
export async function signIn(tenant: Tenant, certificate: TestCertificate, claims?: string): Promise<string> {
  const { body, text } = await requestToken(
    tenant,
    tokenForm(tenant, await assertion(tenant, certificate), { claims }),
  );
  if (typeof body.access_token !== 'string') throw new Error(`no token: ${text}`);
  return body.access_token;
}

export async function get(tenant: Tenant, token: string, path: string): Promise<Answer> {
  return answerOf(await fetch(tenant.graphUrl + path, { headers: { authorization: `Bearer ${token}` } }));
}

export async function post(tenant: Tenant, token: string, path: string, body: unknown): Promise<Answer> {
  return answerOf(
    await fetch(tenant.graphUrl + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** A request for an object of Graph, with a JSON body if it has one. `path`: relative to v1.0. */
export async function ask(
  tenant: Tenant,
  token: string,
  request: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const [method = '', ...path] = request.split(' ');
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return answerOf(
    await fetch(`${tenant.graphUrl}/v1.0${path.join(' ')}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...type, ...headers },
      ...content,
    }),
  );
}

/** A batch that reads the settings of these addresses. Its ids are their positions. */
export function batchOf(addresses: readonly string[]): { requests: { id: string; method: string; url: string }[] } {
  return {
    requests: addresses.map((address, position) => ({
      id: String(position),
      method: 'GET',
      url: address.startsWith('$')
        ? `/users('${encodeURIComponent(address)}')/mailboxSettings`
        : `/users/${encodeURIComponent(address)}/mailboxSettings`,
    })),
  };
}
