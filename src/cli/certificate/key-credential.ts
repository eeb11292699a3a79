import { createHash, type X509Certificate } from 'node:crypto';

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

/** The same in the terms of Microsoft Graph, which computes a missing thumbprint itself. */
export interface GraphKeyCredential {
  readonly displayName: string;
  readonly keyId: string;
  readonly type: 'AsymmetricX509Cert';
  readonly usage: 'Verify';
  /** The certificate's DER in base64. */
  readonly key: string;
  readonly startDateTime: string;
  readonly endDateTime: string;
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials#register-your-certificate-with-microsoft-identity-platform */
export function keyCredential(certificate: X509Certificate, keyId: string): KeyCredential {
  return {
    customKeyIdentifier: createHash('sha1').update(certificate.raw).digest('base64'),
    keyId,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    value: certificate.raw.toString('base64'),
    startDate: new Date(certificate.validFrom).toISOString(),
    endDate: new Date(certificate.validTo).toISOString(),
  };
}

/** https://learn.microsoft.com/graph/api/resources/keycredential */
export function graphKeyCredential(certificate: X509Certificate, keyId: string): GraphKeyCredential {
  return {
    displayName: certificate.subject,
    keyId,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    key: certificate.raw.toString('base64'),
    startDateTime: new Date(certificate.validFrom).toISOString(),
    endDateTime: new Date(certificate.validTo).toISOString(),
  };
}
