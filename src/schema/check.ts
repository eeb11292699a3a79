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
import type { FileProblems } from '../files/yaml-problems.ts';
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
import { KEYWORDS, keywordSynonym, mapSubschemas, typeOfKeyword, unsupportedKeyword } from './keywords.ts';
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
 * Reads the JSON Schema of a cell: a mapping of keywords of draft 2020-12, without references. Adds to the problems what the
 * draft's meta-schema or Ajv's strict mode refuses, unknown keywords and formats, patterns that RE2 does not support,
 * crossed bounds, and values and keywords that do not suit the column.
 *
 * @param domain the column's values
 * @returns undefined if there is a problem
 */
export function cellSchema(value: YamlValue, domain: Domain = ANY_VALUE): JsonObject | undefined {
  const { problems } = value;
  if (!isMap(value.node)) {
    addNoSchema(value, problems);
    return undefined;
  }
  const schema = jsonObject(value);
  if (schema === undefined) return undefined;
  if (Object.keys(schema).length === 0) {
    problems.add(value.offset, `${shownText(value.name)} has no keyword.`, 'Add a keyword such as const or enum.');
    return undefined;
  }
  if (JSON.stringify(schema).length > MAX_LENGTH) {
    problems.add(value.offset, `${shownText(value.name)} is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
    return undefined;
  }
  const before = problems.count;
  const subschemas = subschemasOf(schema, domain);
  for (const subschema of subschemas) checkKeywords(value, subschema, problems);
  checkDraft(value, schema, problems);
  if (problems.count === before) {
    for (const subschema of subschemas) checkTypes(value, subschema, problems);
    checkStrictly(value, schema, problems);
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
  const found: Subschema[] = [{ path, schema, domain, types }];
  mapSubschemas(schema, (inside, keyword, name) => {
    if (isObject(inside)) {
      const steps = [...path, keyword, ...(name === undefined ? [] : [name])];
      const members = memberDomain(keyword, name, domain);
      found.push(...subschemasOf(inside, members ?? domain, steps, members === undefined ? types : undefined));
    }
    return inside;
  });
  return found;
}

/** Checks the keywords of one schema, but not of those inside it. */
function checkKeywords(value: YamlValue, subschema: Subschema, problems: FileProblems): void {
  const { schema, path } = subschema;
  for (const [keyword, under] of Object.entries(schema)) {
    const inside = [...path, keyword];
    if (!KEYWORDS.includes(keyword)) addUnknown(keyword, keyOffsetAt(value, inside), problems);
    else checkValue(under, keyword, { ...subschema, place: valueAt(value, inside) }, problems);
  }
  for (const [least, most] of BOUNDS) {
    const [low, high] = [property(schema, least), property(schema, most)];
    if (typeof low !== 'number' || typeof high !== 'number' || low < high) continue;
    if (low === high && !least.startsWith('ex') && !most.startsWith('ex')) continue;
    const { offset } = valueAt(value, [...path, least]);
    problems.add(offset, `No value has ${least} ${low} and ${most} ${high}.`, 'Check whether the two are swapped.');
  }
}

interface KeywordContext extends Subschema {
  /** Of the keyword's value. */
  readonly place: YamlValue;
}

function checkValue(under: Json, keyword: string, context: KeywordContext, problems: FileProblems): void {
  const { schema, domain, path, place } = context;
  if (keyword === 'pattern' && typeof under === 'string') checkPattern(under, place, problems);
  else if (keyword === 'format' && typeof under === 'string') checkFormat(under, place, problems);
  else if (keyword === 'type' && !path.includes('not')) checkType(under, schema, domain, place, problems);
  else if (isDateLimit(keyword)) checkDateLimit(under, schema, place, problems);
  else if (keyword === 'const') checkPossible(under, domain, place, problems);
  else if (keyword === 'enum' && Array.isArray(under)) {
    for (const [at, one] of under.entries()) checkPossible(one, domain, valueAt(place, [at]), problems);
  } else if ((keyword === 'properties' || keyword === 'patternProperties') && isObject(under)) {
    for (const name of Object.keys(under)) {
      const offset = keyOffsetAt(place, [name]);
      if (name === '__proto__') {
        problems.add(offset, 'A schema cannot be about a member called "__proto__".', 'Remove it.');
      } else if (keyword === 'patternProperties')
        checkPattern(name, new YamlValue(null, offset, name, problems), problems);
    }
  }
}

function addUnknown(keyword: string, offset: number, problems: FileProblems): void {
  const unsupported = unsupportedKeyword(keyword);
  if (unsupported !== undefined) {
    problems.add(offset, `The keyword ${shownText(keyword)} is not supported.`, unsupported);
    return;
  }
  problems.add(
    offset,
    `${shownText(keyword)} is not a keyword of JSON Schema.`,
    suggestion(keywordSynonym(keyword) ?? keyword, KEYWORDS) +
      'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.',
  );
}

function checkPattern(pattern: string, place: YamlValue, problems: FileProblems): void {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    const hint = 'Shorten it. A list of values belongs under enum.';
    problems.add(place.offset, `${shownText(place.name)} is longer than ${MAX_PATTERN_LENGTH} characters.`, hint);
    return;
  }
  const problem = patternProblem(pattern);
  if (problem === undefined) return;
  const reason = shownText(problem.message).slice(1, -1);
  const offset = offsetInText(place, problem.at);
  problems.add(offset, `${shownText(place.name)} is not a valid pattern: ${reason}.`, problem.hint);
}

function checkFormat(format: string, place: YamlValue, problems: FileProblems): void {
  if (FORMATS.includes(format)) return;
  const hint = `${suggestion(format, FORMATS)}The formats are: ${FORMATS.join(', ')}.`;
  problems.add(place.offset, `There is no format ${shownText(format)}.`, hint);
}

/** Under `not`, a type that the column lacks makes a rule that checks nothing: `validate` warns of that. */
function checkType(type: Json, schema: JsonObject, domain: Domain, place: YamlValue, problems: FileProblems): void {
  const names = namedTypes(schema)?.filter((name) => TYPES.includes(name)) ?? [];
  const possible = jsonTypes(domain);
  if (names.length === 0 || names.some((name) => possible.includes(name))) return;
  const message = `${shownText(place.name)} cannot be ${shownJson(type)}: the column holds ${domainText(domain)}.`;
  problems.add(place.offset, message, 'Use a type that the column has, or name another column.');
}

function checkDateLimit(limit: Json, { format }: JsonObject, place: YamlValue, problems: FileProblems): void {
  if (typeof format !== 'string' || !DATE_FORMATS.includes(format)) {
    const hint = 'Add "format: date-time", or "format: date" for a column of days.';
    problems.add(place.offset, `${shownText(place.name)} needs a format of dates or times beside it.`, hint);
  } else if (!isRelativeDate(limit, format) && (typeof limit !== 'string' || !compileCell({ format })(limit))) {
    const hint = `Write today, today+30d, today-7d${format === 'date' ? '' : ', now'}, or a value in the format ${format}.`;
    problems.add(place.offset, `${shownText(place.name)} cannot be ${shownJson(limit)}.`, hint);
  }
}

function checkPossible(value: Json, domain: Domain, place: YamlValue, problems: FileProblems): void {
  const hint = outsideDomain(value, domain);
  if (hint === undefined) return;
  const message = `${shownText(place.name)} cannot be ${shownJson(value)}: the column never has this value.`;
  problems.add(place.offset, message, hint);
}

const forDraft = newAjv();

/** Validates against the draft's meta-schema. https://json-schema.org/draft/2020-12/schema */
function checkDraft(value: YamlValue, schema: JsonObject, problems: FileProblems): void {
  if (forDraft.validateSchema(schema) !== false) return;
  const [error] = forDraft.errors ?? [];
  if (error === undefined) return;
  const path = pointerPath(error.instancePath);
  const wrong = valueAt(value, path);
  const types: unknown = error.params.type;
  if (Array.isArray(types) && types.includes('object')) {
    addNoSchema(wrong, problems);
    return;
  }
  const shown = jsonValue(wrong) ?? null;
  const isType = path.includes('type') && error.keyword === 'enum';
  problems.add(
    wrong.offset,
    `${shownText(wrong.name)} cannot be ${shownJson(shown)}.`,
    `${isType && typeof shown === 'string' ? suggestion(shown, TYPES) : ''}It ${isType ? `must be one of ${TYPES.join(', ')}` : (error.message ?? '')}.`,
  );
}

/** Finds keywords that are about values of other types than the schema, so that every value meets them. */
function checkTypes(value: YamlValue, { schema, path, domain, types }: Subschema, problems: FileProblems): void {
  for (const keyword of Object.keys(schema)) {
    const wanted = typeOfKeyword(keyword);
    // Some formats are of numbers.
    if (wanted === undefined || types.includes(wanted) || (keyword === 'format' && types.includes('number'))) continue;
    const other = { maxLength: 'maxItems', minLength: 'minItems', maxItems: 'maxLength', minItems: 'minLength' }[
      keyword
    ];
    problems.add(
      valueAt(value, [...path, keyword]).offset,
      `"${keyword}" has no effect: it is about values of type ${wanted}, and the column holds ${domainText(domain)}.`,
      other === undefined
        ? 'Use a keyword for that type, such as const or enum, or "items" for the values in a list.'
        : `Did you mean "${other}"?`,
    );
  }
}

/** Compiles in Ajv's strict mode. https://ajv.js.org/strict-mode.html */
function checkStrictly(value: YamlValue, schema: JsonObject, problems: FileProblems): void {
  try {
    compileCell(resolveDates(schema, 0));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
    problems.add(
      value.offset,
      `${shownText(value.name)} is not a valid schema: ${shownText(reason).slice(1, -1)}.`,
      'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.',
    );
  }
}

/** Suggests a schema in place of the value that was written instead of one. */
function addNoSchema(value: YamlValue, problems: FileProblems): void {
  const { node, offset, name } = value;
  const scalar: Json | undefined = isScalar(node) ? jsonValue(value) : null;
  if (isSeq(node)) {
    const hint = 'Write { enum: [...] } if the cell may have one of several values.';
    problems.add(offset, `${shownText(name)} must be a JSON Schema, not a list.`, hint);
  } else if (scalar === null || scalar === undefined) {
    problems.add(offset, `${shownText(name)} has no value.`, 'Write { const: null } if the cell must be blank.');
  } else {
    const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
    const hint =
      typeof scalar === 'string' && TYPES.includes(scalar)
        ? `Write { type: ${scalar} } if the cell must be of that type.`
        : `Write { const: ${asWritten(value)} } if the cell must have that value.`;
    problems.add(offset, `${shownText(name)} must be a JSON Schema, not ${kind}.`, hint);
  }
}

function asWritten({ node }: YamlValue): string {
  if (!isScalar(node)) return '...';
  const plain = node.type === Scalar.PLAIN && typeof node.source === 'string' ? node.source : undefined;
  return plain !== undefined && !/[,{}[\]]/.test(plain) ? shownText(plain).slice(1, -1) : shownText(String(node.value));
}
