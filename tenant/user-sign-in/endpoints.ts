import { entraError, entraErrorBody, type EntraError } from '../entra-errors.ts';
import { signingKey } from '../signing.ts';
import type { UserSignIn } from './user-sign-in.ts';

export interface UserEndpoints {
  readonly users: UserSignIn;
  readonly tenantId: string;
  /** Names of the tenant in a path, in lower case. */
  readonly realms: readonly string[];
  readonly authorityHost: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface EntraPage {
  readonly status: number;
  readonly type: 'application/json; charset=utf-8' | 'text/html; charset=utf-8';
  readonly body: string;
}

/** Any account of a tenant, for the sign-in of users. */
export const ANY_TENANT: readonly string[] = ['common', 'organizations'];

/** The response of what Entra serves besides tokens: metadata and the pages of a sign-in. Undefined for another path. */
export async function answerUserEndpoint(
  { method, url, body }: { readonly method: string; readonly url: URL; readonly body: string },
  endpoints: UserEndpoints,
): Promise<EntraPage | undefined> {
  const { users, tenantId, realms, authorityHost } = endpoints;
  if (url.pathname === '/common/discovery/instance') return json(200, instances(url, authorityHost));
  const form = new URLSearchParams(method === 'POST' ? body : url.searchParams);
  if (url.pathname === '/common/oauth2/deviceauth') return html(200, users.deviceCodes.page(form));
  const [, realm = '', path] = /^\/([^/]+)\/(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  const isKnown = [...realms, ...ANY_TENANT].includes(realm.toLowerCase());
  if (path === 'discovery/v2.0/keys') {
    const { publicKey } = await signingKey();
    return json(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'tenant', use: 'sig' }] });
  }
  const isOfTenant = ['v2.0/.well-known/openid-configuration', 'oauth2/v2.0/authorize', 'oauth2/v2.0/devicecode'];
  if (path === undefined || !isOfTenant.includes(path)) return undefined;
  if (!isKnown) return failed(entraError('invalid_tenant', 90002, `Tenant '${realm}' not found.`), endpoints);
  if (path === 'oauth2/v2.0/authorize') {
    const { status, html: content } = users.codes.page(form);
    return html(status, content);
  }
  if (path !== 'oauth2/v2.0/devicecode') return json(200, configuration(realm, tenantId, authorityHost));
  const code = users.deviceCodes.issue(form);
  return typeof code === 'string' ? { ...json(200, {}), body: code } : failed(code, endpoints);
}

/** https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
function configuration(realm: string, tenantId: string, authorityHost: string): object {
  const issuer = ANY_TENANT.includes(realm.toLowerCase()) ? '{tenantid}' : tenantId;
  const endpoint = (path: string): string => `${authorityHost}/${realm}/${path}`;
  return {
    token_endpoint: endpoint('oauth2/v2.0/token'),
    authorization_endpoint: endpoint('oauth2/v2.0/authorize'),
    device_authorization_endpoint: endpoint('oauth2/v2.0/devicecode'),
    end_session_endpoint: endpoint('oauth2/v2.0/logout'),
    jwks_uri: endpoint('discovery/v2.0/keys'),
    issuer: `${authorityHost}/${issuer}/v2.0`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    id_token_signing_alg_values_supported: ['RS256'],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(authorityHost).host,
  };
}

/** What clients ask first of an authority that they do not know. */
function instances(url: URL, authorityHost: string): object {
  const { host } = new URL(authorityHost);
  const asked = URL.parse(url.searchParams.get('authorization_endpoint') ?? '');
  const [, realm = 'common'] = asked?.pathname.split('/') ?? [];
  return {
    tenant_discovery_endpoint: `${authorityHost}/${realm}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

function failed(error: EntraError, { now, authorityHost }: UserEndpoints): EntraPage {
  return { ...json(error.status, {}), body: entraErrorBody(error, now, authorityHost) };
}

function json(status: number, content: object): EntraPage {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(content) };
}

function html(status: number, body: string): EntraPage {
  return { status, type: 'text/html; charset=utf-8', body };
}
