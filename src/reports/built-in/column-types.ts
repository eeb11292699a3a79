import type { JsonObject } from '../../json.ts';
import type { ReportColumns } from '../definition.ts';

// JSON Schemas of the possible values of cells, besides null.

/** Not empty: blank cells are null. */
export const TEXT: JsonObject = { type: 'string', minLength: 1 };
export const TRUTH: JsonObject = { type: 'boolean' };
export const NUMBER: JsonObject = { type: 'number' };
export const WHOLE_NUMBER: JsonObject = { type: 'integer' };
export const TEXTS: JsonObject = { type: 'array', items: { type: 'string' } };
/** In UTC, or as Graph returns it if the time zone is unknown: `2027-01-04T06:00:00 Customized Time Zone`. */
export const TIME: JsonObject = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z$| )',
  minLength: 20,
  allOf: [{ not: { format: 'date' } }, { not: { format: 'time' } }, { not: { format: 'iso-time' } }],
  examples: ['2027-01-04T06:00:00Z'],
};
/** Of working hours. Their time zone is another column, so the format `time`, which includes one, never matches. */
export const TIME_OF_DAY: JsonObject = {
  type: 'string',
  pattern: '^[0-9]{2}:[0-9]{2}:',
  not: { format: 'time' },
  examples: ['08:00:00'],
};

/** An object, with the schemas of some of its properties. */
export function objectWith(members: JsonObject): JsonObject {
  return { type: 'object', properties: members };
}

/** One of Graph's enum values, in Graph's spelling. */
export function oneOf(...values: string[]): JsonObject {
  return { enum: values };
}

/** Documented texts, which compare without case, and others that the service may have. */
export function mostly(...values: string[]): JsonObject {
  return { type: 'string', minLength: 1, anyOf: [{ enum: values }, {}], examples: values.slice(0, 1) };
}

/** A list of Graph's enum values. */
export function someOf(...values: string[]): JsonObject {
  return { type: 'array', items: { enum: values } };
}

/** `columns` and `types` of a definition, written together: by name, the JMESPath expression and the schema of the cells. */
export function typedColumns(
  columns: Readonly<Record<string, readonly [expression: string, type: JsonObject]>>,
): Required<Pick<ReportColumns, 'columns' | 'types'>> {
  const entries = Object.entries(columns);
  return {
    columns: Object.fromEntries(entries.map(([name, [expression]]) => [name, expression])),
    types: Object.fromEntries(entries.map(([name, [, type]]) => [name, type])),
  };
}
