import { isObject, property, type Json, type JsonObject } from './json.ts';

/** A `$filter` or `$orderby` of a collection. */
export interface CollectionOption<T> {
  readonly apply: T;
  /** The properties that it reads: Graph rejects unknown ones. */
  readonly properties: readonly string[];
}

export type Filter = CollectionOption<(item: JsonObject) => boolean>;
export type Order = CollectionOption<(one: JsonObject, other: JsonObject) => number>;

const PATH = String.raw`[A-Za-z]\w*(?:/[A-Za-z]\w*)*`;
const GUID = String.raw`[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`;
const LITERAL = String.raw`'(?:[^']|'')*'|${GUID}|-?\d+(?:\.\d+)?|true|false|null`;
const COMPARISON = new RegExp(`^(${PATH}) (eq|ne|gt|ge|lt|le) (${LITERAL})$`);
const FUNCTION = new RegExp(`^(startswith|endswith|contains)\\((${PATH}), ?('(?:[^']|'')*')\\)$`);
const ORDER = new RegExp(`^(${PATH})(?: (asc|desc))?$`);

/**
 * Parses a `$filter` of comparisons and text functions that are joined by `and`; undefined for any other filter.
 * https://learn.microsoft.com/graph/filter-query-parameter
 */
export function parseFilter(text: string): Filter | undefined {
  const terms = text.split(/ and (?=(?:[^']*'[^']*')*[^']*$)/).map((term) => parseTerm(term.trim()));
  const known = terms.filter((term) => term !== undefined);
  if (known.length < terms.length) return undefined;
  return {
    properties: known.flatMap(({ properties }) => properties),
    apply: (item) => known.every(({ apply }) => apply(item)),
  };
}

function parseTerm(term: string): Filter | undefined {
  const [, path = '', operator = '', literal = ''] = COMPARISON.exec(term) ?? [];
  if (operator !== '') {
    const wanted = valueOf(literal);
    const isMatch = (item: JsonObject): boolean => compares(operator, compared(valueAt(item, path), wanted));
    return { properties: [root(path)], apply: isMatch };
  }
  const [, name = '', argument = '', quoted = ''] = FUNCTION.exec(term) ?? [];
  if (name === '') return undefined;
  const wanted = textOf(quoted).toLowerCase();
  const isMatch = (item: JsonObject): boolean => {
    const value = valueAt(item, argument);
    if (typeof value !== 'string') return false;
    if (name === 'startswith') return value.toLowerCase().startsWith(wanted);
    return name === 'endswith' ? value.toLowerCase().endsWith(wanted) : value.toLowerCase().includes(wanted);
  };
  return { properties: [root(argument)], apply: isMatch };
}

/** Parses an `$orderby`; undefined if it is no list of properties. */
export function parseOrder(text: string): Order | undefined {
  const keys = text.split(',').map((part) => ORDER.exec(part.trim()));
  const known = keys.filter((key) => key !== null).map(([, path = '', direction]) => ({ path, direction }));
  if (known.length < keys.length) return undefined;
  return {
    properties: known.map(({ path }) => root(path)),
    apply: (one, other) => {
      for (const { path, direction } of known) {
        const order = compared(valueAt(one, path), valueAt(other, path)) ?? 0;
        if (order !== 0) return direction === 'desc' ? -order : order;
      }
      return 0;
    },
  };
}

function root(path: string): string {
  return path.split('/')[0] ?? '';
}

function valueAt(item: JsonObject, path: string): Json {
  let value: Json | undefined = item;
  for (const name of path.split('/')) value = isObject(value) ? property(value, name) : undefined;
  return value ?? null;
}

function valueOf(literal: string): Json {
  if (literal.startsWith("'")) return textOf(literal);
  if (literal === 'null') return null;
  if (new RegExp(`^${GUID}$`).test(literal)) return literal;
  return literal === 'true' || literal === 'false' ? literal === 'true' : Number(literal);
}

function textOf(quoted: string): string {
  return quoted.slice(1, -1).replaceAll("''", "'");
}

/** Negative, zero or positive; undefined if the values have no order. Texts are compared without case. */
function compared(one: Json, other: Json): number | undefined {
  if (typeof one === 'string' && typeof other === 'string') {
    return one.toLowerCase().localeCompare(other.toLowerCase(), 'en');
  }
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  return one === other ? 0 : undefined;
}

function compares(operator: string, order: number | undefined): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order !== undefined && order > 0;
    case 'ge':
      return order !== undefined && order >= 0;
    case 'lt':
      return order !== undefined && order < 0;
    default:
      return order !== undefined && order <= 0;
  }
}
