import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { JsonPath } from '../yaml-json.ts';

/** A schema inside another that is about the cell itself, or about the items of a list. */
export interface Subschema {
  /** From the outer schema to this one. */
  readonly path: JsonPath;
  readonly schema: JsonObject;
  /** The type of what it is about: a column's, or that of its items. */
  readonly type: JsonObject;
}

/** A schema and those inside it, each with the type of what it is about; where items have none, nothing of them. */
export function* subschemas(schema: Json, type: JsonObject, path: JsonPath = []): Generator<Subschema> {
  if (!isObject(schema)) return;
  yield { path, schema, type };
  for (const keyword of ['not', 'if', 'then', 'else']) {
    yield* subschemas(property(schema, keyword) ?? true, type, [...path, keyword]);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    yield* ofList(property(schema, keyword), type, [...path, keyword]);
  }
  const items = property(type, 'items');
  if (!isObject(items)) return;
  for (const keyword of ['items', 'contains']) {
    yield* subschemas(property(schema, keyword) ?? true, items, [...path, keyword]);
  }
  yield* ofList(property(schema, 'prefixItems'), items, [...path, 'prefixItems']);
}

function* ofList(schemas: Json | undefined, type: JsonObject, path: JsonPath): Generator<Subschema> {
  if (!Array.isArray(schemas)) return;
  for (const [at, schema] of schemas.entries()) yield* subschemas(schema, type, [...path, at]);
}
