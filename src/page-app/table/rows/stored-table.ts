import type { PageCell } from '../../../outputs/page/data.ts';

/** A column of a table, dictionary-encoded: its distinct cells, and for each row the index of its cell among them. */
export interface StoredColumn {
  readonly name: string;
  /** In the order of their first rows. */
  readonly values: readonly PageCell[];
  /** The values as texts in lower case, for comparisons. */
  readonly folded: readonly string[];
  /** The values as texts for the search. */
  readonly searched: readonly string[];
  readonly codes: Uint32Array;
}

/** The rows of a CSV by column. */
export interface StoredTable {
  readonly columns: readonly StoredColumn[];
  /** Those that only the view of a mailbox shows. */
  readonly viewColumns?: readonly StoredColumn[];
  readonly rows: number;
  /** For each highlight of the table, in its order, 1 for the rows that have it. */
  readonly highlights?: readonly Uint8Array[];
  /** 1 for the rows that are about an item. Undefined if all are, or none. */
  readonly items?: Uint8Array | undefined;
  /** Rows that the earlier report does not have. */
  readonly newRows?: ReadonlySet<number>;
}

/** Builds a table from rows. */
export class TableBuilder {
  readonly #columns: readonly ColumnBuilder[];
  /** How many of them the table has: those of the view of a mailbox follow. */
  readonly #shown: number;
  readonly #rows: number;
  readonly #highlights: readonly Uint8Array[];
  readonly #items: Uint8Array;
  #added = 0;
  #withoutItem = 0;

  /**
   * `rows`: how many rows will be added. `highlights`: how many highlights the table has. `viewColumns`: columns whose cells follow,
   * which only the view of a mailbox shows.
   */
  constructor(names: readonly string[], rows: number, highlights = 0, viewColumns: readonly string[] = []) {
    this.#highlights = Array.from({ length: highlights }, () => new Uint8Array(rows));
    this.#items = new Uint8Array(rows).fill(1);
    this.#columns = [...names, ...viewColumns].map((name) => new ColumnBuilder(name, rows));
    this.#shown = names.length;
    this.#rows = rows;
  }

  get added(): number {
    return this.#added;
  }

  /** Throws a RangeError if there are more rows than announced. */
  add(cells: readonly PageCell[], highlights: readonly number[] = [], hasNoItem = 0): void {
    if (this.#added === this.#rows) throw new RangeError(`there are more than ${this.#rows} rows`);
    for (const [at, column] of this.#columns.entries()) column.set(this.#added, cells[at] ?? '');
    for (const at of highlights) {
      const mask = this.#highlights[at];
      if (mask !== undefined) mask[this.#added] = 1;
    }
    if (hasNoItem === 1) {
      this.#items[this.#added] = 0;
      this.#withoutItem += 1;
    }
    this.#added += 1;
  }

  /** Throws a RangeError if there are fewer rows than announced. */
  table(): StoredTable {
    if (this.#added < this.#rows) throw new RangeError(`there are ${this.#added} of ${this.#rows} rows`);
    const isMixed = this.#withoutItem > 0 && this.#withoutItem < this.#rows;
    const items = isMixed ? this.#items : undefined;
    const [columns, viewColumns] = [this.#columns.slice(0, this.#shown), this.#columns.slice(this.#shown)];
    return { columns, viewColumns, rows: this.#rows, highlights: this.#highlights, items };
  }
}

class ColumnBuilder implements StoredColumn {
  readonly name: string;
  readonly values: PageCell[] = [];
  readonly folded: string[] = [];
  readonly searched: string[] = [];
  readonly codes: Uint32Array;
  readonly #known = new Map<PageCell, number>();

  constructor(name: string, rows: number) {
    this.name = name;
    this.codes = new Uint32Array(rows);
  }

  set(row: number, cell: PageCell): void {
    let code = this.#known.get(cell);
    if (code === undefined) {
      code = this.values.length;
      this.#known.set(cell, code);
      this.values.push(cell);
      this.folded.push(foldedText(String(cell)));
      this.searched.push(searchedText(String(cell)));
    }
    this.codes[row] = code;
  }
}

/** Undefined without a column of this name. */
export function columnOf({ columns }: StoredTable, name: string): StoredColumn | undefined {
  return columns.find((column) => column.name === name);
}

/** The cell of a row; blank outside the table. */
export function cellAt(column: StoredColumn | undefined, row: number): PageCell {
  const code = column?.codes[row];
  return code === undefined ? '' : (column?.values[code] ?? '');
}

/** How many rows have each of the column's values. */
export function countsOf(column: StoredColumn): Uint32Array {
  const counts = new Uint32Array(column.values.length);
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/**
 * The number of distinct cells of some rows in a column, or of distinct pairs of cells in two columns. Rows with a blank first cell do
 * not count. 0 without a column.
 */
export function distinctCount(rows: Uint32Array, one: StoredColumn | undefined, other = one): number {
  if (one === undefined || other === undefined) return 0;
  const seen = new Set<number>();
  const blank = one.values.indexOf('');
  for (const row of rows) {
    const code = one.codes[row] ?? 0;
    if (code !== blank) seen.add(code * other.values.length + (other.codes[row] ?? 0));
  }
  return seen.size;
}

/** A text for comparison without case; a letter with its accent is one character, however it was typed. */
export function foldedText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Letters whose plain form is not found by removing a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '’': "'",
  '‘': "'",
};

/** A text for the search: without case and accents, so that `muller` finds `Müller` and `strasse` finds `Straße`. */
export function searchedText(text: string): string {
  const folded = foldedText(text);
  // Most texts are ASCII, and a table can have a million.
  if (!/[^\0-\x7f]/.test(folded)) return folded;
  // In other scripts a mark makes a different letter.
  const plain = folded
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1');
  return plain.normalize('NFC').replace(/[ßøłđæœþ’‘]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}
