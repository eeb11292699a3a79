import { constants, createPublicKey, type KeyObject, sign, verify, type X509Certificate } from 'node:crypto';
import { type ClientCertificate, clientCertificate, thumbprintOf, type Validity, validityOf } from '../certificate.ts';
import { pfxError } from './pfx-errors.ts';
import { inputName } from '../../text/audience.ts';

/** A private key, or the object identifier of an algorithm that node:crypto does not support. */
export type FoundKey = KeyObject | { readonly algorithm: string };

/** Entra ID requires it, and so does PS256: RFC 7518, section 3.5. */
const MIN_BITS = 2048;

/**
 * Selects the RSA key and its certificate among the contents of a PFX. Keys and certificates are matched by public key
 * alone: writers differ in their order and in localKeyID.
 *
 * @param certificates undefined for each that cannot be read.
 * @throws UserError NO_PRIVATE_KEY, NO_CERTIFICATE, KEY_NOT_RSA, KEY_TOO_SHORT, KEY_DAMAGED, CERTIFICATE_DAMAGED,
 * KEY_CERT_MISMATCH, MANY_KEYS.
 */
export function pickPair(
  keys: readonly FoundKey[],
  certificates: readonly (X509Certificate | undefined)[],
  now: Date,
): ClientCertificate {
  if (keys.length === 0) {
    throw pfxError(
      'NO_PRIVATE_KEY',
      `The PFX in ${inputName('pfx')} contains no private key: it was exported without it.`,
    );
  }
  if (certificates.length === 0) {
    throw pfxError('NO_CERTIFICATE', `The PFX in ${inputName('pfx')} contains a private key but no certificate.`);
  }
  const rsaKeys = distinct(
    keys.flatMap((key) => ('algorithm' in key ? [] : key)),
    publicDer,
  ).filter((key) => key.asymmetricKeyType === 'rsa');
  if (rsaKeys.length === 0) {
    const kinds = new Set(keys.map(kindOf));
    throw pfxError(
      'KEY_NOT_RSA',
      `The private key in the PFX of ${inputName('pfx')} is not an RSA key: ${[...kinds].join(', ')}.`,
    );
  }
  const readable = distinct(
    certificates.flatMap((certificate) => certificate ?? []),
    (certificate) => certificate.raw.toString('base64'),
  );
  const pairs = rsaKeys.flatMap((privateKey) => {
    const keyCertificates = readable.filter((certificate) => certificate.checkPrivateKey(privateKey));
    return keyCertificates.length === 0 ? [] : [{ privateKey, keyCertificates }];
  });
  const [pair, ...rest] = pairs;
  if (pair === undefined) throw noPair(readable, readable.length < certificates.length);
  if (rest.length > 0) {
    const all = thumbprints(pairs.flatMap(({ keyCertificates }) => keyCertificates));
    throw pfxError(
      'MANY_KEYS',
      `The PFX in ${inputName('pfx')} contains ${pairs.length} keys with certificates: ${all}.`,
    );
  }
  const { certificate, validity, warnings } = longestValid(pair.keyCertificates, now);
  requireUsableKey(pair.privateKey, certificate);
  return clientCertificate(pair.privateKey, certificate, validity, warnings);
}

function noPair(readable: readonly X509Certificate[], someDamaged: boolean): Error {
  if (readable.length === 0) {
    return pfxError(
      'CERTIFICATE_DAMAGED',
      `The certificate in the PFX of ${inputName('pfx')} is damaged: it cannot be read.`,
    );
  }
  const message = `The private key in the PFX of ${inputName('pfx')} belongs to none of its certificates (${thumbprints(readable)})`;
  return someDamaged
    ? pfxError('CERTIFICATE_DAMAGED', `${message}, and another certificate is damaged.`)
    : pfxError('KEY_CERT_MISMATCH', `${message}.`);
}

/** Renewed certificates may share one key: the certificate that is valid now and expires last is selected. */
function longestValid(
  keyCertificates: readonly X509Certificate[],
  now: Date,
): { readonly certificate: X509Certificate; readonly validity: Validity; readonly warnings: readonly string[] } {
  const dated = keyCertificates.flatMap((certificate) => {
    const validity = validityOf(certificate);
    return validity === undefined ? [] : [{ certificate, validity }];
  });
  const [first, ...rest] = dated;
  if (first === undefined) {
    throw pfxError(
      'CERTIFICATE_DAMAGED',
      `The validity dates of the certificate in the PFX of ${inputName('pfx')} cannot be read. Its thumbprint is ${thumbprints(keyCertificates)}.`,
    );
  }
  const rank = ({ notBefore, notAfter }: Validity): number =>
    notAfter.getTime() - (notBefore > now ? Number.MAX_SAFE_INTEGER : 0);
  const best = rest.reduce((one, other) => (rank(other.validity) > rank(one.validity) ? other : one), first);
  if (keyCertificates.length === 1) return { ...best, warnings: [] };
  const thumbprint = thumbprintOf(best.certificate);
  return {
    ...best,
    warnings: [
      `The PFX contains several certificates of one key (${thumbprints(keyCertificates)}). ${thumbprint} is used.`,
    ],
  };
}

/** Signs once, because a file without a MAC may open although its key is damaged. */
function requireUsableKey(privateKey: KeyObject, certificate: X509Certificate): void {
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  const of = `certificate ${thumbprintOf(certificate)} in the PFX of ${inputName('pfx')}`;
  if (bits < MIN_BITS) {
    throw pfxError('KEY_TOO_SHORT', `The RSA key of ${of} has ${bits} bits. Entra ID requires ${MIN_BITS} or more.`);
  }
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const probe = Buffer.from('mailbox-report');
  let cause: unknown;
  try {
    const signature = sign('sha256', probe, { key: privateKey, ...pss });
    if (verify('sha256', probe, { key: certificate.publicKey, ...pss }, signature)) return;
  } catch (error) {
    cause = error;
  }
  throw pfxError('KEY_DAMAGED', `The private key of ${of} is damaged: it cannot sign.`, { cause });
}

function kindOf(key: FoundKey): string {
  if ('algorithm' in key) return `algorithm ${key.algorithm}`;
  const type = key.asymmetricKeyType ?? 'unknown';
  return type === 'rsa-pss' ? 'it is restricted to RSA-PSS (id-RSASSA-PSS), and plain rsaEncryption is required' : type;
}

function distinct<T>(all: readonly T[], identity: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [identity(one), one])).values()];
}

function publicDer(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}

function thumbprints(certificates: readonly X509Certificate[]): string {
  return certificates.map(thumbprintOf).join(', ');
}
