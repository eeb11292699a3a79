import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import type { ClientCertificate } from './certificate.ts';

/** Entra ID accepts lifetimes of five to ten minutes. */
const ASSERTION_SECONDS = 600;

/**
 * A client assertion (RFC 7523) as Entra requires it: PS256, with the certificate's SHA-256 thumbprint in `x5t#S256`. Each
 * has an identifier of its own and can be used once. `audience`: the token endpoint. `now`: epoch ms.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function clientAssertion(
  { privateKey, x5tS256 }: ClientCertificate,
  { clientId, audience, now }: { readonly clientId: string; readonly audience: string; readonly now: number },
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
