import type { Json } from '../json.ts';
import { cellText } from './display.ts';

/** A cell with one of them is quoted: also semicolons and tabs, at which Excel and LibreOffice split in some locales. */
const SEPARATORS = /[",;\t\r\n]/;

/**
 * A cell that a spreadsheet may evaluate (https://owasp.org/www-community/attacks/CSV_Injection). LibreOffice ignores a
 * leading NUL, so hidden characters are skipped.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** What separates the cells of a record. */
export type CsvDelimiter = ',' | ';';

/**
 * Starts of formulas inside a cell. A spreadsheet that splits at other separators than the file's ignores the quotes of
 * every cell but a line's first, so what follows such a separator or a line break becomes a cell.
 */
const INNER_FORMULAS: Readonly<Record<CsvDelimiter, RegExp>> = {
  ',': /(?<=[;\t\r\n]["\s\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠]/gu,
  ';': /(?<=[,\t\r\n]["\s\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠]/gu,
};
const INNER_EQUALS_SIGNS: Readonly<Record<CsvDelimiter, RegExp>> = {
  ',': /(?<=[;\t\r\n]["\s\p{Cc}\p{Cf}]*)[=＝]/gu,
  ';': /(?<=[,\t\r\n]["\s\p{Cc}\p{Cf}]*)[=＝]/gu,
};

/** Nearly every cell, which needs neither quotes nor defusing: one test instead of several. */
const PLAIN = /^[\p{L}\p{N}][^",;\t\r\n]*$/u;

/** Several such cells as the elements of a list: they need quotes alone. */
const PLAIN_LIST = /^[\p{L}\p{N}][^",;\t\r\n]*(?:; [\p{L}\p{N}][^",;\t\r\n]*)+$/u;

/** A record of RFC 4180 with its CRLF, except for another delimiter. Formulas are defused by an apostrophe. */
export function csvRecord(cells: readonly Json[], delimiter: CsvDelimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

/** A cell as a record has it, in quotes if it needs them. */
export function csvCell(cell: Json, delimiter: CsvDelimiter): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'string' && PLAIN.test(cell)) return cell;
  if (typeof cell === 'object') {
    const list = cellText(cell);
    if (PLAIN_LIST.test(list)) return `"${list}"`;
  }
  const text = defusedText(cell, delimiter);
  return SEPARATORS.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as a program reads it back from a CSV with this delimiter. */
export function readBackText(cell: Json, delimiter: CsvDelimiter = ','): string {
  if (typeof cell === 'string' && PLAIN.test(cell)) return cell.toWellFormed();
  return defusedText(cell, delimiter).toWellFormed();
}

/** A cell as text in which no spreadsheet finds a formula, without quotes around it. */
export function defusedText(cell: Json, delimiter: CsvDelimiter = ','): string {
  // A number is not defused: its minus starts no formula.
  if (typeof cell === 'number') return String(cell);
  const text = cellText(cell);
  const defused = SEPARATORS.test(text) ? withoutInnerFormulas(text, delimiter) : text;
  return FORMULA.test(text) ? `'${defused}` : defused;
}

function withoutInnerFormulas(text: string, delimiter: CsvDelimiter): string {
  if (text.search(INNER_FORMULAS[delimiter]) < 0) return text;
  const lines = text.split(/(?=[\r\n])/);
  return lines
    .map((line, at) => {
      // Items of a list and telephone numbers stay readable: without a call of a function or a program they do no harm.
      // The last line continues in the next cell.
      const harmless = at < lines.length - 1 && !/[(!|]/.test(line);
      return line.replace((harmless ? INNER_EQUALS_SIGNS : INNER_FORMULAS)[delimiter], "'$&");
    })
    .join('');
}

/** Apostrophes before starts of formulas that only a file with this delimiter has. */
const OWN_APOSTROPHES: Readonly<Record<CsvDelimiter, RegExp>> = {
  ',': /(?<=;["\s\p{Cc}\p{Cf}]*)'(?=[=+\-@＝＋－＠])/gu,
  ';': /(?<=,["\s\p{Cc}\p{Cf}]*)'(?=[=+\-@＝＋－＠])/gu,
};

/** A cell that was read back from a CSV with the delimiter `from`, as it would have been from one with the delimiter `to`. */
export function redefusedText(text: string, from: CsvDelimiter, to: CsvDelimiter): string {
  return from === to || PLAIN.test(text) ? text : withoutInnerFormulas(text.replace(OWN_APOSTROPHES[from], ''), to);
}

/** Starts of formulas in a cell, and the apostrophes that `reversiblyDefused` puts before them. */
const INNER_MARKS = /['=+\-@＝＋－＠](?<=[,;\t\r\n]["\s\p{Cc}\p{Cf}]*.)/gu;
const INNER_APOSTROPHES = /'(?<=[,;\t\r\n]["\s\p{Cc}\p{Cf}]*.)/gu;

/**
 * Text in which no spreadsheet finds a formula, whatever the delimiter, and from which `restored` returns the original. An apostrophe in the place
 * of a formula's start gets one of its own.
 */
export function reversiblyDefused(text: string): string {
  if (PLAIN.test(text)) return text;
  const defused = text.replace(INNER_MARKS, "'$&");
  return FORMULA.test(text) || text.startsWith("'") ? `'${defused}` : defused;
}

/** The original of a text from `reversiblyDefused`. */
export function restored(defused: string): string {
  const text = defused.startsWith("'") ? defused.slice(1) : defused;
  return text.replace(INNER_APOSTROPHES, '');
}
