import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import type { ClientCertificate } from './certificate.ts';

/** Entra takes assertions of five to ten minutes. */
const LIFETIME_SECONDS = 600;

export interface AssertionRequest {
  /** The application (client) ID: issuer and subject alike. */
  readonly clientId: string;
  /** The token endpoint that will receive the assertion. */
  readonly audience: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * A client assertion (RFC 7523) signed with the certificate's key as Entra asks for it: PS256, with the SHA-256
 * thumbprint in `x5t#S256`. Each has an identifier of its own, so make a new one for every request.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function clientAssertion(certificate: ClientCertificate, request: AssertionRequest): Promise<string> {
  const issuedAt = Math.floor(request.now / 1000);
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': certificate.x5tS256 })
    .setAudience(request.audience)
    .setIssuer(request.clientId)
    .setSubject(request.clientId)
    .setNotBefore(issuedAt)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .sign(certificate.privateKey);
}
