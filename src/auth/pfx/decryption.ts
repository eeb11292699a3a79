import { createDecipheriv } from 'node:crypto';
import rc2 from 'node-forge/lib/rc2.js';
import util from 'node-forge/lib/util.js';
import { children, DerError, type Element, octets, oid } from './der.ts';
import { unsupported } from './pfx-errors.ts';
import {
  derivePbkdf2,
  IV,
  KEY,
  type PasswordBytes,
  pkcs12Kdf,
  readIterations,
  readPbkdf2,
  SHA1,
} from './key-derivation.ts';

/** A cipher in CBC mode. Lengths are in bytes; `decrypt` does not remove the padding. */
interface Cipher {
  readonly keyLength: number;
  readonly blockLength: number;
  readonly decrypt: (key: Buffer, iv: Buffer, ciphertext: Buffer) => Buffer;
}

const PBES2 = '1.2.840.113549.1.5.13';

/** RFC 8018, appendix B.2, and RFC 3565. */
const PBES2_CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': native('aes-128-cbc', 16, 16),
  '2.16.840.1.101.3.4.1.22': native('aes-192-cbc', 24, 16),
  '2.16.840.1.101.3.4.1.42': native('aes-256-cbc', 32, 16),
  '1.2.840.113549.3.7': native('des-ede3-cbc', 24, 8),
};

/** RFC 7292, appendix C. */
const PKCS12_CIPHERS: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.3': native('des-ede3-cbc', 24, 8),
  '1.2.840.113549.1.12.1.4': twoKeyTripleDes(),
  '1.2.840.113549.1.12.1.5': rc2Cbc(16),
  '1.2.840.113549.1.12.1.6': rc2Cbc(5),
};

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.12.1.1': 'PBE-SHA1-RC4-128',
  '1.2.840.113549.1.12.1.2': 'PBE-SHA1-RC4-40',
  '1.2.840.113549.1.5.3': 'PBE-MD5-DES',
  '1.2.840.113549.1.5.6': 'PBE-MD5-RC2-64',
  '1.2.840.113549.1.5.10': 'PBE-SHA1-DES',
  '1.2.840.113549.1.5.11': 'PBE-SHA1-RC2-64',
  '2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
  '2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
  '1.2.840.113549.3.2': 'RC2-CBC',
};

/**
 * The plaintexts of a ciphertext, lazily, for each form of the password that gives valid padding. A wrong password gives
 * valid padding by chance once in 256 times, so the caller has to check the structure. Throws UserError UNSUPPORTED,
 * DerError.
 */
export function* decryptions(
  algorithm: Element | undefined,
  ciphertext: Buffer,
  password: PasswordBytes,
): Generator<Buffer, void, undefined> {
  const [name, parameters] = children(algorithm);
  const scheme = oid(name);
  const keys = scheme === PBES2 ? pbes2Keys(parameters, password) : pkcs12Keys(scheme, parameters, password);
  for (const { cipher, key, iv } of keys) {
    if (ciphertext.length === 0 || ciphertext.length % cipher.blockLength !== 0) return;
    const text = withoutPadding(cipher.decrypt(key, iv, ciphertext), cipher.blockLength);
    if (text !== undefined) yield text;
  }
}

interface CipherKey {
  readonly cipher: Cipher;
  readonly key: Buffer;
  readonly iv: Buffer;
}

/** RFC 8018, section 6.2. */
function* pbes2Keys(parameters: Element | undefined, password: PasswordBytes): Generator<CipherKey> {
  const [derivation, encryption] = children(parameters);
  const pbkdf2 = readPbkdf2(derivation);
  const [name, ivElement] = children(encryption);
  const cipher = PBES2_CIPHERS[oid(name)];
  if (cipher === undefined) throw unsupported(`the cipher ${NAMES[oid(name)] ?? oid(name)}`);
  const iv = octets(ivElement);
  if (iv.length !== cipher.blockLength) throw new DerError('an initialization vector of the wrong length');
  for (const bytes of password.pbkdf2) yield { cipher, key: derivePbkdf2(pbkdf2, bytes, cipher.keyLength), iv };
}

/** RFC 7292, appendix C. */
function* pkcs12Keys(scheme: string, parameters: Element | undefined, password: PasswordBytes): Generator<CipherKey> {
  const cipher = PKCS12_CIPHERS[scheme];
  if (cipher === undefined) throw unsupported(`the encryption ${NAMES[scheme] ?? scheme}`);
  const [salt, iterations] = children(parameters);
  const shared = { digest: SHA1, salt: octets(salt), iterations: readIterations(iterations) };
  for (const bytes of password.pkcs12) {
    yield {
      cipher,
      key: pkcs12Kdf({ ...shared, password: bytes, purpose: KEY, length: cipher.keyLength }),
      iv: pkcs12Kdf({ ...shared, password: bytes, purpose: IV, length: cipher.blockLength }),
    };
  }
}

function native(name: string, keyLength: number, blockLength: number): Cipher {
  return {
    keyLength,
    blockLength,
    decrypt: (key, iv, ciphertext) => {
      const decipher = createDecipheriv(name, key, iv).setAutoPadding(false);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    },
  };
}

function twoKeyTripleDes(): Cipher {
  const three = native('des-ede3-cbc', 24, 8);
  return {
    ...three,
    keyLength: 16,
    decrypt: (key, iv, ciphertext) => three.decrypt(Buffer.concat([key, key.subarray(0, 8)]), iv, ciphertext),
  };
}

/** OpenSSL 3 has RC2 only in its legacy provider, which Node.js does not load. */
function rc2Cbc(keyLength: number): Cipher {
  return {
    keyLength,
    blockLength: 8,
    decrypt: (key, iv, ciphertext) => {
      const cipher = rc2.createDecryptionCipher(key.toString('latin1'), keyLength * 8);
      cipher.start(iv.toString('latin1'));
      cipher.update(util.createBuffer(ciphertext.toString('latin1')));
      cipher.finish(() => true);
      return Buffer.from(cipher.output.getBytes(), 'latin1');
    },
  };
}

/** RFC 8018, section 6.1.1: the last byte is the number of padding bytes, which are all equal. */
function withoutPadding(text: Buffer, blockLength: number): Buffer | undefined {
  const count = text.at(-1) ?? 0;
  if (count === 0 || count > blockLength || count > text.length) return undefined;
  const end = text.length - count;
  return text.subarray(end).every((byte) => byte === count) ? text.subarray(0, end) : undefined;
}
