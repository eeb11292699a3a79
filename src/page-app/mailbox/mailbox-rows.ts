import type { PageCell, PageTable } from '../../outputs/page/data.ts';
import { cellAt, columnOf, foldedText, type StoredTable } from '../table/rows/stored-table.ts';

/** A table of the page whose rows were read. */
export interface ReadTable {
  readonly page: PageTable;
  readonly stored: StoredTable;
}

/** The cell of a row in a column, as text; '' if it is blank, or if there is no such column. */
export type CellText = (column: string) => string;

/** A row of a mailbox in a table. */
export interface MailboxRow {
  readonly table: ReadTable;
  readonly cell: CellText;
  /** In a column that only the view of a mailbox shows. */
  readonly viewCell: CellText;
}

const STATE_COLUMNS: readonly string[] = ['MailboxName', 'Status', 'Error', 'Verdict', 'Violations'];

/** The position of a mailbox among those of a table, by its address without regard to case. */
export function mailboxPosition(table: StoredTable, address: string, column = 'MailboxName'): number | undefined {
  const at = columnOf(table, column)?.folded.indexOf(foldedText(address)) ?? -1;
  return at === -1 ? undefined : at;
}

/** The rows of a mailbox in a table. `column`: that with its address. */
export function mailboxRows(table: ReadTable, address: string, column = 'MailboxName'): readonly MailboxRow[] {
  const { stored } = table;
  const code = mailboxPosition(stored, address, column);
  const codes = columnOf(stored, column)?.codes;
  if (code === undefined || codes === undefined) return [];
  const rows: MailboxRow[] = [];
  for (let row = codes.indexOf(code); row !== -1; row = codes.indexOf(code, row + 1)) {
    const at = row;
    rows.push({
      table,
      cell: (name) => String(cellAt(columnOf(stored, name), at)),
      viewCell: (name) =>
        String(
          cellAt(
            stored.viewColumns?.find((one) => one.name === name),
            at,
          ),
        ),
    });
  }
  return rows;
}

/** Whether a row is about an item: a mailbox without items, or one that was not read, has a row with blanks. */
export function hasItem({ table, cell }: MailboxRow): boolean {
  return ownColumns(table).some((name) => cell(name) !== '');
}

/** The columns of a report, without the columns that every report has and the columns of the mailbox list. */
export function ownColumns({ page: { columns, listed = [] } }: ReadTable): readonly string[] {
  return columns.filter((name) => !STATE_COLUMNS.includes(name) && !listed.includes(name));
}

/** The column of a report whose cells name the rows of a mailbox. */
export function nameColumn(table: ReadTable): string {
  return ownColumns(table)[0] ?? '';
}

/** Whether a report has one row a mailbox. */
export function isOneRowEach({ stored }: ReadTable): boolean {
  return columnOf(stored, 'MailboxName')?.values.length === stored.rows;
}

/** Whether a mailbox of a report has only one row with an item. Reads all rows, once. */
export function uniqueItems(table: ReadTable): (mailbox: string, item: string) => boolean {
  const { stored } = table;
  const [mailboxes, items] = [columnOf(stored, 'MailboxName'), columnOf(stored, nameColumn(table))];
  const keyOf = (mailbox: PageCell, item: PageCell): string => `${mailbox}\n${item}`;
  const counts = new Map<string, number>();
  for (let row = 0; row < stored.rows; row += 1) {
    const key = keyOf(cellAt(mailboxes, row), cellAt(items, row));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (mailbox, item) => counts.get(keyOf(mailbox, item)) === 1;
}
