import { property, type JsonObject } from '../json.ts';

const LINK = '@odata.nextLink';

/** The next page that a page links to: none, a path to request, or a link that must not be followed. */
export type NextPage =
  | { readonly kind: 'none' }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly error: string };

/**
 * The path of the next page relative to the version, exactly as Graph wrote it: its skip token is opaque. A link to
 * another host, or out of the version, is refused, because the access token is sent with the request.
 * https://learn.microsoft.com/graph/paging
 *
 * @param root URL of the version, such as `https://graph.microsoft.com/v1.0`
 */
export function nextPage(page: JsonObject, root: string): NextPage {
  const link = property(page, LINK);
  if (link === undefined || link === null) return { kind: 'none' };
  const url = typeof link === 'string' ? URL.parse(link) : null;
  if (typeof link !== 'string' || url === null) {
    return { kind: 'refused', error: 'The link to the next page is not a URL' };
  }
  const base = new URL(root);
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') {
    return { kind: 'refused', error: `The link to the next page leads to another host, ${url.host}` };
  }
  const [, path = ''] = /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link) ?? [];
  const prefix = base.pathname.replace(/\/$/, '');
  // A server resolves `..`, so the resolved path must stay below the prefix too.
  if (![path, url.pathname].every((each) => each.toLowerCase().startsWith(`${prefix.toLowerCase()}/`))) {
    return { kind: 'refused', error: `The link to the next page leads out of ${prefix}` };
  }
  return { kind: 'path', path: path.slice(prefix.length) };
}
