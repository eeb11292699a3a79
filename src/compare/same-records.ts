import { csvCell, type CsvDelimiter } from '../text/csv.ts';
import type { ComparedRow } from './compare.ts';

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** A column of the earlier CSV. */
export type ExpectedCell =
  /** Its records must have the cell of the row now at this position. */
  | number
  /** Its records must have this text. */
  | string
  /** Any text. */
  | undefined;

/**
 * Whether the records of a mailbox in a CSV are those of its rows now, in their order: then nothing has changed. Most
 * mailboxes have not, and this takes a fraction of the time of parsing and matching their records.
 *
 * @param text well-formed records with their line ends
 */
export function isSameRecords(
  text: string,
  expected: readonly ExpectedCell[],
  delimiter: CsvDelimiter,
  rows: readonly ComparedRow[],
): boolean {
  const comma = delimiter.charCodeAt(0);
  const last = expected.length - 1;
  let at = 0;
  for (const { cells, incomplete } of rows) {
    if (incomplete !== undefined) return false;
    for (let column = 0; column <= last; column += 1) {
      const cell = expected[column];
      if (cell === undefined) at = endOfCell(text, at, comma);
      else {
        const is = typeof cell === 'string' ? cell : csvCell(cells[cell] ?? null, delimiter);
        if (is !== '' && !text.startsWith(is, at)) return false;
        at += is.length;
      }
      if (column < last && text.charCodeAt(at) !== comma) return false;
      at += 1;
    }
    if (text.charCodeAt(at - 1) !== CARRIAGE_RETURN || text.charCodeAt(at) !== LINE_FEED) return false;
    at += 1;
  }
  return at === text.length;
}

function endOfCell(text: string, start: number, comma: number): number {
  let at = start;
  if (text.charCodeAt(at) !== QUOTE) {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === comma || code === CARRIAGE_RETURN || code === LINE_FEED) break;
    }
    return at;
  }
  // An escaped quote ends a part in quotes, and starts the next one.
  while (text.charCodeAt(at) === QUOTE) at = text.indexOf('"', at + 1) + 1;
  return at;
}
