/** What stands under a keyword: a schema, a list of schemas, a mapping of names to schemas, or a value. */
export type KeywordKind = 'schema' | 'schemas' | 'named-schemas' | 'value';

const WHOLE = 'a whole number, 0 or more';
const TEXT = 'text';
const TRUTH = 'true or false';
const NUMBER = 'a number';
const TYPES = 'one or a list of null, boolean, object, array, number, integer and string, each once';

/**
 * The keywords of draft 2020-12 (https://json-schema.org/draft/2020-12/json-schema-validation) but those of references,
 * with what a value under them must be.
 */
const VALUES: Readonly<Record<string, string>> = {
  type: TYPES,
  const: 'a value',
  enum: 'a list of values',
  multipleOf: 'a number above 0',
  maximum: NUMBER,
  exclusiveMaximum: NUMBER,
  minimum: NUMBER,
  exclusiveMinimum: NUMBER,
  maxLength: WHOLE,
  minLength: WHOLE,
  pattern: 'a regular expression as text',
  format: 'the name of a format',
  maxItems: WHOLE,
  minItems: WHOLE,
  uniqueItems: TRUTH,
  maxContains: WHOLE,
  minContains: WHOLE,
  maxProperties: WHOLE,
  minProperties: WHOLE,
  required: 'a list of names, each once',
  dependentRequired: 'a mapping of names to lists of names, each once',
  title: TEXT,
  description: TEXT,
  default: 'a value',
  examples: 'a list of values',
  deprecated: TRUTH,
  readOnly: TRUTH,
  writeOnly: TRUTH,
  contentEncoding: TEXT,
  contentMediaType: TEXT,
  $comment: TEXT,
};

const SCHEMAS: Readonly<Record<string, Exclude<KeywordKind, 'value'>>> = {
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

/** Undefined for what is no keyword of a cell's schema. */
export function kindOf(keyword: string): KeywordKind | undefined {
  if (Object.hasOwn(SCHEMAS, keyword)) return SCHEMAS[keyword];
  return Object.hasOwn(VALUES, keyword) ? 'value' : undefined;
}

/** What a value under a keyword must be, for people. */
export function mustBe(keyword: string): string {
  return (Object.hasOwn(VALUES, keyword) ? VALUES[keyword] : undefined) ?? 'a JSON Schema';
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
