import type { PageTable } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { count, counted, PAIRS } from '../../text/numbers.ts';
import { itemsText } from '../page-data.ts';
import { MAX_SCROLLED_ROWS } from './grid/virtual-rows.ts';
import type { ShownTable } from './rows/shown-table.ts';
import { columnOf, distinctCount } from './rows/stored-table.ts';

/** The line above the rows: their number, and the filters and the order that no header shows. */
export function rowsLine(shown: ShownTable, page: PageTable): string {
  const cut =
    shown.rows.length > MAX_SCROLLED_ROWS
      ? `; the first ${count(MAX_SCROLLED_ROWS)} can be scrolled to, filter for others`
      : '';
  return `${rowsText(shown, page)}${cut}${hiddenEffects(shown)}`;
}

/** The shown rows, and what they are about, in the units of the page's numbers. */
function rowsText({ rows, table, hasItemsOnly }: ShownTable, { items, unit, findings }: PageTable): string {
  const all =
    unit[0] === 'mailbox' || (hasItemsOnly && (items > 0 || table.rows === 0))
      ? counted(unit[0] === 'mailbox' ? table.rows : items, ...unit)
      : counted(table.rows, 'row', 'rows');
  const mailbox = columnOf(table, 'MailboxName');
  const pairs = findings ? `; ${counted(distinctCount(rows, mailbox, columnOf(table, 'Rule')), ...PAIRS)}` : '';
  const mailboxes = distinctCount(rows, mailbox);
  const about =
    mailbox === undefined || mailboxes === rows.length ? '' : `, in ${counted(mailboxes, 'mailbox', 'mailboxes')}`;
  return `${count(rows.length)} of ${all}${pairs}${about}`;
}

/** The filters and the order of hidden columns, whose headers are not visible. */
function hiddenEffects({ hiddenConditions, sorting, isSortedByHidden }: ShownTable): string {
  const order =
    isSortedByHidden && sorting ? [`sorted by ${visibleLine(sorting.column.name)}, ${sorting.direction}`] : [];
  const effects = [...hiddenConditions, ...order];
  return effects.length === 0 ? '' : `; hidden: ${effects.join('; ')}`;
}

/** The number on the button for all rows. */
export function allText(page: PageTable): string {
  return page.items === page.rows || page.unit[0] === 'mailbox' ? count(page.rows) : itemsText(page);
}
