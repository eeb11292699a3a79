import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { nextListingPage, pageItems } from './graph-query.ts';
import { newPageCheck } from './page-check.ts';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';

export interface ListingOptions {
  /** URL of Graph. Links to next pages may lead nowhere else. */
  readonly graphUrl: string;
  /** GETs a path such as `/v1.0/users`, with retries. */
  readonly get: (path: string) => Promise<QueryResult<JsonObject>>;
}

/** Links to next pages may never end: at 100 objects a page, a million. */
const MAX_PAGES = 10_000;
/** How often a listing is read, if a page after the first cannot be used: its skip token may have expired. */
const ATTEMPTS = 2;

/**
 * Reads all pages of a listing of the tenant. Returns why it is not whole; undefined if it is. A part of a listing is never passed
 * off as the whole. https://learn.microsoft.com/graph/paging
 *
 * @param path with version and query, such as `/beta/users?$top=999`
 */
export async function readListing(
  path: string,
  sink: ListingSink,
  options: ListingOptions,
): Promise<QueryFailure | undefined> {
  for (let attempt = 1; ; attempt++) {
    const end = await readOnce(path, sink, options);
    if (end === undefined) return undefined;
    sink.restart();
    const { failure, page } = end;
    // Of a listing, it says nothing about a mailbox.
    const status = ['access-denied', 'throttled', 'cancelled'].includes(failure.status) ? failure.status : 'failed';
    const where = page === 1 ? '' : ` (page ${page})`;
    const mayChange = status === 'failed' && page > 1 && attempt < ATTEMPTS;
    if (!mayChange) return { status, error: failure.error === '' ? '' : `${failure.error}${where}` };
  }
}

async function readOnce(
  first: string,
  sink: ListingSink,
  { get, graphUrl }: ListingOptions,
): Promise<{ readonly failure: QueryFailure; readonly page: number } | undefined> {
  const known = new Set([first]);
  const pages = new Set<string>();
  const check = newPageCheck({ query: Object.fromEntries(new URLSearchParams(first.split('?')[1])) });
  let answer: Promise<QueryResult<JsonObject>> | undefined = get(first);
  for (let page = 1; answer !== undefined; page++) {
    const result: QueryResult<JsonObject> = await answer;
    if (result.status !== 'ok') return { failure: result, page };
    try {
      const { value } = result;
      const next = nextListingPage(value, graphUrl, first);
      if (next.kind === 'refused') throw new Error(next.error);
      check(value, next.kind === 'path');
      answer = undefined;
      if (next.kind === 'path') {
        const { path } = next;
        if (known.has(path)) throw new Error('The link to the next page leads back to a page that was read');
        if (page >= MAX_PAGES) throw new Error(`There are more than ${MAX_PAGES} pages`);
        known.add(path);
        answer = get(path);
        // Adding a page takes some ms, so the next request is sent first.
        await nextTurn();
      }
      sink.add(objectsOf(value, pages));
    } catch (error) {
      return { failure: { status: 'failed', error: describeError(error) }, page };
    }
  }
  return undefined;
}

/** @param pages the pages that were read: one that repeats takes the place of another, or leads round in a circle */
function objectsOf(page: JsonObject, pages: Set<string>): JsonObject[] {
  const value = pageItems(page);
  const items = value.filter(isObject);
  if (items.length < value.length) throw new TypeError('A page has an item that is no object');
  const ends = `${value.length} ${JSON.stringify(items[0] ?? null)} ${JSON.stringify(items.at(-1) ?? null)}`;
  if (items.length > 0 && pages.has(ends)) throw new TypeError('A page has the objects of another page');
  pages.add(ends);
  return items;
}

/** The objects of all pages of a listing that has few. A part of a listing is a failure, as of `readListing`. */
export async function listObjects(path: string, options: ListingOptions): Promise<QueryResult<readonly JsonObject[]>> {
  let found: JsonObject[] = [];
  const sink: ListingSink = {
    add: (items) => {
      found.push(...items);
    },
    restart: () => {
      found = [];
    },
  };
  const failure = await readListing(path, sink, options);
  return failure ?? { status: 'ok', value: found };
}
