import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { listed } from '../text/numbers.ts';
import { compileCell } from './cell-schema.ts';
import { enumValues, Spelling } from './spelling.ts';
import { subschemas, type Subschema } from './subschemas.ts';
import { shownJson, type JsonPath } from '../yaml/json.ts';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole numbers',
  number: 'numbers',
  object: 'objects',
  array: 'lists',
};

/** What a column's cells can hold besides null, for people: `none, contactsOnly or all`. */
export function heldBy(type: JsonObject): string {
  const values = property(type, 'enum');
  if (Array.isArray(values) && values.length > 0) return listed(values.map(plain), 'or');
  const only = property(type, 'const');
  if (only !== undefined) return plain(only);
  const name = property(type, 'type');
  const names = (Array.isArray(name) ? name : [name]).filter((word) => typeof word === 'string');
  const items = property(type, 'items');
  if (names.length === 1 && names[0] === 'array' && isObject(items)) return `lists of ${heldBy(items)}`;
  const examples = property(type, 'examples');
  const [example] = Array.isArray(examples) ? examples : [];
  if (example !== undefined && names.length === 1)
    return `${NOUNS[names[0] ?? ''] ?? 'values'} such as ${plain(example)}`;
  const format = property(type, 'format');
  if (names.length === 1 && names[0] === 'string' && typeof format === 'string') return `text of the format ${format}`;
  const nouns = names.flatMap((word) => (Object.hasOwn(NOUNS, word) ? (NOUNS[word] ?? []) : []));
  return nouns.length === 0 ? 'what its type allows' : listed(nouns, 'or');
}

/** A value in a schema that a column never holds: a slip, whatever else the schema says. */
export interface StrayValue {
  /** From the schema to the value. */
  readonly path: JsonPath;
  readonly value: Json;
  /** What was meant. */
  readonly hint: string;
}

/**
 * The values under `const` and `enum` that a column cannot hold. Those of schemas about the cell itself are held against
 * its type, those about the items of a list or a member of an object against that one's type.
 *
 * @param blank whether the column can hold null
 */
export function strayValues(schema: Json, type: JsonObject, blank = true): readonly StrayValue[] {
  return [...subschemas(schema, type)].flatMap((inside) => [...strayHere(inside, blank)]);
}

function* strayHere({ schema, type, path }: Subschema, blank: boolean): Generator<StrayValue> {
  const only = property(schema, 'const');
  const values = property(schema, 'enum');
  if (only === undefined && !Array.isArray(values)) return;
  const canHold = compileCell(type);
  const spelling = new Spelling(type);
  const isHeld = (value: Json): boolean => (value === null && blank) || canHold(spelling.cell(value));
  const held = `The column can hold ${heldBy(type)}${blank ? ', or nothing: null' : ''}.`;
  if (only !== undefined && !isHeld(only)) {
    yield { path: [...path, 'const'], value: only, hint: hintFor(only, type, isHeld) + held };
  }
  for (const [at, value] of Array.isArray(values) ? values.entries() : []) {
    if (!isHeld(value)) yield { path: [...path, 'enum', at], value, hint: hintFor(value, type, isHeld) + held };
  }
}

function hintFor(value: Json, type: JsonObject, isHeld: (value: Json) => boolean): string {
  if (isHeld([value])) return `For a list that has it, write { contains: { const: ${plain(value)} } }. `;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return isHeld(String(value)) ? `Write it in quotes: '${value}'. ` : '';
  }
  if (typeof value !== 'string') return '';
  const unquoted = scalarIn(value);
  if (unquoted !== undefined && isHeld(unquoted)) return `Write ${String(unquoted)} without quotes. `;
  const near = didYouMean(
    value,
    enumValues(type).filter((known) => typeof known === 'string'),
  );
  return near === undefined ? '' : `Did you mean "${near}"? `;
}

function scalarIn(text: string): number | boolean | undefined {
  const folded = text.trim().toLowerCase();
  if (folded === 'true' || folded === 'false') return folded === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}

function plain(value: Json): string {
  return typeof value === 'string' ? shownJson(value).slice(1, -1) : shownJson(value);
}
