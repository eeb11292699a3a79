import { createHmac, timingSafeEqual } from 'node:crypto';
import { children, type Element, octets, oid } from './der.ts';
import { unsupported } from './pfx-errors.ts';
import {
  derivePbkdf2,
  type Digest,
  hmacDigest,
  MAC,
  type PasswordBytes,
  pkcs12Kdf,
  readIterations,
  readPbkdf2,
  SHA1,
} from './key-derivation.ts';

const PBMAC1 = '1.2.840.113549.1.5.14';
/** Bytes. RFC 9579 uses the length of the digest: at most 64. */
const MAX_KEY_LENGTH = 1024;

const DIGESTS: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.5': { name: 'md5', length: 16 },
  '1.3.14.3.2.26': SHA1,
  '2.16.840.1.101.3.4.2.4': { name: 'sha224', length: 28 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64 },
};

/**
 * True if the `MacData` of a PFX matches its content and the password: RFC 7292, section 4, and PBMAC1 of RFC 9579.
 * Throws UserError UNSUPPORTED, DerError.
 */
export function macMatches(macData: Element, content: Buffer, password: PasswordBytes): boolean {
  const [digestInfo, salt, iterations] = children(macData);
  const [algorithm, storedDigest] = children(digestInfo);
  const mac = octets(storedDigest);
  const [name, parameters] = children(algorithm);
  if (oid(name) === PBMAC1) return pbmac1Matches(parameters, content, mac, password);
  const digest = DIGESTS[oid(name)];
  if (digest === undefined) throw unsupported(`the MAC algorithm ${oid(name)}`);
  const derivation = {
    digest,
    purpose: MAC,
    salt: octets(salt),
    iterations: iterations === undefined ? 1 : readIterations(iterations),
    length: digest.length,
  } as const;
  return password.pkcs12.some((bytes) =>
    equals(hmac(digest, pkcs12Kdf({ ...derivation, password: bytes }), content), mac),
  );
}

function pbmac1Matches(
  parameters: Element | undefined,
  content: Buffer,
  mac: Buffer,
  password: PasswordBytes,
): boolean {
  const [derivation, scheme] = children(parameters);
  const pbkdf2 = readPbkdf2(derivation);
  const digest = hmacDigest(scheme);
  const length = pbkdf2.keyLength ?? digest.length;
  if (length === 0 || length > MAX_KEY_LENGTH) {
    throw unsupported(`a MAC key of ${Number.isFinite(length) ? length : 'more than 2^48'} bytes`);
  }
  return password.pbkdf2.some((bytes) => equals(hmac(digest, derivePbkdf2(pbkdf2, bytes, length), content), mac));
}

function hmac(digest: Digest, key: Buffer, content: Buffer): Buffer {
  return createHmac(digest.name, key).update(content).digest();
}

function equals(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
