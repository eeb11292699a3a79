/** Holds answers that are ahead of their turn and gives them out in the order of their positions, each once. */
export class ReorderBuffer<A> {
  readonly #length: number;
  /** A ring over positions: the window between the first missing answer and the furthest that may be here. */
  readonly #ring: (A | undefined)[];
  #head = 0;
  #placed = 0;

  /** `ahead`: how far an answer may be ahead of the first missing one. */
  constructor(length: number, ahead: number) {
    this.#length = length;
    this.#ring = new Array<A | undefined>(Math.min(ahead, length)).fill(undefined);
  }

  /** How many answers have come, given out or not. */
  get placed(): number {
    return this.#placed;
  }

  /** Whether every answer was given out. */
  get done(): boolean {
    return this.#head >= this.#length;
  }

  /** The first position that was not given out. */
  get head(): number {
    return this.#head;
  }

  /** Positions from here on may not be placed yet. */
  get end(): number {
    return Math.min(this.#length, this.#head + this.#ring.length);
  }

  place(position: number, answer: A): void {
    if (position < this.#head || position >= this.end) throw new RangeError(`position ${position} is not open`);
    this.#ring[position % this.#ring.length] = answer;
    this.#placed++;
  }

  /** At most so many answers whose turn has come; where one is missing, `instead` ends the chunk or fills the gap. */
  take(most: number, instead?: (position: number) => A): A[] {
    const chunk: A[] = [];
    while (!this.done && chunk.length < most) {
      const slot = this.#head % this.#ring.length;
      let answer = this.#ring[slot];
      if (answer === undefined) {
        if (instead === undefined) break;
        answer = instead(this.#head);
        this.#placed++;
      }
      this.#ring[slot] = undefined;
      this.#head++;
      chunk.push(answer);
    }
    return chunk;
  }
}
