import type { Json } from '../../json.ts';

/** One table of the report page: the rows of a CSV, which it shows, filters and gives back. */
export interface PageTable {
  /** The report's name, or `violations`. */
  readonly name: string;
  /** The name of the CSV with the same rows. */
  readonly file: string;
  /** The CSV's header. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Whether its rows are what the policy found, and no report's. */
  readonly findings: boolean;
}

/** What the page's program is told, as JSON in the element `page-data`. */
export interface PageData {
  /** Whether the CSVs start with a byte order mark. */
  readonly bom: boolean;
  /** When the run began, in epoch ms: who is away is told of then. */
  readonly when: number;
  /** At least one, the reports in their order first. The rows of each stand in an element `rows-0` and so on. */
  readonly tables: readonly PageTable[];
}

/** A cell as the CSV has it, before it is defused and quoted: a number stays one. */
export type PageCell = string | number;

/** Time zones, states and the like repeat; what comes after so many texts of a column is written out. */
const MOST_KNOWN = 1_000;
/** Longer ones seldom repeat, and would be held on both sides. */
const LONGEST_KNOWN = 200;

/** Texts of a column that have been seen, in the order in which they came. Both sides learn them alike. */
class Column {
  readonly #texts: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(text: string): number | undefined {
    return this.#places.get(text);
  }

  textAt(place: number): string {
    const text = this.#texts[place];
    if (text === undefined) throw new RangeError('a row names a text that has not been seen');
    return text;
  }

  learn(text: string): void {
    if (this.#texts.length >= MOST_KNOWN || text.length > LONGEST_KNOWN) return;
    this.#places.set(text, this.#texts.length);
    this.#texts.push(text);
  }
}

/**
 * Writes rows as lines of JSON that shrink well: a text that the column had before is the number of its place, a new one
 * stands as it is, a number stands in brackets.
 */
export class RowEncoder {
  readonly #columns: readonly Column[];

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => new Column());
  }

  /** One line, without its end. */
  encode(cells: readonly PageCell[]): string {
    return JSON.stringify(this.#columns.map((column, at) => encoded(column, cells[at] ?? '')));
  }
}

function encoded(column: Column, cell: PageCell): Json {
  if (typeof cell === 'number') return [cell];
  const place = column.placeOf(cell);
  if (place !== undefined) return place;
  column.learn(cell);
  return cell;
}

/** Reads what a `RowEncoder` wrote, line by line and from the first one on. */
export class RowDecoder {
  readonly #columns: readonly Column[];

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => new Column());
  }

  /** Throws where a line is none of an encoder's. */
  decode(line: string): PageCell[] {
    const cells: unknown = JSON.parse(line);
    if (!Array.isArray(cells)) throw new TypeError('a row is no list');
    return this.#columns.map((column, at) => decoded(column, cells[at]));
  }
}

function decoded(column: Column, cell: unknown): PageCell {
  if (typeof cell === 'number') return column.textAt(cell);
  if (typeof cell === 'string') {
    column.learn(cell);
    return cell;
  }
  const number: unknown = Array.isArray(cell) ? cell[0] : undefined;
  if (typeof number !== 'number') throw new TypeError('a cell is neither a text nor a number');
  return number;
}
