import { isSeq } from 'yaml';
import type { Json, JsonObject } from '../json.ts';
import { didYouMean, suggestion } from '../text/did-you-mean.ts';
import { shownText } from '../text/display.ts';
import { pluralOf } from '../text/numbers.ts';
import type { YamlEntry, YamlValue } from './yaml-value.ts';

/** What a value of a YAML file may be: how it is read, and the JSON Schema by which editors know it. */
export interface Field<T> {
  readonly schema: JsonObject;
  /** Adds a problem and returns undefined for a value that the file cannot have. */
  readonly read: (value: YamlValue) => T | undefined;
}

/** A key of a mapping. */
export interface Key<T> {
  readonly is: Field<T>;
  readonly required?: true;
  /** For editors, as are examples and default. */
  readonly description: string;
  readonly examples?: readonly Json[];
  readonly default?: Json;
}

type Keys<V> = { readonly [N in keyof V]: Key<V[N]> };

/** A mapping with known keys. */
export class YamlRecord<V> {
  readonly value: YamlValue;
  readonly #keys: Keys<V>;

  constructor(value: YamlValue, keys: Keys<V>) {
    this.value = value;
    this.#keys = keys;
  }

  /** Reads the value of a key; undefined also if the key is missing. Call it once for each key, as it adds problems. */
  get<N extends keyof V & string>(name: N): V[N] | undefined {
    const value = this.valueOf(name);
    return value && this.#keys[name].is.read(value);
  }

  valueOf(name: keyof V & string): YamlValue | undefined {
    return this.value.entry(name)?.value;
  }

  /** The offset of a key; that of the mapping if the key is missing. */
  keyOffset(name: keyof V & string): number {
    return this.value.entry(name)?.keyOffset ?? this.value.offset;
  }
}

/** A mapping with these keys. Each unknown key and each missing required key is a problem; `get` reads their values. */
export function record<V>(
  keys: Keys<V>,
  explain: (entry: YamlEntry) => { readonly message: string; readonly hint: string } | undefined = () => undefined,
): Field<YamlRecord<V>> {
  const definitions = Object.entries<Key<unknown>>(keys);
  const required = definitions.filter(([, key]) => key.required).map(([name]) => name);
  const names = [...new Set([...required, ...Object.keys(keys)])];
  const properties = Object.fromEntries(definitions.map(([name, key]) => [name, keySchema(key)]));
  return {
    schema: defined({
      type: 'object',
      additionalProperties: false,
      required: required.length === 0 ? undefined : required,
      properties,
    }),
    read: (value) => {
      const entries = value.entries();
      if (entries === undefined) return undefined;
      const presentKeys = new Set(entries.map(({ key }) => key));
      const where = value.name === '' ? 'here' : `in "${value.name}"`;
      for (const entry of entries) {
        const { key, keyOffset } = entry;
        const explained = explain(entry);
        if (explained !== undefined) value.report(explained.message, explained.hint, keyOffset);
        if (explained !== undefined || names.includes(key)) continue;
        const meant = didYouMean(key, names);
        // The key that was probably meant is not missing as well.
        if (meant !== undefined) presentKeys.add(meant);
        const hint = `${suggestion(key, names)}The keys ${where} are: ${names.join(', ')}.`;
        value.report(`${shownText(key)} is not one of the keys ${where}.`, hint, keyOffset);
      }
      for (const key of required)
        if (!presentKeys.has(key)) value.report(`${shownText(value.nameOf(key))} is missing.`, `Add "${key}: ...".`);
      return new YamlRecord(value, keys);
    },
  };
}

function keySchema({ is, description, examples, default: defaultValue }: Key<unknown>): JsonObject {
  return defined({ description, ...is.schema, default: defaultValue, examples: examples && [...examples] });
}

/** The members that have a value. */
function defined(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const entries = Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

/** A value that is read later, since that needs the values of other keys. */
export function later(schema: JsonObject): Field<YamlValue> {
  return { schema, read: (value) => value };
}

interface TextRules {
  readonly pattern?: RegExp;
  readonly maxLength?: number;
  /** The only texts. */
  readonly among?: readonly string[];
  /** Texts that the pattern allows and that are taken. */
  readonly except?: readonly string[];
  /** What JSON Schema cannot say. */
  readonly accepts?: (text: string) => boolean;
  /** What to do about any other text. */
  readonly hint: (text: string) => string;
}

/** A text that is not blank and meets the rules. */
export function text({ pattern, maxLength, among, except, accepts, hint }: TextRules): Field<string> {
  return {
    schema: defined({
      type: 'string',
      enum: among && [...among],
      maxLength,
      pattern: pattern?.source,
      not: except && { enum: [...except] },
    }),
    read: (value) => {
      const content = value.text();
      if (content === undefined) return undefined;
      const isShort = content.length <= (maxLength ?? Infinity);
      const isFree = except?.includes(content) !== true;
      if (![isShort, isFree, among?.includes(content), pattern?.test(content), accepts?.(content)].includes(false))
        return content;
      return value.reject(`cannot be ${shownText(content)}.`, hint(content));
    },
  };
}

/** Any text that is not blank. */
export const anyText: Field<string> = { schema: { type: 'string', pattern: '\\S' }, read: (value) => value.text() };

/** A text of one line, which is trimmed. */
export function line(maxLength: number): Field<string> {
  return {
    schema: { type: 'string', maxLength, pattern: ONE_LINE.source },
    read: (value) => {
      const text = value.text()?.trim();
      if (text === undefined) return undefined;
      if (text.length > maxLength) {
        const hint = 'Shorten it. A rule can link to a page under "help".';
        return value.reject(`is longer than ${maxLength} characters.`, hint);
      }
      if (ONE_LINE.test(text)) return text;
      const hint = 'Write it on one line without invisible characters. ">-" joins lines.';
      return value.reject('has a line break or an invisible character.', hint);
    },
  };
}

/** White space may be around it: a folded text of YAML ends with a line break. */
const ONE_LINE = /^\s*(?=\S)[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+\s*$/u;

/** One of several words. */
export function choice<T extends string>(...choices: readonly T[]): Field<T> {
  return { schema: { enum: [...choices] }, read: (value) => oneOf(choices, value) };
}

/** True or false, with or without quotes. */
export const truth: Field<boolean> = {
  schema: { enum: [true, false, 'true', 'false'] },
  read: (value) => {
    const word = oneOf(['true', 'false'], value);
    return word === undefined ? undefined : word === 'true';
  },
};

function oneOf<T extends string>(choices: readonly T[], value: YamlValue): T | undefined {
  const text = value.scalarText();
  const match = choices.find((word) => word === text);
  if (text === undefined || match !== undefined) return match;
  const hint = `${suggestion(text, choices)}Use ${choices.map((word) => `"${word}"`).join(' or ')}.`;
  return value.reject(`cannot be ${shownText(text)}.`, hint);
}

interface ListRules {
  /** What an item is, in the singular. */
  readonly noun: string;
  readonly minItems?: 1;
  readonly maxItems?: number;
  /** What to do about a list that is empty or too long. */
  readonly hint: string;
}

/** A list. Items with problems are left out. */
export function list<T>(item: Field<T>, { noun, minItems, maxItems, hint }: ListRules): Field<T[]> {
  return {
    schema: defined({ type: 'array', minItems, maxItems, items: item.schema }),
    read: (value) => {
      const items = value.items();
      if (items === undefined) return undefined;
      if (items.length < (minItems ?? 0)) return value.reject(`has no ${noun}.`, hint);
      if (items.length > (maxItems ?? Infinity)) {
        value.report(`There are more than ${maxItems} ${pluralOf(noun)}.`, hint);
      }
      return items.slice(0, maxItems).flatMap((one) => item.read(one) ?? []);
    },
  };
}

/** One value, or a list of them. */
export function oneOrMore<T>(item: Field<T>, rules: ListRules): Field<T[]> {
  const many = list(item, { ...rules, minItems: 1 });
  return {
    schema: { anyOf: [item.schema, many.schema] },
    read: (value) => {
      if (isSeq(value.node)) return many.read(value);
      const one = item.read(value);
      return one === undefined ? undefined : [one];
    },
  };
}
