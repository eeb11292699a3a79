/** What a reader of one format is told about the file. */
export interface ListSource {
  /** Path relative to the workspace, with forward slashes, for errors. */
  readonly file: string;
  /** The column or key that holds the address, without case; undefined: found among the usual ones. */
  readonly column: string | undefined;
}

/**
 * Takes what stands where an address should, untrimmed and unchecked, '' where nothing does. Lines count from 1; `column`
 * finds, for who asks, in which column of its line it begins, from 1, undefined where that is not plain.
 */
export type AddressSink = (text: string, line: number, column: () => number | undefined) => void;

/**
 * Reads one list's text and hands on its addresses in the file's order. Throws a UserError `LIST_MALFORMED` for a text
 * that is not in the format, and `LIST_NO_COLUMN` where nothing says which column is the address.
 */
export type ListReader = (text: string, source: ListSource, found: AddressSink) => void;
