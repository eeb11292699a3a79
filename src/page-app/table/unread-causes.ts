import { counted } from '../../text/numbers.ts';
import { visibleLine } from '../../text/display.ts';
import { element } from '../element.ts';
import type { ShownTable } from './rows/shown-table.ts';
import { columnOf } from './rows/stored-table.ts';

/**
 * Why mailboxes could not be read, and what to do, if all rows that a table shows are of such mailboxes. What to do about one of
 * several causes is folded, so that the rows stay in view.
 */
export class UnreadCauses {
  readonly element = element('ul', { class: 'causes', 'aria-label': 'Why mailboxes could not be read' });
  readonly #shown: ShownTable;
  readonly #remedies: Readonly<Record<string, string>>;

  constructor(shown: ShownTable, remedies: Readonly<Record<string, string>> = {}) {
    this.#shown = shown;
    this.#remedies = remedies;
  }

  /** Call when other rows are shown. */
  refresh(): void {
    const causes = this.#causes();
    this.element.hidden = causes.length === 0;
    this.element.replaceChildren(
      ...causes.map(([status, rows]) => {
        const cause = [element('strong', {}, visibleLine(status)), `, ${counted(rows, 'row', 'rows')}`];
        const remedy = visibleLine(this.#remedies[status] ?? '');
        return causes.length === 1
          ? element('li', {}, ...cause, `: ${remedy}`)
          : element('li', {}, element('details', {}, element('summary', {}, ...cause), remedy));
      }),
    );
  }

  /** The statuses of the shown rows with the number of rows; none if a row was read. */
  #causes(): readonly (readonly [status: string, rows: number])[] {
    const { rows, table } = this.#shown;
    const status = columnOf(table, 'Status');
    const counts = new Map<string, number>();
    for (const row of rows) {
      const text = status?.folded[status.codes[row] ?? -1] ?? '';
      if (!Object.hasOwn(this.#remedies, text)) return [];
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts];
  }
}
