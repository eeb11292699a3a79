import { UserError } from '../../../errors.ts';
import { GraphClient } from '../../../graph/graph-client.ts';
import { machineOf } from '../../../http/machine.ts';
import { isObject, property, textIn } from '../../../json.ts';
import { AdminGraph } from './admin-graph.ts';
import { signInAdministrator } from './admin-sign-in.ts';
import { AdminTokens, type AdminScopes, type AdminToken } from './admin-token.ts';
import type { SetupOptions, SetupPlace } from './setup-place.ts';

/** The tenant as the administrator who signed in sees it. */
export interface TenantSession {
  readonly graph: AdminGraph;
  readonly token: AdminToken;
  /** ID, domain and name. */
  readonly tenant: string;
}

/** Signs in and reads the tenant. Rejects as the ways to sign in do, and with the UserError `SETUP_SIGN_IN` for another tenant. */
export async function openTenant(
  options: SetupOptions,
  scopes: AdminScopes,
  { authorityHost, graphUrl, env, dispatcher, terminal, clock }: SetupPlace,
): Promise<TenantSession> {
  const { tenantId = '', accessTokenEnv, deviceCode } = options;
  const signIn = { authorityHost, graphUrl, tenantId, accessTokenEnv, deviceCode, scopes, env, dispatcher, terminal };
  const token = await signInAdministrator(signIn);
  const { signal } = new AbortController();
  const tokens = new AdminTokens(token);
  const client = new GraphClient({ ...machineOf(terminal), graphUrl, dispatcher, signal, tokens });
  const graph = new AdminGraph({ client, graphUrl, clock, progress: terminal.progress });
  const [organization] = await graph.list('/v1.0/organization?$select=id,displayName,verifiedDomains');
  const list = property(organization, 'verifiedDomains');
  const domains = (Array.isArray(list) ? list : []).filter(isObject);
  const names = domains.map((domain) => textIn(domain, 'name').toLowerCase());
  const isOther = tenantId !== '' && ![token.tenantId.toLowerCase(), ...names].includes(tenantId.toLowerCase());
  if (isOther) {
    throw new UserError(
      'SETUP_SIGN_IN',
      `The sign-in is for tenant ${token.tenantId}, which does not have the domain ${tenantId}.`,
      {
        hint: 'Sign in to that tenant, or correct --tenant-id.',
      },
    );
  }
  const usual = domains.find((domain) => property(domain, 'isDefault') === true);
  const domain = textIn(usual, 'name') || (names[0] ?? 'no domain that it shows');
  return { graph, token, tenant: `${token.tenantId}, domain ${domain} (${textIn(organization, 'displayName')})` };
}
