import { textIn, type Json, type JsonObject } from '../../json.ts';
import { DEFAULT_ID } from '../../reports/built-in/calendar-permissions.ts';
import type { KeptCells, SettingValues } from '../../reports/corrections.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { rowIdentity } from '../../reports/row-identity.ts';
import type { RowCells } from '../../reports/rows.ts';
import type { StoredRow } from '../../store/rows-file.ts';
import { cellsOf, type ShownRow } from './policy-check.ts';
import { entryIn, namedRuleDigest, type Entry, type EntryProblem, type FoundEntry } from '../entry.ts';

// What the rows of a report say in the form in which it is written.

/** An entry of a mailbox as a row shows it. */
export interface ShownEntry {
  readonly row: RowCells;
  /** Names it for people. Hostile text until escaped. */
  readonly item: string;
  /** The object of the service. Of a kept row: what its cells and its identity say of it. */
  readonly object: JsonObject;
  readonly found: FoundEntry | EntryProblem;
}

/** An entry that a kept report shows. */
export function keptEntry(report: ReportDefinition, row: StoredRow): ShownEntry {
  const { keptEntry: objectOf } = report.corrects ?? {};
  return shownEntry(report, row, objectOf?.(keptCells(report, row), row.identity ?? {}) ?? {});
}

/** An entry that a report shows. */
export function shownEntry(report: ReportDefinition, row: ShownRow, object: JsonObject): ShownEntry {
  const item = rowIdentity(report).itemOf(row);
  const sets = report.corrects?.target === 'calendarPermission' && object.id === DEFAULT_ID;
  // What a cloud does not let be made concerns only what is made.
  return { row: cellsOf(row), item, object, found: entryIn(report, object, { cloud: '', sets }) };
}

/** Whether two rows show the same entry. A rule or permission that was made again has another ID. */
export function isSameEntry(one: ShownEntry, other: ShownEntry): boolean {
  const keys = keysOf(other);
  return keysOf(one).some((key) => keys.includes(key));
}

function keysOf({ item, row, object, found }: ShownEntry): readonly string[] {
  if (typeof found !== 'string') {
    const { entry, value } = found;
    if (entry.kind === 'right') return [JSON.stringify([entry.right, entry.trusteeId]).toLowerCase()];
    if (entry.kind === 'rule') return [`id ${entry.id}`, `digest ${namedRuleDigest(value)}`];
  }
  // A right that is inherited or denied is another entry than the one on the mailbox itself.
  const address = textIn(object.emailAddress, 'address');
  return [
    JSON.stringify([item, row.cells]),
    ...(typeof object.id === 'string' ? [`id ${object.id}`] : []),
    ...(address === '' ? [] : [`address ${address.toLowerCase()}`]),
  ];
}

/** An entry in the form in which it is given back: a rule is recognised by what it does, since its ID will be another. */
export function returnedEntry({ entry, value }: FoundEntry): Entry {
  return entry.kind === 'rule' ? { ...entry, digest: namedRuleDigest(value) } : entry;
}

/** The cells of a row by column, without those that are not fully known. */
export function keptCells({ columns }: ReportDefinition, { cells, incomplete }: ShownRow): KeptCells {
  return Object.fromEntries(
    Object.keys(columns).flatMap((column, at): [string, Json][] =>
      incomplete?.has(at) === true ? [] : [[column, cells[at] ?? null]],
    ),
  );
}

/** The settings that a cell of a kept row says; undefined if the column shows none. Empty: it follows from others. */
export function keptSettings({ corrects }: ReportDefinition, column: string, cell: Json): SettingValues | undefined {
  const { keptSettings: settings = {}, settings: types } = corrects ?? { settings: {} };
  const ofCell = Object.hasOwn(settings, column) ? settings[column] : undefined;
  if (ofCell !== undefined) return ofCell(cell);
  return Object.hasOwn(types, column) ? { [column]: cell } : undefined;
}
