import { property, type Json, type JsonObject } from '../json.ts';
import type { JsonPath } from '../yaml/json.ts';
import { heldBy } from './held-values.ts';
import { ABOUT, type About } from './keyword-types.ts';
import { neverHolds } from './never-holds.ts';
import { subschemas, type Subschema } from './subschemas.ts';

const NOUNS: Readonly<Record<About, string>> = {
  string: 'texts',
  number: 'numbers',
  array: 'lists',
  object: 'objects',
};
/** What was meant by a keyword about texts or numbers where a column holds lists, and the other way round. */
const FOR_LISTS: Readonly<Record<string, string>> = { minLength: 'minItems', maxLength: 'maxItems' };
const FOR_TEXTS: Readonly<Record<string, string>> = { minItems: 'minLength', maxItems: 'maxLength' };

/** A keyword that says nothing of what a column can hold, so that a rule holds, or never does, whatever the cell is. */
export interface IdleKeyword {
  /** From the schema to the keyword's value. */
  readonly path: JsonPath;
  readonly keyword: string;
  /** A clause: `it is about texts, and the column holds lists of text`. */
  readonly reason: string;
  /** What was meant. */
  readonly hint: string;
}

/**
 * The keywords of a schema that are about another JSON type than a column's. Those of schemas about the cell itself are
 * held against its type, those about the items of a list or a member of an object against that one's type; where a type is not known, nothing is
 * said.
 */
export function idleKeywords(schema: Json, type: JsonObject): readonly IdleKeyword[] {
  return [...subschemas(schema, type)].flatMap(idleIn);
}

function idleIn({ schema, type, path }: Subschema): readonly IdleKeyword[] {
  const types = typesHeld(type);
  if (types === undefined) return [];
  return Object.keys(schema).flatMap((keyword) => {
    const about = Object.hasOwn(ABOUT, keyword) ? ABOUT[keyword] : undefined;
    if (about === undefined) return [];
    if (types.has(about)) return keyword === 'format' ? strangeFormat(schema, type, path) : [];
    const reason = `it is about ${NOUNS[about]}, and the column holds ${heldBy(type)}`;
    return [{ path: [...path, keyword], keyword, reason, hint: hintFor(keyword, about, types) }];
  });
}

/** What was meant by a format of texts that bear an offset from UTC. */
const WITHOUT_OFFSET: Readonly<Record<string, string>> = { time: 'iso-time', 'date-time': 'iso-date-time' };

/** A format that no text of the column has: blank cells alone would meet it. */
function strangeFormat(schema: JsonObject, type: JsonObject, path: JsonPath): readonly IdleKeyword[] {
  const format = property(schema, 'format');
  if (typeof format !== 'string' || neverHolds({ type: 'string', format }, type) === undefined) return [];
  const meant = Object.hasOwn(WITHOUT_OFFSET, format) ? WITHOUT_OFFSET[format] : undefined;
  const hint = meant === undefined ? 'Use another format, or a pattern.' : `Did you mean "${meant}"?`;
  const reason = `no text of the column has the format ${format}, which holds ${heldBy(type)}`;
  return [{ path: [...path, 'format'], keyword: 'format', reason, hint }];
}

/** The JSON types of what a column can hold; undefined where its type does not tell. */
function typesHeld(type: JsonObject): ReadonlySet<string> | undefined {
  const named = property(type, 'type');
  const names = (Array.isArray(named) ? named : [named]).filter((name) => typeof name === 'string');
  if (names.length > 0) return new Set(names.map((name) => (name === 'integer' ? 'number' : name)));
  const values = property(type, 'enum') ?? [property(type, 'const')];
  if (!Array.isArray(values) || values.length === 0) return undefined;
  const types = values.map((value) => (value === undefined ? undefined : typeOf(value)));
  return types.every((name) => name !== undefined) ? new Set(types) : undefined;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function hintFor(keyword: string, about: About, types: ReadonlySet<string>): string {
  if (types.has('array') && about !== 'array') {
    const ofList = FOR_LISTS[keyword];
    const inList = `For its values, write { items: { ${keyword}: ... } }, or contains in place of items for one of them.`;
    return ofList === undefined ? inList : `Did you mean "${ofList}"? ${inList}`;
  }
  const ofText = types.has('string') ? FOR_TEXTS[keyword] : undefined;
  if (ofText !== undefined) return `Did you mean "${ofText}"?`;
  return 'As it stands it never makes a difference: use const, enum or a keyword of that type, or name another column.';
}
