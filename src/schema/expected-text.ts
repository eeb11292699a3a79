import { isObject, type Json, type JsonObject } from '../json.ts';
import { counted, listed } from '../text/numbers.ts';
import { shortened } from '../text/display.ts';
import type { CellSchema } from './cell-schema.ts';
import { ANNOTATIONS, typeThatRefusesBlank } from './keywords.ts';

const LONGEST = 200;

/** By type, keywords whose words imply the type. */
const IMPLIED_BY = new Map<Json, readonly string[]>([
  ['string', ['const', 'enum', 'pattern', 'format', 'minLength', 'maxLength']],
  ['number', ['const', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
  ['array', ['const', 'enum', 'items', 'contains', 'minItems', 'maxItems']],
  ['boolean', ['const', 'enum']],
]);

const TYPES = new Map<Json, string>([
  ['string', 'text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['null', 'blank'],
]);

/**
 * A schema in words: `none or contactsOnly`, `at least 3`. Compact JSON if there are no words for it. At most 200
 * characters. Hostile text until escaped, since a schema quotes its author.
 *
 * @param of the kind of value: cells may be blank, addresses are never blank
 */
export function expectedText(schema: CellSchema, of: 'cells' | 'addresses' = 'cells'): string {
  const words = phrase(schema);
  if (words === undefined) return shortened(JSON.stringify(schema), LONGEST);
  return shortened(
    of === 'cells' && typeThatRefusesBlank(schema) !== undefined ? `not blank, and ${words}` : words,
    LONGEST,
  );
}

/** Undefined if there are no words for it. */
function phrase(schema: Json): string | undefined {
  if (typeof schema === 'boolean') return schema ? 'anything' : 'nothing';
  if (!isObject(schema)) return undefined;
  const phrases: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword) || (keyword === 'type' && isImplied(value, schema))) continue;
    const words = keywordPhrase(keyword, value);
    if (words === undefined) return undefined;
    phrases.push(words);
  }
  return phrases.length === 0 ? 'anything' : phrases.join(', and ');
}

function isImplied(type: Json, schema: JsonObject): boolean {
  return (IMPLIED_BY.get(type) ?? []).some((keyword) => Object.hasOwn(schema, keyword));
}

function keywordPhrase(keyword: string, value: Json): string | undefined {
  switch (keyword) {
    case 'const':
      return valueText(value);
    case 'enum':
      return Array.isArray(value) && value.length > 0 ? listed(value.map(valueText), 'or') : undefined;
    case 'not':
      return negated(value);
    case 'anyOf':
      return alternatives(value);
    case 'type':
      return typePhrase(value);
    case 'items':
      return within(value, (words) => `only ${words}`);
    case 'contains':
      return within(value, (words) => `${words} among others`);
    default:
      if (typeof value === 'number') return BOUNDS.get(keyword)?.(value);
      return typeof value === 'string' ? OF_TEXT.get(keyword)?.(value) : undefined;
  }
}

const OF_TEXT: ReadonlyMap<string, (value: string) => string> = new Map([
  ['pattern', (pattern) => `text that matches /${pattern}/`],
  ['format', (format) => `text in the format ${format}`],
  ['formatMinimum', (limit) => `at or after ${limit}`],
  ['formatMaximum', (limit) => `at or before ${limit}`],
  ['formatExclusiveMinimum', (limit) => `after ${limit}`],
  ['formatExclusiveMaximum', (limit) => `before ${limit}`],
]);

const BOUNDS: ReadonlyMap<string, (bound: number) => string> = new Map([
  ['minimum', (bound) => `at least ${bound}`],
  ['maximum', (bound) => `at most ${bound}`],
  ['exclusiveMinimum', (bound) => `more than ${bound}`],
  ['exclusiveMaximum', (bound) => `less than ${bound}`],
  ['multipleOf', (bound) => `a multiple of ${bound}`],
  ['minLength', (bound) => `at least ${counted(bound, 'character', 'characters')}`],
  ['maxLength', (bound) => `at most ${counted(bound, 'character', 'characters')}`],
  ['minItems', (bound) => `at least ${counted(bound, 'entry', 'entries')}`],
  ['maxItems', (bound) => (bound === 0 ? 'no entry' : `at most ${counted(bound, 'entry', 'entries')}`)],
]);

function negated(schema: Json): string | undefined {
  if (!isObject(schema)) return undefined;
  const { enum: values, ...others } = schema;
  if (Array.isArray(values) && values.length > 1 && Object.keys(others).length === 0) {
    return `neither ${listed(values.map(valueText), 'nor')}`;
  }
  return within(schema, (words) => `not ${words}`);
}

/** Words around those of a schema with a single phrase. With several phrases it would be ambiguous which are meant. */
function within(schema: Json, around: (words: string) => string): string | undefined {
  if (!isObject(schema)) return undefined;
  const keywords = Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword) && keyword !== 'type');
  const words = phrase(schema);
  return keywords.length > 1 || words === undefined ? undefined : around(words);
}

function alternatives(schemas: Json): string | undefined {
  return Array.isArray(schemas) ? joined(schemas.map((schema) => within(schema, (words) => words))) : undefined;
}

function typePhrase(type: Json): string | undefined {
  return joined((Array.isArray(type) ? type : [type]).map((name) => TYPES.get(name)));
}

/** Undefined if there is no phrase, or no words for one of them. */
function joined(phrases: readonly (string | undefined)[]): string | undefined {
  return phrases.length === 0 || phrases.includes(undefined) ? undefined : phrases.join(' or ');
}

/** A value as a policy writes it, in quotes if it has leading or trailing spaces. */
function valueText(value: Json): string {
  if (value === null) return 'blank';
  if (value === '') return 'an empty text';
  if (Array.isArray(value) && value.length === 0) return 'no entry';
  return typeof value === 'string' && value === value.trim() ? value : JSON.stringify(value);
}
