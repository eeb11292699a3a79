import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type ClientCertificate, clientCertificate } from '../certificate.ts';
import { children, DerError, explicit, INTEGER, octets, oid, readElement, SEQUENCE } from './der.ts';
import { DerivationBudget } from './derivation-budget.ts';
import { type Bags, badPassword, openBags } from './bags.ts';
import { onlyCertificate, pfxError, unsupported } from './errors.ts';
import { macFits } from './mac.ts';
import { pickPair } from './key-pair.ts';
import { passwordBytes } from './password.ts';
import { pfxBytes } from './encoding.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/**
 * The certificate and key in a PFX (PKCS#12, RFC 7292), given as the text of a secret or as the file's bytes. Reads what
 * openssl, Windows, .NET, Java and Key Vault write, in the text forms that people store. Its dates are not judged here:
 * see `requireValid`; `now` only chooses among several certificates of one key. `budget` bounds the work.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, NOT_PFX, BAD_PASSWORD, KEY_PASSWORD, NO_PRIVATE_KEY, NO_CERTIFICATE,
 * KEY_NOT_RSA, KEY_CERT_MISMATCH, MANY_KEYS or UNSUPPORTED.
 */
export function readPfx(
  text: string | Buffer,
  password: string,
  now: Date,
  budget = new DerivationBudget(),
): ClientCertificate {
  const bytes = pfxBytes(text);
  try {
    const { keys, certificates } = open(bytes, password, budget);
    const pair = pickPair(keys.flatMap(privateKey), certificates.flatMap(x509), now);
    const made = clientCertificate(pair.privateKey, pair.certificate);
    return { ...made, warnings: [...made.warnings, ...pair.warnings] };
  } catch (error) {
    if (error instanceof DerError) throw notPfx(bytes, error);
    throw error;
  }
}

function open(bytes: Buffer, password: string, budget: DerivationBudget): Bags {
  // Some writers leave zeros or a line break behind the outer element; it alone counts.
  const [version, authSafe, macData] = children(readElement(bytes));
  if (version?.tag !== INTEGER) throw new DerError('no version number');
  const [type, content] = children(authSafe);
  if (oid(type) === SIGNED_DATA) throw unsupported('a signature instead of a password for its integrity');
  if (oid(type) !== DATA) throw new DerError(`content of type ${oid(type)}`);
  const authenticatedSafe = octets(explicit(content));
  const lock = { password: passwordBytes(password), budget };
  if (macData === undefined) return openBags(authenticatedSafe, { ...lock, passwordFits: false });
  if (!macFits(macData, authenticatedSafe, lock.password, budget)) throw badPassword();
  budget.proven();
  return openBags(authenticatedSafe, { ...lock, passwordFits: true });
}

/** None for a key of a kind that node:crypto does not know: it could not sign for Entra anyway. */
function privateKey(pkcs8: Buffer): (KeyObject | { readonly algorithm: string })[] {
  const algorithm = oid(children(children(readElement(pkcs8))[1])[0]);
  try {
    return [createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })];
  } catch {
    if (algorithm === RSA_ENCRYPTION) throw new DerError('the RSA key is damaged');
    return [{ algorithm }];
  }
}

/** None for a certificate that cannot be read: the one that fits the key may be another. */
function x509(der: Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(der)];
  } catch {
    return [];
  }
}

function notPfx(bytes: Buffer, cause: DerError): Error {
  if (bytes[0] === SEQUENCE && x509(bytes).length > 0) return onlyCertificate(cause);
  return pfxError('NOT_PFX', `The input "pfx" is no PFX file: ${guess(bytes)}.`, { cause });
}

function guess(bytes: Buffer): string {
  const magic = bytes.toString('hex', 0, 4);
  if (magic === 'feedfeed' || magic === 'cececece') return 'it is a Java key store of the old kind (JKS)';
  if (bytes[0] !== SEQUENCE) return 'it begins with other bytes than a PFX does';
  return firstTag(bytes) === INTEGER ? 'it is damaged or cut short' : 'it holds something else';
}

function firstTag(bytes: Buffer): number | undefined {
  const first = bytes[1] ?? 0;
  return bytes[2 + (first > 0x80 ? first & 0x7f : 0)];
}
