import { isObject, type Json, type JsonObject } from '../json.ts';

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const SCHEMA_KEYWORDS: ReadonlySet<string> = new Set([
  'not',
  'if',
  'then',
  'else',
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
]);
/** Keywords whose value is a list of schemas. */
const SCHEMA_LIST_KEYWORDS: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value maps names to schemas. */
const SCHEMA_MAP_KEYWORDS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);

type ValueType = 'string' | 'array' | 'number' | 'object';

/** The keywords that are about values of one JSON type. Values of other types meet them. */
const KEYWORDS_OF_TYPES: readonly (readonly [ValueType, readonly string[]])[] = [
  ['string', ['pattern', 'format', 'minLength', 'maxLength']],
  ['string', ['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum']],
  ['number', ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'minContains', 'maxContains']],
  ['array', ['uniqueItems', 'unevaluatedItems']],
  ['object', ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames']],
  ['object', ['minProperties', 'maxProperties', 'required', 'dependentRequired', 'dependentSchemas']],
];
/** The JSON type that a keyword is about. Other keywords are about values of any type. */
export const TYPES_OF_KEYWORDS: ReadonlyMap<string, ValueType> = new Map(
  KEYWORDS_OF_TYPES.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type] as const)),
);

/** Keywords that check nothing. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  '$comment',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
]);

/** The keywords of draft 2020-12 except references, and the limits of dates that ajv-formats adds. */
export const KEYWORDS: readonly string[] = [
  'type',
  'const',
  'enum',
  'not',
  'if',
  'then',
  'else',
  'allOf',
  'anyOf',
  'oneOf',
  ...TYPES_OF_KEYWORDS.keys(),
  ...ANNOTATIONS,
];

const NO_REFERENCES = 'References are not supported. Write the schema out.';
const ONE_DRAFT = 'Remove it: schemas are of draft 2020-12.';
/** What to do about a keyword of JSON Schema that is not supported. */
export const UNSUPPORTED_KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['$ref', NO_REFERENCES],
  ['$dynamicRef', NO_REFERENCES],
  ['$id', NO_REFERENCES],
  ['id', NO_REFERENCES],
  ['$anchor', NO_REFERENCES],
  ['$dynamicAnchor', NO_REFERENCES],
  ['$defs', NO_REFERENCES],
  ['definitions', NO_REFERENCES],
  ['$schema', ONE_DRAFT],
  ['$vocabulary', ONE_DRAFT],
  ['dependencies', 'Use dependentRequired or dependentSchemas.'],
  ['additionalItems', 'Use prefixItems and items.'],
  ['nullable', 'Add "null" to the list under "type".'],
]);

/** Words of other languages for keywords. */
export const KEYWORD_SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['equals', 'const'],
  ['equal', 'const'],
  ['eq', 'const'],
  ['is', 'const'],
  ['value', 'const'],
  ['in', 'enum'],
  ['values', 'enum'],
  ['regex', 'pattern'],
  ['regexp', 'pattern'],
  ['match', 'pattern'],
  ['matches', 'pattern'],
  ['min', 'minimum'],
  ['max', 'maximum'],
]);

/**
 * A schema with each schema directly inside it replaced.
 *
 * @param replace is given the keyword, and the position or name if the keyword has several schemas
 */
export function mapSubschemas(
  schema: JsonObject,
  replace: (inside: Json, keyword: string, name?: string | number) => Json,
): JsonObject {
  const mapped = Object.entries(schema).map(([keyword, value]): [string, Json] => {
    if (SCHEMA_KEYWORDS.has(keyword)) return [keyword, replace(value, keyword)];
    if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
      return [keyword, value.map((inside, index) => replace(inside, keyword, index))];
    }
    if (!SCHEMA_MAP_KEYWORDS.has(keyword) || !isObject(value)) return [keyword, value];
    const members = Object.entries(value).map(([name, inside]): [string, Json] => [
      name,
      replace(inside, keyword, name),
    ]);
    return [keyword, Object.fromEntries<Json>(members)];
  });
  return Object.fromEntries(mapped);
}

/**
 * The JSON type under a schema's `not` if blank cells violate the schema by it alone: a blank cell meets the negated
 * keywords, and `type` does not say whether blank is allowed. Undefined for any other schema.
 */
export function typeThatRefusesBlank(schema: Json): ValueType | undefined {
  if (!isObject(schema) || Object.hasOwn(schema, 'type') || !isObject(schema.not)) return undefined;
  const keywords = Object.keys(schema.not).filter((keyword) => !ANNOTATIONS.has(keyword));
  const types = keywords.map((keyword) => TYPES_OF_KEYWORDS.get(keyword));
  return types.includes(undefined) ? undefined : types[0];
}
