import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { CellSchema } from './cell-schema.ts';

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const HOLDS_SCHEMA = new Set([
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
]);
/** Keywords whose value is an array of schemas. */
const HOLDS_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value is an object of schemas, under names that are no keywords. */
const HOLDS_NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** The values under `enum` of what a column can hold, itself or in an array; undefined where it has none. */
export function enumValues(type: JsonObject | undefined): readonly Json[] | undefined {
  const own = property(type, 'enum');
  if (Array.isArray(own)) return own;
  const inItems = property(property(type, 'items'), 'enum');
  return Array.isArray(inItems) ? inItems : undefined;
}

/**
 * One spelling for texts that differ only by case, so that a schema of a column whose values Graph spells this way or
 * that can compare them exactly: Graph's own spelling, and of a text that Graph does not know the one that came first.
 */
export class Spelling {
  /** To the one spelling, from that itself and from lower case, and from whichever other a schema has. */
  readonly #known = new Map<string, string>();

  /** @param values what Graph's enumeration has */
  constructor(values: readonly Json[]) {
    for (const value of values) if (typeof value === 'string') this.#learn(value);
  }

  /** The cell as the schema compares it. An array in which every text is spelled so is given back itself. */
  cell(cell: Json): Json {
    if (typeof cell === 'string') return this.#text(cell);
    if (!Array.isArray(cell)) return cell;
    for (const element of cell) {
      if (typeof element === 'string' && this.#text(element) !== element) return cell.map((one) => this.#element(one));
    }
    return cell;
  }

  /** The schema with the texts under its `const` and `enum` spelled so, at any depth. Texts that are new are learned. */
  schema(schema: CellSchema): CellSchema {
    if (typeof schema === 'boolean') return schema;
    return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
  }

  #under(keyword: string, value: Json): Json {
    if (keyword === 'const' || keyword === 'enum') return this.#value(value);
    if (HOLDS_SCHEMA.has(keyword)) return this.#subschema(value);
    if (HOLDS_SCHEMAS.has(keyword) && Array.isArray(value)) return value.map((one) => this.#subschema(one));
    if (!HOLDS_NAMED_SCHEMAS.has(keyword) || !isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#subschema(one)]));
  }

  #subschema(schema: Json): Json {
    if (!isObject(schema)) return schema;
    return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
  }

  #value(value: Json): Json {
    if (typeof value === 'string') return this.#learn(value);
    return Array.isArray(value) ? value.map((element) => this.#value(element)) : value;
  }

  #element(element: Json): Json {
    return typeof element === 'string' ? this.#text(element) : element;
  }

  #text(text: string): string {
    return this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
  }

  #learn(text: string): string {
    const spelled = this.#text(text);
    this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
    return spelled;
  }
}
