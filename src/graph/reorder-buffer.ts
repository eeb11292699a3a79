/** Buffers results that arrive out of order and returns them in the order of their positions, each once. */
export class ReorderBuffer<R> {
  readonly #length: number;
  readonly #capacity: number;
  /** A ring over positions: 278 and 279 MiB at 300,000 mailboxes, with a Map 277 and 413 (`npm run bench -- --only cpu`). */
  readonly #results: (R | undefined)[];
  #head = 0;
  #received = 0;

  /** @param capacity how many positions a result may be ahead of the first missing one */
  constructor(length: number, capacity: number) {
    this.#length = length;
    this.#capacity = Math.min(capacity, length);
    this.#results = new Array<R | undefined>(this.#capacity).fill(undefined);
  }

  /** The number of results received, returned or not. */
  get received(): number {
    return this.#received;
  }

  /** Whether every result was returned. */
  get isDone(): boolean {
    return this.#head >= this.#length;
  }

  /** The first position that was not returned. */
  get head(): number {
    return this.#head;
  }

  /** The first position for which no result is accepted yet. */
  get end(): number {
    return Math.min(this.#length, this.#head + this.#capacity);
  }

  add(position: number, result: R): void {
    if (position < this.#head || position >= this.end) throw new RangeError(`position ${position} is out of range`);
    this.#results[position % this.#capacity] = result;
    this.#received++;
  }

  /**
   * At most `max` results in order. They end before the first missing one, unless `fallback` returns a result for it.
   */
  take(max: number, fallback?: (position: number) => R): R[] {
    const chunk: R[] = [];
    while (!this.isDone && chunk.length < max) {
      const slot = this.#head % this.#capacity;
      let result = this.#results[slot];
      if (result === undefined) {
        if (fallback === undefined) break;
        result = fallback(this.#head);
        this.#received++;
      }
      this.#results[slot] = undefined;
      this.#head++;
      chunk.push(result);
    }
    return chunk;
  }
}
