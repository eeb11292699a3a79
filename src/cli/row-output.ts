import type { Json } from '../json.ts';
import { jsonText, printRecord, type Terminal } from './terminal.ts';

/** The forms of a table on standard output. */
export const TABLE_FORMATS = ['text', 'csv', 'json'] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

/** The members of a result as JSON besides its rows. `ok`: whether the exit code is 0. */
interface Ending {
  readonly ok: boolean;
  readonly [name: string]: unknown;
}

/** Rows on standard output as they are found. Nothing is printed before the first row, so that an error can come first. */
export interface RowOutput {
  /** `text`: the row as a line; undefined if text shows it in another way. */
  add(cells: readonly Json[], text?: string): void;
  /** Ends the output. `members`: what JSON also has. */
  end(members: Ending): void;
}

/** Rows as lines, as a CSV with a header, or as objects with the columns as members, in the member `name` of one object. */
export function rowOutput(
  format: TableFormat,
  name: string,
  columns: readonly string[],
  terminal: Terminal,
): RowOutput {
  if (format === 'json') {
    const rows: object[] = [];
    return {
      add: (cells) => rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]))),
      // An error in between is the only object.
      end: (members) => {
        terminal.out(jsonText({ ...members, [name]: rows }));
      },
    };
  }
  if (format === 'csv') return csvOutput(columns, terminal);
  return {
    add: (_, text) => {
      if (text !== undefined) terminal.out(`${text}\n`);
    },
    end: () => undefined,
  };
}

function csvOutput(columns: readonly string[], terminal: Terminal): RowOutput {
  let hasHeader = false;
  const start = (): void => {
    if (!hasHeader) printRecord(columns, terminal);
    hasHeader = true;
  };
  return {
    add: (cells) => {
      start();
      printRecord(cells, terminal);
    },
    end: start,
  };
}
