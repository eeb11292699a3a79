import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { compileAddress, compileCell, type CellSchema } from './cell-schema.ts';
import { crossedBounds, crossedNumbers, numberUnder } from './crossed-bounds.ts';
import { heldBy } from './held-values.ts';
import { Spelling } from './spelling.ts';

const ALL_TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'] as const;
type JsonType = (typeof ALL_TYPES)[number];

/** Schemas whose alternatives multiply are not thought through to the end: then nothing is certain. */
const MOST_STEPS = 60;
/** Of more values, and of longer ones, nothing is tried out. */
const MOST_TRIED = 1000;
const LONGEST_TRIED = 5000;
/** Compiling a schema takes some milliseconds, and a file of a fork may hold many that ask for it again and again. */
const MOST_COMPILED = 4;
/** Characters of a schema, as JSON, that is thought about. */
const LONGEST = 5000;

/**
 * Why no value meets a schema, or none that a column can hold. A clause, such as `no number is at least 5 and at most 3`;
 * undefined where some value does, or where that is not certain.
 *
 * @param type what the column's cells can hold besides null; strings under its `enum` compare without case
 * @param of what they are: addresses are never null, and compare without case
 */
export function neverHolds(
  schema: CellSchema,
  type?: JsonObject,
  of: 'cells' | 'addresses' = 'cells',
): string | undefined {
  if (JSON.stringify(schema).length > LONGEST) return undefined;
  const blank = of === 'cells';
  const spelled = (blank ? new Spelling(type) : new Spelling(undefined, true)).schema(schema);
  const compile = blank ? compileCell : compileAddress;
  const alone = new Search(compile).contradiction([spelled]);
  if (alone !== undefined || type === undefined) return alone;
  const held = new Search(compile).contradiction([spelled, blank ? { anyOf: [type, { type: 'null' }] } : type]);
  return held === undefined ? undefined : `the column can hold only ${heldBy(type)}${blank ? ', or nothing' : ''}`;
}

/** Looks for a reason why no value meets some schemas together, for a limited number of steps. */
class Search {
  readonly #compile: typeof compileCell;
  #steps = 0;
  #compiled = 0;

  constructor(compile: typeof compileCell) {
    this.#compile = compile;
  }

  contradiction(schemas: readonly Json[]): string | undefined {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) return undefined;
    const parts = partsOf(schemas);
    if (parts === undefined) return 'false is a schema that nothing meets';
    const values = smallestChoice(parts);
    if (values !== undefined) {
      const meeting = this.#meetingOf(values, parts);
      if (meeting === 'some') return undefined;
      if (meeting === 'none') return noneOf(values.length);
    }
    return opposed(parts) ?? this.#noAlternative(parts) ?? this.#noType(parts);
  }

  /** Whether some of the values meet the schemas. */
  #meetingOf(values: readonly Json[], parts: readonly JsonObject[]): 'some' | 'none' | 'unsure' {
    if (values.length === 0) return 'none';
    if (values.length > MOST_TRIED || JSON.stringify(values).length > LONGEST_TRIED) return 'unsure';
    this.#compiled += 1;
    if (this.#compiled > MOST_COMPILED) return 'unsure';
    try {
      return values.some(this.#compile({ allOf: [...parts] })) ? 'some' : 'none';
    } catch {
      // A schema inside that the validator refuses, such as one of crossed bounds.
      return 'unsure';
    }
  }

  /** Every alternative of a schema is ruled out by the rest. */
  #noAlternative(parts: readonly JsonObject[]): string | undefined {
    for (const part of parts) {
      for (const keyword of ['anyOf', 'oneOf']) {
        if (this.#steps > MOST_STEPS) return undefined;
        const alternatives = property(part, keyword);
        if (!Array.isArray(alternatives)) continue;
        const rest = Object.fromEntries(Object.entries(part).filter(([other]) => other !== keyword));
        const others = parts.map((other) => (other === part ? rest : other));
        let reason: string | undefined;
        for (const alternative of alternatives) {
          reason = this.contradiction([...others, alternative]);
          if (reason === undefined) break;
        }
        if (reason === undefined) continue;
        return alternatives.length === 1 ? reason : `none of the schemas under ${keyword} can hold`;
      }
    }
    return undefined;
  }

  /** No JSON type is left that all allow. */
  #noType(parts: readonly JsonObject[]): string | undefined {
    let left: readonly JsonType[] = ALL_TYPES;
    for (const part of parts) {
      const allowed = typesOf(part);
      left = left.filter((type) => allowed.includes(type));
      if (property(part, 'not') === true) return '"not" rules everything out';
      if (isObject(part.not) && Object.keys(part.not).length === 0) return '"not" rules everything out';
    }
    if (left.length === 0) return 'its types rule each other out';
    const reasons = left.map((type) => this.#noneOfType(type, parts));
    return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
  }

  #noneOfType(type: JsonType, parts: readonly JsonObject[]): string | undefined {
    for (const part of parts) {
      const crossed = crossedBounds(part).find((bounds) => bounds.type === type);
      if (crossed !== undefined) return crossed.reason;
    }
    if (type === 'number') return crossedNumbers(parts, parts.some(isWholeOnly))?.reason;
    if (type === 'string') return noLength(parts, 'minLength', 'maxLength', 'text');
    if (type === 'array') return noLength(parts, 'minItems', 'maxItems', 'list') ?? this.#noList(parts);
    if (type === 'object') return noLength(parts, 'minProperties', 'maxProperties', 'object') ?? this.#noObject(parts);
    return undefined;
  }

  #noList(parts: readonly JsonObject[]): string | undefined {
    const least = most(parts, 'minItems') ?? 0;
    const each = parts.flatMap((part) => {
      const items = property(part, 'items');
      return items === undefined || Object.hasOwn(part, 'prefixItems') ? [] : [items];
    });
    for (const part of parts) {
      const contains = property(part, 'contains');
      if (contains === undefined || (numberUnder(part, 'minContains') ?? 1) < 1) continue;
      if (parts.some((other) => numberUnder(other, 'maxItems') === 0)) return 'an empty list contains nothing';
      const hasPrefix = parts.some((other) => Object.hasOwn(other, 'prefixItems'));
      const reason = this.contradiction(hasPrefix ? [contains] : [...each, contains]);
      if (reason !== undefined) return `no list contains such an item: ${reason}`;
    }
    if (least < 1 || each.length === 0 || parts.some((part) => Object.hasOwn(part, 'prefixItems'))) return undefined;
    const reason = this.contradiction(each);
    return reason === undefined ? undefined : `a list of at least ${least} has no such item: ${reason}`;
  }

  #noObject(parts: readonly JsonObject[]): string | undefined {
    for (const name of parts.flatMap((part) => namesUnder(part, 'required'))) {
      const schemas = parts.flatMap((part) => property(property(part, 'properties'), name) ?? []);
      const reason = schemas.length === 0 ? undefined : this.contradiction(schemas);
      if (reason !== undefined) return `a member that is required cannot be: ${reason}`;
    }
    return undefined;
  }
}

/** Keywords that say all that they say by themselves, whatever stands beside them. */
const ALONE: ReadonlySet<string> = new Set([
  ...['type', 'const', 'enum', 'pattern', 'format', 'required', 'uniqueItems', 'multipleOf', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
]);

/** One schema rules out just what another asks for. */
function opposed(parts: readonly JsonObject[]): string | undefined {
  for (const part of parts) {
    const [entry, ...others] = isObject(part.not) ? Object.entries(part.not) : [];
    if (entry === undefined || others.length > 0 || !ALONE.has(entry[0])) continue;
    const [keyword, ruledOut] = entry;
    const asked = parts.map((other) => property(other, keyword));
    const isRuledOut = (value: Json | undefined): boolean =>
      value !== undefined && JSON.stringify(value) === JSON.stringify(ruledOut);
    if (asked.some(isRuledOut)) return `"not" rules out what "${keyword}" asks for`;
  }
  return undefined;
}

/** The fewest values among which one must be that meets them all; undefined where there is no such list. */
function smallestChoice(parts: readonly JsonObject[]): readonly Json[] | undefined {
  let smallest: readonly Json[] | undefined;
  for (const part of parts) {
    const choice = choiceOf(part);
    if (choice !== undefined && choice.length < (smallest?.length ?? Infinity)) smallest = choice;
  }
  return smallest;
}

/** Schemas with those under `allOf` beside them; undefined where one is false. */
function partsOf(schemas: readonly Json[]): JsonObject[] | undefined {
  const parts: JsonObject[] = [];
  const pending = [...schemas];
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (schema === false) return undefined;
    if (!isObject(schema)) continue;
    parts.push(schema);
    const all = property(schema, 'allOf');
    if (Array.isArray(all)) pending.push(...all);
  }
  return parts;
}

/** All values that can meet a schema, and perhaps others; undefined where they cannot be listed. */
function choiceOf(schema: Json): readonly Json[] | undefined {
  if (schema === false) return [];
  if (!isObject(schema)) return undefined;
  const only = property(schema, 'const');
  if (only !== undefined) return [only];
  const values = property(schema, 'enum');
  if (Array.isArray(values)) return values;
  const types = namesUnder(schema, 'type');
  if (types.length > 0 && types.every((type) => type === 'null' || type === 'boolean')) {
    return types.flatMap((type) => (type === 'null' ? [null] : [true, false]));
  }
  const all = property(schema, 'allOf');
  for (const part of Array.isArray(all) ? all : []) {
    const choice = choiceOf(part);
    if (choice !== undefined) return choice;
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = property(schema, keyword);
    if (!Array.isArray(alternatives)) continue;
    const choices = alternatives.map((alternative) => choiceOf(alternative));
    if (choices.every((choice) => choice !== undefined)) return choices.flat();
  }
  return undefined;
}

function noneOf(count: number): string {
  if (count === 0) return 'it allows no value';
  return count === 1
    ? 'the one value that it allows does not meet the rest of it'
    : 'none of the values that it allows meets the rest of it';
}

function typesOf(part: JsonObject): readonly JsonType[] {
  const named = namesUnder(part, 'type');
  const excluded = isObject(part.not) && Object.keys(part.not).length === 1 ? namesUnder(part.not, 'type') : [];
  return ALL_TYPES.filter(
    (type) =>
      (named.length === 0 || named.includes(type) || (type === 'number' && named.includes('integer'))) &&
      !excluded.includes(type),
  );
}

function isWholeOnly(part: JsonObject): boolean {
  const types = namesUnder(part, 'type');
  return types.includes('integer') && !types.includes('number');
}

function noLength(parts: readonly JsonObject[], least: string, greatest: string, noun: string): string | undefined {
  const low = most(parts, least);
  const high = most(parts, greatest, -1);
  return low === undefined || high === undefined || low <= high
    ? undefined
    : `no ${noun} has at least ${low} and at most ${high}`;
}

/** The strictest number under a keyword: the greatest, or with a sign of -1 the least. */
function most(parts: readonly JsonObject[], keyword: string, sign = 1): number | undefined {
  const numbers = parts.flatMap((part) => numberUnder(part, keyword) ?? []);
  return numbers.length === 0 ? undefined : sign * Math.max(...numbers.map((number) => sign * number));
}

/** The texts under a keyword that holds one or a list of them. */
function namesUnder(schema: JsonObject, keyword: string): readonly string[] {
  const found = property(schema, keyword);
  const names = Array.isArray(found) ? found : [found];
  return names.filter((name) => typeof name === 'string');
}
