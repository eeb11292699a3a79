import { newCertificate } from '../../src/cli/commands/certificate/new-certificate.ts';
import { writePfx } from '../../src/cli/commands/certificate/pfx-writer.ts';

/** A certificate that every world trusts, and its PFX as a secret contains it. */
export interface Credential {
  /** PEM. */
  readonly certificate: string;
  /** Base64. */
  readonly pfx: string;
  readonly password: string;
}

const PASSWORD = 'simulation';
/** Few, since every run derives the keys of the PFX. */
const ITERATIONS = 500;

let made: Promise<Credential> | undefined;

/** One for the process: a key takes longer to make than a run. It is valid at the time of any world. */
export function credential(): Promise<Credential> {
  return (made ??= newCredential());
}

async function newCredential(): Promise<Credential> {
  const key = await newCertificate({
    commonName: 'Mailbox Report simulation',
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date('2049-12-31T00:00:00Z'),
  });
  const pfx = writePfx(key, PASSWORD, ITERATIONS).toString('base64');
  return { certificate: key.certificate, pfx, password: PASSWORD };
}
