import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import type { CopyText } from '../errors.ts';
import { DAY_MS, type EpochMs } from '../text/numbers.ts';
import type { ClientCertificate } from './certificate.ts';
import type { AssertionSource } from './federated.ts';
import { TokenRequest, type TokenRequestOptions } from './token-request.ts';
import { TokenSource } from './token-source.ts';

/** The run warns of a certificate that expires within this many days. */
export const RENEWAL_DAYS = 30;

export interface SignInOptions extends Omit<TokenRequestOptions, 'assertion' | 'thumbprint' | 'notAfter'> {
  readonly signal: AbortSignal;
}

/** Access tokens that are requested with assertions of a certificate. Sends no request until the first is needed. */
export function tokensByCertificate({
  certificate,
  ...options
}: SignInOptions & { readonly certificate: ClientCertificate }): TokenSource {
  const request = new TokenRequest({
    ...options,
    thumbprint: certificate.thumbprint,
    notAfter: certificate.notAfter,
    assertion: (audience) => clientAssertion(certificate, { clientId: options.clientId, audience, now: options.now() }),
  });
  return new TokenSource(request, options.now);
}

/** Access tokens that are requested with assertions of another issuer. Sends no request until the first is needed. */
export function tokensByFederation({
  assertions,
  ...options
}: SignInOptions & { readonly assertions: AssertionSource }): TokenSource {
  return new TokenSource(new TokenRequest({ ...options, assertion: () => assertions.get(options) }), options.now);
}

/** Whole days until the certificate expires; negative afterwards. */
export function daysLeft(certificate: Pick<ClientCertificate, 'notAfter'>, now: EpochMs): number {
  return Math.floor((certificate.notAfter.getTime() - now) / DAY_MS);
}

/** Warnings about the PFX, and about a certificate that expires soon. */
export function certificateWarnings(certificate: ClientCertificate, now: EpochMs): readonly string[] {
  const left = daysLeft(certificate, now);
  if (left > RENEWAL_DAYS) return certificate.warnings;
  const end = certificate.notAfter.toISOString().slice(0, 10);
  const days = left === 1 ? '1 day' : `${left} days`;
  return [
    ...certificate.warnings,
    `The certificate in "pfx" expires on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new certificate ` +
      'to the application, then replace "pfx" and "pfx-password".',
  ];
}

const ASSIGN =
  'Assign them to the managed identity as app roles of Microsoft Graph, which only a command can: see docs/setup.md.';
const ADD =
  'Add the missing permissions under API permissions > Microsoft Graph > Application permissions, and let an ' +
  'administrator grant consent there or';

/** How to grant missing permissions of Graph, as a sentence. */
export function grantText(app: Consented, isManagedIdentity: boolean): string {
  return isManagedIdentity ? ASSIGN : `${ADD} at ${consentUrl(app)} .`;
}

/** The same with the page of consent to open. */
export function grantSteps(
  app: Consented,
  isManagedIdentity: boolean,
): { readonly hint: string; readonly copy: readonly CopyText[] } {
  if (isManagedIdentity) return { hint: ASSIGN, copy: [] };
  return { hint: `${ADD} by the link.`, copy: [{ label: 'Grant admin consent', text: consentUrl(app), isLink: true }] };
}

type Consented = Pick<SignInOptions, 'authorityHost' | 'tenantId' | 'clientId'>;

/**
 * The page where an administrator grants an application the permissions that it requests.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
export function consentUrl({ authorityHost, tenantId, clientId }: Consented): string {
  return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}

/** Entra ID accepts lifetimes of five to ten minutes. */
const ASSERTION_SECONDS = 600;

/**
 * A client assertion (RFC 7523) as Entra requires it: PS256, with the certificate's SHA-256 thumbprint in `x5t#S256`. Each
 * has an identifier of its own and can be used once. `audience`: the token endpoint.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function clientAssertion(
  { privateKey, x5tS256 }: ClientCertificate,
  { clientId, audience, now }: { readonly clientId: string; readonly audience: string; readonly now: EpochMs },
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': x5tS256 })
    .setAudience(audience)
    .setIssuer(clientId)
    .setSubject(clientId)
    .setNotBefore(issuedAt)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_SECONDS)
    .sign(privateKey);
}
