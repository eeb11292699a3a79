import type { Json } from '../../json.ts';
import { restored, reversiblyDefused } from '../../text/csv.ts';
import { cellText } from '../../text/display.ts';

/** The header of `baseline.csv`. */
export const BASELINE_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'AddedOn'] as const;

/** A violation by the values that identify it. Texts are canonical. */
export interface ViolationIdentity {
  /** The rule's id. */
  readonly rule: string;
  /** In any case. */
  readonly address: string;
  readonly item: string;
  readonly column: string;
  readonly found: string;
}

/** A violation that the baseline accepts: a row of `baseline.csv`. */
export interface BaselineEntry extends ViolationIdentity {
  /** ISO date in UTC, as the action writes it. */
  readonly addedOn: string;
}

/**
 * A cell as the baseline stores it: line ends as `\n`, since Git may convert them, without NUL, which would make the file
 * binary for Git, and without unpaired surrogates, which UTF-8 cannot store.
 */
export function canonicalText(cell: Json): string {
  return cellText(cell).toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}

/**
 * The identity as one string. Equal identities, compared without the case of the address, have equal keys, and keys sort as
 * `baseline.csv` does: by rule, address, item, column and value.
 */
export function baselineKey({ rule, address, item, column, found }: ViolationIdentity): string {
  return [rule, address.toLowerCase(), item, column, found].join(SEPARATOR);
}

/** An entry as one string, which sorts as its key does. */
export function packEntry(entry: BaselineEntry): string {
  return [baselineKey(entry), entry.address, entry.addedOn].join(SEPARATOR);
}

/** The entry that `packEntry` packed. */
export function unpackEntry(packed: string): BaselineEntry {
  const [rule = '', , item = '', column = '', found = '', address = '', addedOn = ''] = packed.split(SEPARATOR);
  return { rule, address, item, column, found, addedOn };
}

/** Sorts before all canonical texts and occurs in none. */
const SEPARATOR = '\0';

/** The cells of an entry, in the order of the columns. Formulas are defused so that reading restores the values. */
export function baselineCells({ rule, address, item, column, found, addedOn }: BaselineEntry): readonly string[] {
  return [rule, address, item, column, found, addedOn].map(reversiblyDefused);
}

/** The entry of a record's cells, in the order of the columns. */
export function entryOf(cells: readonly string[]): BaselineEntry {
  const [rule = '', address = '', item = '', column = '', found = '', addedOn = ''] = cells.map((cell) =>
    canonicalText(restored(cell)),
  );
  return { rule, address, item, column, found, addedOn };
}
