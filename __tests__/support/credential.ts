import { X509Certificate } from 'node:crypto';
import { thumbprintOf } from '../../src/auth/certificate.ts';
import { newCertificate } from '../../src/cli/commands/certificate/new-certificate.ts';
import { writePfx } from '../../src/cli/commands/certificate/pfx-writer.ts';

/** A certificate of the application in a test tenant, and its PFX as a secret contains it. */
export interface TestCredential {
  /** PEM, for the tenant. */
  readonly certificate: string;
  /** Base64. */
  readonly pfx: string;
  readonly password: string;
  /** SHA-1, as the portal shows it. */
  readonly thumbprint: string;
}

const DAY = 86_400_000;
/** Few, since every run of a test derives the keys of the PFX. */
const ITERATIONS = 500;

/**
 * Creates a certificate that is valid for the given number of days. For 0 it expired yesterday.
 *
 * @param age days since its validity began. The end of one that is valid for a short time is warned of later
 */
export async function newCredential(days = 365, age = 300): Promise<TestCredential> {
  const now = Date.now();
  const password = 'Tr0ub4dor & ünïcode';
  const key = await newCertificate({
    commonName: 'Mailbox Report test',
    notBefore: new Date(now - age * DAY),
    notAfter: new Date(now + (days === 0 ? -1 : days) * DAY + 3_600_000),
  });
  const { certificate } = key;
  return {
    certificate,
    pfx: writePfx(key, password, ITERATIONS).toString('base64'),
    password,
    thumbprint: thumbprintOf(new X509Certificate(certificate)),
  };
}
