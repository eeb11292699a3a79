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

const REPLY_COLUMNS = [
  'AutomaticReplyStatus',
  'AutomaticReplyStart',
  'AutomaticReplyEnd',
  'AutomaticReplyExternalAudience',
] as const;

export const AWAY = 'Away now';

/** The columns of findings that tell most, as they stand on the screen behind the rule. */
export const FINDING_COLUMNS = ['Verdict', 'MailboxName', 'Item', 'Column', 'Found', 'Expected'] as const;

/** The quick views for which a table has the columns. `when`: epoch ms at which one is away, or is not. */
export function quickViews(table: StoredTable, when: number): readonly QuickView[] {
  const verdict = columnOf(table, 'Verdict');
  const breaks = verdict && breaking(verdict, ['Verdict', 'Violations']);
  return [away(table, when), replying(table), breaks, unread(table)].filter((view) => view !== undefined);
}

/** The quick views of findings: what breaks a rule, and each verdict that there is. */
export function findingViews(table: StoredTable): readonly QuickView[] {
  const column = columnOf(table, 'Verdict');
  if (column === undefined) return [];
  const views = ['fail', 'warn', 'exempt', 'inconclusive'].map((verdict) => {
    const mask = rowsWhere(column, (folded) => folded === verdict);
    const name = `${verdict.slice(0, 1).toUpperCase()}${verdict.slice(1)}`;
    return { name, meaning: `Findings with the verdict ${verdict}`, mask, about: FINDING_COLUMNS };
  });
  return [breaking(column, FINDING_COLUMNS), ...views].filter(({ mask }) => mask.includes(1));
}

function away(table: StoredTable, when: number): QuickView | undefined {
  const status = columnOf(table, 'AutomaticReplyStatus');
  const start = columnOf(table, 'AutomaticReplyStart');
  const end = columnOf(table, 'AutomaticReplyEnd');
  // Without the days nobody can tell of those who have planned it.
  if (status === undefined || start === undefined || end === undefined || isUnread(table)) return undefined;
  // A date that cannot be read is NaN, before and after nothing.
  const begun = rowsWhere(start, (_, value) => Date.parse(String(value)) <= when);
  const lasting = rowsWhere(end, (_, value) => when < Date.parse(String(value)));
  const masks = [
    rowsWhere(status, (folded) => folded === 'alwaysenabled'),
    both([rowsWhere(status, (folded) => folded === 'scheduled'), begun, lasting], table.rows),
  ];
  const meaning = `Automatic replies were on when the run began, ${new Date(when).toISOString().slice(0, 16)}Z`;
  return { name: AWAY, meaning, mask: either(masks, table.rows), about: REPLY_COLUMNS };
}

function replying(table: StoredTable): QuickView | undefined {
  const status = columnOf(table, 'AutomaticReplyStatus');
  if (status === undefined || isUnread(table)) return undefined;
  const mask = rowsWhere(status, (folded) => folded === 'alwaysenabled' || folded === 'scheduled');
  return { name: 'Replies on', meaning: 'Automatic replies are on or scheduled', mask, about: REPLY_COLUMNS };
}

/** Of mailboxes of which none was read nobody knows anything. */
function isUnread(table: StoredTable): boolean {
  return columnOf(table, 'Status')?.folded.includes('ok') === false;
}

function breaking(verdict: StoredColumn, about: readonly string[]): QuickView {
  const mask = rowsWhere(verdict, (folded) => folded === 'fail' || folded === 'warn');
  return { name: 'Breaks a rule', meaning: 'The verdict is fail or warn', mask, about };
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
