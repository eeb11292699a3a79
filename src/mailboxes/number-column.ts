/** Whole numbers by position, four bytes each, outside V8's heap. */
export class NumberColumn {
  #numbers = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** The number at a position from 0, undefined beyond the end. */
  at(position: number): number | undefined {
    return position < this.#length ? this.#numbers[position] : undefined;
  }
}
