import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { type ClientCertificate, clientCertificate } from '../../src/auth/certificate.ts';

/** A fresh RSA key with a certificate of ten days. */
export function selfSigned(bits = 2048): ClientCertificate {
  const pem = execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', `rsa:${bits}`, '-nodes', '-keyout', '-', '-subj', '/CN=test', '-days', '10'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return clientCertificate(
    createPrivateKey(pem),
    new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))),
  );
}
