/** A JSON value, as Graph sends them. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/**
 * Parses JSON text. Throws a SyntaxError that quotes none of the text: it may hold a secret, or someone's mail.
 */
export function parseJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError(`not JSON (${text.length} characters)`);
  }
  if (isJson(value)) return value;
  throw new TypeError('JSON.parse gave something that is not JSON');
}

/** The JSON in a text of which that is not certain, such as a gateway's page; undefined where there is none. */
export function jsonOrUndefined(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Whether a value of which nothing is known is an object with named members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a GUID, the form of the IDs of tenants, applications, accounts and mailboxes. */
export function isGuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key of its own, so that names such as `constructor` find nothing. */
export function property(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The text under a key; '' if there is none. */
export function textIn(value: Json | undefined, key: string): string {
  const text = property(value, key);
  return typeof text === 'string' ? text : '';
}

/** The members that are known: those that are not undefined. */
export function knownMembers(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** A copy of an object with another value under a path of keys, whose objects are added where they are missing. */
export function withValueAt(
  whole: Json | undefined,
  [key = '', ...deeper]: readonly string[],
  value: Json,
): JsonObject {
  const object = isObject(whole) ? whole : {};
  return { ...object, [key]: deeper.length === 0 ? value : withValueAt(object[key], deeper, value) };
}

/** Whether a value has more than `max` levels of nesting. Thousands of them would overflow the stack of whatever walks through it. */
export function isNestedDeeper(value: Json, max: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (max === 0) return true;
  if (Array.isArray(value)) {
    for (const each of value) if (isNestedDeeper(each, max - 1)) return true;
    return false;
  }
  for (const key in value) if (isNestedDeeper(value[key] ?? null, max - 1)) return true;
  return false;
}

/** What `JSON.parse` gives is JSON all the way down, so the outermost type tells. */
function isJson(value: unknown): value is Json {
  return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value);
}
