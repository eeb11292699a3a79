import type { JsonObject } from '../json.ts';

/** What cells can hold, besides null, as JSON Schemas. */
export const TEXT: JsonObject = { type: 'string' };
export const TRUTH: JsonObject = { type: 'boolean' };
export const WHOLE_NUMBER: JsonObject = { type: 'integer' };
export const TEXTS: JsonObject = { type: 'array', items: { type: 'string' } };
export const OBJECT: JsonObject = { type: 'object' };
export const TIME: JsonObject = { type: 'string', format: 'date-time' };

/** One of Graph's enum values, in its spelling. */
export function oneOf(...values: string[]): JsonObject {
  return { enum: values };
}

/** Several of Graph's enum values. */
export function someOf(...values: string[]): JsonObject {
  return { type: 'array', items: { enum: values } };
}
