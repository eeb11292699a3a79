import { isRecord, jsonOrUndefined } from '../json.ts';

/** An app-only token for Graph. */
export interface AccessToken {
  /** Secret: goes into the `Authorization` header and nowhere else. */
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The app roles it carries, `[]` when none is consented; undefined where the token is not a JWT that can be read. */
  readonly roles: readonly string[] | undefined;
}

/**
 * The claims of a JWT, unverified: Entra's tokens are opaque by contract, so what stands here may warn early and must
 * never decide. Undefined where it cannot be read.
 */
export function unverifiedClaims(jwt: string): Readonly<Record<string, unknown>> | undefined {
  const parts = jwt.split('.');
  if (parts.length !== 3) return undefined;
  const claims = jsonOrUndefined(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
  return isRecord(claims) ? claims : undefined;
}

/** The app roles of an access token, as `AccessToken.roles` has them. */
export function appRoles(jwt: string): readonly string[] | undefined {
  const claims = unverifiedClaims(jwt);
  if (claims === undefined) return undefined;
  const roles: readonly unknown[] = Array.isArray(claims.roles) ? claims.roles : [];
  return roles.filter((role) => typeof role === 'string');
}
