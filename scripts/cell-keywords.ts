import type { JsonObject } from '../src/json.ts';
import { linearFormats } from '../src/schema/cell-schema.ts';

const SCHEMA: JsonObject = { $ref: '#/definitions/schema' };
const TYPE: JsonObject = { enum: ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'] };
const NAMES: JsonObject = { type: 'array', items: { type: 'string' }, uniqueItems: true };
const LIMITS = ['now', 'today', 'today+30d', 'today-7d', '2027-01-31T00:00:00Z'];

const schema = (description: string): JsonObject => ({ description, allOf: [SCHEMA] });
const schemas = (description: string): JsonObject => ({ description, type: 'array', minItems: 1, items: SCHEMA });
const namedSchemas = (description: string, inside = SCHEMA): JsonObject => ({
  description,
  type: 'object',
  additionalProperties: inside,
});
const count = (description: string): JsonObject => ({ description, type: 'integer', minimum: 0 });
const number = (description: string): JsonObject => ({ description, type: 'number' });
const text = (description: string): JsonObject => ({ description, type: 'string' });
const limit = (description: string): JsonObject => ({ ...text(description), examples: [...LIMITS] });
const truth = (description: string): JsonObject => ({ description, type: 'boolean' });

const NO_EFFECT = 'It has no effect.';

/** The keywords of draft 2020-12 except those of references. https://json-schema.org/draft/2020-12 */
const KEYWORDS: JsonObject = {
  const: { description: 'The only value: text, a number, true, false, or null for blank.' },
  enum: { description: 'The possible values.', type: 'array', minItems: 1 },
  type: {
    description: 'The JSON type, or a list of types.',
    anyOf: [TYPE, { type: 'array', minItems: 1, uniqueItems: true, items: TYPE }],
  },
  not: schema('A schema that must not be met.'),
  allOf: schemas('Schemas that must all be met.'),
  anyOf: schemas('Schemas of which at least one must be met.'),
  oneOf: schemas('Schemas of which exactly one must be met.'),
  if: schema('If this schema is met, then the schema under then must be met, otherwise the schema under else.'),
  then: schema('A schema that must be met if the schema under if is met.'),
  else: schema('A schema that must be met if the schema under if is not met.'),
  pattern: {
    ...text(
      'A regular expression in RE2 syntax that must match somewhere in the text. ^ and $ match its ends. Use single quotes.',
    ),
    maxLength: 1000,
  },
  format: { description: 'The format of a text.', enum: Object.keys(linearFormats()) },
  formatMinimum: limit(
    'The earliest date or time, in the format under format, or relative to the run, such as today-7d.',
  ),
  formatMaximum: limit(
    'The latest date or time, in the format under format, or relative to the run, such as today+30d.',
  ),
  formatExclusiveMinimum: limit('Only later dates and times, in the format under format, or relative to the run.'),
  formatExclusiveMaximum: limit('Only earlier dates and times, in the format under format, or relative to the run.'),
  minLength: count('The minimum number of characters of a text.'),
  maxLength: count('The maximum number of characters of a text.'),
  minimum: number('The minimum of a number.'),
  maximum: number('The maximum of a number.'),
  exclusiveMinimum: number('A number must be greater.'),
  exclusiveMaximum: number('A number must be less.'),
  multipleOf: { ...number('A number must be a multiple of this one.'), exclusiveMinimum: 0 },
  items: schema('A schema for each item of a list; with prefixItems, for each further item.'),
  prefixItems: schemas('Schemas for the first items of a list, one each.'),
  contains: schema('A schema that at least one item of a list must meet.'),
  minContains: count('The minimum number of items that meet the schema under contains.'),
  maxContains: count('The maximum number of items that meet the schema under contains.'),
  minItems: count('The minimum number of items of a list.'),
  maxItems: count('The maximum number of items of a list. 0: it must be empty.'),
  uniqueItems: truth('Whether the items of a list must differ.'),
  unevaluatedItems: schema('A schema for the items of a list that no other keyword checks.'),
  properties: namedSchemas('Schemas for the members of an object, by name.'),
  patternProperties: namedSchemas('Schemas for the members of an object, by a regular expression for the name.'),
  additionalProperties: schema(
    'A schema for the members of an object that properties and patternProperties do not name.',
  ),
  unevaluatedProperties: schema('A schema for the members of an object that no other keyword checks.'),
  propertyNames: schema("A schema for the names of an object's members."),
  required: { description: 'The names of members that an object must have.', ...NAMES },
  minProperties: count('The minimum number of members of an object.'),
  maxProperties: count('The maximum number of members of an object.'),
  dependentRequired: namedSchemas(
    'Names of members that an object must have if it has another member, by its name.',
    NAMES,
  ),
  dependentSchemas: namedSchemas('Schemas that an object must meet if it has a member, by its name.'),
  title: text(`A name for people. ${NO_EFFECT}`),
  description: text(`A text for people. ${NO_EFFECT}`),
  $comment: text(`A remark. ${NO_EFFECT}`),
  default: { description: `A value for people. ${NO_EFFECT}` },
  examples: { description: `Values for people. ${NO_EFFECT}`, type: 'array' },
  deprecated: truth(NO_EFFECT),
  readOnly: truth(NO_EFFECT),
  writeOnly: truth(NO_EFFECT),
  contentEncoding: text(`The encoding of a text. ${NO_EFFECT}`),
  contentMediaType: text(`The media type of a text. ${NO_EFFECT}`),
  contentSchema: schema(`A schema for the content of a text. ${NO_EFFECT}`),
};

/** The JSON Schema of the JSON Schema of a cell, by which editors know its keywords. */
export const CELL_SCHEMA: JsonObject = {
  type: ['object', 'boolean'],
  additionalProperties: false,
  dependencies: { then: ['if'], else: ['if'], minContains: ['contains'], maxContains: ['contains'] },
  if: { type: 'object', required: ['if'] },
  then: { anyOf: [{ required: ['then'] }, { required: ['else'] }] },
  properties: KEYWORDS,
};
