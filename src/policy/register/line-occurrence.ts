import { idsOf } from '../../mailboxes/identities.ts';
import { calendarPermissions } from '../../reports/built-in/calendar-permissions.ts';
import { mailboxPermissions } from '../../reports/built-in/mailbox-permissions.ts';
import { CALENDAR_RIGHT } from '../../text/rights.ts';
import { writtenText } from '../baseline/baseline-entry.ts';
import { compared, comparedMailbox, type RegisteredMailbox } from './register.ts';
import { EVERY_MAILBOX, type RegisterEntry } from './register-entry.ts';
import { rightOfRow, type GrantedRight, type RowOfRight } from './row-right.ts';

/** Whether a right that a register has exists. `unknown`: nothing that was read says it. */
export type Occurrence = 'yes' | 'no' | 'unknown';

/** The report that has each right as it is granted. */
function reportOf({ right }: RegisterEntry): string {
  return right.startsWith(CALENDAR_RIGHT) ? calendarPermissions.name : mailboxPermissions.name;
}

/** What was found about an entry so far. */
interface TrackedEntry<Entry> {
  readonly entry: Entry;
  /** Whether a mailbox has the right. */
  occurs: boolean;
  /** Whether a mailbox that it is about was read. */
  isRead: boolean;
  /** Whether a mailbox that it is about may have the right. */
  isPossible: boolean;
}

/**
 * Finds which entries of a register occur among the mailboxes of a report, read or kept. Add each mailbox with its rows in
 * `mailbox-permissions` and in `calendar-permissions`; other reports are ignored.
 */
export class LineOccurrences<Entry extends RegisterEntry> {
  readonly #readsTrustees: boolean;
  readonly #tracked: readonly TrackedEntry<Entry>[];
  readonly #ofEvery: readonly TrackedEntry<Entry>[];
  /** By names of mailboxes and by `MailboxId`, in lower case. */
  readonly #byMailbox = new Map<string, TrackedEntry<Entry>[]>();

  /** @param readsTrustees as `compared` has it */
  constructor(entries: readonly Entry[], readsTrustees: boolean) {
    this.#readsTrustees = readsTrustees;
    this.#tracked = entries.map((entry) => ({ entry, occurs: false, isRead: false, isPossible: false }));
    this.#ofEvery = this.#tracked.filter(({ entry }) => entry.mailbox === EVERY_MAILBOX);
    for (const tracked of this.#tracked) {
      const { mailbox, mailboxId } = tracked.entry;
      if (mailbox === EVERY_MAILBOX) continue;
      for (const key of new Set([mailbox.toLowerCase(), mailboxId])) {
        if (key !== '') this.#byMailbox.set(key, [...(this.#byMailbox.get(key) ?? []), tracked]);
      }
    }
  }

  /** @param rows those about an item; undefined if the report of the mailbox could not be read, or not as a whole */
  add(mailbox: RegisteredMailbox, report: string, rows: readonly RowOfRight[] | undefined): void {
    const keys = [...mailbox.names.map(writtenText), ...idsOf(mailbox.ids)];
    const named = keys.flatMap((key) => this.#byMailbox.get(key.toLowerCase()) ?? []);
    const all = new Set([...named, ...this.#ofEvery]);
    const concerned = [...all].filter(
      ({ entry }) => reportOf(entry) === report && comparedMailbox(entry, mailbox).result !== 'other',
    );
    if (concerned.length === 0) return;
    const rights = rows?.map((row) => rightOfRow(report, row));
    const isUnread = rights === undefined || rights.some(({ kind }) => kind === 'unknown');
    for (const tracked of concerned) {
      tracked.isRead = true;
      if (isUnread || comparedMailbox(tracked.entry, mailbox).result === 'not-known') tracked.isPossible = true;
    }
    for (const right of rights ?? []) if (right.kind === 'right') this.#addRight(right, mailbox, concerned);
  }

  #addRight(right: GrantedRight, mailbox: RegisteredMailbox, concerned: readonly TrackedEntry<Entry>[]): void {
    const results = concerned.map((tracked) => {
      return { tracked, result: compared(tracked.entry, mailbox, right, this.#readsTrustees).result };
    });
    const isOfOne = results.some(({ result }) => result === 'same');
    for (const { tracked, result } of results) {
      if (result === 'same') tracked.occurs = true;
      // A report has one name for a trustee, so that a right of one entry is not that of an entry with another name.
      const isNamed = tracked.entry.trustee.toLowerCase() === right.trustee.toLowerCase();
      if (result === 'not-known' && (isNamed || !isOfOne)) tracked.isPossible = true;
    }
  }

  /** The entries with this result, in their order. An entry about every mailbox is `no` only if all that were added were read. */
  with(occurrence: Occurrence): readonly Entry[] {
    return this.#tracked.filter((tracked) => occurrenceOf(tracked) === occurrence).map(({ entry }) => entry);
  }
}

function occurrenceOf({ occurs, isRead, isPossible }: TrackedEntry<RegisterEntry>): Occurrence {
  if (occurs) return 'yes';
  return isRead && !isPossible ? 'no' : 'unknown';
}
