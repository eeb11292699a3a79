import { foldedText, withoutAccents } from './folded-text.ts';
import type { PageCell } from '../output/page/data.ts';

/** A column of a table: its distinct cells, and for each row the place of its cell among them. */
export interface StoredColumn {
  readonly name: string;
  /** In the order in which the rows have them. */
  readonly values: readonly PageCell[];
  /** The values as texts in small letters, for comparisons without case. */
  readonly folded: readonly string[];
  /** The same without accents, as people search. */
  readonly searched: readonly string[];
  readonly codes: Uint32Array;
}

/** The rows of a CSV by column. */
export interface StoredTable {
  readonly columns: readonly StoredColumn[];
  readonly rows: number;
}

/** Takes the rows of a table one after the other. */
export class TableBuilder {
  readonly #columns: readonly ColumnBuilder[];
  readonly #rows: number;
  #added = 0;

  /** `rows`: how many will come. */
  constructor(names: readonly string[], rows: number) {
    this.#columns = names.map((name) => new ColumnBuilder(name, rows));
    this.#rows = rows;
  }

  get added(): number {
    return this.#added;
  }

  /** Throws a RangeError where more rows come than were announced. */
  add(cells: readonly PageCell[]): void {
    if (this.#added === this.#rows) throw new RangeError(`there are more than ${this.#rows} rows`);
    for (const [at, column] of this.#columns.entries()) column.set(this.#added, cells[at] ?? '');
    this.#added += 1;
  }

  /** Throws a RangeError where fewer rows came than were announced. */
  table(): StoredTable {
    if (this.#added < this.#rows) throw new RangeError(`there are ${this.#added} of ${this.#rows} rows`);
    return { columns: this.#columns, rows: this.#rows };
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
      const folded = foldedText(String(cell));
      this.folded.push(folded);
      this.searched.push(withoutAccents(folded));
    }
    this.codes[row] = code;
  }
}

/** The cell of a row; blank outside of the table. */
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
