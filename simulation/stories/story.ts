/** What happens in the worlds of one kind, and what must be seen. */
export interface Story {
  /** For `--only`. */
  readonly name: string;
  /** Of how many seeds one has such a world: 1 for each. Undefined: those of `--only` with this name alone. */
  readonly every: number | undefined;
  /** What can be left out of the world of a seed. */
  readonly parts: (seed: number, without: readonly string[]) => readonly string[];
  /** Makes the world of a seed, lets everything happen in it, and says what is wrong, in sentences. */
  readonly failures: (seed: number, without: readonly string[]) => Promise<readonly string[]>;
}
