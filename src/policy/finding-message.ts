import type { Json } from '../json.ts';
import type { RowsOf } from '../reports/conditions.ts';
import { columnOf, MAILBOX_COLUMN } from '../reports/definition.ts';
import { fileColumn } from '../reports/file-columns.ts';
import { known, NOT_READ, shownOf, type Known } from '../reports/known.ts';
import { isRegisteredColumn } from '../reports/registration.ts';
import { shownText, viewOf } from '../reports/row-view.ts';
import type { AnyRow } from '../reports/rows.ts';
import type { AnyReport } from '../reports/table.ts';
import { cellText, shortened, visibleLine } from '../text/display.ts';
import { listed } from '../text/numbers.ts';
import type { Rule } from './policy-definition.ts';
import type { Finding } from './verdict.ts';

/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can have thousands of characters. */
const LONGEST_CELL = 200;
/** A column in braces, and the quote before it. */
const PLACEHOLDER = /("?)\{([^{}]+)\}/g;

/** The columns that a sentence names in braces. */
export function columnsIn(sentence: string): readonly string[] {
  return Array.from(sentence.matchAll(PLACEHOLDER), ([, , name = '']) => name);
}

/** What a sentence about a violation is made of. */
type Violation = Pick<Finding, 'item' | 'column' | 'found' | 'expected'>;

/** A rule whose `message` precedes the sentence of the report. */
interface SpokenRule {
  readonly rule: Pick<Rule, 'message' | 'when'>;
  /** The one whose rows the rule judges. */
  readonly report: AnyReport;
  /** Those of the run. */
  readonly reports: readonly AnyReport[];
}

/**
 * A violation as a sentence on one line, without a full stop, with hidden characters made visible. Columns without a sentence
 * of their own, as in report files: `Zone of "To home" is x@example.com, expected nothing`. Sentences follow about the columns of other
 * reports that the rule depends on.
 */
export function violationMessage(
  { item, column, found, expected }: Violation,
  { rule: { message, when }, report, reports }: SpokenRule,
  row: AnyRow,
  rowsOf: RowsOf,
): string {
  /** What a name in a rule or a sentence about a report means; without a row, its cell is not known. */
  const located = (own: AnyReport, written: string) => {
    const { report: name, column: ofReport } = columnOf(own, written);
    if (name === report.name) return { definition: report, column: ofReport, row };
    const [other] = rowsOf(name) ?? [];
    const definition = reports.find((one) => one.name === name);
    return { definition, column: ofReport, row: other?.status === 'ok' ? other : undefined };
  };
  const filled = (sentence: string, own: AnyReport): string =>
    sentence.replace(PLACEHOLDER, (_, quote: string, name: string) => {
      const { definition, column: shownColumn, row: shownRow } = located(own, name);
      const text = shownValue(definition && shownRow ? valueIn(shownColumn, definition, shownRow) : NOT_READ);
      return quote + (text === '' && quote === '' ? 'not set' : text);
    });
  if (message !== undefined) return visibleLine(filled(message, report));
  /** The sentence of a column's own report about its cell. */
  const sentenceAbout = (written: string, text: string): string | undefined => {
    const { definition, column: ofReport } = located(report, written);
    const isRegistered = definition !== undefined && isRegisteredColumn(definition, ofReport);
    if (isRegistered) return visibleLine(filled(definition.right ?? '', definition) + registeredText(text, row));
    const sentence = definition && ofColumn(definition, ofReport, text);
    return definition && sentence && visibleLine(filled(sentence, definition));
  };
  const violated =
    sentenceAbout(column, cellText(found)) ??
    `${column}${ofItem(item)} is ${shownOrBlank(cellText(found))}, expected ${shownCell(expected)}`;
  const deciding = Object.keys(when).flatMap((written) => {
    const { definition, column: ofReport, row: otherRow } = located(report, written);
    if (definition === report || definition === undefined || otherRow === undefined) return [];
    const text = shownText(valueIn(ofReport, definition, otherRow));
    return [sentenceAbout(written, text) ?? `${written} is ${shownOrBlank(text)}`];
  });
  return [violated, ...deciding].join('; ');
}

function shownOrBlank(text: string): string {
  return text === '' ? 'blank' : shownCell(text);
}

/** Why a rule is inconclusive for a row, as `violationMessage`. */
export function inconclusiveMessage(columns: readonly string[], item: string): string {
  return `${listed(columns, 'and')}${ofItem(item)} cannot be fully read, so the rule is not decided`;
}

/** What a register says about a right, after the words that name it. */
const REGISTERED_TEXTS: Readonly<Record<string, string>> = {
  yes: 'is registered',
  due: 'is due for review',
  expired: 'has expired in the register',
  no: 'is not registered',
};

function registeredText(registered: string, { registration }: AnyRow): string {
  const reason = registration?.reason === undefined ? '' : `: ${registration.reason}`;
  return ` ${REGISTERED_TEXTS[registered] ?? ''}${reason}`;
}

function ofColumn({ sentences = {} }: AnyReport, column: string, text: string): string | undefined {
  const sentence = Object.hasOwn(sentences, column) ? sentences[column] : undefined;
  if (sentence === undefined || typeof sentence === 'string') return sentence;
  // As `Spelling` compares enumerations.
  const folded = text.toLowerCase();
  return Object.entries(sentence).find(([cell]) => cell.toLowerCase() === folded)?.[1] ?? sentence['*'];
}

function ofItem(item: string): string {
  return item === '' ? '' : ` of "${shownCell(item)}"`;
}

/** What a name in a sentence means in a row. */
function valueIn(name: string, report: AnyReport, row: AnyRow): Known<Json> {
  const { mailbox } = row;
  const ofFile = fileColumn(report, name);
  if (ofFile !== undefined) return ofFile.isOfCell ? ofFile.valueIn(row) : known(shownOf(ofFile.valueIn(row)) ?? '');
  const cell = viewOf(Object.keys(report.columns), row).cell(name);
  return cell ?? known(name === MAILBOX_COLUMN && mailbox !== undefined ? mailbox.address : null);
}

function shownValue(one: Known<Json>): string {
  const value = shownOf(one);
  if (!one.isKnown && !(Array.isArray(value) && value.length > 0)) return 'unknown';
  return shownCell(Array.isArray(value) ? value.map(cellText).join(', ') : cellText(value));
}

function shownCell(text: string): string {
  return visibleLine(shortened(text, LONGEST_CELL));
}
