import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { JsonPath } from '../yaml/json.ts';

/** A schema inside another that is about the cell itself, about the items of a list, or about a member of an object. */
export interface Subschema {
  /** From the outer schema to this one. */
  readonly path: JsonPath;
  readonly schema: JsonObject;
  /** The type of what it is about: a column's, or that of its items or of a member. */
  readonly type: JsonObject;
}

/** A schema and those inside it, each with the type of what it is about; where items or members have none, nothing of them. */
export function* subschemas(schema: Json, type: JsonObject, path: JsonPath = []): Generator<Subschema> {
  if (!isObject(schema)) return;
  yield { path, schema, type };
  for (const keyword of ['not', 'if', 'then', 'else']) {
    yield* subschemas(property(schema, keyword) ?? true, type, [...path, keyword]);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    yield* ofList(property(schema, keyword), type, [...path, keyword]);
  }
  yield* ofMembers(property(schema, 'properties'), property(type, 'properties'), [...path, 'properties']);
  const items = property(type, 'items');
  if (!isObject(items)) return;
  for (const keyword of ['items', 'contains']) {
    yield* subschemas(property(schema, keyword) ?? true, items, [...path, keyword]);
  }
  yield* ofList(property(schema, 'prefixItems'), items, [...path, 'prefixItems']);
}

/** Those of an object's members whose types are known. */
function* ofMembers(schemas: Json | undefined, types: Json | undefined, path: JsonPath): Generator<Subschema> {
  if (!isObject(schemas) || !isObject(types)) return;
  for (const [name, schema] of Object.entries(schemas)) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (isObject(type)) yield* subschemas(schema, type, [...path, name]);
  }
}

function* ofList(schemas: Json | undefined, type: JsonObject, path: JsonPath): Generator<Subschema> {
  if (!Array.isArray(schemas)) return;
  for (const [at, schema] of schemas.entries()) yield* subschemas(schema, type, [...path, at]);
}
