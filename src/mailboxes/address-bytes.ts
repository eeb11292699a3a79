import { NumberColumn } from './number-column.ts';

/**
 * Addresses by position, as bytes behind one another. Three hundred thousand strings of their own would live in V8's
 * heap for the whole run, and loading them alone would make it grow for good; a string is made when asked for one.
 */
export class AddressBytes {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  /** Where each address ends; the next one begins there. */
  readonly #ends = new NumberColumn();

  get length(): number {
    return this.#ends.length;
  }

  add(address: string): void {
    const start = this.#startOf(this.length);
    const end = start + Buffer.byteLength(address);
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * end);
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#bytes.write(address, start);
    this.#ends.add(end);
  }

  /** The address at a position from 0, undefined beyond the end. */
  at(position: number): string | undefined {
    const end = this.#ends.at(position);
    return end === undefined ? undefined : this.#bytes.toString('utf8', this.#startOf(position), end);
  }

  #startOf(position: number): number {
    return this.#ends.at(position - 1) ?? 0;
  }
}
