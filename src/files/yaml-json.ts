import { isMap, isScalar, isSeq } from 'yaml';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import type { YamlValue } from './yaml-value.ts';

/** Keys and positions that lead from a value to one inside it. */
export type JsonPath = readonly (string | number)[];

/** A YAML value as JSON. What JSON has not, such as `.nan`, is added to the problems, and gives undefined. */
export function jsonValue(value: YamlValue): Json | undefined {
  const { node } = value;
  if (isMap(node)) return jsonObject(value);
  if (isSeq(node)) {
    const items = value.items()?.map(jsonValue) ?? [];
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  const scalar = isScalar(node) ? node.value : null;
  if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
    return value.reject('is no number that JSON has.', 'Write a finite one.');
  }
  if (scalar === null || typeof scalar === 'string' || typeof scalar === 'number' || typeof scalar === 'boolean') {
    return scalar;
  }
  throw new TypeError('a YAML file gave a scalar that is no plain value');
}

/** A YAML mapping as JSON. Anything else is added to the problems, and gives undefined. */
export function jsonObject(value: YamlValue): JsonObject | undefined {
  const entries = value.entries();
  const members = (entries ?? []).flatMap(({ key, value: member }): [string, Json][] => {
    const json = jsonValue(member);
    return json === undefined ? [] : [[key, json]];
  });
  // Unlike assignment, this makes a member of "__proto__" too.
  return members.length === entries?.length ? Object.fromEntries(members) : undefined;
}

/** The value that a path leads to, or the last on the way that is there. */
export function valueAt(value: YamlValue, path: JsonPath): YamlValue {
  let deepest = value;
  for (const step of path) {
    const next = deepest.inside(step);
    if (next === undefined) break;
    deepest = next;
  }
  return deepest;
}

/** The offset of the key at the end of a path; the offset of the value if that is not a member of a mapping. */
export function keyOffsetAt(value: YamlValue, path: JsonPath): number {
  const entry = valueAt(value, path.slice(0, -1)).entry(String(path.at(-1)));
  return entry?.keyOffset ?? valueAt(value, path).offset;
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
