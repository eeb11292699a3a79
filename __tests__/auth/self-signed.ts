import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { type ClientCertificate, clientCertificate, validityOf } from '../../src/auth/certificate.ts';

/** A fresh RSA key with a certificate of ten days. */
export function selfSigned(bits = 2048): ClientCertificate {
  const pem = execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', `rsa:${bits}`, '-nodes', '-keyout', '-', '-subj', '/CN=test', '-days', '10'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')));
  const validity = validityOf(certificate);
  if (validity === undefined) throw new Error('openssl wrote a certificate without dates');
  return clientCertificate(createPrivateKey(pem), certificate, validity);
}
