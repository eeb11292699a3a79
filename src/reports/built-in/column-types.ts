import type { JsonObject } from '../../json.ts';

// What cells can hold, besides null, as JSON Schemas.

/** Never the empty one: what is blank is null. */
export const TEXT: JsonObject = { type: 'string', minLength: 1 };
export const TRUTH: JsonObject = { type: 'boolean' };
export const WHOLE_NUMBER: JsonObject = { type: 'integer' };
export const TEXTS: JsonObject = { type: 'array', items: { type: 'string' } };
/** In UTC, or as Graph has it where nobody knows the time zone: `2027-01-04T06:00:00 Customized Time Zone`. */
export const TIME: JsonObject = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z$| )',
  minLength: 20,
  allOf: [{ not: { format: 'date' } }, { not: { format: 'time' } }, { not: { format: 'iso-time' } }],
  examples: ['2027-01-04T06:00:00Z'],
};
/** Of working hours, whose time zone is a column of its own: the format `time` wants one within. */
export const TIME_OF_DAY: JsonObject = {
  type: 'string',
  pattern: '^[0-9]{2}:[0-9]{2}:',
  not: { format: 'time' },
  examples: ['08:00:00'],
};

/** An object of which some members are known, as schemas of their values. */
export function objectWith(members: JsonObject): JsonObject {
  return { type: 'object', properties: members };
}

/** One of Graph's enum values, in its spelling. */
export function oneOf(...values: string[]): JsonObject {
  return { enum: values };
}

/** Several of Graph's enum values. */
export function someOf(...values: string[]): JsonObject {
  return { type: 'array', items: { enum: values } };
}
