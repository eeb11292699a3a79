import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { CellSchema } from './cell-schema.ts';
import { mapSubschemas } from './keywords.ts';

/** Keywords whose schemas apply to members of any name. */
const OF_ANY_MEMBER = new Set(['additionalProperties', 'unevaluatedProperties', 'patternProperties']);

/** The texts under `enum` of a column, directly, in an array, or among others that it can have. */
export function enumTexts(type: JsonObject | undefined): readonly string[] {
  const alternatives = property(type, 'anyOf');
  const schemas = [type, property(type, 'items'), ...(Array.isArray(alternatives) ? alternatives : [])];
  const values = schemas.map((schema) => property(schema, 'enum')).find((texts) => texts !== undefined);
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

/**
 * One spelling for texts that differ only in case, so that a schema can compare values exactly although Graph varies their
 * case: Graph's documented spelling, and for unknown texts the first one seen.
 */
export class Spelling {
  /** Maps a spelling, its lower case and other spellings of schemas to the one spelling. */
  readonly #known = new Map<string, string>();
  /** For the members of an object. */
  readonly #members = new Map<string, Spelling>();
  readonly #folds: boolean;

  /**
   * @param type what a column can hold, or a member of an object in it
   * @param folds whether texts are compared without case; for members, their types decide
   */
  constructor(type: JsonObject | undefined, folds = enumTexts(type).length > 0) {
    this.#folds = folds;
    for (const text of enumTexts(type)) this.#text(text, true);
    const members = property(type, 'properties');
    for (const [name, member] of Object.entries(isObject(members) ? members : {})) {
      if (isObject(member)) this.#members.set(name, new Spelling(member));
    }
  }

  /** The cell in the spelling that schemas compare. */
  cell(cell: Json): Json {
    return this.#value(cell, false);
  }

  /** The schema with the texts under `const` and `enum` in the one spelling, at any depth. Adds unknown texts. */
  schema(schema: CellSchema): CellSchema {
    return typeof schema === 'boolean' ? schema : this.#keywords(schema);
  }

  #keywords(schema: JsonObject): JsonObject {
    const spelled = Object.entries(schema).map(([keyword, value]): [string, Json] => [
      keyword,
      keyword === 'const' || keyword === 'enum' ? this.#value(value, true) : value,
    ]);
    return mapSubschemas(Object.fromEntries(spelled), (inside, keyword, name) => {
      if (!isObject(inside)) return inside;
      const members = OF_ANY_MEMBER.has(keyword) ? [this, ...this.#members.values()] : [this];
      // Values deeper inside members without a type are compared with case.
      const spellings =
        keyword === 'properties' ? [this.#members.get(String(name)) ?? new Spelling(undefined)] : members;
      return spellings.reduce((result, spelling) => spelling.#keywords(result), inside);
    });
  }

  #value(value: Json, learn: boolean): Json {
    if (typeof value === 'string') return this.#text(value, learn);
    if (Array.isArray(value)) return value.map((element) => this.#value(element, learn));
    if (!isObject(value) || this.#members.size === 0) return value;
    const members = Object.entries(value).map(([name, member]): [string, Json] => {
      const spelling = this.#members.get(name);
      return [name, spelling === undefined ? member : spelling.#value(member, learn)];
    });
    return Object.fromEntries(members);
  }

  #text(text: string, learn: boolean): string {
    if (!this.#folds) return text;
    const spelled = this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
    if (learn) this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
    return spelled;
  }
}
