import type { UnreadableStatus } from '../graph/outcome.ts';
import type { Row } from '../reports/rows.ts';
import { shortened } from '../text/display.ts';

/** Why mailboxes could not be read, in the order of the reports: causes that a person can fix come first. */
export const UNREADABLE_STATUSES: readonly UnreadableStatus[] = [
  'access-denied',
  'not-found',
  'no-mailbox',
  'throttled',
  'failed',
  'cancelled',
];

const MOST_MAILBOXES_A_STATUS = 1_000;
const LONGEST_ERROR = 300;

/** An unreadable mailbox as the summary and the annotations need it. */
export interface UnreadableMailbox {
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** Cut at 300 characters; hostile text until escaped. */
  readonly error: string;
}

/** The causes that occurred, the most frequent first. */
export function mostFrequentFirst(mailboxes: MailboxCounts): readonly UnreadableStatus[] {
  return mailboxes.causes.toSorted((one, other) => mailboxes.unreadableBy(other) - mailboxes.unreadableBy(one));
}

/** Counts readable and unreadable mailboxes. Memory is bounded. */
export class MailboxCounts {
  #total = 0;
  #unreadable = 0;
  readonly #counts = new Map<UnreadableStatus, number>();
  readonly #mailboxes = new Map<UnreadableStatus, UnreadableMailbox[]>();

  /** Once for each mailbox. */
  add({ mailbox, status, error }: Pick<Row, 'mailbox' | 'status' | 'error'>): void {
    this.#total += 1;
    if (status === 'ok') return;
    this.#unreadable += 1;
    this.#counts.set(status, this.unreadableBy(status) + 1);
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
    return this.#total - this.#unreadable;
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  unreadableBy(status: UnreadableStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  /** The causes that occurred, in the order of `UNREADABLE_STATUSES`. */
  get causes(): readonly UnreadableStatus[] {
    return UNREADABLE_STATUSES.filter((status) => this.unreadableBy(status) > 0);
  }

  /** The first 1,000 of them, in the list's order. */
  unreadableMailboxes(status: UnreadableStatus): readonly UnreadableMailbox[] {
    return this.#mailboxes.get(status) ?? [];
  }
}
