import { isDeepStrictEqual } from 'node:util';
import { isGuid, isObject, type Json } from '../json.ts';
import { compileCell, type CellSchema } from '../schema/cell-schema.ts';
import { expectedText } from '../schema/expected-text.ts';
import { resolveDates } from '../schema/relative-dates.ts';
import { Spelling } from '../schema/spelling.ts';
import { columnType, MAILBOX_COLUMN, referenceOf, type ReportDefinition } from './definition.ts';
import type { AnyReport } from './table.ts';
import { fileColumn } from './file-columns.ts';
import type { ColumnSchemas } from './highlight.ts';
import { known, NOT_KNOWN, NOT_READ, shownOf, type Known } from './known.ts';
import { isRegisteredColumn, REGISTERED_TYPE } from './registration.ts';
import { cellAt } from './row-view.ts';
import type { AnyRow, MailboxRows } from './rows.ts';
import type { EpochMs } from '../text/numbers.ts';

// Import this module lazily: runs without rules and highlights do not need Ajv.

/** A column of a condition of a rule or a highlight, with its compiled schema. */
export interface Condition {
  /** As it is written: `accounts.Licenses` is a column of another report. */
  readonly column: string;
  /** The report of the column, if it is not that of the row. It has one row a mailbox. */
  readonly report?: string | undefined;
  /** Whether it is about a cell, rather than the mailbox's address or a column of the list. */
  readonly isOfCell: boolean;
  /** The value that the condition is about. */
  readonly valueIn: (row: AnyRow) => Known<Json>;
  /** Whether its cell has no meaning in the row. */
  readonly isNotApplicable: (row: AnyRow) => boolean;
  readonly accepts: (cell: Json) => boolean;
  /** The texts of the schema, such as those under `const`. */
  readonly texts: readonly string[];
  /** The lists that it has under `const` and `enum`. */
  readonly lists: readonly (readonly Json[])[];
  /** A value as the schema compares it. */
  readonly compared: (cell: Json) => Json;
  /** Whether the schema is about texts that it does not have. */
  readonly hasPattern: boolean;
  /** More items than the schema counts: of a list that lacks items, so many may be missing. */
  readonly most: number;
  /** The schema in words. */
  readonly expected: string;
}

/** The rows of a mailbox in a report of the run, or those of a table about the tenant, by its name. */
export type RowsOf = (report: string) => readonly AnyRow[] | undefined;

/**
 * Throws if the report, or the other one that is meant, lacks one of the columns. Conditions of files have been checked for that.
 *
 * @param now what `now` and `today` mean in limits of dates
 * @param reports those of the run: conditions of rules may be about their columns
 */
export function compileConditions(
  columns: ColumnSchemas,
  report: AnyReport,
  now: EpochMs,
  reports: readonly AnyReport[] = [],
): readonly Condition[] {
  const names = Object.keys(report.columns);
  return Object.entries(columns).map(([column, written]) => {
    const schema = resolveDates(written, now);
    if (column === MAILBOX_COLUMN) return { column, ...ADDRESS, ...addressCondition(schema) };
    const ofFile = fileColumn(report, column);
    if (ofFile !== undefined) {
      const type = isRegisteredColumn(report, column) ? REGISTERED_TYPE : undefined;
      return { column, ...ofFile, ...cellCondition(schema, new Spelling(type)) };
    }
    const reference = referenceOf(report, column);
    const other = reference && reports.find(({ name }) => name === reference.report);
    if (reference !== undefined) {
      // Without the report in the run, its rows are unknown.
      const position = other === undefined ? 0 : Object.keys(other.columns).indexOf(reference.column);
      if (position === -1) throw new Error(`the report ${reference.report} has no column ${reference.column}`);
      const spelling = new Spelling(other && columnType(other, reference.column));
      return { column, report: reference.report, ...cellsAt(position), ...cellCondition(schema, spelling) };
    }
    const cell = names.indexOf(column);
    if (cell === -1) throw new Error(`the report ${report.name} has no column ${column}`);
    return { column, ...cellsAt(cell), ...cellCondition(schema, new Spelling(columnType(report, column))) };
  });
}

/** Where a condition finds its value. */
type Place = Pick<Condition, 'isOfCell' | 'valueIn' | 'isNotApplicable'>;

const ADDRESS: Place = {
  isOfCell: false,
  valueIn: ({ mailbox }) => (mailbox === undefined ? NOT_KNOWN : known(mailbox.address)),
  isNotApplicable: () => false,
};

function cellsAt(position: number): Place {
  return {
    isOfCell: true,
    valueIn: (row) => cellAt(row, position),
    isNotApplicable: ({ notApplicable }) => notApplicable?.has(position) === true,
  };
}

/**
 * Whether a row meets the condition. `unknown`: the value is not fully known.
 *
 * A list that is not fully known has at least the items that it shows. They decide a condition only with the result `certain`, and
 * only if further ones would not change it: a forwarding address outside violates a rule whatever else is unknown, but others inside
 * do not pass it.
 */
export function resultOf(condition: Condition, row: AnyRow, certain: 'met' | 'unmet'): 'met' | 'unmet' | 'unknown' {
  const one = condition.valueIn(row);
  if (one.isKnown) return condition.accepts(one.value) ? 'met' : 'unmet';
  const { shown } = one;
  if (!Array.isArray(shown) || shown.length === 0) return 'unknown';
  const result = condition.accepts(shown) ? 'met' : 'unmet';
  return result === certain && isSettled(condition, shown) ? result : 'unknown';
}

/** A text that no schema has. */
const OTHER = '\u0000';

/**
 * Whether a condition has one result whatever a list lacks. In such a list, an ID stands for a name that is not known, unless the
 * schema has the ID.
 */
function isSettled({ accepts, texts, lists, compared, hasPattern, most }: Condition, list: readonly Json[]): boolean {
  const isNameless = (item: Json): boolean => isGuid(item) && !texts.includes(item);
  if (hasPattern && list.some(isNameless)) return false;
  const result = accepts([...list]);
  const named = (text: string): readonly Json[] => list.map((item) => (isNameless(item) ? text : item));
  // The whole list may be one that the schema has.
  if (lists.some((whole) => isPart(list.map(compared), whole) && accepts([...whole]) !== result)) return false;
  const others = Array.from({ length: most }, (_, at) => `${OTHER}${at}`);
  // Several items may be missing: different ones, equal ones, and such as the list has already.
  if (accepts([...named(OTHER), ...texts, ...others]) !== result) return false;
  return [...texts, OTHER].every((text) => {
    const items = named(text);
    const missing = [[text], Array.from({ length: most }, () => text), [...items, text]];
    // A missing item may precede the others.
    return missing.every((more) =>
      [
        [...items, ...more],
        [...more, ...items],
      ].every((all) => accepts(all) === result),
    );
  });
}

/** Whether a list has all items of another one in their order, and more. */
function isPart(part: readonly Json[], whole: readonly Json[]): boolean {
  let at = 0;
  for (const item of whole) if (isDeepStrictEqual(item, part[at])) at += 1;
  return at === part.length && whole.length > part.length;
}

/** What a rule finds where a row violates one of its conditions: as much of a list as is known. */
export function foundIn(condition: Condition, row: AnyRow, rowsOf: RowsOf): Json {
  const read = rowOf(condition, row, rowsOf);
  return shownOf(read === undefined ? NOT_READ : condition.valueIn(read)) ?? null;
}

/** The row that a condition of a rule is about: of the mailbox's other report, if it names one. Undefined: it was not read. */
export function rowOf({ report }: Condition, row: AnyRow, rowsOf: RowsOf): AnyRow | undefined {
  if (report === undefined) return row;
  const [other] = rowsOf(report) ?? [];
  return other?.status === 'ok' ? other : undefined;
}

/** Whether a mailbox's address meets a schema of `MailboxName`, as a function. Case does not count. */
export function addressMatcher(schema: CellSchema): (address: string) => boolean {
  return addressCondition(schema).accepts;
}

type Compiled = Omit<Condition, 'column' | 'report' | keyof Place>;

const PATTERN = /"(?:pattern|format|minLength|maxLength)"/;

function cellCondition(schema: CellSchema, spelling: Spelling): Compiled {
  const spelled = spelling.schema(schema);
  const accepts = compileCell(spelled);
  const compared = (cell: Json): Json => spelling.cell(cell);
  const expected = expectedText(spelled);
  return { accepts: (cell) => accepts(compared(cell)), compared, ...textsOf(spelled), expected };
}

/** Keywords whose numbers count items. */
const COUNTS: ReadonlySet<string> = new Set(['minItems', 'maxItems', 'minContains', 'maxContains']);
const MAX_MISSING = 1_000;

function textsOf(schema: CellSchema): Pick<Condition, 'texts' | 'lists' | 'hasPattern' | 'most'> {
  let most = 1;
  const texts = new Set<string>();
  const lists: (readonly Json[])[] = [];
  const visit = (part: Json): void => {
    if (typeof part === 'string') texts.add(part);
    else if (Array.isArray(part)) part.forEach(visit);
    else if (isObject(part)) {
      for (const [keyword, value] of Object.entries(part)) {
        if (COUNTS.has(keyword) && typeof value === 'number') most = Math.max(most, value);
        const values = keyword === 'const' ? [value] : keyword === 'enum' && Array.isArray(value) ? value : [];
        lists.push(...values.filter((one) => Array.isArray(one)));
        visit(value);
      }
    }
  };
  visit(schema);
  const hasPattern = PATTERN.test(JSON.stringify(schema));
  return { texts: [...texts], lists, hasPattern, most: Math.min(most + 1, MAX_MISSING) };
}

function addressCondition(schema: CellSchema): Compiled {
  const spelling = new Spelling(undefined, true);
  const spelled = spelling.schema(schema);
  const accepts = compileCell(spelled, 'i');
  const expected = expectedText(spelled, 'addresses');
  const compared = (address: Json): Json => spelling.cell(address);
  return { accepts: (address) => accepts(compared(address)), compared, ...textsOf(spelled), expected };
}

/** The highlights of the rows of a mailbox, by their positions in the report's definition. */
export interface MailboxHighlights {
  /** Of each row, ascending. */
  readonly ofRows: readonly (readonly number[])[];
  /** Those that no row has for certain, because cells or rows are unknown. */
  readonly possible: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * Compiles the highlights of a report. Only rows that were read and are about an item have highlights. Throws as
 * `compileConditions` does.
 *
 * @param now what `now` and `today` mean in limits of dates
 * @param reports those of the run: a highlight may need others than its own
 * @returns undefined if the report has none; else a function of the rows of a mailbox, and of those of its other reports by their names
 */
export function compileHighlights(
  report: ReportDefinition,
  now: EpochMs,
  reports: readonly ReportDefinition[] = [],
): ((rows: MailboxRows, rowsOf?: RowsOf) => MailboxHighlights) | undefined {
  const { highlights = [] } = report;
  if (highlights.length === 0) return undefined;
  const compiled = highlights.map(({ when, any, beside = {} }) => ({
    when: compileConditions(when, report, now),
    any: any?.map((columns) => compileConditions(columns, report, now)),
    others: Object.entries(beside).map(([name, columns]) => {
      const other = reports.find((one) => one.name === name);
      return { name, when: other && compileConditions(columns, other, now) };
    }),
  }));
  return (rows, rowsOf = () => undefined) => {
    const possible = new Set<number>();
    const ofRows = rows.map((row) => {
      let positions: number[] | undefined;
      for (const [index, { when, any, others }] of compiled.entries()) {
        let result = resultOfRow(when, row);
        if (any !== undefined && result !== 'unmet') {
          const results = any.map((conditions) => resultOfRow(conditions, row));
          if (!results.includes('met')) result = results.includes('unknown') ? 'unknown' : 'unmet';
        }
        for (const other of others) {
          if (result === 'unmet') break;
          const otherResult = resultOfRow(other.when, rowsOf(other.name)?.[0]);
          if (otherResult !== 'met') result = otherResult;
        }
        if (result === 'met') (positions ??= []).push(index);
        if (result === 'unknown') possible.add(index);
      }
      return positions ?? NONE;
    });
    if (possible.size > 0) for (const index of ofRows.flat()) possible.delete(index);
    return { ofRows, possible: possible.size === 0 ? NONE : [...possible] };
  };
}

/** Whether a row meets all conditions: unknown without the report or its row. A row without an item, or without meaning, meets none. */
function resultOfRow(
  conditions: readonly Condition[] | undefined,
  row: AnyRow | undefined,
): 'met' | 'unmet' | 'unknown' {
  if (conditions === undefined || row?.status !== 'ok') return 'unknown';
  if (row.content === 'none') return 'unmet';
  if (conditions.some(({ isNotApplicable }) => isNotApplicable(row))) return 'unmet';
  let isUnknown = false;
  for (const condition of conditions) {
    const result = resultOf(condition, row, 'met');
    if (result === 'unmet') return 'unmet';
    if (result === 'unknown') isUnknown = true;
  }
  return isUnknown ? 'unknown' : 'met';
}
