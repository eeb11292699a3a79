import type { Dispatcher } from 'undici';
import { clientAssertion } from './assertion.ts';
import type { ClientCertificate } from './certificate.ts';
import { federatedAssertion, type OidcEndpoint } from './federated.ts';
import { TokenSource } from './token.ts';

const DAY = 86_400_000;
/** From so many days before its end a certificate is warned of. */
export const RENEWAL_DAYS = 30;

/** What every sign-in needs, whatever it proves itself with. */
export interface SignInOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authorityHost: string;
  readonly graphUrl: string;
  readonly dispatcher: Dispatcher;
  /** Epoch ms. */
  readonly now: () => number;
  /** Called with each secret before it is used. */
  readonly mask: (secret: string) => void;
  readonly signal: AbortSignal;
}

export interface SignIn extends SignInOptions {
  readonly certificate: ClientCertificate;
}

export interface FederatedSignIn extends SignInOptions {
  readonly oidc: OidcEndpoint;
  /** What the OIDC token is made for: the cloud's own. */
  readonly audience: string;
}

/** The source of the run's tokens, each asked for with a new assertion of the certificate. Asks for none by itself. */
export function tokensByCertificate({ certificate, ...options }: SignIn): TokenSource {
  return new TokenSource({
    ...options,
    thumbprint: certificate.thumbprint,
    notAfter: certificate.notAfter,
    assertion: (audience) => clientAssertion(certificate, { clientId: options.clientId, audience, now: options.now() }),
  });
}

/** The source of the run's tokens, each asked for with a new OIDC token of GitHub. Asks for none by itself. */
export function tokensByFederation({ oidc, audience, ...options }: FederatedSignIn): TokenSource {
  return new TokenSource({ ...options, assertion: () => federatedAssertion(oidc, audience, options) });
}

/** Whole days until the certificate ends; negative once it has. `now`: epoch ms. */
export function daysLeft(certificate: ClientCertificate, now: number): number {
  return Math.floor((certificate.notAfter.getTime() - now) / DAY);
}

/** What to warn of while there is time: the next run may find the certificate expired. */
export function certificateWarnings(certificate: ClientCertificate, now: number): readonly string[] {
  const left = daysLeft(certificate, now);
  if (left > RENEWAL_DAYS) return certificate.warnings;
  const end = certificate.notAfter.toISOString().slice(0, 10);
  const days = left === 1 ? '1 day' : `${left} days`;
  return [
    ...certificate.warnings,
    `The certificate in "pfx" ends on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new one to the ` +
      'application beside it, then replace the secrets "pfx" and "pfx-password".',
  ];
}

/**
 * Where an administrator grants an application what it asks for.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
export function consentUrl({
  authorityHost,
  tenantId,
  clientId,
}: Pick<SignInOptions, 'authorityHost' | 'tenantId' | 'clientId'>): string {
  return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}
