import { property, type Json, type JsonObject } from '../json.ts';
import type { UnreadableStatus } from '../mailboxes/mailbox-answer.ts';

/** A request that is sent for every mailbox, and how its pages become one value. */
export interface Query<T> {
  readonly version: 'v1.0' | 'beta';
  /** What the list has in place of mailboxes. Undefined: users. */
  readonly root?: 'groups' | 'servicePrincipals' | 'applications';
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

/** The items of a page. Throws a TypeError if it has no array, which an empty page has. */
export function pageItems(page: JsonObject): readonly Json[] {
  const items = property(page, 'value');
  if (!Array.isArray(items)) throw new TypeError('A page has no array "value"');
  return items;
}

/** `@odata.nextLink`; OData 4.01 writes `@nextLink`, OData 3 `odata.nextLink`, other services `nextLink`. */
const LINK = /^@?[^@]*nextlink$/i;

/** The next page that a page links to: none, a path to request, or a link that must not be followed. */
export type NextPage =
  | { readonly kind: 'none' }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly error: string };

/**
 * The path of the next page relative to the version, exactly as Graph wrote it: its skip token is opaque. The case of the link's name
 * does not count. A link to
 * another host, or out of the version, is refused, because the access token is sent with the request.
 * https://learn.microsoft.com/graph/paging
 *
 * @param root URL of the version, such as `https://graph.microsoft.com/v1.0`
 */
export function nextPage(page: JsonObject, root: string): NextPage {
  const next = linkOf(page, root);
  if (next.kind !== 'link') return next;
  const { path, url } = next;
  const prefix = new URL(root).pathname.replace(/\/$/, '');
  // A server resolves `..`, so the resolved path must stay below the prefix too.
  if (![path, url.pathname].every((each) => each.toLowerCase().startsWith(`${prefix.toLowerCase()}/`))) {
    return { kind: 'refused', error: `The link to the next page leads out of ${prefix}` };
  }
  return { kind: 'path', path: path.slice(prefix.length) };
}

/** Where further pages of a usage report, `/beta/reports/{function}`, may be. https://learn.microsoft.com/graph/api/reportroot-getformsuseractivityuserdetail */
const REPORTING_PAGE =
  /^\/graph\/(v1\.0|beta)\/data\/[0-9a-f-]{32,36}\/microsoft\.o365reporting\.(get[a-z0-9]+\([^()/?]*\))$/;

/**
 * The path of the next page of a listing, with its version. A link to another resource is refused, but for the pages of the same usage
 * report outside of `/reports`.
 *
 * @param first the path of the first page, such as `/beta/users?$top=999`
 */
export function nextListingPage(page: JsonObject, graphUrl: string, first: string): NextPage {
  const [, version = ''] = first.split('/');
  const next = nextPage(page, `${graphUrl}/${version}`);
  const link = next.kind === 'refused' ? linkOf(page, graphUrl) : next;
  if (link.kind === 'link' && new URL(graphUrl).pathname === '/') {
    const resource = resourceOf(link.path);
    const report = resource.replace(REPORTING_PAGE, '/$1/reports/$2');
    if (report !== resource && report === resourceOf(first)) return { kind: 'path', path: link.path };
  }
  if (next.kind !== 'path') return next;
  const path = `/${version}${next.path}`;
  if (resourceOf(path) === resourceOf(first)) return { kind: 'path', path };
  return { kind: 'refused', error: 'The link to the next page leads to another resource' };
}

/** The path without its query, however it is encoded. */
function resourceOf(path: string): string {
  const [resource = ''] = path.split('?');
  return decodeURIComponent(resource).toLowerCase().replace(/\/$/, '');
}

type Link = { readonly kind: 'link'; readonly url: URL; /** As Graph wrote it. */ readonly path: string };

/** The link of a page to the origin of a URL, to which the access token may go. */
function linkOf(page: JsonObject, base: string): Exclude<NextPage, { readonly kind: 'path' }> | Link {
  const [found, other] = Object.entries(page).filter(([name, link]) => LINK.test(name) && link !== null);
  if (found === undefined) return { kind: 'none' };
  const [, link] = found;
  if (other !== undefined) return { kind: 'refused', error: 'The response has two links to the next page' };
  const url = typeof link === 'string' ? URL.parse(link) : null;
  if (typeof link !== 'string' || url === null) {
    return { kind: 'refused', error: 'The link to the next page is not a URL' };
  }
  if (url.origin !== new URL(base).origin || url.username !== '' || url.password !== '') {
    return { kind: 'refused', error: `The link to the next page leads to another host, ${url.host}` };
  }
  const [, path = ''] = /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link) ?? [];
  return { kind: 'link', url, path };
}
