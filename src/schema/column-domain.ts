import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { listed } from '../text/numbers.ts';
import { shownJson, type JsonPath } from '../files/yaml-json.ts';
import { compileCell } from './cell-schema.ts';
import { mapSubschemas } from './keywords.ts';
import { enumValues, Spelling } from './spelling.ts';

const JSON_TYPES: readonly string[] = ['null', 'boolean', 'object', 'array', 'number', 'string'];

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole numbers',
  number: 'numbers',
  object: 'objects',
  array: 'lists',
  null: 'null',
};

/** The values that the cells of a column, the items of a list or the members of an object can have. */
export interface Domain {
  /** A JSON Schema of the values, except null. Undefined: any value. */
  readonly type: JsonObject | undefined;
  /** Whether null is a value too. */
  readonly blank: boolean;
}

export const ANY_VALUE: Domain = { type: undefined, blank: true };

/** The JSON types of a domain, with `number` for `integer`. */
export function jsonTypes({ type, blank }: Domain): readonly string[] {
  const names = type === undefined ? undefined : typeNames(type);
  if (names === undefined) return JSON_TYPES;
  return [...new Set([...names.map((name) => (name === 'integer' ? 'number' : name)), ...(blank ? ['null'] : [])])];
}

/** A schema and the values that it is about: a cell, the items of a list or the members of an object. */
export interface Subschema {
  /** From the outermost schema to this one. */
  readonly path: JsonPath;
  readonly schema: JsonObject;
  readonly domain: Domain;
}

/**
 * Visits a schema, which need not be valid, and all schemas inside it.
 *
 * @returns the schema with the JSON types of the domain merged into the schemas that lack `type`, as Ajv's `strictTypes` requires
 */
export function visitSchemas(
  schema: JsonObject,
  domain: Domain,
  visit: (found: Subschema) => void,
  path: JsonPath = [],
): JsonObject {
  visit({ path, schema, domain });
  return mapSubschemas(schema, (inside, keyword, name) => {
    if (!isObject(inside)) return inside;
    const own = insideDomain(keyword, name, domain);
    const typed = visitSchemas(inside, own ?? domain, visit, [...path, keyword, ...(name === undefined ? [] : [name])]);
    return own === undefined ? typed : withTypes(typed, own);
  });
}

/** A schema with the JSON types of its domain, unless it has types of its own. */
export function withTypes(schema: JsonObject, domain: Domain): JsonObject {
  return { type: [...jsonTypes(domain)], ...schema };
}

/** The domain of the schemas under a keyword; undefined if they are about the same value as the schema around them. */
function insideDomain(keyword: string, name: string | number | undefined, { type }: Domain): Domain | undefined {
  switch (keyword) {
    case 'items':
    case 'contains':
    case 'prefixItems': {
      const items = property(type, 'items');
      return isObject(items) ? { type: items, blank: false } : ANY_VALUE;
    }
    case 'properties': {
      const member = property(property(type, 'properties'), String(name));
      return isObject(member) ? { type: member, blank: true } : ANY_VALUE;
    }
    case 'propertyNames':
      return { type: { type: 'string' }, blank: false };
    case 'additionalProperties':
    case 'patternProperties':
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
    case 'contentSchema':
      return ANY_VALUE;
    default:
      return undefined;
  }
}

/** The values of a domain in words: `none, contactsOnly or all`. */
export function domainText({ type }: Domain): string {
  if (type === undefined) return 'any value';
  const values = property(type, 'enum');
  if (Array.isArray(values) && values.length > 0) return listed(values.map(plain), 'or');
  const only = property(type, 'const');
  if (only !== undefined) return plain(only);
  const items = property(type, 'items');
  const names = typeNames(type) ?? [];
  if (names.includes('array') && isObject(items)) return `lists of ${domainText({ type: items, blank: false })}`;
  const examples = property(type, 'examples');
  const example = Array.isArray(examples) ? examples[0] : undefined;
  const nouns = names.map((name) => NOUNS[name] ?? name);
  if (nouns.length === 0) return 'the values of its type';
  return listed(nouns, 'or') + (example === undefined ? '' : ` such as ${plain(example)}`);
}

/** What to write instead of a value of `const` or `enum` that the domain lacks; undefined if the domain has the value. */
export function outsideDomain(value: Json, domain: Domain): string | undefined {
  const { type, blank } = domain;
  if (type === undefined || (value === null && blank)) return undefined;
  const accepts = compileCell(type);
  const spelling = new Spelling(type);
  const isPossible = (one: Json): boolean => accepts(spelling.cell(one));
  if (isPossible(value)) return undefined;
  return `${replacement(value, type, isPossible)}The column holds ${domainText(domain)}${blank ? ', or null if blank' : ''}.`;
}

/** What to write instead of an impossible value, as the start of a hint; '' if that is unknown. */
function replacement(value: Json, type: JsonObject, isPossible: (value: Json) => boolean): string {
  if (isPossible([value])) return `For a list that contains it, write { contains: { const: ${plain(value)} } }. `;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return isPossible(String(value)) ? `Write it in quotes: '${value}'. ` : '';
  }
  if (typeof value !== 'string') return '';
  const unquoted = scalarIn(value);
  if (unquoted !== undefined && isPossible(unquoted)) return `Write ${String(unquoted)} without quotes. `;
  return suggestion(
    value,
    enumValues(type).filter((known) => typeof known === 'string'),
  );
}

function scalarIn(text: string): number | boolean | undefined {
  const folded = text.trim().toLowerCase();
  if (folded === 'true' || folded === 'false') return folded === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}

function typeNames(type: JsonObject): readonly string[] | undefined {
  const named = property(type, 'type');
  const names = (Array.isArray(named) ? named : [named]).filter((name) => typeof name === 'string');
  if (names.length > 0) return names;
  const only = property(type, 'const');
  const values = property(type, 'enum') ?? (only === undefined ? undefined : [only]);
  return Array.isArray(values) ? values.map(typeOf) : undefined;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function plain(value: Json): string {
  return typeof value === 'string' ? shownJson(value).slice(1, -1) : shownJson(value);
}
