import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Json, JsonObject } from '../json.ts';

/** Rows that are passed on together. */
const CHUNK = 1000;
/** A member whose values are numbers. */
const NUMBERS = /(?:Count|InBytes)$/;
/** The last column of the documented files, with one value in all rows. */
const PERIOD = 'reportPeriod';

/**
 * The rows of a usage report's CSV as objects with the member names of beta's JSON, in chunks. Blank cells are null. Throws an Error whose
 * message says why the file cannot be used: no row of it may be used then. It cannot say whether rows are missing at its end, only
 * whether the last one is whole. https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail
 *
 * @param match the member that names the mailbox
 */
export async function* usageObjects(bytes: AsyncIterable<Buffer>, match: string): AsyncGenerator<JsonObject[], void> {
  let lastByte: number | undefined;
  const watched = async function* (): AsyncGenerator<Buffer, void> {
    for await (const chunk of bytes) {
      lastByte = chunk.at(-1) ?? lastByte;
      yield chunk;
    }
  };
  const parser = parse({ bom: true });
  const source = Readable.from(watched(), { objectMode: false });
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let columns: readonly string[] | undefined;
  let header: readonly string[] | undefined;
  let [first, last]: (readonly string[] | undefined)[] = [];
  let chunk: JsonObject[] = [];
  try {
    for await (const cells of rowsOf(parser)) {
      if (columns === undefined) {
        columns = headerOf(cells, match);
        header = cells;
        continue;
      }
      if (isSame(cells, header) || isSame(cells, first))
        throw new Error('The file of the usage report has its rows twice.');
      first ??= cells;
      last = cells;
      chunk.push(objectOf(columns, cells, match));
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Error('The file of the usage report is cut short.', { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
  if (columns === undefined) throw new Error('The file of the usage report is empty.');
  if (lastByte !== 0x0a && !endsWhole(columns, first, last))
    throw new Error('The file of the usage report is cut short.');
  if (chunk.length > 0) yield chunk;
}

async function* rowsOf(parser: AsyncIterable<unknown>): AsyncGenerator<readonly string[], void> {
  for await (const row of parser) {
    if (Array.isArray(row)) yield row.map(String);
  }
}

/** `Storage Used (Byte)` is `storageUsedInBytes`. */
function memberName(column: string): string {
  const [first = '', ...others] = column.replace('(Byte)', 'In Bytes').split(/[ /]/);
  return first.toLowerCase() + others.join('');
}

function headerOf(columns: readonly string[], match: string): readonly string[] {
  const cells = columns.map(memberName);
  if (!cells.includes(match)) {
    throw new Error(`The file is no usage report: its first line has no column for "${match}".`);
  }
  if (new Set(cells).size < cells.length) throw new Error('The file of the usage report has two columns of one name.');
  return cells;
}

/** Whether a last row without a line break is whole: its last cell is the same in all rows. */
function endsWhole(columns: readonly string[], first?: readonly string[], last?: readonly string[]): boolean {
  return last === undefined || (columns.at(-1) === PERIOD && last.at(-1) === first?.at(-1));
}

function isSame(cells: readonly string[], others: readonly string[] | undefined): boolean {
  return others !== undefined && cells.every((cell, at) => cell === others[at]);
}

function objectOf(columns: readonly string[], cells: readonly string[], match: string): JsonObject {
  return Object.fromEntries(columns.map((column, at) => [column, valueOf(column, cells[at] ?? '', match)]));
}

function valueOf(column: string, cell: string, match: string): Json {
  if (cell === '') return null;
  if (column === match) return cell;
  if (NUMBERS.test(column) && /^\d+$/.test(cell)) return Number(cell);
  return cell === 'True' ? true : cell === 'False' ? false : cell;
}

/**
 * Whether a cell of the usage of mail apps says that an app was used: with its version, or Yes; not with No or a blank cell. Undefined for
 * any other word, such as `Undetermined`. Seen in https://github.com/pnp/cli-microsoft365 (report mailappusageuserdetail); no document
 * has the words.
 */
export function isAppUsed(cell: Json): boolean | undefined {
  if (cell === null || cell === 'No') return false;
  return typeof cell === 'string' && /^(?:Yes|ProPlus|(?:[A-Za-z]+ )?\d[\d.]*)$/.test(cell) ? true : undefined;
}
