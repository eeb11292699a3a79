import { isGuid } from '../../json.ts';
import type { MailboxIds } from '../../mailboxes/identity.ts';
import { idsOf } from '../../mailboxes/identities.ts';
import { known, NOT_KNOWN, unknownBecause } from '../../reports/known.ts';
import { REGISTERED, type Registration } from '../../reports/registration.ts';
import { daysUntil, type EpochMs } from '../../text/numbers.ts';
import { writtenText } from '../baseline/baseline-entry.ts';
import {
  EVERY_MAILBOX,
  isSid,
  storedId,
  type PlacedEntry,
  type Register,
  type RegisterEntry,
} from './register-entry.ts';
import { rightOfRow, type GrantedRight, type RowOfRight } from './row-right.ts';

/** A mailbox by all that is known of it. */
export interface RegisteredMailbox {
  /** Addresses and IDs, with the address of the list. */
  readonly names: readonly string[];
  readonly ids: MailboxIds;
}

/** How an entry and a right compare: `other` also if it is the right of somebody else who has the address now. */
export interface Comparison {
  readonly result: 'same' | 'other' | 'not-known';
  /** As that of `Registration`. */
  readonly reason?: string | undefined;
}

const OTHER: Comparison = { result: 'other' };

/**
 * Compares an entry with a right in a mailbox: mailbox, right and trustee together.
 *
 * @param readsTrustees whether the run read who trustees are, so that a different address is somebody else
 */
export function compared(
  entry: RegisterEntry,
  mailbox: RegisteredMailbox,
  right: GrantedRight,
  readsTrustees: boolean,
): Comparison {
  if (entry.right !== right.right) return OTHER;
  const ofMailbox = comparedMailbox(entry, mailbox);
  if (ofMailbox.result === 'other') {
    // The reason is about a right of the trustee.
    return comparedTrustee(entry, right, readsTrustees).result === 'same' ? ofMailbox : OTHER;
  }
  const ofTrustee = comparedTrustee(entry, right, readsTrustees);
  return ofTrustee.result === 'same' && ofMailbox.result === 'not-known' ? ofMailbox : ofTrustee;
}

/** Whether an entry is about a mailbox. */
export function comparedMailbox(entry: RegisterEntry, { names, ids }: RegisteredMailbox): Comparison {
  if (entry.mailbox === EVERY_MAILBOX) return { result: 'same' };
  const isNamed = names.some((name) => isSameText(writtenText(name), entry.mailbox));
  if (entry.mailboxId === '') return { result: isNamed ? 'same' : 'other' };
  const guids = names.filter(isGuid).map((id) => id.toLowerCase());
  if ([...idsOf(ids), ...guids].includes(entry.mailboxId)) return { result: 'same' };
  if (!isNamed) return OTHER;
  // An entry does not say which of both IDs it has.
  const knowsBoth = ids.account !== undefined && ids.guid !== undefined;
  return knowsBoth
    ? { result: 'other', reason: 'the address of the mailbox belongs to another account now' }
    : { result: 'not-known', reason: 'the ID of the mailbox is not known' };
}

function comparedTrustee(entry: RegisterEntry, { trustee, ids }: GrantedRight, readsTrustees: boolean): Comparison {
  const isNamed = isSameText(trustee, entry.trustee);
  const id = entry.trusteeId === '' ? storedId(entry.trustee) : entry.trusteeId;
  if (id !== undefined) {
    const comparable = ids.filter((one) => isSid(one) === isSid(id));
    if (comparable.includes(id)) return { result: 'same' };
    if (comparable.length > 0) {
      return isNamed ? { result: 'other', reason: 'the address belongs to another account now' } : OTHER;
    }
    return { result: 'not-known', reason: 'the ID of the trustee is not known' };
  }
  if (isNamed) return { result: 'same', reason: 'matched by address' };
  if (readsTrustees) return OTHER;
  return { result: 'not-known', reason: 'another address may be that of the same trustee' };
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Finds rights in a register. */
export class RegisterIndex {
  /** As the policy names it. */
  readonly register: Register;
  readonly #now: EpochMs;
  /** By names of mailboxes and by `MailboxId`, in lower case. */
  readonly #byMailbox = new Map<string, Set<PlacedEntry>>();
  readonly #ofEvery: PlacedEntry[] = [];

  /** @param now decides what is due and what has expired */
  constructor(register: Register, now: EpochMs) {
    this.register = register;
    this.#now = now;
    for (const entry of register.files.flatMap(({ entries }) => entries)) {
      if (entry.mailbox === EVERY_MAILBOX) this.#ofEvery.push(entry);
      else for (const key of [entry.mailbox, entry.mailboxId]) if (key !== '') this.#entriesOf(key).add(entry);
    }
  }

  #entriesOf(key: string): Set<PlacedEntry> {
    const folded = key.toLowerCase();
    const entries = this.#byMailbox.get(folded) ?? new Set();
    this.#byMailbox.set(folded, entries);
    return entries;
  }

  /**
   * What the register says about a row of a report: one about an item, which was read.
   *
   * @param readsTrustees as `compared` has it
   * @param held all rights of the mailbox in that report
   */
  registrationOf(
    report: string,
    row: RowOfRight,
    mailbox: RegisteredMailbox,
    readsTrustees: boolean,
    held: readonly GrantedRight[] = [],
  ): Registration<PlacedEntry> {
    const right = rightOfRow(report, row);
    if (right.kind === 'not-applicable') return { registered: 'not-applicable' };
    if (right.kind === 'unknown') return { registered: unknownBecause(undefined, right.reason), reason: right.reason };
    return this.find(right, mailbox, readsTrustees, held);
  }

  /**
   * What the register says about a right: the best of its entries. An entry that may be about it makes it unknown, unless one that has not
   * expired certainly is. Parameters are those of `registrationOf`.
   */
  find(
    right: GrantedRight,
    mailbox: RegisteredMailbox,
    readsTrustees: boolean,
    held: readonly GrantedRight[] = [],
  ): Registration<PlacedEntry> {
    let best: Registration<PlacedEntry> | undefined;
    const doubtful: PlacedEntry[] = [];
    let doubt: string | undefined;
    let other: string | undefined;
    for (const entry of this.#candidates(mailbox)) {
      const { result, reason } = compared(entry, mailbox, right, readsTrustees);
      if (result === 'other') other ??= reason;
      else if (result === 'not-known' && isOfAnother(entry, right, held)) continue;
      else if (result === 'not-known') {
        doubtful.push(entry);
        doubt ??= reason;
      } else best = better(best, this.#stateOf(entry, reason));
    }
    const mayBeInForce = doubtful.some((entry) => !this.#hasExpired(entry));
    const isOver = best?.entry !== undefined && this.#hasExpired(best.entry);
    if (best !== undefined && !(isOver && mayBeInForce)) return best;
    if (doubtful.length > 0)
      return { registered: doubt === undefined ? NOT_KNOWN : unknownBecause(undefined, doubt), reason: doubt };
    return { registered: known('no'), reason: other };
  }

  /** The entries that may be about a mailbox. */
  *#candidates({ names, ids }: RegisteredMailbox): Generator<PlacedEntry> {
    const seen = new Set<PlacedEntry>();
    for (const name of [...names.map(writtenText), ...idsOf(ids)]) {
      for (const entry of this.#byMailbox.get(name.toLowerCase()) ?? []) {
        if (!seen.has(entry)) yield entry;
        seen.add(entry);
      }
    }
    yield* this.#ofEvery;
  }

  #hasExpired({ until }: PlacedEntry): boolean {
    return until !== '' && daysUntil(until, this.#now) < 0;
  }

  #stateOf(entry: PlacedEntry, reason: string | undefined): Registration<PlacedEntry> {
    if (this.#hasExpired(entry)) {
      return { registered: known('expired'), reason: `it was meant to end on ${entry.until}`, entry };
    }
    const due = dueReason(entry, this.register.reviewEveryDays, this.#now);
    return due === undefined
      ? { registered: known('yes'), reason, entry }
      : { registered: known('due'), reason: due, entry };
  }
}

/**
 * Whether an entry without an ID is about another trustee, who has its address and the right: a report has one name for a trustee, so
 * that the entry is not about somebody with another name.
 */
function isOfAnother(entry: RegisterEntry, { right, trustee }: GrantedRight, held: readonly GrantedRight[]): boolean {
  if (entry.trusteeId !== '' || isSameText(trustee, entry.trustee)) return false;
  return held.some((other) => other.right === right && isSameText(other.trustee, entry.trustee));
}

/**
 * Why an entry is due for review, in words; undefined if it is not: it lacks reason or owner, or there is an interval and it was not
 * reviewed in it.
 *
 * @param everyDays undefined: there is no interval
 */
export function dueReason(
  { reason, owner, reviewedOn }: RegisterEntry,
  everyDays: number | undefined,
  now: EpochMs,
): string | undefined {
  if (reason === '' || owner === '') {
    const lacks = [reason === '' ? ['reason'] : [], owner === '' ? ['owner'] : []].flat().join(' or ');
    return `it has no ${lacks}`;
  }
  if (everyDays === undefined) return undefined;
  if (reviewedOn === '') return 'it was never reviewed';
  const days = -daysUntil(reviewedOn, now);
  if (days < 0) return `its review on ${reviewedOn} is in the future`;
  return days > everyDays ? `it was last reviewed on ${reviewedOn}` : undefined;
}

function better(
  one: Registration<PlacedEntry> | undefined,
  other: Registration<PlacedEntry>,
): Registration<PlacedEntry> {
  return one === undefined || rankOf(other) < rankOf(one) ? other : one;
}

function rankOf({ registered }: Registration): number {
  return registered === 'not-applicable' || !registered.isKnown
    ? REGISTERED.length
    : REGISTERED.indexOf(registered.value);
}
