import type { JsonObject } from '../json.ts';
import type { UnreadableStatus } from './outcome.ts';

/** A request that is sent for every mailbox, and how its pages become one value. */
export interface Query<T> {
  readonly version: 'v1.0' | 'beta';
  /** Below `/users/{mailbox}/`, with its query string, percent-encoded. */
  readonly path: string;
  /** Ignore the link to the second page. Follow-up requests are read to their last page. */
  readonly firstPageOnly?: boolean;
  /** Creates the collector for the pages of one mailbox. */
  readonly newCollector: () => PageCollector<T>;
}

/** Collects the pages of one query for one mailbox. */
export interface PageCollector<T> {
  readonly onPage: OnPage;
  /** The value of all pages. Called once, after the last page. */
  readonly result: () => T;
}

/**
 * Receives each page when it arrives, so that response bodies are not kept. The pages of one collection arrive in order;
 * `hasMore` is true if another page follows. Returns the follow-up requests that the page requires. If it throws, the
 * query fails with that error.
 */
export type OnPage = (page: JsonObject, hasMore: boolean) => readonly FollowUp[];

/** A request that a page requires, to the same mailbox. */
export interface FollowUp {
  /** Below `/users/{mailbox}/`, with its query string, percent-encoded. */
  readonly path: string;
  readonly onPage: OnPage;
  /** Called if the request fails; the query continues. Without it, the query fails. */
  readonly onError?: OnError;
}

export type OnError = (status: UnreadableStatus, error: string) => void;

/** The result of one query for one mailbox. */
export type QueryResult<T> =
  { readonly status: 'ok'; readonly value: T } | { readonly status: UnreadableStatus; readonly error: string };
