import { createHash } from 'node:crypto';
import type { Json } from '../json.ts';
import { cellText, shortenedInside } from '../text/display.ts';

/** Further distinct values of a column are counted together. */
const MAX_VALUES = 500;
/** The same for the first column of a cross table; the enumerations of Graph have fewer values. */
const MAX_ROWS = 20;
const OTHERS = 'others';
const MAX_VALUE_LENGTH = 100;

export interface ValueCount {
  /** As it was spelled first, shortened to 100 characters; blank if the mailbox has no value. Hostile until escaped. */
  readonly value: string;
  readonly count: number;
}

/**
 * How often each value of a column occurs. Values compare without case, since the case of Graph's enumerations varies
 * between responses. Memory is bounded whatever the tenant has.
 */
export class Distribution {
  readonly #values = new Map<string, { readonly value: string; count: number }>();
  #other = 0;
  #total = 0;

  add(cell: Json | undefined): void {
    this.#total += 1;
    const value = cellText(cell);
    const key = valueKey(value);
    const entry = this.#values.get(key);
    if (entry !== undefined) entry.count += 1;
    else if (this.#values.size >= MAX_VALUES) this.#other += 1;
    else this.#values.set(key, { value: shortenedInside(value, MAX_VALUE_LENGTH), count: 1 });
  }

  /** How many cells were added. */
  get total(): number {
    return this.#total;
  }

  /** Cells whose value is not among `values`, since these are limited. */
  get other(): number {
    return this.#other;
  }

  /** The most frequent first; equally frequent ones in alphabetical order. */
  get values(): ValueCount[] {
    return [...this.#values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  /** The most frequent values, at most `max` of them, and how many cells have another one. */
  first(max: number): { readonly values: readonly ValueCount[]; readonly rest: number } {
    const { values } = this;
    const rest = values.slice(max).reduce((sum, { count }) => sum + count, this.#other);
    return { values: values.slice(0, max), rest };
  }
}

/** How often the values of one column occur together with those of another. Memory is bounded. */
export class CrossTab {
  readonly #rows = new Map<string, { readonly value: string; readonly distribution: Distribution }>();

  add(cell: Json | undefined, crossed: Json | undefined): void {
    const value = cellText(cell);
    const isOther = this.#rows.size >= MAX_ROWS && !this.#rows.has(valueKey(value));
    const key = isOther ? OTHERS : valueKey(value);
    const row = this.#rows.get(key) ?? {
      value: isOther ? OTHERS : shortenedInside(value, MAX_VALUE_LENGTH),
      distribution: new Distribution(),
    };
    this.#rows.set(key, row);
    row.distribution.add(crossed);
  }

  /** The values of the first column, the most frequent first, each with those of the second. */
  get rows(): readonly { readonly value: string; readonly total: number; readonly values: readonly ValueCount[] }[] {
    return [...this.#rows.values()]
      .map(({ value, distribution: { total, values } }) => ({ value, total, values }))
      .sort((one, other) => other.total - one.total);
  }
}

/** The key of a value, without case. A long value has a hash instead, which is longer than any other key. */
function valueKey(value: string): string {
  const folded = value.toLowerCase();
  return folded.length <= MAX_VALUE_LENGTH ? folded : createHash('sha512').update(folded).digest('hex');
}
