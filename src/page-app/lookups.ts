import { listLineUrl, type PageData } from '../outputs/page/data.ts';
import { mailboxPosition, type ReadTable } from './mailbox/mailbox-rows.ts';
import { readRows } from './page-data.ts';
import { cellAt, columnOf, foldedText, type StoredTable } from './table/rows/stored-table.ts';

/** Where the list has a mailbox. */
export interface ListPlace {
  readonly file: string;
  readonly line: number;
  /** The line on GitHub, if the run knows the repository. */
  readonly url: string | undefined;
}

/** The page's lookup tables, which are not in the CSVs. Each is read on its first use. */
export class Lookups {
  readonly #data: PageData;
  #loading: Promise<void> | undefined;
  #places: StoredTable | undefined;
  #folderNames: StoredTable | undefined;

  constructor(data: PageData) {
    this.#data = data;
  }

  /** Rejects if the page is damaged. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** The path of a folder that an inbox rule names by its id. Undefined if the report `folders` does not have it. */
  folderName(mailbox: string, id: string): string | undefined {
    if (this.#folderNames === undefined) return undefined;
    const [mailboxes, ids, paths] = ['MailboxName', 'FolderId', 'FolderPath'].map(
      (name) => this.#folderNames && columnOf(this.#folderNames, name),
    );
    const [wanted, folded] = [ids?.values.indexOf(id), foldedText(mailbox)];
    for (let row = 0; row < this.#folderNames.rows; row += 1) {
      if (ids?.codes[row] === wanted && mailboxes?.folded[mailboxes.codes[row] ?? -1] === folded) {
        return String(cellAt(paths, row));
      }
    }
    return undefined;
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
    const { tables, lookups } = this.#data;
    for (const [at, lookup] of lookups.entries()) {
      const stored = await readRows(lookup, tables.length + at, () => undefined);
      if (lookup.name === 'places') this.#places = stored;
      else this.#folderNames = stored;
    }
  }
}
