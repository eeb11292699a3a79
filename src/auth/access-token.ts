import { isGuid, isRecord, jsonOrUndefined } from '../json.ts';
import type { EpochMs } from '../text/numbers.ts';

/** An app-only access token. */
export interface AccessToken {
  /** Secret: sent in the `Authorization` header and nowhere else. */
  readonly value: string;
  readonly expiresAt: EpochMs;
  /** App roles; empty if none is consented, undefined if the token is not a readable JWT. */
  readonly roles: readonly string[] | undefined;
}

/**
 * The claims of a JWT, unverified; undefined if it cannot be read. Microsoft documents access tokens as opaque: use the
 * claims only for warnings.
 */
export function unverifiedClaims(jwt: string): Readonly<Record<string, unknown>> | undefined {
  const parts = jwt.split('.');
  if (parts.length !== 3) return undefined;
  const claims = jsonOrUndefined(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
  return isRecord(claims) ? claims : undefined;
}

/** The ID of the tenant that an access token is for; undefined if it cannot be read. */
export function tenantOf(token: AccessToken | undefined): string | undefined {
  const tid = token && unverifiedClaims(token.value)?.tid;
  return isGuid(tid) ? tid : undefined;
}

/** The app roles of an access token, as in `AccessToken.roles`. */
export function appRoles(jwt: string): readonly string[] | undefined {
  const claims = unverifiedClaims(jwt);
  if (claims === undefined) return undefined;
  const roles: readonly unknown[] = Array.isArray(claims.roles) ? claims.roles : [];
  return roles.filter((role) => typeof role === 'string');
}

/**
 * The claims that the next token request must send, from the `WWW-Authenticate` header of a 401 of Graph: JSON for the
 * token endpoint. Undefined without a claims challenge.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(wwwAuthenticate: string | undefined): string | undefined {
  if (wwwAuthenticate === undefined || !/\berror="?insufficient_claims"?/i.test(wwwAuthenticate)) return undefined;
  const encoded = /\bclaims="([\w+/=-]+)"/i.exec(wwwAuthenticate)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}
