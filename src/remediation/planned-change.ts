import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Rule, Setting } from '../policy/policy-definition.ts';
import type { Finding } from '../policy/verdict.ts';
import type { RowsOf } from '../reports/conditions.ts';
import { MAILBOX_COLUMN, referenceOf, type ReportDefinition } from '../reports/definition.ts';
import { fileColumn } from '../reports/file-columns.ts';
import { atLeast, known, NOT_READ, shownOf } from '../reports/known.ts';
import { rowIdentity } from '../reports/row-identity.ts';
import { cellAt } from '../reports/row-view.ts';
import type { AnyRow, Row } from '../reports/rows.ts';
import { cellText } from '../text/display.ts';
import type { PlannedCell, PlannedChange, Target } from './change.ts';
import type { RowReader } from './row-reader.ts';
import { changed, comparable, isSame, settingIn, type SettingValue } from './targets/setting-values.ts';

/** A row about a target, and its violations that are neither exempt nor known. */
export interface JudgedRow {
  readonly report: ReportDefinition;
  readonly row: Row;
  readonly findings: readonly Finding[];
}

/** What rules about several reports need of the other reports of a mailbox. */
export interface OtherRows {
  /** Those of the run. */
  readonly reports: readonly ReportDefinition[];
  readonly rowsOf: RowsOf;
}

/** The change that a rule requires of one setting, with the reasons for it. */
export function plannedChange(
  target: Target,
  { path: setting, value: after }: Setting,
  { id, title, when, expect }: Rule,
  {
    findings,
    judged,
    resource,
    beside,
  }: {
    readonly findings: readonly Finding[];
    readonly judged: JudgedRow;
    readonly resource: JsonObject;
    readonly beside: OtherRows;
  },
): PlannedChange {
  const columns = new Set([...Object.keys(when), ...Object.keys(expect)].filter((column) => column !== MAILBOX_COLUMN));
  const cells = [...columns].map((column) => writtenCell(judged, column, beside));
  // Where a rule forwards is often a condition, and evidence. True and false say no more than the rule.
  const conditions = cells.flatMap(({ column, cell }) => {
    const found = shownOf(cell) ?? null;
    return Object.hasOwn(expect, column) || found === null || typeof found === 'boolean' ? [] : [{ column, found }];
  });
  return {
    ...target,
    rules: [id],
    title,
    item: itemOf(judged),
    setting,
    before: settingIn(resource, setting),
    after,
    found: [...findings, ...conditions]
      .map(({ column, found }) => `${column}: ${cellText(found) || 'blank'}`)
      .join('; '),
    expected: findings.map(({ column, expected }) => `${column}: ${expected}`).join('; '),
    cells,
  };
}

/** A change that several rules require. Throws the UserError `SET_CONFLICT` if they set different values. */
export function merged(earlier: PlannedChange | undefined, change: PlannedChange, { place }: Rule): PlannedChange {
  if (earlier === undefined) return change;
  const { setting, address } = change;
  if (!isSame(setting, earlier.after, change.after)) {
    const ruleIds = [...earlier.rules, ...change.rules].join('" and "');
    throw new UserError('SET_CONFLICT', `The rules "${ruleIds}" set ${setting} of ${address} to different values.`, {
      hint: 'Set the same value in both rules, or limit each to different mailboxes under "when".',
      place,
    });
  }
  const joinedText = (name: 'title' | 'found' | 'expected'): string =>
    [...new Set([earlier[name], change[name]])].join('; ');
  const newCells = change.cells.filter(
    ({ report, column }) => !earlier.cells.some((cell) => cell.report === report && cell.column === column),
  );
  return {
    ...earlier,
    rules: [...new Set([...earlier.rules, ...change.rules])],
    title: joinedText('title'),
    found: joinedText('found'),
    expected: joinedText('expected'),
    cells: [...earlier.cells, ...newCells],
  };
}

/** The cell that a rule about a row names, of its own report or another one. */
function writtenCell({ report, row }: JudgedRow, written: string, { reports, rowsOf }: OtherRows): PlannedCell {
  const reference = referenceOf(report, written);
  if (reference === undefined) return cellOf(report, row, written);
  const other = reports.find(({ name }) => name === reference.report);
  const [otherRow] = rowsOf(reference.report) ?? [];
  if (other !== undefined && otherRow?.status === 'ok') return cellOf(other, otherRow, reference.column);
  return { ...reference, cell: NOT_READ };
}

/** A cell of a row as plans keep it. */
export function cellOf(report: ReportDefinition, row: AnyRow, column: string): PlannedCell {
  const ofFile = fileColumn(report, column);
  if (ofFile?.isOfCell === true) return { report: report.name, column, cell: ofFile.valueIn(row) };
  const listed = ofFile?.valueIn(row);
  if (listed !== undefined)
    return { report: report.name, column, cell: known(listed.isKnown ? (listed.value ?? '') : null) };
  const position = Object.keys(report.columns).indexOf(column);
  const cell = cellAt(row, position);
  // A file of a plan has the word for a derived cell.
  const written = cell.isKnown ? cell : atLeast(row.cells[position] ?? null);
  return { report: report.name, column, cell: written };
}

/** What changes would make of an object. */
interface ObjectChanges {
  readonly report: ReportDefinition;
  readonly mailbox: Mailbox;
  readonly object: JsonObject;
  readonly changes: readonly SettingValue[];
}

/** The cells that show an object after changes, by column. Undefined if the report does not read it as one row. */
export function cellsAfter(
  readRow: RowReader,
  { report, mailbox, object, changes }: ObjectChanges,
): ((column: string) => PlannedCell) | undefined {
  const row = readRow(report, mailbox, changed(object, changes));
  return row && ((column) => cellOf(report, row, column));
}

export function isSameCell(one: PlannedCell, other: PlannedCell): boolean {
  const [a, b] = [one, other].map(({ column, cell }) => [cell.isKnown, comparable(column, shownOf(cell) ?? null)]);
  return JSON.stringify(a) === JSON.stringify(b);
}

export function itemOf({ report, row }: JudgedRow): string {
  return rowIdentity(report).itemOf(row);
}
