import type { Json } from '../json.ts';
import { cellText, shortenedInside } from '../text/display.ts';
import { valueKey } from './value-key.ts';

const MOST_VALUES = 500;
/** Spellings that are found without folding; those beyond are found the slower way. */
const MOST_SPELLINGS = 2_000;
const LONGEST_VALUE = 100;

export interface ValueCount {
  /** As it was spelled first, cut at 100 characters; hostile text until escaped. Blank where the mailbox has no value. */
  readonly value: string;
  readonly count: number;
}

/**
 * How often each value of a column occurs. Values compare without case, since Graph's enum values change theirs from one
 * answer to the next; long ones that are cut alike are still counted apart. What a tenant can make it hold is bounded: past
 * 500 distinct values, further ones are counted together.
 */
export class Distribution {
  readonly #folded = new Map<string, { readonly value: string; count: number }>();
  readonly #spellings = new Map<string, { readonly value: string; count: number }>();
  #other = 0;
  #total = 0;

  add(cell: Json | undefined): void {
    this.#total += 1;
    const value = cellText(cell);
    const spelling = valueKey(value);
    const entry = this.#spellings.get(spelling) ?? this.#entry(value, spelling);
    if (entry === undefined) this.#other += 1;
    else entry.count += 1;
  }

  /** How many cells were added. */
  get total(): number {
    return this.#total;
  }

  /** Cells whose value is not among `values`, for want of room. */
  get other(): number {
    return this.#other;
  }

  /** The most frequent first; equally frequent ones in alphabetical order. */
  get values(): ValueCount[] {
    return [...this.#folded.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  /** The `most` most frequent values, and how many cells have another one. */
  first(most: number): { readonly values: readonly ValueCount[]; readonly rest: number } {
    const { values } = this;
    const rest = values.slice(most).reduce((sum, { count }) => sum + count, this.#other);
    return { values: values.slice(0, most), rest };
  }

  #entry(value: string, spelling: string): { readonly value: string; count: number } | undefined {
    const folded = valueKey(value.toLowerCase());
    let entry = this.#folded.get(folded);
    if (entry === undefined) {
      if (this.#folded.size >= MOST_VALUES) return undefined;
      entry = { value: shortenedInside(value, LONGEST_VALUE), count: 0 };
      this.#folded.set(folded, entry);
    }
    if (this.#spellings.size < MOST_SPELLINGS) this.#spellings.set(spelling, entry);
    return entry;
  }
}
