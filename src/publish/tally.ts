import type { Row, UnreadStatus } from '../reports/row.ts';
import { Distribution } from './distribution.ts';
import { shortened } from './shortened.ts';

/** Why mailboxes were not read, in the order in which they are told: what a person can mend comes first. */
export const UNREAD_STATUSES: readonly UnreadStatus[] = [
  'access-denied',
  'not-found',
  'no-mailbox',
  'throttled',
  'failed',
  'cancelled',
];

const MOST_MAILBOXES_A_STATUS = 1_000;
const LONGEST_ERROR = 300;

/** An unread mailbox as the summary and the annotations need it. */
export interface UnreadMailbox {
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** Cut at 300 characters; hostile text until escaped. */
  readonly error: string;
}

/** Counts what the summary tells, as rows pass. What it holds is bounded, whatever the tenant and its texts. */
export class Tally {
  #total = 0;
  #unread = 0;
  #lastAddress: string | undefined;
  readonly #counts = new Map<UnreadStatus, number>();
  readonly #mailboxes = new Map<UnreadStatus, UnreadMailbox[]>();
  readonly #distributions: readonly { readonly column: string; readonly cell: number; readonly of: Distribution }[];

  /**
   * `columns` is the report's header (`columnNames`), `distributed` the columns whose values are to be counted; those
   * that this report does not have are passed over.
   */
  constructor(columns: readonly string[], distributed: readonly string[]) {
    // The header has the mailbox before the cells.
    this.#distributions = distributed
      .map((column) => ({ column, cell: columns.indexOf(column) - 1, of: new Distribution() }))
      .filter(({ cell }) => cell >= 0);
  }

  /** Rows of one mailbox stand together, and count as one mailbox. */
  add(row: Row): void {
    const { mailbox, status, cells, error } = row;
    const first = mailbox.address !== this.#lastAddress;
    this.#lastAddress = mailbox.address;
    if (first) this.#total += 1;
    if (status === 'ok') {
      for (const { cell, of } of this.#distributions) of.add(cells[cell]);
      return;
    }
    if (!first) return;
    this.#unread += 1;
    this.#counts.set(status, this.unreadBy(status) + 1);
    const kept = this.#mailboxes.get(status) ?? [];
    this.#mailboxes.set(status, kept);
    if (kept.length >= MOST_MAILBOXES_A_STATUS) return;
    const { address, file, line } = mailbox;
    kept.push({ address, file, line, error: shortened(error, LONGEST_ERROR) });
  }

  /** How many mailboxes passed. */
  get total(): number {
    return this.#total;
  }

  get read(): number {
    return this.#total - this.#unread;
  }

  get unread(): number {
    return this.#unread;
  }

  unreadBy(status: UnreadStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  /** The first 1,000 of them, in the list's order. */
  unreadMailboxes(status: UnreadStatus): readonly UnreadMailbox[] {
    return this.#mailboxes.get(status) ?? [];
  }

  /** Undefined where the report has no such column, or it is not counted. */
  distribution(column: string): Distribution | undefined {
    return this.#distributions.find((distribution) => distribution.column === column)?.of;
  }
}
