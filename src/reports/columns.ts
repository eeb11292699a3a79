import type { SourcePlace } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import { isExchangeReport, UNKNOWN, type ReportDefinition } from './definition.ts';
import { checkSize, type EvaluationContext } from './expressions/evaluation.ts';
import { compileExpression, isTruthy, type Expression } from './expressions/expression.ts';
import { unreadableRow, type MailboxRows, type RowCells } from './rows.ts';

/** Reads the cells of a row from the response, or from the part of it that is the row. */
export type CellReader = (item: Json, context: EvaluationContext) => RowCells;

/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response, or if its value is too large or, in a
 * built-in report, of another type than the column's.
 */
export function compileColumns(report: ReportDefinition): CellReader {
  const { inconclusive, responseObjects = [] } = report;
  const columns = Object.entries(report.columns).map(([name, text]) => compileColumn(name, text, report));
  const hidesBlanks = inconclusive === undefined ? undefined : compileNamed('inconclusive', inconclusive);
  const objects = responseObjects.map((path) => ({ path, read: compileExpression(path) }));
  return (item, context) => {
    const found = columns.map((read) => read(item, context));
    for (const { path, read } of objects) {
      const value = read(item, context);
      if (value !== null && !isObject(value)) throw new TypeError(`The response has no object under ${path}`);
    }
    const hasUnknownBlanks =
      isEmptyObject(item) ||
      (report.responseObjects !== undefined && found.every(({ cell }) => isBlank(cell))) ||
      (hidesBlanks !== undefined && isTruthy(hidesBlanks(item, context)));
    const unknown = found.flatMap(({ cell, isUnknown }, at) =>
      isUnknown || (hasUnknownBlanks && isBlank(cell)) ? [at] : [],
    );
    const cells = found.map(({ cell }) => cell);
    const incomplete = unknown.length === 0 ? undefined : new Set(unknown);
    return report.keepsObject === true ? { cells, incomplete, object: item } : { cells, incomplete };
  };
}

interface ReadCell {
  readonly cell: Json;
  /** Whether the value is not fully known, whatever the rest of the row says. */
  readonly isUnknown: boolean;
}

function compileColumn(
  name: string,
  text: string,
  report: ReportDefinition,
): (item: Json, context: EvaluationContext) => ReadCell {
  const { responseObjects, types = {} } = report;
  const read = compileNamed(`column ${name}`, text);
  // A report writes the word into a cell that it derives from what the service does not show.
  const mayBeUnknown = text.includes(`'${UNKNOWN}'`);
  const needs = neededProperties(text, report);
  const isExpected = responseObjects === undefined ? () => true : typeCheck(types[name]);
  return (item, context) => {
    const cell = emptyAsNull(read(item, context));
    const isCut = context.takeIncomplete();
    // What a list contains is known, even if it may lack something.
    if (!hasAll(item, needs) && !(Array.isArray(cell) && cell.length > 0)) return { cell: null, isUnknown: true };
    if (cell !== null && cell !== UNKNOWN && !isExpected(cell)) {
      throw new TypeError(`Column ${name} has a value of the wrong type`);
    }
    return { cell, isUnknown: isCut || (cell === UNKNOWN && mayBeUnknown) };
  };
}

/**
 * The properties of a row that an expression mentions, if the service may leave out properties, as Exchange Online does. A
 * property that is left out is unknown: the cell is blank, and rules about it are inconclusive.
 */
function neededProperties(expression: string, report: ReportDefinition): readonly string[] {
  if (!isExchangeReport(report)) return [];
  const words = wordsOf(expression);
  return (report.properties ?? report.request.select).filter((name) => words.has(name));
}

/** The names in an expression, and other words in it. */
export function wordsOf(expression: string): ReadonlySet<string> {
  return new Set(expression.match(/\w+/g));
}

function hasAll(item: Json, names: readonly string[]): boolean {
  return names.length === 0 || (isObject(item) && names.every((name) => Object.hasOwn(item, name)));
}

/** Checks only the JSON type: Graph may add values to an enumeration. */
function typeCheck({ type, enum: values }: JsonObject = {}): (cell: Json) => boolean {
  const expected = values === undefined ? type : 'string';
  if (expected === 'array') return (cell) => Array.isArray(cell) && cell.every((part) => typeof part === 'string');
  if (expected === 'object') return isObject;
  const jsType = expected === 'integer' ? 'number' : expected;
  return (cell) => jsType === undefined || typeof cell === jsType;
}

/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell: Json): Json {
  return cell === '' ? null : cell;
}

/** Whether an object has nothing but OData's annotations. Any one property may be missing, but not all of them. */
export function isEmptyObject(item: Json): boolean {
  if (!isObject(item)) return false;
  for (const key in item) if (!key.startsWith('@odata.') && key !== 'parents') return false;
  return true;
}

function isBlank(cell: Json): boolean {
  return cell === null || cell === UNKNOWN || (typeof cell === 'object' && Object.keys(cell).length === 0);
}

function compileNamed(name: string, text: string): Expression {
  const expression = compileExpression(text);
  return (item, context) => {
    try {
      const value = expression(item, context);
      if (typeof value === 'object') checkSize(value);
      return value;
    } catch (error) {
      throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
    }
  };
}

/** What a report of the user did not find in any response, probably by mistake. */
export interface BlankNotice {
  readonly message: string;
  readonly place: SourcePlace;
}

/** Finds the columns of a report file that are blank in every row, and `rows` that finds nothing, as the rows pass. */
export class BlankColumns {
  readonly #report: ReportDefinition;
  /** Columns that were blank so far, with their positions. Empty for built-in reports. */
  #blank: readonly { readonly name: string; readonly at: number }[];
  #mailboxes = 0;
  #items = 0;

  constructor(report: ReportDefinition) {
    this.#report = report;
    this.#blank = report.places === undefined ? [] : Object.keys(report.columns).map((name, at) => ({ name, at }));
  }

  add(rows: MailboxRows): void {
    if (this.#blank.length === 0 || unreadableRow(rows) !== undefined) return;
    this.#mailboxes += 1;
    for (const { content, cells } of rows) {
      if (content === 'none') continue;
      this.#items += 1;
      if (this.#blank.some(({ at }) => !hasNoValue(cells[at]))) {
        this.#blank = this.#blank.filter(({ at }) => hasNoValue(cells[at]));
      }
    }
  }

  /** Undefined for built-in reports, if no mailbox was read, and if every column has a value. */
  notice(): BlankNotice | undefined {
    const { name, places } = this.#report;
    const [first, ...others] = this.#blank;
    if (places === undefined || first === undefined || this.#mailboxes === 0) return undefined;
    if (this.#items === 0) {
      const message = `"rows" of the report "${name}" found nothing in the responses of ${this.#mailboxes} mailboxes.`;
      return { message, place: places.rows };
    }
    const names = [first, ...others].map((column) => shownText(column.name)).join(', ');
    const message = `${others.length === 0 ? 'Column' : 'Columns'} ${names} of the report "${name}" ${others.length === 0 ? 'is' : 'are'} blank in every row.`;
    return { message, place: places.columns.get(first.name) ?? places.rows };
  }
}

function hasNoValue(cell: unknown): boolean {
  return cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
}
