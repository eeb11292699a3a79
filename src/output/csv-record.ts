import { stringify, type Options } from 'csv-stringify/sync';
import type { Json } from '../json.ts';
import type { RowVerdict } from '../policy/verdict.ts';
import type { Row } from '../reports/row.ts';
import { cellText } from '../text/display.ts';

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

/**
 * The record of a row with its CRLF: mailbox, the report's cells, status, error. With a policy, the verdict and the ids of
 * the rules that do not hold follow; both are blank, for `none`, where no rule is about the report. Formulas are defused.
 */
export function csvRecord({ mailbox, cells, status, error }: Row, judged?: RowVerdict | 'none'): string {
  let record = textField(mailbox.address);
  for (const cell of cells) record += `,${cellField(cell)}`;
  record += `,${status},${textField(error)}`;
  if (judged === undefined) return `${record}\r\n`;
  if (judged === 'none') return `${record},,\r\n`;
  return `${record},${judged.verdict},${textField(judged.violations.join('; '))}\r\n`;
}

/** A record of any cells with its CRLF. Formulas are defused. */
export function csvLine(cells: readonly Json[]): string {
  return `${cells.map(cellField).join(',')}\r\n`;
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
