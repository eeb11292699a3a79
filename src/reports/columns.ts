import type { ListedCells } from '../exchange/exchange-query.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import {
  columnType,
  isDerivedReport,
  isExchangeReport,
  UNKNOWN,
  type ExchangeReport,
  type ReportColumns,
} from './definition.ts';
import { ABSENT, membersAt, withAbsent, withoutAbsent, type Members, type Presence } from './expressions/absent.ts';
import { checkSize, nullsForAbsent, type EvaluationContext } from './expressions/evaluation.ts';
import { compileExpression, isTruthy, type Expression } from './expressions/expression.ts';
import { decidingProperties } from './expressions/syntax.ts';
import { shownOf } from './known.ts';
import { cellAt, type RowWithCells } from './row-view.ts';
import type { RowCells } from './rows.ts';
import { isTable, type AnyReport } from './table.ts';

/** Reads the cells of a row from the response, or from the part of it that is the row. */
export type CellReader = (item: Json, context: EvaluationContext) => RowCells;

/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response, or if its value is too large or, in a
 * built-in report, of another type than the column's. In a report file, such a value is shown, and unknown.
 */
export function compileColumns(report: AnyReport): CellReader {
  const prepare = compilePreparation(report);
  const readCells = compileCells(report);
  const row = compileRow(report);
  return (answered, context) => {
    const item = prepare(answered, context);
    return row(readCells(item, context), { item, context, isEmpty: isEmptyObject(item) });
  };
}

/** An expression whose value depends on the internal domains. */
const USES_DOMAINS = /\b(?:external|unresolved)\s*\(/;
/** Objects whose cells are cached for equal ones. */
const MAX_CACHED = 1_000;

/** How the columns of a report are read of an object of a listing: some when it arrives, the others when everything is listed. */
export interface ListedColumns {
  /** The properties that the other columns read. */
  readonly keeps: readonly string[];
  readonly begin: (item: JsonObject, context: EvaluationContext) => ListedCells;
  /**
   * @param remainder with what other listings and the organization have
   * @param context of the same run for all objects
   */
  readonly finish: (remainder: JsonObject, context: EvaluationContext, begun: ListedCells) => RowCells;
}

/** Compiles the columns of a report of a listing. Throws as `compileColumns` does, and so do `begin` and `finish`. */
export function compileListedColumns(report: ExchangeReport): ListedColumns {
  const { request, inconclusive, keepsObject } = report;
  const { select, beside = {} } = request;
  const ownNames = new Set(select.filter((name) => !Object.hasOwn(beside, name)));
  const isWhole = inconclusive !== undefined || keepsObject === true;
  const reads = Object.values(report.columns).map((text) => ({
    properties: isWhole ? undefined : decidingProperties(text),
    usesDomains: USES_DOMAINS.test(text),
  }));
  const isLate = reads.map(
    ({ properties, usesDomains }) => usesDomains || properties?.every((name) => ownNames.has(name)) !== true,
  );
  const late = reads.filter((_, index) => isLate[index]).map(({ properties }) => properties);
  const keeps = late.includes(undefined)
    ? select
    : select.filter((name) => late.some((names) => names?.includes(name)));
  const prepareOwn = compilePreparation(report, (name) => ownNames.has(name));
  const prepareRemainder = compilePreparation(report, (name) => keeps.includes(name) || !ownNames.has(name));
  const readEarly = compileCells(report, (index) => isLate[index] === false);
  const readLate = compileCells(report, (index) => isLate[index] === true);
  const row = compileRow(report);
  // Most mailboxes have equal ones: reading them anew was a fifth of the time after the last page (`npm run bench`, exchange).
  const earlierCells = new Map<string, { readonly item: Json; readonly cells: ListedCells }>();
  const lateCells = (
    remainder: JsonObject,
    context: EvaluationContext,
  ): { readonly item: Json; readonly cells: ListedCells } => {
    const key = JSON.stringify(remainder);
    const earlier = earlierCells.get(key);
    if (earlier !== undefined) return earlier;
    const item = prepareRemainder(remainder, context);
    const result = { item, cells: readLate(item, context) };
    if (earlierCells.size < MAX_CACHED) earlierCells.set(key, result);
    return result;
  };
  return {
    keeps,
    begin: (item, context) => readEarly(prepareOwn(item, context), context),
    finish: (remainder, context, begun) => {
      const { item, cells: lateOnes } = lateCells(remainder, context);
      const cells = begun.cells.map((cell, index) => (cell === undefined ? lateOnes.cells[index] : cell));
      const unknown = [...begun.unknown, ...lateOnes.unknown];
      return row({ cells, unknown }, { item, context, isEmpty: false });
    },
  };
}

/** Reads the cells of some columns. */
function compileCells(
  report: ReportColumns,
  isRead: (index: number) => boolean = () => true,
): (item: Json, context: EvaluationContext) => ListedCells {
  const readers = Object.entries(report.columns).map(([name, text], index) =>
    isRead(index) ? compileColumn(name, text, report) : undefined,
  );
  return (item, context) => {
    const unknown: number[] = [];
    const cells = readers.map((readCell, index) => {
      if (readCell === undefined) return undefined;
      const { cell, isUnknown } = readCell(item, context);
      if (isUnknown) unknown.push(index);
      return cell;
    });
    return { cells, unknown };
  };
}

interface RowItem {
  readonly item: Json;
  readonly context: EvaluationContext;
  /** Whether nothing is known of the row, so that blanks are unknown. */
  readonly isEmpty: boolean;
}

/** Makes a row of the cells of all columns. */
function compileRow(report: ReportColumns): (begun: ListedCells, row: RowItem) => RowCells {
  const { inconclusive, members, mayBeBlank, keepsObject, identity: identifying } = report;
  const hidesBlanks = inconclusive === undefined ? undefined : compileNamed('inconclusive', inconclusive);
  return (begun, { item, context, isEmpty }) => {
    const cells = begun.cells.map((cell) => cell ?? null);
    const hasUnknownBlanks =
      isEmpty ||
      (members !== undefined && mayBeBlank !== true && cells.every(isBlank)) ||
      (hidesBlanks !== undefined && mayHide(hidesBlanks, item, context));
    const blank = hasUnknownBlanks ? cells.flatMap((cell, index) => (isBlank(cell) ? [index] : [])) : [];
    const unknown = [...begun.unknown, ...blank];
    const incomplete = unknown.length === 0 ? undefined : new Set(unknown.sort((one, other) => one - other));
    const object = isObject(item) && (identifying !== undefined || keepsObject === true) ? withoutAbsent(item) : item;
    const identity = identifying && isObject(object) ? membersOf(object, identifying) : undefined;
    return { cells, incomplete, ...(identity && { identity }), ...(keepsObject === true && { object }) };
  };
}

/** The members that the service said; undefined if there are none. */
function membersOf(object: JsonObject, names: readonly string[]): JsonObject | undefined {
  const known = Object.entries(object).filter(([name, value]) => names.includes(name) && value !== null);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** The item with `ABSENT` for what the service did not say about the members that the report reads. */
export type Preparation = (item: Json, context: EvaluationContext) => Json;

/**
 * Compiles the one place where an answer becomes what expressions read. A property that the request selects and the answer lacks
 * is unknown, and so is one without a value that `members` says always has one.
 *
 * @param isRead whether the report reads a member of the answer
 */
export function compilePreparation(report: AnyReport, isRead: (member: string) => boolean = () => true): Preparation {
  const all = membersAt({ ...blankOnes(selectedByRequest(report)), ...report.members });
  const members = new Map([...all].filter(([name]) => isRead(name)));
  return (answered, context) => (isObject(answered) ? prepared(answered, members, context) : answered);
}

/** An object of an answer as expressions read it. */
export function prepared(item: JsonObject, members: Members, context: EvaluationContext): JsonObject {
  const withUnknown = withAbsent(item, members);
  if (withUnknown !== item) context.hasAbsent = true;
  return withUnknown;
}

/** Paths of members that the service may leave blank but not out. */
export function blankOnes(paths: readonly string[]): Readonly<Record<string, Presence>> {
  return Object.fromEntries(paths.map((path) => [path, 'blank']));
}

/** The properties of a row that the request selects. Objects of Exchange Online with several rows are prepared as a whole. */
function selectedByRequest(report: AnyReport): readonly string[] {
  if (isTable(report)) {
    if (report.source === 'reports' || report.source === 'cmdlets' || report.source === 'listings') return [];
    return report.source === 'exchange' ? report.request.select : selectedOfGraph(report.request.query);
  }
  if (isExchangeReport(report)) {
    const { rows, properties = [], request, members } = report;
    if (rows !== undefined) return properties;
    // Built-in reports say themselves what the organization's settings are.
    return members === undefined ? [...request.select, ...organizationPaths(request)] : request.select;
  }
  if (isDerivedReport(report)) return [];
  const { rows = 'value', request } = report;
  return rows === 'value' ? selectedOfGraph(request.query) : [];
}

function selectedOfGraph({ $select = '' }: Readonly<Record<string, string>> = {}): readonly string[] {
  const names = $select.split(',').map((name) => name.trim());
  return names.filter((name) => /^\w+$/.test(name));
}

function organizationPaths({ organization = {} }: ExchangeReport['request']): string[] {
  const paths = Object.entries(organization).flatMap(([name, { select }]) =>
    ['', ...select.map((property) => `.${property}`)].map((below) => `organization.${name}${below}`),
  );
  return paths.length === 0 ? [] : ['organization', ...paths];
}

interface ReadCell {
  readonly cell: Json;
  /** Whether the value is not fully known, whatever the rest of the row says. A list then has at least what it shows. */
  readonly isUnknown: boolean;
}

function compileColumn(
  name: string,
  text: string,
  report: ReportColumns,
): (item: Json, context: EvaluationContext) => ReadCell {
  const isBuiltIn = report.members !== undefined;
  const type = columnType(report, name);
  const evaluate = compileNamed(`column ${name}`, text);
  // A report writes the word into a cell that it derives from what the service does not show.
  const mayBeUnknown = text.includes(`'${UNKNOWN}'`);
  // The values of an enumeration are documented, so that an unknown one is blank.
  const isEnum = isBuiltIn && type?.enum !== undefined;
  const isExpected = typeCheck(type);
  return (item, context) => {
    const value = evaluate(item, context);
    const unknown = context.takeUnknown();
    const isWord = value === UNKNOWN && mayBeUnknown;
    const isOfWrongType = value !== null && !isWord && !isExpected(value);
    if (isOfWrongType && isBuiltIn) throw new TypeError(`Column ${name} has a value of the wrong type`);
    const cell = emptyAsNull(value);
    // What a list contains is known, even if it may lack something.
    const isDropped = isWord ? isEnum : unknown === 'absent' && !(Array.isArray(cell) && cell.length > 0);
    return { cell: isDropped ? null : cell, isUnknown: unknown !== undefined || isWord || isOfWrongType };
  };
}

/** Also if the service did not say it. */
function mayHide(hides: Expression, item: Json, context: EvaluationContext): boolean {
  const isHiding = isTruthy(hides(item, context));
  return context.takeUnknown() !== undefined || isHiding;
}

/** Checks only JSON types, also of the items of a list: Graph may add values to an enumeration. */
function typeCheck({ type, enum: values, items }: JsonObject = {}): (cell: Json) => boolean {
  const types = Array.isArray(values) ? values.map(jsonType) : type === undefined ? undefined : [type].flat();
  if (types === undefined) return () => true;
  const ofItems = isObject(items) ? typeCheck(items) : () => true;
  return (cell) => {
    const cellType = jsonType(cell);
    const isExpected = types.some((one) => one === cellType || (one === 'integer' && cellType === 'number'));
    return isExpected && (!Array.isArray(cell) || cell.every(ofItems));
  };
}

function jsonType(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Finds the column of a stored row whose cell has another type than a response can give; undefined if there is none. Built-in
 * reports refuse such responses; in a report file with types, such a cell is unknown.
 */
export function wrongTypeFinder(
  report: Pick<ReportColumns, 'columns' | 'members' | 'types'>,
): (row: RowWithCells) => string | undefined {
  const { members, columns } = report;
  const checks = Object.keys(columns).map((name) => ({ name, isExpected: typeCheck(columnType(report, name)) }));
  return (row) =>
    checks.find(({ isExpected }, index) => {
      const cell = cellAt(row, index);
      const value = cell.isKnown || members !== undefined ? (shownOf(cell) ?? null) : null;
      return value !== null && !isExpected(value);
    })?.name;
}

/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell: Json): Json {
  return cell === '' ? null : cell;
}

/** Whether an object has nothing but OData's annotations. Any one property may be missing, but not all of them. */
export function isEmptyObject(item: Json): boolean {
  if (!isObject(item)) return false;
  for (const key in item) {
    if (!key.startsWith('@odata.') && key !== 'parents' && item[key] !== ABSENT) return false;
  }
  return true;
}

function isBlank(cell: Json): boolean {
  return cell === null || cell === UNKNOWN || (typeof cell === 'object' && Object.keys(cell).length === 0);
}

function compileNamed(name: string, text: string): Expression {
  const expression = compileExpression(text);
  return (item, context) => {
    try {
      const value = nullsForAbsent(expression(item, context), context);
      if (typeof value === 'object') checkSize(value);
      return value;
    } catch (error) {
      throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
    }
  };
}
