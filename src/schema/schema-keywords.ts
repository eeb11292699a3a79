import type { JsonObject } from '../json.ts';

/** What stands under a keyword: a schema, a list of schemas, or a mapping of names to schemas. */
export type SchemasUnder = 'schema' | 'schemas' | 'named-schemas';

/** What a value under a keyword must be: for people, and as the draft's own schema of it. */
export interface KeywordValue {
  readonly mustBe: string;
  readonly schema: JsonObject;
}

/** The JSON types, as `type` names them. */
export const TYPES: readonly string[] = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

const ANY: KeywordValue = { mustBe: 'a value', schema: {} };
const VALUE_LIST: KeywordValue = { mustBe: 'a list of values', schema: { type: 'array' } };
const WHOLE: KeywordValue = { mustBe: 'a whole number, 0 or more', schema: { type: 'integer', minimum: 0 } };
const TEXT: KeywordValue = { mustBe: 'text', schema: { type: 'string' } };
const TRUTH: KeywordValue = { mustBe: 'true or false', schema: { type: 'boolean' } };
const NUMBER: KeywordValue = { mustBe: 'a number', schema: { type: 'number' } };
const ABOVE_0: KeywordValue = { mustBe: 'a number above 0', schema: { type: 'number', exclusiveMinimum: 0 } };
const PATTERN: KeywordValue = { ...TEXT, mustBe: 'a regular expression as text' };
const FORMAT: KeywordValue = { ...TEXT, mustBe: 'the name of a format' };
const NAMES: KeywordValue = {
  mustBe: 'a list of names, each once',
  schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
};
const NAMES_BY_NAME: KeywordValue = {
  mustBe: 'a mapping of names to lists of names, each once',
  schema: { type: 'object', additionalProperties: NAMES.schema },
};
const TYPE_NAMES: KeywordValue = {
  mustBe: 'one or a list of null, boolean, object, array, number, integer and string, each once',
  schema: {
    anyOf: [{ enum: [...TYPES] }, { type: 'array', items: { enum: [...TYPES] }, minItems: 1, uniqueItems: true }],
  },
};

/**
 * The keywords of draft 2020-12 (https://json-schema.org/draft/2020-12/json-schema-validation) but those of references.
 * The draft's schema of schemas says the same of all of them at once, but takes longer to compile than a whole policy.
 */
const VALUES: Readonly<Record<string, KeywordValue>> = {
  type: TYPE_NAMES,
  const: ANY,
  enum: VALUE_LIST,
  multipleOf: ABOVE_0,
  maximum: NUMBER,
  exclusiveMaximum: NUMBER,
  minimum: NUMBER,
  exclusiveMinimum: NUMBER,
  maxLength: WHOLE,
  minLength: WHOLE,
  pattern: PATTERN,
  format: FORMAT,
  maxItems: WHOLE,
  minItems: WHOLE,
  uniqueItems: TRUTH,
  maxContains: WHOLE,
  minContains: WHOLE,
  maxProperties: WHOLE,
  minProperties: WHOLE,
  required: NAMES,
  dependentRequired: NAMES_BY_NAME,
  title: TEXT,
  description: TEXT,
  default: ANY,
  examples: VALUE_LIST,
  deprecated: TRUTH,
  readOnly: TRUTH,
  writeOnly: TRUTH,
  contentEncoding: TEXT,
  contentMediaType: TEXT,
  $comment: TEXT,
};

const SCHEMAS: Readonly<Record<string, SchemasUnder>> = {
  not: 'schema',
  if: 'schema',
  then: 'schema',
  else: 'schema',
  items: 'schema',
  contains: 'schema',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema',
  contentSchema: 'schema',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  prefixItems: 'schemas',
  properties: 'named-schemas',
  patternProperties: 'named-schemas',
  dependentSchemas: 'named-schemas',
};

const WRITE_IT_OUT = 'Schemas here have no references: write the schema out where it is needed.';
const OUR_DRAFT = 'Leave it out: schemas here are of draft 2020-12.';

/** Keywords of references, and of other drafts, with what to do instead. */
const REFUSED: Readonly<Record<string, string>> = {
  $ref: WRITE_IT_OUT,
  $dynamicRef: WRITE_IT_OUT,
  $recursiveRef: WRITE_IT_OUT,
  $id: WRITE_IT_OUT,
  id: WRITE_IT_OUT,
  $anchor: WRITE_IT_OUT,
  $dynamicAnchor: WRITE_IT_OUT,
  $recursiveAnchor: WRITE_IT_OUT,
  $defs: WRITE_IT_OUT,
  definitions: WRITE_IT_OUT,
  $schema: OUR_DRAFT,
  $vocabulary: OUR_DRAFT,
  dependencies: 'Draft 2020-12 has dependentRequired and dependentSchemas instead.',
  additionalItems: 'Draft 2020-12 has prefixItems and items instead.',
  nullable: 'Add "null" to the list under "type" instead.',
};

/** What people write who know the words of other languages. */
const MEANT: Readonly<Record<string, string>> = {
  equals: 'const',
  equal: 'const',
  eq: 'const',
  is: 'const',
  value: 'const',
  in: 'enum',
  values: 'enum',
  regex: 'pattern',
  regexp: 'pattern',
  match: 'pattern',
  matches: 'pattern',
  min: 'minimum',
  max: 'maximum',
};

export const KEYWORDS: readonly string[] = [...Object.keys(VALUES), ...Object.keys(SCHEMAS)];

/** Undefined for what is no keyword of a cell's schema, or has a value under it. */
export function schemasUnder(keyword: string): SchemasUnder | undefined {
  return Object.hasOwn(SCHEMAS, keyword) ? SCHEMAS[keyword] : undefined;
}

/** Undefined for what is no keyword, or has schemas under it. */
export function valueUnder(keyword: string): KeywordValue | undefined {
  return Object.hasOwn(VALUES, keyword) ? VALUES[keyword] : undefined;
}

/** Why a keyword that JSON Schema has, or had, cannot stand in a cell's schema, and what to do. */
export function refusal(keyword: string): string | undefined {
  return Object.hasOwn(REFUSED, keyword) ? REFUSED[keyword] : undefined;
}

/** The keyword that a word of another language stands for. */
export function meantKeyword(word: string): string | undefined {
  const folded = word.toLowerCase();
  return Object.hasOwn(MEANT, folded) ? MEANT[folded] : undefined;
}
