import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import {
  jsonObject,
  jsonValue,
  keyOffsetAt,
  pointerPath,
  shownJson,
  valueAt,
  type JsonPath,
} from '../files/yaml-json.ts';
import { offsetInText, YamlValue } from '../files/yaml-value.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { shownText } from '../text/display.ts';
import { compileCell, linearFormats, newAjv } from './cell-schema.ts';
import {
  ANY_VALUE,
  domainText,
  jsonTypes,
  memberDomain,
  namedTypes,
  outsideDomain,
  type Domain,
} from './column-domain.ts';
import { KEYWORD_SYNONYMS, KEYWORDS, mapSubschemas, TYPES_OF_KEYWORDS, UNSUPPORTED_KEYWORDS } from './keywords.ts';
import { patternProblem } from './pattern.ts';
import { isDateLimit, isRelativeDate, resolveDates } from './relative-dates.ts';

const TYPES: readonly string[] = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
/** In characters of JSON. Thousands of time zones fit; compiling a much larger schema takes minutes. */
const MAX_LENGTH = 20_000;
const MAX_PATTERN_LENGTH = 1000;
const FORMATS = Object.keys(linearFormats());
const DATE_FORMATS: readonly Json[] = ['date', 'time', 'date-time', 'iso-time', 'iso-date-time'];
const BOUNDS = [
  ['minimum', 'maximum'],
  ['minimum', 'exclusiveMaximum'],
  ['exclusiveMinimum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
  ...['Length', 'Items', 'Contains', 'Properties'].map((what) => [`min${what}`, `max${what}`] as const),
] as const;

/**
 * Reads the JSON Schema of a cell: a mapping of keywords of draft 2020-12, without references. Rejects what the
 * draft's meta-schema or Ajv's strict mode refuses, unknown keywords and formats, patterns that RE2 does not support,
 * crossed bounds, and values and keywords that do not suit the column.
 *
 * @param domain the column's values
 * @returns undefined if there is a problem
 */
export function cellSchema(value: YamlValue, domain: Domain = ANY_VALUE): JsonObject | undefined {
  const { problems } = value;
  if (!isMap(value.node)) return rejectNoSchema(value);
  const schema = jsonObject(value);
  if (schema === undefined) return undefined;
  if (Object.keys(schema).length === 0) return value.reject('has no keyword.', 'Add a keyword such as const or enum.');
  if (JSON.stringify(schema).length > MAX_LENGTH) {
    return value.reject(`is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
  }
  const before = problems.count;
  const subschemas = subschemasOf(schema, domain);
  for (const subschema of subschemas) checkKeywords(value, subschema);
  checkDraft(value, schema);
  if (problems.count === before) {
    for (const subschema of subschemas) checkTypes(value, subschema);
    checkStrictly(value, schema);
  }
  return problems.count === before ? schema : undefined;
}

/** A schema and the values that it is about: a cell, the items of a list or the members of an object. */
interface Subschema {
  /** From the outermost schema to this one. */
  readonly path: JsonPath;
  readonly schema: JsonObject;
  readonly domain: Domain;
  /** The JSON types of the values, as far as `type` here and in the schemas around it limits them. */
  readonly types: readonly string[];
}

/** A schema, which need not be valid, and all schemas inside it. */
function subschemasOf(
  schema: JsonObject,
  domain: Domain,
  path: JsonPath = [],
  around?: readonly string[],
): readonly Subschema[] {
  const types = namedTypes(schema)?.filter((type) => around?.includes(type) !== false) ?? around ?? jsonTypes(domain);
  const subschemas: Subschema[] = [{ path, schema, domain, types }];
  mapSubschemas(schema, (inside, keyword, name) => {
    if (isObject(inside)) {
      const steps = [...path, keyword, ...(name === undefined ? [] : [name])];
      const members = memberDomain(keyword, name, domain);
      subschemas.push(...subschemasOf(inside, members ?? domain, steps, members === undefined ? types : undefined));
    }
    return inside;
  });
  return subschemas;
}

/** Checks the keywords of one schema, but not of those inside it. */
function checkKeywords(value: YamlValue, subschema: Subschema): void {
  const { schema, path } = subschema;
  for (const [keyword, under] of Object.entries(schema)) {
    const inside = [...path, keyword];
    if (!KEYWORDS.includes(keyword)) reportUnknown(keyword, value, keyOffsetAt(value, inside));
    else checkValue(under, keyword, { ...subschema, place: valueAt(value, inside) });
  }
  for (const [least, most] of BOUNDS) {
    const [low, high] = [property(schema, least), property(schema, most)];
    if (typeof low !== 'number' || typeof high !== 'number' || low < high) continue;
    if (low === high && !least.startsWith('ex') && !most.startsWith('ex')) continue;
    const message = `No value has ${least} ${low} and ${most} ${high}.`;
    valueAt(value, [...path, least]).report(message, 'Check whether the two are swapped.');
  }
}

interface KeywordContext extends Subschema {
  /** Of the keyword's value. */
  readonly place: YamlValue;
}

function checkValue(under: Json, keyword: string, context: KeywordContext): void {
  const { schema, domain, path, place } = context;
  if (keyword === 'pattern' && typeof under === 'string') checkPattern(under, place);
  else if (keyword === 'format' && typeof under === 'string') checkFormat(under, place);
  else if (keyword === 'type' && !path.includes('not')) checkType(under, schema, domain, place);
  else if (isDateLimit(keyword)) checkDateLimit(under, schema, place);
  else if (keyword === 'const') checkPossible(under, domain, place);
  else if (keyword === 'enum' && Array.isArray(under)) {
    for (const [index, one] of under.entries()) checkPossible(one, domain, valueAt(place, [index]));
  } else if ((keyword === 'properties' || keyword === 'patternProperties') && isObject(under)) {
    for (const name of Object.keys(under)) {
      const offset = keyOffsetAt(place, [name]);
      if (name === '__proto__') {
        place.report('A schema cannot be about a member called "__proto__".', 'Remove it.', offset);
      } else if (keyword === 'patternProperties') checkPattern(name, new YamlValue(null, offset, name, place.problems));
    }
  }
}

function reportUnknown(keyword: string, value: YamlValue, offset: number): undefined {
  const unsupported = UNSUPPORTED_KEYWORDS.get(keyword);
  if (unsupported !== undefined) {
    return value.report(`The keyword ${shownText(keyword)} is not supported.`, unsupported, offset);
  }
  const hint =
    suggestion(KEYWORD_SYNONYMS.get(keyword.toLowerCase()) ?? keyword, KEYWORDS) +
    'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.';
  return value.report(`${shownText(keyword)} is not a keyword of JSON Schema.`, hint, offset);
}

function checkPattern(pattern: string, place: YamlValue): void {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    const hint = 'Shorten it. A list of values belongs under enum.';
    place.reject(`is longer than ${MAX_PATTERN_LENGTH} characters.`, hint);
    return;
  }
  const problem = patternProblem(pattern);
  if (problem === undefined) return;
  const reason = shownText(problem.message).slice(1, -1);
  const offset = offsetInText(place, problem.at);
  place.report(`${shownText(place.name)} is not a valid pattern: ${reason}.`, problem.hint, offset);
}

function checkFormat(format: string, place: YamlValue): void {
  if (FORMATS.includes(format)) return;
  const hint = `${suggestion(format, FORMATS)}The formats are: ${FORMATS.join(', ')}.`;
  place.report(`There is no format ${shownText(format)}.`, hint);
}

/** Under `not`, a type that the column lacks makes a rule that checks nothing: `validate` warns of that. */
function checkType(type: Json, schema: JsonObject, domain: Domain, place: YamlValue): void {
  const names = namedTypes(schema)?.filter((name) => TYPES.includes(name)) ?? [];
  const possible = jsonTypes(domain);
  if (names.length === 0 || names.some((name) => possible.includes(name))) return;
  const hint = 'Use a type that the column has, or name another column.';
  place.reject(`cannot be ${shownJson(type)}: the column holds ${domainText(domain)}.`, hint);
}

function checkDateLimit(limit: Json, { format }: JsonObject, place: YamlValue): void {
  if (typeof format !== 'string' || !DATE_FORMATS.includes(format)) {
    const hint = 'Add "format: date-time", or "format: date" for a column of days.';
    place.reject('needs a format of dates or times beside it.', hint);
  } else if (!isRelativeDate(limit, format) && (typeof limit !== 'string' || !compileCell({ format })(limit))) {
    const hint = `Write today, today+30d, today-7d${format === 'date' ? '' : ', now'}, or a value in the format ${format}.`;
    place.reject(`cannot be ${shownJson(limit)}.`, hint);
  }
}

function checkPossible(value: Json, domain: Domain, place: YamlValue): void {
  const hint = outsideDomain(value, domain);
  if (hint !== undefined) place.reject(`cannot be ${shownJson(value)}: the column never has this value.`, hint);
}

const forDraft = newAjv();

/** Validates against the draft's meta-schema. https://json-schema.org/draft/2020-12/schema */
function checkDraft(value: YamlValue, schema: JsonObject): void {
  if (forDraft.validateSchema(schema) !== false) return;
  const [error] = forDraft.errors ?? [];
  if (error === undefined) return;
  const path = pointerPath(error.instancePath);
  const wrong = valueAt(value, path);
  const types: unknown = error.params.type;
  if (Array.isArray(types) && types.includes('object')) {
    rejectNoSchema(wrong);
    return;
  }
  const json = jsonValue(wrong) ?? null;
  const isType = path.includes('type') && error.keyword === 'enum';
  const meant = isType && typeof json === 'string' ? suggestion(json, TYPES) : '';
  const allowed = isType ? `must be one of ${TYPES.join(', ')}` : (error.message ?? '');
  wrong.reject(`cannot be ${shownJson(json)}.`, `${meant}It ${allowed}.`);
}

/** Finds keywords that are about values of other types than the schema, so that every value meets them. */
function checkTypes(value: YamlValue, { schema, path, domain, types }: Subschema): void {
  for (const keyword of Object.keys(schema)) {
    const typeOfKeyword = TYPES_OF_KEYWORDS.get(keyword);
    // Some formats are of numbers.
    if (
      typeOfKeyword === undefined ||
      types.includes(typeOfKeyword) ||
      (keyword === 'format' && types.includes('number'))
    )
      continue;
    const other = { maxLength: 'maxItems', minLength: 'minItems', maxItems: 'maxLength', minItems: 'minLength' }[
      keyword
    ];
    valueAt(value, [...path, keyword]).report(
      `"${keyword}" has no effect: it is about values of type ${typeOfKeyword}, and the column holds ${domainText(domain)}.`,
      other === undefined
        ? 'Use a keyword for that type, such as const or enum, or "items" for the values in a list.'
        : `Did you mean "${other}"?`,
    );
  }
}

/** Compiles in Ajv's strict mode. https://ajv.js.org/strict-mode.html */
function checkStrictly(value: YamlValue, schema: JsonObject): void {
  try {
    compileCell(resolveDates(schema, 0));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
    value.reject(
      `is not a valid schema: ${shownText(reason).slice(1, -1)}.`,
      'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.',
    );
  }
}

/** Suggests a schema in place of the value that was written instead of one. */
function rejectNoSchema(value: YamlValue): undefined {
  const { node } = value;
  const scalar: Json | undefined = isScalar(node) ? jsonValue(value) : null;
  if (isSeq(node)) {
    const hint = 'Write { enum: [...] } if the cell may have one of several values.';
    return value.reject('must be a JSON Schema, not a list.', hint);
  }
  if (scalar === null || scalar === undefined) {
    return value.reject('has no value.', 'Write { const: null } if the cell must be blank.');
  }
  const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
  const hint =
    typeof scalar === 'string' && TYPES.includes(scalar)
      ? `Write { type: ${scalar} } if the cell must be of that type.`
      : `Write { const: ${asWritten(value)} } if the cell must have that value.`;
  return value.reject(`must be a JSON Schema, not ${kind}.`, hint);
}

function asWritten({ node }: YamlValue): string {
  if (!isScalar(node)) return '...';
  const plain = node.type === Scalar.PLAIN && typeof node.source === 'string' ? node.source : undefined;
  return plain !== undefined && !/[,{}[\]]/.test(plain) ? shownText(plain).slice(1, -1) : shownText(String(node.value));
}
