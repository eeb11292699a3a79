import { createPublicKey, verify } from 'node:crypto';
import { property, type Json } from './json.ts';
import type { FederatedCredential } from './registrations/application.ts';
import { malformed, timesError } from './certificate-assertion.ts';
import { entraError, type EntraError } from './entra-errors.ts';
import type { KeySet } from './oidc.ts';
import { splitJwt } from './signing.ts';

export interface FederatedContext {
  /** ID and name of the application, as Entra's errors have them. */
  readonly client: string;
  readonly credentials: readonly FederatedCredential[];
  /** The keys that an issuer publishes. */
  readonly keysOf: (issuer: string) => Promise<KeySet | undefined>;
  /** The credential is registered but not yet replicated. */
  readonly pending: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** Whether an assertion is another issuer's token, not one that the application made with a certificate. */
export function isFederated(assertion: string): boolean {
  const jwt = splitJwt(assertion);
  const issuer = property(jwt?.payload, 'iss');
  const names = ['x5t', 'x5t#S256'].some((name) => property(jwt?.header, name) !== undefined);
  return !names && typeof issuer === 'string' && URL.canParse(issuer);
}

/**
 * Checks an assertion of another issuer as Entra does: whether a federated credential of the application has its
 * issuer, subject and audience, character by character, then its signature and its times. Returns the first error.
 */
export async function federatedError(assertion: string, context: FederatedContext): Promise<EntraError | undefined> {
  const jwt = splitJwt(assertion);
  if (jwt === undefined) return malformed("The token must be in JWS 'Compact' serialization format.");
  const { header, payload } = jwt;
  const unknown = recordError(payload, context);
  if (unknown !== undefined) return unknown;
  const keys = (await context.keysOf(text(payload, 'iss')))?.keys ?? [];
  const key = keys.find(({ kid }) => kid === property(header, 'kid'));
  const holds =
    key !== undefined &&
    property(header, 'alg') === 'RS256' &&
    verify('sha256', Buffer.from(jwt.signedText), createPublicKey({ key, format: 'jwk' }), jwt.signature);
  if (!holds) {
    return entraError(
      'invalid_client',
      5000811,
      'Unable to verify token signature. The signing key identifier does not match any valid registered keys.',
    );
  }
  return timesError(payload, context.now);
}

const CHECK =
  'Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation';

function recordError(payload: Json, { client, credentials, pending }: FederatedContext): EntraError | undefined {
  const issuer = text(payload, 'iss');
  const subject = text(payload, 'sub');
  const audience = text(payload, 'aud');
  if (pending) {
    return entraError(
      'invalid_client',
      70021,
      `No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. Assertion Subject: '${subject}'. Assertion Audience: '${audience}'.`,
    );
  }
  if (credentials.length === 0) {
    // https://github.com/dotnet-foundation/projects/issues/503
    return entraError(
      'invalid_client',
      70025,
      `The client ${client} has no configured federated identity credentials.`,
    );
  }
  const none = (code: number, what: string, value: string): EntraError =>
    entraError(
      'invalid_client',
      code,
      `No matching federated identity record found for presented assertion ${what} '${value}'. ${CHECK}`,
    );
  const ofIssuer = credentials.filter((credential) => credential.issuer === issuer);
  if (ofIssuer.length === 0) return none(700211, 'issuer', issuer);
  const ofSubject = ofIssuer.filter((credential) => credential.subject === subject);
  if (ofSubject.length === 0) {
    // Since August 2024, with the text that public reports quote.
    const isCase = ofIssuer.some((credential) => credential.subject.toLowerCase() === subject.toLowerCase());
    return isCase
      ? entraError(
          'invalid_client',
          7002138,
          `No matching federated identity record found for presented assertion subject '${subject}'. The subject matches with ` +
            'case-insensitive comparison, but not with case-sensitive comparison.',
        )
      : none(700213, 'subject', subject);
  }
  return ofSubject.some((credential) => credential.audience === audience)
    ? undefined
    : none(700212, 'audience', audience);
}

function text(payload: Json, claim: string): string {
  const value = property(payload, claim);
  return typeof value === 'string' ? value : '';
}
