import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { ANY_VALUE, jsonTypes, type Domain } from './column-domain.ts';
import { ANNOTATIONS } from './keywords.ts';
import { compilePattern } from './pattern.ts';

/** Keywords that every value meets at 0. */
const LEAST = new Set(['minLength', 'minItems', 'minProperties', 'minContains']);
/** A text with all characters of the Basic Multilingual Plane except surrogates, and texts of one character. */
const ALL_CHARACTERS = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('');
const SAMPLES = ['', ALL_CHARACTERS, 'a', 'Z', '0', ' ', '@', '.', '-', 'é', '日', '\n'];

/**
 * Whether every value of a column meets a schema, so that it checks nothing. False if that is uncertain.
 *
 * @param schema valid
 */
export function isAlwaysTrue(schema: Json, domain: Domain): boolean {
  if (!isObject(schema)) return schema === true;
  return Object.entries(schema).every(([keyword, value]) => isKeywordAlwaysTrue(keyword, value, schema, domain));
}

function isKeywordAlwaysTrue(keyword: string, value: Json, schema: JsonObject, domain: Domain): boolean {
  if (ANNOTATIONS.has(keyword)) return true;
  if (LEAST.has(keyword)) return typeof value === 'number' && value <= leastOf(keyword, domain);
  switch (keyword) {
    case 'type':
      return jsonTypes(domain).every((type) => namesIn(value).includes(type));
    case 'enum':
      return coversEnum(value, domain);
    case 'pattern':
      return typeof value === 'string' && matchesEverything(value);
    case 'not':
      return isNeverTrue(value, domain);
    case 'allOf':
      return Array.isArray(value) && value.every((one) => isAlwaysTrue(one, domain));
    case 'anyOf':
      return Array.isArray(value) && value.some((one) => isAlwaysTrue(one, domain));
    case 'if':
      return ['then', 'else'].every((branch) => isAlwaysTrue(property(schema, branch) ?? true, domain));
    case 'then':
    case 'else':
      return true;
    case 'items':
    case 'additionalProperties':
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
      return isAlwaysTrue(value, ANY_VALUE);
    case 'properties':
    case 'patternProperties':
      return isObject(value) && Object.values(value).every((one) => isAlwaysTrue(one, ANY_VALUE));
    case 'required':
      return Array.isArray(value) && value.length === 0;
    case 'uniqueItems':
      return value === false;
    default:
      return false;
  }
}

/** A value is under `not` if the column lacks its type. */
function isNeverTrue(schema: Json, domain: Domain): boolean {
  if (!isObject(schema)) return schema === false;
  const type = property(schema, 'type');
  if (type === undefined) return false;
  const names = namesIn(type);
  return !jsonTypes(domain).some(
    (possible) => names.includes(possible) || (possible === 'number' && names.includes('integer')),
  );
}

/** Texts are never empty: what is blank is null. */
function leastOf(keyword: string, { type }: Domain): number {
  const least = property(type, keyword);
  return typeof least === 'number' ? least : 0;
}

function coversEnum(values: Json, { type, blank }: Domain): boolean {
  const possible = property(type, 'enum');
  if (!Array.isArray(values) || !Array.isArray(possible)) return false;
  const folded = new Set(values.map((value) => JSON.stringify(value).toLowerCase()));
  return [...possible, ...(blank ? [null] : [])].every((value) => folded.has(JSON.stringify(value).toLowerCase()));
}

function matchesEverything(pattern: string): boolean {
  const compiled = compilePattern(pattern);
  return SAMPLES.every((sample) => compiled.test(sample));
}

function namesIn(type: Json): readonly Json[] {
  return Array.isArray(type) ? type : [type];
}
