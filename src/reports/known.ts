import type { Json } from '../json.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';

/**
 * Why something is not known: the application lacks a permission, the tenant a license; the service no longer has it; its answer lacks
 * it; the run did not read it; the service did not answer. Sentences are made where it is shown.
 */
export type UnknownReason = 'permission' | 'license' | 'retention' | 'not-in-the-answer' | 'not-read' | 'refused';

/** A value, or that the service did not say it. Nothing takes an unknown value for a blank one, or for "no". */
export type Known<T> = KnownValue<T> | UnknownValue<T>;

export interface KnownValue<T> {
  readonly isKnown: true;
  readonly value: T;
}

export interface UnknownValue<T> {
  readonly isKnown: false;
  /** Undefined: no reason is known. */
  readonly reason?: UnknownReason | undefined;
  /** What the service, or the run, says about it. Hostile until escaped. */
  readonly detail?: string | undefined;
  /** What the service shows of it: of a list, the items that it has at least; of a text, as much as is sure. */
  readonly shown?: T | undefined;
}

export function known<T>(value: T): KnownValue<T> {
  return { isKnown: true, value };
}

/** For values of any type, without a reason. */
export const NOT_KNOWN = { isKnown: false } as const satisfies UnknownValue<never>;

/** A value of a report that the run does not have, or of a mailbox that it could not read there. */
export const NOT_READ = { isKnown: false, reason: 'not-read' } as const satisfies UnknownValue<never>;

/** A value that is not known, and what a service or the run says about it. */
export function unknownBecause(reason: UnknownReason | undefined, detail: string): UnknownValue<never> {
  return { isKnown: false, reason, detail };
}

/** What is not known because something else is not. */
export function unknownAs(cause: UnknownValue<unknown>, detail = cause.detail): UnknownValue<never> {
  return { isKnown: false, reason: cause.reason, detail };
}

/** What the service, or the run, says about something that is not known. */
export function detailOf({ detail = 'not known' }: UnknownValue<unknown>): string {
  return detail;
}

/** Why a query has no value. */
export function reasonOf({ status }: QueryFailure): UnknownReason {
  switch (status) {
    case 'access-denied':
      return 'permission';
    case 'throttled':
    case 'failed':
      return 'refused';
    case 'cancelled':
      return 'not-read';
    case 'not-found':
    case 'no-mailbox':
      return 'not-in-the-answer';
  }
}

/** A value that the service shows, though it may not be all of it. */
export function atLeast<T>(shown: T): UnknownValue<T> {
  return { isKnown: false, shown };
}

/** The value, or as much of it as the service shows; undefined if it shows nothing. */
export function shownOf<T>(one: Known<T> | undefined): T | undefined {
  return one?.isKnown === true ? one.value : one?.shown;
}

/** The value, if it is known. */
export function valueOf<T>(one: Known<T> | undefined): T | undefined {
  return one?.isKnown === true ? one.value : undefined;
}

/** Whether a value is known to be another one. */
export function isCertainly<T>(one: Known<T> | undefined, value: T): boolean {
  return one?.isKnown === true && one.value === value;
}

/** A row, read by the names of its columns. It is made where a row is judged or shown. */
export interface RowView {
  /** The cell of a column: null if it is blank. Undefined: the report has no such column. */
  readonly cell: (column: string) => Known<Json> | undefined;
}
