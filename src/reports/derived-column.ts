import type { Json } from '../json.ts';

/** A cell of another report. A list that is not fully known has at least the items that it shows. */
export interface SourceValue {
  readonly value: Json;
  readonly isKnown: boolean;
}

/** A row of another report: its cells by column. */
export type SourceRow = (column: string) => SourceValue;

/** The value that the rows of a mailbox in another report give. Undefined: none. */
export type Reading = (rows: readonly SourceRow[]) => SourceValue | undefined;

/** A column of a report that is made of the rows of others. */
export interface DerivedColumn {
  /** By report, the most certain first. */
  readonly sources: Readonly<Record<string, Reading>>;
  /** Of one value a source, in their order: undefined if the run has no such report, or did not read it. */
  readonly join: (values: readonly (SourceValue | undefined)[]) => SourceValue;
}

export const UNKNOWN_VALUE: SourceValue = { value: null, isKnown: false };

export function known(value: Json): SourceValue {
  return { value, isKnown: true };
}

/** The first source that knows it. */
export function firstKnown(sources: DerivedColumn['sources']): DerivedColumn {
  return { sources, join: (values) => values.find((value) => value?.isKnown === true) ?? UNKNOWN_VALUE };
}

/** All items that a source has. */
export function joined(sources: DerivedColumn['sources']): DerivedColumn {
  return { sources, join: union };
}

/** The items of all lists, each once. The list is fully known only if all of them are. */
export function union(lists: readonly (SourceValue | undefined)[]): SourceValue {
  const items = new Map<string, Json>();
  for (const item of lists.flatMap((list) => (Array.isArray(list?.value) ? list.value : []))) {
    items.set(JSON.stringify(item).toLowerCase(), item);
  }
  return { value: [...items.values()], isKnown: lists.every((list) => list?.isKnown === true) };
}
