import { defusedText } from '../text/csv.ts';

/** The mailboxes of an earlier report, numbered from 0 in the order of their first occurrence. All its tables share them. */
export class MailboxNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #most: number;

  /** `most`: how many mailboxes there may be; more are a RangeError. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** Undefined if the earlier report does not have the mailbox. */
  get(address: string): number | undefined {
    return this.#numbers.get(keyOf(address));
  }

  /** The number of a mailbox, as the text of its cell. */
  number(cell: string): number {
    const key = cell.toLowerCase();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= this.#most) throw new RangeError(`more than ${this.#most} mailboxes`);
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }

  numbers(): Iterable<number> {
    return this.#numbers.values();
  }
}

/** A CSV has an address that a spreadsheet would evaluate with an apostrophe. */
function keyOf(address: string): string {
  return defusedText(address).toLowerCase();
}
