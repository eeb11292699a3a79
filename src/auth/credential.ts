import { SignJWT } from 'jose/jwt/sign';
import type { Environment } from '../http/proxy.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { ClientCertificate } from './certificate.ts';
import type { Application } from './entra-explanations.ts';
import { expiryText, ExternalToken } from './external-token.ts';
import type { AssertionOptions } from './assertion-options.ts';
import { assertionSource } from './federated.ts';
import { managedIdentity } from './managed-identity.ts';
import type { RequestOptions } from './retry.ts';
import { TokenRequest } from './token-request.ts';
import { TokenSource } from './token-source.ts';

/** What signs in without a certificate. */
export type KeylessCredential =
  | (AssertionOptions & { readonly kind: 'federated' })
  | { readonly kind: 'managed-identity' }
  /** A token from elsewhere, in a variable of the environment. `token` is secret. */
  | { readonly kind: 'access-token'; readonly variable: string; readonly token: string };

/** What an application signs in with. */
export type Credential = { readonly kind: 'certificate'; readonly certificate: ClientCertificate } | KeylessCredential;

/** How requests for tokens are sent. */
export interface Connection extends RequestOptions {
  readonly signal: AbortSignal;
}

/** How an application gets tokens. */
export interface SignIn {
  /** For the log: where, as whom and by what. */
  readonly description: string;
  /** Tokens for Graph, or for Exchange Online if its URL is given. Sends nothing until the first is needed. */
  readonly tokensFor: (exchangeScope?: string) => TokenSource;
}

/** Prepares the sign-in with any credential, and sends nothing. Throws UserError `OIDC_UNAVAILABLE`. */
export function signInWith(
  credential: Credential,
  application: Application,
  connection: Connection & { readonly env: Environment },
): SignIn {
  const { authorityHost, graphUrl, clientId, tenantId } = application;
  const { env, now } = connection;
  const options = { ...application, ...connection };
  const asApplication = `to ${authorityHost} as application ${clientId}`;
  switch (credential.kind) {
    case 'certificate': {
      const { certificate } = credential;
      return {
        description: `${asApplication}, certificate ${certificate.thumbprint}`,
        tokensFor: (exchangeScope) => tokensByCertificate({ ...options, certificate, exchangeScope }),
      };
    }
    case 'federated': {
      const assertions = assertionSource(env, credential);
      const assertion = (): Promise<string> => assertions.get(connection);
      return {
        description: `${asApplication}, ${assertions.name}`,
        tokensFor: (exchangeScope) => new TokenSource(new TokenRequest({ ...options, exchangeScope, assertion }), now),
      };
    }
    case 'managed-identity': {
      const requesterOf = managedIdentity(clientId, tenantId, env, connection);
      const identity = clientId === '' ? 'system-assigned identity' : `user-assigned identity ${clientId}`;
      return {
        description: `with the ${identity} of this machine`,
        tokensFor: (exchangeScope = graphUrl) => new TokenSource(requesterOf(exchangeScope), now),
      };
    }
    case 'access-token': {
      const { variable, token: value } = credential;
      return {
        description: `with the access token in the variable ${variable}${expiryText(value)}`,
        tokensFor: (resource = graphUrl) =>
          new TokenSource(new ExternalToken({ variable, value, resource, tenantId, now }), now),
      };
    }
  }
}

/** Access tokens that are requested with assertions of a certificate. Sends no request until the first is needed. */
export function tokensByCertificate({
  certificate,
  ...options
}: Application &
  Connection & { readonly certificate: ClientCertificate; readonly exchangeScope?: string | undefined }): TokenSource {
  const { clientId, now, newId } = options;
  const request = new TokenRequest({
    ...options,
    thumbprint: certificate.thumbprint,
    notAfter: certificate.notAfter,
    assertion: (audience) => clientAssertion(certificate, { clientId, audience, id: newId(), now: now() }),
  });
  return new TokenSource(request, now);
}

/** Entra ID accepts lifetimes of five to ten minutes. */
const ASSERTION_SECONDS = 600;

/**
 * A client assertion (RFC 7523) as Entra requires it: PS256, with the certificate's SHA-256 thumbprint in `x5t#S256`. Each
 * needs an `id` of its own and can be used once. `audience`: the token endpoint.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function clientAssertion(
  { privateKey, x5tS256 }: ClientCertificate,
  {
    clientId,
    audience,
    id,
    now,
  }: { readonly clientId: string; readonly audience: string; readonly id: string; readonly now: EpochMs },
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ jti: id })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': x5tS256 })
    .setAudience(audience)
    .setIssuer(clientId)
    .setSubject(clientId)
    .setNotBefore(issuedAt)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_SECONDS)
    .sign(privateKey);
}
