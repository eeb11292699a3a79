import type { FileProblems } from '../yaml/problems.ts';
import type { JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { MAILBOX_COLUMN, STATUS_COLUMNS, VERDICT_COLUMNS, type ReportDefinition } from '../reports/definition.ts';
import { mapping, type YamlEntry, type YamlValue } from '../yaml/value.ts';
import type { ColumnSchemas } from './definition.ts';
import { strayValues } from '../schema/held-values.ts';
import { shownJson, valueAt } from '../yaml/json.ts';
import { idleKeywords } from '../schema/idle-keywords.ts';
import { neverHolds } from '../schema/never-holds.ts';
import { cellSchema } from '../schema/schema-reader.ts';

interface ReportsOfRule {
  readonly report: ReportDefinition | undefined;
  readonly reports: readonly ReportDefinition[];
}

const ADDRESS: JsonObject = { type: 'string', minLength: 1 };

/**
 * Columns of a report, each with a schema of its cells. Added to the problems are columns that the report has not, and
 * schemas that no cell of the column can meet.
 *
 * @param about the rule's report, undefined where it is not known which: then any column will do; and all that are known
 */
export function columnSchemas(
  value: YamlValue,
  { report, reports }: ReportsOfRule,
  problems: FileProblems,
): ColumnSchemas | undefined {
  const found = mapping(value, problems);
  if (found === undefined) return undefined;
  if (found.entries.size === 0) {
    problems.add(value.offset, `${shownText(value.name)} names no column.`, 'Add one: "Column: { const: value }".');
  }
  const schemas: [string, JsonObject][] = [];
  for (const entry of found.entries.values()) {
    const known = report === undefined || isColumn(entry, report, reports, problems);
    const type = known && report !== undefined ? typeOf(entry.key, report) : undefined;
    const schema = cellSchema(entry.value, problems);
    if (schema === undefined) continue;
    addWhatNeverHolds(entry.value, schema, { type, blank: type !== ADDRESS }, problems);
    schemas.push([entry.key, schema]);
  }
  return Object.fromEntries(schemas);
}

function isColumn(
  { key, keyOffset }: YamlEntry,
  { name, columns }: ReportDefinition,
  reports: readonly ReportDefinition[],
  problems: FileProblems,
): boolean {
  if (key === MAILBOX_COLUMN || Object.hasOwn(columns, key)) return true;
  const refused = refusal(key);
  if (refused !== undefined) {
    problems.add(keyOffset, `A rule cannot be about ${shownText(key)}.`, refused);
    return false;
  }
  const known = [MAILBOX_COLUMN, ...Object.keys(columns)];
  const meant = didYouMean(key, known);
  const sameButCase = meant?.toLowerCase() === key.toLowerCase();
  problems.add(
    keyOffset,
    `The report ${name} has no column ${shownText(key)}.`,
    (meant === undefined
      ? elsewhere(key, reports)
      : sameButCase
        ? `Write "${meant}": case counts. `
        : `Did you mean "${meant}"? `) +
      `Its columns are: ${known.map((column) => shownText(column).slice(1, -1)).join(', ')}.`,
  );
  return false;
}

/** A rule is about the rows of one report, whose columns alone it can name. */
function elsewhere(column: string, reports: readonly ReportDefinition[]): string {
  const names = reports.filter(({ columns }) => Object.hasOwn(columns, column)).map(({ name }) => name);
  return names.length === 0 ? '' : `It is a column of ${names.join(' and ')}: name that under "report". `;
}

function refusal(column: string): string | undefined {
  const folded = column.toLowerCase();
  if (STATUS_COLUMNS.some((name) => name.toLowerCase() === folded)) {
    return 'A mailbox that could not be read is inconclusive by itself; the input "max-unread" says how many may be.';
  }
  return VERDICT_COLUMNS.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}

function typeOf(column: string, { types = {}, columns }: ReportDefinition): JsonObject | undefined {
  if (column === MAILBOX_COLUMN && !Object.hasOwn(columns, column)) return ADDRESS;
  return Object.hasOwn(types, column) ? types[column] : undefined;
}

interface Held {
  readonly type: JsonObject | undefined;
  /** Whether the column can be blank, too. */
  readonly blank: boolean;
}

function addWhatNeverHolds(value: YamlValue, schema: JsonObject, { type, blank }: Held, problems: FileProblems): void {
  const idle = type === undefined ? [] : idleKeywords(schema, type);
  for (const { path, keyword, reason, hint } of idle) {
    const { offset } = valueAt(value, path, problems);
    problems.add(offset, `"${keyword}" says nothing here: ${reason}.`, hint);
  }
  if (idle.length > 0) return;
  const stray = type === undefined ? [] : strayValues(schema, type, blank);
  for (const { path, value: never, hint } of stray) {
    const { offset, name } = valueAt(value, path, problems);
    problems.add(offset, `${shownText(name)} cannot be ${shownJson(never)}: the column never holds it.`, hint);
  }
  const reason = stray.length > 0 ? undefined : neverHolds(schema, type, blank ? 'cells' : 'addresses');
  if (reason === undefined) return;
  const hint =
    neverHolds(schema) === undefined
      ? 'Ask for what the column can hold, or name another column.'
      : 'Leave out what rules out the rest.';
  problems.add(value.offset, `${shownText(value.name)} can never hold: ${reason}.`, hint);
}
