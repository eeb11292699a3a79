import { createHash, randomUUID, type X509Certificate } from 'node:crypto';

/** An element of `keyCredentials` in the manifest of an application: a certificate that it may sign in with. */
export interface KeyCredential {
  /** The SHA-1 thumbprint in base64. */
  readonly customKeyIdentifier: string;
  readonly keyId: string;
  readonly type: 'AsymmetricX509Cert';
  readonly usage: 'Verify';
  /** The certificate's DER in base64. */
  readonly value: string;
  readonly startDate: string;
  readonly endDate: string;
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials#register-your-certificate-with-microsoft-identity-platform */
export function keyCredential(certificate: X509Certificate): KeyCredential {
  return {
    customKeyIdentifier: createHash('sha1').update(certificate.raw).digest('base64'),
    keyId: randomUUID(),
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    value: certificate.raw.toString('base64'),
    startDate: new Date(certificate.validFrom).toISOString(),
    endDate: new Date(certificate.validTo).toISOString(),
  };
}
