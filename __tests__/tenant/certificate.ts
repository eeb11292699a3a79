import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { newCertificate } from '../../src/cli/commands/certificate/new-certificate.ts';

/** A self-signed certificate, and its key. */
export interface TestCertificate {
  readonly pem: string;
  readonly key: KeyObject;
  /** Base64url, as JWS headers have them. */
  readonly sha256: string;
  readonly sha1: string;
}

const DAY = 86_400_000;

/** Makes a certificate that is valid for 30 days. */
export async function makeCertificate(): Promise<TestCertificate> {
  const now = Date.now();
  const { certificate, privateKey } = await newCertificate({
    commonName: 'Mailbox Report test',
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + 30 * DAY),
  });
  const { raw } = new X509Certificate(certificate);
  return {
    pem: certificate,
    key: createPrivateKey(privateKey),
    sha256: createHash('sha256').update(raw).digest('base64url'),
    sha1: createHash('sha1').update(raw).digest('base64url'),
  };
}
