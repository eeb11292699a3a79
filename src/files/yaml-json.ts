import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { FileProblems } from './yaml-problems.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import { list, mapping, type YamlValue } from './yaml-value.ts';

/** Keys and positions that lead from a value to one inside it. */
export type JsonPath = readonly (string | number)[];

/** A YAML value as JSON. What JSON has not, such as `.nan`, is added to the problems, and gives undefined. */
export function jsonValue(value: YamlValue, problems: FileProblems): Json | undefined {
  const { node, offset, name } = value;
  if (isMap(node)) return jsonObject(value, problems);
  if (isSeq(node)) {
    const items = (list(value, problems) ?? []).map((item) => jsonValue(item, problems));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  const scalar = isScalar(node) ? node.value : null;
  if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
    problems.add(offset, `${shownText(name)} is no number that JSON has.`, 'Write a finite one.');
    return undefined;
  }
  if (scalar === null || typeof scalar === 'string' || typeof scalar === 'number' || typeof scalar === 'boolean') {
    return scalar;
  }
  throw new TypeError('a YAML file gave a scalar that is no plain value');
}

/** A YAML mapping as JSON. Anything else is added to the problems, and gives undefined. */
export function jsonObject(value: YamlValue, problems: FileProblems): JsonObject | undefined {
  const members: [string, Json][] = [];
  const entries = [...(mapping(value, problems)?.entries.values() ?? [])];
  for (const { key, value: member } of entries) {
    const json = jsonValue(member, problems);
    if (json !== undefined) members.push([key, json]);
  }
  // Unlike assignment, this makes a member of "__proto__" too.
  return isMap(value.node) && members.length === entries.length ? Object.fromEntries(members) : undefined;
}

/** The value that a path leads to, or the last on the way that is there. */
export function valueAt(value: YamlValue, path: JsonPath, problems: FileProblems): YamlValue {
  let found = value;
  for (const step of path) {
    const next = insideOf(found, step, problems);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

/** The offset of the key at the end of a path; the offset of the value if that is not a member of a mapping. */
export function keyOffsetAt(value: YamlValue, path: JsonPath, problems: FileProblems): number {
  const around = valueAt(value, path.slice(0, -1), problems);
  const entry = isMap(around.node) ? mapping(around, problems)?.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyOffset ?? valueAt(value, path, problems).offset;
}

function insideOf(value: YamlValue, step: string | number, problems: FileProblems): YamlValue | undefined {
  if (isMap<ParsedNode, ParsedNode | null>(value.node)) {
    return mapping(value, problems)?.entries.get(String(step))?.value;
  }
  return isSeq(value.node) ? list(value, problems)?.[Number(step)] : undefined;
}

/** A JSON Pointer's steps. https://www.rfc-editor.org/rfc/rfc6901 */
export function pointerPath(pointer: string): JsonPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON value as a message quotes it: texts that would read as something else in quotes, cut at 60 characters. */
export function shownJson(value: Json): string {
  if (typeof value === 'string') return shownText(value);
  if (!Array.isArray(value) && !isObject(value)) return String(value);
  return shownText(JSON.stringify(value)).slice(1, -1);
}
