import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import { addressColumn, noColumnError, type AddressSink, type ListSource } from './list-format.ts';

/**
 * Reads a table with a header row, as `Get-Mailbox | Export-Csv` writes it: RFC 4180, or with semicolons or tabs, as
 * Excel and `-UseCulture` write it where the comma is the decimal sign. Rows may be shorter or longer than the header.
 */
export function readCsv(text: string, source: ListSource, found: AddressSink): void {
  // csv-parse counts a CRLF inside quotes as two lines. An address never holds a line end, so nothing is lost.
  const table = withoutTypeLine(text.replaceAll(/\r\n?/g, '\n'));
  const delimiter = delimiterOf(table);
  const places = new CellPlaces(table, delimiter);
  let column: number | undefined;
  let lastLine = 0;

  const readRow = (cells: readonly string[], line: number): void => {
    if (column === undefined) {
      column = addressColumn(cells, source.column);
      if (column === undefined) throw noColumnError(source, { noun: 'column', names: cells, line });
    } else if (cells.some((cell) => cell.trim() !== '')) {
      const at = lineOfCell(cells, column, line);
      const cell = column;
      found(cells[cell] ?? '', at, () => places.columnOf(cell, at));
    }
    lastLine = line;
  };

  try {
    parse(table, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      // A null keeps the parser from collecting the rows.
      on_record: (cells: unknown, { lines }) => {
        readRow(asCells(cells), lines);
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error, source.file, lastLine) : error;
  }
}

/** Finds cells in the text, once somebody asks for a place. */
class CellPlaces {
  private readonly table: string;
  private readonly delimiter: string;
  private lines: readonly string[] | undefined;

  constructor(table: string, delimiter: string) {
    this.table = table;
    this.delimiter = delimiter;
  }

  /** In which column of its line, from 1, the text of a cell begins; undefined where the row began on another line. */
  columnOf(cell: number, line: number): number | undefined {
    this.lines ??= this.table.split('\n');
    const text = this.lines[line - 1] ?? '';
    let at = 0;
    for (let before = cell; before > 0; before--) {
      at = cellEnd(text, at, this.delimiter) + 1;
      if (at > text.length) return undefined;
    }
    const blanks = text.slice(at).search(/\S/);
    if (blanks === -1) return undefined;
    return at + blanks + (text[at + blanks] === '"' ? 2 : 1);
  }
}

/** Where a cell ends that begins there: at its delimiter, or at the end of the line. */
function cellEnd(text: string, begin: number, delimiter: string): number {
  let quoted = false;
  for (let at = begin; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === delimiter) return at;
  }
  return text.length;
}

/** Windows PowerShell's Export-Csv starts with `#TYPE …` unless told `-NoTypeInformation`. Its line end stays: lines count on. */
function withoutTypeLine(text: string): string {
  return text.replace(/^"?#TYPE[^\n]*/, '');
}

/** The separator that the header row has most of, outside quotes; a row of one column has none, and any will do. */
function delimiterOf(table: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const character of table.trimStart()) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') break;
    else if (character === ',' || character === ';' || character === '\t') counts[character] += 1;
  }
  if (counts[';'] > counts[','] && counts[';'] >= counts['\t']) return ';';
  return counts['\t'] > counts[','] ? '\t' : ',';
}

/** The parser reports the line on which a row ends; quoted cells from the address on may hold line ends of their own. */
function lineOfCell(cells: readonly string[], column: number, lastLine: number): number {
  let below = 0;
  for (let position = column; position < cells.length; position += 1) {
    const cell = cells[position] ?? '';
    const counted = position === column ? cell.trimStart() : cell;
    for (let at = counted.indexOf('\n'); at !== -1; at = counted.indexOf('\n', at + 1)) below += 1;
  }
  return lastLine - below;
}

function asCells(record: unknown): readonly string[] {
  return Array.isArray(record) ? record.map(String) : [];
}

function brokenCsv(error: CsvError, file: string, lastLine: number): UserError {
  // An open quote swallows the rest of the file, so its own line is the last of all, which helps nobody.
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const line = open || typeof error.lines !== 'number' ? lastLine + 1 : error.lines;
  const what = open
    ? 'a quote is opened in the row that starts here, and never closed'
    : 'a quote stands where none may';
  return new UserError('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
    hint: 'Cells that hold the separator, a quote or a line end stand in double quotes, and a quote in such a cell is doubled.',
    place: { file, line },
    cause: error,
  });
}
