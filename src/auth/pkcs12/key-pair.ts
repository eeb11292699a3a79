import type { KeyObject, X509Certificate } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { thumbprintOf } from '../certificate.ts';
import { pfxError } from './errors.ts';

/** A private key, or the algorithm of one that node:crypto does not know. */
export type FoundKey = KeyObject | { readonly algorithm: string };

export interface Pair {
  readonly privateKey: KeyObject;
  readonly certificate: X509Certificate;
  readonly warnings: readonly string[];
}

/**
 * The RSA key and its certificate among what a PFX holds. They are matched by public key alone: positions and
 * localKeyIDs are what the writing tool made of them.
 *
 * Throws UserError NO_PRIVATE_KEY, NO_CERTIFICATE, KEY_NOT_RSA, KEY_CERT_MISMATCH, MANY_KEYS.
 */
export function pickPair(keys: readonly FoundKey[], certificates: readonly X509Certificate[], now: Date): Pair {
  if (keys.length === 0) {
    throw pfxError('NO_PRIVATE_KEY', 'The PFX in "pfx" holds no private key: it was exported without it.');
  }
  if (certificates.length === 0) {
    throw pfxError('NO_CERTIFICATE', 'The PFX in "pfx" holds a private key but no certificate.');
  }
  const rsaKeys = distinct(
    keys.flatMap((key) => ('algorithm' in key ? [] : key)),
    publicDer,
  ).filter((key) => key.asymmetricKeyType === 'rsa');
  if (rsaKeys.length === 0) {
    const kinds = keys.map((key) => ('algorithm' in key ? key.algorithm : (key.asymmetricKeyType ?? 'unknown')));
    throw pfxError(
      'KEY_NOT_RSA',
      `The private key in the PFX of "pfx" is no RSA key but ${[...new Set(kinds)].join(', ')}.`,
    );
  }
  const found = distinct(certificates, (certificate) => certificate.raw.toString('base64'));
  const pairs = rsaKeys.flatMap((privateKey) => {
    const own = found.filter((certificate) => certificate.checkPrivateKey(privateKey));
    return own.length === 0 ? [] : [{ privateKey, own }];
  });
  const [pair, ...others] = pairs;
  if (pair === undefined) {
    throw pfxError(
      'KEY_CERT_MISMATCH',
      `The private key in the PFX of "pfx" belongs to none of its certificates (${thumbprints(found)}).`,
    );
  }
  if (others.length > 0) {
    const all = pairs.flatMap(({ own }) => own);
    throw pfxError('MANY_KEYS', `The PFX in "pfx" holds ${pairs.length} keys with certificates: ${thumbprints(all)}.`);
  }
  return newest(pair.privateKey, pair.own, now);
}

/** A renewed certificate may share its key with the one before: the one that lasts longest of those valid now is meant. */
function newest(privateKey: KeyObject, own: readonly X509Certificate[], now: Date): Pair {
  const rank = (certificate: X509Certificate): number =>
    certificate.validToDate.getTime() - (certificate.validFromDate > now ? Number.MAX_SAFE_INTEGER : 0);
  const certificate = own.reduce((best, next) => (rank(next) > rank(best) ? next : best));
  const warnings =
    own.length === 1
      ? []
      : [`The PFX holds several certificates of one key (${thumbprints(own)}); ${thumbprintOf(certificate)} is used.`];
  return { privateKey, certificate, warnings };
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
