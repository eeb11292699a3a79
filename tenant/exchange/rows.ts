import type { Json, JsonObject } from '../json.ts';

/** How a value is annotated: `plain` ones (text, booleans, sizes, time spans) not at all. */
export type ValueType = 'plain' | 'guid' | 'date' | 'list' | 'int16' | 'int32';

/** A property of the result of a cmdlet. Its value is undefined if Exchange omits it. */
export type Property<T> = readonly [name: string, type: ValueType, value: (subject: T) => Json | undefined];

/** The result of a cmdlet, generated on access. */
export interface RowSource {
  readonly count: number;
  /**
   * @param end position behind the last
   * @param select names in lower case; undefined for every property
   * @param isAnnotated whether the rows have annotations; true by default
   */
  rows(start: number, end: number, select: ReadonlySet<string> | undefined, isAnnotated?: boolean): JsonObject[];
  /** Names of the properties. */
  readonly properties: readonly string[];
  /** Warnings about these rows. */
  readonly warnings?: readonly string[];
}

const ANNOTATIONS: Readonly<Record<ValueType, readonly (readonly [suffix: string, value: string])[]>> = {
  plain: [],
  guid: [
    ['data.type', 'System.Guid'],
    ['odata.type', '#Guid'],
  ],
  date: [['data.type', 'System.DateTime']],
  list: [['odata.type', '#Collection(String)']],
  int16: [
    ['data.type', 'System.Int16'],
    ['odata.type', '#Int16'],
  ],
  int32: [['data.type', 'System.Int32']],
};

/** Rows of a number of subjects. @param absent whether the response about a subject lacks a property */
export function rowsOf<T>(
  count: number,
  subject: (at: number) => T,
  properties: readonly Property<T>[],
  absent?: (subject: T, name: string) => boolean,
): RowSource {
  return {
    count,
    properties: properties.map(([name]) => name),
    rows: (start, end, select, isAnnotated = true) => {
      const chosen = properties
        .filter(([name]) => select?.has(name.toLowerCase()) !== false)
        .map(([name, type, value]) => ({
          name,
          value,
          annotations: isAnnotated
            ? ANNOTATIONS[type].map(([suffix, text]) => [`${name}@${suffix}`, text] as const)
            : [],
        }));
      return Array.from({ length: end - start }, (_, at) => rowOf(subject(start + at), chosen, absent));
    },
  };
}

/** A row for each item of a list. @param isAbsent whether the responses lack a property */
export function rowsOfList<T>(
  list: readonly T[],
  properties: readonly Property<T>[],
  isAbsent: (name: string) => boolean = () => false,
): RowSource {
  return rowsOf(
    list.length,
    (at) => {
      const one = list[at];
      if (one === undefined) throw new RangeError(`there is no row ${at}`);
      return one;
    },
    properties,
    (_, name) => isAbsent(name),
  );
}

/** A property with its annotations, built once: a page has them a thousand times. */
interface ChosenProperty<T> {
  readonly name: string;
  readonly value: (subject: T) => Json | undefined;
  readonly annotations: readonly (readonly [key: string, value: string])[];
}

function rowOf<T>(
  subject: T,
  properties: readonly ChosenProperty<T>[],
  absent: ((subject: T, name: string) => boolean) | undefined,
): JsonObject {
  const row: JsonObject = {};
  for (const { name, value, annotations } of properties) {
    if (absent?.(subject, name) === true) continue;
    const found = value(subject);
    if (found === undefined) continue;
    if (found !== null) for (const [key, text] of annotations) row[key] = text;
    row[name] = found;
  }
  return row;
}

/** `49.5 GB (53,150,220,288 bytes)`: how Exchange writes a size. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
  let at = 0;
  let value = bytes;
  for (; value >= 1024 && at < units.length - 1; at++) value /= 1024;
  return `${String(Number(value.toPrecision(4)))} ${units[at] ?? 'B'} (${bytes.toLocaleString('en-US')} bytes)`;
}

/** `14.00:00:00`: how Exchange writes a time span of whole days. */
export function daysText(days: number): string {
  return `${days}.00:00:00`;
}

/** `2022-09-21T08:07:47.0000000+00:00`. @param time epoch ms */
export function dateText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}.0000000+00:00`;
}
