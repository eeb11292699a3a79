import { unverifiedClaims, type AccessToken } from '../../../auth/access-token.ts';
import type { TokenProvider } from '../../../auth/authorized-client.ts';
import { RESOURCE_IDS } from '../../../auth/external-token.ts';
import { UserError } from '../../../errors.ts';
import { isGuid } from '../../../json.ts';
import type { EpochMs } from '../../../text/numbers.ts';

export const CONSENT_SCOPE = 'AppRoleAssignment.ReadWrite.All';
export const OF_ROLES = 'RoleManagement.ReadWrite.Directory';
/** Older tokens of the Azure CLI have it instead of others: what the user may do, but no directory roles. */
const AS_USER = 'Directory.AccessAsUser.All';

/** The scopes of the administrator's token, least first. https://learn.microsoft.com/graph/permissions-reference */
export interface AdminScopes {
  /** Without it nothing can be made. */
  readonly register: string;
  readonly all: readonly string[];
}

/** The scopes that a set-up needs; with Exchange Online also that of directory roles. */
export function adminScopes(needsDirectoryRole: boolean): AdminScopes {
  const register = 'Application.ReadWrite.All';
  const roles = needsDirectoryRole ? [OF_ROLES] : [];
  return { register, all: [register, CONSENT_SCOPE, 'User.Read', ...roles] };
}

/** A token of an administrator for Microsoft Graph. It stays in memory. */
export interface AdminToken {
  /** Secret. */
  readonly value: string;
  readonly expiresAt: EpochMs;
  /** ID of the tenant. */
  readonly tenantId: string;
  /** Name of the account, or ID of the application, that signed in. */
  readonly account: string;
  /** Where it is from, after "signed in as ... by". */
  readonly source: string;
  /** Those of the wanted scopes that it lacks. */
  readonly lacks: readonly string[];
  /** Whether the consent to its scopes may remain in the tenant. */
  readonly leavesConsent: boolean;
  /** A new sign-in that meets a claims challenge; undefined if its source cannot. */
  readonly renew?: ((claims: string | undefined) => Promise<AdminToken>) | undefined;
}

/**
 * Reads what a token for Microsoft Graph says about itself. Rejects with the UserError `SETUP_SIGN_IN` for a token of another service,
 * cloud or tenant, and for one that has expired.
 *
 * @param tenantId '' if the token decides
 */
export function adminToken(
  value: string,
  source: string,
  { graphUrl, tenantId, scopes, now }: { graphUrl: string; tenantId: string; scopes: AdminScopes; now: EpochMs },
): AdminToken {
  const claims = unverifiedClaims(value) ?? {};
  const { aud, exp, tid, scp, roles } = claims;
  const audience = typeof aud === 'string' ? aud.replace(/\/$/, '') : '';
  if (audience !== graphUrl && audience !== RESOURCE_IDS.get(graphUrl)) {
    throw unusable(
      source,
      `is for ${audience === '' ? 'no audience that it shows' : JSON.stringify(audience)}, not for ${graphUrl}`,
      CLOUD,
    );
  }
  if (typeof exp !== 'number' || exp * 1_000 <= now) throw unusable(source, 'has expired', AGAIN);
  if (!isGuid(tid)) throw unusable(source, 'does not show its tenant', AGAIN);
  // A domain is compared when the tenant has named its domains.
  if (isGuid(tenantId) && tid.toLowerCase() !== tenantId.toLowerCase()) {
    throw unusable(
      source,
      `is of tenant ${tid}, and --tenant-id is ${tenantId}`,
      'Sign in to that tenant, or correct --tenant-id.',
    );
  }
  const held = [...(typeof scp === 'string' ? scp.split(' ') : []), ...(Array.isArray(roles) ? roles.map(String) : [])];
  const account = [claims.upn, claims.unique_name, claims.preferred_username, claims.appid].find(
    (name) => typeof name === 'string',
  );
  return {
    value,
    expiresAt: exp * 1_000,
    tenantId: tid,
    account: typeof account === 'string' ? account : 'an account that the token does not name',
    source,
    lacks: scopes.all.filter(
      (scope) => !held.includes(scope) && !isImplied(scope, held) && !(held.includes(AS_USER) && scope !== OF_ROLES),
    ),
    leavesConsent: false,
  };
}

/** Wider ones, such as `User.Read.All`, and tokens of applications have another name for it. */
function isImplied(scope: string, held: readonly string[]): boolean {
  return scope === 'User.Read' && held.some((name) => /^(?:User|Directory|Organization)\.Read/.test(name));
}

const CLOUD = 'Set --cloud to the cloud of the tenant, or sign in to that cloud ("az cloud set").';
const AGAIN = 'Get a new one, and run the command again.';

function unusable(source: string, what: string, hint: string): UserError {
  return new UserError('SETUP_SIGN_IN', `The token of ${source} ${what}.`, { hint });
}

/** The administrator's token for requests. It is renewed only where a person can sign in again. */
export class AdminTokens implements TokenProvider {
  #token: AdminToken;

  constructor(token: AdminToken) {
    this.#token = token;
  }

  get(): Promise<AccessToken> {
    const { value, expiresAt } = this.#token;
    return Promise.resolve({ value, expiresAt, roles: undefined });
  }

  async renew(_rejected: unknown, claims?: string): Promise<AccessToken> {
    const { renew, source } = this.#token;
    if (renew === undefined) {
      throw unusable(
        source,
        claims === undefined ? 'is rejected by Microsoft Graph' : 'does not meet a Conditional Access policy',
        'Sign in again, and run the command again: it goes on where it stopped. In a browser, setup can do it: run it without the token.',
      );
    }
    this.#token = await renew(claims);
    return this.get();
  }
}
