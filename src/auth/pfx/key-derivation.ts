import { hash, pbkdf2Sync } from 'node:crypto';
import { children, DerError, type Element, INTEGER, integer, octets, oid, SEQUENCE } from './der.ts';
import { unsupported } from './pfx-errors.ts';

/** The encodings of a password that PKCS#12 writers use, the most frequent first. */
export interface PasswordBytes {
  /** For the key derivation of PKCS#12. */
  readonly pkcs12: readonly Buffer[];
  /** For PBKDF2. */
  readonly pbkdf2: readonly Buffer[];
}

export interface Digest {
  /** Name for node:crypto. */
  readonly name: string;
  /** Bytes. */
  readonly length: number;
}

/** `PBKDF2-params` of RFC 8018, appendix A.2. */
interface Pbkdf2 {
  readonly salt: Buffer;
  readonly iterations: number;
  readonly keyLength: number | undefined;
  readonly digest: Digest;
}

/** What the derived bytes are for: the ID of RFC 7292, appendix B.3. */
export const KEY = 1;
export const IV = 2;
export const MAC = 3;

interface Pkcs12Derivation {
  readonly digest: Digest;
  readonly purpose: typeof KEY | typeof IV | typeof MAC;
  /** As `bmpPassword` encodes it, or no bytes at all. */
  readonly password: Buffer;
  readonly salt: Buffer;
  readonly iterations: number;
  /** Bytes to derive. */
  readonly length: number;
}

/** Some seconds of work; current tools write 2,048 to 600,000. A damaged or crafted count of 2^31 must not hang the run. */
const MAX_ITERATIONS = 1_000_000;

const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
export const SHA1: Digest = { name: 'sha1', length: 20 };

/** HMACs by object identifier: RFC 8018, appendix B.1. */
const HMACS: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.7': SHA1,
  '1.2.840.113549.2.8': { name: 'sha224', length: 28 },
  '1.2.840.113549.2.9': { name: 'sha256', length: 32 },
  '1.2.840.113549.2.10': { name: 'sha384', length: 48 },
  '1.2.840.113549.2.11': { name: 'sha512', length: 64 },
  '1.2.840.113549.2.13': { name: 'sha512-256', length: 32 },
};

/**
 * The byte forms of a password. Besides those of the RFCs these are: UTF-8 bytes taken as characters (LibreSSL, OpenSSL
 * 1.0), Latin-1 and BMPString for PBKDF2 (old NSS), no bytes for an empty password (some Microsoft exports), and each
 * Unicode normalization, because macOS and Windows type accented letters differently.
 */
export function passwordBytes(password: string): PasswordBytes {
  const spellings = [...new Set([password, password.normalize('NFC'), password.normalize('NFD')])];
  const bmp = spellings.map(bmpPassword);
  const utf8 = spellings.map((text) => Buffer.from(text, 'utf8'));
  const isLatin1 = /^[\0-\xff]*$/.test(password);
  return {
    pkcs12: distinct([
      ...bmp,
      ...utf8.map((bytes) => bmpPassword(bytes.toString('latin1'))),
      ...(password === '' ? [Buffer.alloc(0)] : []),
    ]),
    pbkdf2: distinct([...utf8, ...(isLatin1 ? [Buffer.from(password, 'latin1')] : []), ...bmp]),
  };
}

/** UTF-16BE with a final NUL: RFC 7292, appendix B.1. */
export function bmpPassword(password: string): Buffer {
  return Buffer.from(`${password}\0`, 'utf16le').swap16();
}

/** An iteration count. Throws UserError UNSUPPORTED above 1,000,000, DerError for 0. */
export function readIterations(element: Element | undefined): number {
  const iterations = integer(element);
  if (iterations === 0) throw new DerError('a key derivation with 0 iterations');
  if (iterations <= MAX_ITERATIONS) return iterations;
  const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'more than 2^48';
  throw unsupported(
    `${count} iterations of a key derivation (the maximum is ${MAX_ITERATIONS.toLocaleString('en-US')})`,
  );
}

/** The HMAC of an algorithm identifier. Throws UserError UNSUPPORTED, DerError. */
export function hmacDigest(algorithm: Element | undefined): Digest {
  const name = oid(children(algorithm)[0]);
  const digest = HMACS[name];
  if (digest === undefined) throw unsupported(`the HMAC ${name}`);
  return digest;
}

/** Reads the algorithm identifier of a key derivation. Throws UserError UNSUPPORTED, DerError. */
export function readPbkdf2(algorithm: Element | undefined): Pbkdf2 {
  const [name, parameters] = children(algorithm);
  const derivation = oid(name);
  if (derivation !== PBKDF2) {
    throw unsupported(`the key derivation ${derivation === SCRYPT ? 'scrypt' : derivation}`);
  }
  const [salt, iterations, ...optional] = children(parameters);
  const keyLength = optional.find(({ tag }) => tag === INTEGER);
  const prf = optional.find(({ tag }) => tag === SEQUENCE);
  return {
    salt: octets(salt),
    iterations: readIterations(iterations),
    keyLength: keyLength === undefined ? undefined : integer(keyLength),
    digest: prf === undefined ? SHA1 : hmacDigest(prf),
  };
}

/** RFC 8018, section 5.2. `length`: bytes to derive. */
export function derivePbkdf2({ salt, iterations, digest }: Pbkdf2, password: Buffer, length: number): Buffer {
  return pbkdf2Sync(password, salt, iterations, length, digest.name);
}

/** The key derivation of PKCS#12, with the letters of RFC 7292, appendix B.2. Node.js has no native function for it. */
export function pkcs12Kdf({ digest, purpose, password, salt, iterations, length }: Pkcs12Derivation): Buffer {
  const v = digest.length > 32 ? 128 : 64;
  const D = Buffer.alloc(v, purpose);
  const I = Buffer.concat([repeated(salt, v), repeated(password, v)]);
  const blocks: Buffer[] = [];
  for (let derived = 0; derived < length; derived += digest.length) {
    const A = hash(digest.name, Buffer.concat([D, I]), 'buffer');
    // A string result costs 0.36 µs a round, a new Buffer 1.3 µs.
    for (let round = 1; round < iterations; round++) A.write(hash(digest.name, A, 'binary'), 'latin1');
    blocks.push(A);
    const B = Buffer.alloc(v, A);
    for (let block = 0; block < I.length; block += v) addOnePlus(I.subarray(block, block + v), B);
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** Copies of the bytes up to the next multiple of `v`. */
function repeated(bytes: Buffer, v: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(v * Math.ceil(bytes.length / v), bytes);
}

/** I_j = (I_j + B + 1) mod 2^v, big-endian, in place. */
function addOnePlus(target: Buffer, addend: Buffer): void {
  let carry = 1;
  for (let index = target.length - 1; index >= 0; index--) {
    carry += (target[index] ?? 0) + (addend[index] ?? 0);
    target[index] = carry & 0xff;
    carry >>= 8;
  }
}

function distinct(forms: readonly Buffer[]): Buffer[] {
  return [...new Map(forms.map((form) => [form.toString('hex'), form])).values()];
}
