import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Criterion, PropertySchemas } from '../../src/controls/catalogue.ts';
import type { Json, JsonObject } from '../../src/json.ts';

/** What a criterion says of objects, some of whose properties a service may have left out. */
export type Answer = 'pass' | 'fail' | 'unknown';
type Match = 'yes' | 'no' | 'unknown';

/** 2026-12-01, in the morning. */
export const NOW = Date.UTC(2026, 11, 1, 8);
const INSIDE = /@(?:contoso\.com|contoso\.onmicrosoft\.com)$/i;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addFormat('outside-address', (text: string) => /^[^@\s]+@[^@\s]+$/.test(text) && !INSIDE.test(text));
const validators = new Map<JsonObject, (value: Json) => boolean>();

/** Evaluates a criterion as catalogue.ts documents it, without anything of reports and rules. */
export function answerOf({ of = {}, every, none, some }: Criterion, objects: readonly JsonObject[]): Answer {
  const results: Answer[] = [];
  if (every !== undefined) {
    const ofEach = objects.map((object): Answer => {
      const [isMeant, holds] = [match(object, of), match(object, every)];
      if (isMeant === 'no') return 'pass';
      if (isMeant === 'unknown' || holds === 'unknown') return 'unknown';
      return holds === 'yes' ? 'pass' : 'fail';
    });
    results.push(all(ofEach));
  }
  const both = (schemas: PropertySchemas): readonly Match[] =>
    objects.map((object) => joined([match(object, of), match(object, schemas)]));
  if (none !== undefined)
    results.push(all(both(none).map((one) => (one === 'yes' ? 'fail' : one === 'no' ? 'pass' : one))));
  if (some !== undefined) {
    const found = both(some);
    results.push(found.includes('yes') ? 'pass' : found.includes('unknown') ? 'unknown' : 'fail');
  }
  return all(results);
}

/** All must pass. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.includes('fail')) return 'fail';
  return answers.includes('unknown') ? 'unknown' : 'pass';
}

/** One must pass. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.includes('pass')) return 'pass';
  return answers.includes('unknown') ? 'unknown' : 'fail';
}

/** Whether an object counts by a criterion. */
export function counts({ of = {} }: Criterion, object: JsonObject): Match {
  return match(object, of);
}

function match(object: JsonObject, schemas: PropertySchemas): Match {
  return joined(
    Object.entries(schemas).map(([name, schema]): Match => {
      const value = object[name];
      if (value === undefined) return 'unknown';
      return validator(schema)(isOfList(schema) && typeof value === 'string' ? [value] : value) ? 'yes' : 'no';
    }),
  );
}

function joined(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : 'yes';
}

function isOfList({ type }: JsonObject): boolean {
  return type === 'array' || (Array.isArray(type) && type.includes('array'));
}

function validator(schema: JsonObject): (value: Json) => boolean {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema).replaceAll('"now"', JSON.stringify(new Date(NOW).toISOString()));
  const compiled = ajv.compile(JSON.parse(text));
  const validate = (value: Json): boolean => compiled(value);
  validators.set(schema, validate);
  return validate;
}
