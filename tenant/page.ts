import type { JsonObject } from './json.ts';
import { badRequest, type GraphAnswer } from './graph-errors.ts';
import { notSimulated, skipToken, type PageQuery, type PageStart } from './page-query.ts';

/** A collection as Graph lists it. */
export interface Listing {
  /** Each with all its properties, in Graph's order. */
  readonly items: readonly JsonObject[];
  /** Such as `microsoft.graph.mailFolder`. */
  readonly type: string;
  /** Properties that `$select` may name. */
  readonly properties: readonly string[];
  /** The relationship that `$expand` may name; undefined if the tenant simulates none. */
  readonly expandable?: string;
  /** Items per page without `$top`. */
  readonly pageSize: number;
  /** The kind of its link to the next page. */
  readonly paging: '$skip' | '$skiptoken';
  /** Below a mailbox, such as `mailFolders('AQMk=')/childFolders`. */
  readonly path: string;
}

/** The faults of the pages of a mailbox. */
export interface PageFaults {
  /** The number of empty pages before each page. */
  readonly empties: number;
  /** The most items of a page. */
  readonly most: number;
  /** The origin that every link to a next page leads to; undefined for Graph's own. */
  readonly foreign: string | undefined;
  /** Every page links to itself. */
  readonly looping: boolean;
  /** The children of folders are denied. */
  readonly childrenDenied: boolean;
}

/** The URL of a requested page. */
export interface PageAddress {
  /** Origin and version. */
  readonly root: string;
  /** The mailbox as in the request. */
  readonly address: string;
  /** The requested URL, relative to the version. */
  readonly url: string;
}

/** The requested page. @param now epoch ms, for the date in errors */
export function pageOf(
  listing: Listing,
  query: PageQuery,
  at: PageAddress,
  faults: PageFaults | undefined,
  now: number,
): GraphAnswer {
  const { properties, type } = listing;
  const names = query.select?.map((name) => properties.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name);
  const unknown = names?.find((name) => !properties.includes(name));
  if (unknown !== undefined) return unknownProperty(unknown, type, now);
  const { filter, order } = query;
  const unread = [...(filter?.properties ?? []), ...(order?.properties ?? [])].find(
    (name) => !properties.includes(name),
  );
  if (unread !== undefined) return badRequest(`Could not find a property named '${unread}' on type '${type}'.`, now);
  if (query.expand !== undefined && query.expand !== listing.expandable) {
    return badRequest(notSimulated(`The expansion '${query.expand}' of ${type}`), now);
  }
  const items = listing.items.filter((item) => filter?.apply(item) !== false);
  if (order !== undefined) items.sort(order.apply);
  const { offset, empties } = query.from;
  const isEmpty = empties < (faults?.empties ?? 0);
  const end = isEmpty ? offset : offset + Math.min(query.top ?? listing.pageSize, faults?.most ?? Infinity);
  const shown = items.slice(offset, end);
  const context = `${at.root}/$metadata#users('${encodeURIComponent(at.address)}')/${listing.path}${names === undefined ? '' : `(${names.join(',')})`}`;
  let next: PageStart | undefined;
  if (isEmpty) next = { offset, empties: empties + 1 };
  else if (end < items.length) next = { offset: end, empties: 0 };
  else if (faults?.foreign !== undefined) next = { offset: end, empties: 0 };
  const link = linkTo(next, listing, query, at, faults);
  const body: JsonObject = {
    '@odata.context': context,
    ...(query.count ? { '@odata.count': items.length } : {}),
    value: shown.map((item) => only(item, names ?? Object.keys(item), query.expand)),
    ...(link === undefined ? {} : { '@odata.nextLink': link }),
  };
  return { status: 200, body: JSON.stringify(body) };
}

/** Graph's error of a `$select` with a property that the type does not have. */
export function unknownProperty(name: string, type: string, now: number): GraphAnswer {
  return badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${type}'.`,
    now,
  );
}

/** The link to a next page: absolute, as Graph writes it. */
function linkTo(
  next: PageStart | undefined,
  { path, paging }: Listing,
  { kept }: PageQuery,
  { root, address, url }: PageAddress,
  faults: PageFaults | undefined,
): string | undefined {
  if (faults?.looping === true) return `${root}/${url.replace(/^\//, '')}`;
  if (next === undefined) return undefined;
  const isPlain = paging === '$skip' && next.empties === 0;
  const option = isPlain ? `%24skip=${next.offset}` : `%24skiptoken=${skipToken(next)}`;
  const { pathname } = new URL(root);
  const start = faults?.foreign === undefined ? root : faults.foreign + pathname;
  const user = `users('${encodeURIComponent(address.replaceAll("'", "''"))}')`;
  return `${start}/${user}/${path}?${[...kept, option].join('&')}`;
}

/** The selected properties of an item. Outlook always includes the id and the type of a derived type. */
function only(item: JsonObject, names: readonly string[], expand: string | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([name]) => name === 'id' || name === '@odata.type' || name === expand || names.includes(name),
    ),
  );
}
