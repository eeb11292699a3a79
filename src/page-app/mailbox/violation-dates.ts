import type { PageRule } from '../../outputs/page/data.ts';
import { CALENDAR_RIGHT } from '../../text/rights.ts';
import { itemCells } from './fix-command.ts';
import type { MailboxRow } from './mailbox-rows.ts';

/** The earliest violations of a mailbox, by what they are about. A day is '' if there is none or it is not known. */
export class ViolationDates {
  readonly #days = new Map<string, string>();

  /** @param rows of the table of findings */
  constructor(rows: readonly MailboxRow[], rules: readonly PageRule[]) {
    for (const { cell } of rows) {
      const rule = rules.find(({ id }) => id === cell('Rule'));
      const since = cell('Since');
      if (rule === undefined || since === '' || cell('Verdict') === 'inconclusive') continue;
      const key = rightKey(cell('Item'), rule) ?? keyOf(rule.report, cell('Column'));
      const other = this.#days.get(key);
      if (other === undefined || since < other) this.#days.set(key, since);
    }
  }

  /** The day of the first violation by a right, in whatever report. */
  readonly ofRight = ({ cell }: MailboxRow): string => {
    const [trustee, right] = [cell('Trustee'), cell('Right')];
    const ofCalendar = right.startsWith(CALENDAR_RIGHT) ? this.#days.get(keyOf(trustee, CALENDAR_RIGHT)) : undefined;
    return ofCalendar ?? this.#days.get(keyOf(trustee, right)) ?? '';
  };

  /** The day of the first violation by a cell of a report with one row a mailbox. */
  readonly ofCell = ({ table }: MailboxRow, column: string): string =>
    this.#days.get(keyOf(table.page.name, column)) ?? '';
}

/** A day in a list: ` (violates a rule since 2027-01-31)`. */
export function sinceNote(day: string): string {
  return day === '' ? '' : ` (violates a rule since ${day})`;
}

/** The key of the right that the item of a finding names; undefined if it names none. */
function rightKey(item: string, { item: columns = [] }: PageRule): string | undefined {
  const cells = itemCells(item, columns);
  const [trustee, right, calendarOf] = ['Trustee', 'Right', 'GrantedToAddress'].map((column) => cells.get(column));
  if (trustee !== undefined && right !== undefined) return keyOf(trustee, right);
  return calendarOf === undefined ? undefined : keyOf(calendarOf, CALENDAR_RIGHT);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts.map((part) => part.toLowerCase()));
}
