import { stringify, type Options } from 'csv-stringify/sync';
import type { Json } from '../json.ts';
import type { Row } from '../reports/row.ts';
import { cellText } from './cell.ts';

/** RFC 4180; with CRLF between records, a lone CR or LF inside a field has to be asked to be quoted. */
const FORMAT: Options = { record_delimiter: '\r\n', quote_record_delimiter: true, escape_formulas: true };
const FIELD: Options = { ...FORMAT, eof: false };

/**
 * A text that starts with a letter or a digit and holds no delimiter needs neither quotes nor defusing. Nearly every
 * field is such a text, and writing it as it is takes a quarter of the time that csv-stringify does.
 */
const PLAIN = /^[\p{L}\p{N}][^",\r\n]*$/u;

/** The header record, with its CRLF. */
export function csvHeader(columns: readonly string[]): string {
  return stringify([[...columns]], FORMAT);
}

/** The record of a row with its CRLF: mailbox, the report's cells, status, error. Formulas are defused. */
export function csvRecord({ mailbox, cells, status, error }: Row): string {
  let record = textField(mailbox.address);
  for (const cell of cells) record += `,${cellField(cell)}`;
  return `${record},${status},${textField(error)}\r\n`;
}

/** A number stays one: the minus before it is no formula. */
function cellField(cell: Json): string {
  return typeof cell === 'number' ? String(cell) : textField(cellText(cell));
}

function textField(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  // csv-stringify defuses every beginning of https://owasp.org/www-community/attacks/CSV_Injection but this one.
  return stringify([[text.startsWith('\n') ? `'${text}` : text]], FIELD);
}
