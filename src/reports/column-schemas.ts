import { later, type Field } from '../files/fields.ts';
import type { YamlEntry, YamlValue } from '../files/yaml-value.ts';
import type { JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import {
  columnType,
  hasColumn,
  MAILBOX_COLUMN,
  STATUS_COLUMNS,
  VERDICT_COLUMNS,
  type ReportColumns,
} from './definition.ts';
import type { ColumnSchemas } from './highlight.ts';
import { cellSchema } from '../schema/check.ts';
import { ANY_VALUE, type Domain } from '../schema/column-domain.ts';

/** What conditions need of a report. */
export type ConditionedReport = Pick<ReportColumns, 'name' | 'columns' | 'types' | 'listColumns'>;

interface ReportsOfRule {
  readonly report: ConditionedReport | undefined;
  readonly reports: readonly ConditionedReport[];
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
 * Reads columns of a report, each with a schema of its cells. Added to the problems are columns that the report has not,
 * and schemas that no cell of the column can meet.
 *
 * @param about the report, undefined if it is not known: then any column will do; and all reports that are known
 */
export function columnSchemas(value: YamlValue, { report, reports }: ReportsOfRule): ColumnSchemas | undefined {
  const entries = value.entries();
  if (entries === undefined) return undefined;
  if (entries.length === 0) value.reject('names no column.', 'Add one: "Column: { const: value }".');
  const schemas = entries.flatMap((entry): [string, JsonObject][] => {
    const isColumn = requireColumn(entry, { report, reports });
    const domain = isColumn && report !== undefined ? columnDomain(entry.key, report) : ANY_VALUE;
    const schema = cellSchema(entry.value, domain);
    return schema === undefined ? [] : [[entry.key, schema]];
  });
  return Object.fromEntries(schemas);
}

/** Whether the report has the column; a problem is added if not. Any column will do of a report that is not known. */
export function requireColumn({ key, keyOffset, value }: YamlEntry, { report, reports }: ReportsOfRule): boolean {
  if (report === undefined) return true;
  if (hasColumn(report, key)) return true;
  const refused = refusal(key);
  if (refused !== undefined) {
    value.report(`A condition cannot be about ${shownText(key)}.`, refused, keyOffset);
    return false;
  }
  const { name, columns, listColumns } = report;
  const columnNames = [MAILBOX_COLUMN, ...Object.keys(columns), ...(listColumns?.keys() ?? [])];
  const meant = didYouMean(key, columnNames);
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

/** A rule is about the rows of one report, whose columns alone it can name. */
function elsewhere(column: string, reports: readonly ConditionedReport[]): string {
  const names = reports.filter(({ columns }) => Object.hasOwn(columns, column)).map(({ name }) => name);
  return names.length === 0 ? '' : `It is a column of ${names.join(' and ')}: name that under "report". `;
}

function refusal(column: string): string | undefined {
  const folded = column.toLowerCase();
  if (STATUS_COLUMNS.some((name) => name.toLowerCase() === folded)) {
    return 'A mailbox that could not be read is inconclusive by itself; the input "max-unreadable" says how many may be.';
  }
  return VERDICT_COLUMNS.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}

/** The values that a column of a report can have. */
export function columnDomain(column: string, report: ConditionedReport): Domain {
  const { columns, listColumns } = report;
  if (listColumns?.has(column) === true) return { type: { type: 'string' }, blank: true };
  if (column === MAILBOX_COLUMN && !Object.hasOwn(columns, column)) return ADDRESSES;
  return { type: columnType(report, column), blank: true };
}
