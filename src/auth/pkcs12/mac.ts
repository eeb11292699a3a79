import { createHmac, timingSafeEqual } from 'node:crypto';
import { children, DerError, type Element, integer, octets, oid } from './der.ts';
import type { DerivationBudget } from './derivation-budget.ts';
import { derivePbkdf2, hmacDigest, readPbkdf2 } from './pbkdf2.ts';
import { unsupported } from './errors.ts';
import type { PasswordBytes } from './password.ts';
import { MAC, pkcs12Kdf } from './kdf.ts';

const PBMAC1 = '1.2.840.113549.1.5.14';
const LONGEST_KEY = 1024;

const DIGESTS: Readonly<Record<string, { readonly name: string; readonly length: number }>> = {
  '1.2.840.113549.2.5': { name: 'md5', length: 16 },
  '1.3.14.3.2.26': { name: 'sha1', length: 20 },
  '2.16.840.1.101.3.4.2.4': { name: 'sha224', length: 28 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64 },
};

/**
 * Whether the `MacData` of a PFX fits its content under the password: RFC 7292, section 4, and PBMAC1 of RFC 9579.
 * Throws UserError UNSUPPORTED, DerError.
 */
export function macFits(macData: Element, content: Buffer, password: PasswordBytes, budget: DerivationBudget): boolean {
  const [digestInfo, salt, iterations] = children(macData);
  const [algorithm, expected] = children(digestInfo);
  const mac = octets(expected);
  const [name, parameters] = children(algorithm);
  if (oid(name) === PBMAC1) {
    return keysOfPbmac1(parameters, password, budget).some(({ key, digest }) =>
      equals(hmac(digest, key, content), mac),
    );
  }
  const digest = DIGESTS[oid(name)];
  if (digest === undefined) throw unsupported(`the MAC algorithm ${oid(name)}`);
  const rounds = iterations === undefined ? 1 : integer(iterations);
  if (rounds === 0) throw new DerError('a MAC without iterations');
  return password.pkcs12.some((bytes) => {
    budget.pkcs12(rounds, digest.length, digest.length);
    const key = pkcs12Kdf({
      digest: digest.name,
      digestLength: digest.length,
      purpose: MAC,
      password: bytes,
      salt: octets(salt),
      iterations: rounds,
      length: digest.length,
    });
    return equals(hmac(digest.name, key, content), mac);
  });
}

function keysOfPbmac1(
  parameters: Element | undefined,
  password: PasswordBytes,
  budget: DerivationBudget,
): { key: Buffer; digest: string }[] {
  const [derivation, scheme] = children(parameters);
  const pbkdf2 = readPbkdf2(derivation);
  const digest = hmacDigest(scheme);
  const length = pbkdf2.keyLength ?? digest.length;
  if (length === 0 || length > LONGEST_KEY) throw unsupported(`a MAC key of ${length} bytes`);
  return password.pbkdf2.map((bytes) => ({ key: derivePbkdf2(pbkdf2, bytes, length, budget), digest: digest.name }));
}

function hmac(digest: string, key: Buffer, content: Buffer): Buffer {
  return createHmac(digest, key).update(content).digest();
}

function equals(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
