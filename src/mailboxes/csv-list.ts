import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import {
  addressColumn,
  AddressColumnSearch,
  hasAddress,
  noColumnError,
  type AddressSink,
  type ListSource,
} from './list-format.ts';

/**
 * Reads a table with a header row, as `Get-Mailbox | Export-Csv` writes it: RFC 4180, or separated by semicolons or tabs,
 * as Excel and `-UseCulture` write it where the comma is the decimal separator. Rows may be shorter or longer than the
 * header.
 */
export function readCsv(text: string, source: ListSource, found: AddressSink): void {
  // csv-parse counts a CRLF inside quotes as two lines. Addresses contain no line ends.
  const table = withoutTypeLine(text.replaceAll(/\r\n?/g, '\n'));
  const delimiter = delimiterOf(table);
  let lines: readonly string[] | undefined;
  let header: { readonly address: number; readonly values: readonly number[] | undefined } | undefined;
  eachRow(table, delimiter, source.file, (cells, line) => {
    if (header === undefined) {
      const columns = { noun: 'column', names: cells, line } as const;
      const address = addressColumn(source, columns) ?? onlyAddressColumn(source, columns, { table, delimiter });
      if (address === undefined) throw noColumnError(source, columns);
      header = { address, values: source.columns.positionsIn(cells) };
    } else if (cells.some((cell) => cell.trim() !== '')) {
      const { address, values } = header;
      const at = lineOfCell(cells, address, line);
      const inLine = (): number | undefined => {
        lines ??= table.split('\n');
        return columnOf(address, lines[at - 1] ?? '', delimiter);
      };
      // A row can be shorter than the header.
      found(
        cells[address] ?? '',
        at,
        inLine,
        values?.map((position) => cells[position]?.trim() ?? null),
      );
    }
  });
}

/** The only column with addresses, which takes a reading of its own. */
function onlyAddressColumn(
  source: ListSource,
  columns: Parameters<typeof noColumnError>[1],
  { table, delimiter }: { readonly table: string; readonly delimiter: string },
): number | undefined {
  if (source.column !== undefined || hasAddress(columns.names)) return undefined;
  const search = new AddressColumnSearch<number>();
  eachRow(table, delimiter, source.file, (cells) => {
    for (const [at, cell] of cells.entries()) search.add(at, cell);
  });
  return search.only(source, columns);
}

/** Passes on the rows that have cells, each with its last line. */
function eachRow(
  table: string,
  delimiter: string,
  file: string,
  onRow: (cells: readonly string[], line: number) => void,
): void {
  let lastLine = 0;
  try {
    parse(table, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      // With null, the parser does not collect the rows.
      on_record: (cells: unknown, { lines }) => {
        onRow(asCells(cells), lines);
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error, file, lastLine) : error;
  }
}

/** The column of a cell's text in its line, from 1; undefined if the row starts on another line. */
function columnOf(cell: number, line: string, delimiter: string): number | undefined {
  const cells = [...line.matchAll(new RegExp(`((?:"[^"]*"?|[^"${delimiter}])*)(?:${delimiter}|$)`, 'g'))];
  const found = cells[cell];
  const blanks = found?.[1]?.search(/\S/) ?? -1;
  if (found === undefined || blanks === -1) return undefined;
  return found.index + blanks + (found[1]?.[blanks] === '"' ? 2 : 1);
}

/** Windows PowerShell's Export-Csv writes a `#TYPE` line unless `-NoTypeInformation` is set. Its line end stays for the line numbers. */
function withoutTypeLine(text: string): string {
  return text.replace(/^"?#TYPE[^\n]*/, '');
}

/** The most frequent separator of the header row outside quotes; the comma if there is none. */
function delimiterOf(table: string): ',' | ';' | '\t' {
  const [header = ''] = /^(?:"[^"]*"|[^"\n])*/.exec(table.trimStart()) ?? [];
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return ([',', ';', '\t'] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The parser reports the last line of a row; quoted cells from the address on may contain line ends. */
function lineOfCell(cells: readonly string[], column: number, lastLine: number): number {
  const [address = '', ...others] = cells.slice(column);
  return lastLine - ([address.trimStart(), ...others].join('').split('\n').length - 1);
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
