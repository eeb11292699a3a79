import type { SourcePlace } from '../errors.ts';
import { shownText } from '../text/display.ts';
import type { ReportDefinition } from './definition.ts';
import { unreadableRow, type MailboxRows } from './row.ts';

/** What a report of the user did not find in any response, probably by mistake. */
export interface BlankNotice {
  readonly message: string;
  readonly place: SourcePlace;
}

/** Finds the columns of a report file that are blank in every row, and `rows` that finds nothing, as the rows pass. */
export class BlankColumns {
  readonly #report: ReportDefinition;
  /** Columns that were blank so far, with their positions. Empty for built-in reports. */
  #blank: readonly { readonly name: string; readonly at: number }[];
  #mailboxes = 0;
  #items = 0;

  constructor(report: ReportDefinition) {
    this.#report = report;
    this.#blank = report.places === undefined ? [] : Object.keys(report.columns).map((name, at) => ({ name, at }));
  }

  add(rows: MailboxRows): void {
    if (this.#blank.length === 0 || unreadableRow(rows) !== undefined) return;
    this.#mailboxes += 1;
    for (const { content, cells } of rows) {
      if (content === 'none') continue;
      this.#items += 1;
      if (this.#blank.some(({ at }) => !isBlank(cells[at]))) {
        this.#blank = this.#blank.filter(({ at }) => isBlank(cells[at]));
      }
    }
  }

  /** Undefined for built-in reports, if no mailbox was read, and if every column has a value. */
  notice(): BlankNotice | undefined {
    const { name, places } = this.#report;
    const [first, ...others] = this.#blank;
    if (places === undefined || first === undefined || this.#mailboxes === 0) return undefined;
    if (this.#items === 0) {
      const message = `"rows" of the report "${name}" found nothing in the responses of ${this.#mailboxes} mailboxes.`;
      return { message, place: places.rows };
    }
    const names = [first, ...others].map((column) => shownText(column.name)).join(', ');
    const message = `${others.length === 0 ? 'Column' : 'Columns'} ${names} of the report "${name}" ${others.length === 0 ? 'is' : 'are'} blank in every row.`;
    return { message, place: places.columns.get(first.name) ?? places.rows };
  }
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
}
