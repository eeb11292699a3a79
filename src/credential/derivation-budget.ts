import { unsupported } from './pfx-errors.ts';

/** Rounds over the whole file, of PBKDF2 in node:crypto and of the PKCS#12 derivation, hashed from JavaScript. */
interface Rounds {
  readonly pbkdf2: number;
  readonly pkcs12: number;
}

/**
 * Less than a second's work, also for a file that somebody crafted or a transfer damaged. 600,000 rounds a key are met
 * in practice, and an empty password is tried in two forms.
 */
const UNPROVEN: Rounds = { pbkdf2: 5_000_000, pkcs12: 1_200_000 };
/** Key, IV and certificates of a file with 600,000 rounds of the PKCS#12 derivation, which take some seconds. */
const PROVEN: Rounds = { pbkdf2: 10_000_000, pkcs12: 5_000_000 };

/** HMAC-SHA-384 and 512 take about three times as long as the shorter ones. */
const WIDE_DIGEST = 32;
const WIDE_COST = 3;

/**
 * Bounds what a file can make its reader do: a count of 2^31 rounds would hang it. Asked before any derivation, and
 * counts over the whole file, for it may hold many small ones.
 */
export class DerivationBudget {
  #most = UNPROVEN;
  #pbkdf2 = UNPROVEN.pbkdf2;
  #pkcs12 = UNPROVEN.pkcs12;

  /** To be told when the MAC fits: who knows the password made the file, whole, and it may cost more. */
  proven(): void {
    this.#most = PROVEN;
    this.#pbkdf2 = PROVEN.pbkdf2;
    this.#pkcs12 = PROVEN.pkcs12;
  }

  /** For `length` bytes of key from HMACs of `digestLength` bytes. Throws UserError UNSUPPORTED. */
  pbkdf2(iterations: number, length: number, digestLength: number): void {
    const cost = digestLength > WIDE_DIGEST ? WIDE_COST : 1;
    this.#pbkdf2 -= iterations * Math.ceil(length / digestLength) * cost;
    if (this.#pbkdf2 < 0) throw tooMany(iterations, this.#most.pbkdf2);
  }

  /** For `length` bytes of key from hashes of `digestLength` bytes. Throws UserError UNSUPPORTED. */
  pkcs12(iterations: number, length: number, digestLength: number): void {
    this.#pkcs12 -= iterations * Math.ceil(length / digestLength);
    if (this.#pkcs12 < 0) throw tooMany(iterations, this.#most.pkcs12);
  }
}

function tooMany(iterations: number, most: number): Error {
  const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'endless';
  return unsupported(`a key derivation of ${count} iterations (at most ${most.toLocaleString('en-US')} in all)`);
}
