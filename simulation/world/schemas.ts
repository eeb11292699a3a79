import type { Json, JsonObject } from '../../tenant/json.ts';
import type { ColumnKind } from './columns.ts';
import type { Draws } from './streams.ts';

/** Keywords that say nothing of values. */
const ANNOTATIONS: readonly JsonObject[] = [
  { title: 'What is usual', description: 'See the intranet.' },
  { $comment: 'Since 2026', default: null, examples: ['x'] },
  { deprecated: true, readOnly: true, writeOnly: false },
  { contentEncoding: 'base64', contentMediaType: 'text/plain', contentSchema: { minLength: 1 } },
];

/** A schema of JSON that the documents allow for a column of a kind. */
export function schemaOf(kind: ColumnKind, draws: Draws): Json {
  const lot = draws.share();
  const plain = (): JsonObject => plainSchema(kind, draws);
  if (lot < 0.62) return plain();
  if (lot < 0.74) return { not: plain() };
  if (lot < 0.84) return { anyOf: [plain(), plain()] };
  if (lot < 0.89) return { allOf: [plain(), { not: plain() }] };
  if (lot < 0.93) return { if: plain(), then: plain(), ...(draws.has(0.5) ? { else: plain() } : {}) };
  if (lot < 0.96) return { ...draws.pick(ANNOTATIONS), ...plain() };
  return { oneOf: [plain(), plain()] };
}

function plainSchema(kind: ColumnKind, draws: Draws): JsonObject {
  switch (kind.type) {
    case 'word':
      return wordSchema(kind.values, draws);
    case 'text':
      return textSchema(kind.samples, draws);
    case 'utc':
      return timeSchema(draws);
    case 'number':
      return numberSchema(kind.samples, draws);
    case 'flag':
      return draws.pick([
        { const: true },
        { const: false },
        { not: { const: true } },
        { enum: [false, null] },
        { type: 'boolean' },
      ]);
    case 'list':
      return listSchema(kind.samples, draws);
    case 'reasons':
      return draws.pick([{ maxItems: 0 }, { minItems: 1 }, { type: 'array', minItems: 1 }]);
    case 'object':
      return draws.pick([
        { minProperties: 1 },
        { required: ['subjectContains'] },
        { properties: { importance: { const: 'high' } } },
        { type: 'object', properties: { subjectContains: { minItems: 2 } } },
        { type: 'null' },
        { maxProperties: 1 },
        { propertyNames: { pattern: 'Contains$' } },
        { patternProperties: { Contains$: { maxItems: 1 } } },
        { properties: { importance: true }, additionalProperties: false },
        { patternProperties: { '^s': true }, additionalProperties: { type: 'boolean' } },
        { properties: { importance: { const: 'high' } }, unevaluatedProperties: { type: 'array' } },
        { dependentRequired: { sentToMe: ['importance'] } },
        { dependentSchemas: { importance: { minProperties: 2 } } },
      ]);
  }
}

function wordSchema(values: readonly string[], draws: Draws): JsonObject {
  const cased = (): string => {
    const value = draws.pick(values);
    return draws.has(0.2) ? value.toUpperCase() : value;
  };
  return draws.pick<() => JsonObject>([
    () => ({ const: cased() }),
    () => ({ enum: draws.some(values, draws.between(1, Math.min(3, values.length))) }),
    () => ({ enum: [cased(), null] }),
    () => ({ type: 'string' }),
    () => ({ not: { const: cased() } }),
  ])();
}

function textSchema(samples: readonly string[], draws: Draws): JsonObject {
  const sample = draws.pick(samples);
  const pattern = sample.slice(0, 3).replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return draws.pick<() => JsonObject>([
    () => ({ const: sample }),
    () => ({ enum: [...samples] }),
    () => ({ enum: [sample, null] }),
    () => ({ pattern: `^${pattern}` }),
    () => ({ type: 'string', pattern: `(?i)${pattern}` }),
    () => ({ type: 'string', minLength: draws.between(1, 12) }),
    () => ({ maxLength: draws.between(4, 20) }),
    () => ({ type: ['string', 'null'] }),
  ])();
}

function timeSchema(draws: Draws): JsonObject {
  const limit = draws.pick(['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum']);
  const bound = draws.pick(['today', 'now', 'today+7d', 'today-30d', 'today-400d', '2026-01-01T00:00:00Z']);
  return draws.pick<() => JsonObject>([
    () => ({ format: 'date-time', [limit]: bound }),
    () => ({ type: 'string', format: 'date-time', [limit]: bound }),
    () => ({ type: 'string' }),
    () => ({ pattern: '^202[0-9]-' }),
  ])();
}

function numberSchema(samples: readonly number[], draws: Draws): JsonObject {
  const bound = draws.pick(samples);
  return draws.pick<JsonObject>([
    { minimum: bound },
    { maximum: bound },
    { exclusiveMinimum: bound },
    { exclusiveMaximum: bound },
    { const: bound },
    { type: 'number', maximum: bound },
    { multipleOf: draws.pick([0.5, 2, 5]) },
  ]);
}

function listSchema(samples: readonly string[], draws: Draws): JsonObject {
  const sample = draws.pick(samples);
  return draws.pick<() => JsonObject>([
    () => ({ maxItems: draws.between(0, 3) }),
    () => ({ minItems: draws.between(0, 2) }),
    () => ({ type: 'array', minItems: draws.between(1, 3) }),
    () => ({ type: 'array', contains: { const: sample } }),
    () => ({ items: { enum: [...samples] } }),
    () => ({ items: { pattern: 'o' } }),
    () => ({ not: { contains: { const: sample } } }),
    () => ({ uniqueItems: true }),
    () => ({ contains: { pattern: 'o' }, minContains: draws.between(0, 2), maxContains: draws.between(2, 4) }),
    () => ({ prefixItems: [{ type: 'string' }], unevaluatedItems: draws.has(0.5) ? false : { const: sample } }),
    () => ({ prefixItems: [{ const: sample }], items: draws.pick([false, { pattern: 'o' }]) }),
    () => ({ type: 'array', contains: { pattern: '@' } }),
  ])();
}
