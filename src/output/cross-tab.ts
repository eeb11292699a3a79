import type { Json } from '../json.ts';
import { cellText, shortenedInside } from '../text/display.ts';
import { Distribution, type ValueCount } from './distribution.ts';
import { valueKey } from './value-key.ts';

/** More values than an enumeration of Graph's has are counted together. */
const MOST_VALUES = 20;
const OTHERS = 'others';
const LONGEST_VALUE = 100;

/** How often the values of one column occur together with those of another. Bounded, whatever the tenant. */
export class CrossTab {
  readonly #byFolded = new Map<string, { readonly value: string; readonly of: Distribution }>();

  add(cell: Json | undefined, crossed: Json | undefined): void {
    const value = cellText(cell);
    const folded = valueKey(value.toLowerCase());
    let entry = this.#byFolded.get(folded);
    if (entry === undefined) {
      const full = this.#byFolded.size >= MOST_VALUES;
      entry = (full ? this.#byFolded.get(OTHERS) : undefined) ?? {
        value: full ? OTHERS : shortenedInside(value, LONGEST_VALUE),
        of: new Distribution(),
      };
      this.#byFolded.set(full ? OTHERS : folded, entry);
    }
    entry.of.add(crossed);
  }

  /** The values of the first column, the most frequent first, each with those of the second. */
  get rows(): readonly { readonly value: string; readonly total: number; readonly values: readonly ValueCount[] }[] {
    return [...this.#byFolded.values()]
      .map(({ value, of }) => ({ value, total: of.total, values: of.values }))
      .sort((one, other) => other.total - one.total);
  }
}
