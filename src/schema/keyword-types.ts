import { isObject, type Json } from '../json.ts';

export type About = 'string' | 'array' | 'number' | 'object';

/** The JSON type that a keyword is about: values of others meet it, whatever it says. */
export const ABOUT: Readonly<Record<string, About>> = {
  pattern: 'string',
  format: 'string',
  minLength: 'string',
  maxLength: 'string',
  multipleOf: 'number',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  items: 'array',
  prefixItems: 'array',
  contains: 'array',
  minItems: 'array',
  maxItems: 'array',
  minContains: 'array',
  maxContains: 'array',
  uniqueItems: 'array',
  unevaluatedItems: 'array',
  properties: 'object',
  patternProperties: 'object',
  additionalProperties: 'object',
  propertyNames: 'object',
  minProperties: 'object',
  maxProperties: 'object',
  required: 'object',
  dependentRequired: 'object',
  dependentSchemas: 'object',
  unevaluatedProperties: 'object',
};

/** They say nothing about a cell. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['title', 'description', '$comment', 'default', 'examples', 'deprecated'],
]);

/**
 * The JSON type of what stands under a schema's `not` where blank cells break the schema by it alone: a blank cell meets
 * what is negated, and nothing beside it says whether blank will do. Undefined for any other schema.
 */
export function typeThatRefusesBlank(schema: Json): About | undefined {
  if (!isObject(schema) || Object.hasOwn(schema, 'type')) return undefined;
  const { not: negated } = schema;
  return negated === undefined ? undefined : typeBesideBlank(negated);
}

/**
 * The JSON type of which a schema speaks, where all its keywords are about one: a blank cell meets such a schema, since
 * none of them is about blank ones. Undefined for any other.
 */
function typeBesideBlank(schema: Json): About | undefined {
  if (!isObject(schema)) return undefined;
  const keywords = Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
  const types = keywords.map((keyword) => (Object.hasOwn(ABOUT, keyword) ? ABOUT[keyword] : undefined));
  return types.includes(undefined) ? undefined : types[0];
}
