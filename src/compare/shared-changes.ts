import { TENANT_WIDE, throughItem, throughText } from '../text/through.ts';
import type { Json } from '../json.ts';
import { shownOf } from '../reports/known.ts';
import { cellAt } from '../reports/row-view.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { RowsRule, StoredRow } from '../store/rows-file.ts';
import type { SharedChange } from './change-counts.ts';
import type { ComparedReport } from './changed-rows.ts';

// Changes that many mailboxes have for one reason, for which `changes.csv` has one row.

/** The row of `changes.csv` about a change that mailboxes share, with their number instead of values. */
export function sharedRow({ change, mailboxes }: Readonly<SharedChange>): Change {
  const { kind, report, item, column } = change;
  const [before, after] = kind === 'removed' || kind === 'rule-removed' ? [mailboxes, null] : [null, mailboxes];
  return { kind, report, mailbox: '', item, column, before, after, isShared: true };
}

/** Whether a change is a row of `changes.csv` by itself. */
export function hasRow({ isShared = false }: Change): boolean {
  return !isShared;
}

/** The rules that only one of two policies has, added ones first, each as a change of no mailbox yet. */
export function ruleChangesOf(
  before: readonly RowsRule[] | undefined,
  after: readonly RowsRule[] | undefined,
): readonly Change[] {
  if (before === undefined || after === undefined) return [];
  return [...lone(after, before, 'rule-added'), ...lone(before, after, 'rule-removed')];
}

function lone(rules: readonly RowsRule[], others: readonly RowsRule[], kind: Change['kind']): readonly Change[] {
  const ids = new Set(others.map(({ id }) => id));
  const blank = { mailbox: '', column: '', before: null, after: null };
  return rules
    .filter(({ id }) => !ids.has(id))
    .map(({ id, report }) => ({ ...blank, kind, report, item: id, rule: id, isShared: true }));
}

/** Columns that list applications: `Through` as `throughText` writes them. */
const THROUGH = 'Through';
export const DELEGATED = 'Delegated';
/** What one person consented to, which no change of every mailbox explains. */
const PERSONAL = 'ConsentedByPerson';

/**
 * The applications that reach every mailbox in only one of both runs, of a report with their columns. Each is a change of every
 * mailbox, and has one row of `changes.csv`. Both rows are returned without the items that these changes explain.
 */
export function tenantWideChanges(
  report: ComparedReport,
  mailbox: string,
  before: StoredRow,
  after: StoredRow,
): { readonly changes: readonly Change[]; readonly rows: readonly [StoredRow, StoredRow] } {
  // An item that a list shows is certain. That a list lacks it is certain only if the list is fully known.
  const loneItems = (name: string): readonly (readonly [kind: 'added' | 'removed', item: string])[] => {
    const column = report.columns.find((one) => one.name === name);
    if (column === undefined) return [];
    const [listBefore, listNow] = [cellAt(before, column.before), cellAt(after, column.after)];
    const [was, is] = [textsIn(shownOf(listBefore)), textsIn(shownOf(listNow))];
    return [
      ...is.filter((item) => listBefore.isKnown && !was.includes(item)).map((item) => ['added', item] as const),
      ...was.filter((item) => listNow.isKnown && !is.includes(item)).map((item) => ['removed', item] as const),
    ];
  };
  const through = loneItems(THROUGH).flatMap(([kind, item]) => {
    const parts = throughItem(item);
    return parts?.way === TENANT_WIDE ? [{ kind, item, ...parts }] : [];
  });
  const delegated = loneItems(DELEGATED);
  const explained = new Set([
    ...through.flatMap(({ item, name, appId }) => [item, name, appId, `${name} (${appId})`]),
    ...delegated.map(([, item]) => item),
  ]);
  const common = { report: report.name, mailbox, isShared: true } as const;
  const groups = Map.groupBy(through, ({ kind, name, appId }) => JSON.stringify([kind, name, appId]));
  const changes = [...groups.values()].flatMap((group): Change[] => {
    const [first] = group;
    if (first === undefined) return [];
    const permissions = group.map(({ permission }) => permission).join(', ');
    const item = throughText({ ...first, permission: permissions });
    return [{ ...common, kind: first.kind, item, column: THROUGH, ...values(first.kind, permissions) }];
  });
  const personal = report.columns.find(({ name }) => name === PERSONAL);
  return {
    changes: [
      ...changes,
      ...delegated.map(([kind, item]): Change => ({ ...common, kind, item, column: DELEGATED, ...values(kind, item) })),
    ],
    rows:
      explained.size === 0
        ? [before, after]
        : [withoutItems(before, explained, personal?.before), withoutItems(after, explained, personal?.after)],
  };
}

function values(kind: 'added' | 'removed', value: Json): Pick<Change, 'before' | 'after'> {
  return kind === 'added' ? { before: null, after: value } : { before: value, after: null };
}

/** @param kept the position of a cell that keeps all of its items */
function withoutItems(row: StoredRow, explained: ReadonlySet<string>, kept: number | undefined): StoredRow {
  const cells = row.cells.map((cell, position) =>
    Array.isArray(cell) && position !== kept
      ? cell.filter((item) => typeof item !== 'string' || !explained.has(item))
      : cell,
  );
  return { ...row, cells };
}

function textsIn(cell: Json | undefined): readonly string[] {
  return Array.isArray(cell) ? cell.filter((item) => typeof item === 'string') : [];
}
