import { Chance, hashed } from '../../tenant/chance.ts';

/** Draws of a world. Each choice has a stream of its own, so that one that is left out changes no other. */
export class Streams {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @param name of the choice, such as `rules 3 when` */
  of(name: string): Draws {
    return new Draws(new Chance(this.#seed, hashed(name)));
  }

  /** Whether a choice with this probability is made. */
  has(name: string, probability: number): boolean {
    return this.of(name).has(probability);
  }
}

export class Draws {
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** From 0 to below 1. */
  share(): number {
    return this.#chance.next();
  }

  has(probability: number): boolean {
    return this.#chance.next() < probability;
  }

  /** A whole number from the first to the last. */
  between(first: number, last: number): number {
    return first + this.#chance.below(last - first + 1);
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.#chance.below(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** Some of a list, in random order. */
  some<T>(list: readonly T[], count: number): T[] {
    return this.shuffled(list).slice(0, count);
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    this.#chance.shuffle(copy);
    return copy;
  }
}
