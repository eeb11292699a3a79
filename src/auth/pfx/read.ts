import { createPrivateKey, X509Certificate } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { capitalized } from '../../text/display.ts';
import type { ClientCertificate } from '../certificate.ts';
import { badPassword, Bags } from './bags.ts';
import { children, DerError, explicit, INTEGER, octets, oid, readElement } from './der.ts';
import { pfxBytes } from './encoding.ts';
import { pfxError, unsupported } from './pfx-errors.ts';
import { passwordBytes } from './key-derivation.ts';
import { type FoundKey, pickPair } from './key-pair.ts';
import { macMatches } from './mac.ts';
import { errorForFile } from './other-files.ts';
import { inputName } from '../../text/audience.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/**
 * Reads the certificate and its private key from a PFX (PKCS#12, RFC 7292).
 *
 * Opens the files of openssl, LibreSSL, NSS, Windows, .NET, Java and Key Vault. Own code, because node-forge opens fewer
 * than three quarters of such files. Does not check the validity dates (`requireValid` does); `now` only selects among
 * several certificates of one key.
 *
 * @param input the text of a secret, in any of the forms that `pfxBytes` accepts, or the bytes of the file.
 * @throws UserError EMPTY, NOT_BASE64, IS_PEM, NOT_PFX, BAD_PASSWORD, KEY_PASSWORD, NO_PRIVATE_KEY, NO_CERTIFICATE,
 * KEY_NOT_RSA, KEY_TOO_SHORT, KEY_DAMAGED, CERTIFICATE_DAMAGED, KEY_CERT_MISMATCH, MANY_KEYS or UNSUPPORTED.
 */
export function readPkcs12(input: string | Buffer, password: string, now: Date): ClientCertificate {
  const bytes = pfxBytes(input);
  const trimmed = password.trim();
  try {
    return pairIn(bytes, password, now);
  } catch (error) {
    if (error instanceof DerError) throw errorForFile(bytes, error);
    if (trimmed === password || !(error instanceof UserError) || error.code !== 'BAD_PASSWORD') throw error;
  }
  const ends = `${inputName('pfx-password')} has blanks or a line break at its ends`;
  try {
    const pair = pairIn(bytes, trimmed, now);
    return { ...pair, warnings: [...pair.warnings, `${ends}: the password without them opens the PFX.`] };
  } catch (error) {
    if (error instanceof UserError && error.code === 'BAD_PASSWORD')
      throw badPassword(` ${capitalized(ends)}; without them, it does not open it either.`);
    throw error;
  }
}

function pairIn(bytes: Buffer, password: string, now: Date): ClientCertificate {
  const { keys, certificates } = open(bytes, password);
  return pickPair(keys.map(parseKey), certificates.map(parseCertificate), now);
}

function open(bytes: Buffer, password: string): Bags {
  // Some writers append zeros or a line break: only the outer element is read.
  const [version, authSafe, macData] = children(readElement(bytes));
  if (version?.tag !== INTEGER) throw new DerError('no version number');
  const [type, content] = children(authSafe);
  if (oid(type) === SIGNED_DATA) throw unsupported('a digital signature instead of a password for its integrity');
  if (oid(type) !== DATA) throw new DerError(`content of type ${oid(type)}`);
  const authenticatedSafe = octets(explicit(content));
  const forms = passwordBytes(password);
  if (macData !== undefined && !macMatches(macData, authenticatedSafe, forms)) throw badPassword();
  const bags = new Bags(forms, macData !== undefined);
  bags.add(authenticatedSafe);
  return bags;
}

/** The algorithm alone if node:crypto does not support the key. Throws UserError KEY_DAMAGED for an RSA key. */
function parseKey(pkcs8: Buffer): FoundKey {
  const algorithm = oid(children(children(readElement(pkcs8))[1])[0]);
  try {
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    if (algorithm !== RSA_ENCRYPTION) return { algorithm };
    throw pfxError('KEY_DAMAGED', `The private key in the PFX of ${inputName('pfx')} is damaged: it cannot be read.`, {
      cause,
    });
  }
}

/** Undefined for a certificate that cannot be read: the certificate of the key may be another. */
function parseCertificate(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}
