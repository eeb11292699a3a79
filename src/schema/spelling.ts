import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { CellSchema } from './cell-schema.ts';
import { mapSubschemas } from './keywords.ts';

/** Keywords whose schemas apply to members of any name. */
const OF_ANY_MEMBER = new Set(['additionalProperties', 'unevaluatedProperties', 'patternProperties']);

/** The values under `enum` of a column, directly or in an array. */
export function enumValues(type: JsonObject | undefined): readonly Json[] {
  const own = property(type, 'enum') ?? property(property(type, 'items'), 'enum');
  return Array.isArray(own) ? own : [];
}

/**
 * One spelling for texts that differ only in case, so that a schema can compare values exactly although Graph varies their
 * case: Graph's documented spelling, and for unknown texts the first one seen.
 */
export class Spelling {
  /** Maps a spelling, its lower case and other spellings of schemas to the one spelling. */
  readonly #known = new Map<string, string>();
  /** For the members of an object with such values. */
  readonly #members = new Map<string, Spelling>();
  readonly #folds: boolean;

  /**
   * @param type what a column can hold, or a member of an object in it
   * @param folds whether texts are compared without case; for members, their types decide
   */
  constructor(type: JsonObject | undefined, folds = enumValues(type).length > 0) {
    this.#folds = folds;
    for (const value of enumValues(type)) if (typeof value === 'string') this.#learn(value);
    const members = property(type, 'properties');
    for (const [name, member] of Object.entries(isObject(members) ? members : {})) {
      const spelling = isObject(member) ? new Spelling(member) : undefined;
      if (spelling?.matters === true) this.#members.set(name, spelling);
    }
  }

  /** Whether any value is compared without case. */
  get matters(): boolean {
    return this.#folds || this.#members.size > 0;
  }

  /** The cell in the spelling that schemas compare. Returns an array itself if nothing changes. */
  cell(cell: Json): Json {
    if (typeof cell === 'string') return this.#text(cell);
    if (isObject(cell)) return this.#object(cell);
    if (!Array.isArray(cell)) return cell;
    for (const element of cell) {
      if (typeof element === 'string' && this.#text(element) !== element) return cell.map((one) => this.#element(one));
    }
    return cell;
  }

  /** The schema with the texts under `const` and `enum` in the one spelling, at any depth. Adds unknown texts. */
  schema(schema: CellSchema): CellSchema {
    return typeof schema === 'boolean' ? schema : this.#keywords(schema);
  }

  #keywords(schema: JsonObject): JsonObject {
    const spelled = Object.entries(schema).map(([keyword, value]): [string, Json] => [
      keyword,
      keyword === 'const' || keyword === 'enum' ? this.#value(value) : value,
    ]);
    return mapSubschemas(Object.fromEntries(spelled), (inside, keyword, name) => {
      if (OF_ANY_MEMBER.has(keyword)) return this.#ofAnyMember(inside);
      if (keyword !== 'properties') return this.#subschema(inside);
      const member = this.#members.get(String(name));
      // Values deeper inside other members are compared with case.
      return member === undefined ? inside : member.#subschema(inside);
    });
  }

  #subschema(schema: Json): Json {
    return isObject(schema) ? this.#keywords(schema) : schema;
  }

  #object(cell: JsonObject): JsonObject {
    if (this.#members.size === 0) return cell;
    return Object.fromEntries(
      Object.entries(cell).map(([name, value]) => [name, this.#members.get(name)?.cell(value) ?? value]),
    );
  }

  /** For a schema that applies to every member: the spellings of all members. */
  #ofAnyMember(schema: Json): Json {
    let spelled = this.#subschema(schema);
    for (const member of this.#members.values()) spelled = member.#subschema(spelled);
    return spelled;
  }

  #value(value: Json): Json {
    if (typeof value === 'string') return this.#learn(value);
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => {
          const member = this.#members.get(name);
          return [name, member === undefined ? one : member.#value(one)];
        }),
      );
    }
    return Array.isArray(value) ? value.map((element) => this.#value(element)) : value;
  }

  #element(element: Json): Json {
    return typeof element === 'string' ? this.#text(element) : element;
  }

  #text(text: string): string {
    return this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
  }

  #learn(text: string): string {
    if (!this.#folds) return text;
    const spelled = this.#text(text);
    this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
    return spelled;
  }
}
