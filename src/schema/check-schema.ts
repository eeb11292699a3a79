import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Json, JsonObject } from '../json.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { shownText } from '../text/display.ts';
import { jsonObject, jsonValue, pointerPath, shownJson, valueAt, type JsonPath } from '../files/yaml-json.ts';
import type { FileProblems } from '../files/yaml-problems.ts';
import type { YamlValue } from '../files/yaml-value.ts';
import { newAjv } from './cell-schema.ts';
import { checkKeywords, TYPES } from './check-keywords.ts';
import { ANY_VALUE, domainText, visitSchemas, withTypes, type Domain, type Subschema } from './column-domain.ts';
import { resolveDates } from './relative-dates.ts';

/** In characters of JSON. Thousands of time zones fit; compiling a much larger schema takes minutes. */
const MAX_LENGTH = 20_000;

/**
 * Reads the JSON Schema of a cell: a mapping of keywords of draft 2020-12, without references. Adds to the problems what the
 * draft's meta-schema or Ajv's strict mode refuses, unknown keywords and formats, patterns that RE2 does not support,
 * crossed bounds, and values and keywords that do not suit the column.
 *
 * @param domain the column's values
 * @returns undefined if there is a problem
 */
export function cellSchema(
  value: YamlValue,
  problems: FileProblems,
  domain: Domain = ANY_VALUE,
): JsonObject | undefined {
  if (!isMap(value.node)) {
    addNoSchema(value, problems);
    return undefined;
  }
  const schema = jsonObject(value, problems);
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
  const found: Subschema[] = [];
  const typed = visitSchemas(schema, domain, (subschema) => found.push(subschema));
  for (const subschema of found) checkKeywords(value, subschema, problems);
  checkDraft(value, schema, problems);
  if (problems.count === before) checkStrictly(value, withTypes(typed, domain), found, problems);
  return problems.count === before ? schema : undefined;
}

const forDraft = newAjv();

/** Validates against the draft's meta-schema. https://json-schema.org/draft/2020-12/schema */
function checkDraft(value: YamlValue, schema: JsonObject, problems: FileProblems): void {
  if (forDraft.validateSchema(schema) !== false) return;
  const [error] = forDraft.errors ?? [];
  if (error === undefined) return;
  const path = pointerPath(error.instancePath);
  const wrong = valueAt(value, path, problems);
  const types: unknown = error.params.type;
  if (Array.isArray(types) && types.includes('object')) {
    addNoSchema(wrong, problems);
    return;
  }
  const shown = jsonValue(wrong, problems) ?? null;
  const isType = path.includes('type') && error.keyword === 'enum';
  problems.add(
    wrong.offset,
    `${shownText(wrong.name)} cannot be ${shownJson(shown)}.`,
    `${isType && typeof shown === 'string' ? suggestion(shown, TYPES) : ''}It ${isType ? `must be one of ${TYPES.join(', ')}` : (error.message ?? '')}.`,
  );
}

/** Compiles in Ajv's strict mode. https://ajv.js.org/strict-mode.html */
function checkStrictly(value: YamlValue, typed: JsonObject, found: readonly Subschema[], problems: FileProblems): void {
  const warnings = new Set<string>();
  const logger = { log: () => undefined, warn: (text: unknown) => warnings.add(String(text)), error: () => undefined };
  try {
    newAjv('', { strictTypes: 'log', logger }).compile(resolveDates(typed, 0));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
    problems.add(
      value.offset,
      `${shownText(value.name)} is not a valid schema: ${shownText(reason).slice(1, -1)}.`,
      'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.',
    );
  }
  for (const warning of warnings) addMissingType(warning, value, found, problems);
}

const MISSING_TYPE = /missing type "([\w,]+)" for keyword "(\w+)" at "#(.*)" \(strictTypes\)$/s;

function addMissingType(warning: string, value: YamlValue, found: readonly Subschema[], problems: FileProblems): void {
  const [, wanted = '', keyword = '', fragment = ''] = MISSING_TYPE.exec(warning) ?? [];
  const path = pointerPath(fragment).map((step) => decodeURIComponent(String(step)));
  const subschema = found.find((one) => isSamePath(one.path, path));
  if (keyword === '' || subschema === undefined) return;
  const { offset } = valueAt(value, [...path, keyword], problems);
  const other = { maxLength: 'maxItems', minLength: 'minItems', maxItems: 'maxLength', minItems: 'minLength' }[keyword];
  problems.add(
    offset,
    `"${keyword}" has no effect: it is about values of type ${wanted}, and the column holds ${domainText(subschema.domain)}.`,
    other === undefined
      ? 'Use a keyword for that type, such as const or enum, or "items" for the values in a list.'
      : `Did you mean "${other}"?`,
  );
}

function isSamePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((step, at) => String(step) === String(other[at]));
}

/** Suggests a schema in place of the value that was written instead of one. */
function addNoSchema(value: YamlValue, problems: FileProblems): void {
  const { node, offset, name } = value;
  const scalar: Json | undefined = isScalar(node) ? jsonValue(value, problems) : null;
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
