import { shownJson } from '../files/yaml-json.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { listed } from '../text/numbers.ts';
import { compileCell } from './cell-schema.ts';
import { ANNOTATIONS } from './keywords.ts';
import { compilePattern } from './pattern.ts';
import { resolveDates } from './relative-dates.ts';
import { enumTexts, Spelling } from './spelling.ts';

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
  const names = type === undefined ? undefined : (namedTypes(type) ?? valuesIn(type)?.map(typeOf));
  if (names === undefined) return JSON_TYPES;
  return [...new Set([...names, ...(blank ? ['null'] : [])])];
}

/** The names under `type`, with `number` for `integer`; undefined if there are none. */
export function namedTypes(schema: JsonObject): readonly string[] | undefined {
  const names = typeNames(schema);
  return names.length === 0 ? undefined : names.map((name) => (name === 'integer' ? 'number' : name));
}

/** The domain of the schemas under a keyword; undefined if they are about the same value as the schema around them. */
export function memberDomain(keyword: string, name: string | number | undefined, { type }: Domain): Domain | undefined {
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
  const values = valuesIn(type) ?? [];
  if (values.length > 0) return listed(values.map(plain), 'or');
  const items = property(type, 'items');
  const names = typeNames(type);
  if (names.includes('array') && isObject(items)) return `lists of ${domainText({ type: items, blank: false })}`;
  if (names.length === 0) return 'the values of its type';
  const examples = property(type, 'examples');
  const example = Array.isArray(examples) ? examples[0] : undefined;
  const nouns = names.map((name) => NOUNS[name] ?? name);
  return listed(nouns, 'or') + (example === undefined ? '' : ` such as ${plain(example)}`);
}

/** What to write instead of a value of `const` or `enum` that the domain lacks; undefined if the domain has the value. */
export function outsideDomain(value: Json, domain: Domain): string | undefined {
  const { type, blank } = domain;
  if (type === undefined || (value === null && blank)) return undefined;
  const accepts = compileCell(type);
  const spelling = new Spelling(type);
  const isPossible = (one: Json): boolean => accepts(spelling.cell(one));
  if (isPossible(value)) {
    const meant = isUndocumented(value, domain) ? suggestion(value, enumTexts(type)) : '';
    return meant === '' ? undefined : `${meant}The column holds ${domainText(domain)}.`;
  }
  return `${replacement(value, type, isPossible)}The column holds ${domainText(domain)}${blank ? ', or null if blank' : ''}.`;
}

/** Whether a column that has documented texts and others can have a value that is not documented. */
export function isUndocumented(value: Json, { type }: Domain): value is string {
  return typeof value === 'string' && type?.anyOf !== undefined && !enumTexts(type).includes(value);
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
  return suggestion(value, enumTexts(type)) || completion(value, enumTexts(type));
}

/** The shortest text that begins with a word: `SharedMailbox` for `shared`. */
function completion(word: string, texts: readonly string[]): string {
  const [shortest] = texts
    .filter((text) => text.toLowerCase().startsWith(word.trim().toLowerCase()))
    .sort((one, other) => one.length - other.length);
  return shortest === undefined || word.trim() === '' ? '' : `Did you mean "${shortest}"? `;
}

function scalarIn(text: string): number | boolean | undefined {
  const folded = text.trim().toLowerCase();
  if (folded === 'true' || folded === 'false') return folded === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}

function typeNames(type: JsonObject): readonly string[] {
  const names = property(type, 'type');
  return (Array.isArray(names) ? names : [names]).filter((name) => typeof name === 'string');
}

function valuesIn(type: JsonObject): readonly Json[] | undefined {
  const only = property(type, 'const');
  const values = property(type, 'enum') ?? (only === undefined ? undefined : [only]);
  return Array.isArray(values) ? values : undefined;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function plain(value: Json): string {
  return typeof value === 'string' ? shownJson(value).slice(1, -1) : shownJson(value);
}

/** All characters of the Basic Multilingual Plane except surrogates in a text, and those of European languages one by one. */
const CHARACTERS = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));
const SAMPLES = [CHARACTERS.join(''), '日', ...CHARACTERS.slice(0, 0x180)];

/**
 * Whether every value of a column meets a schema, so that it checks nothing. False if that is uncertain.
 *
 * @param schema valid
 */
export function isAlwaysTrue(schema: Json, domain: Domain): boolean {
  if (!isObject(schema)) return schema === true;
  const possible = possibleValues(domain);
  if (possible !== undefined) {
    const accepts = compileCell(new Spelling(domain.type).schema(resolveDates(schema, 0)));
    return possible.every(accepts);
  }
  return Object.entries(schema).every(([keyword, value]) => {
    if (ANNOTATIONS.has(keyword)) return true;
    switch (keyword) {
      case 'type':
        return jsonTypes(domain).every((type) => namedTypes(schema)?.includes(type));
      case 'pattern':
        return typeof value === 'string' && matchesEverything(value);
      case 'minLength':
      case 'minItems':
        // Texts are never empty: what is blank is null.
        return typeof value === 'number' && value <= Number(property(domain.type, keyword) ?? 0);
      case 'items':
        return isAlwaysTrue(value, itemDomain(domain));
      case 'not':
        return isNeverTrue(value, domain);
      case 'allOf':
        return Array.isArray(value) && value.every((one) => isAlwaysTrue(one, domain));
      case 'anyOf':
        return Array.isArray(value) && value.some((one) => isAlwaysTrue(one, domain));
      default:
        return false;
    }
  });
}

/** All values of a column that has only a few. */
function possibleValues({ type, blank }: Domain): readonly Json[] | undefined {
  const values = type && valuesIn(type);
  return values && [...values, ...(blank ? [null] : [])];
}

/** Whether no value of a column meets a schema. False if that is uncertain. */
function isNeverTrue(schema: Json, domain: Domain): boolean {
  if (!isObject(schema)) return schema === false;
  const possible = possibleValues(domain);
  if (possible !== undefined) {
    const accepts = compileCell(new Spelling(domain.type).schema(resolveDates(schema, 0)));
    return !possible.some(accepts);
  }
  const types = jsonTypes(domain).filter((type) => namedTypes(schema)?.includes(type) !== false);
  if (types.length === 0) return true;
  const only = types.length === 1 ? types[0] : undefined;
  if (only === 'string') return isNeverText(schema, domain.type);
  if (only !== 'array') return false;
  const { contains, minItems } = schema;
  const items = possibleValues(itemDomain(domain));
  // Services give each value of a list once.
  if (typeof minItems === 'number' && items !== undefined && minItems > items.length) return true;
  return contains !== undefined && isNeverTrue(contains, itemDomain(domain));
}

/** The items of a list; any value if the type does not say which. */
function itemDomain({ type }: Domain): Domain {
  const items = property(type, 'items');
  return isObject(items) ? { type: items, blank: false } : ANY_VALUE;
}

/** A pattern that only one text matches. */
const LITERAL = /^\^([^\\^$.|?*+()[\]{}]*)\$$/;

/** Whether no text of a type meets a schema of texts. */
function isNeverText({ format, pattern, maxLength }: JsonObject, type: JsonObject | undefined): boolean {
  if (format !== undefined && excludesFormat(type, format)) return true;
  if (typeof maxLength === 'number' && maxLength < Number(property(type, 'minLength') ?? 0)) return true;
  const literal = typeof pattern === 'string' ? LITERAL.exec(pattern)?.[1] : undefined;
  return literal !== undefined && type !== undefined && !compileCell(type)(literal);
}

const DATE_FORMATS: readonly Json[] = ['date', 'time', 'date-time'];

/** Whether the texts of a column never have a format: they have another one of dates, or their type says so. */
function excludesFormat(type: JsonObject | undefined, format: Json): boolean {
  const formatOfType = property(type, 'format') ?? null;
  if (DATE_FORMATS.includes(formatOfType) && DATE_FORMATS.includes(format) && formatOfType !== format) return true;
  const all = property(type, 'allOf');
  const schemas = [type, ...(Array.isArray(all) ? all : [])];
  return schemas.some((schema) => property(property(schema, 'not'), 'format') === format);
}

function matchesEverything(pattern: string): boolean {
  const compiled = compilePattern(pattern);
  return SAMPLES.every((sample) => compiled.test(sample));
}
