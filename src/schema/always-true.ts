import { isObject, property, type Json } from '../json.ts';
import { ANY_VALUE, jsonTypes, namedTypes, type Domain } from './column-domain.ts';
import { ANNOTATIONS } from './keywords.ts';
import { compilePattern } from './pattern.ts';

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
  return Object.entries(schema).every(([keyword, value]) => {
    if (ANNOTATIONS.has(keyword)) return true;
    switch (keyword) {
      case 'type':
        return jsonTypes(domain).every((type) => namedTypes(schema)?.includes(type));
      case 'enum':
        return coversEnum(value, domain);
      case 'pattern':
        return typeof value === 'string' && matchesEverything(value);
      case 'minLength':
      case 'minItems':
        // Texts are never empty: what is blank is null.
        return typeof value === 'number' && value <= Number(property(domain.type, keyword) ?? 0);
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
        return isAlwaysTrue(value, ANY_VALUE);
      case 'properties':
      case 'patternProperties':
        return isObject(value) && Object.values(value).every((one) => isAlwaysTrue(one, ANY_VALUE));
      case 'uniqueItems':
        return value === false;
      default:
        return false;
    }
  });
}

/** Under `not`, a type that the column lacks. */
function isNeverTrue(schema: Json, domain: Domain): boolean {
  if (!isObject(schema)) return schema === false;
  return namedTypes(schema)?.some((type) => jsonTypes(domain).includes(type)) === false;
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
