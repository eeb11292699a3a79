import { hash } from 'node:crypto';

/** What the bytes are for: the ID of RFC 7292, appendix B.3. */
export const KEY = 1;
export const IV = 2;
export const MAC = 3;

export interface Pkcs12Derivation {
  /** Name of the hash for node:crypto. */
  readonly digest: string;
  /** Length of its output in bytes. */
  readonly digestLength: number;
  readonly purpose: typeof KEY | typeof IV | typeof MAC;
  /** UTF-16BE with a final NUL, or nothing at all. */
  readonly password: Buffer;
  readonly salt: Buffer;
  readonly iterations: number;
  /** Wanted bytes. */
  readonly length: number;
}

/** The key derivation of PKCS#12: RFC 7292, appendix B.2, whose letters are kept. */
export function pkcs12Kdf(derivation: Pkcs12Derivation): Buffer {
  const { digest, digestLength, purpose, iterations, length } = derivation;
  const v = digestLength > 32 ? 128 : 64;
  const D = Buffer.alloc(v, purpose);
  const I = Buffer.concat([repeated(derivation.salt, v), repeated(derivation.password, v)]);
  const blocks: Buffer[] = [];
  for (let made = 0; made < length; made += digestLength) {
    let A = hash(digest, Buffer.concat([D, I]), 'buffer');
    for (let round = 1; round < iterations; round++) A = hash(digest, A, 'buffer');
    blocks.push(A);
    const B = Buffer.alloc(v, A);
    for (let block = 0; block < I.length; block += v) addOnePlus(I.subarray(block, block + v), B);
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** Copies of the bytes to the next multiple of `v`. */
function repeated(bytes: Buffer, v: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(v * Math.ceil(bytes.length / v), bytes);
}

/** I_j = (I_j + B + 1) mod 2^v, big-endian, in place. */
function addOnePlus(target: Buffer, addend: Buffer): void {
  let carry = 1;
  for (let at = target.length - 1; at >= 0; at--) {
    carry += (target[at] ?? 0) + (addend[at] ?? 0);
    target[at] = carry & 0xff;
    carry >>= 8;
  }
}
