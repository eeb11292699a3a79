import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A self-signed certificate and its key, made for one test run. */
export interface TestCertificate {
  readonly pem: string;
  readonly keyPem: string;
  readonly key: KeyObject;
  /** Base64url, as JWS headers have them. */
  readonly sha256: string;
  readonly sha1: string;
}

/** @param validity what openssl is told about its times, such as `['-days', '30']` */
export function makeCertificate(validity: readonly string[] = ['-days', '30']): TestCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-certificate-'));
  try {
    const keyFile = join(folder, 'key.pem');
    const certificateFile = join(folder, 'certificate.pem');
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-noenc',
        '-keyout',
        keyFile,
        '-out',
        certificateFile,
        ...subject,
        ...validity,
      ],
      { stdio: 'pipe' },
    );
    const pem = readFileSync(certificateFile, 'utf8');
    const keyPem = readFileSync(keyFile, 'utf8');
    const { raw } = new X509Certificate(pem);
    return {
      pem,
      keyPem,
      key: createPrivateKey(keyPem),
      sha256: createHash('sha256').update(raw).digest('base64url'),
      sha1: createHash('sha1').update(raw).digest('base64url'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
