import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { shownText } from '../text/display.ts';
import { keyOffsetAt, shownJson, valueAt, type JsonPath } from '../files/yaml-json.ts';
import type { FileProblems } from '../files/yaml-problems.ts';
import { offsetInText, type YamlValue } from '../files/yaml-value.ts';
import { compileCell } from './cell-schema.ts';
import { domainText, jsonTypes, outsideDomain, type Domain, type Subschema } from './column-domain.ts';
import { linearFormats } from './formats.ts';
import { KEYWORDS, keywordSynonym, unsupportedKeyword } from './keywords.ts';
import { patternProblem } from './pattern.ts';
import { isDateLimit, isRelativeDate } from './relative-dates.ts';

/** The types of JSON Schema. */
export const TYPES: readonly string[] = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

const MAX_PATTERN_LENGTH = 1000;
const FORMATS = Object.keys(linearFormats());
const DATE_FORMATS: readonly unknown[] = ['date', 'time', 'date-time', 'iso-time', 'iso-date-time'];
const BOUNDS = [
  ['minimum', 'maximum'],
  ['minimum', 'exclusiveMaximum'],
  ['exclusiveMinimum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minContains', 'maxContains'],
  ['minProperties', 'maxProperties'],
] as const;

/**
 * Checks the keywords of one schema, but not of those inside it. The schema need not be valid.
 *
 * @param value the outermost schema
 */
export function checkKeywords(value: YamlValue, { schema, path, domain }: Subschema, problems: FileProblems): void {
  for (const [keyword, under] of Object.entries(schema)) {
    const inside = [...path, keyword];
    if (KEYWORDS.includes(keyword)) checkValue(under, { value, path: inside, schema, domain }, problems);
    else addUnknown(keyword, keyOffsetAt(value, inside, problems), problems);
  }
  for (const [least, most] of BOUNDS) {
    const [low, high] = [property(schema, least), property(schema, most)];
    if (typeof low !== 'number' || typeof high !== 'number' || low < high) continue;
    if (low === high && !least.startsWith('ex') && !most.startsWith('ex')) continue;
    const { offset } = valueAt(value, [...path, least], problems);
    problems.add(offset, `No value has ${least} ${low} and ${most} ${high}.`, 'Check whether the two are swapped.');
  }
}

interface Keyword {
  readonly value: YamlValue;
  /** From the outermost schema to the keyword's value. */
  readonly path: JsonPath;
  readonly schema: JsonObject;
  readonly domain: Domain;
}

function checkValue(under: Json, { value, path, schema, domain }: Keyword, problems: FileProblems): void {
  const keyword = String(path.at(-1));
  const place = valueAt(value, path, problems);
  if (keyword === 'pattern' && typeof under === 'string') checkPattern(under, place, problems);
  else if (keyword === 'format' && typeof under === 'string') checkFormat(under, place, problems);
  else if (keyword === 'type') checkType(under, path, domain, place, problems);
  else if (isDateLimit(keyword)) checkDateLimit(under, schema, place, problems);
  else if (keyword === 'const') checkPossible(under, domain, place, problems);
  else if (keyword === 'enum' && Array.isArray(under)) {
    for (const [at, one] of under.entries())
      checkPossible(one, domain, valueAt(value, [...path, at], problems), problems);
  } else if ((keyword === 'properties' || keyword === 'patternProperties') && isObject(under)) {
    for (const name of Object.keys(under)) {
      const offset = keyOffsetAt(value, [...path, name], problems);
      if (name === '__proto__') {
        problems.add(offset, 'A schema cannot be about a member called "__proto__".', 'Remove it.');
      } else if (keyword === 'patternProperties') checkPattern(name, { node: null, offset, name }, problems);
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
function checkType(type: Json, path: JsonPath, domain: Domain, place: YamlValue, problems: FileProblems): void {
  const words = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
  const names = words.filter((name) => TYPES.includes(name));
  const possible = jsonTypes(domain);
  if (names.length === 0 || path.includes('not')) return;
  if (names.some((name) => possible.includes(name === 'integer' ? 'number' : name))) return;
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
