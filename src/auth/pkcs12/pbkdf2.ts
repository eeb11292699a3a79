import { pbkdf2Sync } from 'node:crypto';
import { children, DerError, type Element, INTEGER, integer, octets, oid, SEQUENCE } from './der.ts';
import type { DerivationBudget } from './derivation-budget.ts';
import { unsupported } from './errors.ts';

/** What `PBKDF2-params` of RFC 8018, appendix A.2, says. */
export interface Pbkdf2 {
  readonly salt: Buffer;
  readonly iterations: number;
  readonly keyLength: number | undefined;
  readonly digest: HmacDigest;
}

export interface HmacDigest {
  /** For node:crypto. */
  readonly name: string;
  readonly length: number;
}

const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

/** HMACs by object identifier: RFC 8018, appendix B.1. */
const HMACS: Readonly<Record<string, HmacDigest>> = {
  '1.2.840.113549.2.7': { name: 'sha1', length: 20 },
  '1.2.840.113549.2.8': { name: 'sha224', length: 28 },
  '1.2.840.113549.2.9': { name: 'sha256', length: 32 },
  '1.2.840.113549.2.10': { name: 'sha384', length: 48 },
  '1.2.840.113549.2.11': { name: 'sha512', length: 64 },
  '1.2.840.113549.2.13': { name: 'sha512-256', length: 32 },
};
const SHA1: HmacDigest = { name: 'sha1', length: 20 };

/** The HMAC that an algorithm identifier names. Throws UserError UNSUPPORTED, DerError. */
export function hmacDigest(algorithm: Element | undefined): HmacDigest {
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
  const rounds = integer(iterations);
  if (rounds === 0) throw new DerError('a key derivation without iterations');
  return {
    salt: octets(salt),
    iterations: rounds,
    keyLength: keyLength === undefined ? undefined : integer(keyLength),
    digest: prf === undefined ? SHA1 : hmacDigest(prf),
  };
}

/** Throws UserError UNSUPPORTED where the budget does not allow it. */
export function derivePbkdf2(pbkdf2: Pbkdf2, password: Buffer, length: number, budget: DerivationBudget): Buffer {
  const { salt, iterations, digest } = pbkdf2;
  budget.pbkdf2(iterations, length, digest.length);
  return pbkdf2Sync(password, salt, iterations, length, digest.name);
}
