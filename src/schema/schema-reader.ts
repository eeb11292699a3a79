import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { FileProblems } from '../yaml/problems.ts';
import type { JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { list, mapping, type YamlEntry, type YamlValue } from '../yaml/value.ts';
import { compileCell, firstMistake, sharedAjv } from './cell-schema.ts';
import { crossedBounds } from './crossed-bounds.ts';
import { isBounded } from './linear-pattern.ts';
import { jsonObject, jsonValue, pointerPath, shownJson, valueAt } from '../yaml/json.ts';
import {
  KEYWORDS,
  meantKeyword,
  refusal,
  schemasUnder,
  TYPES,
  valueUnder,
  type KeywordValue,
} from './schema-keywords.ts';

/** In characters of JSON. Thousands of time zones have room; compiling what a hostile file may hold would take minutes. */
const LONGEST = 20_000;
const LONGEST_PATTERN = 1000;

/**
 * The schema of a cell: a mapping of keywords of draft 2020-12, without references. Whatever is wrong in it is added to the
 * problems, and gives undefined. Schemas inside it may be true or false as well.
 */
export function cellSchema(value: YamlValue, problems: FileProblems): JsonObject | undefined {
  if (!isMap(value.node)) {
    addNoSchema(value, problems);
    return undefined;
  }
  const json = jsonObject(value, problems);
  if (json === undefined) return undefined;
  if (Object.keys(json).length === 0) {
    problems.add(value.offset, `${shownText(value.name)} says nothing.`, 'Give it a keyword, such as const or enum.');
    return undefined;
  }
  if (JSON.stringify(json).length > LONGEST) {
    problems.add(value.offset, `${shownText(value.name)} is longer than ${LONGEST} characters.`, 'Write less.');
    return undefined;
  }
  if (!isSchema(value, problems)) return undefined;
  return compiles(json, value, problems) ? json : undefined;
}

/** Looks at a schema and those inside it. */
function isSchema(value: YamlValue, problems: FileProblems): boolean {
  if (isScalar(value.node) && typeof value.node.value === 'boolean') return true;
  if (!isMap(value.node)) {
    addNoSchema(value, problems);
    return false;
  }
  const { entries } = mapping(value, problems) ?? { entries: new Map<string, YamlEntry>() };
  const looked = [...entries.values()].map((entry) => isKeyword(entry, problems));
  return looked.every(Boolean) && belongTogether(entries, value, problems);
}

function isKeyword({ key, keyOffset, value }: YamlEntry, problems: FileProblems): boolean {
  const wanted = valueUnder(key);
  if (wanted !== undefined) return isValue(key, wanted, value, problems);
  switch (schemasUnder(key)) {
    case 'schema':
      if (!isSeq(value.node) || key !== 'items') return isSchema(value, problems);
      problems.add(
        value.offset,
        `${shownText(value.name)} must be a JSON Schema, not a list.`,
        'One for each item goes under prefixItems.',
      );
      return false;
    case 'schemas': {
      const schemas = list(value, problems);
      if (schemas?.length === 0) problems.add(value.offset, `${shownText(value.name)} has no schema.`, 'Add one.');
      return schemas !== undefined && schemas.length > 0 && every(schemas, (schema) => isSchema(schema, problems));
    }
    case 'named-schemas': {
      const named = mapping(value, problems);
      return named !== undefined && every([...named.entries.values()], (entry) => isNamed(entry, key, problems));
    }
    case undefined:
      addUnknown(key, keyOffset, problems);
      return false;
  }
}

/** Each of them is looked at, so that all mistakes are told. */
function every<T>(values: readonly T[], look: (value: T) => boolean): boolean {
  return values.map(look).every(Boolean);
}

function isNamed({ key, keyOffset, value }: YamlEntry, keyword: string, problems: FileProblems): boolean {
  if (key === '__proto__') {
    problems.add(keyOffset, 'A schema cannot be about a member called "__proto__".', 'Leave it out.');
    return false;
  }
  const named = keyword !== 'patternProperties' || isPattern(key, { ...value, offset: keyOffset, name: key }, problems);
  return isSchema(value, problems) && named;
}

function isValue(keyword: string, wanted: KeywordValue, value: YamlValue, problems: FileProblems): boolean {
  const json = jsonValue(value, problems);
  if (json === undefined) return false;
  const mistake = firstMistake(wanted.schema, json);
  if (mistake !== undefined) {
    const wrong = valueAt(value, pointerPath(mistake), problems);
    const shown = jsonValue(wrong, problems) ?? null;
    const meant = keyword === 'type' && typeof shown === 'string' ? didYouMean(shown, TYPES) : undefined;
    problems.add(
      wrong.offset,
      `${shownText(wrong.name)} cannot be ${shownJson(shown)}.`,
      `${meant === undefined ? '' : `Did you mean "${meant}"? `}"${keyword}" must be ${wanted.mustBe}.`,
    );
    return false;
  }
  if (keyword === 'enum' && Array.isArray(json) && json.length === 0) {
    problems.add(value.offset, `${shownText(value.name)} has no value.`, 'List what the cell may be.');
    return false;
  }
  if (keyword === 'pattern' && typeof json === 'string') return isPattern(json, value, problems);
  return keyword !== 'format' || typeof json !== 'string' || isFormat(json, value, problems);
}

function isPattern(pattern: string, value: YamlValue, problems: FileProblems): boolean {
  if (pattern.length > LONGEST_PATTERN) {
    problems.add(
      value.offset,
      `${shownText(value.name)} is longer than ${LONGEST_PATTERN} characters.`,
      'Write less; a list of values goes under enum.',
    );
    return false;
  }
  try {
    new RegExp(pattern, 'u');
    if (isBounded(pattern)) return true;
    problems.add(
      value.offset,
      `${shownText(value.name)} could take for ever on some texts.`,
      'Leave out lookaround, references back, flags within and counts above 1,000, of which nested ones multiply: with them ' +
        'it cannot be tried in linear time.',
    );
    return false;
  } catch (error) {
    // The engine quotes the whole pattern before its reason.
    const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(': ') + 2) : '';
    problems.add(
      value.offset,
      `${shownText(value.name)} is no regular expression: ${shownText(reason).slice(1, -1)}.`,
      "It is one of JavaScript with the flag u: put it into single quotes, and a backslash only before what needs it, as in '^a\\.b'.",
    );
    return false;
  }
}

function isFormat(format: string, value: YamlValue, problems: FileProblems): boolean {
  const formats = Object.keys(sharedAjv().formats);
  if (formats.includes(format)) return true;
  const meant = didYouMean(format, formats);
  problems.add(
    value.offset,
    `There is no format ${shownText(format)}.`,
    `${meant === undefined ? '' : `Did you mean "${meant}"? `}The formats are: ${formats.join(', ')}.`,
  );
  return false;
}

/** Whether keywords are there on which others hang, and leave something between them. */
function belongTogether(entries: ReadonlyMap<string, YamlEntry>, value: YamlValue, problems: FileProblems): boolean {
  let together = true;
  for (const [keyword, needed] of [
    ['then', ['if']],
    ['else', ['if']],
    ['if', ['then', 'else']],
    ['minContains', ['contains']],
    ['maxContains', ['contains']],
  ] as const) {
    const entry = entries.get(keyword);
    if (entry === undefined || needed.some((other) => entries.has(other))) continue;
    const others = needed.join(' or ');
    problems.add(entry.keyOffset, `"${keyword}" says nothing without ${others}.`, `Add ${others}, or leave it out.`);
    together = false;
  }
  for (const { keyword, reason } of crossedBounds(jsonObject(value, problems) ?? {})) {
    problems.add(
      entries.get(keyword)?.value.offset ?? value.offset,
      `${shownText(value.name)} can never hold: ${reason}.`,
      'Look whether the two are swapped.',
    );
    together = false;
  }
  return together;
}

/** What else the validator would refuse. */
function compiles(schema: JsonObject, value: YamlValue, problems: FileProblems): boolean {
  try {
    compileCell(schema);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
    problems.add(
      value.offset,
      `${shownText(value.name)} is no JSON Schema: ${shownText(reason).slice(1, -1)}.`,
      'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.',
    );
    return false;
  }
}

function addUnknown(keyword: string, offset: number, problems: FileProblems): void {
  const refused = refusal(keyword);
  if (refused !== undefined) {
    problems.add(offset, `The keyword ${shownText(keyword)} cannot stand here.`, refused);
    return;
  }
  const meant = meantKeyword(keyword) ?? didYouMean(keyword, KEYWORDS);
  problems.add(
    offset,
    `${shownText(keyword)} is no keyword of JSON Schema.`,
    (meant === undefined ? '' : `Did you mean "${meant}"? `) +
      'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.',
  );
}

/** In place of a schema stands what the cell was meant to be. */
function addNoSchema(value: YamlValue, problems: FileProblems): void {
  const { node, offset, name } = value;
  if (isSeq(node)) {
    problems.add(
      offset,
      `${shownText(name)} must be a JSON Schema, not a list.`,
      'Write { enum: [...] } if the cell may be one of several values.',
    );
    return;
  }
  const scalar = isScalar(node) ? node.value : null;
  if (scalar === null) {
    problems.add(offset, `${shownText(name)} has no value.`, 'Write { const: null } if the cell must be blank.');
    return;
  }
  const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
  const isType = typeof scalar === 'string' && TYPES.includes(scalar);
  problems.add(
    offset,
    `${shownText(name)} must be a JSON Schema, not ${kind}.`,
    isType
      ? `Write { type: ${scalar} } if the cell must be of that type.`
      : `Write { const: ${asWritten(value)} } if the cell must be exactly that.`,
  );
}

function asWritten({ node }: YamlValue): string {
  if (!isScalar(node)) return '...';
  const plain = node.type === Scalar.PLAIN && typeof node.source === 'string' ? node.source : undefined;
  return plain !== undefined && !/[,{}[\]]/.test(plain) ? shownText(plain).slice(1, -1) : shownText(String(node.value));
}
