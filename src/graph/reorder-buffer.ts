/** Buffers results that arrive out of order and returns them in the order of their positions, each once. */
export class ReorderBuffer<R> {
  readonly #length: number;
  readonly #capacity: number;
  readonly #results = new Map<number, R>();
  #head = 0;
  #received = 0;

  /** @param capacity how many positions a result may be ahead of the first missing one */
  constructor(length: number, capacity: number) {
    this.#length = length;
    this.#capacity = capacity;
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
    this.#results.set(position, result);
    this.#received++;
  }

  /**
   * At most `max` results in order. They end before the first missing one, unless `fallback` returns a result for it.
   */
  take(max: number, fallback?: (position: number) => R): R[] {
    const chunk: R[] = [];
    while (!this.isDone && chunk.length < max) {
      let result = this.#results.get(this.#head);
      if (result === undefined) {
        if (fallback === undefined) break;
        result = fallback(this.#head);
        this.#received++;
      }
      this.#results.delete(this.#head);
      this.#head++;
      chunk.push(result);
    }
    return chunk;
  }
}
