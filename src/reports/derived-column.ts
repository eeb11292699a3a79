import type { Json, JsonObject } from '../json.ts';
import { atLeast, isCertainly, known, NOT_KNOWN, shownOf, type Known, type RowView } from './known.ts';

/**
 * The value that the rows of a mailbox in another report give. Undefined: none.
 *
 * @param organization the objects of the organization that the other report reads, by the names that it gives them
 */
export type Reading = (rows: readonly RowView[], organization: JsonObject) => Known<Json> | undefined;

type Sources = Readonly<Record<string, Reading>>;

/** A column of a report that is made of the rows of others. */
export interface DerivedColumn {
  /** By report, the most certain first. */
  readonly sources: Sources;
  /** Of a source that is made of other reports, those without which it does not know all of the column. */
  readonly through?: Readonly<Record<string, readonly string[]>>;
  /** Whether any of the sources can fill the column, or only all of them. */
  readonly needs: 'one' | 'all';
  /** Of one value a source, in their order: undefined if the run has no such report, or did not read it. */
  readonly join: (values: readonly (Known<Json> | undefined)[]) => Known<Json>;
}

/** The reports that a run needs for what one of the sources of a column knows: the source, and those that it is made of. */
export function neededReports({ through = {} }: DerivedColumn, source: string): readonly string[] {
  return [source, ...(Object.hasOwn(through, source) ? (through[source] ?? []) : [])];
}

/** The first source that knows it. */
export function firstKnown(sources: Sources): DerivedColumn {
  return { sources, needs: 'one', join: (values) => values.find((value) => value?.isKnown === true) ?? NOT_KNOWN };
}

/** The first source that was read, whether it knows it or not. */
export function firstRead(sources: Sources): DerivedColumn {
  return { sources, needs: 'one', join: (values) => values.find((value) => value !== undefined) ?? NOT_KNOWN };
}

/** `yes` if a source says so, `no` if all of them do. */
export function anyYes(sources: Sources): DerivedColumn {
  return {
    sources,
    needs: 'all',
    join: (values) => {
      if (values.some((value) => isCertainly(value, 'yes'))) return known('yes');
      return values.every((value) => isCertainly(value, 'no')) ? known('no') : NOT_KNOWN;
    },
  };
}

/** All items that a source has. */
export function joined(sources: Sources): DerivedColumn {
  return { sources, needs: 'all', join: union };
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
