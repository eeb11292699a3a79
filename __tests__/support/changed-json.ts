import { isObject, type Json } from '../../src/json.ts';

/** Where a value is in some JSON: names of members, and positions. */
export type JsonPath = readonly (string | number)[];

/** JSON whose value at a path is another one. Undefined: it has none. */
export function changedAt(value: Json | undefined, [name, ...rest]: JsonPath, to: Json | undefined): Json {
  if (name === undefined) return to ?? null;
  if (Array.isArray(value) && typeof name === 'number') {
    if (rest.length === 0 && to === undefined) return value.toSpliced(name, 1);
    return value.with(name, changedAt(value[name], rest, to));
  }
  const { [name]: before, ...others } = isObject(value) ? value : {};
  return rest.length === 0 && to === undefined ? others : { ...others, [name]: changedAt(before, rest, to) };
}

/** Each value of some JSON, and where it is. */
export function leaves(
  value: Json | undefined,
  at: JsonPath = [],
): readonly { readonly at: JsonPath; readonly value: Json }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, [...at, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([name, one]) => leaves(one, [...at, name]));
  return [{ at, value: value ?? null }];
}

/** Another value of the same type. */
export function another(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `${value}0` : 'x';
}
