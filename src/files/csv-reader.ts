import { CsvError, parse } from 'csv-parse/sync';

/** A row that is not CSV. */
export interface BrokenRow {
  /** From 1. */
  readonly line: number;
  /** Whether a quote is not closed; else one is in the wrong place. */
  readonly isOpen: boolean;
  readonly cause: CsvError;
}

/**
 * Reads a CSV of RFC 4180 with any line ends. Rows may have different numbers of cells; empty lines are left out.
 *
 * @param trim whether to remove blanks around cells
 * @param onRow receives the cells of each row, with its first line from 1
 * @returns the row at which reading ended, if it is not CSV
 */
export function readCsvRows(
  text: string,
  delimiter: string,
  trim: boolean,
  onRow: (cells: readonly string[], line: number) => void,
): BrokenRow | undefined {
  let nextLine = 1;
  try {
    // csv-parse counts a CRLF inside quotes as two lines.
    parse(text.replaceAll(/\r\n?/g, '\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim,
      // With null, the parser does not collect the rows. It counts the lines up to the last one of the row.
      on_record: (record: unknown, { lines }) => {
        const cells = Array.isArray(record) ? record.map(String) : [];
        onRow(cells, lines - lineEnds(cells));
        nextLine = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    // An open quote extends to the end of the file, whose last line the parser reports.
    const line = isOpen || typeof error.lines !== 'number' ? nextLine : error.lines;
    return { line, isOpen, cause: error };
  }
  return undefined;
}

/** How many line ends some cells contain, as `readCsvRows` passes them on. */
export function lineEnds(cells: readonly string[]): number {
  return cells.join('').split('\n').length - 1;
}

/** The most frequent of some separators in the header row, outside quotes; the first if there is none. */
export function delimiterOf<Delimiter extends string>(
  text: string,
  delimiters: readonly [Delimiter, ...Delimiter[]],
): Delimiter {
  const [header = ''] = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.trimStart()) ?? [];
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}
