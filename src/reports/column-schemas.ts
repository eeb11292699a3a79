import { later, type Field } from '../files/fields.ts';
import type { YamlEntry, YamlValue } from '../files/yaml-value.ts';
import type { JsonObject } from '../json.ts';
import { inputName } from '../text/audience.ts';
import { shownText } from '../text/display.ts';
import { didYouMean, suggestion } from '../text/did-you-mean.ts';
import {
  columnType,
  fileColumnNames,
  hasColumn,
  MAILBOX_COLUMN,
  referenceOf,
  STATUS_COLUMNS,
  VERDICT_COLUMNS,
  type ColumnReference,
  type ReportColumns,
} from './definition.ts';
import type { ColumnSchemas } from './highlight.ts';
import { isRegisteredColumn, REGISTERED_TYPE } from './registration.ts';
import { REGISTERED_COLUMN } from '../text/registration.ts';
import { cellSchema } from '../schema/check.ts';
import { ANY_VALUE, type Domain } from '../schema/column-domain.ts';

/** What conditions need of a report. */
export type ConditionedReport = Pick<
  ReportColumns,
  'about' | 'name' | 'columns' | 'types' | 'listColumns' | 'hasRegister' | 'rows'
>;

interface ReportsOfRule {
  readonly report: ConditionedReport | undefined;
  /** All that conditions can name columns of, with `report`. */
  readonly reports: readonly ConditionedReport[];
  /** False if there may be others. By default true. */
  readonly complete?: boolean;
}

const ADDRESSES: Domain = { type: { type: 'string', minLength: 1 }, blank: false };

/** A JSON Schema of a cell. The file of the whole JSON Schema defines its keywords. */
export const CELL_SCHEMA: JsonObject = { type: 'object', minProperties: 1, allOf: [{ $ref: '#/definitions/schema' }] };

/** Columns of a report, each with a schema of its cells. */
export const COLUMN_SCHEMAS: Field<YamlValue> = later({
  type: 'object',
  minProperties: 1,
  propertyNames: { not: { enum: [...STATUS_COLUMNS, ...VERDICT_COLUMNS] } },
  additionalProperties: CELL_SCHEMA,
});

/**
 * Reads columns of a report, or of others with one row a mailbox, each with a schema of its cells. Added to the problems are columns
 * that the reports have not, and schemas that no cell of the column can meet.
 *
 * @param about the report, undefined if it is not known: then any column will do; and all reports that are known
 */
export function columnSchemas(value: YamlValue, target: ReportsOfRule): ColumnSchemas | undefined {
  const { report, reports } = target;
  const entries = value.entries();
  if (entries === undefined) return undefined;
  if (entries.length === 0) value.reject('names no column.', 'Add one: "Column: { const: value }".');
  const schemas = entries.flatMap((entry): [string, JsonObject][] => {
    const isColumn = requireColumn(entry, target);
    const domain = isColumn && report !== undefined ? columnDomain(entry.key, report, reports) : ANY_VALUE;
    const schema = cellSchema(entry.value, domain);
    return schema === undefined ? [] : [[entry.key, schema]];
  });
  return Object.fromEntries(schemas);
}

/** Whether the report, or another one, has the column; a problem is added if not. Any column will do of a report that is not known. */
export function requireColumn(entry: YamlEntry, { report, reports, complete = true }: ReportsOfRule): boolean {
  const { key, keyOffset, value } = entry;
  if (report === undefined) return true;
  if (hasColumn(report, key)) return true;
  const reference = referenceOf(report, key);
  const others = reports.filter((one) => one.name !== report.name);
  if (reference !== undefined && others.length > 0) return requireReference(entry, reference, report, others, complete);
  const refused = refusal(key);
  if (refused !== undefined) {
    value.report(`A condition cannot be about ${shownText(key)}.`, refused, keyOffset);
    return false;
  }
  const { name, columns } = report;
  const ofMailbox = report.about === undefined ? [MAILBOX_COLUMN] : [];
  const columnNames = [...ofMailbox, ...Object.keys(columns), ...fileColumnNames(report)];
  const dotted = dottedName(key, others);
  const meant = dotted ?? didYouMean(key, columnNames);
  const sameButCase = meant?.toLowerCase() === key.toLowerCase();
  const hint =
    meant === undefined
      ? elsewhere(key, reports)
      : sameButCase
        ? `Write "${meant}": case counts. `
        : `Did you mean "${meant}"? `;
  const names = columnNames.map((column) => shownText(column).slice(1, -1)).join(', ');
  value.report(`The report ${name} has no column ${shownText(key)}.`, `${hint}Its columns are: ${names}.`, keyOffset);
  return false;
}

/** Whether another report has the column that a name with a dot means, and one row a mailbox. */
function requireReference(
  { key, keyOffset, value }: YamlEntry,
  { report: name, column }: ColumnReference,
  own: ConditionedReport,
  others: readonly ConditionedReport[],
  complete: boolean,
): boolean {
  const report = others.find((one) => one.name === name);
  if (report === undefined) {
    if (!complete) return true;
    const names = others.filter(({ rows }) => rows === undefined).map((one) => one.name);
    const hint =
      name === own.name
        ? `Write ${shownText(column)} alone: ${name} is the report of the rule. `
        : `${suggestion(name, names)}The reports with one row a mailbox are: ${names.join(', ')}.`;
    value.report(`There is no column ${shownText(key)}, and no other report ${shownText(name)}.`, hint, keyOffset);
    return false;
  }
  if (own.about === 'tenant' && report.about === undefined) {
    const hint = `A rule about ${own.name}, which is about the tenant, can name columns of tables with one row.`;
    value.report(`${shownText(key)} is a column of a report about mailboxes.`, hint, keyOffset);
    return false;
  }
  if (report.rows !== undefined) {
    const hint = `Name ${name} under "report", and the other columns with their reports.`;
    const kind = report.about === undefined ? 'report with several rows a mailbox' : 'table with several rows';
    value.report(`${shownText(key)} is a column of a ${kind}.`, hint, keyOffset);
    return false;
  }
  if (Object.hasOwn(report.columns, column)) return true;
  const names = Object.keys(report.columns);
  const hint = refusal(column) ?? `${suggestion(column, names)}Its columns are: ${names.join(', ')}.`;
  value.report(`The report ${name} has no column ${shownText(column)}.`, hint, keyOffset);
  return false;
}

/** The name with a dot, for a column of another report whose name has another sign between. */
function dottedName(key: string, others: readonly ConditionedReport[]): string | undefined {
  const [, name = '', column = ''] = /^([a-z][a-z0-9-]*)\s*[/:\\>#]+\s*(\w+)$/i.exec(key) ?? [];
  const other = others.find((one) => one.name === name.toLowerCase() && one.rows === undefined);
  const meant = Object.keys(other?.columns ?? {}).find((one) => one.toLowerCase() === column.toLowerCase());
  return meant === undefined ? undefined : `${other?.name ?? ''}.${meant}`;
}

/** How to name a column of another report. */
function elsewhere(column: string, reports: readonly ConditionedReport[]): string {
  const owners = reports.filter(({ columns }) => Object.hasOwn(columns, column));
  if (owners.length === 0) return '';
  const single = owners.filter(({ rows }) => rows === undefined).map(({ name }) => shownText(`${name}.${column}`));
  const names = owners.map(({ name }) => name).join(' and ');
  const written = single.length === 0 ? '' : `, or write ${single.join(' or ')}`;
  return `It is a column of ${names}: name that under "report"${written}. `;
}

function refusal(column: string): string | undefined {
  const folded = column.toLowerCase();
  if (STATUS_COLUMNS.some((name) => name.toLowerCase() === folded)) {
    return `A mailbox that could not be read is inconclusive by itself; ${inputName('max-unreadable')} says how many may be.`;
  }
  if (folded === REGISTERED_COLUMN.toLowerCase()) {
    return 'Name a register under the key "register" of the policy file: mailbox-permissions, calendar-permissions and access then have the column.';
  }
  return VERDICT_COLUMNS.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}

/** The values that a column of a report, or of another one, can have. */
export function columnDomain(column: string, report: ConditionedReport, reports: readonly ConditionedReport[]): Domain {
  const { columns, listColumns } = report;
  const reference = referenceOf(report, column);
  const other = reference && reports.find(({ name }) => name === reference.report);
  if (reference !== undefined && other !== undefined) return columnDomain(reference.column, other, []);
  // A rule does not apply where it is blank.
  if (isRegisteredColumn(report, column)) return { type: REGISTERED_TYPE, blank: false };
  if (listColumns?.has(column) === true) return { type: { type: 'string' }, blank: true };
  if (column === MAILBOX_COLUMN && !Object.hasOwn(columns, column)) return ADDRESSES;
  return { type: columnType(report, column), blank: true };
}
