import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import { addressColumn, noColumnError, type AddressSink, type ListSource } from './list-format.ts';

/**
 * Reads a table with a header row, as `Get-Mailbox | Export-Csv` writes it: RFC 4180, or separated by semicolons or tabs,
 * as Excel and `-UseCulture` write it where the comma is the decimal separator. Rows may be shorter or longer than the
 * header.
 */
export function readCsv(text: string, source: ListSource, found: AddressSink): void {
  // csv-parse counts a CRLF inside quotes as two lines. Addresses contain no line ends.
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
      // With null, the parser does not collect the rows.
      on_record: (cells: unknown, { lines }) => {
        readRow(asCells(cells), lines);
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error, source.file, lastLine) : error;
  }
}

/** Finds the columns of cells in the text on request. */
class CellPlaces {
  private readonly table: string;
  private readonly delimiter: string;
  private lines: readonly string[] | undefined;

  constructor(table: string, delimiter: string) {
    this.table = table;
    this.delimiter = delimiter;
  }

  /** The column of a cell's text in its line, from 1; undefined if the row starts on another line. */
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

/** The end of the cell that starts at `begin`: at its delimiter, or at the end of the line. */
function cellEnd(text: string, begin: number, delimiter: string): number {
  let quoted = false;
  for (let at = begin; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === delimiter) return at;
  }
  return text.length;
}

/** Windows PowerShell's Export-Csv writes a `#TYPE` line unless `-NoTypeInformation` is set. Its line end stays for the line numbers. */
function withoutTypeLine(text: string): string {
  return text.replace(/^"?#TYPE[^\n]*/, '');
}

/** The most frequent separator of the header row outside quotes; the comma if there is none. */
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

/** The parser reports the last line of a row; quoted cells from the address on may contain line ends. */
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
  // An open quote extends to the end of the file, so the parser reports the last line of the file.
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const line = open || typeof error.lines !== 'number' ? lastLine + 1 : error.lines;
  const what = open ? 'a quote in the row that starts here is not closed' : 'a quote is in the wrong place';
  return new UserError('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
    hint: 'Enclose cells that contain the separator, a quote or a line end in double quotes, and double quotes inside them.',
    place: { file, line },
    cause: error,
  });
}
