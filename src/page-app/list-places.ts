import { listLineUrl, type PageData } from '../outputs/page/data.ts';
import { mailboxPosition, type ReadTable } from './mailbox/mailbox-rows.ts';
import { readRows } from './page-data.ts';
import { cellAt, type StoredTable } from './table/rows/stored-table.ts';

/** Where the list has a mailbox. */
export interface ListPlace {
  readonly file: string;
  readonly line: number;
  /** The line on GitHub, if the run knows the repository. */
  readonly url: string | undefined;
}

/** The places of the mailboxes in their lists, which are not in the CSVs. They are read on the first use. */
export class ListPlaces {
  readonly #data: PageData;
  #loading: Promise<void> | undefined;
  #places: StoredTable | undefined;

  constructor(data: PageData) {
    this.#data = data;
  }

  /** Rejects if the page is damaged. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** The place of a mailbox in the list, whose order the first report has. */
  placeOf({ stored }: ReadTable, address: string): ListPlace | undefined {
    let left = mailboxPosition(stored, address);
    if (left === undefined || this.#places === undefined) return undefined;
    const [files, lines, counts] = this.#places.columns;
    for (let row = 0; row < this.#places.rows; row += 1) {
      const length = Number(cellAt(counts, row));
      if (left >= length) {
        left -= length;
        continue;
      }
      const [file, line] = [String(cellAt(files, row)), Number(cellAt(lines, row)) + left];
      const { source } = this.#data;
      return { file, line, url: source === undefined ? undefined : listLineUrl(source, file, line) };
    }
    return undefined;
  }

  async #load(): Promise<void> {
    const { tables, places } = this.#data;
    this.#places = await readRows(places, tables.length, () => undefined);
  }
}
