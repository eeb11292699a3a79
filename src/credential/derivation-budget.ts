import { unsupported } from './pfx-errors.ts';

/** PBKDF2 of node:crypto does some millions of rounds a second. */
const PBKDF2_ROUNDS = 10_000_000;
/** The key derivation of PKCS#12 hashes round by round from JavaScript; 600,000 rounds a key are met in practice. */
const PKCS12_ROUNDS = 1_000_000;
const PKCS12_TOTAL = 6_000_000;

/**
 * Bounds what a file can make its reader do: a count of 2^31 rounds would hang it. Asked before any derivation, and
 * counts over the whole file, for it may hold many small ones.
 */
export class DerivationBudget {
  #pbkdf2 = PBKDF2_ROUNDS;
  #pkcs12 = PKCS12_TOTAL;

  /** Throws UserError UNSUPPORTED. `blocks` is how many hashes' length of key is wanted. */
  pbkdf2(iterations: number, blocks: number): void {
    this.#pbkdf2 -= iterations * blocks;
    if (iterations > PBKDF2_ROUNDS || this.#pbkdf2 < 0) throw tooMany(iterations, PBKDF2_ROUNDS);
  }

  /** Throws UserError UNSUPPORTED. `blocks` is how many hashes' length of key is wanted. */
  pkcs12(iterations: number, blocks: number): void {
    this.#pkcs12 -= iterations * blocks;
    if (iterations > PKCS12_ROUNDS || this.#pkcs12 < 0) throw tooMany(iterations, PKCS12_ROUNDS);
  }
}

function tooMany(iterations: number, most: number): Error {
  const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'endless';
  return unsupported(`a key derivation of ${count} iterations (at most ${most.toLocaleString('en-US')} in all)`);
}
