import { namedAddresses } from '../../../mailboxes/list.ts';
import { access } from '../../../reports/built-in/access.ts';
import { rowViewer } from '../../../reports/row-view.ts';
import { LineOccurrences } from '../../../policy/register/line-occurrence.ts';
import { EVERY_MAILBOX, type RegisterEntry } from '../../../policy/register/register-entry.ts';
import { REPORTS_OF_RIGHTS, type RowOfRight } from '../../../policy/register/row-right.ts';
import type { ListedMailbox } from '../../../policy/register/register-changes.ts';
import { storedNames } from '../../../store/indexed-report.ts';
import type { RowsHeader, StoredMailbox } from '../../../store/rows-file.ts';

/** The rights of mailboxes in a kept report. */
export class ReportRights {
  readonly #header: RowsHeader;
  readonly #views: readonly ReturnType<typeof rowViewer>[];
  /** Whether the run read who trustees are. */
  readonly readsTrustees: boolean;
  /** Those of the run's reports that have rights, with their places. */
  readonly #reports: readonly { readonly name: string; readonly at: number }[];

  constructor(header: RowsHeader) {
    this.#header = header;
    this.#views = header.reports.map(({ columns }) => rowViewer(columns));
    this.#reports = header.reports.flatMap(({ name }, at) => (REPORTS_OF_RIGHTS.includes(name) ? [{ name, at }] : []));
    this.readsTrustees = header.reports.some(({ name }) => name === access.name);
  }

  /** The names of the run's reports that have rights. */
  get reports(): readonly string[] {
    return this.#reports.map(({ name }) => name);
  }

  /**
   * What finds which entries occur. In a report of single mailboxes, those about every mailbox are left out: it does not say whether others have
   * the right.
   */
  occurrencesOf<Entry extends RegisterEntry>(entries: readonly Entry[]): LineOccurrences<Entry> {
    const isOfAddresses = namedAddresses(this.#header.list) !== undefined;
    const possible = entries.filter(({ mailbox }) => !isOfAddresses || mailbox !== EVERY_MAILBOX);
    return new LineOccurrences(possible, this.readsTrustees);
  }

  mailboxOf(stored: StoredMailbox): ListedMailbox {
    const names = [stored.address, ...storedNames(this.#header, stored)];
    return { address: stored.address, names, ids: stored.ids ?? {} };
  }

  /** The rows of a mailbox by report. Undefined: the report could not be read. */
  rowsOf(stored: StoredMailbox): ReadonlyMap<string, readonly RowOfRight[] | undefined> {
    return new Map(
      this.#reports.map(({ name, at }) => {
        const report = stored.reports[at];
        const rows = report?.rows.map((row) => ({ view: this.#views[at]?.(row) ?? NO_CELLS, identity: row.identity }));
        return [name, report?.status === 'ok' ? rows : undefined] as const;
      }),
    );
  }
}

const NO_CELLS = { cell: () => undefined };
