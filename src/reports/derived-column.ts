import type { Json, JsonObject } from '../json.ts';
import { atLeast, known, NOT_KNOWN, shownOf, type Known, type RowView } from './known.ts';

/**
 * The value that the rows of a mailbox in another report give. Undefined: none.
 *
 * @param organization the objects of the organization that the other report reads, by the names that it gives them
 */
export type Reading = (rows: readonly RowView[], organization: JsonObject) => Known<Json> | undefined;

/** A column of a report that is made of the rows of others. */
export interface DerivedColumn {
  /** By report, the most certain first. */
  readonly sources: Readonly<Record<string, Reading>>;
  /** Of one value a source, in their order: undefined if the run has no such report, or did not read it. */
  readonly join: (values: readonly (Known<Json> | undefined)[]) => Known<Json>;
}

/** The first source that knows it. */
export function firstKnown(sources: DerivedColumn['sources']): DerivedColumn {
  return { sources, join: (values) => values.find((value) => value?.isKnown === true) ?? NOT_KNOWN };
}

/** All items that a source has. */
export function joined(sources: DerivedColumn['sources']): DerivedColumn {
  return { sources, join: union };
}

/** The items of all lists, each once. The list is fully known only if all of them are. */
export function union(lists: readonly (Known<Json> | undefined)[]): Known<Json> {
  const items = new Map<string, Json>();
  for (const list of lists) {
    const shown = shownOf(list);
    for (const item of Array.isArray(shown) ? shown : []) items.set(JSON.stringify(item).toLowerCase(), item);
  }
  const all = [...items.values()];
  return lists.every((list) => list?.isKnown === true) ? known(all) : atLeast(all);
}
