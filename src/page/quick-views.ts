import { both, either, rowsWhere, type RowMask } from './row-mask.ts';
import type { StoredColumn, StoredTable } from './stored-table.ts';

/** Rows that people ask for most, by one press. */
export interface QuickView {
  readonly name: string;
  /** Which rows these are, for people. */
  readonly meaning: string;
  readonly mask: RowMask;
  /** The columns that tell why. */
  readonly about: readonly string[];
}

export const AWAY = 'Away now';

/** The quick views for which a table has the columns. `when`: epoch ms at which one is away, or is not. */
export function quickViews(table: StoredTable, when: number): readonly QuickView[] {
  return [away(table, when), breaking(table), unread(table)].filter((view) => view !== undefined);
}

function away(table: StoredTable, when: number): QuickView | undefined {
  const status = columnOf(table, 'AutomaticReplyStatus');
  const start = columnOf(table, 'AutomaticReplyStart');
  const end = columnOf(table, 'AutomaticReplyEnd');
  // Without the days nobody can tell of those who have planned it.
  if (status === undefined || start === undefined || end === undefined) return undefined;
  // A date that cannot be read is NaN, before and after nothing.
  const begun = rowsWhere(start, (_, value) => Date.parse(String(value)) <= when);
  const lasting = rowsWhere(end, (_, value) => when < Date.parse(String(value)));
  const masks = [
    rowsWhere(status, (folded) => folded === 'alwaysenabled'),
    both([rowsWhere(status, (folded) => folded === 'scheduled'), begun, lasting], table.rows),
  ];
  const meaning = `Automatic replies were on when the run began, ${new Date(when).toISOString().slice(0, 16)}Z`;
  const about = ['AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'];
  return { name: AWAY, meaning, mask: either(masks, table.rows), about };
}

function breaking(table: StoredTable): QuickView | undefined {
  const verdict = columnOf(table, 'Verdict');
  if (verdict === undefined) return undefined;
  const mask = rowsWhere(verdict, (folded) => folded === 'fail' || folded === 'warn');
  return { name: 'Breaks a rule', meaning: 'The verdict is fail or warn', mask, about: ['Verdict', 'Violations'] };
}

function unread(table: StoredTable): QuickView | undefined {
  const status = columnOf(table, 'Status');
  if (status === undefined) return undefined;
  const mask = rowsWhere(status, (folded) => folded !== 'ok');
  return { name: 'Not read', meaning: 'The status is not ok', mask, about: ['Status', 'Error'] };
}

function columnOf(table: StoredTable, name: string): StoredColumn | undefined {
  return table.columns.find((column) => column.name === name);
}
