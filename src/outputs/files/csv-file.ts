import { stringify } from 'csv-stringify/sync';
import type { Json } from '../../json.ts';
import { defusedText, isPlain, type Cells, type CsvDelimiter, type CsvFormat } from '../../text/csv.ts';
import { cellText } from '../../text/display.ts';
import type { FileSink, RunTable } from '../../run/sink.ts';
import { createTextFile, type TextFile } from './text-file.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Also at semicolons and tabs, at which Excel and LibreOffice split in some locales. */
const QUOTED = /[",;\t\r\n]/;

/** Fields that are quoted and occur again and again, such as lists of days. */
const MAX_KNOWN = 1_000;
const MAX_KNOWN_LENGTH = 200;

/** Fields of earlier records. */
interface KnownFields {
  /** Quoted ones, by the text of the cell. csv-stringify is slow, so it gets only cells that need quotes or an apostrophe and are not here. */
  readonly texts: Map<string, string>;
  /** Long lists that mailboxes share, such as those of applications. */
  readonly lists: WeakMap<Json[], string>;
}

function noFields(): KnownFields {
  return { texts: new Map(), lists: new WeakMap() };
}

/** A record of RFC 4180 with its CRLF, except for another delimiter. Formulas are defused. `known`: fields of earlier records, to which this one adds. */
export function csvRecord(cells: Cells, delimiter: CsvDelimiter = ',', known = noFields()): string {
  return `${cells.map((cell) => csvField(cell, delimiter, known)).join(delimiter)}\r\n`;
}

function csvField(cell: Json, delimiter: CsvDelimiter, { texts, lists }: KnownFields): string {
  if (typeof cell === 'number') return String(cell);
  const ofList = Array.isArray(cell) ? lists.get(cell) : undefined;
  if (ofList !== undefined) return ofList;
  const text = cellText(cell);
  if (text === '' || isPlain(text)) return text;
  const earlier = texts.get(text);
  if (earlier !== undefined) return earlier;
  const field = stringify([[defusedText(text)]], { delimiter, quoted_match: QUOTED, eof: false });
  if (text.length > MAX_KNOWN_LENGTH) {
    if (Array.isArray(cell)) lists.set(cell, field);
  } else if (texts.size < MAX_KNOWN) texts.set(text, field);
  return field;
}

/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
export class CsvFile {
  readonly #file: TextFile;
  readonly #delimiter: CsvDelimiter;
  readonly #known = noFields();

  /** Creates the file with its header. Throws as `createTextFile` does. */
  constructor(file: string, columns: readonly string[], { bom, delimiter }: CsvFormat, mode?: number) {
    this.#file = createTextFile(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns, delimiter), mode);
    this.#delimiter = delimiter;
  }

  get path(): string {
    return this.#file.path;
  }

  write(records: readonly Cells[]): void | Promise<void> {
    return this.#file.write(records.map((cells) => csvRecord(cells, this.#delimiter, this.#known)).join(''));
  }

  /** Appends the records in another file. */
  append(file: string): Promise<void> {
    return this.#file.append(file);
  }

  /** Writes the records so far to the disk. */
  flush(): Promise<void> {
    return this.#file.flush();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/**
 * Creates a CSV with the records of each table about the tenant and of each mailbox, in the order of the list. Throws as
 * `createTextFile` does.
 */
export function csvSink(
  path: string,
  columns: readonly string[],
  { rowsOf, rowsOfTable, lastRows = () => [] }: Partial<Pick<RunTable, 'rowsOf' | 'rowsOfTable' | 'lastRows'>>,
  options: CsvFormat,
): FileSink {
  const file = new CsvFile(path, columns, options);
  let isComplete = false;
  return {
    path,
    // One record after another: the text of a whole table may be large.
    addTable: async (result) => {
      for (const cells of rowsOfTable?.(result) ?? []) await file.write([cells]);
    },
    add: (result) => file.write(rowsOf?.(result) ?? []),
    close: async (summary) => {
      if (summary !== undefined && !isComplete) {
        isComplete = true;
        for (const cells of lastRows()) await file.write([cells]);
      }
      await file.close();
    },
  };
}
