/**
 * Shapes of the JSON that the program writes and reads back itself: `rows.ndjson.gz`, `plan.json`, `undo.json`. Own code, since the
 * check of a library copies every row of every mailbox, and Ajv proves nothing about the TypeScript type that is claimed for a schema.
 */
import { isRecord, type Json } from '../json.ts';

/** Whether a value that `JSON.parse` returned has the shape of a type. A member that is absent is undefined. */
export type Shape<T> = (value: unknown) => value is T;

export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** Any value, as long as there is one. */
export const isPresent: Shape<Json> = (value): value is Json => value !== undefined;
export const isText: Shape<string> = (value): value is string => typeof value === 'string';
export const isTruth: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';
export const isNumber: Shape<number> = (value): value is number => typeof value === 'number';
/** A whole number from 0. */
export const isWhole: Shape<number> = where(isNumber, (value) => Number.isSafeInteger(value) && value >= 0);
/** A date and time that `Date` reads. */
export const isTime: Shape<string> = where(isText, (text) => !Number.isNaN(Date.parse(text)));

/** An object with certain members; others do not matter. */
export function objectOf<Members extends Readonly<Record<string, Shape<unknown>>>>(
  members: Members,
): Shape<{ readonly [Name in keyof Members]: Shaped<Members[Name]> }> {
  const shapes = Object.entries(members);
  return (value): value is { readonly [Name in keyof Members]: Shaped<Members[Name]> } => {
    if (!isRecord(value)) return false;
    for (const [name, shape] of shapes) if (!shape(value[name])) return false;
    return true;
  };
}

/** An object whose members have any name and one shape. */
export function mapOf<T>(member: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(member);
}

export function arrayOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item);
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export function either<One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> {
  return (value): value is One | Other => one(value) || other(value);
}

export function both<One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One & Other> {
  return (value): value is One & Other => one(value) && other(value);
}

export function oneOf<const T>(values: readonly T[]): Shape<T> {
  return (value): value is T => values.some((one) => one === value);
}

/** A shape whose values also meet a condition. */
export function where<T>(shape: Shape<T>, accepts: (value: T) => boolean): Shape<T> {
  return (value): value is T => shape(value) && accepts(value);
}
