import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { CellSchema } from './cell-schema.ts';
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './keywords.ts';

/** The values under `enum` of what a column can hold, itself or in an array. */
export function enumValues(type: JsonObject | undefined): readonly Json[] {
  const own = property(type, 'enum') ?? property(property(type, 'items'), 'enum');
  return Array.isArray(own) ? own : [];
}

/**
 * One spelling for texts that differ only by case, so that a schema of a column whose values Graph spells this way or
 * that can compare them exactly: Graph's own spelling, and of a text that Graph does not know the one that came first.
 */
export class Spelling {
  /** To the one spelling, from that itself and from lower case, and from whichever other a schema has. */
  readonly #known = new Map<string, string>();
  /** Of the members of an object that are of such values. */
  readonly #members = new Map<string, Spelling>();
  readonly #folds: boolean;

  /**
   * @param type what a column can hold, or a member of an object in it
   * @param folds whether case does not count of the texts themselves; of members their types tell
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

  /** Whether there is anything of which case does not count. */
  get matters(): boolean {
    return this.#folds || this.#members.size > 0;
  }

  /** The cell as the schema compares it. An array in which every text is spelled so is given back itself. */
  cell(cell: Json): Json {
    if (typeof cell === 'string') return this.#text(cell);
    if (isObject(cell)) return this.#object(cell);
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
    if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return this.#ofAnyMember(value);
    if (SCHEMA_KEYWORDS.has(keyword)) return this.#subschema(value);
    if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) return value.map((one) => this.#subschema(one));
    if (!SCHEMA_MAP_KEYWORDS.has(keyword) || !isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        if (keyword === 'patternProperties') return [name, this.#ofAnyMember(one)];
        if (keyword !== 'properties') return [name, this.#subschema(one)];
        const member = this.#members.get(name);
        // Of what is further inside of another member, case counts.
        return [name, member === undefined ? one : member.#subschema(one)];
      }),
    );
  }

  #object(cell: JsonObject): JsonObject {
    if (this.#members.size === 0) return cell;
    return Object.fromEntries(
      Object.entries(cell).map(([name, value]) => [name, this.#members.get(name)?.cell(value) ?? value]),
    );
  }

  #subschema(schema: Json): Json {
    if (!isObject(schema)) return schema;
    return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
  }

  /** A schema that may be about each of the members: the words of all of them are spelled. */
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
