import { randomUUID } from 'node:crypto';
import { property, type JsonObject } from './json.ts';
import type { Resource } from './resource.ts';
import { signingKey, signJwt, verifyJwt } from './signing.ts';

export interface AccessTokensOptions {
  readonly tenantId: string;
  readonly clock: () => number;
  /** Seconds. */
  readonly lifetime: number;
  /** The claims of a token with their alterations. */
  readonly altered: (claims: JsonObject) => JsonObject;
  /** What a principal may do at an API. */
  readonly grantsOf: (principalId: string, resourceAppId: string) => Grants;
  /** Whether all tokens are refused from this check on, and how. */
  readonly nextCheck: () => { readonly challenges: boolean } | undefined;
}

/** The app roles of an application by name, and the template IDs of directory roles. */
export interface Grants {
  readonly roles: readonly string[];
  readonly directoryRoles: readonly string[];
}

/** The user of a delegated token. */
export interface SignedInUser {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  /** Delegated permissions that were consented to. */
  readonly scopes: readonly string[];
}

export type TokenCheck =
  /** `user`: undefined for an app-only token. */
  | (Grants & { readonly ok: true; readonly clientId: string; readonly user: SignedInUser | undefined })
  /** `challenge`: claims that a new token must be asked for with (continuous access evaluation). */
  | { readonly ok: false; readonly message: string; readonly challenge?: string };

interface Issued extends Grants {
  readonly clientId: string;
  readonly user: SignedInUser | undefined;
  readonly resource: Resource;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Asked for with the claims of a challenge. */
  readonly answersChallenge: boolean;
  revoked: boolean;
}

/** The access tokens of the tenant: issued by Entra's token endpoint, checked by Graph and Exchange. */
export class AccessTokens {
  readonly #options: AccessTokensOptions;
  readonly #issued = new Map<string, Issued>();
  /** Claims that every token must have been asked for with since the last revocation. */
  #challenge: string | undefined;

  constructor(options: AccessTokensOptions) {
    this.#options = options;
  }

  /** An app-only token. https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
  issue(
    principal: { readonly id: string; readonly clientId: string },
    target: { readonly resource: Resource; readonly audience: string },
    claims: string | undefined,
  ): Promise<string> {
    const grants = this.#options.grantsOf(principal.id, target.resource.appId);
    const { roles } = grants;
    const own = {
      appidacr: '2',
      idtyp: 'app',
      oid: principal.id,
      ...(roles.length === 0 ? {} : { roles: [...roles] }),
    };
    return this.#sign(own, target, { ...grants, clientId: principal.clientId, user: undefined }, claims);
  }

  /** A token of a user for an application that the user signed in to. */
  issueToUser(
    user: SignedInUser,
    target: { readonly resource: Resource; readonly audience: string },
    {
      clientId,
      directoryRoles,
      claims,
    }: {
      readonly clientId: string;
      readonly directoryRoles: readonly string[];
      readonly claims: string | undefined;
    },
  ): Promise<string> {
    const own = {
      appidacr: '0',
      idtyp: 'user',
      oid: user.id,
      name: user.displayName,
      upn: user.userPrincipalName,
      unique_name: user.userPrincipalName,
      scp: user.scopes.join(' '),
    };
    return this.#sign(own, target, { roles: [], directoryRoles, clientId, user }, claims);
  }

  async #sign(
    own: JsonObject,
    { resource, audience }: { readonly resource: Resource; readonly audience: string },
    granted: Grants & Pick<Issued, 'clientId' | 'user'>,
    claims: string | undefined,
  ): Promise<string> {
    const { tenantId, lifetime, clock, altered } = this.#options;
    const { directoryRoles, clientId } = granted;
    const now = Math.floor(clock() / 1000);
    const token = signJwt(
      altered({
        aud: audience,
        iss: `https://sts.windows.net/${tenantId}/`,
        iat: now,
        nbf: now,
        exp: now + lifetime,
        appid: clientId,
        ...own,
        tid: tenantId,
        uti: randomUUID(),
        ver: '1.0',
        ...(directoryRoles.length === 0 ? {} : { wids: [...directoryRoles] }),
      }),
      await signingKey(),
    );
    this.#issued.set(token, {
      ...granted,
      resource,
      expiresAt: (now + lifetime) * 1000,
      answersChallenge: claims !== undefined,
      revoked: false,
    });
    return token;
  }

  /** Every token issued so far is refused, and so is each new one that was asked for without the claims of a challenge, if there is one. */
  revokeAll(challenges = true): void {
    const since = String(Math.floor(this.#options.clock() / 1000));
    if (challenges) this.#challenge = JSON.stringify({ access_token: { nbf: { essential: true, value: since } } });
    for (const token of this.#issued.values()) token.revoked = true;
  }

  /** The result of verifying an Authorization header. */
  async check(authorization: string | undefined, resource: Resource): Promise<TokenCheck> {
    const refusal = this.#options.nextCheck();
    if (refusal !== undefined) this.revokeAll(refusal.challenges);
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) return { ok: false, message: 'Access token is empty.' };
    const issued = this.#issued.get(token);
    if (issued === undefined) return { ok: false, message: await this.#whyUnknown(token) };
    if (issued.resource !== resource) {
      return { ok: false, message: 'Access token validation failure. Invalid audience.' };
    }
    if (this.#options.clock() >= issued.expiresAt) {
      return { ok: false, message: 'Lifetime validation failed, the token is expired.' };
    }
    if (issued.revoked || (this.#challenge !== undefined && !issued.answersChallenge)) {
      return {
        ok: false,
        message:
          'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp.',
        ...(this.#challenge === undefined ? {} : { challenge: this.#challenge }),
      };
    }
    const { roles, directoryRoles, clientId, user } = issued;
    return { ok: true, roles, directoryRoles, clientId, user };
  }

  async #whyUnknown(token: string): Promise<string> {
    if (token.split('.').length !== 3) {
      return 'IDX14100: JWT is not well formed, there are no dots (.).';
    }
    const claims = verifyJwt(token, await signingKey());
    return claims === undefined || property(claims, 'tid') === this.#options.tenantId
      ? 'Access token validation failure. Invalid signature.'
      : 'Access token validation failure. Invalid issuer.';
  }
}
