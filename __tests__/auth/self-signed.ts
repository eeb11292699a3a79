import { createPrivateKey, X509Certificate } from 'node:crypto';
import { type ClientCertificate, clientCertificate, validityOf } from '../../src/auth/certificate.ts';
import { newCertificate } from '../../src/cli/commands/certificate/new-certificate.ts';

const DAY = 86_400_000;

/** A fresh RSA key with a certificate of ten days. */
export async function selfSigned(bits = 2048): Promise<ClientCertificate> {
  const now = Date.now();
  const validity = { notBefore: new Date(now - 60_000), notAfter: new Date(now + 10 * DAY) };
  const pair = await newCertificate({ commonName: 'test', bits, ...validity });
  const certificate = new X509Certificate(pair.certificate);
  const dates = validityOf(certificate);
  if (dates === undefined) throw new Error('the certificate has no dates');
  return clientCertificate(createPrivateKey(pair.privateKey), certificate, dates);
}
