import type { PageTable } from '../../outputs/page/data.ts';
import { capitalized } from '../../text/display.ts';
import { listed } from '../../text/numbers.ts';
import { REGISTERED_COLUMN } from '../../text/registration.ts';
import { rowsWhere, type RowMask } from './rows/row-mask.ts';
import { columnOf, type StoredColumn, type StoredTable } from './rows/stored-table.ts';

/** A predefined filter, for rows that people often look for. */
export interface QuickView {
  /** Names it in the fragment of the page's address. Absent: `highlight` does. */
  readonly key?: string;
  /** The position of the highlight in the report's definition. */
  readonly highlight?: number;
  readonly name: string;
  /** The rows in words. */
  readonly meaning: string;
  readonly mask: RowMask;
  /** The columns with the reason, which are shown first. */
  readonly about: readonly string[];
}

/** The most important columns of findings, which are shown after the rule. */
export const FINDING_COLUMNS = ['Verdict', 'MailboxName', 'Message', 'Item', 'Column', 'Found', 'Expected'] as const;

/** The quick views of a table of a report: each highlight that occurs, those of its definition, and what every report has. */
export function reportViews(
  { highlights, views, listed: ofList = [] }: Pick<PageTable, 'highlights' | 'views' | 'listed'>,
  table: StoredTable,
): readonly QuickView[] {
  const found = highlights.map(({ title, columns, rows }, at): QuickView | undefined => {
    const mask = table.highlights?.[at];
    return mask && rows > 0 ? { highlight: at, name: title, meaning: title, mask, about: columns } : undefined;
  });
  const always = views.map(({ key, title, meaning, columns }, at): QuickView | undefined => {
    const mask = table.highlights?.[highlights.length + at];
    return mask && { key, name: title, meaning, mask, about: columns };
  });
  const verdict = columnOf(table, 'Verdict');
  const violating = verdict && violatingView(verdict, ['Verdict', 'Violations']);
  const unregistered = ofList.includes(REGISTERED_COLUMN) ? undefined : unregisteredView(table);
  const others = [violating, unregistered, unreadableView(table)];
  return [...found, ...always, ...others].filter((view) => view !== undefined);
}

/** The quick views of findings: violations, those that are new, and each verdict that occurs. */
export function findingViews(table: StoredTable, newRows: readonly number[]): readonly QuickView[] {
  const column = columnOf(table, 'Verdict');
  if (column === undefined) return [];
  const views = ['fail', 'warn', 'known', 'exempt', 'inconclusive'].map((verdict) => {
    const mask = rowsWhere(column, (folded) => folded === verdict);
    const name = capitalized(verdict);
    return { key: verdict, name, meaning: `Findings with the verdict ${verdict}`, mask, about: FINDING_COLUMNS };
  });
  const newMask = new Uint8Array(table.rows);
  for (const row of newRows) newMask[row] = 1;
  const isNew = {
    key: 'new',
    name: 'New',
    meaning: 'The earlier report does not have them',
    mask: newMask,
    about: FINDING_COLUMNS,
  };
  return [violatingView(column, FINDING_COLUMNS), isNew, ...views].filter(({ mask }) => mask.includes(1));
}

/** The quick views of changes: the name, and the kinds of changes, if not the key alone. */
const CHANGES: Readonly<Record<string, readonly [name: string, ...kinds: readonly string[]]>> = {
  'new-violation': ['New violations and warnings'],
  resolved: ['Resolved'],
  'mailbox-changed': ['Mailboxes changed', 'changed', 'added', 'removed'],
  added: ['Rows added'],
  removed: ['Rows removed'],
  'mailbox-added': ['Mailboxes added'],
  'mailbox-removed': ['Mailboxes removed'],
  'rule-added': ['Rules added'],
  'rule-removed': ['Rules removed'],
};

/** The quick views of the table of changes: each that occurs. None for other tables. */
export function changeViews({ name }: { readonly name: string }, table: StoredTable): readonly QuickView[] {
  const column = name === 'changes' ? columnOf(table, 'Change') : undefined;
  if (column === undefined) return [];
  return Object.entries(CHANGES)
    .map(([key, [name, ...named]]) => {
      const kinds = named.length === 0 ? [key] : named;
      const mask = rowsWhere(column, (folded) => kinds.includes(folded));
      const meaning = `Changes of the kind ${listed(kinds, 'or')}`;
      return { key, name, meaning, mask, about: ['Change', 'MailboxName'] };
    })
    .filter(({ mask }) => mask.includes(1));
}

function violatingView(verdict: StoredColumn, about: readonly string[]): QuickView {
  const mask = rowsWhere(verdict, (folded) => folded === 'fail' || folded === 'warn');
  return { key: 'violating', name: 'Violates a rule', meaning: 'The verdict is fail or warn', mask, about };
}

/** Undefined without a register. */
function unregisteredView(table: StoredTable): QuickView | undefined {
  const registered = columnOf(table, REGISTERED_COLUMN);
  if (registered === undefined) return undefined;
  const mask = rowsWhere(registered, (folded) => folded === 'no');
  const meaning = 'The register does not have them';
  return { key: 'not-registered', name: 'Not registered', meaning, mask, about: [REGISTERED_COLUMN] };
}

function unreadableView(table: StoredTable): QuickView | undefined {
  const status = columnOf(table, 'Status');
  if (status === undefined) return undefined;
  const mask = rowsWhere(status, (folded) => folded !== 'ok');
  return { key: 'unreadable', name: 'Not read', meaning: 'The status is not ok', mask, about: ['Status', 'Error'] };
}
