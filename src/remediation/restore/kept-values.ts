import { textIn, type Json, type JsonObject } from '../../json.ts';
import type { SettingValues } from '../../reports/corrections.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { rowIdentity } from '../../reports/row-identity.ts';
import { cellAt, viewOf } from '../../reports/row-view.ts';
import { cellsOf, type RowCells, type ShownRow } from '../../reports/rows.ts';
import type { StoredRow } from '../../store/rows-file.ts';
import { cellText } from '../../text/display.ts';
import type { ShownEntry, WriteTarget } from '../targets/target.ts';
import type { Entry } from '../targets/targets.ts';

// What the rows of a report say in the form in which it is written.

/** An entry of a mailbox as a row shows it. */
export interface RowEntry extends ShownEntry<Entry> {
  readonly row: RowCells;
  /** Names it for people. Hostile text until escaped. */
  readonly item: string;
}

/** The object that a row of a kept report shows: what its cells and its identity say of it. */
export function keptObject(report: ReportDefinition, row: StoredRow): JsonObject {
  return report.corrects?.keptEntry?.(viewOf(Object.keys(report.columns), row), row.identity ?? {}) ?? {};
}

/** An entry that a report shows. */
export function shownEntry(
  report: ReportDefinition,
  target: WriteTarget<Entry>,
  row: ShownRow,
  object: JsonObject,
): RowEntry {
  // What a cloud does not let be made concerns only what is made.
  const writable = target.ofRow(object, { isWhole: true, isOfPolicy: false, cloud: '' });
  return { row: cellsOf(row), item: rowIdentity(report).itemOf(row), object, writable };
}

/** The entries that a kept report shows of a mailbox. */
export function keptEntries(
  report: ReportDefinition,
  target: WriteTarget<Entry>,
  rows: readonly StoredRow[],
): readonly RowEntry[] {
  return rows.map((row) => shownEntry(report, target, row, keptObject(report, row)));
}

/** Whether two rows show the same entry. A rule or permission that was made again has another ID. */
export function isSameEntry(target: WriteTarget<Entry>, one: RowEntry, other: RowEntry): boolean {
  const names = namesOf(target, other);
  return namesOf(target, one).some((name) => names.includes(name));
}

function namesOf({ entries }: WriteTarget<Entry>, { item, row, object, writable }: RowEntry): readonly string[] {
  if (typeof writable !== 'string') return entries?.namesOf(writable) ?? [];
  // A right that is inherited or denied is another entry than the one on the mailbox itself.
  const address = textIn(object.emailAddress, 'address');
  return [
    JSON.stringify([item, row.cells]),
    ...(typeof object.id === 'string' ? [`id ${object.id}`] : []),
    ...(address === '' ? [] : [`address ${address.toLowerCase()}`]),
  ];
}

/** The cells of a row by column, without those that are not fully known. */
export function keptCells(
  { columns }: ReportDefinition,
  row: StoredRow,
): readonly (readonly [column: string, value: Json])[] {
  return Object.keys(columns).flatMap((column, at) => {
    const cell = cellAt(row, at);
    return cell.isKnown ? [[column, cell.value] as const] : [];
  });
}

/** What a row says of an entry, for people: its known cells, without those that say nothing. Hostile text until escaped. */
export function shownCells(report: ReportDefinition, row: RowCells): string {
  return Object.keys(report.columns)
    .flatMap((column, at) => {
      const cell = cellAt(row, at);
      const text = cell.isKnown && cell.value !== false ? cellText(cell.value) : '';
      return text === '' ? [] : `${column}: ${text}`;
    })
    .join('; ');
}

/** The settings that a cell of a kept row says; undefined if the column shows none. Empty: it follows from others. */
export function keptSettings({ corrects }: ReportDefinition, column: string, cell: Json): SettingValues | undefined {
  const { keptSettings: settings = {}, settings: types } = corrects ?? { settings: {} };
  const ofCell = Object.hasOwn(settings, column) ? settings[column] : undefined;
  if (ofCell !== undefined) return ofCell(cell);
  return Object.hasOwn(types, column) ? { [column]: cell } : undefined;
}
