import { TENANT_WIDE, throughItem, throughText } from '../applications/through.ts';
import type { Json } from '../json.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { StoredRow } from '../store/rows-file.ts';
import type { ComparedReport } from './changed-rows.ts';

/** Columns whose items name applications by what `THROUGH` says of them. */
const THROUGH = 'Through';
const DELEGATED = 'Delegated';

/**
 * The applications that reach every mailbox in only one of both runs, of a report with their columns. Each is a change of every
 * mailbox, and has one row of `changes.csv`. Both rows are returned without what these changes explain.
 */
export function tenantWideChanges(
  report: ComparedReport,
  mailbox: string,
  before: StoredRow,
  after: StoredRow,
): { readonly changes: readonly Change[]; readonly rows: readonly [StoredRow, StoredRow] } {
  // An item that a list shows is certain. That a list lacks it is certain only if the list is fully known.
  const lone = (name: string): readonly (readonly [kind: 'added' | 'removed', item: string])[] => {
    const column = report.columns.find((one) => one.name === name);
    if (column === undefined) return [];
    const [was, is] = [textsIn(before.cells[column.before]), textsIn(after.cells[column.after])];
    const [isCompleteBefore, isCompleteNow] = [
      before.incomplete?.has(column.before) !== true,
      after.incomplete?.has(column.after) !== true,
    ];
    return [
      ...is.filter((item) => isCompleteBefore && !was.includes(item)).map((item) => ['added', item] as const),
      ...was.filter((item) => isCompleteNow && !is.includes(item)).map((item) => ['removed', item] as const),
    ];
  };
  const through = lone(THROUGH).flatMap(([kind, item]) => {
    const parts = throughItem(item);
    return parts?.way === TENANT_WIDE ? [{ kind, item, ...parts }] : [];
  });
  const delegated = lone(DELEGATED);
  const explained = new Set([
    ...through.flatMap(({ item, name, appId }) => [item, name, appId, `${name} (${appId})`]),
    ...delegated.map(([, item]) => item),
  ]);
  const common = { report: report.name, mailbox, ofTenant: true } as const;
  const groups = Map.groupBy(through, ({ kind, name, appId }) => JSON.stringify([kind, name, appId]));
  const changes = [...groups.values()].flatMap((group): Change[] => {
    const [first] = group;
    if (first === undefined) return [];
    const permissions = group.map(({ permission }) => permission).join(', ');
    const item = throughText({ ...first, permission: permissions });
    return [{ ...common, kind: first.kind, item, column: THROUGH, ...values(first.kind, permissions) }];
  });
  return {
    changes: [
      ...changes,
      ...delegated.map(([kind, item]): Change => ({ ...common, kind, item, column: DELEGATED, ...values(kind, item) })),
    ],
    rows: explained.size === 0 ? [before, after] : [withoutItems(before, explained), withoutItems(after, explained)],
  };
}

function values(kind: 'added' | 'removed', value: Json): Pick<Change, 'before' | 'after'> {
  return kind === 'added' ? { before: null, after: value } : { before: value, after: null };
}

function withoutItems(row: StoredRow, explained: ReadonlySet<string>): StoredRow {
  const cells = row.cells.map((cell) =>
    Array.isArray(cell) ? cell.filter((item) => typeof item !== 'string' || !explained.has(item)) : cell,
  );
  return { ...row, cells };
}

function textsIn(cell: Json | undefined): readonly string[] {
  return Array.isArray(cell) ? cell.filter((item) => typeof item === 'string') : [];
}

/** The row of `changes.csv` about what changed for every mailbox. `mailboxes`: of how many. */
export function tenantWideRow(change: Change, mailboxes: number): Change {
  return { ...change, mailbox: '', ...values(change.kind === 'added' ? 'added' : 'removed', mailboxes) };
}
