import { unsupported } from './errors.ts';

/**
 * What a file may cost its reader, all derivations together, in rounds of PBKDF2 with HMAC-SHA-1 or 256: some 130 ns
 * each. Half a second, also for a file that somebody crafted or a transfer damaged: MACs of 600,000 rounds of the PKCS#12
 * derivation are met in practice.
 */
export const UNPROVEN = 4_400_000;
/** Key, IV and certificates of a file with 600,000 rounds of the PKCS#12 derivation: some three seconds. */
export const PROVEN = 26_000_000;
/** One derivation: a key of 24 bytes from 600,000 rounds of the PKCS#12 derivation. A second, whoever made the file. */
export const LONGEST = 8_400_000;

/** HMAC-SHA-384 and 512 take more than three times as long as the shorter ones. */
const WIDE_DIGEST = 32;
const WIDE_PBKDF2 = 4;

/** A round of the PKCS#12 derivation is a call of node:crypto, most of it on the way there and back. */
const PKCS12 = 7;
const WIDE_PKCS12 = 9;

/**
 * Bounds what a file can make its reader do: a count of 2^31 rounds would hang it. PendingRequest before any derivation, and
 * counts over the whole file, for it may hold many small ones.
 */
export class DerivationBudget {
  #most = UNPROVEN;
  #spent = 0;

  /** What was allowed so far, in the unit of `UNPROVEN`. */
  get spent(): number {
    return this.#spent;
  }

  /** To be told when the password fits: who knows it made the file, and it may cost more. Counts from there. */
  proven(): void {
    if (this.#most === PROVEN) return;
    this.#most = PROVEN;
    this.#spent = 0;
  }

  /** For `length` bytes of key from HMACs of `digestLength` bytes. Throws UserError UNSUPPORTED. */
  pbkdf2(iterations: number, length: number, digestLength: number): void {
    this.#spend(iterations, Math.ceil(length / digestLength) * (digestLength > WIDE_DIGEST ? WIDE_PBKDF2 : 1));
  }

  /** For `length` bytes of key from hashes of `digestLength` bytes. Throws UserError UNSUPPORTED. */
  pkcs12(iterations: number, length: number, digestLength: number): void {
    this.#spend(iterations, Math.ceil(length / digestLength) * (digestLength > WIDE_DIGEST ? WIDE_PKCS12 : PKCS12));
  }

  #spend(iterations: number, cost: number): void {
    const left = Math.min(this.#most - this.#spent, LONGEST);
    if (iterations * cost > left) throw tooMany(iterations, Math.floor(Math.min(this.#most, LONGEST) / cost));
    this.#spent += iterations * cost;
  }
}

function tooMany(iterations: number, most: number): Error {
  const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'endless';
  return unsupported(`a key derivation of ${count} iterations (at most ${most.toLocaleString('en-US')} in all)`);
}
