import type { JsonObject } from '../json.ts';

/** What is asked of every mailbox, and how its answer is collectedRows page by page. */
export interface Query<T> {
  readonly version: 'v1.0' | 'beta';
  /** Below `/users/{mailbox}/`, with its query, percent-encoded. */
  readonly path: string;
  /** Begins with one mailbox. */
  readonly gather: () => PageCollector<T>;
}

/** What has come of an query to one mailbox. */
export interface PageCollector<T> {
  readonly take: TakePage;
  /** What all pages come to. PendingRequest once, after the last of them. */
  readonly result: () => T;
}

/**
 * Takes in a page as soon as it is here, so that bodies are not held until their turn comes. Pages of one collection come
 * in their order; `more`: another one follows. Gives what is to be asked besides. What it throws fails the query.
 */
export type TakePage = (page: JsonObject, more: boolean) => readonly Further[];

/** A further request to the same mailbox. */
export interface Further {
  /** Below `/users/{mailbox}/`, with its query, percent-encoded. */
  readonly path: string;
  readonly take: TakePage;
}
