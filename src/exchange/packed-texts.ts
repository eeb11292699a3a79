/** Texts in one buffer. */
const BLOCK = 1024;

/** Many texts outside the heap: there, each garbage collection would look at them, and V8 would let more garbage pile up. */
export class PackedTexts {
  readonly #blocks: Buffer[] = [];
  /** The texts after the last block. */
  #pending: string[] = [];
  /** Where each text ends in its block, in bytes. */
  readonly #ends: number[] = [];

  /** Returns the number of the text, by which `at` finds it. */
  add(text: string): number {
    const start = this.#pending.length === 0 ? 0 : (this.#ends.at(-1) ?? 0);
    this.#pending.push(text);
    this.#ends.push(start + Buffer.byteLength(text));
    if (this.#pending.length === BLOCK) {
      this.#blocks.push(Buffer.from(this.#pending.join('')));
      this.#pending = [];
    }
    return this.#ends.length - 1;
  }

  at(number: number): string {
    const block = this.#blocks[Math.floor(number / BLOCK)];
    if (block === undefined) return this.#pending[number % BLOCK] ?? '';
    return block.toString('utf8', number % BLOCK === 0 ? 0 : this.#ends[number - 1], this.#ends[number]);
  }
}
