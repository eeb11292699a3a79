import { UserError } from '../errors.ts';
import { isGuid } from '../json.ts';
import { appRoles, unverifiedClaims, type AccessToken } from './access-token.ts';
import { clouds } from './clouds.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { TokenRequester } from './token-source.ts';
import { inputName } from '../text/audience.ts';

/** The application IDs of the services in each cloud, which some tokens have as audience. Never of a URL that a user sets. */
export const RESOURCE_IDS: ReadonlyMap<string, string> = new Map(
  Object.values(clouds).flatMap(({ graphUrl, exchangeAudience }) => [
    [graphUrl, '00000003-0000-0000-c000-000000000000'],
    [exchangeAudience, '00000002-0000-0ff1-ce00-000000000000'],
  ]),
);

interface ExternalTokenOptions {
  /** The name of its variable. */
  readonly variable: string;
  /** Secret. */
  readonly value: string;
  /** Origin of the service that the token is sent to. */
  readonly resource: string;
  /** '' if the token decides. */
  readonly tenantId: string;
  readonly now: () => EpochMs;
}

/**
 * An access token from elsewhere, which is sent only to the service that its audience names, and cannot be renewed. Rejects with
 * the UserErrors `ACCESS_TOKEN_UNUSABLE` and `TENANT_DIFFERS`.
 */
export class ExternalToken implements TokenRequester {
  readonly #options: ExternalTokenOptions;

  constructor(options: ExternalTokenOptions) {
    this.#options = options;
  }

  async send(claims?: string): Promise<AccessToken> {
    const { variable, value, resource, tenantId, now } = this.#options;
    const { aud, exp, scp } = unverifiedClaims(value) ?? {};
    const hint =
      `Set ${variable} to a new app-only token for ${resource}: with the Azure CLI, signed in as the application, ` +
      `az account get-access-token --resource ${resource} --query accessToken --output tsv`;
    const unusable = (what: string): UserError =>
      new UserError('ACCESS_TOKEN_UNUSABLE', `The access token in the variable ${variable} ${what}`, { hint });
    if (value === '') throw unusable('is empty or not set.');
    if (typeof aud !== 'string' || typeof exp !== 'number') throw unusable('does not show audience and expiry.');
    const audience = aud.replace(/\/$/, '');
    if (audience !== resource && audience !== RESOURCE_IDS.get(resource)) {
      throw unusable(
        `is for ${JSON.stringify(aud)}, and these reports need one for ${resource}. A token has one audience.`,
      );
    }
    if (scp !== undefined) throw unusable('is of a user, not of an application: it reads no mailboxes of others.');
    const expiresAt = exp * 1000;
    if (expiresAt <= now()) throw unusable(`expired on ${new Date(expiresAt).toISOString()}.`);
    if (claims !== undefined) throw unusable('was revoked: the service demands a new one.');
    requireTenant(value, tenantId);
    return Promise.resolve({ value, expiresAt, roles: appRoles(value) });
  }
}

/** The expiry of a token in words; '' if it cannot be read. */
export function expiryText(token: string): string {
  const exp = unverifiedClaims(token)?.exp;
  return typeof exp === 'number' && Number.isFinite(exp)
    ? `, which expires on ${new Date(exp * 1000).toISOString()}`
    : '';
}

/**
 * Throws the UserError `TENANT_DIFFERS` unless a token shows its tenant, and the tenant is the given one, if it is not ''. For
 * tokens that Entra was not asked for by its tenant.
 */
export function requireTenant(token: string, tenantId: string): void {
  const tid = unverifiedClaims(token)?.tid;
  const tenant = isGuid(tid) ? tid : undefined;
  if (tenant !== undefined && (tenantId === '' || tenant.toLowerCase() === tenantId.toLowerCase())) return;
  const problem = tenant === undefined ? 'does not show its tenant' : `is of tenant ${tenant}`;
  const message = `The access token ${problem}${tenantId === '' ? '' : `, and ${inputName('tenant-id')} is ${tenantId}`}.`;
  const hint = `Correct ${inputName('tenant-id')}, or sign in with an identity of that tenant.`;
  throw new UserError('TENANT_DIFFERS', message, { hint });
}
