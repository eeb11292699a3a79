import { UserError } from '../errors.ts';
import { delimiterOf, lineEnds, readCsvRows, type BrokenRow } from '../files/csv-reader.ts';
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
export function readCsv(text: string, source: ListSource, addAddress: AddressSink): void {
  const table = withoutTypeLine(text);
  const delimiter = delimiterOf(table, [',', ';', '\t']);
  let lines: readonly string[] | undefined;
  let header: { readonly address: number; readonly values: readonly number[] | undefined } | undefined;
  const problem = readCsvRows(table, delimiter, true, (cells, line) => {
    if (header === undefined) {
      const columns = { noun: 'column', names: cells, line } as const;
      const address = addressColumn(source, columns) ?? onlyAddressColumn(source, columns, { table, delimiter });
      if (address === undefined) throw noColumnError(source, columns);
      header = { address, values: source.columns.positionsIn(cells, { file: source.file, line }) };
    } else if (cells.some((cell) => cell.trim() !== '')) {
      const { address, values } = header;
      const addressLine = line + lineEnds([...cells.slice(0, address), leadingBlanks(cells[address])]);
      const inLine = (): number | undefined => {
        lines ??= table.split(/\r\n?|\n/);
        return columnOf(address, lines[addressLine - 1] ?? '', delimiter);
      };
      // A row can be shorter than the header.
      addAddress(
        cells[address] ?? '',
        addressLine,
        inLine,
        values?.map((position) => cells[position]?.trim() ?? null),
      );
    }
  });
  if (problem !== undefined) throw brokenCsv(problem, source.file);
}

/** The only column with addresses, which takes a reading of its own. */
function onlyAddressColumn(
  source: ListSource,
  columns: Parameters<typeof noColumnError>[1],
  { table, delimiter }: { readonly table: string; readonly delimiter: string },
): number | undefined {
  if (source.column !== undefined || hasAddress(columns.names)) return undefined;
  const search = new AddressColumnSearch<number>();
  const problem = readCsvRows(table, delimiter, true, (cells) => {
    for (const [index, cell] of cells.entries()) search.add(index, cell);
  });
  if (problem !== undefined) throw brokenCsv(problem, source.file);
  return search.only(source, columns);
}

/** The column of a cell's text in its line, from 1; undefined if the row starts on another line. */
function columnOf(cell: number, line: string, delimiter: string): number | undefined {
  const cells = [...line.matchAll(new RegExp(`((?:"[^"]*"?|[^"${delimiter}])*)(?:${delimiter}|$)`, 'g'))];
  const match = cells[cell];
  const blanks = match?.[1]?.search(/\S/) ?? -1;
  if (match === undefined || blanks === -1) return undefined;
  return match.index + blanks + (match[1]?.[blanks] === '"' ? 2 : 1);
}

/** Windows PowerShell's Export-Csv writes a `#TYPE` line unless `-NoTypeInformation` is set. Its line end stays for the line numbers. */
function withoutTypeLine(text: string): string {
  return text.replace(/^"?#TYPE[^\r\n]*/, '');
}

function leadingBlanks(cell = ''): string {
  return cell.slice(0, cell.length - cell.trimStart().length);
}

function brokenCsv({ line, isOpen, cause }: BrokenRow, file: string): UserError {
  const what = isOpen ? 'a quote in the row that starts here is not closed' : 'a quote is in the wrong place';
  return new UserError('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
    hint: 'Enclose cells that contain the separator, a quote or a line end in double quotes, and double quotes inside them.',
    place: { file, line },
    cause,
  });
}
