/**
 * What is left out of a world. A part is named by its kind and by itself, such as `faults reset` or `rules r2`; a kind alone names all
 * its parts.
 */
export class Left {
  readonly names: readonly string[];
  readonly #names: ReadonlySet<string>;
  /** All parts that were asked for and not left out. */
  readonly kept: string[] = [];

  constructor(names: readonly string[]) {
    this.names = names;
    this.#names = new Set(names);
  }

  has(kind: string, name?: string): boolean {
    if (this.#names.has(kind)) return false;
    if (name === undefined) {
      this.kept.push(kind);
      return true;
    }
    const part = `${kind} ${name}`;
    if (this.#names.has(part)) return false;
    if (!this.kept.includes(kind)) this.kept.push(kind);
    this.kept.push(part);
    return true;
  }
}
