import { access } from '../../reports/built-in/access.ts';
import { calendarPermissions } from '../../reports/built-in/calendar-permissions.ts';
import { mailboxPermissions } from '../../reports/built-in/mailbox-permissions.ts';
import { CALENDAR_RIGHT } from '../../text/rights.ts';
import type { EpochMs } from '../../text/numbers.ts';
import { writtenText } from '../baseline/baseline-entry.ts';
import { compared, dueReason, RegisterIndex, type RegisteredMailbox } from './register.ts';
import { isSameRight, registerKey, sortedEntries, type Register, type RegisterEntry } from './register-entry.ts';
import { rightOfRow, type GrantedRight, type RowOfRight } from './row-right.ts';

/** A report names the entries of a mailbox as they are granted before `access` names them by group and person. */
const SOURCES = [mailboxPermissions.name, calendarPermissions.name, access.name];

/** A mailbox of a report, with its address in the list. */
export interface ListedMailbox extends RegisteredMailbox {
  readonly address: string;
}

/** Collects the rights of a report that a register lacks, as entries for it. */
export class MissingRights {
  readonly #index: RegisterIndex;
  readonly #readsTrustees: boolean;
  /** The entries of the register and those that were added, by key. */
  readonly #byKey = new Map<string, RegisterEntry[]>();
  readonly #missing: RegisterEntry[] = [];

  /** @param readsTrustees whether the run read who trustees are */
  constructor(register: Register, readsTrustees: boolean, now: EpochMs) {
    this.#index = new RegisterIndex(register, now);
    this.#readsTrustees = readsTrustees;
    for (const { entries } of register.files) for (const entry of entries) this.#add(entry);
  }

  /** Adds the rows of a mailbox: those about an item, by the name of their report. Other reports are ignored. */
  add(mailbox: ListedMailbox, rows: ReadonlyMap<string, readonly RowOfRight[]>): void {
    const own: RegisterEntry[] = [];
    for (const report of SOURCES) {
      for (const row of rows.get(report) ?? []) {
        const right = rightOfRow(report, row);
        if (right.kind !== 'right' || this.#isRegistered(right, mailbox, own)) continue;
        const entry = entryOf(right, mailbox);
        if (this.#repeats(entry)) continue;
        own.push(entry);
        this.#add(entry);
      }
    }
    this.#missing.push(...own);
  }

  /** The entries that the register lacks, sorted. They have no reason and no review. `owner`: '' if it is not known. */
  entries(owner: string): readonly RegisterEntry[] {
    return sortedEntries(this.#missing.map((entry) => ({ ...entry, owner })));
  }

  #isRegistered(right: GrantedRight, mailbox: RegisteredMailbox, own: readonly RegisterEntry[]): boolean {
    const { registered } = this.#index.find(right, mailbox, this.#readsTrustees);
    const isKnown = registered !== 'not-applicable' && registered.isKnown;
    if (isKnown && registered.value !== 'no') return true;
    return own.some((entry) => compared(entry, mailbox, right, this.#readsTrustees).result === 'same');
  }

  /** Whether a register could not have the entry beside one that it has. */
  #repeats(entry: RegisterEntry): boolean {
    return this.#byKey.get(registerKey(entry))?.some((other) => isSameRight(entry, other)) === true;
  }

  #add(entry: RegisterEntry): void {
    const key = registerKey(entry);
    const entries = this.#byKey.get(key);
    if (entries === undefined) this.#byKey.set(key, [entry]);
    else entries.push(entry);
  }
}

function entryOf({ right, trustee, ids }: GrantedRight, { address, ids: ofMailbox }: ListedMailbox): RegisterEntry {
  return {
    mailbox: writtenText(address),
    mailboxId: ofMailbox.account ?? ofMailbox.guid ?? '',
    trustee,
    // Entries of calendars name grantees by address alone, so that an ID could not be compared.
    trusteeId: right.startsWith(CALENDAR_RIGHT) ? '' : (ids[0] ?? ''),
    right,
    reason: '',
    owner: '',
    until: '',
    reviewedOn: '',
    further: [],
  };
}

/** What a review is about. */
export interface ReviewPeriod {
  /** The day by which the review ends, `2026-12-31`, in UTC. */
  readonly due: string;
  /** After how many days a right must be reviewed again. Undefined: every entry is due. */
  readonly everyDays: number | undefined;
  readonly now: EpochMs;
}

/** Entries after a review, in their order. */
export interface Reviewed<Entry> {
  readonly entries: readonly Entry[];
  /** Those that were due, as they were. */
  readonly due: readonly Entry[];
}

/** Sets the day of the review in the entries that are due now or on the day by which it ends. */
export function reviewed<Entry extends RegisterEntry>(
  entries: readonly Entry[],
  { due, everyDays, now }: ReviewPeriod,
): Reviewed<Entry> {
  const times = [now, Date.parse(`${due}T00:00:00Z`)];
  const isDue = (entry: Entry): boolean =>
    everyDays === undefined || times.some((time) => dueReason(entry, everyDays, time) !== undefined);
  const reviewedOn = new Date(now).toISOString().slice(0, 10);
  return {
    entries: entries.map((entry) => (isDue(entry) ? { ...entry, reviewedOn } : entry)),
    due: entries.filter(isDue),
  };
}
