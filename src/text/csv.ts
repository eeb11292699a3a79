import type { Json } from '../json.ts';
import { cellText } from './display.ts';

/** What separates the cells of a record. */
export type CsvDelimiter = ',' | ';';

/** The form of CSV files. */
export interface CsvFormat {
  /** Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8. */
  readonly bom: boolean;
  readonly delimiter: CsvDelimiter;
}

/** The cells of a record, in the order of the columns. */
export type Cells = readonly Json[];

/** Nearly every cell: it has no formula, and no character that needs quotes. */
const PLAIN = /^[\p{L}\p{N}][^",;\t\r\n]*$/u;

/**
 * A cell that a spreadsheet may evaluate (https://owasp.org/www-community/attacks/CSV_Injection). LibreOffice ignores a
 * leading NUL, so hidden characters are skipped.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/**
 * Starts of formulas inside a cell. A spreadsheet that splits at other separators than the file's ignores the quotes of
 * every cell but a line's first, so what follows a separator or a line break becomes a cell. The lookbehind comes last:
 * before the sign, it would be tried at every character, in quadratic time.
 */
const INNER_FORMULAS = /[=+\-@＝＋－＠](?<=[,;\t\r\n]["\s\p{Cc}\p{Cf}]*.)/gu;

/** Whether a text is the same as a field of a CSV. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * A cell as text in which no spreadsheet finds a formula, whatever the delimiter: an apostrophe precedes each start of
 * one. Numbers stay, since their minus starts no formula. Defusing a defused text changes nothing.
 */
export function defusedText(cell: Json): string {
  if (typeof cell === 'number') return String(cell);
  const text = cellText(cell);
  if (isPlain(text)) return text;
  const defused = text.replace(INNER_FORMULAS, "'$&");
  return FORMULA.test(text) ? `'${defused}` : defused;
}
