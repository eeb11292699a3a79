import { property, type JsonObject } from '../json.ts';

const LINK = '@odata.nextLink';

/** What a page says of its next: nothing, a path to ask for, or a link that must not be followed. */
export type NextPage =
  | { readonly kind: 'none' }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly error: string };

/**
 * The next page's path relative to the version, as Graph wrote it: its skip token is opaque, and must come back whole. A
 * link elsewhere than to that version of Graph itself is refused, for the token goes where a request goes.
 * https://learn.microsoft.com/graph/paging
 *
 * @param root address of the version, such as `https://graph.microsoft.com/v1.0`
 */
export function nextPage(page: JsonObject, root: string): NextPage {
  const link = property(page, LINK);
  if (link === undefined || link === null) return { kind: 'none' };
  const url = typeof link === 'string' ? URL.parse(link) : null;
  const base = new URL(root);
  if (typeof link !== 'string' || url === null)
    return { kind: 'refused', error: 'The link to the next page is no address' };
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') {
    return { kind: 'refused', error: `The link to the next page leads to another host, ${url.host}` };
  }
  const [, path = ''] = /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link) ?? [];
  const prefix = base.pathname.replace(/\/$/, '');
  // What a server makes of `..` counts as well.
  if (![path, url.pathname].every((way) => way.toLowerCase().startsWith(`${prefix.toLowerCase()}/`))) {
    return { kind: 'refused', error: `The link to the next page leads out of ${prefix}` };
  }
  return { kind: 'path', path: path.slice(prefix.length) };
}
